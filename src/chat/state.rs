//! Where a chat stands. The current screen can be drawn again from it at any time.

use super::evidence::EvidenceStep;
use super::road_map::Rows;
use super::{Audience, Flow};
use crate::domain::ids::{ActivityId, OccurrenceId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A place in the conversation; kept as JSON in the session row, so old names must stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// The menu, or for somebody unknown: how to get in.
    Home,
    /// The road map's document is wanted.
    RoadMapWanted,
    /// What was read in it: the summary.
    RoadMapRead,
    /// The rows that were read.
    RoadMapReadRows { page: u32 },
    /// One of them, counted from 0.
    RoadMapReadRow { row: u32 },
    /// A road map is in force: replace it?
    RoadMapReplace,
    /// What is due in a month, named by its first day.
    RoadMapMonth { month: NaiveDate, page: u32 },
    RoadMapRows { list: Rows, page: u32 },
    /// One row, and the list it was chosen from.
    RoadMapRow { activity: ActivityId, list: Rows, page: u32 },
    /// Another term for a row; what was typed waits for a yes.
    RoadMapTerm { activity: ActivityId, list: Rows, page: u32, phrase: Option<String> },
    /// Who does a row: the staff list by page, or the names that hold `find`.
    RoadMapDuty { activity: ActivityId, list: Rows, page: u32, people: u32, find: String },
    /// What one has to do.
    MyRows { page: u32 },
    /// One dated instance of a row.
    Occurrence { occurrence: OccurrenceId },
    /// Open it again?
    Reopen { occurrence: OccurrenceId, version: i64 },
    /// What shows that it is done.
    Evidence { occurrence: OccurrenceId, version: i64, step: EvidenceStep },
}

impl State {
    /// The conversation that draws the screen and takes what is typed.
    pub(super) fn flow(&self) -> Flow {
        match self {
            Self::Home => Flow::Home,
            Self::RoadMapWanted
            | Self::RoadMapRead
            | Self::RoadMapReadRows { .. }
            | Self::RoadMapReadRow { .. }
            | Self::RoadMapReplace
            | Self::RoadMapMonth { .. }
            | Self::RoadMapRows { .. }
            | Self::RoadMapRow { .. }
            | Self::RoadMapTerm { .. }
            | Self::RoadMapDuty { .. } => Flow::RoadMap,
            Self::MyRows { .. } | Self::Occurrence { .. } | Self::Reopen { .. } | Self::Evidence { .. } => {
                Flow::Evidence
            }
        }
    }

    /// Who may be there; roles change while a chat stands still.
    pub(super) fn audience(&self) -> Audience {
        match self {
            Self::Home => Audience::Anyone,
            Self::MyRows { .. } | Self::Occurrence { .. } | Self::Evidence { .. } => Audience::Staff,
            Self::RoadMapWanted
            | Self::RoadMapRead
            | Self::RoadMapReadRows { .. }
            | Self::RoadMapReadRow { .. }
            | Self::RoadMapReplace
            | Self::RoadMapMonth { .. }
            | Self::RoadMapRows { .. }
            | Self::RoadMapRow { .. }
            | Self::RoadMapTerm { .. }
            | Self::RoadMapDuty { .. }
            | Self::Reopen { .. } => Audience::Curator,
        }
    }

    /// Whether a file sent now would be read, so that it is worth fetching.
    pub fn wants_file(&self) -> bool {
        match self {
            Self::RoadMapWanted | Self::RoadMapRead => true,
            _ => false,
        }
    }
}
