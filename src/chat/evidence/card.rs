//! One dated row: what it asks for, or what closed it.

use super::place::EvidencePlace as Place;
use super::{already_done, evidence_in_words, not_yours, own};
use crate::chat::reminder_steps;
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::ids::OccurrenceId;
use crate::domain::notice::Notice;
use crate::domain::people::{Role, short_name};
use crate::store::occurrences::Occurrence;
use crate::store::{audit, evidence, occurrences, people};
use crate::text::{Markup, dates};
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((occurrence, row)) = own(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let mut text = words::row_text(&row);
    if !row.result.is_empty() {
        text = text.paragraph(&tr!(locale, "road-map-card-result", result = words::short(&row.result, 400)));
    }
    let back = back(locale, Action::EvidenceBack);
    let steps = reminder_steps::block(talk, id).await?;
    if occurrence.is_open() {
        let due = words::due_in_words(locale, occurrence.due, talk.today());
        let done = Action::OccurrenceDone { occurrence: id, version: occurrence.version };
        let done = button(label!(locale, "button-mark-done"), done);
        return Ok(
            Screen::new(text.paragraph(&tr!(locale, "occurrence-due", due = due)).paragraph(&steps)).row([back, done])
        );
    }
    text = text.paragraph(&closed(talk, &occurrence).await?).paragraph(&steps);
    let file = evidence::find(talk.tx, id).await?.filter(|given| !given.file.is_empty());
    let file = file.map(|_| button(label!(locale, "button-evidence-file"), Action::EvidenceFile { occurrence: id }));
    let reopen = talk.is(Role::Curator).then(|| {
        let reopen = Action::Reopen { occurrence: id, version: occurrence.version };
        button(label!(locale, "button-reopen"), reopen)
    });
    Ok(Screen::new(text).row(file).row([back].into_iter().chain(reopen)))
}

/// Who closed it, when, with what.
async fn closed(talk: &mut Talk<'_>, occurrence: &Occurrence) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let by = match occurrence.done_by {
        Some(person) => people::find(talk.tx, person).await?,
        None => None,
    };
    let zone = talk.organisation()?.zone;
    let at = occurrence.done_at.unwrap_or(talk.now);
    let given = evidence::find(talk.tx, occurrence.id).await?;
    let head = tr!(
        locale,
        "occurrence-done",
        at = dates::moment(locale, at, zone, talk.today()),
        by = by.map_or("—".to_owned(), |person| short_name(&person.full_name)),
    );
    Ok(head.line(&given.map_or(Markup::default(), |given| evidence_in_words(locale, &given))))
}

/// The file that was given, below.
pub(super) async fn hand_over_file(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Turn> {
    if own(talk, id).await?.is_none() {
        return Ok(Turn::stay());
    }
    let given = evidence::find(talk.tx, id).await?.filter(|given| !given.file.is_empty());
    if let Some(given) = given {
        let key = format!("evidence:{id}:{}:{}", talk.chat, talk.now.timestamp_millis());
        talk.hand_over(&key, Notice::EvidenceFile { file: given.file }).await?;
    }
    Ok(Turn::quiet())
}

pub(super) async fn ask_reopen(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((occurrence, row)) = own(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let text = Markup::plain(&words::short(&row.heading, 200))
        .bold()
        .paragraph(&closed(talk, &occurrence).await?)
        .paragraph(&tr!(locale, "occurrence-reopen"));
    Ok(Screen::new(text)
        .row([back(locale, Action::EvidenceBack), button(label!(locale, "button-reopen-sure"), Action::ReopenSure)]))
}

/// The curator opens a closed row again; what was given for it is taken back, not forgotten.
pub(super) async fn reopen(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    let Place::Reopen { occurrence, version } = place else {
        return Ok(Turn::stay());
    };
    let Some((found, _)) = own(talk, occurrence).await? else {
        return Ok(Turn::to(State::Home));
    };
    if !occurrences::reopen(talk.tx, (occurrence, version)).await? {
        let toast =
            if found.is_open() { label!(talk.locale, "toast-already-open") } else { already_done(talk, &found)? };
        return Ok(Turn::to(Place::Card { occurrence }).with_toast(toast));
    }
    evidence::withdraw(talk.tx, occurrence, talk.now).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("row opened again", &occurrence.to_string()), talk.now).await?;
    Ok(Turn::to(Place::Card { occurrence }).with_note(tr!(talk.locale, "occurrence-reopened")))
}
