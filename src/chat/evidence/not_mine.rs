//! «Не моя задача»: a reason by a button, then the row is the curator's until somebody else has it.

use super::place::EvidencePlace as Place;
use super::{list_with, not_yours, own_to_do};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::{HandoverId, OccurrenceId, PersonId};
use crate::domain::people::{Role, short_name};
use crate::domain::roadmap::handover::{Handover, HandoverReason};
use crate::store::{audit, handovers, people};
use crate::text::Markup;
use crate::{label, tr};

/// Only who does the row can give it away.
pub(super) async fn open(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Turn> {
    Ok(match own_to_do(talk, id).await? {
        Some(_) => Turn::to(Place::NotMine { occurrence: id }),
        None => Turn::to(Place::Card { occurrence: id }),
    })
}

pub(super) async fn show(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((_, row)) = own_to_do(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let text = Markup::plain(&words::short(&row.heading, 200)).bold().paragraph(&tr!(locale, "not-mine-ask"));
    let reasons = HandoverReason::SAID.iter().map(|reason| {
        let label = crate::text::label(locale, &format!("button-not-mine-{reason}"), &[]);
        button(label, Action::NotMineWhy { occurrence: id, reason: *reason })
    });
    Ok(Screen::new(text).grid(1, reasons).row([back(locale, Action::EvidenceBack)]))
}

pub(super) async fn say(talk: &mut Talk<'_>, (id, reason): (OccurrenceId, HandoverReason)) -> anyhow::Result<Turn> {
    let Some((one, row)) = own_to_do(talk, id).await?.filter(|_| HandoverReason::SAID.contains(&reason)) else {
        return Ok(Turn::to(Place::Card { occurrence: id }));
    };
    let person = talk.person()?.id;
    let said = Handover {
        id: HandoverId(0),
        organisation: row.organisation,
        activity: row.id,
        occurrence: reason.is_for_once().then_some(one.id),
        person,
        reason,
        given_to: None,
    };
    let handover = handovers::insert(talk.tx, &said, talk.now).await?;
    audit::insert(talk.tx, Some(person), ("row handed over", &row.id.to_string()), talk.now).await?;
    if talk.is(Role::Curator) {
        return Ok(Turn::to(Place::Handover { handover, page: 0 }));
    }
    Ok(list_with(talk, id).await?.with_note(tr!(talk.locale, "not-mine-said")))
}

pub(super) async fn name(talk: &mut Talk<'_>, person: PersonId) -> anyhow::Result<String> {
    let person = people::find(talk.tx, person).await?;
    Ok(person.map_or_else(|| label!(talk.locale, "handover-nobody"), |person| short_name(&person.full_name)))
}
