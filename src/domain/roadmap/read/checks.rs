//! What the rows say that a curator may want to look at twice: days off and over, orders before what they
//! rest on, doubles.

use super::{Need, Remark, RoadMapReading, RowReading, title};
use crate::domain::calendar::WorkingDays;
use crate::domain::roadmap::occurrences::occurrences;
use crate::domain::roadmap::term::{Reading, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::NaiveDate;
use std::collections::HashMap;

/// A longer window is work that goes on, not a day by which something is there.
const LONGEST_STEP_DAYS: i64 = 62;

/// All remarks: those of the reading, then those of its rows, in the order of the rows. On `today` it is seen what is
/// over; without it, that is not looked at.
pub fn remarks(reading: &RoadMapReading, days: &WorkingDays, today: Option<NaiveDate>) -> Vec<Remark> {
    let mut found = reading.notes.clone();
    found.extend(years(reading));
    found.extend(today.into_iter().flat_map(|today| over(reading, days, today)));
    found.extend(days_off(&reading.rows, days));
    found.extend(early_orders(&reading.rows));
    found.extend(repeated(&reading.rows));
    found
}

/// «На 2023–2025 годы» over rows of one school year.
fn years(reading: &RoadMapReading) -> Option<Remark> {
    let (from, to) = title::calendar_years(&reading.title)?;
    let dated = |row: &RowReading| row.reading.due.filter(|_| row.reading.recurrence.is_none());
    let mut years: Vec<SchoolYear> = reading.rows.iter().filter_map(dated).map(SchoolYear::containing).collect();
    years.sort_unstable();
    years.dedup();
    let last = years.last().copied()?;
    // August prepares the year that follows it.
    let one = years.len() == 1 || (years.len() == 2 && years[0].0 + 1 == last.0);
    (one && to > last.0 + 1).then_some(Remark::TitleYearsLonger { from, to, terms: last })
}

/// Rows with one day that lies behind. Of a repeated row only what lies ahead is planned.
fn over<'r>(reading: &'r RoadMapReading, days: &'r WorkingDays, today: NaiveDate) -> impl Iterator<Item = Remark> + 'r {
    let clear = reading.rows.iter().enumerate().filter(|(_, row)| row.reading.review.is_none());
    clear.filter_map(move |(at, row)| {
        let planned = occurrences(&row.reading, reading.year, days);
        matches!(planned.as_slice(), [only] if only.due < today).then_some(Remark::Over(at))
    })
}

/// Days of their own that nobody works on. The end of a month is no such day: its last working day is meant.
fn days_off<'r>(rows: &'r [RowReading], days: &'r WorkingDays) -> impl Iterator<Item = Remark> + 'r {
    let own_day = |reading: &Reading| {
        matches!(reading.kind, TermKind::Date | TermKind::Deadline | TermKind::DateRange) && reading.review.is_none()
    };
    rows.iter().enumerate().filter(move |(_, row)| own_day(&row.reading)).filter_map(|(row, read)| {
        let due = read.reading.due.filter(|due| !days.is_working(*due))?;
        Some(Remark::DayOff { row, due, moved: days.previous_working_day(due) })
    })
}

/// Orders about pairs, each with the first thing that it rests on and that is due later.
fn early_orders(rows: &[RowReading]) -> impl Iterator<Item = Remark> {
    let needed: Vec<(usize, Need, NaiveDate)> =
        rows.iter().enumerate().flat_map(|(at, row)| provided(at, row)).collect();
    rows.iter().enumerate().filter_map(move |(row, read)| {
        let due = read.reading.due.filter(|_| parts(read).any(|part| orders_pairs(&part)))?;
        let later = needed.iter().find(|(at, _, ready)| *at != row && due < *ready);
        later.map(|(needed, needs, _)| Remark::OrderTooEarly { row, needs: *needs, needed: *needed })
    })
}

/// The texts of a row that name work: its sub-items, or the whole where it has none.
fn parts(row: &RowReading) -> impl Iterator<Item = String> + '_ {
    let whole = row.items.is_empty().then_some(&row.activity);
    row.items.iter().chain(whole).map(|text| text.to_lowercase().replace('ё', "е"))
}

fn orders_pairs(part: &str) -> bool {
    let about =
        ["закреплен", "наставнических пар", "наставнические пары", "назначении наставник", "назначение наставник"];
    part.contains("приказ") && about.iter().any(|words| part.contains(words))
}

/// What a row brings about, and when it is there: the end of a short term, the beginning of a long one.
fn provided(at: usize, row: &RowReading) -> Vec<(usize, Need, NaiveDate)> {
    let Reading { start, due: Some(due), .. } = row.reading else {
        return Vec::new();
    };
    let ready = start.filter(|start| (due - *start).num_days() > LONGEST_STEP_DAYS).unwrap_or(due);
    let mut needs: Vec<Need> = parts(row).filter_map(|part| need_of(&part)).collect();
    needs.dedup();
    needs.into_iter().map(|need| (at, need, ready)).collect()
}

fn need_of(part: &str) -> Option<Need> {
    let holds = |words: &[&str]| words.iter().any(|word| part.contains(word));
    let made =
        holds(&["формирован", "создан", "сбор", "составлен", "сформир", "получен", "оформлен", "обеспечен", "подбор"]);
    if !made || holds(&["приказ", "пополнен", "анализ банк"]) {
        return None;
    }
    if holds(&["банк", "база ", "базы ", "базу "]) && holds(&["наставник", "наставляем"])
    {
        Some(Need::Bank)
    } else if part.contains("согласи") {
        Some(Need::Consents)
    } else {
        holds(&["пар/групп", "пар и групп", "наставнических пар", "пар наставник"]).then_some(Need::Pairs)
    }
}

/// Rows with the same words and the same term as an earlier one.
fn repeated(rows: &[RowReading]) -> Vec<Remark> {
    let mut seen: HashMap<String, usize> = HashMap::with_capacity(rows.len());
    let mut found = Vec::new();
    for (row, read) in rows.iter().enumerate().filter(|(_, read)| !read.activity.is_empty()) {
        match seen.get(&sameness(read)) {
            Some(first) => found.push(Remark::Repeated { row, first: *first }),
            None => {
                seen.insert(sameness(read), row);
            }
        }
    }
    found
}

fn sameness(row: &RowReading) -> String {
    let texts = [&row.activity, &row.term_text].into_iter().chain(&row.items);
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
