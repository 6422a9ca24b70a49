//! The curator gives one date of somebody's row to somebody else, unasked: whoever did it is told, and who does it now.

use super::candidates::{Candidates, done_in_words};
use super::place::EvidencePlace as Place;
use super::{not_yours, own};
use crate::chat::road_map::{Answerer, words};
use crate::chat::screen::{Pages, back, button};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::ids::{HandoverId, OccurrenceId, PersonId};
use crate::domain::notice::Notice;
use crate::domain::people::{Person, short_name};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::handover::{Handover, HandoverReason};
use crate::store::occurrences::Occurrence;
use crate::store::{audit, handovers, organisations, people};
use crate::text::Markup;
use crate::{label, tr};

/// Names of those who do it now that a screen shows.
const NAMED: usize = 5;

pub(super) async fn show(talk: &mut Talk<'_>, (id, page): (OccurrenceId, u32)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((one, row)) = own(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let me = talk.person()?.id;
    let doers = doers(talk, (&one, &row)).await?;
    let mut but: Vec<PersonId> = doers.iter().map(|person| person.id).collect();
    but.push(me);
    let candidates = Candidates::load(talk, &row, &but).await?;
    let pages = Pages::new(&candidates.0, page);
    let give = |person: PersonId| Action::PassOnTo { occurrence: id, person };
    let names: Vec<String> = doers.iter().take(NAMED).map(|person| short_name(&person.full_name)).collect();
    let more = if doers.len() > NAMED { ", …" } else { "" };
    let text = Markup::plain(&words::short(&row.heading, 200))
        .bold()
        .line(&tr!(locale, "occurrence-due", due = words::due_in_words(locale, one.due, talk.today())))
        .line(&tr!(locale, "pass-on-now", names = format!("{}{more}", names.join(", "))))
        .paragraph(&candidates.ask(locale));
    let buttons = pages.shown.iter().map(|one| one.button(locale, give));
    let myself = button(label!(locale, "button-handover-me"), give(me));
    Ok(Screen::new(text)
        .grid(2, buttons)
        .row(pages.row(|page| Action::PassOn { occurrence: id, page }))
        .row([back(locale, Action::EvidenceBack), myself]))
}

/// Who does it now.
async fn doers(talk: &mut Talk<'_>, (one, row): (&Occurrence, &Activity)) -> anyhow::Result<Vec<Person>> {
    let curator = talk.person()?.clone();
    let answerer = Answerer::load(talk.tx, &curator).await?;
    let ids = answerer.doers(one, row);
    Ok(answerer.staff().unwrap_or_default().iter().filter(|person| ids.contains(&person.id)).cloned().collect())
}

/// One tap: it is theirs, and of nobody who did it before.
pub(super) async fn give(talk: &mut Talk<'_>, (id, to): (OccurrenceId, PersonId)) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    // Of two curators the second one sees who does it by now.
    organisations::lock(talk.tx, organisation).await?;
    let to = people::find(talk.tx, to).await?.filter(|person| person.organisation == organisation);
    let (Some((one, row)), Some(to)) = (own(talk, id).await?, to) else {
        return Ok(Turn::to(State::Home));
    };
    if !one.is_open() {
        return Ok(Turn::to(Place::Card { occurrence: id }));
    }
    let by = talk.person()?.id;
    let mut given = None;
    for before in doers(talk, (&one, &row)).await?.iter().filter(|person| person.id != to.id) {
        let said = Handover {
            id: HandoverId(0),
            organisation,
            activity: row.id,
            occurrence: Some(id),
            person: before.id,
            reason: HandoverReason::CuratorsWord,
            given_to: None,
        };
        let handover = handovers::insert_settled(talk.tx, &said, (to.id, by), talk.now).await?;
        given = Some(handover);
        if before.id != by {
            talk.notify(before.id, &format!("row taken:{handover}"), Notice::RowTaken { handover }).await?;
        }
    }
    audit::insert(talk.tx, Some(by), ("row given", &row.id.to_string()), talk.now).await?;
    if let Some(handover) = given.filter(|_| to.id != by) {
        talk.notify(to.id, &format!("row given:{handover}"), Notice::RowGiven { handover }).await?;
    }
    let note = done_in_words(talk, &to).await?;
    Ok(super::give::begin(talk, (id, one.version)).await?.with_note(note))
}
