//! Taking rows for sending.

use super::{Claimed, LEASE};
use crate::domain::notice::{Class, Lane};
use crate::store::{Tx, from_ms, to_ms};
use anyhow::Context;
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct OutboxRow {
    id: i64,
    chat: String,
    class: String,
    letter: String,
    attempts: i64,
    expires_at: Option<i64>,
    interrupted: i64,
}

impl TryFrom<OutboxRow> for Claimed {
    type Error = anyhow::Error;

    fn try_from(row: OutboxRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id.into(),
            chat: row.chat,
            class: Class::from_code(&row.class).context("unknown class")?,
            letter: row.letter,
            attempts: row.attempts,
            expires_at: row.expires_at.map(from_ms),
            interrupted: row.interrupted == 1,
        })
    }
}

/// Takes due rows for sending: up to `answers` of the urgent lane, up to `others` of the rest, notices first.
pub async fn claim_due(tx: &mut Tx, (answers, others): (i64, i64), now: DateTime<Utc>) -> anyhow::Result<Vec<Claimed>> {
    let mut rows: Vec<OutboxRow> = sqlx::query_as(
        "UPDATE outbox SET state = 'sending', lease_until = $3
         WHERE state = 'queued' AND id IN (
             SELECT id FROM (SELECT id FROM outbox WHERE state = 'queued' AND lane = $5 AND not_before <= $1
                             ORDER BY lane, not_before, id LIMIT $2) AS urgent
             UNION ALL
             SELECT id FROM (SELECT id FROM outbox WHERE state = 'queued' AND lane > $5 AND not_before <= $1
                             ORDER BY lane, not_before, id LIMIT $4) AS others)
         RETURNING id, chat, class, letter, attempts, expires_at, 0 + 0 * lane AS interrupted",
    )
    .bind(to_ms(now))
    .bind(answers)
    .bind(to_ms(now + LEASE))
    .bind(others)
    .bind(Lane::Answer as i64)
    .fetch_all(&mut **tx)
    .await?;
    rows.sort_by_key(|row| row.id);
    rows.into_iter().map(Claimed::try_from).collect()
}

/// Takes the rows whose sender went away in the middle (a killed process): they may have been sent.
pub async fn claim_interrupted(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<Vec<Claimed>> {
    let rows: Vec<OutboxRow> = sqlx::query_as(
        "UPDATE outbox SET lease_until = $2
         WHERE state = 'sending' AND lease_until <= $1
         RETURNING id, chat, class, letter, attempts, expires_at, 1 + 0 * lane AS interrupted",
    )
    .bind(to_ms(now))
    .bind(to_ms(now + LEASE))
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter().map(Claimed::try_from).collect()
}

/// At start of the only sender: what is marked as being sent was left in the middle.
pub async fn release_leases(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query("UPDATE outbox SET lease_until = $1 WHERE state = 'sending'")
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
