//! The readings as a table for eyes.

use super::line::Answer;
use crate::domain::roadmap::term::Reading;
use crate::label;
use crate::text::{Locale, dates, label};
use std::io::Write;

/// The phrase, its kind, its days, its repetition, the question.
pub(in crate::readings) type Row = [String; 5];

/// The longest phrase that a row shows, in characters.
const WIDEST: usize = 48;

pub(super) fn heading(locale: Locale) -> Row {
    [
        label!(locale, "reading-phrase"),
        label!(locale, "reading-kind"),
        label!(locale, "reading-days"),
        label!(locale, "reading-repetition"),
        label!(locale, "reading-question"),
    ]
}

pub(super) fn row(locale: Locale, answer: &Answer<'_>) -> Row {
    let reading = &answer.reading;
    let question = reading.review.map(|doubt| label(locale, &format!("road-map-doubt-{doubt}"), &[]));
    [
        shown(&answer.phrase),
        label(locale, &format!("reading-kind-{}", reading.kind), &[]),
        days(locale, reading),
        reading.recurrence.map(|rule| rule.to_string()).unwrap_or_default(),
        question.unwrap_or_default(),
    ]
}

/// «до 15.09.2023», «01.09.2023 – 30.09.2023».
pub(in crate::readings) fn days(locale: Locale, reading: &Reading) -> String {
    let Some(due) = reading.due else {
        return String::new();
    };
    match reading.start {
        None => label!(locale, "reading-until", day = dates::short(due)),
        Some(start) if start == due => dates::short(due),
        Some(start) => format!("{} – {}", dates::short(start), dates::short(due)),
    }
}

/// A phrase on one line.
pub(in crate::readings) fn shown(phrase: &str) -> String {
    let words = phrase.chars().take(10 * WIDEST).collect::<String>();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDEST { line } else { line.chars().take(WIDEST - 1).chain(['…']).collect() }
}

/// Prints the rows with columns as wide as their widest cell; the last one runs free.
pub(in crate::readings) fn print(rows: &[Row], output: &mut impl Write) -> std::io::Result<()> {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..4).map(width).collect();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.chars().count() + 2));
        }
        line.push_str(&row[4]);
        writeln!(output, "{}", line.trim_end())?;
    }
    Ok(())
}
