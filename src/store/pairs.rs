//! Pairs: who was put to whom, how far it has come, and its announcement.

use super::{Tx, facts, many, to_ms};
use crate::domain::ids::{OrganisationId, PairId, PersonId};
use crate::domain::matching::Factor;
use crate::domain::pair::Pair;
use crate::domain::post::PostState;
use crate::domain::roadmap::duty::PairedMentors;
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// A pair as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRecord {
    pub organisation: OrganisationId,
    pub year: SchoolYear,
    pub pair: Pair,
    /// Why the two fit, as matching said when they were asked.
    pub factors: Vec<Factor>,
    /// How far its announcement has come; `Draft` before there is one.
    pub announced: PostState,
    /// The dedupe key of the announcement's outbox row; '' before there is one.
    pub announcement: String,
    /// Grows with each change of the pair.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct PairRow {
    id: i64,
    organisation: i64,
    school_year: i64,
    pair: String,
    factors: String,
    announced: String,
    announcement: String,
    version: i64,
}

impl TryFrom<PairRow> for PairRecord {
    type Error = anyhow::Error;

    fn try_from(row: PairRow) -> anyhow::Result<Self> {
        Ok(Self {
            organisation: row.organisation.into(),
            year: SchoolYear(i32::try_from(row.school_year)?),
            pair: serde_json::from_str(&row.pair).context("a stored pair cannot be read")?,
            // Reasons of an older program are no reason to lose the pair.
            factors: serde_json::from_str(&row.factors).unwrap_or_default(),
            announced: PostState::from_code(&row.announced).context("unknown state of an announcement")?,
            announcement: row.announcement,
            version: row.version,
        })
    }
}

/// Keeps a pair that was just put to both; `false` when the mentee is in an open pair of that year already.
pub async fn insert(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    (pair, factors): (&Pair, &[Factor]),
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "INSERT INTO pairs (id, organisation, school_year, mentor, mentee, state, pair, factors, created_at, updated_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $9
         WHERE NOT EXISTS (SELECT 1 FROM pairs WHERE mentee = $5 AND school_year = $3
                           AND state IN ('proposed', 'agreed', 'ordered', 'active'))",
    )
    .bind(pair.id.0)
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(pair.mentor.0)
    .bind(pair.mentee.0)
    .bind(pair.state().code())
    .bind(serde_json::to_string(pair)?)
    .bind(serde_json::to_string(factors)?)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    facts::touch(tx, organisation, now).await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps a changed pair whose version was `seen`; `false` when somebody has changed it meanwhile.
pub async fn save(tx: &mut Tx, pair: &Pair, seen: i64, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE pairs SET state = $3, pair = $4, updated_at = $5, version = version + 1 WHERE id = $1 AND version = $2",
    )
    .bind(pair.id.0)
    .bind(seen)
    .bind(pair.state().code())
    .bind(serde_json::to_string(pair)?)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    facts::touch_of_pair(tx, pair.id, now).await?;
    Ok(done.rows_affected() == 1)
}

pub async fn find(conn: &mut AnyConnection, id: PairId) -> anyhow::Result<Option<PairRecord>> {
    let row: Option<PairRow> = sqlx::query_as(
        "SELECT id, organisation, school_year, pair, factors, announced, announcement, version FROM pairs WHERE id = $1",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    row.map(PairRecord::try_from).transpose()
}

/// All pairs of a school year, in the order in which they were proposed. One that cannot be read is left
/// out and noted.
pub async fn list(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Vec<PairRecord>> {
    let rows: Vec<PairRow> = sqlx::query_as(
        "SELECT id, organisation, school_year, pair, factors, announced, announcement, version FROM pairs
         WHERE organisation = $1 AND school_year = $2 ORDER BY id",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    Ok(many::readable("pair", rows.into_iter().map(|row| (row.id, row)), PairRecord::try_from))
}

/// The pairs of a school year in which somebody stands.
pub async fn list_of(conn: &mut AnyConnection, person: PersonId, year: SchoolYear) -> anyhow::Result<Vec<PairRecord>> {
    let rows: Vec<PairRow> = sqlx::query_as(
        "SELECT id, organisation, school_year, pair, factors, announced, announcement, version FROM pairs
         WHERE (mentor = $1 OR mentee = $1) AND school_year = $2 ORDER BY id",
    )
    .bind(person.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(PairRecord::try_from).collect()
}

/// The pairs of all organisations that wait for an answer. One that cannot be read is left out and noted.
pub async fn list_asked(conn: &mut AnyConnection) -> anyhow::Result<Vec<PairRecord>> {
    let rows: Vec<PairRow> = sqlx::query_as(
        "SELECT id, organisation, school_year, pair, factors, announced, announcement, version FROM pairs
         WHERE state = 'proposed' ORDER BY id",
    )
    .fetch_all(conn)
    .await?;
    Ok(many::readable("pair", rows.into_iter().map(|row| (row.id, row)), PairRecord::try_from))
}

/// Notes that a pair is announced by the outbox row with this key; `false` when it has been already.
pub async fn announce(tx: &mut Tx, id: PairId, announcement: &str) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE pairs SET announced = 'scheduled', announcement = $2 WHERE id = $1 AND announced = 'draft'",
    )
    .bind(id.0)
    .bind(announcement)
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes what became of an announcement.
pub async fn record_announcement(tx: &mut Tx, announcement: &str, state: PostState) -> anyhow::Result<()> {
    sqlx::query("UPDATE pairs SET announced = $2 WHERE announcement = $1")
        .bind(announcement)
        .bind(state.code())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Whether an announcement waits for a person's word on what became of it.
pub async fn awaits_word(conn: &mut AnyConnection, announcement: &str) -> anyhow::Result<bool> {
    let one: Option<i64> = sqlx::query_scalar(
        "SELECT id FROM pairs WHERE announcement = $1 AND announced IN ('unknown', 'failed') LIMIT 1",
    )
    .bind(announcement)
    .fetch_optional(conn)
    .await?;
    Ok(one.is_some())
}

/// The mentors of pairs that have their order.
pub async fn mentors(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<PairedMentors> {
    let rows: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT mentor FROM pairs
         WHERE organisation = $1 AND school_year = $2 AND state IN ('ordered', 'active')",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(PersonId).collect())
}

/// The same of several organisations, with the school year.
pub async fn mentors_of(
    conn: &mut AnyConnection,
    organisations: &[OrganisationId],
) -> anyhow::Result<HashMap<(OrganisationId, SchoolYear), PairedMentors>> {
    let head = "SELECT DISTINCT organisation, school_year, mentor FROM pairs
                WHERE state IN ('ordered', 'active') AND organisation";
    let rows: Vec<(i64, i64, i64)> = many::select(conn, head, organisations.iter().map(|id| id.0)).await?;
    let mut found: HashMap<_, PairedMentors> = HashMap::new();
    for (organisation, year, mentor) in rows {
        let key = (OrganisationId(organisation), SchoolYear(i32::try_from(year)?));
        found.entry(key).or_default().insert(PersonId(mentor));
    }
    Ok(found)
}

/// As much of it as tells whether one person is among them, by school year: no entry while there is no pair.
pub async fn mentor(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    person: PersonId,
) -> anyhow::Result<HashMap<SchoolYear, PairedMentors>> {
    let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
        "SELECT school_year, MAX(CASE WHEN mentor = $2 THEN mentor ELSE 0 END), MIN(mentor) FROM pairs
         WHERE organisation = $1 AND state IN ('ordered', 'active') GROUP BY school_year",
    )
    .bind(organisation.0)
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    let of_year = |(year, this, other): (i64, i64, i64)| {
        let mentor = if this == 0 { other } else { this };
        Ok((SchoolYear(i32::try_from(year)?), PairedMentors::from([PersonId(mentor)])))
    };
    rows.into_iter().map(of_year).collect()
}
