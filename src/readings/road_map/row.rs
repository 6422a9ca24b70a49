//! One row as JSON.

use crate::domain::roadmap::read::{RowQuestion, RowReading};
use crate::text::{Locale, label};
use chrono::NaiveDate;
use serde::Serialize;

/// A row as it is printed; the order of the keys is part of the format.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    stage: &'a str,
    activity: String,
    term_text: &'a str,
    term_kind: &'static str,
    start: String,
    due: String,
    recurrence: String,
    responsible: Vec<&'a str>,
    result: &'a str,
    needs_review: bool,
    question: String,
}

impl<'a> Row<'a> {
    pub(super) fn of(locale: Locale, row: &'a RowReading) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let reading = &row.reading;
        Self {
            stage: &row.stage,
            activity: activity(row),
            term_text: &row.term_text,
            term_kind: reading.kind.code(),
            start: day(reading.start),
            due: day(reading.due),
            recurrence: reading.recurrence.map(|rule| rule.to_string()).unwrap_or_default(),
            responsible: row.responsible.iter().map(|one| one.text.as_str()).collect(),
            result: &row.result,
            needs_review: row.needs_review(),
            question: row.question.map(|asked| question(locale, asked)).unwrap_or_default(),
        }
    }
}

/// The activity with its sub-items, each in a line: a table with a column of contents keeps them apart.
fn activity(row: &RowReading) -> String {
    // An appendix is put to its item after a «; » that the cell does not have.
    let begins = |item: &str| item.split("; ").next().unwrap_or_default().chars().take(20).collect::<String>();
    if row.items.iter().all(|item| row.activity.contains(&begins(item))) {
        return row.activity.clone();
    }
    let lead = row.activity.trim_end_matches([':', '.', ' ']);
    format!("{lead}:\n{}", row.items.join("\n"))
}

/// What to ask the curator about a row.
pub(super) fn question(locale: Locale, asked: RowQuestion) -> String {
    let key = if let RowQuestion::Term(doubt) = asked {
        format!("road-map-doubt-{doubt}")
    } else {
        format!("reading-question-{}", asked.code())
    };
    label(locale, &key, &[])
}
