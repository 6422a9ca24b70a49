//! Marks: the days around a deadline on which somebody hears of it.

use super::{DueDays, IsReminderDay, LONGEST_BREAK, next_reminder_day};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A point in time around a due day, in calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The window opens.
    Start,
    Before(u16),
    Today,
    Overdue(u16),
    /// Still open so many days after the due day: the curator hears of it.
    Curator(u16),
    /// And then the director.
    Director(u16),
}

/// Whom a mark is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    Responsible,
    Curator,
    Director,
}

impl Mark {
    /// Stands in the code after a mark of a day from which its occurrence has moved.
    pub const OLD_DAY: char = '@';

    /// The calendar day of the mark, before days off are looked at. Dates here are far inside chrono's range.
    pub(super) fn day(self, due: DueDays) -> Option<NaiveDate> {
        match self {
            Self::Start => due.start.map(before_the_summer),
            Self::Before(days) => due.due.checked_sub_days(Days::new(u64::from(days))),
            Self::Today => Some(due.due),
            Self::Overdue(days) | Self::Curator(days) | Self::Director(days) => {
                due.due.checked_add_days(Days::new(u64::from(days)))
            }
        }
    }

    pub fn audience(self) -> Audience {
        match self {
            Self::Curator(_) => Audience::Curator,
            Self::Director(_) => Audience::Director,
            Self::Start | Self::Before(_) | Self::Today | Self::Overdue(_) => Audience::Responsible,
        }
    }

    /// Whether it speaks of a day that has passed.
    pub fn is_after(self) -> bool {
        matches!(self, Self::Overdue(_) | Self::Curator(_) | Self::Director(_))
    }

    /// The mark with this code; what follows an `@` tells that it was of a day from which the occurrence has moved.
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.split(Self::OLD_DAY).next().unwrap_or_default();
        let days = |text: &str| text.parse().ok();
        match code.split_once('_') {
            None if code == "start" => Some(Self::Start),
            None if code == "today" => Some(Self::Today),
            Some(("before", text)) => days(text).map(Self::Before),
            Some(("overdue", text)) => days(text).map(Self::Overdue),
            Some(("curator", text)) => days(text).map(Self::Curator),
            Some(("director", text)) => days(text).map(Self::Director),
            _ => None,
        }
    }
}

/// Work of July and August is announced before people leave, on 25 June (practice, T11).
fn before_the_summer(start: NaiveDate) -> NaiveDate {
    match start.month() {
        7 | 8 => NaiveDate::from_ymd_opt(start.year(), 6, 25).unwrap_or(start),
        _ => start,
    }
}

impl std::fmt::Display for Mark {
    /// The stable code, for unique keys and logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Start => f.write_str("start"),
            Self::Before(days) => write!(f, "before_{days}"),
            Self::Today => f.write_str("today"),
            Self::Overdue(days) => write!(f, "overdue_{days}"),
            Self::Curator(days) => write!(f, "curator_{days}"),
            Self::Director(days) => write!(f, "director_{days}"),
        }
    }
}

/// The one reminder day on which a mark goes out: the next one from the mark's own day. A mark that speaks of a day
/// to come must not pass it, so where the days off last beyond the due day it goes out before them.
///
/// `None` only in a calendar without working days, or for a start that is not known.
pub fn send_day(due: DueDays, mark: Mark, is_day: IsReminderDay<'_>) -> Option<NaiveDate> {
    let day = mark.day(due)?;
    let next = next_reminder_day(day, is_day);
    match next {
        next if mark.is_after() => next,
        Some(next) if next <= due.due => Some(next),
        _ => std::iter::successors(Some(day), NaiveDate::pred_opt).take(LONGEST_BREAK).find(|day| is_day(*day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reminder::tests::{day, weekdays};

    fn due(due: NaiveDate) -> DueDays {
        DueDays { due, start: None }
    }

    #[test]
    fn a_calendar_without_working_days_ends() {
        assert_eq!(next_reminder_day(day(2026, 9, 1), &|_| false), None);
        assert_eq!(next_reminder_day(day(2026, 9, 5), &weekdays), Some(day(2026, 9, 7)));
        assert_eq!(send_day(due(day(2026, 9, 1)), Mark::Today, &|_| false), None);
    }

    #[test]
    fn marks_have_stable_codes() {
        let marks =
            [Mark::Start, Mark::Before(14), Mark::Today, Mark::Overdue(7), Mark::Curator(10), Mark::Director(21)];
        let codes: Vec<String> = marks.iter().map(Mark::to_string).collect();
        assert_eq!(codes, ["start", "before_14", "today", "overdue_7", "curator_10", "director_21"]);
        for (mark, code) in marks.into_iter().zip(codes) {
            assert_eq!(Mark::from_code(&code), Some(mark));
        }
        assert_eq!(Mark::from_code("before_3@1790000000000"), Some(Mark::Before(3)), "of a day that has moved");
        assert_eq!(Mark::from_code("before_"), None);
        assert_eq!(Mark::from_code("later"), None);
    }

    #[test]
    fn summer_work_is_announced_before_people_leave() {
        let summer = DueDays { due: day(2027, 8, 31), start: Some(day(2027, 7, 1)) };
        assert_eq!(send_day(summer, Mark::Start, &weekdays), Some(day(2027, 6, 25)));
        let autumn = DueDays { due: day(2026, 11, 30), start: Some(day(2026, 10, 3)) };
        assert_eq!(send_day(autumn, Mark::Start, &weekdays), Some(day(2026, 10, 5)), "the 3rd is a Saturday");
        assert_eq!(send_day(due(day(2026, 11, 30)), Mark::Start, &weekdays), None);
    }
}
