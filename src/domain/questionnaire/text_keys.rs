//! Which texts a questionnaire needs.

use crate::domain::questionnaire::{Kind, Question, QuestionOption, Questionnaire};
use std::collections::BTreeSet;

/// The key of a text in `locales/*/questionnaires.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextKey {
    pub key: String,
    /// Must exist in every language; otherwise it may exist, in all languages or in none.
    pub required: bool,
}

impl Questionnaire {
    /// The name of the form, as a heading.
    pub fn title_key(&self) -> String {
        format!("questionnaire-{}-title", self.code)
    }

    /// What is said before the first question; takes `minutes` and `questions`.
    pub fn intro_key(&self) -> String {
        format!("questionnaire-{}-intro", self.code)
    }

    /// What is said after sending.
    pub fn finish_key(&self) -> String {
        format!("questionnaire-{}-finish", self.code)
    }

    /// The question itself.
    pub fn question_key(&self, question: &Question) -> String {
        format!("question-{}-{}", self.code, question.code)
    }

    /// One or two words for the review, a card, the head of a table's column.
    pub fn label_key(&self, question: &Question) -> String {
        format!("label-{}-{}", self.code, question.code)
    }

    /// A line under the question; not every question has one.
    pub fn hint_key(&self, question: &Question) -> String {
        format!("hint-{}-{}", self.code, question.code)
    }

    /// Every text that this questionnaire uses, each once, sorted.
    pub fn text_keys(&self) -> Vec<TextKey> {
        let mut keys = BTreeSet::new();
        for key in [self.title_key(), self.intro_key(), self.finish_key()] {
            keys.insert(TextKey { key, required: true });
        }
        for question in &self.questions {
            keys.insert(TextKey { key: self.question_key(question), required: true });
            keys.insert(TextKey { key: self.label_key(question), required: true });
            keys.insert(TextKey { key: self.hint_key(question), required: false });
            for option in labelled(question) {
                keys.insert(TextKey { key: option.text_key.clone(), required: true });
            }
        }
        keys.into_iter().collect()
    }
}

fn labelled(question: &Question) -> impl Iterator<Item = &QuestionOption> {
    let (first, second): (&[_], &[_]) = match &question.kind {
        Kind::Grid { rows, columns } => (rows, columns),
        _ => (question.options(), &[]),
    };
    first.iter().chain(second)
}
