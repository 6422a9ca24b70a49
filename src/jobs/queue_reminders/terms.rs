//! What the terms of a portion's rows mean. Schools write the same few phrases, so each is read once.

use super::schools::School;
use crate::domain::reminder::{DueDays, ReminderKind};
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::occurrences::DueOccurrence;
use crate::domain::school_year::SchoolYear;
use crate::store::wakings::Waking;
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Default)]
pub(super) struct Terms(HashMap<Key, Known>);

#[derive(PartialEq, Eq, Hash)]
struct Key {
    phrase: String,
    choice: TermChoice,
    year: SchoolYear,
    /// Which calendar: those that said nothing share one.
    calendar: usize,
}

#[derive(Clone)]
pub(super) struct Known {
    pub(super) kind: ReminderKind,
    planned: Arc<[DueOccurrence]>,
}

impl Terms {
    pub(super) fn of(&mut self, row: &Activity, school: &School) -> Known {
        let key = Key {
            phrase: row.phrase().to_owned(),
            choice: row.term_choice,
            year: row.school_year,
            calendar: Arc::as_ptr(&school.calendar).addr(),
        };
        let read =
            || Known { kind: row.reminder_kind(&school.calendar), planned: row.planned(&school.calendar).into() };
        self.0.entry(key).or_insert_with(read).clone()
    }
}

impl Known {
    pub(super) fn has_days(&self) -> bool {
        !self.planned.is_empty()
    }

    pub(super) fn days(&self, one: &Waking) -> DueDays {
        let planned = self.planned.iter().find(|planned| planned.official_due == one.official_due);
        DueDays { due: one.due, start: planned.and_then(|planned| planned.window_start) }
    }
}
