//! Why a document cannot be read, each with the sentence that says what to do instead.

use crate::files::decode::TextFileProblem;
use crate::files::kind::FileKind;
use crate::files::table::TableProblem;

/// Why a file did not become a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentProblem {
    #[error("the file holds no text")]
    Empty,
    /// `limit` in whole megabytes.
    #[error("the file is larger than {limit} MB")]
    TooLarge { limit: usize },
    /// `limit` in whole megabytes: unpacked it would be larger.
    #[error("the file unpacks to more than {limit} MB")]
    TooLargeInside { limit: usize },
    /// `limit` in thousands of characters.
    #[error("the document is longer than {limit} thousand characters")]
    TooLong { limit: usize },
    #[error("there are more than {limit} rows")]
    TooManyRows { limit: usize },
    #[error("there are more than {limit} columns")]
    TooManyColumns { limit: usize },
    /// Of those that are shown.
    #[error("there are more than {limit} sheets")]
    TooManySheets { limit: usize },
    /// `row` of the tables together, counted from 1; `limit` in characters.
    #[error("a cell in row {row} is longer than {limit} characters")]
    CellTooLong { row: usize, limit: usize },
    #[error("the file asks for a password")]
    Protected,
    #[error("the file is damaged: {}", found.code())]
    Broken { found: FileKind },
    /// Pictures of pages instead of text.
    #[error("the PDF has no text")]
    Scan,
    /// The pages have letters, but the file does not say which.
    #[error("the PDF's text cannot be made out")]
    Unreadable,
    /// The columns of one table stand on different pages, and which rows belong together cannot be told.
    #[error("the columns of the table are spread over pages")]
    ColumnsApart,
    /// A table without lines whose cells do not begin at one height.
    #[error("the rows of the table cannot be told apart")]
    RowsUnclear,
    #[error("reading takes too long")]
    TooSlow,
    #[error("a document was expected, but the file is {}", found.code())]
    WrongKind { found: FileKind },
}

impl DocumentProblem {
    /// The sentence that says what to do next; all take `$limit`, `$row` and `$found`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "document-empty",
            Self::TooLarge { .. } => "document-too-large",
            Self::TooLargeInside { .. } => "document-too-large-inside",
            Self::TooLong { .. } => "document-too-long",
            Self::TooManyRows { .. } => "document-too-many-rows",
            Self::TooManyColumns { .. } => "document-too-many-columns",
            Self::TooManySheets { .. } => "document-too-many-sheets",
            Self::CellTooLong { .. } => "document-cell-too-long",
            Self::Protected => "document-protected",
            Self::Broken { .. } => "document-broken",
            Self::Scan => "document-scan",
            Self::Unreadable => "document-unreadable",
            Self::ColumnsApart => "document-columns-apart",
            Self::RowsUnclear => "document-rows-unclear",
            Self::TooSlow => "document-too-slow",
            Self::WrongKind { .. } => "document-wrong-kind",
        }
    }

    /// The limit that was broken; 0 where none was.
    pub const fn limit(&self) -> usize {
        match self {
            Self::TooLarge { limit }
            | Self::TooLargeInside { limit }
            | Self::TooLong { limit }
            | Self::TooManyRows { limit }
            | Self::TooManyColumns { limit }
            | Self::TooManySheets { limit }
            | Self::CellTooLong { limit, .. } => *limit,
            _ => 0,
        }
    }

    /// The row that is meant, counted from 1; 0 where none is.
    pub const fn row(&self) -> usize {
        match self {
            Self::CellTooLong { row, .. } => *row,
            _ => 0,
        }
    }

    /// What the file is ([`FileKind::code`]), where that matters.
    pub const fn found(&self) -> &'static str {
        match self {
            Self::Broken { found } | Self::WrongKind { found } => found.code(),
            _ => FileKind::Unknown.code(),
        }
    }
}

impl From<TableProblem> for DocumentProblem {
    fn from(problem: TableProblem) -> Self {
        match problem {
            TableProblem::Empty => Self::Empty,
            TableProblem::TooLarge { limit } => Self::TooLarge { limit },
            TableProblem::TooLargeInside { limit } => {
                Self::TooLargeInside { limit: usize::try_from(limit).unwrap_or(usize::MAX) }
            }
            TableProblem::TooManyRows { limit } => Self::TooManyRows { limit },
            TableProblem::TooManyColumns { limit } => Self::TooManyColumns { limit },
            TableProblem::CellTooLong { row, limit } => Self::CellTooLong { row, limit },
            TableProblem::TooLong { limit } => Self::TooLong { limit },
            TableProblem::TooManySheets { limit } => Self::TooManySheets { limit },
            TableProblem::TooSlow => Self::TooSlow,
            TableProblem::Protected => Self::Protected,
            TableProblem::Broken => Self::Broken { found: FileKind::Xlsx },
            TableProblem::WrongKind { found } => Self::WrongKind { found },
        }
    }
}

impl From<TextFileProblem> for DocumentProblem {
    fn from(problem: TextFileProblem) -> Self {
        match problem {
            TextFileProblem::Empty => Self::Empty,
            TextFileProblem::TooLarge { limit } => Self::TooLarge { limit },
            TextFileProblem::NotText { found } => Self::WrongKind { found },
        }
    }
}
