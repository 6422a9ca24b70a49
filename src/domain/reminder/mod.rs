//! Reminders of the road map's deadlines: who is reminded of what, on which day.
//!
//! Every open occurrence has marks: days before its due day, the day itself, days after. A mark goes out on one
//! working day, once, to each responsible person, and all marks of a person's day are one digest.
//!
//! To add a mark: a number in [`ReminderPolicy`]; its words belong to the text room.

mod instant;
mod later;
mod mark;
#[cfg(test)]
mod tests;

pub use instant::{in_quiet_hours, reminder_instant};
pub use later::{Later, MOST_PUT_OFF, choices};
pub use mark::{Mark, ReminderPolicy, Rhythm, send_day};

use crate::domain::ids::{ActivityId, OccurrenceId, PersonId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Answers whether a day is a working day of the organisation.
pub type IsWorking<'a> = &'a dyn Fn(NaiveDate) -> bool;

/// The longest run without a working day that is looked through: more than summer, so a calendar with more than
/// that has no working days at all.
const LONGEST_BREAK: usize = 120;

/// An occurrence that nobody has closed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenOccurrence {
    pub id: OccurrenceId,
    pub activity: ActivityId,
    pub due: NaiveDate,
    pub rhythm: Rhythm,
    /// Who is reminded. The same person twice is reminded once.
    pub responsible: Vec<PersonId>,
}

/// One reminder in a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DigestLine {
    /// First, so that lines sort by it.
    pub due: NaiveDate,
    pub occurrence: OccurrenceId,
    pub activity: ActivityId,
    pub mark: Mark,
}

/// All that one person is reminded of on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    pub person: PersonId,
    pub on: NaiveDate,
    /// The earliest due day first.
    pub lines: Vec<DigestLine>,
}

/// A mark whose day passed while nothing could be sent, and whose grace is over. For the curator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MissedMark {
    /// The day on which it should have gone out.
    pub should_on: NaiveDate,
    pub line: DigestLine,
}

/// What one day owes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// In the order of persons.
    pub digests: Vec<Digest>,
    pub missed: Vec<MissedMark>,
}

/// The reminders that go out today.
///
/// `last` is the last day on which reminders went out (`None` at the very first time). Marks since then that could
/// not go out go out today, if they are at most [`ReminderPolicy::grace_working_days`] late; the others are
/// reported as missed, as are words about a due day to come once it has passed. Of several marks of one
/// occurrence only the latest goes out, so nobody reads about one thing twice in a digest. On a day off, and on a
/// day that was played already, nothing is owed.
pub fn reminders(
    open: &[OpenOccurrence],
    policy: &ReminderPolicy,
    last: Option<NaiveDate>,
    today: NaiveDate,
    is_working: IsWorking<'_>,
) -> Reminders {
    if !is_working(today) {
        return Reminders::default();
    }
    let mut by_person: BTreeMap<PersonId, BTreeSet<DigestLine>> = BTreeMap::new();
    let mut missed = Vec::new();
    for occurrence in open {
        let day = play(occurrence, policy, last, today, is_working);
        missed.extend(day.missed);
        let Some(line) = day.line else {
            continue;
        };
        for person in &occurrence.responsible {
            by_person.entry(*person).or_default().insert(line);
        }
    }
    missed.sort_unstable();
    let digests =
        by_person.into_iter().map(|(person, lines)| Digest { person, on: today, lines: lines.into_iter().collect() });
    Reminders { digests: digests.collect(), missed }
}

/// The first working day on or after a day: when the next reminders may go out. `None` if the calendar has none.
pub fn next_reminder_day(from: NaiveDate, is_working: IsWorking<'_>) -> Option<NaiveDate> {
    from.iter_days().take(LONGEST_BREAK).find(|day| is_working(*day))
}

/// The first working day from `from` on which something goes out or is found missed; `None` when nothing will.
pub fn next_owing_day(
    open: &[OpenOccurrence],
    policy: &ReminderPolicy,
    last: Option<NaiveDate>,
    from: NaiveDate,
    is_working: IsWorking<'_>,
) -> Option<NaiveDate> {
    let soonest = next_reminder_day(from, is_working)?;
    let days = open.iter().flat_map(|one| {
        let marks = policy.marks(one.rhythm).into_iter();
        marks.filter_map(|mark| send_day(one.due, mark, is_working))
    });
    let owed = days.filter(|day| match last {
        Some(last) => *day > last,
        None => *day >= soonest,
    });
    owed.map(|day| day.max(soonest)).min()
}

/// What one occurrence owes today.
struct Due {
    line: Option<DigestLine>,
    missed: Vec<MissedMark>,
}

fn play(
    occurrence: &OpenOccurrence,
    policy: &ReminderPolicy,
    last: Option<NaiveDate>,
    today: NaiveDate,
    is_working: IsWorking<'_>,
) -> Due {
    let mut due = Due { line: None, missed: Vec::new() };
    // Marks come in the order of time, so a later one replaces an earlier one.
    for mark in policy.marks(occurrence.rhythm) {
        let Some(should_on) = send_day(occurrence.due, mark, is_working) else {
            continue;
        };
        let owed = should_on <= today && last.map_or(should_on == today, |last| last < should_on);
        if !owed {
            continue;
        }
        let line = DigestLine { due: occurrence.due, occurrence: occurrence.id, activity: occurrence.activity, mark };
        if working_days_late(should_on, today, is_working) <= usize::from(policy.grace_working_days) {
            due.line = Some(line);
        } else {
            due.missed.push(MissedMark { should_on, line });
        }
    }
    // «In three days» and «today» must not be said when they are no longer true.
    if today > occurrence.due
        && let Some(line) = due.line.take_if(|line| !matches!(line.mark, Mark::Overdue(_)))
        && let Some(should_on) = send_day(occurrence.due, line.mark, is_working)
    {
        due.missed.push(MissedMark { should_on, line });
    }
    due
}

fn working_days_late(should_on: NaiveDate, today: NaiveDate, is_working: IsWorking<'_>) -> usize {
    should_on.iter_days().skip(1).take_while(|day| *day <= today).filter(|day| is_working(*day)).count()
}
