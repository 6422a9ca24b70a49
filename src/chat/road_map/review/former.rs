//! A row as it was before a change on its card, to be taken back with one press.

use super::place::{ReviewPlace, Settled};
use crate::chat::road_map::place::RoadMapPlace as Place;
use crate::chat::road_map::plan;
use crate::chat::screen::{Button, button};
use crate::chat::{Action, Talk, Turn};
use crate::domain::roadmap::activity::Activity;
use crate::store::{activities, audit, occurrences};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use serde::{Deserialize, Serialize};

/// What a row said, and the version that the change made: nothing is taken back that somebody changed since.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    settled: Settled,
    stage: String,
    heading: String,
    work: String,
    items: Vec<String>,
    result: String,
}

/// Without the words (guarantee I6).
impl std::fmt::Debug for Former {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Former({:?})", self.settled)
    }
}

impl Former {
    /// Remembers a row that is about to be saved.
    pub(in crate::chat::road_map) fn before(row: &Activity) -> Box<Self> {
        Box::new(Self {
            settled: Settled::before(row),
            stage: row.stage.clone(),
            heading: row.heading.clone(),
            work: row.activity.clone(),
            items: row.items.clone(),
            result: row.result.clone(),
        })
    }

    /// The same when a row that was just changed is about to be saved once more: both changes are one.
    pub(in crate::chat::road_map) fn still(self: Box<Self>, row: &Activity) -> Box<Self> {
        let Self { settled, stage, heading, work, items, result } = *self;
        match settled.moved_on(row) {
            Some(settled) => Box::new(Self { settled, stage, heading, work, items, result }),
            None => Self::before(row),
        }
    }

    /// The row as it was; `None` when somebody has changed it since.
    fn restored(self, row: Activity) -> Option<Activity> {
        let mut row = self.settled.restored(row)?;
        row.stage = self.stage;
        row.heading = self.heading;
        row.activity = self.work;
        row.items = self.items;
        row.result = self.result;
        Some(row)
    }
}

/// «↩ Отменить».
pub(in crate::chat::road_map) fn undo(locale: Locale) -> Button {
    button(label!(locale, "button-row-undo"), Action::RoadMapRowUndo)
}

/// Takes the last change of a row back. Its open days are planned anew.
pub(in crate::chat::road_map) async fn take_back(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    let (former, after) = match place {
        Place::Row { row, undo: Some(former) } => (*former, Place::Row { row, undo: None }),
        Place::Review { step: ReviewPlace::Removed { row, undo } } => {
            (*undo, Place::Rows { list: row.list, page: row.page })
        }
        _ => return Ok(Turn::stay()),
    };
    let Some(restored) = restore(talk, former).await? else {
        return Ok(Turn::to(after).with_note(tr!(talk.locale, "row-undo-too-late")));
    };
    Ok(Turn::to(after).with_note(tr!(talk.locale, "row-undone").line(&restored)))
}

/// What became of days that went although something was given for them; `None` when somebody was quicker.
async fn restore(talk: &mut Talk<'_>, former: Former) -> anyhow::Result<Option<Markup>> {
    let (id, organisation) = (former.settled.activity(), talk.organisation()?.id);
    // Also one that was taken out: that is what is taken back.
    let row = activities::find(talk.tx, id).await?.filter(|row| row.organisation == organisation);
    let row = row.and_then(|row| former.restored(row));
    let Some(row) = row else {
        return Ok(None);
    };
    if !activities::save(talk.tx, &row).await? {
        return Ok(None);
    }
    let existing = occurrences::list_of(talk.tx, id).await?;
    let calendar = talk.calendar().await?;
    let begun = plan::plan(talk, &calendar, &row, &existing).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("row changed back", &id.to_string()), talk.now).await?;
    Ok(Some(plan::begun_in_words(talk.locale, begun)))
}
