//! From a reading to the due days of one school year.
//!
//! Terms without a day (all year, «постоянно», other people's plans, the end of a pair's programme, weekly work)
//! have no occurrences here: the caller lists them apart, and a pair's end makes its own.

use crate::domain::calendar::{WorkingDays, last_of_month};
use crate::domain::roadmap::term::{Frequency, Reading, Recurrence, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::{Datelike, Months, NaiveDate, Weekday};

/// One dated instance of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueOccurrence {
    /// The day that the document means.
    pub official_due: NaiveDate,
    /// The working day on or before it, which reminders count from.
    pub due: NaiveDate,
    /// When the work may begin, where the term says so.
    pub window_start: Option<NaiveDate>,
}

/// The occurrences of a term in one school year, earliest first.
///
/// Repetition inside a year is spread over September–June, because July and August are off, except for who works in
/// summer; a term with its own window («ежемесячно с октября по май») keeps to it, and what comes «далее» follows it.
/// A yearly term with an old year rolls over to this one.
pub fn occurrences(term: &Reading, year: SchoolYear, calendar: &WorkingDays) -> Vec<DueOccurrence> {
    let mut days = match term.recurrence {
        // The school's own quarters.
        Some(_) if term.kind == TermKind::Quarterly && !term.windows.is_empty() => dated(term, false, year),
        Some(rule) if repeats_inside_a_year(&rule) => match term.due.filter(|due| is_over_first(term, *due, year)) {
            Some(over) => {
                let mut days = dated(term, false, year);
                days.extend(afterwards(over, rule, (year, calendar)));
                days
            }
            None => repeated(term, rule, (year, calendar)),
        },
        Some(rule) if rule.is_plain_yearly() && term.kind == TermKind::Yearly => repeated(term, rule, (year, calendar)),
        rule => dated(term, rule.is_some(), year),
    };
    days.sort_unstable_by_key(|day| day.1);
    days.dedup();
    let occurrence = |(window_start, official_due)| DueOccurrence {
        official_due,
        due: calendar.previous_working_day(official_due),
        window_start,
    };
    days.into_iter().map(occurrence).collect()
}

type Window = (Option<NaiveDate>, NaiveDate);

fn repeats_inside_a_year(rule: &Recurrence) -> bool {
    match rule.frequency {
        Frequency::Yearly => rule.times > 1 && rule.months == 0,
        Frequency::Monthly | Frequency::Weekly | Frequency::Daily => true,
    }
}

/// Whether the repetition waits until the term's own days are over. A whole year holds it, until it has passed.
fn is_over_first(term: &Reading, due: NaiveDate, year: SchoolYear) -> bool {
    term.then && (!lasts_a_year(term.kind) || due < year.first_day())
}

fn lasts_a_year(kind: TermKind) -> bool {
    matches!(kind, TermKind::SchoolYear | TermKind::YearRound | TermKind::MultiYear)
}

/// Windows with days, in the school year that they belong to.
fn dated(term: &Reading, yearly: bool, year: SchoolYear) -> Vec<Window> {
    let single = term.due.filter(|_| !lasts_a_year(term.kind)).map(|due| (term.start, due, term.month_end));
    let several = term.windows.iter().map(|(start, due)| (Some(*start), *due, is_whole_months(*start, *due)));
    let own: Vec<_> = if term.windows.is_empty() { single.into_iter().collect() } else { several.collect() };
    let interval = term.recurrence.map_or(1, |rule| rule.interval.max(1));
    own.into_iter()
        .filter_map(|(start, due, month_end)| {
            let later = u32::try_from(year.0 - planning_year(start, due).0).ok()?;
            let held = later == 0 || (yearly && later % interval == 0);
            if let (Some(nth), true) = (term.nth_weekday, held) {
                let month = years_later(due, later, false)?.with_day(1)?;
                let day = nth_weekday(month, nth)?;
                return Some((Some(day), day));
            }
            held.then(|| {
                let start = start.map_or(Some(None), |day| years_later(day, later, false).map(Some))?;
                Some((start, years_later(due, later, month_end)?))
            })?
        })
        .collect()
}

/// From the first day of a month to the last of one: no day of its own.
fn is_whole_months(start: NaiveDate, due: NaiveDate) -> bool {
    start.day() == 1 && due == last_of_month(due)
}

/// The school year whose plan a window belongs to: that of its last day, but August alone prepares the next one.
fn planning_year(start: Option<NaiveDate>, due: NaiveDate) -> SchoolYear {
    if due.month() == 8 && start.is_none_or(|start| start.month() == 8) {
        SchoolYear(due.year())
    } else {
        SchoolYear::containing(due)
    }
}

/// The same day in a later year. The end of February stays its end; its 28th stays the 28th.
fn years_later(day: NaiveDate, years: u32, month_end: bool) -> Option<NaiveDate> {
    let moved = day.checked_add_months(Months::new(years.checked_mul(12)?))?;
    Some(if month_end && day == last_of_month(day) { last_of_month(moved) } else { moved })
}

/// Repetition within the school year or within the term's own window.
fn repeated(term: &Reading, rule: Recurrence, (year, calendar): (SchoolYear, &WorkingDays)) -> Vec<Window> {
    let Some(last) = term.due else {
        return paced(&worked_months(year, calendar), rule);
    };
    let first = term.start.unwrap_or_else(|| year.first_day());
    // A window that begins in August prepares the year.
    let planned = planning_year(None, first);
    if last < year.first_day() || planned.0 > year.0 {
        return Vec::new();
    }
    let begins = if planned == year { first } else { year.first_day() };
    let windows = paced(&months_between(begins, last.min(year.last_day())), rule);
    let within = windows.into_iter().filter(|(_, due)| first <= *due && *due <= last_of_month(last));
    within.map(|(start, due)| (start.map(|start| start.max(first)), due.min(last))).collect()
}

/// What «далее» repeats, up to the end of the year: all that is due in a later month than the day before it.
fn afterwards(over: NaiveDate, rule: Recurrence, (year, calendar): (SchoolYear, &WorkingDays)) -> Vec<Window> {
    let Some(next) = over.succ_opt() else {
        return Vec::new();
    };
    let is_later = |day: &NaiveDate| (day.year(), day.month()) > (over.year(), over.month());
    let mut months = worked_months(year, calendar);
    // Months are counted from that day; quarters and check points have their places in the year.
    if rule.frequency == Frequency::Monthly && !matches!(rule.interval, 3 | 6) {
        months.retain(is_later);
    }
    let later = paced(&months, rule).into_iter().filter(|window| is_later(&window.1));
    later.map(|(start, due)| (start.map(|start| start.max(next)), due)).collect()
}

fn paced(months: &[NaiveDate], rule: Recurrence) -> Vec<Window> {
    match (rule.frequency, rule.interval) {
        (Frequency::Monthly, 3) => ends(months, 3, |month| month % 3 == 0),
        (Frequency::Monthly, 6) => spread(months, rule.times.saturating_mul(2)),
        (Frequency::Monthly, interval) => monthly(months, rule, interval),
        (Frequency::Yearly, _) => spread(months, rule.times),
        (Frequency::Weekly | Frequency::Daily, _) => Vec::new(),
    }
}

/// The months of a school year in which there is work without a window of its own.
fn worked_months(year: SchoolYear, calendar: &WorkingDays) -> Vec<NaiveDate> {
    let last = if calendar.rests_in_summer() { last_month_of_work(year) } else { year.last_day() };
    months_between(year.first_day(), last)
}

/// 30 June: after it the school rests.
fn last_month_of_work(year: SchoolYear) -> NaiveDate {
    year.last_teaching_day().checked_add_months(Months::new(1)).map_or(year.last_day(), last_of_month)
}

/// The first days of the months from one day to another.
fn months_between(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    let start = first.with_day(1).unwrap_or(first);
    std::iter::successors(Some(start), |month| month.checked_add_months(Months::new(1)))
        .take_while(|month| *month <= last)
        .take(13)
        .collect()
}

fn whole_month(month: NaiveDate) -> Window {
    (Some(month), last_of_month(month))
}

fn monthly(months: &[NaiveDate], rule: Recurrence, interval: u32) -> Vec<Window> {
    let step = usize::try_from(interval.max(1)).unwrap_or(1);
    let mut windows = Vec::with_capacity(months.len());
    for month in months.iter().skip(step - 1).step_by(step) {
        if rule.times == 2 {
            windows.extend(month.with_day(15).map(|half| (Some(*month), half)));
        }
        windows.push((Some(*month), day_in(*month, rule)));
    }
    windows
}

/// The day of the month that the rule names, else the last one.
fn day_in(month: NaiveDate, rule: Recurrence) -> NaiveDate {
    let end = last_of_month(month);
    if let Some(day) = rule.month_day {
        return u32::try_from(day).ok().and_then(|day| month.with_day(day)).unwrap_or(end);
    }
    // A month is due once: by the first of the days that are named.
    rule.weekday.and_then(|(nth, days)| nth_weekday(month, (nth, days.first()?))).unwrap_or(end)
}

/// The second Wednesday of a month, or its last Friday (−1); not every month has a fifth one.
fn nth_weekday(month: NaiveDate, (nth, weekday): (i32, Weekday)) -> Option<NaiveDate> {
    if nth > 0 {
        let nth = u8::try_from(nth).ok()?;
        return NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, nth);
    }
    last_of_month(month).iter_days().rev().take(7).find(|day| day.weekday() == weekday)
}

/// Whole stretches of `length` months that end where `ending` says: calendar quarters inside the school year.
fn ends(months: &[NaiveDate], length: u32, ending: impl Fn(u32) -> bool) -> Vec<Window> {
    let whole = |month: &NaiveDate| {
        let start = month.checked_sub_months(Months::new(length - 1))?;
        months.contains(&start).then(|| (Some(start), last_of_month(*month)))
    };
    months.iter().filter(|month| ending(month.month())).filter_map(whole).collect()
}

/// `times` check points over September–May; the usual counts fall on the usual months (twice: December and May).
fn spread(months: &[NaiveDate], times: u32) -> Vec<Window> {
    let usual: &[u32] = match times {
        1 => &[5],
        2 => &[12, 5],
        3 => &[11, 2, 5],
        4 => &[10, 12, 3, 5],
        _ => &[],
    };
    let wanted: Vec<NaiveDate> = months.iter().filter(|month| usual.contains(&month.month())).copied().collect();
    let taught: Vec<NaiveDate> = months.iter().filter(|month| !matches!(month.month(), 6..=8)).copied().collect();
    let chosen = if wanted.len() == usual.len() && !usual.is_empty() { wanted } else { evenly(&taught, times) };
    chosen.into_iter().map(whole_month).collect()
}

fn evenly(months: &[NaiveDate], times: u32) -> Vec<NaiveDate> {
    let times = usize::try_from(times).unwrap_or(usize::MAX).min(months.len());
    (1..=times).filter_map(|n| months.get((n * months.len()).div_ceil(times.max(1)) - 1).copied()).collect()
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
