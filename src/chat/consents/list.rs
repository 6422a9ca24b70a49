//! «Мои согласия»: what is given, since when, and how to take it back.

use super::super::{Action, Button, Screen, Talk, button, menu};
use super::standing::{of_kind, texts};
use crate::domain::consent::ConsentDecision;
use crate::domain::consent_texts::ConsentText;
use crate::domain::people::Role;
use crate::store::consents::{self, Consent};
use crate::text::{Markup, dates, label, markup};
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let person = talk.person()?.id;
    let latest = consents::list_latest(talk.tx, person).await?;
    let mut shown = tr!(locale, "consents");
    let mut rows: Vec<Vec<Button>> = Vec::new();
    for text in texts()?.iter() {
        let decided = of_kind(&latest, text.kind);
        if decided.is_none() && !concerns(talk, text) {
            continue;
        }
        let entry = markup(locale, &text.title_key(), &[])
            .bold()
            .line(&markup(locale, &text.summary_key(), &[]))
            .line(&standing(talk, text, decided));
        shown = shown.paragraph(&entry);
        rows.push(buttons(talk, text, decided));
    }
    let screen = rows.into_iter().fold(Screen::new(shown), Screen::row);
    Ok(screen.row([menu(locale)]))
}

/// Whether somebody with these roles is asked at all; whoever has none yet may become a mentee.
fn concerns(talk: &Talk<'_>, text: &ConsentText) -> bool {
    text.asked_of.contains(&Role::Mentee) || text.asked_of.iter().any(|role| talk.is(*role))
}

/// How one consent stands, in a line.
pub(super) fn standing(talk: &Talk<'_>, text: &ConsentText, decided: Option<&Consent>) -> Markup {
    let locale = talk.locale;
    let Some(consent) = decided else {
        return tr!(locale, "consent-not-asked");
    };
    let day = consent.paper_day().unwrap_or_else(|| talk.day_of(consent.record.at));
    let since = dates::day(locale, day, talk.today());
    match consent.record.decision {
        ConsentDecision::Given if consent.record.version != text.version => {
            tr!(locale, "consent-given-older", since = since)
        }
        ConsentDecision::Given if consent.paper_day().is_some() => {
            tr!(locale, "consent-given-paper", since = since)
        }
        ConsentDecision::Given => tr!(locale, "consent-given", since = since),
        ConsentDecision::Refused => tr!(locale, "consent-refused", since = since),
        ConsentDecision::Withdrawn => tr!(locale, "consent-withdrawn", since = since),
    }
}

fn buttons(talk: &Talk<'_>, text: &ConsentText, decided: Option<&Consent>) -> Vec<Button> {
    let locale = talk.locale;
    let kind = text.kind;
    let short = label(locale, &text.short_key(), &[]);
    let read = button(short, Action::ConsentRead { kind });
    let withdraw = decided
        .is_some_and(Consent::is_given)
        .then(|| button(label!(locale, "button-consent-withdraw"), Action::ConsentWithdraw { kind }));
    [read].into_iter().chain(withdraw).collect()
}
