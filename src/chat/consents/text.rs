//! One text in full, and the decision on it.

use super::super::{Action, Screen, State, Talk, Turn, back, button, form};
use super::standing::{of_kind, text_of};
use super::{ConsentPlace, list};
use crate::domain::consent::{ConsentDecision, ConsentKind};
use crate::domain::consent_texts::ConsentText;
use crate::store::consents::{self, Consent, Decided};
use crate::text::{Markup, markup};
use crate::{label, tr};
use sha2::{Digest, Sha256};

/// The text exactly as it is shown: heading, document, version.
pub(super) fn words(talk: &Talk<'_>, text: &ConsentText) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let organisation = &talk.organisation()?.name;
    let document = markup(locale, &text.text_key(), &[("organisation", organisation.into())]);
    Ok(markup(locale, &text.title_key(), &[]).bold().paragraph(&document).paragraph(&tr!(
        locale,
        "consent-version",
        version = text.version.as_str()
    )))
}

/// SHA-256 of the text as it is shown, in hexadecimal digits.
pub(super) fn digest(words: &Markup) -> String {
    Sha256::digest(words.as_html()).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

pub(super) fn place(talk: &Talk<'_>, text: &ConsentText, then: Option<String>) -> anyhow::Result<ConsentPlace> {
    Ok(ConsentPlace::Text { kind: text.kind, digest: digest(&words(talk, text)?), then })
}

pub(super) fn open(talk: &mut Talk<'_>, kind: ConsentKind, then: Option<String>) -> anyhow::Result<Turn> {
    Ok(Turn::to(State::Consent(place(talk, text_of(kind)?, then)?)))
}

pub(super) async fn show(talk: &mut Talk<'_>, kind: ConsentKind, then: Option<&str>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let text = text_of(kind)?;
    let person = talk.person()?.id;
    let latest = consents::list_latest(talk.tx, person).await?;
    let current = of_kind(&latest, kind).filter(|consent| consent.record.version == text.version);
    let shown = words(talk, text)?;
    if current.is_some_and(Consent::is_given) {
        let withdraw = Action::ConsentWithdraw { kind };
        return Ok(Screen::new(shown.paragraph(&list::standing(talk, text, current)))
            .row([back(locale, Action::Consents), button(label!(locale, "button-consent-withdraw"), withdraw)]));
    }
    let leave = then.is_none().then(|| back(locale, Action::Consents));
    Ok(Screen::new(shown)
        .row([
            button(label!(locale, "button-consent-refuse"), Action::ConsentDecide { given: false }),
            button(label!(locale, "button-consent-give"), Action::ConsentDecide { given: true }),
        ])
        .row(leave))
}

/// Keeps the decision, unless another text than the one decided on would be shown now.
pub(super) async fn decide(
    talk: &mut Talk<'_>,
    (kind, digest_shown): (ConsentKind, &str),
    then: Option<String>,
    given: bool,
) -> anyhow::Result<Turn> {
    let text = text_of(kind)?;
    let text_sha256 = digest(&words(talk, text)?);
    if text_sha256 != digest_shown {
        return Ok(open(talk, kind, then)?.with_note(tr!(talk.locale, "consent-text-changed")));
    }
    let decision = if given { ConsentDecision::Given } else { ConsentDecision::Refused };
    keep(talk, (text, &text_sha256), decision).await?;
    match then {
        Some(questionnaire) => form::enter(talk, &questionnaire).await,
        None => Ok(Turn::to(State::Consent(ConsentPlace::List))),
    }
}

/// Adds the person's own decision, with the chat and the press as evidence.
pub(super) async fn keep(
    talk: &mut Talk<'_>,
    (text, text_sha256): (&ConsentText, &str),
    decision: ConsentDecision,
) -> anyhow::Result<()> {
    let person = talk.person()?.id;
    let evidence = format!("{} {} {}", talk.chat, talk.key, talk.locale);
    let decided = Decided { kind: text.kind, version: &text.version, text_sha256, decision, evidence: &evidence };
    consents::insert(talk.tx, person, &decided, talk.now).await
}
