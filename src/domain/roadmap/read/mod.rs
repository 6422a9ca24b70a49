//! A document → the rows of its road map.
//!
//! `layout` turns text into a grid of cells (or finds that it has no columns: `prose`), `header` says what the
//! columns mean, `table` tells rows from continuations and sections, `assemble` finishes them. DOCX and XLSX
//! readers bring their cells to [`read_grid`].
//!
//! To add a layout, add a splitter to `layout`; to add a column name, a stem in `header`.

mod assemble;
mod cells;
mod checks;
mod csv;
mod header;
mod heading;
mod hyphen;
mod inferred;
mod inherit;
mod items;
mod join;
mod labels;
mod layout;
mod limits;
mod markup;
mod month_columns;
mod numbered;
mod numbering;
mod prose;
mod remark;
mod row_start;
mod rows;
mod sections;
mod spaces;
mod table;
mod tabs;
mod title;
mod torn;
mod unglue;
mod vertical;
mod words;

#[cfg(test)]
mod generated;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod kept_rows;
#[cfg(test)]
mod made_up;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unseen;

pub(super) use assemble::is_ditto;
pub use checks::remarks;
pub use remark::{Limit, Need, Remark};
pub use torn::Words;

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

/// The school year to which terms without a year belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanYear {
    /// Asked for: it counts whatever the document says.
    Fixed(SchoolYear),
    /// Counts where the document itself names none.
    Fallback(SchoolYear),
}

impl From<SchoolYear> for PlanYear {
    fn from(year: SchoolYear) -> Self {
        Self::Fallback(year)
    }
}

/// Reads a plain text document.
pub fn read_text(document: &str, year: impl Into<PlanYear>) -> RoadMapReading {
    let (lines, cut) = limits::lines(layout::lines(document));
    let mut draft = match layout::grid(&lines) {
        Some(grid) => {
            let (cells, wide) = limits::widths(grid);
            let mut draft = table::interpret(&cells);
            draft.remarks.extend(wide);
            draft
        }
        None => prose::interpret(&lines),
    };
    draft.remarks.extend(cut);
    limits::rows(&mut draft);
    assemble::reading(draft, year.into())
}

/// Reads a table whose cells are known, with what stands above and below it as rows of one cell. A merged cell's
/// text stands in each row it covers; of the columns it covers, in the first.
pub fn read_grid(cells: Vec<Vec<String>>, year: impl Into<PlanYear>) -> RoadMapReading {
    let (cells, cut) = limits::cells(cells);
    let grid = layout::Grid::of(cells);
    let mut draft = match inferred::with_heading(grid.clone()).filter(|_| grid.known_columns() == 0) {
        Some(headed) => table::interpret(&headed),
        None => table::interpret(&grid),
    };
    draft.remarks.extend(cut);
    assemble::reading(draft, year.into())
}

/// Whether a table has a heading that a road map would have.
pub fn has_heading(cells: &[Vec<String>]) -> bool {
    cells.iter().any(|row| header::Columns::of(row).is_some())
}

/// Whether a row names columns of a road map and nothing else, be they a whole heading or not: «Срок | Ответственный».
pub fn names_columns(row: &[String]) -> bool {
    let mut written = row.iter().filter(|cell| !cell.trim().is_empty()).peekable();
    written.peek().is_some() && written.all(|cell| header::column(cell).is_some())
}
