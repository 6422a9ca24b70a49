//! Changes put in force, all in one unit of work. Rows keep their identity, what is done stays done.

use super::remove::take_out;
use crate::chat::Talk;
use crate::chat::road_map::plan::plan;
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::changes::{self, Changes, Original};
use crate::store::{activities, occurrences, organisations, originals};
use anyhow::ensure;

/// What a document would change in the rows in force.
pub(in crate::chat::road_map) async fn from_document(
    talk: &mut Talk<'_>,
    document: &[Activity],
) -> anyhow::Result<Changes> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let rows = activities::list(talk.tx, organisation, year).await?;
    let mut retired = activities::list_of_year(talk.tx, organisation, year).await?;
    retired.retain(|row| rows.iter().all(|one| one.id != row.id));
    let words = originals::list(talk.tx, organisation, year).await?;
    Ok(changes::from_document(&rows, &words, &retired, document))
}

/// Puts changes in force. `by_hand`: what is new or rewritten is in no document.
pub(in crate::chat::road_map) async fn apply(
    talk: &mut Talk<'_>,
    changes: &Changes,
    by_hand: bool,
) -> anyhow::Result<()> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    organisations::lock(talk.tx, organisation).await?;
    let calendar = talk.calendar().await?;
    let now = activities::list(talk.tx, organisation, year).await?;
    for change in &changes.changed {
        if by_hand {
            originals::insert(talk.tx, change.before.id, &Original::of(&change.before)).await?;
        }
        save(talk, &calendar, &change.after).await?;
    }
    for row in changes.same.iter().filter(|row| !now.contains(row)) {
        save(talk, &calendar, row).await?;
    }
    for row in &changes.added {
        add(talk, &calendar, row, by_hand).await?;
    }
    for row in &changes.removed {
        take_out(talk, row).await?;
    }
    for (row, original) in &changes.originals {
        originals::save(talk.tx, *row, original).await?;
    }
    Ok(())
}

async fn save(talk: &mut Talk<'_>, calendar: &WorkingDays, row: &Activity) -> anyhow::Result<()> {
    // Somebody changed it within this very moment: nothing is kept, and the press is taken anew.
    ensure!(activities::save(talk.tx, row).await?, "row {} was changed while changes were applied", row.id);
    let existing = occurrences::list_of(talk.tx, row.id).await?;
    plan(talk, calendar, row, &existing).await.map(drop)
}

/// A row without an identifier is new; one with it comes back.
async fn add(talk: &mut Talk<'_>, calendar: &WorkingDays, row: &Activity, by_hand: bool) -> anyhow::Result<()> {
    if row.id != ActivityId(0) {
        return save(talk, calendar, row).await;
    }
    let row = Activity { id: ActivityId(talk.tx.next_id(talk.now)), ..row.clone() };
    activities::insert(talk.tx, &row).await?;
    if by_hand {
        originals::insert(talk.tx, row.id, &Original::by_hand()).await?;
    }
    plan(talk, calendar, &row, &[]).await.map(drop)
}
