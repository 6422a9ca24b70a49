//! Marks: the days around a deadline on which somebody is reminded.

use super::{IsWorking, LONGEST_BREAK, next_reminder_day};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// How far days off can move a mark: the New Year's holidays with weekends on both sides, and as much again.
const DAYS_OFF: u64 = 30;

/// A point in time around a due day, in calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Before(u16),
    Today,
    Overdue(u16),
}

coded_enum! {
    /// How often an activity comes back, as far as reminders care.
    pub enum Rhythm {
        /// Once a year or once for all.
        Once = "once",
        /// Every month: fewer marks, or there would be one every week.
        Monthly = "monthly",
    }
}

/// Which marks there are, and how late a reminder may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderPolicy {
    /// Days before the due day, for rows that come once.
    pub before: Vec<u16>,
    /// Days before the due day, for rows that come every month. 0 is the day itself, here and above.
    pub before_monthly: Vec<u16>,
    /// Days after the due day, for all rows.
    pub overdue: Vec<u16>,
    /// How many working days late a reminder may still go out when it could not go out in time.
    pub grace_working_days: u8,
}

impl Default for ReminderPolicy {
    fn default() -> Self {
        Self { before: vec![14, 3, 0], before_monthly: vec![3], overdue: vec![1, 7], grace_working_days: 1 }
    }
}

impl ReminderPolicy {
    /// The due days that can have a mark to go out or to be missed on `today`, when the reminders before went out on
    /// `last`: what a query must bring.
    pub fn window(&self, last: Option<NaiveDate>, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let furthest = |days: &[u16]| u64::from(days.iter().copied().max().unwrap_or(0));
        let before = furthest(&self.before).max(furthest(&self.before_monthly)) + DAYS_OFF;
        let overdue = furthest(&self.overdue) + DAYS_OFF;
        let since = last.unwrap_or(today).min(today);
        (since - Days::new(overdue), today + Days::new(before))
    }

    /// The marks of a row, the earliest first.
    pub(super) fn marks(&self, rhythm: Rhythm) -> Vec<Mark> {
        let mut before = match rhythm {
            Rhythm::Once => self.before.clone(),
            Rhythm::Monthly => self.before_monthly.clone(),
        };
        before.sort_unstable_by(|earlier, later| later.cmp(earlier));
        before.dedup();
        let mut overdue = self.overdue.clone();
        overdue.sort_unstable();
        overdue.dedup();
        let before = before.into_iter().map(|days| if days == 0 { Mark::Today } else { Mark::Before(days) });
        before.chain(overdue.into_iter().map(Mark::Overdue)).collect()
    }
}

impl Mark {
    /// The calendar day of the mark, before days off are looked at. Dates here are far inside chrono's range.
    fn day(self, due: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Before(days) => due.checked_sub_days(Days::new(u64::from(days))),
            Self::Today => Some(due),
            Self::Overdue(days) => due.checked_add_days(Days::new(u64::from(days))),
        }
    }
}

impl std::fmt::Display for Mark {
    /// The stable code, for unique keys and logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Before(days) => write!(f, "before_{days}"),
            Self::Today => f.write_str("today"),
            Self::Overdue(days) => write!(f, "overdue_{days}"),
        }
    }
}

/// The one working day on which a mark goes out: the next one from the mark's own day. A mark that speaks of a day
/// to come must not pass it, so where the days off last beyond the due day it goes out before them.
///
/// `None` only in a calendar without working days.
pub fn send_day(due: NaiveDate, mark: Mark, is_working: IsWorking<'_>) -> Option<NaiveDate> {
    let day = mark.day(due)?;
    let next = next_reminder_day(day, is_working);
    match (mark, next) {
        (Mark::Overdue(_), next) => next,
        (_, Some(next)) if next <= due => Some(next),
        _ => std::iter::successors(Some(day), NaiveDate::pred_opt).take(LONGEST_BREAK).find(|day| is_working(*day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reminder::tests::{day, weekdays};

    #[test]
    fn a_calendar_without_working_days_ends() {
        assert_eq!(next_reminder_day(day(2026, 9, 1), &|_| false), None);
        assert_eq!(next_reminder_day(day(2026, 9, 5), &weekdays), Some(day(2026, 9, 7)));
        assert_eq!(send_day(day(2026, 9, 1), Mark::Today, &|_| false), None);
    }

    #[test]
    fn marks_have_stable_codes() {
        let codes: Vec<String> =
            [Mark::Before(14), Mark::Today, Mark::Overdue(7)].iter().map(Mark::to_string).collect();
        assert_eq!(codes, ["before_14", "today", "overdue_7"]);
    }
}
