//! Consents: each text on a screen of its own, «Мои согласия», and papers that the curator notes.
//!
//! Every decision is a new row with the version and the digest of the exact text that was on the screen. The digest
//! travels in the place, so that a text that changed between reading and pressing is shown again and not agreed to.

mod list;
mod paper;
mod standing;
mod text;
mod withdraw;

pub(super) use standing::gate;

use super::{Action, Input, Screen, State, Talk, Turn, button, menu};
use crate::domain::consent::ConsentKind;
use crate::domain::ids::PersonId;
use crate::{label, tr};
use serde::{Deserialize, Serialize};

/// Where a chat stands among the consents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "consent", rename_all = "snake_case")]
pub enum ConsentPlace {
    /// «Мои согласия».
    List,
    /// One text in full, to be given or not.
    Text {
        kind: ConsentKind,
        /// Digest of the text as it is shown.
        digest: String,
        /// The questionnaire that waits for the decision.
        then: Option<String>,
    },
    /// What taking it back means, and whether to.
    Withdraw { kind: ConsentKind },
    /// Why the questionnaire cannot be offered.
    Needed { questionnaire: String },
    /// The curator: which consents a person gave on paper.
    Papers { person: PersonId },
    /// The curator: the day on the paper.
    PaperDay { person: PersonId, kind: ConsentKind },
}

impl ConsentPlace {
    /// Whether only the curator may be there.
    pub(super) fn is_curators(&self) -> bool {
        matches!(self, Self::Papers { .. } | Self::PaperDay { .. })
    }
}

fn place(state: &State) -> Option<&ConsentPlace> {
    match state {
        State::Consent(place) => Some(place),
        _ => None,
    }
}

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match place(state) {
        Some(ConsentPlace::Text { kind, then, .. }) => text::show(talk, *kind, then.as_deref()).await,
        Some(ConsentPlace::Withdraw { kind }) => withdraw::show(talk, *kind),
        Some(ConsentPlace::Needed { .. }) => Ok(needed(talk)),
        Some(ConsentPlace::Papers { person }) => paper::show(talk, *person).await,
        Some(ConsentPlace::PaperDay { person, kind }) => paper::show_day(talk, *person, *kind).await,
        Some(ConsentPlace::List) | None => list::show(talk).await,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    match (input, place(&state)) {
        (Input::Press(Action::Consents), _) => Ok(Turn::to(State::Consent(ConsentPlace::List))),
        (Input::Press(Action::ConsentRead { kind }), place) => {
            let then = match place {
                Some(ConsentPlace::Needed { questionnaire }) => Some(questionnaire.clone()),
                _ => None,
            };
            text::open(talk, kind, then)
        }
        (Input::Press(Action::ConsentDecide { given }), Some(ConsentPlace::Text { kind, digest, then })) => {
            text::decide(talk, (*kind, digest), then.clone(), given).await
        }
        (Input::Press(Action::ConsentWithdraw { kind }), _) => {
            Ok(Turn::to(State::Consent(ConsentPlace::Withdraw { kind })))
        }
        (Input::Press(Action::ConsentWithdrawn), Some(ConsentPlace::Withdraw { kind })) => {
            withdraw::take_back(talk, *kind).await
        }
        (Input::Press(Action::Papers { person }), _) => paper::open(talk, person).await,
        (Input::Press(Action::Paper { kind }), Some(ConsentPlace::Papers { person })) => {
            Ok(Turn::to(State::Consent(ConsentPlace::PaperDay { person: *person, kind })))
        }
        (Input::Press(Action::PaperToday), Some(ConsentPlace::PaperDay { person, kind })) => {
            let today = talk.today();
            paper::keep(talk, *person, *kind, today).await
        }
        (Input::Text(typed), Some(ConsentPlace::PaperDay { person, kind })) => {
            paper::read_day(talk, *person, *kind, &typed).await
        }
        (Input::Press(_), _) => Ok(Turn::stay()),
        _ => Ok(Turn::hint(tr!(locale, "hint-use-buttons"))),
    }
}

/// Without the consent to personal data there is no questionnaire: why, and a way back.
fn needed(talk: &Talk<'_>) -> Screen {
    let locale = talk.locale;
    let read = Action::ConsentRead { kind: ConsentKind::PersonalData };
    Screen::new(tr!(locale, "consent-needed"))
        .row([menu(locale), button(label!(locale, "button-consent-read-again"), read)])
}
