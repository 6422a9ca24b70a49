//! One question: what may be answered and when it is asked.

use crate::domain::questionnaire::{Answer, Answers};

/// One question, one screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Stable; the key of its answer in stored responses.
    pub code: String,
    pub kind: Kind,
    /// May be skipped.
    pub optional: bool,
    /// Only the curator sees the answer.
    pub private: bool,
    pub only_if: Option<Condition>,
    /// Buttons beside each other, 1 or 2.
    pub per_row: u8,
}

/// What kind of answer a question takes, with the limits of that kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of the options. With `among`, only of those chosen in that earlier question, and asked only where
    /// there were two or more of them.
    Single { options: Vec<QuestionOption>, among: Option<String> },
    /// Between one and `max` of the options.
    Multi { options: Vec<QuestionOption>, max: usize },
    /// A number, both ends included.
    Scale { from: u8, to: u8 },
    /// Any cells of a table, at least one: days by parts of the day.
    Grid { rows: Vec<QuestionOption>, columns: Vec<QuestionOption> },
    /// Typed text, limits in characters.
    Text { min_chars: usize, max_chars: usize },
    /// Between one and `max` people of the staff list.
    Person { max: usize },
}

/// Something to choose: a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionOption {
    /// Stable; what answers hold and matching compares.
    pub code: String,
    /// The label's key in the locales.
    pub text_key: String,
    pub only_if: Option<Condition>,
}

/// Holds when the answer to an earlier question contains one of these codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub question: String,
    pub any_of: Vec<String>,
}

impl Condition {
    pub fn holds(&self, answers: &Answers) -> bool {
        self.any_of.iter().any(|code| answers.chose(&self.question, code))
    }
}

impl Kind {
    /// The word for this kind in presets.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Single { .. } => "single",
            Self::Multi { .. } => "multi",
            Self::Scale { .. } => "scale",
            Self::Grid { .. } => "grid",
            Self::Text { .. } => "text",
            Self::Person { .. } => "person",
        }
    }
}

impl Question {
    /// Every option, whether offered now or not; none for kinds without options.
    pub fn options(&self) -> &[QuestionOption] {
        match &self.kind {
            Kind::Single { options, .. } | Kind::Multi { options, .. } => options,
            Kind::Scale { .. } | Kind::Grid { .. } | Kind::Text { .. } | Kind::Person { .. } => &[],
        }
    }

    /// One press answers and leads on; otherwise the person presses «Дальше» or types.
    pub const fn one_press_answers(&self) -> bool {
        matches!(self.kind, Kind::Single { .. } | Kind::Scale { .. })
    }

    /// The options to show, given the answers to earlier questions.
    pub(super) fn offered(&self, earlier: &Answers) -> Vec<&QuestionOption> {
        self.options().iter().filter(|option| self.offers(option, earlier)).collect()
    }

    fn offers(&self, option: &QuestionOption, earlier: &Answers) -> bool {
        let chosen_before = match &self.kind {
            Kind::Single { among: Some(question), .. } => earlier.chose(question, &option.code),
            _ => true,
        };
        chosen_before && option.only_if.as_ref().is_none_or(|condition| condition.holds(earlier))
    }

    /// Whether this question is asked at all, given the answers to earlier questions.
    pub(super) fn is_asked(&self, earlier: &Answers) -> bool {
        let enough_options = match &self.kind {
            Kind::Single { among: Some(_), .. } => self.offered(earlier).len() >= 2,
            Kind::Single { .. } | Kind::Multi { .. } => !self.offered(earlier).is_empty(),
            Kind::Scale { .. } | Kind::Grid { .. } | Kind::Text { .. } | Kind::Person { .. } => true,
        };
        enough_options && self.only_if.as_ref().is_none_or(|condition| condition.holds(earlier))
    }

    /// What of an answer still counts: options that are no longer offered fall away, an answer that breaks the
    /// rules (the preset was changed meanwhile) counts as none.
    pub(super) fn standing(&self, answer: &Answer, earlier: &Answers) -> Option<Answer> {
        let standing = match answer {
            Answer::Choice(_) | Answer::Choices(_) => self.still_offered(answer, earlier),
            other => other.clone(),
        };
        self.check(&standing).is_ok().then_some(standing)
    }

    /// An answer made of options, without those that are no longer offered; maybe empty.
    fn still_offered(&self, answer: &Answer, earlier: &Answers) -> Answer {
        let offered = self.offered(earlier);
        let is_offered = |code: &&String| offered.iter().any(|option| option.code == **code);
        match answer {
            Answer::Choice(code) if !is_offered(&code) => Answer::Choices(Vec::new()),
            Answer::Choices(codes) => Answer::Choices(codes.iter().filter(is_offered).cloned().collect()),
            other => other.clone(),
        }
    }
}
