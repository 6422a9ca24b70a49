//! A document → the rows of its road map.
//!
//! `layout` turns text into a grid of cells (or finds that it has no columns: `prose`), `header` says what the
//! columns mean, `table` tells rows from continuations and sections, `assemble` finishes them. DOCX and XLSX
//! readers bring their cells to [`read_grid`].
//!
//! To add a layout, add a splitter to `layout`; to add a column name, a stem in `header`.

mod assemble;
mod cells;
mod csv;
mod header;
mod inferred;
mod items;
mod join;
mod labels;
mod layout;
mod markup;
mod numbered;
mod numbering;
mod prose;
mod rows;
mod sections;
mod spaces;
mod table;
mod title;
mod unglue;
mod vertical;
mod words;

#[cfg(test)]
mod generated;
#[cfg(test)]
mod made_up;
#[cfg(test)]
mod tests;

use crate::domain::roadmap::responsible::Responsible;
use crate::domain::roadmap::term::{Doubt, Reading};
use crate::domain::school_year::SchoolYear;

/// What a document says, as far as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadMapReading {
    pub title: String,
    /// The school year to which terms without a year were put.
    pub year: SchoolYear,
    pub rows: Vec<RowReading>,
    pub notes: Vec<Remark>,
}

/// One row of the document's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReading {
    /// As written; rows under a numbered stage are «2.1», «2.2»; empty when the document numbers nothing.
    pub number: String,
    /// Ordinal of the stage or section, from 1; 0 when there is none.
    pub stage_number: usize,
    pub stage: String,
    /// A short name: what stands before the sub-items, else the first of them, else the stage.
    pub heading: String,
    /// The whole text of the activity's cell, lines rejoined.
    pub activity: String,
    /// The sub-items of the cell, in order: the row's checklist.
    pub items: Vec<String>,
    /// The term as written, lines rejoined.
    pub term_text: String,
    pub reading: Reading,
    pub responsible_text: String,
    pub responsible: Vec<Responsible>,
    pub result: String,
    pub question: Option<RowQuestion>,
}

impl RowReading {
    pub fn needs_review(&self) -> bool {
        self.question.is_some()
    }
}

/// What to ask the curator about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowQuestion {
    Term(Doubt),
    /// The row has a term or people, but says nothing to do.
    NoActivity,
}

impl RowQuestion {
    /// The stable code for locale keys and `--json`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Term(doubt) => doubt.code(),
            Self::NoActivity => "no_activity",
        }
    }
}

/// Something the curator should know about the reading; never a refusal. Rows are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Signs of a bad scan were left out.
    Noise(String),
    /// The row goes on after a page break or over several lines.
    Continued(usize),
    /// The term stands in the first row of the stage and was taken for this one too.
    TermInherited(usize),
    /// The responsible stand in the first row of the stage and were taken for this one too.
    ResponsibleInherited(usize),
    NoTerm(usize),
    NoResponsible(usize),
    /// A responsible whose role is not known.
    UnknownResponsible(usize, String),
    /// No table was found; the numbered text was read instead.
    NoTable,
    /// Nothing could be read as a row.
    NoRows,
    /// Text below the table that belongs to no row.
    TextAfterTable(String),
    /// The document itself names this school year, not the one asked for.
    YearTaken(SchoolYear),
    /// The title names another school year than the terms.
    TitleYearDiffers(SchoolYear),
}

/// Reads a plain text document. `year` is used where the document names none.
pub fn read_text(document: &str, year: SchoolYear) -> RoadMapReading {
    let lines = layout::lines(document);
    let draft = match layout::grid(&lines) {
        Some(grid) => table::interpret(&grid),
        None => prose::interpret(&lines),
    };
    assemble::reading(draft, year)
}

/// Reads a table whose cells are known, with what stands above and below it as rows of one cell.
pub fn read_grid(cells: Vec<Vec<String>>, year: SchoolYear) -> RoadMapReading {
    assemble::reading(table::interpret(&layout::Grid::of(cells)), year)
}

/// Whether a table has a heading that a road map would have.
pub fn has_heading(cells: &[Vec<String>]) -> bool {
    cells.iter().any(|row| header::Columns::of(row).is_some())
}
