//! The rules of answering one question: pressing, typing, checking.

use crate::domain::ids::PersonId;
use crate::domain::questionnaire::{Answer, AnswerError, Kind, Question, QuestionOption};
use crate::domain::typed_text;
use std::collections::HashSet;
use std::hash::Hash;

/// Between the row and the column in the code of a cell's button.
const CELL_MARK: char = '.';

impl Question {
    /// The code of a cell's button, `row.column`, as [`Question::toggle`] takes it.
    pub fn cell_code(row: &str, column: &str) -> String {
        format!("{row}{CELL_MARK}{column}")
    }

    /// Whether this may be kept as the answer, as far as the question alone can tell.
    pub fn check(&self, answer: &Answer) -> Result<(), AnswerError> {
        match (&self.kind, answer) {
            (_, Answer::Skipped) if self.optional => Ok(()),
            (_, Answer::Skipped) => Err(AnswerError::NotOptional),
            (Kind::Single { options, .. }, Answer::Choice(code)) => known(options, code),
            (Kind::Multi { options, max }, Answer::Choices(codes)) => {
                bounded(codes, *max)?;
                codes.iter().try_for_each(|code| known(options, code))
            }
            (Kind::Scale { from, to }, Answer::Scale(number)) => in_range(*number, *from, *to),
            (Kind::Grid { rows, columns }, Answer::Grid(cells)) => {
                bounded(cells, rows.len() * columns.len())?;
                cells.iter().try_for_each(|(row, column)| known(rows, row).and(known(columns, column)))
            }
            (Kind::Text { min_chars, max_chars }, Answer::Text(text)) => check_text(text, *min_chars, *max_chars),
            (Kind::Person { max }, Answer::Person(people)) => bounded(people, *max),
            _ => Err(AnswerError::OtherKind),
        }
    }

    /// The answer after a press on a button: chosen, or no longer chosen. `option` is an option's code, a number of
    /// the scale, a [cell](Question::cell_code) or the id of a person. May come out empty, which [`Question::check`]
    /// then refuses; never comes out too long.
    pub fn toggle(&self, current: Option<&Answer>, option: &str) -> Result<Answer, AnswerError> {
        match &self.kind {
            Kind::Single { options, .. } => known(options, option).map(|()| Answer::Choice(option.to_owned())),
            Kind::Multi { options, max } => {
                known(options, option)?;
                let mut codes = toggled(current.and_then(as_choices), option.to_owned(), *max)?;
                codes.sort_by_key(|code| place(options, code));
                Ok(Answer::Choices(codes))
            }
            Kind::Scale { from, to } => number(option, *from, *to).map(Answer::Scale),
            Kind::Grid { rows, columns } => {
                let (row, column) = option.split_once(CELL_MARK).ok_or(AnswerError::NotAnOption)?;
                known(rows, row).and(known(columns, column))?;
                let cell = (row.to_owned(), column.to_owned());
                let mut cells = toggled(current.and_then(as_cells), cell, rows.len() * columns.len())?;
                cells.sort_by_key(|(row, column)| (place(rows, row), place(columns, column)));
                Ok(Answer::Grid(cells))
            }
            Kind::Text { .. } => Err(AnswerError::NeedsText),
            Kind::Person { max } => {
                let person = PersonId(option.parse().map_err(|_| AnswerError::NotAnOption)?);
                toggled(current.and_then(as_people), person, *max).map(Answer::Person)
            }
        }
    }

    /// The answer that a typed message means.
    pub fn read_typed(&self, raw: &str) -> Result<Answer, AnswerError> {
        match &self.kind {
            Kind::Text { min_chars, max_chars } => {
                let text = typed_text::clean(raw, *max_chars)?;
                check_text(&text, *min_chars, *max_chars)?;
                Ok(Answer::Text(text))
            }
            Kind::Scale { from, to } => number(raw, *from, *to).map(Answer::Scale),
            Kind::Single { .. } | Kind::Multi { .. } | Kind::Grid { .. } | Kind::Person { .. } => {
                Err(AnswerError::NeedsButton)
            }
        }
    }
}

fn as_choices(answer: &Answer) -> Option<&Vec<String>> {
    if let Answer::Choices(codes) = answer { Some(codes) } else { None }
}

fn as_cells(answer: &Answer) -> Option<&Vec<(String, String)>> {
    if let Answer::Grid(cells) = answer { Some(cells) } else { None }
}

fn as_people(answer: &Answer) -> Option<&Vec<PersonId>> {
    if let Answer::Person(people) = answer { Some(people) } else { None }
}

/// Removes `one` where it is, else adds it where there is room. Removing always works.
fn toggled<T: Clone + PartialEq>(current: Option<&Vec<T>>, one: T, max: usize) -> Result<Vec<T>, AnswerError> {
    let mut chosen = current.cloned().unwrap_or_default();
    let before = chosen.len();
    chosen.retain(|other| *other != one);
    if chosen.len() == before {
        chosen.push(one);
        if chosen.len() > max {
            return Err(AnswerError::TooMany { max });
        }
    }
    Ok(chosen)
}

fn known(options: &[QuestionOption], code: &str) -> Result<(), AnswerError> {
    place(options, code).map(|_| ()).ok_or(AnswerError::NotAnOption)
}

fn place(options: &[QuestionOption], code: &str) -> Option<usize> {
    options.iter().position(|option| option.code == code)
}

/// At least one, at most `max`, none twice.
fn bounded<T: Eq + Hash>(chosen: &[T], max: usize) -> Result<(), AnswerError> {
    match chosen.len() {
        0 => Err(AnswerError::Empty),
        n if n > max => Err(AnswerError::TooMany { max }),
        n if chosen.iter().collect::<HashSet<_>>().len() < n => Err(AnswerError::NotAnOption),
        _ => Ok(()),
    }
}

fn number(raw: &str, from: u8, to: u8) -> Result<u8, AnswerError> {
    let number: i64 = raw.trim().parse().map_err(|_| AnswerError::NotANumber)?;
    let number = u8::try_from(number).map_err(|_| AnswerError::OutOfRange { from, to })?;
    in_range(number, from, to).map(|()| number)
}

fn in_range(number: u8, from: u8, to: u8) -> Result<(), AnswerError> {
    if (from..=to).contains(&number) { Ok(()) } else { Err(AnswerError::OutOfRange { from, to }) }
}

fn check_text(text: &str, min: usize, max: usize) -> Result<(), AnswerError> {
    let is = text.chars().count();
    if is == 0 {
        Err(AnswerError::Empty)
    } else if is < min {
        Err(AnswerError::TooShort { min })
    } else if is > max {
        Err(AnswerError::TooLong { max, over: is - max })
    } else {
        Ok(())
    }
}
