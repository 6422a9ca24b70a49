//! Taking a consent back: what it means first, then the deed.

use super::super::{Action, Screen, State, Talk, Turn, back, button, form};
use super::standing::text_of;
use super::{ConsentPlace, text};
use crate::domain::consent::{ConsentDecision, ConsentKind};
use crate::domain::notice::Notice;
use crate::domain::people::Role;
use crate::store::consents;
use crate::store::people;
use crate::text::markup;
use crate::{label, tr};

pub(super) fn show(talk: &Talk<'_>, kind: ConsentKind) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let text = text_of(kind)?;
    let shown = markup(locale, &text.title_key(), &[]).bold().paragraph(&markup(locale, &text.withdraw_key(), &[]));
    Ok(Screen::new(shown).row([
        back(locale, Action::Consents),
        button(label!(locale, "button-consent-withdraw-sure"), Action::ConsentWithdrawn),
    ]))
}

/// Keeps the withdrawal; without personal data the answers go, and the curator hears of it in every case.
pub(super) async fn take_back(talk: &mut Talk<'_>, kind: ConsentKind) -> anyhow::Result<Turn> {
    let list = Turn::to(State::Consent(ConsentPlace::List));
    let person = talk.person()?.id;
    let given = consents::find_latest(talk.tx, person, kind).await?.is_some_and(|c| c.is_given());
    if !given {
        return Ok(list);
    }
    let text = text_of(kind)?;
    let digest = text::digest(&text::words(talk, text)?);
    text::keep(talk, (text, &digest), ConsentDecision::Withdrawn).await?;
    if kind == ConsentKind::PersonalData {
        form::forget(talk).await?;
    }
    tell_curators(talk, kind).await?;
    Ok(list.with_note(tr!(talk.locale, "consent-withdrawn-done")))
}

async fn tell_curators(talk: &mut Talk<'_>, kind: ConsentKind) -> anyhow::Result<()> {
    let person = talk.person()?.id;
    let organisation = talk.organisation()?.id;
    for curator in people::list(talk.tx, organisation).await? {
        if curator.has(Role::Curator) && curator.id != person {
            let key = format!("consent withdrawn:{}:{}", talk.key, curator.id);
            let notice = Notice::ConsentWithdrawn { person, kind };
            talk.notify(curator.id, &key, notice).await?;
        }
    }
    Ok(())
}
