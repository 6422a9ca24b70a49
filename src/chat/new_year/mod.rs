//! The next school year: its rows are looked at one by one, then one tap makes its road map and moves the organisation
//! on. Nothing happens by itself.
//!
//! `rows` shows them, `row` and `term` settle one, `start` makes the year and takes it back.

mod place;
mod row;
mod rows;
mod start;
mod term;

pub(in crate::chat) use place::NewYearPlace;

use super::{Action, Button, Input, Screen, State, Talk, Turn, button};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::next_year::{self, Carried, Choices};
use crate::domain::school_year::SchoolYear;
use crate::store::{activities, next_years, organisations, road_maps};
use crate::{label, tr};
use place::NewYearPlace as Place;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match here(state) {
        Place::Rows { page } => rows::show(talk, page).await,
        Place::Row { row } => row::show(talk, row).await,
        Place::Term { row, phrase } => {
            let phrase = phrase.map(|phrase| phrase.0);
            term::show(talk, row, phrase.as_deref()).await
        }
        Place::Start => start::ask(talk).await,
        Place::Undo => start::ask_undo(talk).await,
    }
}

fn here(state: &State) -> Place {
    match state {
        State::NewYear(place) => place.clone(),
        _ => Place::Rows { page: 0 },
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let place = here(&state);
    let action = match (input, &place) {
        (Input::Press(action), _) => action,
        (Input::Text(text), Place::Term { row, .. }) => return Ok(term::take(talk, *row, &text)),
        _ => return Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    };
    match action {
        Action::NewYearBack => back_from(talk, place).await,
        Action::NewYearRow { row } => Ok(Turn::to(Place::Row { row })),
        Action::NewYearKeep { row, on } => row::keep(talk, (row, on)).await,
        Action::NewYearTerm { row } => Ok(Turn::to(Place::Term { row, phrase: None })),
        Action::NewYearTermAccept => term::accept(talk, place).await,
        Action::NewYearTermAsBefore { row } => term::forget(talk, row).await,
        Action::NewYearStart => Ok(Turn::to(Place::Start)),
        Action::NewYearStartSure => start::start(talk).await,
        Action::NewYearUndo => Ok(Turn::to(Place::Undo)),
        Action::NewYearUndoSure => start::undo(talk).await,
        Action::NewYear { page } => Ok(Turn::to(Place::Rows { page })),
        _ => Ok(Turn::stay()),
    }
}

async fn back_from(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    Ok(match place {
        Place::Row { row } => {
            let at = carried(talk).await?.iter().position(|one| one.from == row);
            Turn::to(Place::Rows { page: place::page_of(at.unwrap_or(0)) })
        }
        Place::Term { row, .. } => Turn::to(Place::Row { row }),
        Place::Start => Turn::to(Place::Rows { page: 0 }),
        Place::Rows { .. } | Place::Undo => Turn::to(State::Home),
    })
}

/// The year that comes after the organisation's.
fn next(talk: &Talk<'_>) -> anyhow::Result<SchoolYear> {
    Ok(SchoolYear(talk.organisation()?.school_year.0 + 1))
}

async fn choices(talk: &mut Talk<'_>) -> anyhow::Result<Choices> {
    let of = (talk.organisation()?.id, next(talk)?);
    next_years::find(talk.tx, of).await
}

/// This year's rows as they would be next year.
async fn carried(talk: &mut Talk<'_>) -> anyhow::Result<Vec<Carried>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let rows = activities::list(talk.tx, organisation, year).await?;
    let (choices, calendar) = (choices(talk).await?, talk.calendar().await?);
    Ok(next_year::carry(&rows, &choices, next(talk)?, &calendar))
}

async fn carried_row(talk: &mut Talk<'_>, row: ActivityId) -> anyhow::Result<Option<Carried>> {
    Ok(carried(talk).await?.into_iter().find(|one| one.from == row))
}

/// Changes what is said of the rows.
async fn choose(talk: &mut Talk<'_>, change: impl FnOnce(&mut Choices)) -> anyhow::Result<()> {
    let of = (talk.organisation()?.id, next(talk)?);
    // Two devices may say something of two rows: each adds to what the other said.
    organisations::lock(talk.tx, of.0).await?;
    let mut choices = choices(talk).await?;
    change(&mut choices);
    next_years::save(talk.tx, of, &choices).await
}

/// The way here from the menu: when it is time for the next year, or while its start can be taken back.
pub(super) async fn entry(talk: &mut Talk<'_>) -> anyhow::Result<Option<Button>> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    if next_year::is_time(year, talk.today()) {
        let has_map = road_maps::find(talk.tx, organisation, year).await?.is_some();
        let label = label!(locale, "menu-new-year", year = next(talk)?.to_string());
        return Ok(has_map.then(|| button(label, Action::NewYear { page: 0 })));
    }
    let can_undo = start::can_undo(talk).await?;
    let before = SchoolYear(year.0 - 1).to_string();
    Ok(can_undo.then(|| button(label!(locale, "menu-new-year-undo", year = before), Action::NewYearUndo)))
}
