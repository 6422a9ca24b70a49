//! From a row's term to its occurrences in the database.

use crate::chat::Talk;
use crate::domain::calendar::WorkingDays;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::replan::{Existing, replan};
use crate::store::occurrences::{self, Occurrence};

/// Plans a row anew after a change. `existing` are its occurrences.
pub(super) async fn plan(
    talk: &mut Talk<'_>,
    calendar: &WorkingDays,
    row: &Activity,
    existing: &[Occurrence],
) -> anyhow::Result<()> {
    let existing: Vec<Existing> = existing.iter().map(Existing::from).collect();
    let plan = replan(&existing, &row.planned(calendar), talk.today());
    occurrences::apply(talk.tx, row, &plan, talk.now).await
}
