//! Terms in words that a doubtful phrase may have meant. The caller keeps those that are read without a doubt.

use crate::domain::calendar::last_of_month;
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::term::Doubt;
use crate::domain::school_year::SchoolYear;
use chrono::{Datelike, Days, NaiveDate};

/// Terms of the same stage that are offered for a row without one.
const NEIGHBOURS: usize = 2;
/// Days that «в начале», «в середине» and the weeks of a month are taken to end on.
const PARTS: [(&str, u32); 5] = [("начал", 10), ("середин", 20), ("перв", 7), ("втор", 14), ("трет", 21)];
/// The months that the four quarters of a school year end in.
const QUARTERS: [(&[&str], u32); 4] =
    [(&["1", "i", "перв"], 10), (&["2", "ii", "втор"], 12), (&["3", "iii", "трет"], 3), (&["4", "iv", "четв"], 5)];
const MONTHS: [(&str, &str); 12] = [
    ("январ", "января"),
    ("феврал", "февраля"),
    ("март", "марта"),
    ("апрел", "апреля"),
    ("ма", "мая"),
    ("июн", "июня"),
    ("июл", "июля"),
    ("август", "августа"),
    ("сентябр", "сентября"),
    ("октябр", "октября"),
    ("ноябр", "ноября"),
    ("декабр", "декабря"),
];

/// What the phrase may mean, likeliest first; for an empty one what its neighbours and other schools write.
pub(super) fn proposed(row: &Activity, doubt: Option<Doubt>, rows: &[Activity]) -> Vec<String> {
    let mut found = own(row, doubt);
    // A phrase that gave two answers already needs no guess from its neighbours.
    if found.len() < 2 {
        found.extend(neighbours(row, rows).into_iter().map(|one| one.phrase().to_owned()));
    }
    let counted_from_elsewhere = matches!(doubt, Some(Doubt::RelativeToEvent | Doubt::NotUnderstood));
    if doubt.is_none() || (counted_from_elsewhere && found.is_empty()) {
        found.extend(["май", "в течение учебного года"].map(str::to_owned));
    }
    found
}

/// The place of the other row whose term a proposed phrase is; `None` for what the row's own words may mean.
pub(super) fn place_of(row: &Activity, (doubt, phrase): (Option<Doubt>, &str), rows: &[Activity]) -> Option<u32> {
    if own(row, doubt).iter().any(|one| one == phrase) {
        return None;
    }
    neighbours(row, rows).into_iter().find(|one| one.phrase() == phrase).map(|one| one.position)
}

/// What the row's own words may mean.
fn own(row: &Activity, doubt: Option<Doubt>) -> Vec<String> {
    let text = row.phrase().to_lowercase().replace('ё', "е");
    let year = row.school_year;
    let mut found = match doubt {
        Some(Doubt::Inclusion) => months(&text).into_iter().flat_map(|month| inclusion(month, year)).collect(),
        Some(Doubt::Vague) => vague(&text, year),
        Some(Doubt::SchoolTerm) => quarters(&text, year),
        Some(Doubt::YearUnclear) => years(&text, year),
        Some(Doubt::SeveralDates) => row.reading().due.map(|due| until(due, year)).into_iter().collect(),
        Some(Doubt::OpenEnded) => open_ended(&text),
        _ => Vec::new(),
    };
    found.extend(fragments(&text));
    if found.len() < 2 && doubt != Some(Doubt::OpenEnded) {
        found.extend(months(&text).into_iter().map(|month| until(last_day(month, year), year)));
    }
    found
}

/// «До 30 сентября»; the year is written where it is not the one that the school year gives.
fn until(day: NaiveDate, year: SchoolYear) -> String {
    let month = month_name(day.month()).unwrap_or_default();
    let named = if year.year_of_month(day.month()) == day.year() { String::new() } else { format!(" {}", day.year()) };
    format!("до {} {month}{named}", day.day())
}

/// «Сентября».
fn month_name(month: u32) -> Option<&'static str> {
    let at = usize::try_from(month.checked_sub(1)?).ok()?;
    MONTHS.get(at).map(|names| names.1)
}

fn first_day(month: u32, year: SchoolYear) -> NaiveDate {
    NaiveDate::from_ymd_opt(year.year_of_month(month), month, 1).unwrap_or(year.first_day())
}

fn last_day(month: u32, year: SchoolYear) -> NaiveDate {
    last_of_month(first_day(month, year))
}

/// «До сентября»: up to its end, or up to the day before it.
fn inclusion(month: u32, year: SchoolYear) -> [String; 2] {
    let before = first_day(month, year) - Days::new(1);
    [until(last_day(month, year), year), until(before, year)]
}

/// «В начале мая», «первая неделя мая», «в конце учебного года».
fn vague(text: &str, year: SchoolYear) -> Vec<String> {
    let mut months = months(text);
    if months.is_empty() && text.contains("год") {
        months.push(if text.contains("кон") { 5 } else { 9 });
    }
    let day = PARTS.iter().find(|(part, _)| text.contains(part)).map(|(_, day)| *day);
    let part = |month: u32| day.and_then(|day| first_day(month, year).with_day(day));
    let end = |month: u32| last_day(month, year);
    months.iter().flat_map(|month| part(*month).into_iter().chain([end(*month)])).map(|day| until(day, year)).collect()
}

/// «С октября»: to the end of teaching.
fn open_ended(text: &str) -> Vec<String> {
    let name = |month: &u32| month_name(*month).map(|name| format!("с {name} по май"));
    months(text).iter().filter_map(name).chain(["в течение учебного года".to_owned()]).collect()
}

/// «1 четверть», «конец II четверти».
fn quarters(text: &str, year: SchoolYear) -> Vec<String> {
    let words = words(text);
    let named = |stems: &[&str]| {
        let fits = |word: &str, stem: &str| if stem.len() < 4 { word == stem } else { word.starts_with(stem) };
        words.iter().any(|word| *word != "четверть" && *word != "четверти" && stems.iter().any(|stem| fits(word, stem)))
    };
    QUARTERS.iter().filter(|(stems, _)| named(stems)).map(|(_, month)| until(last_day(*month, year), year)).collect()
}

/// «Август»: at the beginning of the school year, or at its end.
fn years(text: &str, year: SchoolYear) -> Vec<String> {
    let both = |(day, month): (Option<u32>, u32)| {
        [year.0, year.0 + 1].into_iter().filter_map(move |year| {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            day.map_or(Some(last_of_month(first)), |day| first.with_day(day))
        })
    };
    let whole = months(text).into_iter().map(|month| (None, month));
    days(text)
        .into_iter()
        .map(|(day, month)| (Some(day), month))
        .chain(whole)
        .flat_map(both)
        .map(|day| until(day, year))
        .collect()
}

/// The parts of a phrase that may each be a term: between commas, in brackets, around «и» and «или».
fn fragments(text: &str) -> Vec<String> {
    let spaced = text.replace(" или ", ",").replace(" и ", ",");
    let parts: Vec<String> = spaced
        .split([',', ';', '/', '(', ')', '\n'])
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > 1 { parts } else { Vec::new() }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The months that a phrase names.
fn months(text: &str) -> Vec<u32> {
    let month = |word: &&str| {
        let may = ["май", "мая", "мае", "маю"].contains(word);
        (1..)
            .zip(MONTHS)
            .find(|(_, (stem, _))| if *stem == "ма" { may } else { word.starts_with(stem) })
            .map(|one| one.0)
    };
    let mut found: Vec<u32> = words(text).iter().filter_map(month).collect();
    found.extend(days(text).into_iter().map(|(_, month)| month));
    found.dedup();
    found
}

/// «31.09» and «31.09.2026» as (day, month); the month exists, the day may not.
fn days(text: &str) -> Vec<(u32, u32)> {
    let day = |token: &str| {
        let mut numbers = token.trim_matches(|c: char| !c.is_ascii_digit()).split('.');
        let day: u32 = numbers.next()?.parse().ok()?;
        let month: u32 = numbers.next()?.parse().ok()?;
        ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((day, month))
    };
    text.split_whitespace().filter_map(day).collect()
}

/// The stage's other rows whose terms differ, nearest first.
fn neighbours<'r>(row: &Activity, rows: &'r [Activity]) -> Vec<&'r Activity> {
    let fits = |one: &&Activity| {
        one.id != row.id && one.stage == row.stage && one.term_choice == TermChoice::AsRead && !one.phrase().is_empty()
    };
    let mut near: Vec<&Activity> = rows.iter().filter(fits).collect();
    near.sort_by_key(|one| one.position.abs_diff(row.position));
    let mut found: Vec<&Activity> = Vec::new();
    for one in near {
        if found.len() < NEIGHBOURS && !found.iter().any(|other| other.phrase() == one.phrase()) {
            found.push(one);
        }
    }
    found
}
