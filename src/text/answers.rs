//! Answers in words: for the review, a card, a table.

use super::{Locale, label};
use crate::domain::ids::PersonId;
use crate::domain::people::{Person, short_name};
use crate::domain::questionnaire::{Answer, Kind, Question, QuestionOption};
use crate::label;
use std::collections::HashMap;

/// Names of the people that answers mention.
#[derive(Default)]
pub struct Names(HashMap<PersonId, String>);

impl Names {
    pub fn of(people: &[Person]) -> Self {
        Self(people.iter().map(|person| (person.id, short_name(&person.full_name))).collect())
    }

    /// «Иванова М. П., Ким А. В.»
    pub fn list(&self, locale: Locale, people: &[PersonId]) -> String {
        people.iter().map(|person| self.get(locale, *person)).collect::<Vec<_>>().join(", ")
    }

    /// Somebody who left the staff list has no name here.
    fn get(&self, locale: Locale, person: PersonId) -> String {
        self.0.get(&person).cloned().unwrap_or_else(|| label!(locale, "answer-person-gone"))
    }
}

/// What was answered, as one line or, for a grid and for typed text, a few; empty for what was passed over.
pub fn answer_in_words(locale: Locale, question: &Question, answer: &Answer, names: &Names) -> String {
    match (&question.kind, answer) {
        (_, Answer::Choice(code)) => option(locale, question.options(), code),
        (_, Answer::Choices(codes)) => {
            let words: Vec<_> = codes.iter().map(|code| option(locale, question.options(), code)).collect();
            words.join(", ")
        }
        (Kind::Scale { to, .. }, Answer::Scale(number)) => {
            label!(locale, "answer-scale", number = *number, to = *to)
        }
        (Kind::Grid { rows, columns }, Answer::Grid(cells)) => grid(locale, (rows, columns), cells),
        (_, Answer::Text(text)) => text.clone(),
        (_, Answer::Person(people)) => names.list(locale, people),
        _ => String::new(),
    }
}

/// An option's label; nothing for one that the preset does not know any more.
fn option(locale: Locale, options: &[QuestionOption], code: &str) -> String {
    options
        .iter()
        .find(|option| option.code == code)
        .map(|option| label(locale, &option.text_key, &[]))
        .unwrap_or_default()
}

/// «Пн утро, день; Чт вечер».
fn grid(locale: Locale, (rows, columns): (&[QuestionOption], &[QuestionOption]), cells: &[(String, String)]) -> String {
    let row = |row: &QuestionOption| {
        let chosen: Vec<_> = cells
            .iter()
            .filter(|(code, _)| *code == row.code)
            .map(|(_, column)| option(locale, columns, column))
            .collect();
        (!chosen.is_empty()).then(|| format!("{} {}", label(locale, &row.text_key, &[]), chosen.join(", ")))
    };
    rows.iter().filter_map(row).collect::<Vec<_>>().join("; ")
}
