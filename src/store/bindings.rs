//! What the curator settled about rows that wait for something the bot knows.

use super::{Tx, facts, to_ms};
use crate::domain::ids::{ActivityId, OrganisationId, PersonId};
use crate::domain::roadmap::binding::{Binding, BindingMode, Fact};
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// The settled bindings of one row, by sub-item ('' for the row itself).
pub type Chosen = Vec<(String, Binding)>;

fn binding(fact: &str, mode: &str) -> anyhow::Result<Binding> {
    let fact = Fact::from_code(fact).context("unknown fact")?;
    Ok(Binding { fact, mode: BindingMode::from_code(mode).context("unknown mode of a binding")? })
}

/// Those of one row.
pub async fn list_of(conn: &mut AnyConnection, activity: ActivityId) -> anyhow::Result<Chosen> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as("SELECT item, fact, mode FROM row_bindings WHERE activity = $1 ORDER BY item")
            .bind(activity.0)
            .fetch_all(conn)
            .await?;
    rows.into_iter().map(|(item, fact, mode)| Ok((item, binding(&fact, &mode)?))).collect()
}

/// Those of all rows of an organisation.
pub async fn list(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
) -> anyhow::Result<HashMap<ActivityId, Chosen>> {
    let rows: Vec<(i64, String, String, String)> = sqlx::query_as(
        "SELECT b.activity, b.item, b.fact, b.mode FROM row_bindings b JOIN activities a ON a.id = b.activity
         WHERE a.organisation = $1 ORDER BY b.activity, b.item",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    let mut all: HashMap<ActivityId, Chosen> = HashMap::new();
    for (activity, item, fact, mode) in rows {
        all.entry(activity.into()).or_default().push((item, binding(&fact, &mode)?));
    }
    Ok(all)
}

/// Keeps the curator's word on a row or one of its sub-items.
pub async fn save(
    tx: &mut Tx,
    (organisation, activity, item): (OrganisationId, ActivityId, &str),
    binding: Binding,
    by: PersonId,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO row_bindings (activity, item, fact, mode, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (activity, item) DO UPDATE
         SET fact = excluded.fact, mode = excluded.mode, decided_by = excluded.decided_by,
             decided_at = excluded.decided_at",
    )
    .bind(activity.0)
    .bind(item)
    .bind(binding.fact.code())
    .bind(binding.mode.code())
    .bind(by.0)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    facts::touch(tx, organisation, now).await
}
