//! What matching proposes and nobody was asked about yet: it survives restarts and two curators.

use super::{Tx, to_ms};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::matching::Plan;
use crate::domain::school_year::SchoolYear;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;
use std::collections::BTreeSet;

/// A plan as the curators see and change it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub plan: Plan,
    /// Mentees whom the curator left out for now.
    pub set_aside: BTreeSet<PersonId>,
}

/// The plan with its version; `None` before the first run and after everybody was asked. One that this program
/// cannot read is none: it is made anew with one press.
pub async fn find(
    conn: &mut AnyConnection,
    (organisation, year): (OrganisationId, SchoolYear),
) -> anyhow::Result<Option<(Draft, i64)>> {
    let row: Option<(String, i64)> = sqlx::query_as(
        "SELECT plan, version FROM matching_plans WHERE organisation = $1 AND school_year = $2 AND plan <> ''",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_optional(conn)
    .await?;
    Ok(row.and_then(|(plan, version)| Some((serde_json::from_str(&plan).ok()?, version))))
}

/// Keeps a plan in the place of the one before; `None` clears it. The version goes on growing.
pub async fn save(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    draft: Option<&Draft>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let plan = draft.map(serde_json::to_string).transpose()?.unwrap_or_default();
    sqlx::query(
        "INSERT INTO matching_plans (organisation, school_year, plan, version, made_at) VALUES ($1, $2, $3, 1, $4)
         ON CONFLICT (organisation, school_year) DO UPDATE
         SET plan = excluded.plan, version = matching_plans.version + 1, made_at = excluded.made_at",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(plan)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}
