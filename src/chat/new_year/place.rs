//! Where a curator can stand at the next school year.

use crate::chat::screen::PAGE;
use crate::chat::{State, Typed};
use crate::domain::ids::ActivityId;
use serde::{Deserialize, Serialize};

/// A place at the next school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum NewYearPlace {
    /// All rows as they would be.
    Rows { page: u32 },
    /// One of them.
    Row { row: ActivityId },
    /// Another term for it; what was typed waits for a yes.
    Term { row: ActivityId, phrase: Option<Typed> },
    /// Start it?
    Start,
    /// Take the start back?
    Undo,
}

/// The page of a list on which the entry at this place stands.
pub(super) fn page_of(place: usize) -> u32 {
    u32::try_from(place / PAGE).unwrap_or(0)
}

impl From<NewYearPlace> for State {
    fn from(place: NewYearPlace) -> Self {
        Self::NewYear(place)
    }
}
