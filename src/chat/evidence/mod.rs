//! What one has to do, and what shows that it is done.
//!
//! `mine` lists one's rows, `card` shows a dated row, `give` asks for the evidence and closes it. Whoever does the
//! row may close it, and the curator any; only the curator opens it again.

mod card;
mod give;
mod mine;
mod words;

pub(crate) use words::evidence_in_words;

use super::road_map::Answerer;
use super::{Action, Input, Screen, State, Talk, Turn, Typed};
use crate::domain::evidence::Evidence;
use crate::domain::ids::OccurrenceId;
use crate::domain::people::Role;
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::{activities, audit, occurrences};
use crate::{label, tr};
use serde::{Deserialize, Serialize};

/// How far the giving of evidence has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum EvidenceStep {
    /// Which kind?
    Choose,
    Order,
    /// The number is known, the date is asked.
    OrderDay {
        number: Typed,
    },
    File,
    Link,
    Text,
    /// Is it right?
    Check {
        evidence: Evidence,
    },
}

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::Occurrence { occurrence } => card::show(talk, *occurrence).await,
        State::Reopen { occurrence, .. } => card::ask_reopen(talk, *occurrence).await,
        State::Evidence {
            occurrence, step, ..
        } => give::show(talk, *occurrence, step).await,
        State::MyRows { page } => mine::show(talk, *page).await,
        _ => mine::show(talk, 0).await,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let action = match input {
        Input::Press(action) => action,
        other => return give::typed(talk, state, other).await,
    };
    match action {
        Action::MyRows { page } => Ok(Turn::to(State::MyRows { page })),
        Action::OccurrenceOpen { occurrence } => Ok(Turn::to(State::Occurrence { occurrence })),
        Action::OccurrenceDone {
            occurrence,
            version,
        } => give::begin(talk, (occurrence, version)).await,
        Action::EvidenceKind { kind } => Ok(give::choose(state, kind)),
        Action::EvidenceDay { day } => Ok(give::dated(state, day)),
        Action::EvidenceSave => give::save(talk, state).await,
        Action::EvidenceFile { occurrence } => card::hand_over_file(talk, occurrence).await,
        Action::EvidenceBack => back_from(talk, state).await,
        Action::Reopen {
            occurrence,
            version,
        } => Ok(Turn::to(State::Reopen {
            occurrence,
            version,
        })),
        Action::ReopenSure => card::reopen(talk, state).await,
        _ => Ok(Turn::stay()),
    }
}

/// One step back: to the kinds, to the row, to the list.
async fn back_from(talk: &mut Talk<'_>, state: State) -> anyhow::Result<Turn> {
    Ok(match state {
        State::Evidence {
            step: EvidenceStep::Choose,
            occurrence,
            ..
        } => list_with(talk, occurrence).await?,
        State::Evidence {
            occurrence,
            version,
            ..
        } => Turn::to(State::Evidence {
            occurrence,
            version,
            step: EvidenceStep::Choose,
        }),
        State::Occurrence { occurrence } => list_with(talk, occurrence).await?,
        State::Reopen { occurrence, .. } => Turn::to(State::Occurrence { occurrence }),
        _ => Turn::to(State::Home),
    })
}

/// The list in which a row is found: the curator's month, or one's own rows.
async fn list_with(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Turn> {
    if !talk.is(Role::Curator) {
        return Ok(Turn::to(State::MyRows { page: 0 }));
    }
    let due = own(talk, id)
        .await?
        .map_or(talk.today(), |(one, _)| one.due);
    Ok(Turn::to(State::RoadMapMonth {
        month: super::road_map::first_of_month(due),
        page: 0,
    }))
}

/// An occurrence that this person may see and close, with its row; anything else is refused and noted.
async fn own(
    talk: &mut Talk<'_>,
    id: OccurrenceId,
) -> anyhow::Result<Option<(Occurrence, Activity)>> {
    let Some(occurrence) = occurrences::find(talk.tx, id).await? else {
        return Ok(None);
    };
    let Some(row) = activities::find(talk.tx, occurrence.activity).await? else {
        return Ok(None);
    };
    let person = talk.person()?.clone();
    let answerer = Answerer::load(talk.tx, &person, row.school_year).await?;
    if !answerer.may_close(&row) {
        audit::insert(
            talk.tx,
            Some(person.id),
            ("row refused", &id.to_string()),
            talk.now,
        )
        .await?;
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
