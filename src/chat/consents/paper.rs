//! The curator notes a consent that was given on paper: «бумажное согласие от 01.09.2026».

use super::super::{Action, Button, Screen, State, Talk, Turn, back, banks, button, menu};
use super::standing::{of_kind, text_of, texts};
use super::{ConsentPlace, list, text};
use crate::domain::consent::{ConsentDecision, ConsentKind};
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::store::consents::{self, Decided, ON_PAPER};
use crate::store::{audit, people};
use crate::text::{Markup, dates, label, markup};
use crate::{label, tr};
use chrono::{Days, NaiveDate};

/// A paper may be as old as this, in days: it belongs to this school year or the one before.
const OLDEST: u64 = 730;

/// Somebody of the curator's own organisation; anybody else is nobody.
async fn colleague(talk: &mut Talk<'_>, person: PersonId) -> anyhow::Result<Option<Person>> {
    let organisation = talk.organisation()?.id;
    Ok(people::find(talk.tx, person).await?.filter(|person| person.organisation == organisation))
}

pub(super) async fn open(talk: &mut Talk<'_>, person: PersonId) -> anyhow::Result<Turn> {
    match colleague(talk, person).await? {
        Some(_) => {
            banks::note_look(talk, "consents looked at", person).await?;
            Ok(Turn::to(State::Consent(ConsentPlace::Papers { person })))
        }
        None => Ok(Turn::quiet().with_toast(label!(talk.locale, "toast-unknown-button"))),
    }
}

pub(super) async fn show(talk: &mut Talk<'_>, person: PersonId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(colleague) = colleague(talk, person).await? else {
        return Ok(Screen::new(tr!(locale, "colleague-gone")).row([menu(locale)]));
    };
    let latest = consents::list_latest(talk.tx, person).await?;
    let mut shown = Markup::plain(&colleague.full_name).bold().paragraph(&tr!(locale, "papers"));
    let mut kinds: Vec<Button> = Vec::new();
    for text in texts()?.iter() {
        let standing = list::standing(talk, text, of_kind(&latest, text.kind));
        shown = shown.paragraph(&markup(locale, &text.title_key(), &[]).bold().line(&standing));
        kinds.push(button(label(locale, &text.short_key(), &[]), Action::Paper { kind: text.kind }));
    }
    let card = back(locale, Action::StaffCard { person });
    Ok(Screen::new(shown).grid(2, kinds).row([card]))
}

pub(super) async fn show_day(talk: &mut Talk<'_>, person: PersonId, kind: ConsentKind) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(colleague) = colleague(talk, person).await? else {
        return Ok(Screen::new(tr!(locale, "colleague-gone")).row([menu(locale)]));
    };
    let shown = Markup::plain(&colleague.full_name)
        .bold()
        .line(&markup(locale, &text_of(kind)?.title_key(), &[]))
        .paragraph(&tr!(locale, "paper-day"));
    Ok(Screen::new(shown).row([
        back(locale, Action::Papers { person }),
        button(label!(locale, "button-paper-today"), Action::PaperToday),
    ]))
}

/// Takes a typed day: not in the future, not of a time before the programme.
pub(super) async fn read_day(
    talk: &mut Talk<'_>,
    person: PersonId,
    kind: ConsentKind,
    typed: &str,
) -> anyhow::Result<Turn> {
    let today = talk.today();
    let oldest = today.checked_sub_days(Days::new(OLDEST)).unwrap_or(today);
    match NaiveDate::parse_from_str(typed.trim(), "%d.%m.%Y") {
        Ok(day) if (oldest..=today).contains(&day) => keep(talk, person, kind, day).await,
        Ok(_) => Ok(Turn::hint(tr!(talk.locale, "paper-day-strange"))),
        Err(_) => Ok(Turn::hint(tr!(talk.locale, "paper-day-unclear", example = dates::short(today)))),
    }
}

pub(super) async fn keep(
    talk: &mut Talk<'_>,
    person: PersonId,
    kind: ConsentKind,
    day: NaiveDate,
) -> anyhow::Result<Turn> {
    if colleague(talk, person).await?.is_none() {
        return Ok(Turn::stay());
    }
    let text = text_of(kind)?;
    let text_sha256 = text::digest(&text::words(talk, text)?);
    let evidence = format!("{ON_PAPER}{day}");
    let decided = Decided {
        kind,
        version: &text.version,
        text_sha256: &text_sha256,
        decision: ConsentDecision::Given,
        evidence: &evidence,
    };
    consents::insert(talk.tx, person, &decided, talk.now).await?;
    let curator = talk.person()?.id;
    audit::insert(talk.tx, Some(curator), ("paper consent noted", &person.to_string()), talk.now).await?;
    Ok(Turn::to(State::Consent(ConsentPlace::Papers { person })).with_note(tr!(talk.locale, "paper-noted")))
}
