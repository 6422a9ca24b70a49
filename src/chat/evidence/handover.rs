//! The curator settles what somebody said about a row: it goes to a colleague, stays where it was, or is the curator's.

use super::candidates::{Candidates, done_in_words};
use super::not_mine::name;
use super::place::EvidencePlace as Place;
use crate::chat::road_map::words;
use crate::chat::screen::{Pages, back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::{HandoverId, PersonId};
use crate::domain::notice::Notice;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::handover::Handover;
use crate::store::{activities, audit, handovers, people};
use crate::text::Markup;
use crate::{label, tr};

async fn find(talk: &mut Talk<'_>, id: HandoverId) -> anyhow::Result<Option<(Handover, Activity)>> {
    let organisation = talk.organisation()?.id;
    let found = handovers::find(talk.tx, id).await?.filter(|said| said.organisation == organisation);
    let Some(said) = found.filter(|said| said.given_to.is_none()) else {
        return Ok(None);
    };
    let row = activities::find(talk.tx, said.activity).await?;
    Ok(row.map(|row| (said, row)))
}

pub(super) async fn show(talk: &mut Talk<'_>, (id, page): (HandoverId, u32)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let to_desk = back(locale, Action::Desk { page: 0 });
    let Some((said, row)) = find(talk, id).await? else {
        return Ok(Screen::new(tr!(locale, "desk-settled")).row([to_desk]));
    };
    let who = name(talk, said.person).await?;
    let why = crate::text::label(locale, &format!("handover-why-{}", said.reason), &[]);
    let heading = Markup::plain(&words::short(&row.heading, 200)).bold();
    let said_by = if said.reason.is_for_once() {
        tr!(locale, "handover-said-once", who = &who, why = why)
    } else {
        tr!(locale, "handover-said", who = &who, why = why)
    };
    let me = talk.person()?.id;
    let candidates = Candidates::load(talk, &row, &[said.person, me]).await?;
    let pages = Pages::new(&candidates.0, page);
    let give = |person: PersonId| Action::HandoverGive { handover: id, person };
    let buttons = pages.shown.iter().map(|one| one.button(locale, give));
    let returned =
        (said.person != me).then(|| button(label!(locale, "button-handover-return", name = who), give(said.person)));
    let myself = button(label!(locale, "button-handover-me"), give(me));
    let text = heading.line(&said_by).paragraph(&candidates.ask(locale));
    Ok(Screen::new(text)
        .grid(2, buttons)
        .row(pages.row(|page| Action::HandoverPage { handover: id, page }))
        .row(returned)
        .row([to_desk, myself]))
}

/// One tap: the row is theirs, both are told.
pub(super) async fn give(talk: &mut Talk<'_>, (id, to): (HandoverId, PersonId)) -> anyhow::Result<Turn> {
    let desk = || Turn::to(Place::Desk { page: 0 });
    let organisation = talk.organisation()?.id;
    let own = people::find(talk.tx, to).await?.filter(|person| person.organisation == organisation);
    let (Some((said, _)), Some(to)) = (find(talk, id).await?, own) else {
        return Ok(desk().with_toast(label!(talk.locale, "toast-desk-settled")));
    };
    let by = talk.person()?.id;
    if !handovers::settle(talk.tx, id, (to.id, by), talk.now).await? {
        // Another curator was quicker: theirs is the word that people were told.
        return Ok(desk().with_toast(label!(talk.locale, "toast-desk-settled")));
    }
    audit::insert(talk.tx, Some(by), ("row given", &said.activity.to_string()), talk.now).await?;
    if to.id != by && to.id != said.person {
        // Nobody waits for this one: it comes with the next morning's message.
        talk.notify(to.id, &format!("row given:{id}"), Notice::RowGiven { handover: id }).await?;
    }
    if said.person != by {
        // This one is waited for: they asked to be rid of the row.
        talk.notify(said.person, &format!("row settled:{id}"), Notice::RowSettled { handover: id }).await?;
    }
    let note = done_in_words(talk, &to).await?;
    Ok(desk().with_note(note))
}
