//! Everything that leaves the bot is a row first.

mod claim;
mod ending;
mod looking;
mod owing;

pub use claim::{claim_due, claim_interrupted, release_leases};
pub use ending::{Sent, confirm_sent, forget_ended, postpone, record, record_sent, send_again, withdraw};
pub use looking::{Record, count_ended, find, find_by_key, list, list_sent_notices, next_due};
pub use owing::{Postage, owe, owe_person};

use super::{Tx, many, to_ms};
use crate::domain::ids::OutboxId;
use crate::domain::notice::{Class, Lane};
use chrono::{DateTime, TimeDelta, Utc};

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

/// Queues many things; returns how many were not there already.
pub async fn enqueue_many(tx: &mut Tx, envelopes: &[Envelope<'_>], now: DateTime<Utc>) -> anyhow::Result<u64> {
    let rows: Vec<_> = envelopes.iter().map(|envelope| (tx.next_id(now), envelope)).collect();
    let sql = |values: &str| {
        format!(
            "INSERT INTO outbox (id, dedupe_key, chat, lane, class, letter, created_at, not_before, expires_at, state)
             VALUES {values} ON CONFLICT (dedupe_key) DO NOTHING"
        )
    };
    let queued = many::execute(tx, (&rows, 10), sql, |statement, (id, envelope)| {
        statement
            .bind(*id)
            .bind(envelope.dedupe_key.to_owned())
            .bind(envelope.chat.to_owned())
            .bind(envelope.lane as i64)
            .bind(envelope.class.code())
            .bind(envelope.letter.to_owned())
            .bind(to_ms(now))
            .bind(to_ms(envelope.not_before))
            .bind(envelope.expires_at.map(to_ms))
            .bind("queued")
    })
    .await?;
    tx.count_queued();
    Ok(queued)
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
