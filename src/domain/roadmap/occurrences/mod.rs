//! From a reading to the due days of one school year.
//!
//! Terms without a day (all year, «постоянно», other people's plans, the end of a pair's programme, weekly work)
//! have no occurrences here: the caller lists them apart, and a pair's end makes its own.

use crate::domain::calendar::{WorkingDays, last_of_month};
use crate::domain::roadmap::term::{Frequency, Reading, Recurrence, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::{Datelike, Months, NaiveDate};

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
/// summer; a term with its own
/// window («ежемесячно с октября по май») keeps to it. A yearly term with an old year rolls over to this one.
pub fn occurrences(term: &Reading, year: SchoolYear, calendar: &WorkingDays) -> Vec<DueOccurrence> {
    let mut days = match term.recurrence {
        Some(rule) if repeats_inside_a_year(&rule) => repeated(term, rule, (year, calendar)),
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

/// Windows with days, in the school year that they belong to.
fn dated(term: &Reading, yearly: bool, year: SchoolYear) -> Vec<Window> {
    let undated = [TermKind::SchoolYear, TermKind::YearRound, TermKind::MultiYear].contains(&term.kind);
    let single = term.due.filter(|_| !undated).map(|due| (term.start, due));
    let several = term.windows.iter().map(|(start, due)| (Some(*start), *due));
    let own: Vec<Window> = if term.windows.is_empty() { single.into_iter().collect() } else { several.collect() };
    let interval = term.recurrence.map_or(1, |rule| rule.interval.max(1));
    own.into_iter()
        .filter_map(|(start, due)| {
            let later = u32::try_from(year.0 - planning_year(start, due).0).ok()?;
            let held = later == 0 || (yearly && later % interval == 0);
            held.then(|| {
                Some((start.map_or(Some(None), |day| years_later(day, later).map(Some))?, years_later(due, later)?))
            })?
        })
        .collect()
}

/// The school year whose plan a window belongs to: that of its last day, but August alone prepares the next one.
fn planning_year(start: Option<NaiveDate>, due: NaiveDate) -> SchoolYear {
    if due.month() == 8 && start.is_none_or(|start| start.month() == 8) {
        SchoolYear(due.year())
    } else {
        SchoolYear::containing(due)
    }
}

/// The same day in a later year; the end of February stays the end of February.
fn years_later(day: NaiveDate, years: u32) -> Option<NaiveDate> {
    let moved = day.checked_add_months(Months::new(years.checked_mul(12)?))?;
    Some(if day == last_of_month(day) { last_of_month(moved) } else { moved })
}

/// Repetition within the school year or within the term's own window.
fn repeated(term: &Reading, rule: Recurrence, (year, calendar): (SchoolYear, &WorkingDays)) -> Vec<Window> {
    let rests = calendar.rests_in_summer();
    let year_end = if rests { last_month_of_work(year) } else { year.last_day() };
    let first = term.start.unwrap_or_else(|| year.first_day());
    let last = term.due.unwrap_or(year_end);
    let single_month = term.kind == TermKind::Month;
    let (first, last) = if single_month { (first, year_end) } else { (first, last) };
    if SchoolYear::containing(last) != year && SchoolYear::containing(first) != year {
        return Vec::new();
    }
    let months = months_between(first.max(year.first_day()), last.min(year.last_day()));
    let own_window = term.due.is_some() && !single_month;
    let worked: Vec<NaiveDate> =
        months.into_iter().filter(|month| own_window || !rests || !matches!(month.month(), 7 | 8)).collect();
    let windows = match (rule.frequency, rule.interval) {
        (Frequency::Monthly, 3) => ends(&worked, 3, |month| month % 3 == 0),
        (Frequency::Monthly, 6) => spread(&worked, rule.times.saturating_mul(2)),
        (Frequency::Monthly, interval) => monthly(&worked, rule, interval),
        (Frequency::Yearly, _) => spread(&worked, rule.times),
        (Frequency::Weekly | Frequency::Daily, _) => Vec::new(),
    };
    windows.into_iter().filter(|window| window.1 <= last.max(last_of_month(last))).collect()
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
        .take(12)
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
    match rule.weekday {
        Some((nth, weekday)) if nth > 0 => u8::try_from(nth)
            .ok()
            .and_then(|nth| NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, nth))
            .unwrap_or(end),
        Some((_, weekday)) => end.iter_days().rev().take(7).find(|day| day.weekday() == weekday).unwrap_or(end),
        None => end,
    }
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
mod tests;
