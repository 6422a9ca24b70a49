//! One line: what is asked and what is answered.

use crate::domain::roadmap::term::{Reading, read};
use crate::domain::school_year::SchoolYear;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// What is asked; the id may be of any JSON type and is handed back untouched.
#[derive(Deserialize)]
struct Asked<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    term_text: Option<Cow<'a, str>>,
    school_year: WrittenYear<'a>,
}

/// «2023/24», «2023-2024», «2023» or a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenYear<'a> {
    Number(i32),
    #[serde(borrow)]
    Text(Cow<'a, str>),
}

pub(super) struct Answer<'a> {
    id: Option<&'a RawValue>,
    pub(super) phrase: Cow<'a, str>,
    pub(super) reading: Reading,
}

/// The answer as it is printed; the order of the keys is part of the format.
#[derive(Serialize)]
pub(super) struct Printed<'a> {
    id: Option<&'a RawValue>,
    term_kind: &'static str,
    start: String,
    due: String,
    recurrence: String,
    needs_review: bool,
}

pub(super) enum Answered<'a> {
    Blank,
    With(Answer<'a>),
    Refused(LineError),
}

/// Why a line could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    #[error("not UTF-8")]
    NotUtf8,
    #[error("longer than 64 MiB")]
    TooLong,
    #[error("expected one JSON object with \"id\", \"term_text\" and \"school_year\": {0}")]
    NotAsked(serde_json::Error),
    #[error("school_year must be like \"2023/24\", \"2023-2024\" or 2023, but it is {0:?}")]
    NoSuchYear(String),
}

/// Answers one line; a byte order mark and spaces around it mean nothing.
pub(super) fn answer(line: &[u8]) -> Answered<'_> {
    let Ok(text) = std::str::from_utf8(line) else {
        return Answered::Refused(LineError::NotUtf8);
    };
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Answered::Blank;
    }
    match serde_json::from_str(text).map_err(LineError::NotAsked).and_then(reading_of) {
        Ok(answer) => Answered::With(answer),
        Err(error) => Answered::Refused(error),
    }
}

fn reading_of(asked: Asked<'_>) -> Result<Answer<'_>, LineError> {
    let year = school_year(&asked.school_year)?;
    let phrase = asked.term_text.unwrap_or_default();
    let reading = read(&phrase, year);
    Ok(Answer { id: asked.id, phrase, reading })
}

/// The school year that starts in the first year named; a second year, in full or by its last digits, must be the next.
fn school_year(written: &WrittenYear<'_>) -> Result<SchoolYear, LineError> {
    let text = match written {
        WrittenYear::Number(year) => return in_range(*year).ok_or_else(|| LineError::NoSuchYear(year.to_string())),
        WrittenYear::Text(text) => text,
    };
    let wrong = || LineError::NoSuchYear(text.clone().into_owned());
    let mut numbers = text.split(['/', '-', '–', '—']).map(str::trim);
    let first: i32 = numbers.next().and_then(|first| first.parse().ok()).ok_or_else(wrong)?;
    let follows = |second: &str| second.parse() == Ok(first + 1) || second == format!("{:02}", (first + 1) % 100);
    let fits = numbers.next().is_none_or(follows) && numbers.next().is_none();
    in_range(first).filter(|_| fits).ok_or_else(wrong)
}

fn in_range(year: i32) -> Option<SchoolYear> {
    (1990..=2100).contains(&year).then_some(SchoolYear(year))
}

impl Answer<'_> {
    pub(super) fn as_json(&self) -> Printed<'_> {
        let reading = &self.reading;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Printed {
            id: self.id,
            term_kind: reading.kind.code(),
            start: day(reading.start),
            due: day(reading.due),
            recurrence: reading.recurrence.map(|rule| rule.to_string()).unwrap_or_default(),
            needs_review: reading.needs_review(),
        }
    }
}
