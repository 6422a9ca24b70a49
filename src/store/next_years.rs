//! The next school year: what the curator says of its rows, its start, and taking the start back.

use super::{Tx, marks, to_ms};
use crate::domain::ids::OrganisationId;
use crate::domain::roadmap::next_year::Choices;
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;

/// Whose, and which year is prepared.
pub type Of = (OrganisationId, SchoolYear);

/// What was said of the rows; the default before anything was said.
pub async fn find(conn: &mut AnyConnection, (organisation, year): Of) -> anyhow::Result<Choices> {
    let choices: Option<String> =
        sqlx::query_scalar("SELECT choices FROM next_years WHERE organisation = $1 AND school_year = $2")
            .bind(organisation.0)
            .bind(i64::from(year.0))
            .fetch_optional(conn)
            .await?;
    choices.map_or_else(
        || Ok(Choices::default()),
        |choices| serde_json::from_str(&choices).context("choices for a next year"),
    )
}

/// The text of [`list_unasked`].
pub(super) const UNASKED: &str = "SELECT o.id FROM organisations o WHERE o.school_year > $1 AND o.school_year <= $2
           AND NOT EXISTS (SELECT 1 FROM job_marks m WHERE m.job = $3 AND m.organisation = o.id AND m.mark >= $4)
         ORDER BY o.school_year, o.id LIMIT $5";

/// The organisations in a school year after the first and up to the second of these, whose curators were not asked
/// about the next one on this day or later.
pub async fn list_unasked(
    conn: &mut AnyConnection,
    (after, until): (SchoolYear, SchoolYear),
    asked_on: NaiveDate,
    limit: i64,
) -> anyhow::Result<Vec<OrganisationId>> {
    let ids: Vec<i64> = sqlx::query_scalar(UNASKED)
        .bind(i64::from(after.0))
        .bind(i64::from(until.0))
        .bind(marks::NEW_YEAR)
        .bind(asked_on.to_string())
        .bind(limit)
        .fetch_all(conn)
        .await?;
    Ok(ids.into_iter().map(OrganisationId).collect())
}

/// Keeps what was said of the rows.
pub async fn save(tx: &mut Tx, (organisation, year): Of, choices: &Choices) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO next_years (organisation, school_year, choices) VALUES ($1, $2, $3)
         ON CONFLICT (organisation, school_year) DO UPDATE SET choices = excluded.choices",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(serde_json::to_string(choices)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that the year was started, or that its start was taken back.
pub async fn set_started(tx: &mut Tx, (organisation, year): Of, at: Option<DateTime<Utc>>) -> anyhow::Result<()> {
    sqlx::query("UPDATE next_years SET started_at = $3, begun_at = NULL WHERE organisation = $1 AND school_year = $2")
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .bind(at.map(to_ms))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Whether the year was started by one tap and nothing has come of it yet: then its start can be taken back. Once
/// something has, that is kept.
pub async fn can_be_taken_back(tx: &mut Tx, of: Of, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let (organisation, year) = of;
    let waiting: Option<i64> = sqlx::query_scalar(
        "SELECT 1 FROM next_years
         WHERE organisation = $1 AND school_year = $2 AND started_at IS NOT NULL AND begun_at IS NULL",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_optional(&mut **tx)
    .await?;
    if waiting.is_none() {
        return Ok(false);
    }
    if !has_begun(tx, of).await? {
        return Ok(true);
    }
    sqlx::query("UPDATE next_years SET begun_at = $3 WHERE organisation = $1 AND school_year = $2")
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(false)
}

/// Whether something came of the year already: somebody was reminded of one of its rows, gave something for it, put it
/// off, gave it away or rewrote it, loaded a document, filled in a form, or a pair was asked.
async fn has_begun(conn: &mut AnyConnection, (organisation, year): Of) -> anyhow::Result<bool> {
    let used: Option<i64> = sqlx::query_scalar(
        "WITH year_rows AS (SELECT id, version FROM activities WHERE organisation = $1 AND school_year = $2),
              year_dates AS (SELECT id, state FROM occurrences WHERE activity IN (SELECT id FROM year_rows))
         SELECT id FROM year_dates WHERE state <> 'open'
         UNION ALL SELECT id FROM year_rows WHERE version > 1
         UNION ALL SELECT occurrence FROM evidence WHERE occurrence IN (SELECT id FROM year_dates)
         UNION ALL SELECT occurrence FROM snoozes WHERE occurrence IN (SELECT id FROM year_dates)
         UNION ALL SELECT activity FROM handovers WHERE activity IN (SELECT id FROM year_rows)
         UNION ALL SELECT activity FROM row_bindings WHERE activity IN (SELECT id FROM year_rows)
         UNION ALL SELECT activity FROM activity_originals WHERE activity IN (SELECT id FROM year_rows)
         UNION ALL SELECT id FROM digest_lines WHERE outcome = 'told' AND subject IN (SELECT id FROM year_dates)
         UNION ALL SELECT id FROM digest_lines WHERE outcome = 'told' AND subject IN (SELECT id FROM year_rows)
         UNION ALL SELECT organisation FROM road_maps
                   WHERE organisation = $1 AND school_year = $2 AND source_name <> ''
         UNION ALL SELECT id FROM responses WHERE organisation = $1 AND school_year = $2
         UNION ALL SELECT id FROM pairs WHERE organisation = $1 AND school_year = $2 LIMIT 1",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_optional(conn)
    .await?;
    Ok(used.is_some())
}

/// Takes the year's road map away: nothing has come of it.
pub async fn delete_road_map(tx: &mut Tx, (organisation, year): Of) -> anyhow::Result<()> {
    for sql in [
        "DELETE FROM occurrences WHERE activity IN (SELECT id FROM activities WHERE organisation = $1 AND school_year = $2)",
        "DELETE FROM activities WHERE organisation = $1 AND school_year = $2",
        "DELETE FROM road_maps WHERE organisation = $1 AND school_year = $2",
    ] {
        sqlx::query(sql).bind(organisation.0).bind(i64::from(year.0)).execute(&mut **tx).await?;
    }
    Ok(())
}
