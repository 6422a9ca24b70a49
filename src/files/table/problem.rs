//! Why a table cannot be read, each with the sentence that says what to do.

use crate::files::kind::FileKind;

/// Why a file did not become rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableProblem {
    #[error("the table holds nothing")]
    Empty,
    /// `limit` in whole megabytes.
    #[error("the file is larger than {limit} MB")]
    TooLarge { limit: usize },
    /// `limit` in whole megabytes: unpacked it would be larger.
    #[error("the workbook unpacks to more than {limit} MB")]
    TooLargeInside { limit: u64 },
    #[error("there are more than {limit} rows")]
    TooManyRows { limit: usize },
    #[error("there are more than {limit} columns")]
    TooManyColumns { limit: usize },
    /// `row` counted from 1.
    #[error("a cell in row {row} is longer than {limit} characters")]
    CellTooLong { row: usize, limit: usize },
    /// `limit` in thousands of characters, of all cells together.
    #[error("the table is longer than {limit} thousand characters")]
    TooLong { limit: usize },
    /// Of those that are shown.
    #[error("there are more than {limit} sheets")]
    TooManySheets { limit: usize },
    #[error("reading takes too long")]
    TooSlow,
    #[error("the workbook asks for a password")]
    Protected,
    #[error("the workbook is damaged")]
    Broken,
    #[error("a table was expected, but the file is {}", found.code())]
    WrongKind { found: FileKind },
}

impl TableProblem {
    /// The sentence that says what to do next.
    ///
    /// Arguments: `$limit` where the variant has `limit`, `$row` where it has `row`, and `$found`
    /// ([`FileKind::code`]) for `error-file-wrong-kind`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "error-file-table-empty",
            Self::TooLarge { .. } => "error-file-too-large",
            Self::TooLargeInside { .. } => "error-file-too-large-inside",
            Self::TooManyRows { .. } => "error-file-too-many-rows",
            Self::TooManyColumns { .. } => "error-file-too-many-columns",
            Self::CellTooLong { .. } => "error-file-cell-too-long",
            Self::TooLong { .. } => "error-file-too-long",
            Self::TooManySheets { .. } => "error-file-too-many-sheets",
            Self::TooSlow => "error-file-too-slow",
            Self::Protected => "error-file-protected",
            Self::Broken => "error-file-broken",
            Self::WrongKind { .. } => "error-file-wrong-kind",
        }
    }
}
