//! The road map with what became of it, for whoever checks: a document for Word and a workbook for Excel.
//!
//! Plain texts in, a file's bytes out: what a row says is decided elsewhere. [`docx`] and [`xlsx`] draw the same
//! [`FinishedTable`]; a part that only one of them can show is named so.

pub mod docx;
pub mod xlsx;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

/// Everything that the table says, in the reader's language.
#[derive(Debug, Clone, Default)]
pub struct FinishedTable {
    pub title: String,
    /// Lines under the title: the road map, the organisation, the school year.
    pub about: Vec<String>,
    /// When the table was made.
    pub made: String,
    /// How much is done, in one sentence.
    pub totals: String,
    pub columns: Columns,
    pub stages: Vec<Stage>,
    /// What stands in place of the rows while there are none.
    pub empty: String,
    /// The blank lines of whoever approves, at the right above the title: the printed document only.
    pub approval: Vec<Line>,
    /// The blank line of whoever signs, below: the printed document only.
    pub signature: Vec<Line>,
    /// Every date on a line of its own: the workbook's second sheet.
    pub dates: DatesSheet,
}

/// A line to be filled in by hand: the words, and whether they are a caption under the line above.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    pub is_caption: bool,
}

/// Names of the columns.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    pub number: String,
    pub activity: String,
    pub term: String,
    pub responsible: String,
    pub state: String,
    pub actual: String,
    pub evidence: String,
}

/// The rows of one stage; a name of '' is a road map without stages.
#[derive(Debug, Clone, Default)]
pub struct Stage {
    pub name: String,
    pub rows: Vec<Row>,
}

/// One activity; each field is a cell, its lines are parted by line feeds.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub number: String,
    pub activity: String,
    pub term: String,
    pub responsible: String,
    pub state: String,
    /// Something in the row is overdue: the state is made to stand out.
    pub is_late: bool,
    pub actual: String,
    pub evidence: String,
}

/// The dates one by one, to be sorted and sifted.
#[derive(Debug, Clone, Default)]
pub struct DatesSheet {
    /// The name of the sheet.
    pub name: String,
    /// Names of the columns: number, stage, activity, last day, state, actual day, evidence.
    pub columns: Vec<String>,
    pub rows: Vec<DateRow>,
}

/// One date of one activity.
#[derive(Debug, Clone)]
pub struct DateRow {
    pub number: u32,
    pub stage: String,
    pub activity: String,
    pub last_day: NaiveDate,
    pub state: String,
    pub done_on: Option<NaiveDate>,
    pub evidence: String,
}

impl FinishedTable {
    fn has_rows(&self) -> bool {
        self.stages.iter().any(|stage| !stage.rows.is_empty())
    }
}
