//! From a row's term to its occurrences in the database.

use crate::chat::Talk;
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::{ActivityId, OccurrenceId};
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::{self, Occurrence};
use crate::store::plans;
use crate::text::{Locale, Markup};
use crate::tr;

/// Plans a row anew after a change. `existing` are its occurrences. Returns how many dates went although something
/// was given for them: somebody has to hear of it.
pub(super) async fn plan(
    talk: &mut Talk<'_>,
    calendar: &WorkingDays,
    row: &Activity,
    existing: &[Occurrence],
) -> anyhow::Result<usize> {
    let today = talk.today();
    let plan = plans::difference(talk.tx, (row, existing), calendar, today).await?;
    let gone: Vec<OccurrenceId> = plan.iter().flat_map(|(_, plan)| plan.drop.iter().copied()).collect();
    let begun = begun(talk, row.id, &gone).await?;
    plans::apply(talk.tx, row, &plan, (today, talk.now)).await?;
    Ok(begun)
}

/// For how many of these dates of a row something was given.
pub(super) async fn begun(talk: &mut Talk<'_>, row: ActivityId, gone: &[OccurrenceId]) -> anyhow::Result<usize> {
    if gone.is_empty() {
        return Ok(0);
    }
    let begun = occurrences::list_begun(talk.tx, row).await?;
    Ok(gone.iter().filter(|id| begun.contains(id)).count())
}

/// What becomes of dates that go although something was given for them; nothing when there are none.
pub(super) fn begun_in_words(locale: Locale, count: usize) -> Markup {
    if count > 0 { tr!(locale, "review-begun", count = count) } else { Markup::default() }
}
