//! «Не моя задача»: what somebody said about a row, and what the curator did about it.

use super::{Tx, many, to_ms};
use crate::domain::ids::{ActivityId, HandoverId, OccurrenceId, OrganisationId, PersonId};
use crate::domain::roadmap::handover::{Handover, HandoverReason, Handovers};
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::HashMap;

#[derive(sqlx::FromRow)]
struct HandoverRow {
    id: i64,
    organisation: i64,
    activity: i64,
    occurrence: Option<i64>,
    person: i64,
    reason: String,
    given_to: Option<i64>,
}

impl TryFrom<HandoverRow> for Handover {
    type Error = anyhow::Error;

    fn try_from(row: HandoverRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organisation: row.organisation.into(),
            activity: row.activity.into(),
            occurrence: row.occurrence.map(OccurrenceId),
            person: row.person.into(),
            reason: HandoverReason::from_code(&row.reason).context("unknown reason of a handover")?,
            given_to: row.given_to.map(PersonId),
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, organisation, activity, occurrence, person, reason, given_to FROM handovers ", $rest)
    };
}

/// Those that can be read; the others are noted.
fn all(rows: Vec<HandoverRow>) -> Vec<Handover> {
    many::readable("handover", rows.into_iter().map(|row| (row.id, row)), Handover::try_from)
}

pub async fn find(conn: &mut AnyConnection, id: HandoverId) -> anyhow::Result<Option<Handover>> {
    let row: Option<HandoverRow> = sqlx::query_as(select!("WHERE id = $1")).bind(id.0).fetch_optional(conn).await?;
    row.map(Handover::try_from).transpose()
}

/// Everything that was said in an organisation, settled or not, oldest first.
pub async fn list(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Handovers> {
    let rows = sqlx::query_as(select!(
        "WHERE activity IN (SELECT a.id FROM activities a WHERE a.organisation = $1 AND a.retired_at IS NULL) ORDER BY id"
    ))
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    Ok(Handovers(all(rows)))
}

/// What was said about one row, oldest first.
pub async fn list_of(conn: &mut AnyConnection, activity: ActivityId) -> anyhow::Result<Handovers> {
    let rows = sqlx::query_as(select!("WHERE activity = $1 ORDER BY id")).bind(activity.0).fetch_all(conn).await?;
    Ok(Handovers(all(rows)))
}

/// What was said about some rows, of each row oldest first; rows of which nothing was said are not there.
pub async fn list_by_activities(
    conn: &mut AnyConnection,
    ids: &[ActivityId],
) -> anyhow::Result<HashMap<ActivityId, Handovers>> {
    let mut rows: Vec<HandoverRow> = many::select(conn, select!("WHERE activity"), ids.iter().map(|id| id.0)).await?;
    rows.sort_unstable_by_key(|row| row.id);
    rows.dedup_by_key(|row| row.id);
    let mut said: HashMap<ActivityId, Handovers> = HashMap::new();
    for one in all(rows) {
        said.entry(one.activity).or_default().0.push(one);
    }
    Ok(said)
}

/// What waits for the curator, of rows in force that still have something to do.
pub async fn list_open(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Vec<Handover>> {
    let rows = sqlx::query_as(select!(
        "WHERE organisation = $1 AND settled_at IS NULL
           AND EXISTS (SELECT 1 FROM occurrences o WHERE o.activity = handovers.activity AND o.state = 'open'
                       AND (handovers.occurrence IS NULL OR o.id = handovers.occurrence))
         ORDER BY id"
    ))
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    Ok(all(rows))
}

/// Notes what somebody says. The same thing said twice waits once; a word about the whole row widens what they said
/// about single dates and what still waits.
pub async fn insert(tx: &mut Tx, said: &Handover, now: DateTime<Utc>) -> anyhow::Result<HandoverId> {
    let rows = sqlx::query_as(select!("WHERE activity = $1 AND person = $2 AND settled_at IS NULL ORDER BY id"))
        .bind(said.activity.0)
        .bind(said.person.0)
        .fetch_all(&mut **tx)
        .await?;
    let waiting = all(rows);
    let holds = |one: &&Handover| one.occurrence.is_none() || one.occurrence == said.occurrence;
    if let Some(one) = waiting.iter().find(holds) {
        return Ok(one.id);
    }
    match waiting.split_first() {
        Some((first, others)) if said.occurrence.is_none() => {
            widen(tx, first.id, said.reason).await?;
            for one in others {
                sqlx::query("DELETE FROM handovers WHERE id = $1").bind(one.id.0).execute(&mut **tx).await?;
            }
            Ok(first.id)
        }
        _ => keep(tx, said, now).await,
    }
}

async fn widen(tx: &mut Tx, id: HandoverId, reason: HandoverReason) -> anyhow::Result<()> {
    sqlx::query("UPDATE handovers SET occurrence = NULL, reason = $2 WHERE id = $1")
        .bind(id.0)
        .bind(reason.code())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The curator gives an occurrence from one to another unasked.
pub async fn insert_settled(
    tx: &mut Tx,
    said: &Handover,
    (given_to, by): (PersonId, PersonId),
    now: DateTime<Utc>,
) -> anyhow::Result<HandoverId> {
    let id = keep(tx, said, now).await?;
    settle(tx, id, (given_to, by), now).await?;
    Ok(id)
}

async fn keep(tx: &mut Tx, said: &Handover, now: DateTime<Utc>) -> anyhow::Result<HandoverId> {
    let id = tx.next_id(now);
    sqlx::query(
        "INSERT INTO handovers (id, organisation, activity, occurrence, person, reason, said_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(said.organisation.0)
    .bind(said.activity.0)
    .bind(said.occurrence.map(|one| one.0))
    .bind(said.person.0)
    .bind(said.reason.code())
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(id.into())
}

/// The curator gives the row to somebody, or back; `false` when it is settled already.
pub async fn settle(
    tx: &mut Tx,
    id: HandoverId,
    (given_to, by): (PersonId, PersonId),
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE handovers SET given_to = $2, settled_by = $3, settled_at = $4 WHERE id = $1 AND settled_at IS NULL",
    )
    .bind(id.0)
    .bind(given_to.0)
    .bind(by.0)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
