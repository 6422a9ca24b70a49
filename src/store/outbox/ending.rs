//! What becomes of a row.

use super::End;
use crate::domain::ids::OutboxId;
use crate::store::{PORTIONS, Tx, to_ms};
use chrono::{DateTime, TimeDelta, Utc};

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

/// Forgets answers that were sent more than a day ago, and everything else after thirty days.
pub async fn forget_ended(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let done = sqlx::query("DELETE FROM outbox WHERE ended_at < $2 OR (lane = 0 AND state = 'sent' AND ended_at < $1)")
        .bind(to_ms(now - TimeDelta::days(1)))
        .bind(to_ms(now - TimeDelta::days(30)))
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected())
}
