//! The road map as a workbook that is corrected at a desk and sent back: rows keep their identity in a hidden column.

mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{MarkedTable, read};
pub use write::write;

/// Begins the mark of a table, so that nobody's own cell is taken for one.
const TABLE_MARK: &str = "nastavnik:";
/// Begins the mark of a row.
const ROW_MARK: &str = "row:";

/// What is written.
pub struct CorrectionTable {
    /// Names the table when it comes back.
    pub mark: String,
    pub title: String,
    /// What to do with the table, in one or two sentences.
    pub instruction: String,
    pub columns: Vec<Column>,
    pub lines: Vec<Line>,
}

/// A column: its name and how wide it is, in characters.
pub struct Column {
    pub name: String,
    pub width: u8,
    /// To be read, not edited: grey.
    pub for_reference: bool,
}

/// A row of the table.
pub struct Line {
    /// Names the row when the table comes back.
    pub mark: String,
    pub cells: Vec<String>,
}
