//! Where a chat stands. The current screen can be drawn again from it at any time.

use super::banks::BankPlace;
use super::consents::ConsentPlace;
use super::form::FormPlace;
use super::matching::MatchingPlace;
use super::my_data::MyDataPlace;
use super::news::NewsPlace;
use super::pairs::PairsPlace;
use super::{Audience, Flow};
use serde::{Deserialize, Serialize};

/// A place in the conversation; kept as JSON in the session row, so old names must stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// The menu, or for somebody unknown: how to get in.
    Home,
    /// Among the consents.
    Consent(ConsentPlace),
    /// In a questionnaire.
    Form(FormPlace),
    /// The curator, in a bank.
    Bank(BankPlace),
    /// What is kept about oneself.
    MyData(MyDataPlace),
    /// The curator, at matching.
    Matching(MatchingPlace),
    /// Among the pairs, or at one's own.
    Pairs(PairsPlace),
    /// At the news.
    News(NewsPlace),
}

impl State {
    /// The conversation that draws the screen and takes what is typed.
    pub(super) fn flow(&self) -> Flow {
        match self {
            Self::Home => Flow::Home,
            Self::Consent(_) => Flow::Consents,
            Self::Form(_) => Flow::Form,
            Self::Bank(_) => Flow::Banks,
            Self::MyData(_) => Flow::MyData,
            Self::Matching(_) => Flow::Matching,
            Self::Pairs(_) => Flow::Pairs,
            Self::News(_) => Flow::News,
        }
    }

    /// Who may be there; roles change while a chat stands still.
    pub(super) fn audience(&self) -> Audience {
        match self {
            Self::Home => Audience::Anyone,
            Self::Consent(place) if place.is_curators() => Audience::Curator,
            Self::Pairs(place) if place.is_curators() => Audience::Curator,
            Self::Bank(_) | Self::Matching(_) => Audience::Curator,
            Self::Consent(_) | Self::Form(_) | Self::MyData(_) => Audience::Staff,
            Self::Pairs(_) | Self::News(_) => Audience::Staff,
        }
    }

    /// Whether a file sent now would be read, so that it is worth fetching.
    pub fn wants_file(&self) -> bool {
        // A photo comes as the messenger's reference; only documents would have to be fetched.
        false
    }
}
