//! Looking at what left or is to leave.

use crate::domain::ids::OutboxId;
use crate::domain::notice::Lane;
use crate::store::{from_ms, to_ms};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// A row with how it stands: for trouble notices, tests and rehearsals.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Record {
    pub id: i64,
    pub dedupe_key: String,
    pub chat: String,
    pub letter: String,
    pub state: String,
    pub reason: String,
    pub message: String,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

impl Record {
    /// When it was put there: when somebody pressed the button that caused it.
    pub fn created_at(&self) -> DateTime<Utc> {
        from_ms(self.created_at)
    }
}

pub async fn find(conn: &mut AnyConnection, id: OutboxId) -> anyhow::Result<Option<Record>> {
    let row = sqlx::query_as(
        "SELECT id, dedupe_key, chat, letter, state, reason, message, created_at, ended_at FROM outbox WHERE id = $1",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    Ok(row)
}

pub async fn find_by_key(conn: &mut AnyConnection, dedupe_key: &str) -> anyhow::Result<Option<Record>> {
    let row = sqlx::query_as(
        "SELECT id, dedupe_key, chat, letter, state, reason, message, created_at, ended_at FROM outbox WHERE dedupe_key = $1",
    )
    .bind(dedupe_key)
    .fetch_optional(conn)
    .await?;
    Ok(row)
}

/// Everything that ever left or is to leave, oldest first.
pub async fn list(conn: &mut AnyConnection) -> anyhow::Result<Vec<Record>> {
    let rows = sqlx::query_as(
        "SELECT id, dedupe_key, chat, letter, state, reason, message, created_at, ended_at FROM outbox ORDER BY id",
    )
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// What was sent without being asked for in a stretch of time, the end excluded, in the order of sending.
pub async fn list_sent_notices(
    conn: &mut AnyConnection,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<Vec<Record>> {
    let rows = sqlx::query_as(
        "SELECT id, dedupe_key, chat, letter, state, reason, message, created_at, ended_at FROM outbox
         WHERE state = 'sent' AND lane > 0 AND ended_at >= $1 AND ended_at < $2 ORDER BY ended_at, id",
    )
    .bind(to_ms(from))
    .bind(to_ms(until))
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// How many messages that nobody had asked for ended in a stretch of time, its end included, by the state they ended in.
pub async fn count_ended(
    conn: &mut AnyConnection,
    (after, until): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<Vec<(String, i64)>> {
    let sql = "SELECT state, COUNT(*) FROM outbox WHERE lane > 0 AND ended_at > $1 AND ended_at <= $2
               GROUP BY state ORDER BY state";
    Ok(sqlx::query_as(sql).bind(to_ms(after)).bind(to_ms(until)).fetch_all(conn).await?)
}

/// When the next queued row is due. Each lane's first row is at the head of the index that they are claimed by.
pub async fn next_due(conn: &mut AnyConnection) -> anyhow::Result<Option<DateTime<Utc>>> {
    let mut soonest: Option<i64> = None;
    for lane in Lane::ALL {
        let sql = "SELECT MIN(not_before) FROM outbox WHERE state = 'queued' AND lane = $1";
        let first: Option<i64> = sqlx::query_scalar(sql).bind(lane as i64).fetch_one(&mut *conn).await?;
        soonest = soonest.into_iter().chain(first).min();
    }
    Ok(soonest.map(from_ms))
}
