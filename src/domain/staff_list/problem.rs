//! Why a staff list cannot be applied, each with the sentence that says what to do.

/// What is wrong in one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowErrorKind {
    /// Something is written in the row, but no name.
    NoName,
    /// Digits, signs or far too many words where a name should be.
    NotAName,
    OnlySurname,
    /// The same name stands in row `first` already.
    Repeats {
        first: usize,
    },
    /// A name, position, subject or role is longer than `limit` characters.
    TooLong {
        limit: usize,
    },
}

impl RowErrorKind {
    /// The sentence about the row. All need `$row`; `…-repeats` also `$first`, `…-too-long` also `$limit`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoName => "error-staff-row-no-name",
            Self::NotAName => "error-staff-row-not-a-name",
            Self::OnlySurname => "error-staff-row-only-surname",
            Self::Repeats { .. } => "error-staff-row-repeats",
            Self::TooLong { .. } => "error-staff-row-too-long",
        }
    }
}

/// A row that must be corrected before the list is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowError {
    /// The row of the file, counted from 1.
    pub row: usize,
    pub kind: RowErrorKind,
}

/// Why a whole list is not applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StaffProblem {
    #[error("no names were found in the list")]
    NoNames,
    #[error("{count} rows of the list have errors")]
    Rows { count: usize },
}

impl StaffProblem {
    /// The sentence above the rows. `error-staff-rows` needs `$count`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoNames => "error-staff-no-names",
            Self::Rows { .. } => "error-staff-rows",
        }
    }
}
