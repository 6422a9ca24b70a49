//! What closed an occurrence, or one sub-item of its row.

use super::{Tx, from_ms, to_date, to_ms};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::ids::{OccurrenceId, OrganisationId, PersonId};
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// A piece of evidence that counts now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub evidence: Evidence,
    /// The words of the sub-item that it closes; '' for the whole row.
    pub item: String,
    /// `None`: the bot itself.
    pub by: Option<PersonId>,
    pub at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct EvidenceRow {
    item: String,
    kind: String,
    content: String,
    dated: String,
    file: String,
    given_by: Option<i64>,
    given_at: i64,
}

#[derive(sqlx::FromRow)]
struct YearRow {
    occurrence: i64,
    #[sqlx(flatten)]
    given: EvidenceRow,
}

impl TryFrom<EvidenceRow> for Given {
    type Error = anyhow::Error;

    fn try_from(row: EvidenceRow) -> anyhow::Result<Self> {
        let evidence = Evidence {
            kind: EvidenceKind::from_code(&row.kind).context("unknown kind of evidence")?,
            content: row.content,
            dated: to_date(&row.dated),
            file: row.file,
        };
        Ok(Self { evidence, item: row.item, by: row.given_by.map(PersonId), at: from_ms(row.given_at) })
    }
}

/// Keeps a piece of evidence for an occurrence, or for one sub-item of its row ('' for the whole row).
pub async fn insert(
    tx: &mut Tx,
    (occurrence, item): (OccurrenceId, &str),
    evidence: &Evidence,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO evidence (id, occurrence, item, kind, content, dated, file, given_by, given_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(tx.next_id(now))
    .bind(occurrence.0)
    .bind(item)
    .bind(evidence.kind.code())
    .bind(&evidence.content)
    .bind(evidence.dated.map_or(String::new(), |day| day.to_string()))
    .bind(&evidence.file)
    .bind(by.map(|by| by.0))
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Everything that counts for an occurrence now, oldest first.
pub async fn list(conn: &mut AnyConnection, occurrence: OccurrenceId) -> anyhow::Result<Vec<Given>> {
    let rows: Vec<EvidenceRow> = sqlx::query_as(
        "SELECT item, kind, content, dated, file, given_by, given_at FROM evidence
         WHERE occurrence = $1 AND withdrawn_at IS NULL ORDER BY id",
    )
    .bind(occurrence.0)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Given::try_from).collect()
}

/// Everything that counts for the occurrences of one year's road map now, by occurrence, oldest first.
pub async fn list_of_year(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<HashMap<OccurrenceId, Vec<Given>>> {
    let rows: Vec<YearRow> = sqlx::query_as(
        "SELECT e.occurrence, e.item, e.kind, e.content, e.dated, e.file, e.given_by, e.given_at
         FROM activities a JOIN occurrences o ON o.activity = a.id JOIN evidence e ON e.occurrence = o.id
         WHERE a.organisation = $1 AND a.school_year = $2 AND e.withdrawn_at IS NULL ORDER BY e.id",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    let mut all: HashMap<OccurrenceId, Vec<Given>> = HashMap::new();
    for row in rows {
        all.entry(row.occurrence.into()).or_default().push(Given::try_from(row.given)?);
    }
    Ok(all)
}

/// The latest piece that counts for an occurrence.
pub async fn find(conn: &mut AnyConnection, occurrence: OccurrenceId) -> anyhow::Result<Option<Evidence>> {
    Ok(list(conn, occurrence).await?.pop().map(|given| given.evidence))
}

/// What kind of thing a stored file is, to show it back.
pub async fn find_kind(conn: &mut AnyConnection, file: &str) -> anyhow::Result<Option<EvidenceKind>> {
    let code: Option<String> =
        sqlx::query_scalar("SELECT kind FROM evidence WHERE file = $1 LIMIT 1").bind(file).fetch_optional(conn).await?;
    Ok(code.and_then(|code| EvidenceKind::from_code(&code)))
}

/// Whether the bot has closed something with this before, and the curator has opened it again.
pub async fn was_withdrawn(
    conn: &mut AnyConnection,
    (occurrence, item): (OccurrenceId, &str),
    evidence: &Evidence,
) -> anyhow::Result<bool> {
    let one: Option<i64> = sqlx::query_scalar(
        "SELECT id FROM evidence
         WHERE occurrence = $1 AND item = $2 AND kind = $3 AND content = $4 AND withdrawn_at IS NOT NULL LIMIT 1",
    )
    .bind(occurrence.0)
    .bind(item)
    .bind(evidence.kind.code())
    .bind(&evidence.content)
    .fetch_optional(conn)
    .await?;
    Ok(one.is_some())
}

/// Takes back everything that was given, when an occurrence is opened again, and says why ('' for no reason).
pub async fn withdraw(tx: &mut Tx, occurrence: OccurrenceId, why: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
    // Only the latest reason is said: an older one would be taken for it.
    sqlx::query("UPDATE evidence SET withdrawn_why = '' WHERE occurrence = $1 AND withdrawn_why <> ''")
        .bind(occurrence.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query(
        "UPDATE evidence SET withdrawn_at = $2, withdrawn_why = $3 WHERE occurrence = $1 AND withdrawn_at IS NULL",
    )
    .bind(occurrence.0)
    .bind(to_ms(now))
    .bind(why)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Why an occurrence was opened again the last time; `None` when nothing was said, or it never was.
pub async fn why_withdrawn(conn: &mut AnyConnection, occurrence: OccurrenceId) -> anyhow::Result<Option<String>> {
    // A checklist has no evidence of the whole row: the reason stands beside its items.
    let why = sqlx::query_scalar(
        "SELECT withdrawn_why FROM evidence
         WHERE occurrence = $1 AND withdrawn_why <> '' AND withdrawn_at IS NOT NULL
         ORDER BY withdrawn_at DESC, id DESC LIMIT 1",
    )
    .bind(occurrence.0)
    .fetch_optional(conn)
    .await?;
    Ok(why)
}

/// Takes back what was given for one sub-item ('' for the whole row).
pub async fn withdraw_item(
    tx: &mut Tx,
    (occurrence, item): (OccurrenceId, &str),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query("UPDATE evidence SET withdrawn_at = $3 WHERE occurrence = $1 AND item = $2 AND withdrawn_at IS NULL")
        .bind(occurrence.0)
        .bind(item)
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
