//! How a person's consents stand, and which text is to be shown next.

use super::super::{State, Talk};
use super::{ConsentPlace, text};
use crate::domain::consent::ConsentKind;
use crate::domain::consent_texts::{ConsentText, ConsentTexts};
use crate::domain::people::Role;
use crate::store::consents::{self, Consent};
use anyhow::anyhow;

/// The consents that come with the program; a fault in the preset names itself.
pub(super) fn texts() -> anyhow::Result<&'static ConsentTexts> {
    ConsentTexts::builtin().map_err(|error| anyhow!("{error}"))
}

pub(super) fn text_of(kind: ConsentKind) -> anyhow::Result<&'static ConsentText> {
    texts()?.get(kind).ok_or_else(|| anyhow!("no consent of the kind {kind}"))
}

/// What stands between a person and the questionnaire of a role: a text that has not been decided on in its present
/// version, or the refusal of the one that cannot be done without. `None` when the way is free.
pub(crate) async fn gate(talk: &mut Talk<'_>, role: Role, questionnaire: &str) -> anyhow::Result<Option<State>> {
    let person = talk.person()?.id;
    let latest = consents::list_latest(talk.tx, person).await?;
    for text in texts()?.asked_of(role) {
        let decided = of_kind(&latest, text.kind).filter(|consent| consent.record.version == text.version);
        let blocks = text.kind == ConsentKind::PersonalData && decided.is_some_and(|consent| !consent.is_given());
        let place = match decided {
            None => text::place(talk, text, Some(questionnaire.to_owned()))?,
            Some(_) if blocks => ConsentPlace::Needed { questionnaire: questionnaire.to_owned() },
            Some(_) => continue,
        };
        return Ok(Some(State::Consent(place)));
    }
    Ok(None)
}

/// The latest decision on a kind.
pub(super) fn of_kind(latest: &[Consent], kind: ConsentKind) -> Option<&Consent> {
    latest.iter().find(|consent| consent.record.kind == kind)
}
