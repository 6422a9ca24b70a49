//! What changes do to the days of the year: how many go, how many come, how many are done and stay.

use crate::chat::Talk;
use crate::chat::road_map::plan::begun;
use crate::domain::ids::{ActivityId, OccurrenceId};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::changes::Changes;
use crate::domain::roadmap::ready_answers::questions;
use crate::store::occurrences::{self, Occurrence};
use crate::store::plans;
use std::collections::HashMap;

/// What becomes of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Days {
    pub(super) dropped: usize,
    pub(super) added: usize,
    /// Go although something was given for them: it is kept aside.
    pub(super) begun: usize,
    /// Stay the same thing on another day.
    pub(super) moved: usize,
    /// Done in rows that change or go: they stay.
    pub(super) done: usize,
    /// Questions that the changed and the new rows leave open.
    pub(super) questions: usize,
}

pub(super) async fn days(talk: &mut Talk<'_>, changes: &Changes) -> anyhow::Result<Days> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let mut existing: HashMap<ActivityId, Vec<Occurrence>> = HashMap::new();
    for one in occurrences::list_of_year(talk.tx, organisation, year).await? {
        existing.entry(one.activity).or_default().push(one);
    }
    let (calendar, today) = (talk.calendar().await?, talk.today());
    let of = |row: &Activity| existing.get(&row.id).map_or(&[][..], Vec::as_slice);
    let mut days = Days::default();
    for row in changes.changed.iter().map(|change| &change.after).chain(&changes.added) {
        for (_, plan) in plans::difference(talk.tx, (row, of(row)), &calendar, today).await? {
            days.dropped += plan.drop.len();
            days.added += plan.add.len();
            days.moved += plan.moves().count();
            days.begun += begun(talk, row.id, &plan.drop).await?;
        }
        days.questions += questions(row, &calendar).len();
        days.done += of(row).iter().filter(|one| !one.is_open()).count();
    }
    for row in &changes.removed {
        let open: Vec<OccurrenceId> = of(row).iter().filter(|one| one.is_open()).map(|one| one.id).collect();
        days.dropped += open.len();
        days.begun += begun(talk, row.id, &open).await?;
        days.done += of(row).len() - open.len();
    }
    Ok(days)
}
