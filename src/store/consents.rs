//! Consents: what each person decided about which text. Append only.

use super::{Tx, from_ms, to_ms};
use crate::domain::ids::PersonId;
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

coded_enum! {
    /// What a person said to a text.
    pub enum Decision {
        Given = "given",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

/// A decision as it stands or stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The code of a consent text.
    pub kind: String,
    /// The version of the text that was shown.
    pub version: String,
    pub decision: Decision,
    pub decided_at: DateTime<Utc>,
    /// How it was said: the chat and the press, or the day of a paper.
    pub evidence: String,
}

impl Consent {
    pub fn is_given(&self) -> bool {
        self.decision == Decision::Given
    }

    /// The day of the paper that the curator noted, if it was said on paper.
    pub fn paper_day(&self) -> Option<chrono::NaiveDate> {
        super::to_date(self.evidence.strip_prefix(ON_PAPER)?)
    }
}

/// How the evidence of a paper begins; its day follows.
pub const ON_PAPER: &str = "paper ";

/// A decision to be kept.
pub struct Decided<'a> {
    pub kind: &'a str,
    pub version: &'a str,
    /// Digest of the exact text that was shown.
    pub text_sha256: &'a str,
    pub decision: Decision,
    pub evidence: &'a str,
}

#[derive(sqlx::FromRow)]
struct ConsentRow {
    kind: String,
    version: String,
    decision: String,
    decided_at: i64,
    evidence: String,
}

impl TryFrom<ConsentRow> for Consent {
    type Error = anyhow::Error;

    fn try_from(row: ConsentRow) -> anyhow::Result<Self> {
        Ok(Self {
            decision: Decision::from_code(&row.decision).context("unknown decision on a consent")?,
            kind: row.kind,
            version: row.version,
            decided_at: from_ms(row.decided_at),
            evidence: row.evidence,
        })
    }
}

/// Adds a decision; what was decided before stays as it was.
pub async fn insert(
    tx: &mut Tx,
    person: PersonId,
    decided: &Decided<'_>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO consents (id, person, kind, version, text_sha256, decision, decided_at, evidence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tx.next_id(now))
    .bind(person.0)
    .bind(decided.kind)
    .bind(decided.version)
    .bind(decided.text_sha256)
    .bind(decided.decision.code())
    .bind(to_ms(now))
    .bind(decided.evidence)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Every decision of a person, oldest first.
pub async fn list(conn: &mut AnyConnection, person: PersonId) -> anyhow::Result<Vec<Consent>> {
    let rows: Vec<ConsentRow> = sqlx::query_as(
        "SELECT kind, version, decision, decided_at, evidence FROM consents WHERE person = $1 ORDER BY id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Consent::try_from).collect()
}

/// How a person's consents stand: the latest decision of each kind.
pub async fn list_latest(conn: &mut AnyConnection, person: PersonId) -> anyhow::Result<Vec<Consent>> {
    let mut latest: Vec<Consent> = Vec::new();
    for consent in list(conn, person).await? {
        latest.retain(|earlier| earlier.kind != consent.kind);
        latest.push(consent);
    }
    Ok(latest)
}

/// The latest decision of one kind.
pub async fn find_latest(
    conn: &mut AnyConnection,
    person: PersonId,
    kind: &str,
) -> anyhow::Result<Option<Consent>> {
    let row: Option<ConsentRow> = sqlx::query_as(
        "SELECT kind, version, decision, decided_at, evidence FROM consents
         WHERE person = $1 AND kind = $2 ORDER BY id DESC LIMIT 1",
    )
    .bind(person.0)
    .bind(kind)
    .fetch_optional(conn)
    .await?;
    row.map(Consent::try_from).transpose()
}
