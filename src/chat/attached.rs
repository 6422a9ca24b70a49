//! A file that came in, read before the conversation takes it: within a unit of work nothing may take long.

use crate::domain::school_year::SchoolYear;
use crate::files::document::{DocumentProblem, ReadDocument, read_document};

/// Rows of the shortest plan that is known for one.
const FEWEST_ROWS: usize = 2;

/// A document and how many rows were found in it.
#[derive(Debug)]
pub struct Attached {
    pub read: ReadDocument,
    pub rows: usize,
    /// How many of them name a term.
    terms: usize,
}

impl Attached {
    /// Reads a file. Busy for up to some seconds: call it from `spawn_blocking`.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, DocumentProblem> {
        let read = read_document(name, bytes)?;
        // Which school year it is for decides about dates, not about rows.
        let rows = read.document.read(SchoolYear(2000)).rows;
        let terms = rows.iter().filter(|row| !row.term_text.trim().is_empty()).count();
        Ok(Self { rows: rows.len(), terms, read })
    }

    /// Whether it can be nothing but a plan: rows, most of them with terms. A staff list has none.
    pub(super) fn is_plan(&self) -> bool {
        self.rows >= FEWEST_ROWS && self.terms * 2 > self.rows
    }
}
