//! What was read is put in force; over an earlier road map only after a yes.

use super::place::RoadMapPlace as Place;
use super::plan::plan;
use super::reading::{self, Reading};
use super::{Rows, this_month};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::replan::{OccurrenceState, Replan};
use crate::store::occurrences::{self, Occurrence};
use crate::store::road_maps::{self, RoadMap};
use crate::store::{activities, audit};
use crate::text::Markup;
use crate::{label, tr};
use std::collections::HashMap;

/// «В работе 34 срока, закрыто 5. Заменить?»
pub(super) async fn ask(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let all = occurrences::list_of_year(talk.tx, organisation, year).await?;
    let done = all.iter().filter(|one| one.state == OccurrenceState::Done).count();
    let title = road_maps::find(talk.tx, organisation, year).await?.map_or(String::new(), |map| map.title);
    let text =
        Markup::plain(&title).bold().paragraph(&tr!(locale, "road-map-replace", open = all.len() - done, done = done,));
    Ok(Screen::new(text).row([
        back(locale, Action::RoadMapBack),
        button(label!(locale, "button-road-map-replace"), Action::RoadMapReplace),
    ]))
}

/// Loads the kept document. Rows that say the same as before keep what was done and what the curator settled.
pub(super) async fn load(talk: &mut Talk<'_>, sure: bool) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(read) = reading::of_draft(talk).await? else {
        return Ok(Turn::to(Place::Wanted));
    };
    if !sure && road_maps::find(talk.tx, organisation, year).await?.is_some() {
        return Ok(Turn::to(Place::Replace));
    }
    let asked = put_in_force(talk, &read).await?;
    let road_map = RoadMap { title: read.title, source_name: read.source_name, loaded_at: talk.now };
    road_maps::save(talk.tx, organisation, year, &road_map).await?;
    road_maps::delete_draft(talk.tx, organisation, year).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("road map loaded", &year.0.to_string()), talk.now).await?;
    let note = tr!(locale, "road-map-loaded", rows = read.rows.len());
    Ok(if asked == 0 {
        Turn::to(this_month(talk, year)).with_note(note)
    } else {
        let note = note.line(&tr!(locale, "road-map-loaded-asked", count = asked));
        Turn::to(Place::Rows { list: Rows::Asked, page: 0 }).with_note(note)
    })
}

/// Keeps the rows and plans them; returns how many have a question.
async fn put_in_force(talk: &mut Talk<'_>, read: &Reading) -> anyhow::Result<usize> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let mut old = activities::list_of_year(talk.tx, organisation, year).await?;
    let mut existing: HashMap<ActivityId, Vec<Occurrence>> = HashMap::new();
    for one in occurrences::list_of_year(talk.tx, organisation, year).await? {
        existing.entry(one.activity).or_default().push(one);
    }
    let calendar = talk.calendar().await?;
    let mut asked = 0;
    for row in &read.rows {
        let same = old.iter().position(|old| says_the_same(old, row));
        let row = keep(talk, row, same.map(|at| old.remove(at))).await?;
        asked += usize::from(row.question(&calendar).is_some());
        plan(talk, &calendar, &row, existing.get(&row.id).map_or(&[], Vec::as_slice)).await?;
    }
    for gone in old {
        let own = existing.remove(&gone.id).unwrap_or_default();
        let open = own.iter().filter(|one| one.is_open());
        let drop = Replan { drop: open.map(|one| one.id).collect(), ..Replan::default() };
        occurrences::apply(talk.tx, (&gone, None), &drop, talk.now).await?;
        activities::retire(talk.tx, gone.id, talk.now).await?;
    }
    Ok(asked)
}

/// Keeps one row of the document, under the identity of the same row of an earlier document.
async fn keep(talk: &mut Talk<'_>, row: &Activity, before: Option<Activity>) -> anyhow::Result<Activity> {
    let Some(before) = before else {
        let id = ActivityId(talk.tx.next_id(talk.now));
        let row = Activity { id, ..row.clone() };
        activities::insert(talk.tx, &row).await?;
        return Ok(row);
    };
    let row = renewed(row, before);
    activities::save(talk.tx, &row).await?;
    Ok(row)
}

/// The same work, whatever became of its term or people.
fn says_the_same(one: &Activity, other: &Activity) -> bool {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    folded(&one.activity) == folded(&other.activity) && folded(&one.stage) == folded(&other.stage)
}

/// The new document's row under the old one's identity; what the curator settled stays while the words are the same.
fn renewed(row: &Activity, before: Activity) -> Activity {
    let same_term = row.term_text == before.term_text;
    let same_people = row.responsible_text == before.responsible_text;
    Activity {
        id: before.id,
        version: before.version,
        term_own: if same_term { before.term_own } else { String::new() },
        term_choice: if same_term { before.term_choice } else { row.term_choice },
        duty: if same_people { before.duty } else { row.duty.clone() },
        ..row.clone()
    }
}
