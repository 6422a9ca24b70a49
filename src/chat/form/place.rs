//! Where a chat stands in a questionnaire.

use crate::domain::ids::ResponseId;
use serde::{Deserialize, Serialize};

/// Where a chat stands in a questionnaire. A questionnaire is named by its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum FormPlace {
    /// What it is for and how long it takes.
    Intro {
        questionnaire: String,
    },
    /// A draft is there: on with it, anew, or later.
    Paused {
        response: ResponseId,
        /// Another questionnaire that was asked for while the draft was open.
        wanted: Option<String>,
    },
    Question(Asked),
    /// All answers, before they are sent.
    Review {
        response: ResponseId,
        page: u32,
    },
    /// All answers, after.
    Sent {
        questionnaire: String,
        page: u32,
    },
    /// Whether to take the answers back.
    Withdraw {
        questionnaire: String,
    },
}

/// The question that is on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub response: ResponseId,
    /// The question's code.
    pub question: String,
    /// Opened from the review: the answer leads back there.
    #[serde(default)]
    pub fixing: bool,
    /// Of the colleagues to choose from.
    #[serde(default)]
    pub page: u32,
    #[serde(default)]
    pub search: Search,
}

impl Asked {
    pub(super) fn new(response: ResponseId, question: &str, fixing: bool) -> Self {
        Self { response, question: question.to_owned(), fixing, page: 0, search: Search::default() }
    }
}

/// What somebody typed to find a colleague. `Debug` hides it: it is a name (guarantee I6).
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Search(pub String);

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_empty() { "Search(none)" } else { "Search(..)" })
    }
}
