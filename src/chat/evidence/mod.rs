//! What one has to do, and what shows that it is done.
//!
//! `mine` lists one's rows, `late` those of others that one was told are late, `card` shows a dated row, `give` asks for the evidence and closes it, `checklist` ticks its
//! sub-items off, `later` and `not_mine` are the two ways not to do it now, `steps` tells what was said and done about
//! it. Whoever does the row may close it, and the
//! curator any; only the curator opens it again (`reopen`), settles what rows wait for (`binding`), and answers what
//! waits (`desk`, `handover`, `unreached`), gives rows on (`pass_on`, `candidates`).

mod binding;
mod candidates;
mod card;
mod checklist;
pub(crate) mod desk;
mod give;
mod handover;
mod late;
mod later;
mod mine;
mod not_mine;
mod pass_on;
mod place;
mod reopen;
mod standing;
mod steps;
mod typed;
pub(crate) mod unreached;
mod words;

pub(in crate::chat) use binding::summary as binding_summary;
pub(in crate::chat) use place::EvidencePlace;
pub(in crate::chat) use steps::block as steps_block;

use super::road_map::Answerer;
use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::OccurrenceId;
use crate::domain::people::Role;
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::{audit, dated_rows, occurrences};
use crate::{label, tr};
use place::{EvidencePlace as Place, EvidenceStep};
pub(crate) use words::given_in_words;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match here(state) {
        Place::Mine { page } => mine::show(talk, page, false).await,
        Place::NotNow { page } => mine::show(talk, page, true).await,
        Place::Late { page } => late::show(talk, page).await,
        Place::LateRow { occurrence, .. } => late::card(talk, occurrence).await,
        Place::Card { occurrence } => card::show(talk, occurrence).await,
        Place::Reopen { occurrence, .. } => reopen::ask(talk, occurrence).await,
        Place::Give { target, step } => give::show(talk, &target, step).await,
        Place::Later { occurrence } => later::show(talk, occurrence).await,
        Place::NotMine { occurrence } => not_mine::show(talk, occurrence).await,
        Place::Binding { activity, item, facts } => binding::show(talk, (activity, item), facts).await,
        Place::Desk { page } => desk::show(talk, page).await,
        Place::Doubt { doubt } => desk::show_doubt(talk, doubt).await,
        Place::Handover { handover, page } => handover::show(talk, (handover, page)).await,
        Place::PassOn { occurrence, page } => pass_on::show(talk, (occurrence, page)).await,
        Place::Unreached { page } => unreached::show(talk, page).await,
        Place::Steps { activity, occurrence, page } => steps::show(talk, (activity, occurrence), page).await,
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
    match input {
        Input::Press(action) => press(talk, place, action).await,
        Input::Text(text) if matches!(place, Place::Reopen { .. }) => reopen::for_reason(talk, place, &text).await,
        other => Ok(typed::take(talk, place, other)),
    }
}

async fn press(talk: &mut Talk<'_>, place: Place, action: Action) -> anyhow::Result<Turn> {
    match action {
        Action::MyRows { page } => Ok(Turn::to(Place::Mine { page })),
        Action::NotNow { page } => Ok(Turn::to(Place::NotNow { page })),
        Action::LateRows { page } => Ok(Turn::to(Place::Late { page })),
        Action::LateRow { occurrence, page } => Ok(Turn::to(Place::LateRow { occurrence, page })),
        Action::OccurrenceOpen { occurrence } => Ok(Turn::to(Place::Card { occurrence })),
        Action::OccurrenceDone { occurrence, version } => give::begin(talk, (occurrence, version)).await,
        Action::ItemTick { occurrence, item } => give::begin_item(talk, (occurrence, item)).await,
        Action::EvidenceMore { occurrence } => give::more(talk, occurrence).await,
        Action::EvidenceGive { kind } => give::choose(talk, place, kind).await,
        Action::EvidenceDay { day } => Ok(give::dated(place, day)),
        Action::EvidenceCount { count } => give::counted(talk, place, count).await,
        Action::EvidenceSave => give::save(talk, place).await,
        Action::EvidenceFile { occurrence } => card::hand_over_file(talk, occurrence).await,
        Action::EvidenceBack => back_from(talk, place).await,
        Action::Reopen { occurrence, version } => Ok(Turn::to(Place::Reopen { occurrence, version })),
        Action::ReopenSure => reopen::reopen(talk, place, "").await,
        Action::Later { occurrence } => later::open(talk, occurrence).await,
        Action::LaterOn { occurrence, day } => later::snooze(talk, (occurrence, day)).await,
        Action::OccurrenceSteps { occurrence, page } => steps::open_of(talk, occurrence, page).await,
        Action::NotMine { occurrence } => not_mine::open(talk, occurrence).await,
        Action::NotMineWhy { occurrence, reason } => not_mine::say(talk, (occurrence, reason)).await,
        other => press_curators(talk, place, other).await,
    }
}

/// What only the curator presses.
async fn press_curators(talk: &mut Talk<'_>, place: Place, action: Action) -> anyhow::Result<Turn> {
    match action {
        Action::BindingOpen { activity, item } => Ok(Turn::to(Place::Binding { activity, item, facts: false })),
        Action::BindingFacts => Ok(match place {
            Place::Binding { activity, item, .. } => Turn::to(Place::Binding { activity, item, facts: true }),
            _ => Turn::stay(),
        }),
        Action::BindingFact { fact } => binding::set_fact(talk, place, fact).await,
        Action::BindingMode { mode } => binding::set_mode(talk, place, mode).await,
        Action::Desk { page } => Ok(Turn::to(Place::Desk { page })),
        Action::DoubtOpen { doubt } => Ok(Turn::to(Place::Doubt { doubt })),
        Action::DoubtYes { doubt } => desk::answer(talk, doubt, true).await,
        Action::DoubtNo { doubt } => desk::answer(talk, doubt, false).await,
        Action::HandoverOpen { handover } => Ok(Turn::to(Place::Handover { handover, page: 0 })),
        Action::HandoverPage { handover, page } => Ok(Turn::to(Place::Handover { handover, page })),
        Action::HandoverGive { handover, person } => handover::give(talk, (handover, person)).await,
        Action::PassOn { occurrence, page } => Ok(Turn::to(Place::PassOn { occurrence, page })),
        Action::PassOnTo { occurrence, person } => pass_on::give(talk, (occurrence, person)).await,
        Action::Unreached { page } => Ok(Turn::to(Place::Unreached { page })),
        Action::RowSteps { activity, page } => Ok(Turn::to(Place::Steps { activity, occurrence: None, page })),
        _ => Ok(Turn::stay()),
    }
}

/// One step back: to the kinds, to the row, to the list.
async fn back_from(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    Ok(match place {
        Place::Give { step: EvidenceStep::Choose, target } if target.item.0.is_empty() => {
            list_with(talk, target.occurrence).await?
        }
        Place::Give { step: EvidenceStep::Choose, target } => {
            let target = place::Target { item: super::Typed::default(), ..target };
            Turn::to(Place::Give { target, step: EvidenceStep::Choose })
        }
        Place::Give { target, .. } => Turn::to(Place::Give { target, step: EvidenceStep::Choose }),
        Place::Card { occurrence } => list_with(talk, occurrence).await?,
        Place::Reopen { occurrence, .. } => Turn::to(Place::Card { occurrence }),
        Place::Later { occurrence } | Place::NotMine { occurrence } | Place::PassOn { occurrence, .. } => {
            match own(talk, occurrence).await? {
                Some((one, _)) => give::begin(talk, (occurrence, one.version)).await?,
                None => Turn::to(State::Home),
            }
        }
        Place::Steps { activity, occurrence, .. } => steps::back_from(talk, (activity, occurrence)).await?,
        Place::Binding { activity, item, facts } => binding::back_from((activity, item), facts),
        Place::Doubt { .. } | Place::Handover { .. } => Turn::to(Place::Desk { page: 0 }),
        Place::NotNow { page } => Turn::to(Place::Mine { page }),
        Place::LateRow { page, .. } => Turn::to(Place::Late { page }),
        Place::Mine { .. } | Place::Late { .. } | Place::Desk { .. } | Place::Unreached { .. } => Turn::to(State::Home),
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
    let answerer = Answerer::load(talk.tx, &person).await?;
    if !answerer.may_close(&occurrence, &row) {
        audit::insert(talk.tx, Some(person.id), ("row refused", &id.to_string()), talk.now).await?;
        return Ok(None);
    }
    Ok(Some((occurrence, row)))
}

/// The same, where it is theirs to do: only they put it off or give it away. `None` for a curator who looks at
/// somebody else's.
async fn own_to_do(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Option<(Occurrence, Activity)>> {
    let Some((one, row)) = own(talk, id).await? else {
        return Ok(None);
    };
    Ok(is_to_do(talk, (&one, &row)).await?.then_some((one, row)))
}

/// Whether a dated row is this person's to do.
async fn is_to_do(talk: &mut Talk<'_>, (one, row): (&Occurrence, &Activity)) -> anyhow::Result<bool> {
    let person = talk.person()?.clone();
    Ok(Answerer::load(talk.tx, &person).await?.answers_for(one, row))
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
