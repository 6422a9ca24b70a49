//! Where a curator can stand at the calendar.

use crate::chat::State;
use crate::domain::calendar::{CalendarSettings, VacationKind};
use serde::{Deserialize, Serialize};

/// A place at the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum CalendarPlace {
    /// How everything stands.
    Home,
    /// All vacations of the school year.
    Vacations,
    /// One of them: when?
    Vacation { kind: VacationKind },
    /// Own days off and worked days.
    Days { page: u32 },
    /// Due days move with the change: really?
    Sure { change: Box<Change> },
}

/// A change of the calendar that waits for a yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub(super) settings: CalendarSettings,
    /// The version that it was made from.
    pub(super) seen: i64,
    /// Where it was made, and where a no leads.
    pub(super) from: CalendarPlace,
}

impl CalendarPlace {
    /// One step back; `None` leads out of the calendar.
    pub(super) fn parent(self) -> Option<Self> {
        match self {
            Self::Home => None,
            Self::Vacations | Self::Days { .. } => Some(Self::Home),
            Self::Vacation { .. } => Some(Self::Vacations),
            Self::Sure { change } => Some(change.from),
        }
    }
}

impl From<CalendarPlace> for State {
    fn from(place: CalendarPlace) -> Self {
        Self::Calendar(place)
    }
}
