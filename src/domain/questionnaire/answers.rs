//! The answers of one response, by question.

use crate::domain::ids::PersonId;
use crate::domain::questionnaire::Answer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Answers by the code of their question. The short getters are for whoever reads a finished response (matching, the
/// bank, a card): they are empty where nothing was answered, because every reader must live with a skipped question.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Puts an answer in the place of an earlier one.
    pub fn set(&mut self, question: &str, answer: Answer) {
        self.0.insert(question.to_owned(), answer);
    }

    pub fn remove(&mut self, question: &str) {
        self.0.remove(question);
    }

    /// The same answers with every person replaced: list numbers by the ids of a database.
    #[must_use]
    pub fn with_people(&self, id_of: impl Fn(PersonId) -> PersonId) -> Self {
        let replaced = |answer: &Answer| match answer {
            Answer::Person(people) => Answer::Person(people.iter().map(|&person| id_of(person)).collect()),
            other => other.clone(),
        };
        self.0.iter().map(|(question, answer)| (question.clone(), replaced(answer))).collect()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Question codes with their answers, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(question, answer)| (question.as_str(), answer))
    }

    /// Whether the answer to this question contains this option.
    pub fn chose(&self, question: &str, code: &str) -> bool {
        self.get(question).is_some_and(|answer| answer.has(code))
    }

    /// The option chosen in a single choice.
    pub fn choice(&self, question: &str) -> Option<&str> {
        match self.get(question)? {
            Answer::Choice(code) => Some(code),
            _ => None,
        }
    }

    /// The options chosen in a multiple choice; one in a single choice.
    pub fn choices(&self, question: &str) -> Vec<&str> {
        match self.get(question) {
            Some(Answer::Choices(codes)) => codes.iter().map(String::as_str).collect(),
            Some(Answer::Choice(code)) => vec![code],
            _ => Vec::new(),
        }
    }

    pub fn scale(&self, question: &str) -> Option<u8> {
        match self.get(question)? {
            Answer::Scale(number) => Some(*number),
            _ => None,
        }
    }

    /// Row and column codes of the chosen cells.
    pub fn cells(&self, question: &str) -> &[(String, String)] {
        match self.get(question) {
            Some(Answer::Grid(cells)) => cells,
            _ => &[],
        }
    }

    pub fn text(&self, question: &str) -> Option<&str> {
        match self.get(question)? {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn people(&self, question: &str) -> &[PersonId] {
        match self.get(question) {
            Some(Answer::Person(people)) => people,
            _ => &[],
        }
    }
}

impl FromIterator<(String, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

/// Shows which questions have an answer, not the answers.
impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(&self.0).finish()
    }
}
