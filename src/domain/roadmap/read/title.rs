//! The document's title and the school year it names.

use super::join::{Joiner, one_line};
use super::markup::without_markup;
use crate::domain::school_year::SchoolYear;

/// The title out of the lines above the table: from «Дорожная карта» or «План» on, without the order it is attached to.
pub(super) fn title(above: &[String], joiner: &Joiner) -> String {
    let lines: Vec<String> = above
        .iter()
        .map(|line| one_line(without_markup(line).trim_start_matches(['#', ' '])))
        .filter(|line| !line.is_empty())
        .collect();
    let named = |line: &String| {
        let lower = line.to_lowercase();
        lower.contains("дорожная карта") || lower.contains("дорожной карты") || lower.starts_with("план")
    };
    let first = lines.iter().position(named).unwrap_or(0);
    let mut title = String::new();
    let heading = |line: &&String| {
        line.starts_with('№') || line.starts_with("No") || line.to_lowercase().starts_with("содержание")
    };
    for line in lines.iter().skip(first).take(8).take_while(|line| !heading(line)) {
        joiner.add(&mut title, line);
    }
    title
}

/// «На 2023–2024 учебный год»: the one school year that a title names.
pub(super) fn school_year(title: &str) -> Option<SchoolYear> {
    let lower = title.to_lowercase();
    if !(lower.contains("учебн") || lower.contains("уч.")) {
        return None;
    }
    let numbers: Vec<&str> = lower.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    numbers.windows(2).find_map(|pair| {
        let first: i32 = pair[0].parse().ok().filter(|year| (1990..=2100).contains(year))?;
        let second: i32 = pair[1].parse().ok()?;
        (second == first + 1 || second == (first + 1).rem_euclid(100)).then_some(SchoolYear(first))
    })
}

/// «На 2023–2025 годы»: the first and the last calendar year that a title names.
pub(super) fn calendar_years(title: &str) -> Option<(i32, i32)> {
    let years = title.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
    let years: Vec<i32> =
        years.filter_map(|part| part.parse().ok()).filter(|year| (1990..=2100).contains(year)).collect();
    let (first, last) = (years.first()?, years.last()?);
    (first < last).then_some((*first, *last))
}
