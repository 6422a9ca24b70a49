//! One dated row: what it asks for, or what closed it.

use super::{checklist, given_in_words, not_yours, own, standing, steps};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::OccurrenceId;
use crate::domain::notice::Notice;
use crate::domain::people::{Role, short_name};
use crate::store::occurrences::Occurrence;
use crate::store::{evidence, people};
use crate::text::{Markup, dates};
use crate::{label, tr};

/// Pieces of evidence that a card lists.
const LISTED: usize = 10;

pub(super) async fn show(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((occurrence, row)) = own(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let given = evidence::list(talk.tx, id).await?;
    let mut text = checklist::row_text(&row, &given);
    if !row.result.is_empty() {
        text = text.paragraph(&tr!(locale, "road-map-card-result", result = words::short(&row.result, 400)));
    }
    let back = back(locale, Action::EvidenceBack);
    let (steps, all_steps) = steps::block(talk, (row.id, Some(id))).await?;
    if occurrence.is_open() {
        let due = words::due_in_words(locale, occurrence.due, talk.today());
        let done = Action::OccurrenceDone { occurrence: id, version: occurrence.version };
        let done = button(label!(locale, "button-mark-done"), done);
        text = text.paragraph(&tr!(locale, "occurrence-due", due = due));
        text = text.paragraph(&standing::lines(talk, (&occurrence, &row)).await?).paragraph(&steps);
        return Ok(Screen::new(text).row(all_steps).row([back, done]));
    }
    text = text.paragraph(&closed(talk, &occurrence).await?).paragraph(&steps);
    let file = given.iter().any(|given| !given.evidence.file.is_empty());
    let file = file.then(|| button(label!(locale, "button-evidence-file"), Action::EvidenceFile { occurrence: id }));
    let more = button(label!(locale, "button-evidence-more"), Action::EvidenceMore { occurrence: id });
    let reopen = talk.is(Role::Curator).then(|| {
        let reopen = Action::Reopen { occurrence: id, version: occurrence.version };
        button(label!(locale, "button-reopen"), reopen)
    });
    Ok(Screen::new(text).row(all_steps).row(file.into_iter().chain([more])).row([back].into_iter().chain(reopen)))
}

/// Who closed it, when, with what.
pub(super) async fn closed(talk: &mut Talk<'_>, occurrence: &Occurrence) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let zone = talk.organisation()?.zone;
    let at = dates::moment(locale, occurrence.done_at.unwrap_or(talk.now), zone, talk.today());
    let head = match occurrence.done_by {
        None => tr!(locale, "occurrence-done-itself", at = at),
        Some(person) => {
            let by = people::find(talk.tx, person).await?;
            let by = by.map_or("—".to_owned(), |person| short_name(&person.full_name));
            tr!(locale, "occurrence-done", at = at, by = by)
        }
    };
    let given = evidence::list(talk.tx, occurrence.id).await?;
    let mut list =
        given.iter().take(LISTED).fold(Markup::default(), |list, given| list.line(&given_in_words(locale, given)));
    if given.len() > LISTED {
        list = list.line(&tr!(locale, "evidence-and-more", count = given.len() - LISTED));
    }
    Ok(head.line(&list))
}

/// The files that were given, below.
pub(super) async fn hand_over_file(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Turn> {
    if own(talk, id).await?.is_none() {
        return Ok(Turn::stay());
    }
    let files = evidence::list(talk.tx, id).await?.into_iter().map(|given| given.evidence.file);
    for (number, file) in files.filter(|file| !file.is_empty()).take(LISTED).enumerate() {
        let key = format!("evidence:{id}:{}:{}:{number}", talk.chat, talk.now.timestamp_millis());
        talk.hand_over(&key, Notice::EvidenceFile { file }).await?;
    }
    Ok(Turn::quiet())
}
