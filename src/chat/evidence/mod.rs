//! What one has to do, and what shows that it is done.
//!
//! `mine` lists one's rows, `card` shows a dated row, `give` asks for the evidence and closes it. Whoever does the
//! row may close it, and the curator any; only the curator opens it again.

mod card;
mod give;
mod mine;
mod place;
mod typed;
mod words;

pub(in crate::chat) use place::EvidencePlace;

use super::road_map::Answerer;
use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::OccurrenceId;
use crate::domain::people::Role;
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::{audit, dated_rows, occurrences};
use crate::{label, tr};
use place::{EvidencePlace as Place, EvidenceStep};
pub(crate) use words::evidence_in_words;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match here(state) {
        Place::Mine { page } => mine::show(talk, page).await,
        Place::Card { occurrence } => card::show(talk, occurrence).await,
        Place::Reopen { occurrence, .. } => card::ask_reopen(talk, occurrence).await,
        Place::Give { occurrence, step, .. } => give::show(talk, occurrence, step).await,
    }
}

/// The place at one's rows; whoever comes from elsewhere starts at the list.
fn here(state: &State) -> Place {
    match state {
        State::Evidence(place) => place.clone(),
        _ => Place::Mine { page: 0 },
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let place = here(&state);
    let action = match input {
        Input::Press(action) => action,
        other => return Ok(typed::take(talk, place, other)),
    };
    match action {
        Action::MyRows { page } => Ok(Turn::to(Place::Mine { page })),
        Action::OccurrenceOpen { occurrence } => Ok(Turn::to(Place::Card { occurrence })),
        Action::OccurrenceDone { occurrence, version } => give::begin(talk, (occurrence, version)).await,
        Action::EvidenceGive { kind } => Ok(give::choose(&place, kind)),
        Action::EvidenceDay { day } => Ok(give::dated(place, day)),
        Action::EvidenceSave => give::save(talk, place).await,
        Action::EvidenceFile { occurrence } => card::hand_over_file(talk, occurrence).await,
        Action::EvidenceBack => back_from(talk, place).await,
        Action::Reopen { occurrence, version } => Ok(Turn::to(Place::Reopen { occurrence, version })),
        Action::ReopenSure => card::reopen(talk, place).await,
        _ => Ok(Turn::stay()),
    }
}

/// One step back: to the kinds, to the row, to the list.
async fn back_from(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    Ok(match place {
        Place::Give { step: EvidenceStep::Choose, occurrence, .. } | Place::Card { occurrence } => {
            list_with(talk, occurrence).await?
        }
        Place::Give { occurrence, version, .. } => {
            Turn::to(Place::Give { occurrence, version, step: EvidenceStep::Choose })
        }
        Place::Reopen { occurrence, .. } => Turn::to(Place::Card { occurrence }),
        Place::Mine { .. } => Turn::to(State::Home),
    })
}

/// The list in which a row is found: the curator's month, or one's own rows.
async fn list_with(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Turn> {
    if !talk.is(Role::Curator) {
        return Ok(Turn::to(Place::Mine { page: 0 }));
    }
    let due = own(talk, id).await?.map_or(talk.today(), |(one, _)| one.due);
    Ok(Turn::to(super::road_map::month_of(due)))
}

/// An occurrence that this person may see and close, with its row; anything else is refused and noted.
async fn own(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Option<(Occurrence, Activity)>> {
    let Some(occurrence) = occurrences::find(talk.tx, id).await? else {
        return Ok(None);
    };
    let Some(row) = dated_rows::row_of(talk.tx, &occurrence).await? else {
        return Ok(None);
    };
    let person = talk.person()?.clone();
    let answerer = Answerer::load(talk.tx, &person, row.school_year).await?;
    if !answerer.may_close(&row) {
        audit::insert(talk.tx, Some(person.id), ("row refused", &id.to_string()), talk.now).await?;
        return Ok(None);
    }
    Ok(Some((occurrence, row)))
}

/// The row is gone, or it is somebody else's.
fn not_yours(talk: &Talk<'_>) -> Screen {
    let back = super::screen::back(talk.locale, Action::EvidenceBack);
    Screen::new(tr!(talk.locale, "occurrence-not-yours")).row([back])
}

/// «Уже отмечено в 10:42».
fn already_done(talk: &Talk<'_>, occurrence: &Occurrence) -> anyhow::Result<String> {
    let zone = talk.organisation()?.zone;
    let at = occurrence.done_at.unwrap_or(talk.now).with_timezone(&zone);
    let time = at.format("%-H:%M").to_string();
    Ok(if at.date_naive() == talk.today() {
        label!(talk.locale, "toast-already-done", time = time)
    } else {
        let day = crate::text::dates::day(talk.locale, at.date_naive(), talk.today());
        label!(talk.locale, "toast-already-done-on", day = day, time = time)
    })
}
