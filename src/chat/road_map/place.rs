//! Where a curator can stand at the road map.

use super::review::{Former, ReviewPlace, Round};
use crate::chat::Typed;
use crate::chat::screen::PAGE;
use crate::chat::state::State;
use crate::domain::ids::ActivityId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Which rows a list shows.
    pub enum Rows {
        All = "all",
        /// Those with something to settle.
        Asked = "asked",
        /// Those without a day.
        Undated = "undated",
    }
}

/// A place at the road map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum RoadMapPlace {
    /// The document is wanted.
    Wanted,
    /// Which of the built-in templates?
    Templates,
    /// What was read in it: the summary.
    Read,
    /// The rows that were read.
    ReadRows {
        page: u32,
    },
    /// One of them, counted from 0.
    ReadRow {
        row: u32,
    },
    /// A road map is in force: replace it?
    Replace,
    /// What is due in a month, named by its first day.
    Month {
        month: NaiveDate,
        page: u32,
    },
    Rows {
        list: Rows,
        page: u32,
    },
    Row {
        row: ListedRow,
        /// What the last change on it changed, to be taken back.
        #[serde(default)]
        undo: Option<Box<Former>>,
    },
    /// Another term for a row; what was typed waits for a yes.
    Term {
        row: ListedRow,
        phrase: Option<Typed>,
    },
    /// Who does a row: posts, then the staff list by page, or the names that hold `find`.
    Duty {
        row: ListedRow,
        people: u32,
        find: Typed,
        /// Who did it before the first press here.
        #[serde(default)]
        undo: Option<Box<Former>>,
    },
    /// Going over the rows and what changes them.
    Review {
        step: ReviewPlace,
    },
}

/// One row, and the list it was chosen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedRow {
    pub(super) activity: ActivityId,
    pub(super) list: Rows,
    pub(super) page: u32,
    /// The questions in which it came up.
    #[serde(default)]
    pub(super) round: Option<Round>,
}

impl RoadMapPlace {
    /// Whether a file sent now would be read: a document, or a table that comes back.
    pub(in crate::chat) fn wants_document(&self) -> bool {
        use ReviewPlace::{Changes, Table};
        match self {
            Self::Wanted | Self::Read | Self::Month { .. } | Self::Rows { .. } | Self::Row { .. } => true,
            Self::Review { step } => matches!(step, Table | Changes { .. }),
            _ => false,
        }
    }

    /// Whether a document waits to be loaded.
    pub(in crate::chat) fn is_draft(&self) -> bool {
        matches!(self, Self::Read | Self::ReadRows { .. } | Self::ReadRow { .. } | Self::Replace)
    }
}

impl RoadMapPlace {
    /// One step back; `None` leads out of the road map's document.
    pub(super) fn parent(self) -> Option<Self> {
        Some(match self {
            Self::ReadRow { row } => Self::ReadRows { page: row / u32::try_from(PAGE).unwrap_or(1) },
            Self::ReadRows { .. } | Self::Replace => Self::Read,
            Self::Templates => Self::Wanted,
            Self::Row { row, .. } => Self::Rows { list: row.list, page: row.page },
            Self::Term { row: ListedRow { round: Some(round), .. }, .. } => {
                ReviewPlace::Question { round, undo: Vec::new() }.into()
            }
            Self::Term { row, phrase: None } => Self::Row { row, undo: None },
            Self::Duty { row, undo, .. } => Self::Row { row, undo },
            Self::Review { step } => step.parent(),
            Self::Term { row, .. } => Self::Term { row, phrase: None },
            Self::Rows { list: Rows::Asked | Rows::Undated, .. } => Self::Rows { list: Rows::All, page: 0 },
            Self::Rows { .. } | Self::Wanted | Self::Read | Self::Month { .. } => return None,
        })
    }

    /// The card of a row, remembering the list it was chosen from.
    pub(super) fn card(&self, activity: ActivityId) -> Self {
        let (list, page) = match self {
            Self::Rows { list, page } => (*list, *page),
            Self::Row { row, .. }
            | Self::Term { row, .. }
            | Self::Duty { row, .. }
            | Self::Review { step: ReviewPlace::Removed { row, .. } } => (row.list, row.page),
            _ => (Rows::All, 0),
        };
        Self::Row { row: ListedRow { activity, list, page, round: None }, undo: None }
    }
}

impl From<ReviewPlace> for RoadMapPlace {
    fn from(step: ReviewPlace) -> Self {
        Self::Review { step }
    }
}

impl From<RoadMapPlace> for State {
    fn from(place: RoadMapPlace) -> Self {
        Self::RoadMap(place)
    }
}
