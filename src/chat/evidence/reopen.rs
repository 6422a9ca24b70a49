//! The curator opens a closed row again, with a reason that whoever closed it reads.

use super::place::EvidencePlace as Place;
use super::{already_done, card, not_yours, own};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::ids::OccurrenceId;
use crate::domain::notice::Notice;
use crate::domain::typed_text;
use crate::store::{audit, evidence, facts, occurrences};
use crate::text::Markup;
use crate::{label, tr};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 300;

pub(super) async fn ask(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((occurrence, row)) = own(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let text = Markup::plain(&words::short(&row.heading, 200))
        .bold()
        .paragraph(&card::closed(talk, &occurrence).await?)
        .paragraph(&tr!(locale, "occurrence-reopen"))
        .paragraph(&tr!(locale, "occurrence-reopen-why"));
    Ok(Screen::new(text)
        .row([back(locale, Action::EvidenceBack), button(label!(locale, "button-reopen-sure"), Action::ReopenSure)]))
}

/// A typed reason opens the row at once.
pub(super) async fn for_reason(talk: &mut Talk<'_>, place: Place, text: &str) -> anyhow::Result<Turn> {
    match typed_text::clean(text, LONGEST_REASON) {
        Ok(why) => reopen(talk, place, &why).await,
        Err(_) => Ok(Turn::hint(tr!(talk.locale, "occurrence-reopen-why"))),
    }
}

/// What was given for it is taken back, not forgotten; whoever closed it is told.
pub(super) async fn reopen(talk: &mut Talk<'_>, place: Place, why: &str) -> anyhow::Result<Turn> {
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
    evidence::withdraw(talk.tx, occurrence, why, talk.now).await?;
    facts::touch(talk.tx, found.organisation, talk.now).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("row opened again", &occurrence.to_string()), talk.now).await?;
    if let Some(person) = found.done_by.filter(|person| *person != actor) {
        // Nobody waits for this: it comes with the next morning's message.
        let key = format!("row reopened:{occurrence}:{}", found.version);
        talk.notify(person, &key, Notice::RowReopened { occurrence }).await?;
    }
    Ok(Turn::to(Place::Card { occurrence }).with_note(tr!(talk.locale, "occurrence-reopened")))
}
