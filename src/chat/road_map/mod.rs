//! The road map: the school's document becomes rows, the curator settles what is unclear, months show what is due.
//!
//! `document` takes the document, `draft` shows what was read in it, `load` puts it in force; `month` and `rows` are
//! the two ways to look at it, `card` shows a row, `term` and `duty` settle one. Nothing is planned on a term that
//! nobody understood.

mod answerer;
mod card;
mod document;
mod draft;
mod duty;
mod load;
mod month;
mod plan;
mod reading;
mod rows;
mod term;
pub(crate) mod words;

pub(crate) use answerer::Answerer;

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::notice::Notice;
use crate::domain::roadmap::activity::Activity;
use crate::domain::school_year::SchoolYear;
use crate::store::{activities, road_maps};
use crate::{label, tr};
use chrono::{Datelike, NaiveDate};

coded_enum! {
    /// Which rows a list shows.
    pub enum Rows {
        All = "all",
        /// Those with something to settle.
        Asked = "asked",
        /// Those without a day.
        Undated = "undated",
    }
}

impl Rows {
    /// As a button carries it.
    fn number(self) -> u8 {
        Self::ALL
            .iter()
            .position(|one| *one == self)
            .and_then(|at| u8::try_from(at).ok())
            .unwrap_or(0)
    }

    fn of(number: u8) -> Self {
        Self::ALL
            .get(usize::from(number))
            .copied()
            .unwrap_or(Self::All)
    }
}

/// A press that makes two pictures within this many seconds makes one.
const SAME_PICTURE_SECONDS: i64 = 5;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::RoadMapRead => draft::summary(talk).await,
        State::RoadMapReadRows { page } => draft::rows(talk, *page).await,
        State::RoadMapReadRow { row } => draft::row(talk, *row).await,
        State::RoadMapReplace => load::ask(talk).await,
        State::RoadMapMonth { month, page } => month::show(talk, (*month, *page)).await,
        State::RoadMapRows { list, page } => rows::show(talk, *list, *page).await,
        State::RoadMapRow { activity, .. } => card::show(talk, *activity).await,
        State::RoadMapTerm {
            activity, phrase, ..
        } => {
            term::show(
                talk,
                *activity,
                phrase.as_ref().map(|phrase| phrase.0.as_str()),
            )
            .await
        }
        State::RoadMapDuty {
            activity,
            people,
            find,
            ..
        } => duty::show(talk, *activity, (*people, &find.0)).await,
        _ => document::ask(talk).await,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let action = match input {
        Input::Press(action) => action,
        other => return typed(talk, state, other).await,
    };
    match action {
        Action::RoadMap => entrance(talk).await,
        Action::RoadMapBack => Ok(Turn::to(parent(talk, state).await?)),
        Action::RoadMapFile => Ok(Turn::to(State::RoadMapWanted)),
        Action::RoadMapTemplate => document::take_template(talk).await,
        Action::RoadMapReadRows { page } => Ok(Turn::to(State::RoadMapReadRows { page })),
        Action::RoadMapReadRow { row } => Ok(Turn::to(State::RoadMapReadRow { row })),
        Action::RoadMapLoad => load::load(talk, false).await,
        Action::RoadMapReplace => load::load(talk, true).await,
        Action::RoadMapMonth { month, page } => Ok(Turn::to(State::RoadMapMonth { month, page })),
        Action::RoadMapRows { list, page } => Ok(Turn::to(State::RoadMapRows {
            list: Rows::of(list),
            page,
        })),
        Action::RoadMapRow { activity } => Ok(Turn::to(open(&state, activity))),
        Action::RoadMapRoll => rows::roll(talk).await,
        Action::RoadMapPicture => picture(talk).await,
        Action::RoadMapTermConfirm { activity, version } => {
            term::confirm(talk, (activity, version)).await
        }
        Action::RoadMapTermWithout { activity, version } => {
            term::without(talk, (activity, version)).await
        }
        Action::RoadMapTerm => Ok(term::ask(state)),
        Action::RoadMapTermAccept { version } => term::accept(talk, state, version).await,
        Action::RoadMapDuty { people } => Ok(duty::page(state, people)),
        Action::RoadMapDutyRole { role, on } => duty::set_role(talk, &state, (role, on)).await,
        Action::RoadMapDutyPerson { person, on } => {
            duty::set_person(talk, &state, (person, on)).await
        }
        _ => Ok(Turn::stay()),
    }
}

/// What is typed or sent at a place of the road map.
async fn typed(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    match (state, input) {
        (State::RoadMapWanted | State::RoadMapRead, Input::File(file)) => {
            document::take_file(talk, &file).await
        }
        (State::RoadMapWanted, Input::Text(text)) => document::take_text(talk, &text, false).await,
        (State::RoadMapRead, Input::Text(text)) => document::take_text(talk, &text, true).await,
        (State::RoadMapWanted | State::RoadMapRead, Input::Photo { .. }) => {
            Ok(Turn::hint(tr!(talk.locale, "road-map-hint-photo")))
        }
        (state @ State::RoadMapTerm { .. }, Input::Text(text)) => {
            Ok(term::take(talk, state, &text))
        }
        (state @ State::RoadMapDuty { .. }, Input::Text(text)) => {
            Ok(duty::find(talk, state, &text))
        }
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

/// Where the menu's button leads: to this month, or to the first document.
async fn entrance(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    if road_maps::find(talk.tx, organisation, year)
        .await?
        .is_some()
    {
        return Ok(Turn::to(this_month(talk, year)));
    }
    let drafted = road_maps::find_draft(talk.tx, organisation, year)
        .await?
        .is_some();
    Ok(Turn::to(if drafted {
        State::RoadMapRead
    } else {
        State::RoadMapWanted
    }))
}

fn this_month(talk: &Talk<'_>, year: SchoolYear) -> State {
    let today = talk.today().clamp(year.first_day(), year.last_day());
    State::RoadMapMonth {
        month: first_of_month(today),
        page: 0,
    }
}

pub(super) fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// One step back.
async fn parent(talk: &mut Talk<'_>, state: State) -> anyhow::Result<State> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let in_force = road_maps::find(talk.tx, organisation, year)
        .await?
        .is_some();
    Ok(match state {
        State::RoadMapReadRow { row } => State::RoadMapReadRows {
            page: row / page_size(),
        },
        State::RoadMapReadRows { .. } | State::RoadMapReplace => State::RoadMapRead,
        State::RoadMapRow { list, page, .. } => State::RoadMapRows { list, page },
        State::RoadMapTerm {
            activity,
            list,
            page,
            phrase: None,
        }
        | State::RoadMapDuty {
            activity,
            list,
            page,
            ..
        } => State::RoadMapRow {
            activity,
            list,
            page,
        },
        State::RoadMapTerm {
            activity,
            list,
            page,
            phrase: Some(_),
        } => State::RoadMapTerm {
            activity,
            list,
            page,
            phrase: None,
        },
        State::RoadMapRows {
            list: Rows::Asked | Rows::Undated,
            ..
        } => State::RoadMapRows {
            list: Rows::All,
            page: 0,
        },
        State::RoadMapRows { .. } | State::RoadMapWanted | State::RoadMapRead if in_force => {
            this_month(talk, year)
        }
        _ => State::Home,
    })
}

fn page_size() -> u32 {
    u32::try_from(super::screen::PAGE).unwrap_or(8)
}

/// The card of a row, remembering the list it was chosen from.
fn open(state: &State, activity: ActivityId) -> State {
    match state {
        State::RoadMapRows { list, page }
        | State::RoadMapRow { list, page, .. }
        | State::RoadMapTerm { list, page, .. }
        | State::RoadMapDuty { list, page, .. } => State::RoadMapRow {
            activity,
            list: *list,
            page: *page,
        },
        _ => State::RoadMapRow {
            activity,
            list: Rows::All,
            page: 0,
        },
    }
}

/// A row of this organisation; `None` for a row that is gone or is somebody else's.
async fn own_row(talk: &mut Talk<'_>, id: ActivityId) -> anyhow::Result<Option<Activity>> {
    let organisation = talk.organisation()?.id;
    Ok(activities::find(talk.tx, id)
        .await?
        .filter(|row| row.organisation == organisation))
}

/// The year as one picture, below.
async fn picture(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let key = format!(
        "road map picture:{}:{}",
        talk.chat,
        talk.now.timestamp() / SAME_PICTURE_SECONDS
    );
    talk.hand_over(&key, Notice::RoadMapPicture { organisation })
        .await?;
    Ok(Turn::quiet().with_toast(label!(talk.locale, "toast-picture")))
}
