//! A column for each month, with marks where work goes on: «сентябрь | октябрь | ноябрь» and «+» below them.

use crate::domain::roadmap::term::{TermKind, read};
use crate::domain::school_year::SchoolYear;

/// Fewer months may head anything.
const FEWEST: usize = 3;

/// Fewer Roman numbers may be quarters.
const FEWEST_ROMAN: usize = 6;

/// Bytes of a cell that names a month.
const LONGEST_MONTH: usize = 20;

const ROMAN: [(&str, &str); 12] = [
    ("I", "январь"),
    ("II", "февраль"),
    ("III", "март"),
    ("IV", "апрель"),
    ("V", "май"),
    ("VI", "июнь"),
    ("VII", "июль"),
    ("VIII", "август"),
    ("IX", "сентябрь"),
    ("X", "октябрь"),
    ("XI", "ноябрь"),
    ("XII", "декабрь"),
];

/// The month that each cell of a heading names, if enough of them do.
pub(super) fn named(cells: &[String]) -> Option<Vec<Option<String>>> {
    let words: Vec<Option<String>> = cells.iter().map(|cell| in_words(cell)).collect();
    let enough = |found: &[Option<String>], fewest: usize| found.iter().flatten().count() >= fewest;
    if enough(&words, FEWEST) {
        return Some(words);
    }
    let roman = |cell: &String| {
        let number = cell.trim().to_uppercase().replace('Х', "X").replace('І', "I");
        ROMAN.iter().find(|(written, _)| *written == number).map(|(_, month)| (*month).to_owned())
    };
    let numbers: Vec<Option<String>> = cells.iter().map(roman).collect();
    enough(&numbers, FEWEST_ROMAN).then_some(numbers)
}

fn in_words(cell: &str) -> Option<String> {
    let cell = cell.trim();
    if cell.len() > LONGEST_MONTH {
        return None;
    }
    let text = cell.to_lowercase();
    let short = !text.is_empty() && text.chars().all(|c| c.is_alphabetic() || c == '.');
    let is_month = || {
        let reading = read(&text, SchoolYear(2023));
        reading.kind == TermKind::Month && reading.review.is_none()
    };
    (short && is_month()).then_some(text)
}

/// The marked months as a term: «октябрь – ноябрь, февраль». A cell with words of its own says them beside its month.
pub(super) fn term(months: &[Option<String>], cells: &[String]) -> String {
    let mut parts: Vec<(String, Option<String>)> = Vec::new();
    let mut goes_on = false;
    for (month, cell) in months.iter().zip(cells) {
        let (Some(month), text) = (month, cell.trim()) else {
            continue;
        };
        if text.is_empty() {
            goes_on = false;
        } else if !is_mark(text) {
            parts.push((format!("{month}: {text}"), None));
            goes_on = false;
        } else if let Some(last) = parts.last_mut().filter(|_| goes_on) {
            last.1 = Some(month.clone());
        } else {
            parts.push((month.clone(), None));
            goes_on = true;
        }
    }
    let said = parts.into_iter().map(|(first, last)| match last {
        Some(last) => format!("{first} – {last}"),
        None => first,
    });
    said.collect::<Vec<_>>().join(", ")
}

/// «+», «V», «х», «✓».
pub(super) fn is_mark(text: &str) -> bool {
    let text = text.trim();
    matches!(text.to_lowercase().as_str(), "v" | "x" | "х" | "да")
        || (!text.is_empty() && text.chars().all(|c| "+*✓✔☑●•■√".contains(c)))
}
