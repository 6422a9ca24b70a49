//! What documents said in rows that curators rewrote since.

use super::Tx;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::roadmap::changes::Original;
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use sqlx::AnyConnection;
use std::collections::HashMap;

/// Keeps what the document said; the first time counts.
pub async fn insert(tx: &mut Tx, row: ActivityId, original: &Original) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO activity_originals (activity, original) VALUES ($1, $2) ON CONFLICT (activity) DO NOTHING",
    )
    .bind(row.0)
    .bind(serde_json::to_string(original)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A newer document has its own words for the row.
pub async fn save(tx: &mut Tx, row: ActivityId, original: &Original) -> anyhow::Result<()> {
    sqlx::query("UPDATE activity_originals SET original = $2 WHERE activity = $1")
        .bind(row.0)
        .bind(serde_json::to_string(original)?)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub async fn find(conn: &mut AnyConnection, row: ActivityId) -> anyhow::Result<Option<Original>> {
    let text: Option<String> = sqlx::query_scalar("SELECT original FROM activity_originals WHERE activity = $1")
        .bind(row.0)
        .fetch_optional(conn)
        .await?;
    text.map(|text| serde_json::from_str(&text).context("the original of a row")).transpose()
}

/// Those of one year's rows.
pub async fn list(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<HashMap<ActivityId, Original>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "SELECT activity, original FROM activity_originals
         WHERE activity IN (SELECT id FROM activities WHERE organisation = $1 AND school_year = $2)",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, text)| Ok((ActivityId(id), serde_json::from_str(&text).context("the original of a row")?)))
        .collect()
}
