//! A row taken out of the road map: after a yes, and with what was done in it kept.

use super::former::Former;
use super::place::ReviewPlace;
use crate::chat::road_map::place::{ListedRow, RoadMapPlace};
use crate::chat::road_map::plan::begun_in_words;
use crate::chat::road_map::{own_row, words};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::replan::Replan;
use crate::store::{activities, audit, occurrences};
use crate::{label, tr};

pub(super) fn open(place: RoadMapPlace) -> Turn {
    match place {
        RoadMapPlace::Review { step: ReviewPlace::Edit { row } } => {
            Turn::to(RoadMapPlace::from(ReviewPlace::Remove { row }))
        }
        other => Turn::to(other),
    }
}

pub(super) async fn ask(talk: &mut Talk<'_>, listed: ListedRow) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(row) = own_row(talk, listed.activity).await? else {
        return Ok(words::row_gone(locale));
    };
    let all = occurrences::list_of(talk.tx, row.id).await?;
    let open = all.iter().filter(|one| one.is_open()).count();
    let begun = occurrences::list_begun(talk.tx, row.id).await?.len();
    let text = words::row_text(&row)
        .paragraph(&tr!(locale, "review-remove", open = open, done = all.len() - open))
        .line(&begun_in_words(locale, begun));
    let sure = Action::RoadMapRemoveSure { version: row.version };
    Ok(Screen::new(text)
        .row([back(locale, Action::RoadMapBack), button(label!(locale, "button-review-remove-sure"), sure)]))
}

pub(super) async fn remove(talk: &mut Talk<'_>, place: &RoadMapPlace, version: i64) -> anyhow::Result<Turn> {
    let RoadMapPlace::Review { step: ReviewPlace::Remove { row: listed } } = place else {
        return Ok(Turn::stay());
    };
    let list = RoadMapPlace::Rows { list: listed.list, page: listed.page };
    let Some(row) = own_row(talk, listed.activity).await? else {
        return Ok(Turn::to(list));
    };
    // Saving it once more is how two curators meet: the second one is told.
    if !activities::save(talk.tx, &Activity { version, ..row.clone() }).await? {
        return Ok(Turn::hint(tr!(talk.locale, "road-map-row-changed")));
    }
    // It is set aside and not forgotten, so that it can come back as it was.
    let former = Former::before(&row).still(&Activity { version: row.version + 1, ..row.clone() });
    drop_open(talk, &row).await?;
    activities::set_aside(talk.tx, row.id, talk.now).await?;
    audit_removed(talk, row.id).await?;
    let removed = RoadMapPlace::from(ReviewPlace::Removed { row: *listed, undo: former });
    Ok(Turn::to(removed).with_note(tr!(talk.locale, "review-removed", number = row.position)))
}

async fn audit_removed(talk: &mut Talk<'_>, id: ActivityId) -> anyhow::Result<()> {
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("row removed", &id.to_string()), talk.now).await
}

/// What is open is dropped, what is done stays; what was begun is kept aside and comes back with the row.
pub(super) async fn take_out(talk: &mut Talk<'_>, row: &Activity) -> anyhow::Result<()> {
    drop_open(talk, row).await?;
    activities::retire(talk.tx, row.id, talk.now).await
}

async fn drop_open(talk: &mut Talk<'_>, row: &Activity) -> anyhow::Result<()> {
    let all = occurrences::list_of(talk.tx, row.id).await?;
    let open = all.iter().filter(|one| one.is_open());
    let drop = Replan { drop: open.map(|one| one.id).collect(), ..Replan::default() };
    occurrences::apply(talk.tx, (row, None), &drop, (talk.today(), talk.now)).await
}
