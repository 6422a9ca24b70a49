//! Reminders of the road map's deadlines: who is reminded of what, on which day.
//!
//! Every open occurrence has marks: days before its due day, the day itself, days after, and the days on which the
//! curator and the director hear that it is late. A mark goes out on one reminder day, once, to each person, and all
//! marks of a person's day are one digest. Rows without a day of their own get a quiet line from time to time.
//!
//! To add a mark: a number in `presets/reminders.toml`; its words belong to the text room. To add a kind of line:
//! [`LineKind`] and its words in `delivery::render::digest`.

mod instant;
mod later;
mod line;
mod mark;
mod policy;
mod settings;
#[cfg(test)]
mod tests;

pub use instant::{in_quiet_hours, reminder_instant};
pub use later::{Later, MOST_PUT_OFF, choices};
pub use line::{DigestLine, LineEnd, LineKind};
pub use mark::{Audience, Mark, send_day};
pub use policy::{Marks, MonthDay, ReminderKind, ReminderPolicy, SHIPPED};
pub use settings::{HOURS, Pace, QuietHours, ReminderSettings, Weekdays};

use crate::domain::ids::{ActivityId, OccurrenceId, PersonId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Answers whether there may be reminders on a day: a working day of the organisation on which it wants them.
pub type IsReminderDay<'a> = &'a dyn Fn(NaiveDate) -> bool;

/// The longest run without a working day that is looked through: more than summer, so a calendar with more than
/// that has no working days at all.
const LONGEST_BREAK: usize = 120;

/// The day by which something is to be done, and the first day of its window where the term names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDays {
    pub due: NaiveDate,
    pub start: Option<NaiveDate>,
}

/// An occurrence that nobody has closed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOccurrence {
    pub id: OccurrenceId,
    pub activity: ActivityId,
    pub days: DueDays,
    pub kind: ReminderKind,
    /// Who is reminded. The same person twice is reminded once.
    pub responsible: Vec<PersonId>,
}

/// One word about one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Said {
    /// First, so that words sort by it.
    pub due: NaiveDate,
    pub occurrence: OccurrenceId,
    pub activity: ActivityId,
    pub mark: Mark,
}

/// All that one person is reminded of on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    pub person: PersonId,
    pub on: NaiveDate,
    /// The earliest due day first.
    pub lines: Vec<Said>,
}

/// A mark whose day passed while nothing could be sent, and whose grace is over. For the curator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MissedMark {
    /// The day on which it should have gone out.
    pub should_on: NaiveDate,
    pub line: Said,
}

/// What one day owes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reminders {
    /// To those responsible, in the order of persons.
    pub digests: Vec<Digest>,
    /// To the curator and the director: what is late.
    pub escalated: Vec<Said>,
    pub missed: Vec<MissedMark>,
}

/// What one occurrence owes on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Played {
    /// At most one mark for each audience, the latest.
    pub said: Vec<Mark>,
    /// Marks that came too late, with the day on which they should have gone out.
    pub missed: Vec<(NaiveDate, Mark)>,
    /// The day of the next mark; `None` when nothing more will be said.
    pub next: Option<NaiveDate>,
}

/// Plays one reminder day for one open occurrence.
///
/// `last` is the last day dealt with (`None` at the very first time). Marks since then that could not go out go out
/// today, if they are at most [`ReminderPolicy::grace_days`] late; the others are missed, as are words about a due
/// day to come once it has passed. Of several marks for one audience only the latest goes out, so nobody reads about
/// one thing twice in a digest.
pub fn play(
    (days, kind): (DueDays, ReminderKind),
    policy: &ReminderPolicy,
    (last, today): (Option<NaiveDate>, NaiveDate),
    is_day: IsReminderDay<'_>,
) -> Played {
    let mut latest: BTreeMap<Audience, (NaiveDate, Mark)> = BTreeMap::new();
    let mut played = Played::default();
    for (should_on, mark) in policy.marks(kind).days(days, is_day) {
        if should_on > today {
            played.next = played.next.into_iter().chain([should_on]).min();
            continue;
        }
        if last.map_or(should_on < today, |last| should_on <= last) {
            continue;
        }
        if days_late(should_on, today, is_day) <= usize::from(policy.grace_days) {
            // Marks come in the order of time, so a later one replaces an earlier one.
            latest.insert(mark.audience(), (should_on, mark));
        } else {
            played.missed.push((should_on, mark));
        }
    }
    for (should_on, mark) in latest.into_values() {
        // «In three days» and «today» must not be said when they are no longer true.
        if today > days.due && !mark.is_after() {
            played.missed.push((should_on, mark));
        } else {
            played.said.push(mark);
        }
    }
    played
}

/// The reminders that go out today; on a day off, and on a day that was played already, nothing is owed.
pub fn reminders(
    open: &[OpenOccurrence],
    policy: &ReminderPolicy,
    (last, today): (Option<NaiveDate>, NaiveDate),
    is_day: IsReminderDay<'_>,
) -> Reminders {
    let mut owed = Reminders::default();
    if !is_day(today) {
        return owed;
    }
    let mut by_person: BTreeMap<PersonId, BTreeSet<Said>> = BTreeMap::new();
    for one in open {
        let day = play((one.days, one.kind), policy, (last, today), is_day);
        let said = |mark| Said { due: one.days.due, occurrence: one.id, activity: one.activity, mark };
        owed.missed.extend(day.missed.into_iter().map(|(should_on, mark)| MissedMark { should_on, line: said(mark) }));
        for mark in day.said {
            if mark.audience() != Audience::Responsible {
                owed.escalated.push(said(mark));
                continue;
            }
            for person in &one.responsible {
                by_person.entry(*person).or_default().insert(said(mark));
            }
        }
    }
    owed.missed.sort_unstable();
    owed.escalated.sort_unstable();
    let digests =
        by_person.into_iter().map(|(person, lines)| Digest { person, on: today, lines: lines.into_iter().collect() });
    owed.digests = digests.collect();
    owed
}

/// A row without a day of its own: whether it is spoken of today, and on which day next.
pub fn play_standing(
    marks: &Marks,
    (last, today): (Option<NaiveDate>, NaiveDate),
    is_day: IsReminderDay<'_>,
) -> (bool, Option<NaiveDate>) {
    let since = last.or(today.pred_opt()).unwrap_or(today);
    let on = |after: NaiveDate| marks.standing_after(after).and_then(|day| next_reminder_day(day, is_day));
    // A line that a week off or a stopped program has passed is said late; nothing hangs on its day.
    let said = last.is_some_and(|_| on(since).is_some_and(|day| day <= today)) || on(since) == Some(today);
    (said, on(today))
}

/// The first reminder day on or after a day: when the next reminders may go out. `None` if the calendar has none.
pub fn next_reminder_day(from: NaiveDate, is_day: IsReminderDay<'_>) -> Option<NaiveDate> {
    from.iter_days().take(LONGEST_BREAK).find(|day| is_day(*day))
}

/// How many reminder days after its day something goes out.
pub fn days_late(should_on: NaiveDate, today: NaiveDate, is_day: IsReminderDay<'_>) -> usize {
    should_on.iter_days().skip(1).take_while(|day| *day <= today).filter(|day| is_day(*day)).count()
}
