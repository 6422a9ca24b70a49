//! The next school year: what the curator says of its rows, its start, and taking the start back.

use super::{Tx, from_ms, marks, to_ms};
use crate::domain::ids::OrganisationId;
use crate::domain::roadmap::next_year::Choices;
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;

/// Whose, and which year is prepared.
pub type Of = (OrganisationId, SchoolYear);

/// What was said of the rows, and when the year was started by it; the default and `None` before anything was said.
pub async fn find(
    conn: &mut AnyConnection,
    (organisation, year): Of,
) -> anyhow::Result<(Choices, Option<DateTime<Utc>>)> {
    let row: Option<(String, Option<i64>)> =
        sqlx::query_as("SELECT choices, started_at FROM next_years WHERE organisation = $1 AND school_year = $2")
            .bind(organisation.0)
            .bind(i64::from(year.0))
            .fetch_optional(conn)
            .await?;
    let Some((choices, started_at)) = row else {
        return Ok((Choices::default(), None));
    };
    Ok((serde_json::from_str(&choices).context("choices for a next year")?, started_at.map(from_ms)))
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
    sqlx::query("UPDATE next_years SET started_at = $3 WHERE organisation = $1 AND school_year = $2")
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .bind(at.map(to_ms))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Whether something came of the year already: a reminder left, a row was closed, somebody filled in a form, a pair was
/// asked. Then its start is not taken back.
pub async fn has_begun(
    conn: &mut AnyConnection,
    (organisation, year): Of,
    started_at: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let reminded: Option<i64> = sqlx::query_scalar(
        "SELECT id FROM outbox WHERE dedupe_key LIKE $1 AND state IN ('sending', 'sent', 'unknown') AND created_at >= $2
         LIMIT 1",
    )
    .bind(format!("digest:{organisation}:%"))
    .bind(to_ms(started_at))
    .fetch_optional(&mut *conn)
    .await?;
    let used: Option<i64> = sqlx::query_scalar(
        "SELECT o.id FROM occurrences o JOIN activities a ON a.id = o.activity
         WHERE a.organisation = $1 AND a.school_year = $2 AND o.state = 'done'
         UNION ALL SELECT id FROM responses WHERE organisation = $1 AND school_year = $2
         UNION ALL SELECT id FROM pairs WHERE organisation = $1 AND school_year = $2 LIMIT 1",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_optional(&mut *conn)
    .await?;
    Ok(reminded.is_some() || used.is_some())
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
