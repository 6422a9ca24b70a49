//! Questionnaires: the questions, the answers, and the way from the first question to the last.
//!
//! A questionnaire is data. To add a question: one `[[question]]` entry in `presets/questionnaires/<code>.toml` and its
//! texts in `locales/*/questionnaires.ftl` (`question-…`, `label-…`, the options; see [`Questionnaire::text_keys`]).
//! The presets are checked at start; the tests here check that every text exists in every language and none is left over.
//! To add a questionnaire: one more file, listed in [`builtin`](Questionnaires::load_builtin).
//!
//! What a conversation does with it: [`Questionnaire::first_unanswered`] says what to ask, [`Questionnaire::offered`]
//! which buttons to show, [`Questionnaire::press`] or [`Question::read_typed`] turn input into an [`Answer`],
//! [`Questionnaire::next`] and [`Questionnaire::previous`] walk, [`Questionnaire::standing`] is what is finally kept.

mod answer;
mod answer_error;
mod answers;
mod builtin;
mod preset;
mod preset_error;
mod preset_options;
mod preset_question;
mod question;
mod rules;
mod text_keys;
mod walk;

#[cfg(test)]
mod builtin_tests;
#[cfg(test)]
mod locale_tests;
#[cfg(test)]
mod preset_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod rules_tests;
#[cfg(test)]
mod walk_tests;

pub use answer::Answer;
pub use answer_error::AnswerError;
pub use answers::Answers;
pub use builtin::Questionnaires;
pub use preset::OptionSets;
pub(in crate::domain) use preset_error::Place;
pub use preset_error::{PresetError, PresetProblem};
pub use question::{Condition, Kind, Question, QuestionOption};
pub use text_keys::TextKey;
pub use walk::Walk;

coded_enum! {
    /// Where finished responses go: the bank of one kind in one school year.
    pub enum Bank {
        Mentors = "mentors",
        Mentees = "mentees",
    }
}

/// A questionnaire as its preset describes it. Texts are looked up by key, see [`Questionnaire::text_keys`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire {
    pub code: String,
    pub bank: Bank,
    /// How long the introduction says it takes.
    pub minutes: u8,
    /// In the order in which they are asked. Conditions name earlier questions only.
    pub questions: Vec<Question>,
}

impl Questionnaire {
    /// The question with this code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == code)
    }
}
