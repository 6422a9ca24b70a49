//! First and last days of windows, with the years that the text leaves out.

use super::Doubt;
use super::meaning::{DayOf, MonthOf, Window};
use super::vocabulary::Season;
use crate::domain::school_year::SchoolYear;
use chrono::{Datelike, NaiveDate, Weekday};

/// First and last day.
pub(super) type Days = (NaiveDate, NaiveDate);

/// First and last day of a window.
pub(super) fn days_of(window: Window, year: SchoolYear) -> Result<Days, Doubt> {
    let first = |m: u32, y: i32| day(DayOf { day: 1, of: MonthOf { month: m, year: Some(y) } }, y);
    let last = |m: u32, y: i32| day(DayOf { day: DayOf::LAST, of: MonthOf { month: m, year: Some(y) } }, y);
    let whole = |m: MonthOf, day| DayOf { day, of: m };
    match window {
        Window::Month(m) => range(whole(m, 1), whole(m, DayOf::LAST), year),
        Window::Months(a, b) => range(whole(a, 1), whole(b, DayOf::LAST), year),
        Window::Day(d) => range(d, d, year),
        Window::Days(a, b) => range(a, b, year),
        Window::Weekday(nth, weekday, of) => {
            let found = nth_weekday(nth, weekday, of.month, of.year.unwrap_or_else(|| first_year(of.month, year)))?;
            Ok((found, found))
        }
        Window::Season(season, named) => {
            let (from, to) = match season {
                Season::Autumn => (9, 11),
                Season::Winter => (12, 2),
                Season::Spring => (3, 5),
                Season::Summer => (6, 8),
            };
            let starts = named.unwrap_or_else(|| year.year_of_month(from));
            Ok((first(from, starts)?, last(to, if from > to { starts + 1 } else { starts })?))
        }
        Window::Half(1) => Ok((year.first_day(), last(12, year.0)?)),
        Window::Half(_) => Ok((first(1, year.0 + 1)?, year.last_teaching_day())),
        Window::SchoolYear | Window::YearRound => Ok((year.first_day(), year.last_teaching_day())),
        Window::CalendarYear(y) => Ok((first(1, y)?, last(12, y)?)),
        Window::Years(a, b) if a > b => Err(Doubt::EndBeforeStart),
        Window::Years(a, b) => Ok((first(1, a)?, last(12, b)?)),
        Window::StudyYears(a, b) if a > b => Err(Doubt::EndBeforeStart),
        Window::StudyYears(a, b) => Ok((a.first_day(), b.last_teaching_day())),
    }
}

/// A range of days whose years may be written once, or not at all.
fn range(from: DayOf, to: DayOf, year: SchoolYear) -> Result<Days, Doubt> {
    let wraps = (from.of.month, from.day) > (to.of.month, if to.day == DayOf::LAST { 31 } else { to.day });
    if wraps && from.of.month == to.of.month {
        return Err(Doubt::EndBeforeStart);
    }
    let (start, end) = match (from.of.year, to.of.year) {
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) => (start, start + i32::from(wraps)),
        (None, Some(end)) => (end - i32::from(wraps), end),
        (None, None) => {
            let start = first_year(from.of.month, year);
            (start, start + i32::from(wraps))
        }
    };
    let days = (day(from, start)?, day(to, end)?);
    if days.0 > days.1 {
        return Err(Doubt::EndBeforeStart);
    }
    // «Май – сентябрь» belongs to no single school year: which September?
    let undecided = from.of.year.is_none() && to.of.year.is_none() && days.1 > year.last_day();
    if undecided { Err(Doubt::YearUnclear) } else { Ok(days) }
}

/// The calendar year of a start without a year: August comes before the school year that it prepares.
fn first_year(month: u32, year: SchoolYear) -> i32 {
    if month == 8 { year.0 } else { year.year_of_month(month) }
}

/// A month need not have a fifth Friday.
fn nth_weekday(nth: i32, weekday: Weekday, month: u32, year: i32) -> Result<NaiveDate, Doubt> {
    if nth < 0 {
        let last = day(DayOf { day: DayOf::LAST, of: MonthOf { month, year: Some(year) } }, year)?;
        let back = last.weekday().days_since(weekday);
        return last.checked_sub_days(chrono::Days::new(back.into())).ok_or(Doubt::ImpossibleDate);
    }
    let nth = u8::try_from(nth).unwrap_or(0);
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth).ok_or(Doubt::ImpossibleDate)
}

fn day(date: DayOf, year: i32) -> Result<NaiveDate, Doubt> {
    let DayOf { day, of: MonthOf { month, .. } } = date;
    let found = if day == DayOf::LAST {
        let (y, m) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        NaiveDate::from_ymd_opt(y, m, 1).and_then(|first| first.pred_opt())
    } else {
        NaiveDate::from_ymd_opt(year, month, day)
    };
    found.ok_or(Doubt::ImpossibleDate)
}
