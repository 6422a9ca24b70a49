//! «Напомнить позже»: the days that can be chosen, and how often.

use super::{IsReminderDay, next_reminder_day};
use chrono::{Datelike, Days, NaiveDate};

/// How often one person may put one occurrence off. After that the curator sees it and it is not put off any more.
pub const MOST_PUT_OFF: usize = 3;

coded_enum! {
    /// A day for the next reminder.
    pub enum Later {
        Tomorrow = "tomorrow",
        /// The first day of the next week.
        Monday = "monday",
        InThreeDays = "in_three_days",
        /// The last working day before the due one.
        DayBefore = "day_before",
        /// The first working day after days off.
        AfterDaysOff = "after_days_off",
    }
}

/// The days that can be chosen today, each once and under its plainest name, the earliest first; with each whether it
/// lies after the due day, which has to be said. A day off is not offered under its name: then there is the first
/// working day after it.
pub fn choices(due: NaiveDate, today: NaiveDate, is_day: IsReminderDay<'_>) -> Vec<(Later, NaiveDate, bool)> {
    let ahead = |days: u64| today.checked_add_days(Days::new(days)).filter(|day| is_day(*day));
    let to_monday = u64::from(7 - today.weekday().num_days_from_monday());
    let before = || {
        let earlier = due.iter_days().rev().skip(1).take_while(|day| *day > today);
        earlier.into_iter().find(|day| is_day(*day))
    };
    let mut chosen: Vec<(Later, NaiveDate, bool)> = Vec::new();
    for later in Later::ALL.iter().copied() {
        let day = match later {
            Later::Tomorrow => ahead(1),
            Later::InThreeDays => ahead(3),
            Later::Monday => ahead(to_monday),
            Later::DayBefore => before(),
            Later::AfterDaysOff => today.succ_opt().and_then(|day| next_reminder_day(day, is_day)),
        };
        if let Some(day) = day.filter(|day| chosen.iter().all(|(_, known, _)| known != day)) {
            chosen.push((later, day, day > due));
        }
    }
    chosen.sort_by_key(|(_, day, _)| *day);
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reminder::tests::{day, weekdays};

    fn offered(due: NaiveDate, today: NaiveDate) -> Vec<String> {
        let one = |(later, day, past): (Later, NaiveDate, bool)| {
            format!("{later} {}{}", day.format("%d.%m"), if past { " late" } else { "" })
        };
        choices(due, today, &weekdays).into_iter().map(one).collect()
    }

    #[test]
    fn days_off_are_left_out_and_the_due_day_is_kept_in_sight() {
        // Tuesday, 15 September 2026; due on Wednesday of the next week.
        let all = ["tomorrow 16.09", "in_three_days 18.09", "monday 21.09", "day_before 22.09"];
        assert_eq!(offered(day(2026, 9, 23), day(2026, 9, 15)), all);
        // On Friday nobody is reminded tomorrow.
        assert_eq!(offered(day(2026, 9, 21), day(2026, 9, 18)), ["monday 21.09"]);
        // Due tomorrow: everything later says so, and there is no day before.
        let late = ["tomorrow 16.09", "in_three_days 18.09 late", "monday 21.09 late"];
        assert_eq!(offered(day(2026, 9, 16), day(2026, 9, 15)), late);
    }

    #[test]
    fn long_holidays_end_with_the_first_working_day() {
        let after_new_year = |date: NaiveDate| weekdays(date) && date != day(2027, 1, 1) && date > day(2027, 1, 10);
        let all: Vec<NaiveDate> =
            choices(day(2027, 1, 29), day(2026, 12, 31), &after_new_year).into_iter().map(|(_, day, _)| day).collect();
        assert_eq!(all, [day(2027, 1, 11), day(2027, 1, 28)]);
    }

    #[test]
    fn a_calendar_without_working_days_offers_nothing() {
        assert_eq!(choices(day(2026, 9, 23), day(2026, 9, 15), &|_| false), []);
    }
}
