//! The calendars of organisations: their week, their vacations, their own days off.

use super::{Tx, many, to_ms};
use crate::domain::calendar::{CalendarSettings, WorkingDays};
use crate::domain::ids::OrganisationId;
use crate::store::organisations::Organisation;
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// Which days are worked at an organisation: the country's calendar with its own words on top. One look-up by key;
/// the country's part is shared. Words that cannot be read are noted, and the country's calendar counts.
pub async fn of(conn: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<WorkingDays> {
    let own = list_by_ids(conn, &[organisation.id]).await?;
    Ok(own.get(&organisation.id).cloned().unwrap_or_default().working_days(organisation.kind))
}

/// What an organisation said about its year, and the version of it; the default and 0 while it said nothing.
pub async fn find(conn: &mut AnyConnection, id: OrganisationId) -> anyhow::Result<(CalendarSettings, i64)> {
    let row: Option<(String, i64)> = sqlx::query_as("SELECT settings, version FROM calendars WHERE organisation = $1")
        .bind(id.0)
        .fetch_optional(conn)
        .await?;
    row.map_or_else(|| Ok((CalendarSettings::default(), 0)), |(json, version)| Ok((read(&json)?, version)))
}

fn read(json: &str) -> anyhow::Result<CalendarSettings> {
    serde_json::from_str(json).context("a stored calendar cannot be read")
}

/// Keeps what an organisation says; `false` when it was changed since version `seen`.
pub async fn save(
    tx: &mut Tx,
    (id, seen): (OrganisationId, i64),
    settings: &CalendarSettings,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "INSERT INTO calendars (organisation, settings, version, updated_at) VALUES ($1, $2, 1, $4)
         ON CONFLICT (organisation) DO UPDATE
         SET settings = excluded.settings, version = calendars.version + 1, updated_at = excluded.updated_at
         WHERE calendars.version = $3",
    )
    .bind(id.0)
    .bind(serde_json::to_string(settings)?)
    .bind(seen)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The words of those among them that said something. Words that cannot be read are noted and left out: then the
/// country's calendar counts.
pub async fn list_by_ids(
    conn: &mut AnyConnection,
    ids: &[OrganisationId],
) -> anyhow::Result<HashMap<OrganisationId, CalendarSettings>> {
    let head = "SELECT organisation, settings FROM calendars WHERE organisation";
    let rows: Vec<(i64, String)> = many::select(conn, head, ids.iter().map(|id| id.0)).await?;
    let rows = rows.into_iter().map(|(id, json)| (id, (id, json)));
    Ok(many::readable("calendar", rows, |(id, json)| Ok((id.into(), read(&json)?))).into_iter().collect())
}
