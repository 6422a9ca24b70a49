//! The organisation's calendar: its week, its summer, its vacations, its own days off.
//!
//! `home` shows how everything stands, `vacations` and `days` take what is typed, `change` keeps it: where due days of
//! the road map move with it they are shown first.

mod change;
mod days;
mod home;
mod place;
mod vacations;

pub(in crate::chat) use place::CalendarPlace;

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::calendar::{CalendarSettings, SchoolWeek, Summer};
use crate::store::calendars;
use crate::tr;
use place::CalendarPlace as Place;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match here(state) {
        Place::Home => home::show(talk).await,
        Place::Vacations => vacations::list(talk).await,
        Place::Vacation { kind } => vacations::ask(talk, kind).await,
        Place::Days { page } => days::show(talk, page).await,
        Place::Sure { change } => change::show(talk, &change).await,
    }
}

fn here(state: &State) -> Place {
    match state {
        State::Calendar(place) => place.clone(),
        _ => Place::Home,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let place = here(&state);
    let action = match (input, &place) {
        (Input::Press(action), _) => action,
        (Input::Text(text), Place::Vacation { kind }) => return vacations::take(talk, *kind, &text).await,
        (Input::Text(text), Place::Days { .. }) => return days::take(talk, &text).await,
        _ => return Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    };
    match action {
        Action::CalendarBack => Ok(place.parent().map_or_else(|| Turn::to(State::Settings), Turn::to)),
        Action::CalendarWeek { week } => set_week(talk, week).await,
        Action::CalendarSummer { summer } => set_summer(talk, summer).await,
        Action::CalendarQuiet { on } => set_quiet(talk, on).await,
        Action::CalendarVacations => Ok(Turn::to(Place::Vacations)),
        Action::CalendarVacation { kind } => Ok(Turn::to(Place::Vacation { kind })),
        Action::CalendarOffered { kind } => vacations::take_offered(talk, kind).await,
        Action::CalendarForget { kind } => vacations::forget(talk, kind).await,
        Action::CalendarDays { page } => Ok(Turn::to(Place::Days { page })),
        Action::CalendarDayDrop { day } => days::drop_day(talk, day).await,
        Action::CalendarComplete { year, on } => days::set_complete(talk, (year, on)).await,
        Action::CalendarApply => change::apply(talk, place).await,
        _ => Ok(Turn::to(Place::Home)),
    }
}

/// What the organisation says now, and its version.
async fn settings(talk: &mut Talk<'_>) -> anyhow::Result<(CalendarSettings, i64)> {
    let organisation = talk.organisation()?.id;
    calendars::find(talk.tx, organisation).await
}

async fn set_week(talk: &mut Talk<'_>, week: SchoolWeek) -> anyhow::Result<Turn> {
    let (settings, seen) = settings(talk).await?;
    change::propose(talk, Place::Home, (CalendarSettings { week, ..settings }, seen)).await
}

async fn set_summer(talk: &mut Talk<'_>, summer: Summer) -> anyhow::Result<Turn> {
    let (settings, seen) = settings(talk).await?;
    change::propose(talk, Place::Home, (CalendarSettings { summer: Some(summer), ..settings }, seen)).await
}

async fn set_quiet(talk: &mut Talk<'_>, on: bool) -> anyhow::Result<Turn> {
    let (settings, seen) = settings(talk).await?;
    change::propose(talk, Place::Home, (CalendarSettings { quiet_vacations: on, ..settings }, seen)).await
}
