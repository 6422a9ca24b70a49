//! What was read is put in force; over an earlier road map only after a yes.

use super::place::RoadMapPlace as Place;
use super::review::{self, ChangesOf};
use super::{Rows, reading, this_month};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::roadmap::replan::OccurrenceState;
use crate::store::road_maps::{self, RoadMap};
use crate::store::{activities, audit, occurrences};
use crate::text::Markup;
use crate::{label, tr};

/// Where the loading leads when something is left to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// To the list of the rows in question.
    Rows,
    /// To the questions, one by one.
    Questions,
}

/// «В работе 34 срока, закрыто 5. Заменить?»
pub(super) async fn ask(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let all = occurrences::list_of_year(talk.tx, organisation, year).await?;
    let done = all.iter().filter(|one| one.state == OccurrenceState::Done).count();
    let title = road_maps::find(talk.tx, organisation, year).await?.map_or(String::new(), |map| map.title);
    let text =
        Markup::plain(&title).bold().paragraph(&tr!(locale, "road-map-replace", open = all.len() - done, done = done,));
    let Some(read) = reading::of_draft(talk).await? else {
        return super::document::ask(talk).await;
    };
    let changes = review::from_document(talk, &read.rows).await?;
    let text = text.paragraph(&review::in_short(talk, &changes).await?);
    let look = Action::RoadMapChanges { of: ChangesOf::Document, page: 0, theirs: false };
    let look = (!changes.is_empty()).then(|| button(label!(locale, "button-review-look"), look));
    Ok(Screen::new(text).row(look).row([
        back(locale, Action::RoadMapBack),
        button(label!(locale, "button-road-map-replace"), Action::RoadMapReplace),
    ]))
}

/// Loads the kept document. Rows that say the same as before keep what was done and what the curator settled.
pub(super) async fn load(talk: &mut Talk<'_>, sure: bool, next: Next) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(read) = reading::of_draft(talk).await? else {
        return Ok(Turn::to(Place::Wanted));
    };
    if !sure && road_maps::find(talk.tx, organisation, year).await?.is_some() {
        return Ok(Turn::to(Place::Replace));
    }
    let changes = review::from_document(talk, &read.rows).await?;
    review::apply(talk, &changes, false).await?;
    let calendar = talk.calendar().await?;
    let rows = activities::list(talk.tx, organisation, year).await?;
    let asked = rows.iter().filter(|row| row.question(&calendar).is_some()).count();
    let road_map = RoadMap { title: read.title, source_name: read.source_name, loaded_at: talk.now };
    road_maps::save(talk.tx, organisation, year, &road_map).await?;
    road_maps::delete_draft(talk.tx, organisation, year).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("road map loaded", &year.0.to_string()), talk.now).await?;
    let note = tr!(locale, "road-map-loaded", rows = read.rows.len());
    Ok(if asked == 0 {
        Turn::to(this_month(talk, year)).with_note(note)
    } else if next == Next::Questions {
        review::start().with_note(note)
    } else {
        let note = note.line(&tr!(locale, "road-map-loaded-asked", count = asked));
        Turn::to(Place::Rows { list: Rows::Asked, page: 0 }).with_note(note)
    })
}
