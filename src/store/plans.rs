//! From a row's term to its occurrences: what planning it anew would change, and the change itself.

use super::{Tx, occurrences, pairs};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::{OrganisationId, PairId};
use crate::domain::pair::Pair;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::pair_end;
use crate::domain::roadmap::replan::{Existing, Replan, replan};
use crate::domain::school_year::SchoolYear;
use crate::store::activities;
use crate::store::occurrences::Occurrence;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// What planning one row anew changes: one plan, or one for each pair where the row comes with the pairs' ends.
pub type RowPlan = Vec<(Option<PairId>, Replan)>;

/// The change that a row needs. `existing` are its occurrences.
pub async fn difference(
    conn: &mut AnyConnection,
    (row, existing): (&Activity, &[Occurrence]),
    calendar: &WorkingDays,
    today: NaiveDate,
) -> anyhow::Result<RowPlan> {
    let mut groups: BTreeMap<Option<PairId>, Vec<Existing>> = BTreeMap::new();
    for one in existing {
        groups.entry(one.pair).or_default().push(one.into());
    }
    let mut planned = BTreeMap::from([(None, row.planned(calendar))]);
    if row.follows_pairs(calendar) {
        let official = official(conn, row.organisation, row.school_year).await?;
        let ends = pair_end::planned(&official, row.school_year, calendar);
        planned.extend(ends.into_iter().map(|(pair, due)| (Some(pair), vec![due])));
    }
    for pair in groups.keys() {
        planned.entry(*pair).or_default();
    }
    let one = |(pair, days): (Option<PairId>, Vec<_>)| {
        let existing = groups.get(&pair).map_or(&[][..], Vec::as_slice);
        (pair, replan(existing, &days, today))
    };
    Ok(planned.into_iter().map(one).filter(|(_, plan)| !plan.is_empty()).collect())
}

/// The pairs of a year that have or had their order.
async fn official(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Vec<Pair>> {
    Ok(pairs::list(conn, organisation, year).await?.into_iter().map(|record| record.pair).collect())
}

/// Carries it out on a day of the organisation.
pub async fn apply(
    tx: &mut Tx,
    row: &Activity,
    plan: &RowPlan,
    when: (NaiveDate, DateTime<Utc>),
) -> anyhow::Result<()> {
    for (pair, plan) in plan {
        occurrences::apply(tx, (row, *pair), plan, when).await?;
    }
    Ok(())
}

/// Plans anew the rows of a year that come with the pairs' ends: after a pair became official, moved its end, or ended.
pub async fn follow_pairs(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    calendar: &WorkingDays,
    (today, now): (NaiveDate, DateTime<Utc>),
) -> anyhow::Result<()> {
    for row in activities::list(tx, organisation, year).await? {
        if row.follows_pairs(calendar) {
            let existing = occurrences::list_of(tx, row.id).await?;
            let plan = difference(tx, (&row, &existing), calendar, today).await?;
            apply(tx, &row, &plan, (today, now)).await?;
        }
    }
    Ok(())
}
