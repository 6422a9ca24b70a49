//! Why an answer is not taken, in words that a person can act on.

use crate::domain::typed_text::TextProblem;
use thiserror::Error;

/// Why an answer is not taken. Holds limits only, never the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AnswerError {
    #[error("longer than {max} characters by {over}")]
    TooLong { max: usize, over: usize },
    #[error("shorter than {min} characters")]
    TooShort { min: usize },
    #[error("more than {max} options")]
    TooMany { max: usize },
    /// A stale button, or an option that earlier answers rule out.
    #[error("not an option of this question")]
    NotAnOption,
    #[error("nothing chosen or written")]
    Empty,
    #[error("not a number")]
    NotANumber,
    #[error("not between {from} and {to}")]
    OutOfRange { from: u8, to: u8 },
    /// A voice message, a photo, a sticker where text is asked for (F49): decided by the conversation.
    #[error("text is needed")]
    NeedsText,
    /// Text where a button is to be pressed.
    #[error("a button is to be pressed")]
    NeedsButton,
    /// Holds what cannot be kept as text (F47).
    #[error("not plain text")]
    NotPlain,
    #[error("this question cannot be skipped")]
    NotOptional,
    /// An answer of another kind: the questionnaire has changed since.
    #[error("an answer of another kind")]
    OtherKind,
}

impl AnswerError {
    /// One of each, for tests that every message exists.
    pub const SAMPLES: &'static [Self] = &[
        Self::TooLong { max: 500, over: 21 },
        Self::TooShort { min: 3 },
        Self::TooMany { max: 5 },
        Self::NotAnOption,
        Self::Empty,
        Self::NotANumber,
        Self::OutOfRange { from: 1, to: 5 },
        Self::NeedsText,
        Self::NeedsButton,
        Self::NotPlain,
        Self::NotOptional,
        Self::OtherKind,
    ];

    /// The message's key in the locales.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::TooLong { .. } => "error-answer-too-long",
            Self::TooShort { .. } => "error-answer-too-short",
            Self::TooMany { .. } => "error-answer-too-many",
            Self::NotAnOption => "error-answer-not-an-option",
            Self::Empty => "error-answer-empty",
            Self::NotANumber => "error-answer-not-a-number",
            Self::OutOfRange { .. } => "error-answer-out-of-range",
            Self::NeedsText => "error-answer-needs-text",
            Self::NeedsButton => "error-answer-needs-button",
            Self::NotPlain => "error-answer-not-plain",
            Self::NotOptional => "error-answer-not-optional",
            Self::OtherKind => "error-answer-other-kind",
        }
    }

    /// The numbers that the message names, by the names that it uses for them.
    pub fn text_arguments(self) -> Vec<(&'static str, usize)> {
        match self {
            Self::TooLong { max, over } => vec![("max", max), ("over", over)],
            Self::TooShort { min } => vec![("min", min)],
            Self::TooMany { max } => vec![("max", max)],
            Self::OutOfRange { from, to } => vec![("from", from.into()), ("to", to.into())],
            Self::NotAnOption
            | Self::Empty
            | Self::NotANumber
            | Self::NeedsText
            | Self::NeedsButton
            | Self::NotPlain
            | Self::NotOptional
            | Self::OtherKind => Vec::new(),
        }
    }
}

impl From<TextProblem> for AnswerError {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::TooLong { max, is } => Self::TooLong { max, over: is.saturating_sub(max) },
            TextProblem::Empty => Self::Empty,
            TextProblem::NotPlain => Self::NotPlain,
        }
    }
}
