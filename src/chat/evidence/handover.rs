//! The curator gives a row to somebody else: candidates by post and by how much they have to do already.

use super::not_mine::name;
use super::place::EvidencePlace as Place;
use crate::chat::road_map::{Answerer, words};
use crate::chat::screen::{Button, Pages, back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::{HandoverId, PersonId};
use crate::domain::notice::Notice;
use crate::domain::people::{Person, short_name};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::roles_of;
use crate::domain::roadmap::handover::Handover;
use crate::store::{activities, audit, dated_rows, handovers, occurrences, people};
use crate::text::Markup;
use crate::{label, tr};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;

/// How far ahead rows count as work that somebody has already, in days.
const LOAD_AHEAD: u64 = 45;

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
    let candidates = candidates(talk, &said, &row).await?;
    let pages = Pages::new(&candidates, page);
    let give = |person: PersonId| Action::HandoverGive { handover: id, person };
    let buttons: Vec<Button> = pages
        .shown
        .iter()
        .map(|(person, load)| {
            let name = short_name(&person.full_name);
            button(label!(locale, "button-handover-to", name = name, load = *load), give(person.id))
        })
        .collect();
    let me = talk.person()?.id;
    let returned =
        (said.person != me).then(|| button(label!(locale, "button-handover-return", name = who), give(said.person)));
    let myself = button(label!(locale, "button-handover-me"), give(me));
    let text = heading.line(&said_by).paragraph(&tr!(locale, "handover-ask"));
    Ok(Screen::new(text)
        .grid(2, buttons)
        .row(pages.row(|page| Action::HandoverPage { handover: id, page }))
        .row(returned)
        .row([to_desk, myself]))
}

/// Everybody but the one who gives it away and the one who decides: those who hold the row's posts first, then whoever
/// has least to do.
async fn candidates(talk: &mut Talk<'_>, said: &Handover, row: &Activity) -> anyhow::Result<Vec<(Person, usize)>> {
    let me = talk.person()?.id;
    let loads = loads(talk).await?;
    let staff = people::list(talk.tx, row.organisation).await?;
    let holds = |person: &Person| row.duty.roles.iter().flat_map(|post| roles_of(*post)).any(|role| person.has(*role));
    let mut candidates: Vec<(Person, usize)> = staff
        .into_iter()
        .filter(|person| person.id != said.person && person.id != me)
        .map(|person| (loads.get(&person.id).copied().unwrap_or(0), person))
        .map(|(load, person)| (person, load))
        .collect();
    candidates.sort_by_key(|(person, load)| (!holds(person), *load));
    Ok(candidates)
}

/// How many open rows of the next weeks each person has.
async fn loads(talk: &mut Talk<'_>) -> anyhow::Result<HashMap<PersonId, usize>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let curator = talk.person()?.clone();
    let answerer = Answerer::load(talk.tx, &curator).await?;
    let span: (NaiveDate, NaiveDate) = (year.first_day(), talk.today() + Days::new(LOAD_AHEAD));
    let rows = activities::list_due(talk.tx, organisation, span).await?;
    let open = occurrences::list_open(talk.tx, organisation, span).await?;
    let mut loads: HashMap<PersonId, usize> = HashMap::new();
    for (one, row) in dated_rows::with_rows(talk.tx, open, &rows).await? {
        for person in answerer.doers(&one, &row) {
            *loads.entry(person).or_default() += 1;
        }
    }
    Ok(loads)
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
    handovers::settle(talk.tx, id, (to.id, by), talk.now).await?;
    audit::insert(talk.tx, Some(by), ("row given", &said.activity.to_string()), talk.now).await?;
    if to.id != by && to.id != said.person {
        // Nobody waits for this one: it comes with the next morning's message.
        talk.notify(to.id, &format!("row given:{id}"), Notice::RowGiven { handover: id }).await?;
    }
    if said.person != by {
        // This one is waited for: they asked to be rid of the row.
        talk.notify(said.person, &format!("row settled:{id}"), Notice::RowSettled { handover: id }).await?;
    }
    let note = tr!(talk.locale, "handover-done", name = short_name(&to.full_name));
    Ok(desk().with_note(note))
}
