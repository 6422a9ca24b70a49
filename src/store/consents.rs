//! Consents: what each person decided about which text. Append only.

use super::{Tx, facts, from_ms, to_ms};
use crate::domain::consent::{ConsentDecision, ConsentKind, ConsentRecord, Consents};
use crate::domain::ids::{OrganisationId, PersonId};
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// A decision as it stands or stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub record: ConsentRecord,
    /// How it was said: the chat and the press, or the day of a paper.
    pub evidence: String,
}

impl Consent {
    pub fn is_given(&self) -> bool {
        self.record.decision == ConsentDecision::Given
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
    pub kind: ConsentKind,
    pub version: &'a str,
    /// Digest of the exact text that was shown.
    pub text_sha256: &'a str,
    pub decision: ConsentDecision,
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
        let kind = ConsentKind::from_code(&row.kind).context("unknown kind of consent")?;
        let decision = ConsentDecision::from_code(&row.decision).context("unknown decision on a consent")?;
        let at = from_ms(row.decided_at);
        Ok(Self { record: ConsentRecord { kind, decision, version: row.version, at }, evidence: row.evidence })
    }
}

/// Adds a decision; what was decided before stays as it was.
pub async fn insert(tx: &mut Tx, person: PersonId, decided: &Decided<'_>, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO consents (id, person, kind, version, text_sha256, decision, decided_at, evidence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tx.next_id(now))
    .bind(person.0)
    .bind(decided.kind.code())
    .bind(decided.version)
    .bind(decided.text_sha256)
    .bind(decided.decision.code())
    .bind(to_ms(now))
    .bind(decided.evidence)
    .execute(&mut **tx)
    .await?;
    facts::touch_of_person(tx, person, now).await
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
        latest.retain(|earlier| earlier.record.kind != consent.record.kind);
        latest.push(consent);
    }
    Ok(latest)
}

/// The latest decision of one kind.
pub async fn find_latest(
    conn: &mut AnyConnection,
    person: PersonId,
    kind: ConsentKind,
) -> anyhow::Result<Option<Consent>> {
    let row: Option<ConsentRow> = sqlx::query_as(
        "SELECT kind, version, decision, decided_at, evidence FROM consents
         WHERE person = $1 AND kind = $2 ORDER BY id DESC LIMIT 1",
    )
    .bind(person.0)
    .bind(kind.code())
    .fetch_optional(conn)
    .await?;
    row.map(Consent::try_from).transpose()
}

/// How the consents of a whole staff stand, in one query. Whoever was never asked is absent.
pub async fn list_staff(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
) -> anyhow::Result<BTreeMap<PersonId, Consents>> {
    let rows: Vec<(i64, String, String, String, i64)> = sqlx::query_as(
        "SELECT c.person, c.kind, c.version, c.decision, c.decided_at FROM consents c
         JOIN people p ON p.id = c.person WHERE p.organisation = $1 ORDER BY c.id",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    let mut histories: BTreeMap<PersonId, Vec<ConsentRecord>> = BTreeMap::new();
    for (person, kind, version, decision, decided_at) in rows {
        let row = ConsentRow { kind, version, decision, decided_at, evidence: String::new() };
        histories.entry(person.into()).or_default().push(Consent::try_from(row)?.record);
    }
    Ok(histories.into_iter().map(|(person, history)| (person, Consents::of(history))).collect())
}
