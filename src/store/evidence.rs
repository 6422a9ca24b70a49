//! What closed an occurrence.

use super::{Tx, to_date, to_ms};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::ids::{OccurrenceId, OrganisationId, PersonId};
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

#[derive(sqlx::FromRow)]
struct EvidenceRow {
    kind: String,
    content: String,
    dated: String,
    file: String,
}

impl TryFrom<EvidenceRow> for Evidence {
    type Error = anyhow::Error;

    fn try_from(row: EvidenceRow) -> anyhow::Result<Self> {
        Ok(Self {
            kind: EvidenceKind::from_code(&row.kind).context("unknown kind of evidence")?,
            content: row.content,
            dated: to_date(&row.dated),
            file: row.file,
        })
    }
}

pub async fn insert(
    tx: &mut Tx,
    occurrence: OccurrenceId,
    evidence: &Evidence,
    by: PersonId,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO evidence (id, occurrence, kind, content, dated, file, given_by, given_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tx.next_id(now))
    .bind(occurrence.0)
    .bind(evidence.kind.code())
    .bind(&evidence.content)
    .bind(evidence.dated.map_or(String::new(), |day| day.to_string()))
    .bind(&evidence.file)
    .bind(by.0)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What counts for an occurrence now.
pub async fn find(conn: &mut AnyConnection, occurrence: OccurrenceId) -> anyhow::Result<Option<Evidence>> {
    let row: Option<EvidenceRow> = sqlx::query_as(
        "SELECT kind, content, dated, file FROM evidence
         WHERE occurrence = $1 AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 1",
    )
    .bind(occurrence.0)
    .fetch_optional(conn)
    .await?;
    row.map(Evidence::try_from).transpose()
}

#[derive(sqlx::FromRow)]
struct OfOccurrence {
    occurrence: i64,
    #[sqlx(flatten)]
    evidence: EvidenceRow,
}

/// What counts for each occurrence of a year's road map; the latest where several were given.
pub async fn list_of_year(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Vec<(OccurrenceId, Evidence)>> {
    let rows: Vec<OfOccurrence> = sqlx::query_as(
        "SELECT e.occurrence, e.kind, e.content, e.dated, e.file
         FROM activities a
         JOIN occurrences o ON o.activity = a.id
         JOIN evidence e ON e.occurrence = o.id
         WHERE a.organisation = $1 AND a.school_year = $2 AND e.withdrawn_at IS NULL ORDER BY e.id",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| Ok((row.occurrence.into(), row.evidence.try_into()?))).collect()
}

/// What kind of thing a stored file is, to show it back.
pub async fn find_kind(conn: &mut AnyConnection, file: &str) -> anyhow::Result<Option<EvidenceKind>> {
    let code: Option<String> =
        sqlx::query_scalar("SELECT kind FROM evidence WHERE file = $1 LIMIT 1").bind(file).fetch_optional(conn).await?;
    Ok(code.and_then(|code| EvidenceKind::from_code(&code)))
}

/// Takes back what was given, when an occurrence is opened again.
pub async fn withdraw(tx: &mut Tx, occurrence: OccurrenceId, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query("UPDATE evidence SET withdrawn_at = $2 WHERE occurrence = $1 AND withdrawn_at IS NULL")
        .bind(occurrence.0)
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
