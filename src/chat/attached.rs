//! A file that came in, read before the conversation takes it: within a unit of work nothing may take long.

use crate::domain::school_year::SchoolYear;
use crate::files::document::{DocumentProblem, ReadDocument, read_document};

/// What the place where a chat stands does with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Its bytes are enough.
    Bytes,
    /// It is read as a document.
    Document,
}

/// A document and how many rows were found in it.
#[derive(Debug)]
pub struct Attached {
    pub read: ReadDocument,
    pub rows: usize,
}

impl Attached {
    /// Reads a file. Busy for up to some seconds: call it from `spawn_blocking`.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, DocumentProblem> {
        let read = read_document(name, bytes)?;
        // Which school year it is for decides about dates, not about rows.
        let rows = read.document.read(SchoolYear(2000)).rows.len();
        Ok(Self { read, rows })
    }
}
