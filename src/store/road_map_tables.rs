//! Tables of road maps that were given out to be corrected, and what came back.

use super::{Tx, to_ms};
use crate::domain::ids::OrganisationId;
use crate::domain::school_year::SchoolYear;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// Tables that are remembered for each year's road map; an older one that comes back is told that it is too old.
const REMEMBERED: i64 = 20;

/// A table as it was given out.
pub struct GivenTable {
    pub organisation: OrganisationId,
    pub school_year: SchoolYear,
    /// Its rows as JSON.
    pub rows: String,
}

/// A table that came back.
pub struct Correction {
    /// The table that was given out.
    pub base: i64,
    pub source_name: String,
    pub content: String,
}

/// Remembers a table and forgets the oldest ones, but never the one that a correction waits on.
pub async fn insert(tx: &mut Tx, id: i64, table: &GivenTable, now: DateTime<Utc>) -> anyhow::Result<()> {
    let (organisation, year) = (table.organisation.0, i64::from(table.school_year.0));
    sqlx::query(
        "INSERT INTO road_map_tables (id, organisation, school_year, made_at, rows) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(id)
    .bind(organisation)
    .bind(year)
    .bind(to_ms(now))
    .bind(&table.rows)
    .execute(&mut **tx)
    .await?;
    sqlx::query(
        "DELETE FROM road_map_tables
         WHERE organisation = $1 AND school_year = $2 AND id NOT IN (SELECT base FROM road_map_corrections)
           AND id NOT IN (SELECT id FROM road_map_tables WHERE organisation = $1 AND school_year = $2
                          ORDER BY id DESC LIMIT $3)",
    )
    .bind(organisation)
    .bind(year)
    .bind(REMEMBERED)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub async fn find(conn: &mut AnyConnection, id: i64) -> anyhow::Result<Option<GivenTable>> {
    let row: Option<(i64, i64, String)> =
        sqlx::query_as("SELECT organisation, school_year, rows FROM road_map_tables WHERE id = $1")
            .bind(id)
            .fetch_optional(conn)
            .await?;
    row.map(|(organisation, year, rows)| {
        Ok(GivenTable { organisation: organisation.into(), school_year: SchoolYear(i32::try_from(year)?), rows })
    })
    .transpose()
}

/// Keeps a table that came back; an earlier one is forgotten.
pub async fn save_correction(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    correction: &Correction,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO road_map_corrections (organisation, school_year, base, source_name, content, received_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (organisation, school_year) DO UPDATE
         SET base = excluded.base, source_name = excluded.source_name, content = excluded.content,
             received_at = excluded.received_at",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(correction.base)
    .bind(&correction.source_name)
    .bind(&correction.content)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub async fn find_correction(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Option<Correction>> {
    let row: Option<(i64, String, String)> = sqlx::query_as(
        "SELECT base, source_name, content FROM road_map_corrections WHERE organisation = $1 AND school_year = $2",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|(base, source_name, content)| Correction { base, source_name, content }))
}

pub async fn delete_correction(tx: &mut Tx, organisation: OrganisationId, year: SchoolYear) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM road_map_corrections WHERE organisation = $1 AND school_year = $2")
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
