//! Everything that leaves the bot is a row first.

use super::{PORTIONS, Tx, from_ms, to_ms};
use crate::domain::ids::OutboxId;
use crate::domain::notice::{Class, Lane};
use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AnyConnection;

/// How long one sending may take before the row counts as left in the middle.
pub const LEASE: TimeDelta = TimeDelta::seconds(60);

/// Something to be sent.
pub struct Envelope<'a> {
    /// Says what it is, to whom and for which day: a second one is the same one.
    pub dedupe_key: &'a str,
    pub chat: &'a str,
    pub lane: Lane,
    pub class: Class,
    /// `text::Letter` as JSON.
    pub letter: &'a str,
    pub not_before: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
}

/// A row whose sending is ours until the lease runs out.
#[derive(Debug, Clone)]
pub struct Claimed {
    pub id: OutboxId,
    pub chat: String,
    pub class: Class,
    pub letter: String,
    pub attempts: i64,
    pub expires_at: Option<DateTime<Utc>>,
    /// Its last sending was cut off in the middle: it may have been sent.
    pub interrupted: bool,
}

/// How a row ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Sent,
    Obsolete,
    Expired,
    Unreachable,
    Failed,
    Unknown,
}

impl End {
    fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Obsolete => "obsolete",
            Self::Expired => "expired",
            Self::Unreachable => "unreachable",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

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

async fn insert(
    tx: &mut Tx,
    envelope: &Envelope<'_>,
    (state, lease_until): (&str, Option<DateTime<Utc>>),
    now: DateTime<Utc>,
) -> anyhow::Result<Option<OutboxId>> {
    let id = tx.next_id(now);
    let done = sqlx::query(
        "INSERT INTO outbox (id, dedupe_key, chat, lane, class, letter, created_at, not_before, expires_at, state, lease_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (dedupe_key) DO NOTHING",
    )
    .bind(id)
    .bind(envelope.dedupe_key)
    .bind(envelope.chat)
    .bind(envelope.lane as i64)
    .bind(envelope.class.code())
    .bind(envelope.letter)
    .bind(to_ms(now))
    .bind(to_ms(envelope.not_before))
    .bind(envelope.expires_at.map(to_ms))
    .bind(state)
    .bind(lease_until.map(to_ms))
    .execute(&mut **tx)
    .await?;
    Ok((done.rows_affected() == 1).then_some(OutboxId(id)))
}

/// Queues something; `None` when the same thing is there already.
pub async fn enqueue(tx: &mut Tx, envelope: &Envelope<'_>, now: DateTime<Utc>) -> anyhow::Result<Option<OutboxId>> {
    tx.count_queued();
    insert(tx, envelope, ("queued", None), now).await
}

/// Stores an answer that its maker sends at once, as soon as the unit of work is committed.
pub async fn insert_claimed(
    tx: &mut Tx,
    envelope: &Envelope<'_>,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Claimed>> {
    let id = insert(tx, envelope, ("sending", Some(now + LEASE)), now).await?;
    Ok(id.map(|id| Claimed {
        id,
        chat: envelope.chat.to_owned(),
        class: envelope.class,
        letter: envelope.letter.to_owned(),
        attempts: 0,
        expires_at: envelope.expires_at,
        interrupted: false,
    }))
}

/// Takes up to `limit` due rows of the lanes up to `lane` for sending, urgent lanes first.
pub async fn claim_due(tx: &mut Tx, (lane, limit): (Lane, i64), now: DateTime<Utc>) -> anyhow::Result<Vec<Claimed>> {
    let mut rows: Vec<OutboxRow> = sqlx::query_as(
        "UPDATE outbox SET state = 'sending', lease_until = $3
         WHERE id IN (SELECT id FROM outbox WHERE state = 'queued' AND not_before <= $1 AND lane <= $4
                      ORDER BY lane, not_before, id LIMIT $2)
         RETURNING id, chat, class, letter, attempts, expires_at, 0 + 0 * lane AS interrupted",
    )
    .bind(to_ms(now))
    .bind(limit)
    .bind(to_ms(now + LEASE))
    .bind(lane as i64)
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

/// Ends a row, with the sent message or the reason.
pub async fn record(
    tx: &mut Tx,
    id: OutboxId,
    end: End,
    (message, reason): (&str, &str),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "UPDATE outbox SET state = $2, message = $3, reason = $4, ended_at = $5, lease_until = NULL, attempts = attempts + 1
         WHERE id = $1",
    )
    .bind(id.0)
    .bind(end.code())
    .bind(message)
    .bind(reason)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A row that was sent, and the message that it became.
#[derive(Debug, Clone)]
pub struct Sent {
    pub id: OutboxId,
    pub message: String,
}

/// Ends rows that were sent, many in one statement.
pub async fn record_sent(tx: &mut Tx, sent: &[Sent], now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut rest = sent;
    while let Some(size) = PORTIONS.into_iter().find(|size| *size <= rest.len()) {
        let (portion, after) = rest.split_at(size);
        record_portion(tx, portion, now).await?;
        rest = after;
    }
    Ok(())
}

async fn record_portion(tx: &mut Tx, portion: &[Sent], now: DateTime<Utc>) -> anyhow::Result<()> {
    let values: Vec<String> =
        (0..portion.len()).map(|place| format!("(CAST(${} AS BIGINT), ${})", 2 + place * 2, 3 + place * 2)).collect();
    let sql = format!(
        "WITH ready (outbox_id, shown) AS (VALUES {})
         UPDATE outbox SET state = 'sent', message = ready.shown, reason = '', ended_at = $1, lease_until = NULL,
                           attempts = attempts + 1
         FROM ready WHERE outbox.id = ready.outbox_id",
        values.join(", ")
    );
    // Numbers of parameters are all that was put into the text.
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(to_ms(now));
    for row in portion {
        query = query.bind(row.id.0).bind(&row.message);
    }
    query.execute(&mut **tx).await?;
    Ok(())
}

/// Puts a row back to be sent later.
pub async fn postpone(
    tx: &mut Tx,
    id: OutboxId,
    (until, counts): (DateTime<Utc>, bool),
    reason: &str,
) -> anyhow::Result<()> {
    sqlx::query(
        "UPDATE outbox SET state = 'queued', not_before = $2, lease_until = NULL, attempts = attempts + $3, reason = $4
         WHERE id = $1",
    )
    .bind(id.0)
    .bind(to_ms(until))
    .bind(i64::from(counts))
    .bind(reason)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The letters of rows whose key starts and ends so and that went out of date before they could be sent.
pub async fn list_outdated(
    conn: &mut AnyConnection,
    (start, end): (&str, &str),
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<String>> {
    let letters = sqlx::query_scalar(
        "SELECT letter FROM outbox
         WHERE dedupe_key LIKE $1 AND (state = 'expired' OR (state = 'queued' AND expires_at <= $2)) ORDER BY id",
    )
    .bind(format!("{start}%{end}"))
    .bind(to_ms(now))
    .fetch_all(conn)
    .await?;
    Ok(letters)
}

/// A person's word on a row that did not go out, or may not have: send it once more.
pub async fn send_again(tx: &mut Tx, id: OutboxId, now: DateTime<Utc>) -> anyhow::Result<bool> {
    tx.count_queued();
    let done = sqlx::query(
        "UPDATE outbox SET state = 'queued', not_before = $2, expires_at = NULL, ended_at = NULL
         WHERE id = $1 AND state IN ('unknown', 'failed', 'unreachable')",
    )
    .bind(id.0)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A person's word on a row of unknown outcome: it did arrive.
pub async fn confirm_sent(tx: &mut Tx, id: OutboxId, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE outbox SET state = 'sent', reason = 'seen by a person', ended_at = $2
         WHERE id = $1 AND state = 'unknown'",
    )
    .bind(id.0)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Drops what has not left yet, by its key.
pub async fn withdraw(tx: &mut Tx, dedupe_key: &str, reason: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE outbox SET state = 'obsolete', reason = $2, ended_at = $3 WHERE dedupe_key = $1 AND state = 'queued'",
    )
    .bind(dedupe_key)
    .bind(reason)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

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
    pub ended_at: Option<i64>,
}

pub async fn find(conn: &mut AnyConnection, id: OutboxId) -> anyhow::Result<Option<Record>> {
    let row = sqlx::query_as(
        "SELECT id, dedupe_key, chat, letter, state, reason, message, ended_at FROM outbox WHERE id = $1",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    Ok(row)
}

pub async fn find_by_key(conn: &mut AnyConnection, dedupe_key: &str) -> anyhow::Result<Option<Record>> {
    let row = sqlx::query_as(
        "SELECT id, dedupe_key, chat, letter, state, reason, message, ended_at FROM outbox WHERE dedupe_key = $1",
    )
    .bind(dedupe_key)
    .fetch_optional(conn)
    .await?;
    Ok(row)
}

/// Everything that ever left or is to leave, oldest first.
pub async fn list(conn: &mut AnyConnection) -> anyhow::Result<Vec<Record>> {
    let rows =
        sqlx::query_as("SELECT id, dedupe_key, chat, letter, state, reason, message, ended_at FROM outbox ORDER BY id")
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
        "SELECT id, dedupe_key, chat, letter, state, reason, message, ended_at FROM outbox
         WHERE state = 'sent' AND lane > 0 AND ended_at >= $1 AND ended_at < $2 ORDER BY ended_at, id",
    )
    .bind(to_ms(from))
    .bind(to_ms(until))
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// When the next queued row is due.
pub async fn next_due(conn: &mut AnyConnection) -> anyhow::Result<Option<DateTime<Utc>>> {
    let ms: Option<i64> =
        sqlx::query_scalar("SELECT MIN(not_before) FROM outbox WHERE state = 'queued'").fetch_one(conn).await?;
    Ok(ms.map(from_ms))
}

/// Forgets answers that were sent more than a day ago, and everything else after thirty days.
pub async fn forget_ended(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let done = sqlx::query("DELETE FROM outbox WHERE ended_at < $2 OR (lane = 0 AND state = 'sent' AND ended_at < $1)")
        .bind(to_ms(now - TimeDelta::days(1)))
        .bind(to_ms(now - TimeDelta::days(30)))
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected())
}
