//! The road map: the school's document becomes rows, the curator settles what is unclear, months show what is due.
//!
//! `document` takes the document, `draft` shows what was read in it, `load` puts it in force; `month` and `rows` are
//! the two ways to look at it, `card` shows a row, `term` and `duty` settle one, `review` goes over all of it. Nothing
//! is planned on a term that nobody understood.

mod answerer;
mod card;
mod document;
mod draft;
mod duty;
mod load;
mod month;
mod place;
mod plan;
mod reading;
mod review;
mod rows;
mod templates;
mod term;
pub(crate) mod words;

pub(crate) use answerer::Answerer;
pub(in crate::chat) use document::keep_draft;
pub(in crate::chat) use place::{RoadMapPlace, Rows};
pub(in crate::chat) use review::{ChangesOf, RowPart};

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::notice::Notice;
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::school_year::SchoolYear;
use crate::messenger::IncomingFile;
use crate::store::{activities, road_maps};
use crate::{label, tr};
use chrono::{Datelike, NaiveDate};
use load::Next;
use place::{ListedRow, RoadMapPlace as Place};
use review::ReviewPlace;

/// A press that makes two pictures within this many seconds makes one.
const SAME_PICTURE_SECONDS: i64 = 5;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match here(state) {
        Place::Wanted => document::ask(talk).await,
        Place::Templates => templates::show(talk),
        Place::Read => draft::summary(talk).await,
        Place::ReadRows { page } => draft::rows(talk, page).await,
        Place::ReadRow { row } => draft::row(talk, row).await,
        Place::Replace => load::ask(talk).await,
        Place::Month { month, page } => month::show(talk, (month, page)).await,
        Place::Rows { list, page } => rows::show(talk, (list, page), None).await,
        Place::Row { row, undo } => card::show(talk, row.activity, undo.is_some()).await,
        Place::Term { row, phrase } => {
            let phrase = phrase.map(|phrase| phrase.0);
            term::show(talk, row.activity, phrase.as_deref()).await
        }
        Place::Duty { row, people, find, .. } => duty::show(talk, row.activity, (people, &find.0)).await,
        Place::Review { step } => review::show(talk, step).await,
    }
}

/// The place at the road map; whoever comes from elsewhere starts at the document.
fn here(state: &State) -> Place {
    match state {
        State::RoadMap(place) => place.clone(),
        _ => Place::Wanted,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let place = here(&state);
    let action = match input {
        Input::Press(action) => action,
        other => return typed(talk, place, other).await,
    };
    match action {
        Action::RoadMap => entrance(talk).await,
        Action::RoadMapBack => back_from(talk, place).await,
        Action::RoadMapFile => Ok(Turn::to(Place::Wanted)),
        Action::RoadMapRead => Ok(Turn::to(Place::Read)),
        Action::RoadMapTemplate => {
            let kind = talk.organisation()?.kind;
            document::take_template(talk, kind).await
        }
        Action::RoadMapTemplates => Ok(Turn::to(Place::Templates)),
        Action::RoadMapTemplateOf { kind } => document::take_template(talk, kind).await,
        Action::RoadMapReadRows { page } => Ok(Turn::to(Place::ReadRows { page })),
        Action::RoadMapReadRow { row } => Ok(Turn::to(Place::ReadRow { row })),
        Action::RoadMapLoad => load::load(talk, false, Next::Rows).await,
        Action::RoadMapLoadAsk => load::load(talk, false, Next::Questions).await,
        Action::RoadMapReplace => load::load(talk, true, Next::Rows).await,
        Action::RoadMapMonth { month, page } => Ok(Turn::to(Place::Month { month, page })),
        Action::RoadMapRows { list, page } => Ok(Turn::to(Place::Rows { list, page })),
        Action::RoadMapRow { activity } => Ok(Turn::to(place.card(activity))),
        Action::RoadMapRoll => rows::roll(talk).await,
        Action::RoadMapPicture => picture(talk).await,
        Action::RoadMapTermConfirm { activity, version } => {
            term::choose(talk, (&place, activity, version), TermChoice::Confirmed).await
        }
        Action::RoadMapTermWithout { activity, version } => {
            term::choose(talk, (&place, activity, version), TermChoice::Without).await
        }
        Action::RoadMapRowUndo => review::take_back(talk, place).await,
        Action::RoadMapTerm => Ok(term::ask(place)),
        Action::RoadMapTermAccept { version } => term::accept(talk, place, version).await,
        Action::RoadMapDuty { people } => Ok(duty::page(place, people)),
        Action::RoadMapDutyRole { role, on } => duty::set_role(talk, &place, (role, on)).await,
        Action::RoadMapDutyPerson { person, on } => duty::set_person(talk, &place, (person, on)).await,
        action => review::turn(talk, place, action).await,
    }
}

/// What is typed or sent at a place of the road map.
async fn typed(talk: &mut Talk<'_>, place: Place, input: Input) -> anyhow::Result<Turn> {
    match (place, input) {
        (place, Input::File(file)) if place.wants_document() => sent(talk, &place, &file).await,
        (Place::Wanted, Input::Text(text)) => document::take_text(talk, &text, false).await,
        (Place::Read, Input::Text(text)) => document::take_text(talk, &text, true).await,
        (Place::Wanted | Place::Read, Input::Photo { .. }) => Ok(Turn::hint(tr!(talk.locale, "road-map-hint-photo"))),
        (place @ Place::Term { .. }, Input::Text(text)) => Ok(term::take(talk, &place, &text)),
        (place @ Place::Duty { .. }, Input::Text(text)) => Ok(duty::find(talk, &place, &text)),
        (Place::Review { step }, Input::Text(text)) => review::typed(talk, step, &text).await,
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

/// A file: a table of ours that comes back, anywhere at the road map; a document, where one is wanted.
async fn sent(talk: &mut Talk<'_>, place: &Place, file: &IncomingFile) -> anyhow::Result<Turn> {
    if let Some(turn) = review::take_table(talk, file).await? {
        return Ok(turn);
    }
    match place {
        Place::Wanted | Place::Read => document::take_file(talk, file).await,
        Place::Review { .. } => {
            let note = tr!(talk.locale, "review-sent-unmarked");
            Ok(document::take_file(talk, file).await?.with_more(&note))
        }
        _ => Ok(Turn::hint(tr!(talk.locale, "review-sent-elsewhere"))),
    }
}

/// Where the menu's button leads: to this month, or to the first document.
async fn entrance(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    if in_force(talk).await? {
        // What the year before still owes is looked at first.
        let (first, last) = readable(talk).await?;
        return Ok(Turn::to(month_of(talk.today().clamp(first, last))));
    }
    let draft = road_maps::find_draft(talk.tx, organisation, year).await?;
    Ok(Turn::to(draft.map_or(Place::Wanted, |_| Place::Read)))
}

async fn in_force(talk: &mut Talk<'_>) -> anyhow::Result<bool> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let found = road_maps::find(talk.tx, organisation, year).await?;
    Ok(found.is_some())
}

/// The days whose months can be looked at: of this school year, and of the one before where it had a road map.
async fn readable(talk: &mut Talk<'_>) -> anyhow::Result<(NaiveDate, NaiveDate)> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let before = SchoolYear(year.0 - 1);
    let had_map = road_maps::find(talk.tx, organisation, before).await?.is_some();
    Ok((if had_map { before.first_day() } else { year.first_day() }, year.last_day()))
}

fn this_month(talk: &Talk<'_>, year: SchoolYear) -> Place {
    month_of(talk.today().clamp(year.first_day(), year.last_day()))
}

/// The card of a row.
pub(super) fn card_of(activity: ActivityId) -> Place {
    Place::Month { month: NaiveDate::MIN, page: 0 }.card(activity)
}

/// The month in which a day lies.
pub(super) fn month_of(day: NaiveDate) -> Place {
    Place::Month { month: day.with_day(1).unwrap_or(day), page: 0 }
}

async fn back_from(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    if let Place::Duty { row: ListedRow { activity, round: Some(round), .. }, .. } = place {
        return review::again(talk, round, activity).await;
    }
    let place = match place {
        Place::Review { step: ReviewPlace::Removed { row, .. } } => Place::Rows { list: row.list, page: row.page },
        other => other,
    };
    if let Some(parent) = place.clone().parent() {
        return Ok(Turn::to(parent));
    }
    let year = talk.organisation()?.school_year;
    let leaves = matches!(place, Place::Month { .. }) || !in_force(talk).await?;
    Ok(if leaves { Turn::to(State::Home) } else { Turn::to(this_month(talk, year)) })
}

/// A row of this organisation; `None` for a row that is gone, was taken out of force or is somebody else's.
async fn own_row(talk: &mut Talk<'_>, id: ActivityId) -> anyhow::Result<Option<Activity>> {
    let organisation = talk.organisation()?.id;
    let found = activities::list_in_force(talk.tx, &[id]).await?;
    Ok(found.into_iter().find(|row| row.organisation == organisation))
}

/// The year as one picture, below.
async fn picture(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let key = format!("road map picture:{}:{}", talk.chat, talk.now.timestamp() / SAME_PICTURE_SECONDS);
    talk.hand_over(&key, Notice::RoadMapPicture { organisation }).await?;
    Ok(Turn::quiet().with_toast(label!(talk.locale, "toast-picture")))
}
