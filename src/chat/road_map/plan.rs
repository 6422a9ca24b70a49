//! From a row's term to its occurrences in the database.

use crate::chat::Talk;
use crate::domain::calendar::WorkingDays;
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::plans;

/// Plans a row anew after a change. `existing` are its occurrences.
pub(super) async fn plan(
    talk: &mut Talk<'_>,
    calendar: &WorkingDays,
    row: &Activity,
    existing: &[Occurrence],
) -> anyhow::Result<()> {
    let today = talk.today();
    let plan = plans::difference(talk.tx, (row, existing), calendar, today).await?;
    plans::apply(talk.tx, row, &plan, (today, talk.now)).await
}
