//! One tap makes the next year's road map and moves the organisation on; until something came of it, another takes it
//! back.

use super::{Place, carried, choices, next};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::next_year;
use crate::domain::school_year::SchoolYear;
use crate::store::road_maps::{self, RoadMap};
use crate::store::{activities, audit, next_years, organisations, plans};
use crate::{label, tr};
use anyhow::Context;

pub(super) async fn ask(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (from, to) = (talk.organisation()?.school_year.to_string(), next(talk)?.to_string());
    let kept = carried(talk).await?.iter().filter(|one| one.is_kept).count();
    let text = tr!(locale, "new-year-start-ask", from = from, to = &to, count = kept);
    Ok(Screen::new(text).row([
        back(locale, Action::NewYearBack),
        button(label!(locale, "button-new-year-start", year = to), Action::NewYearStartSure),
    ]))
}

/// Makes the year. Nothing of the year before is touched.
pub(super) async fn start(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let (organisation, from) = (talk.organisation()?.id, talk.organisation()?.school_year);
    organisations::lock(talk.tx, organisation).await?;
    // A second device may have been quicker.
    let current = organisations::get(talk.tx, organisation).await?.school_year;
    let to = next(talk)?;
    if current != from || !next_year::is_time(from, talk.today()) {
        return Ok(Turn::to(State::Home));
    }
    if road_maps::find(talk.tx, organisation, to).await?.is_some() {
        return Ok(Turn::hint(tr!(locale, "new-year-there", year = to.to_string())));
    }
    let rows = next_year::kept(carried(talk).await?);
    let said = choices(talk).await?;
    let (calendar, today) = (talk.calendar().await?, talk.today());
    for row in &rows {
        let row = Activity { id: ActivityId(talk.tx.next_id(talk.now)), ..row.clone() };
        activities::insert(talk.tx, &row).await?;
        let plan = plans::difference(talk.tx, (&row, &[]), &calendar, today).await?;
        plans::apply(talk.tx, &row, &plan, (today, talk.now)).await?;
    }
    let title = road_maps::find(talk.tx, organisation, from).await?.map_or(String::new(), |map| map.title);
    let title = next_year::title(&title, from, to);
    let map = RoadMap { title, source_name: String::new(), loaded_at: talk.now };
    road_maps::save(talk.tx, organisation, to, &map).await?;
    next_years::save(talk.tx, (organisation, to), &said).await?;
    next_years::set_started(talk.tx, (organisation, to), Some(talk.now)).await?;
    move_to(talk, to).await?;
    let note = tr!(locale, "new-year-started", year = to.to_string(), count = rows.len());
    Ok(Turn::to(State::Home).with_note(note))
}

/// The organisation lives in another school year from now on.
async fn move_to(talk: &mut Talk<'_>, year: SchoolYear) -> anyhow::Result<()> {
    let organisation = talk.organisation.as_mut().context("a curator has an organisation")?;
    organisation.school_year = year;
    organisations::save(talk.tx, organisation, talk.now).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("school year changed", &year.0.to_string()), talk.now).await
}

/// Whether the year in which the organisation lives was started by one tap of which nothing has come yet.
pub(super) async fn can_undo(talk: &mut Talk<'_>) -> anyhow::Result<bool> {
    let of = (talk.organisation()?.id, talk.organisation()?.school_year);
    next_years::can_be_taken_back(talk.tx, of, talk.now).await
}

pub(super) async fn ask_undo(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let year = talk.organisation()?.school_year;
    if !can_undo(talk).await? {
        let text = tr!(locale, "new-year-undo-late", year = year.to_string());
        return Ok(Screen::new(text).row([back(locale, Action::NewYearBack)]));
    }
    let before = SchoolYear(year.0 - 1).to_string();
    let text = tr!(locale, "new-year-undo-ask", year = year.to_string(), before = &before);
    Ok(Screen::new(text).row([
        back(locale, Action::NewYearBack),
        button(label!(locale, "button-new-year-undo", year = before), Action::NewYearUndoSure),
    ]))
}

/// Takes the start back. What was said of the rows stays, so that the year can be started again.
pub(super) async fn undo(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    organisations::lock(talk.tx, organisation).await?;
    if !can_undo(talk).await? {
        return Ok(Turn::to(Place::Undo));
    }
    next_years::delete_road_map(talk.tx, (organisation, year)).await?;
    next_years::set_started(talk.tx, (organisation, year), None).await?;
    let before = SchoolYear(year.0 - 1);
    move_to(talk, before).await?;
    let note = tr!(talk.locale, "new-year-undone", year = before.to_string());
    Ok(Turn::to(State::Home).with_note(note))
}
