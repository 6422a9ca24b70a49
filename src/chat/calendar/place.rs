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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::offered;
    use crate::domain::school_year::SchoolYear;

    #[test]
    fn a_change_that_waits_survives_a_restart() {
        let year = SchoolYear(2026);
        let mut settings = CalendarSettings::default();
        for kind in VacationKind::ALL {
            settings.vacations.set(year, *kind, offered(year, *kind).map(|(span, _)| span).unwrap()).unwrap();
        }
        settings.days.insert(year.first_day(), crate::domain::calendar::DayKind::Off);
        settings.complete.insert(2027);
        let change = Box::new(Change { settings, seen: 3, from: CalendarPlace::Days { page: 1 } });
        let state = State::Calendar(CalendarPlace::Sure { change });
        let kept = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<State>(&kept).unwrap(), state);
    }
}
