//! Updates: stored before the messenger is told that we have them.

use super::{PORTIONS, Tx, from_ms, to_ms};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AnyConnection;
use std::collections::HashSet;

/// How often an update is tried before it is put aside.
pub const ATTEMPTS: i64 = 3;

/// A stored update that waits for its turn.
#[derive(sqlx::FromRow)]
pub struct Waiting {
    pub update_id: i64,
    /// Our order of arrival.
    pub seq: i64,
    /// The chat whose order it keeps.
    pub lane: String,
    /// The update as it came.
    pub raw: String,
    pub attempts: i64,
}

/// Keeps an update; `None` when it is known already.
pub async fn insert(
    tx: &mut Tx,
    bot: &str,
    (update_id, lane, raw): (i64, &str, &str),
    now: DateTime<Utc>,
) -> anyhow::Result<Option<i64>> {
    let update = (update_id, lane.to_owned(), raw.to_owned());
    let new = insert_all(tx, bot, [update], now).await?;
    Ok(new.first().map(|update| update.seq))
}

/// Keeps updates, each with its number, its lane and its text; returns those that were not known already.
pub async fn insert_all(
    tx: &mut Tx,
    bot: &str,
    updates: impl IntoIterator<Item = (i64, String, String)>,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Waiting>> {
    let mut waiting: Vec<Waiting> = updates
        .into_iter()
        .map(|(update_id, lane, raw)| Waiting { update_id, seq: tx.next_id(now), lane, raw, attempts: 0 })
        .collect();
    let mut new = HashSet::with_capacity(waiting.len());
    let mut rest = waiting.as_slice();
    while let Some(size) = PORTIONS.into_iter().find(|size| *size <= rest.len()) {
        let (portion, after) = rest.split_at(size);
        new.extend(insert_portion(tx, bot, portion, now).await?);
        rest = after;
    }
    waiting.retain(|update| new.remove(&update.update_id));
    Ok(waiting)
}

/// Keeps some updates in one statement; returns the numbers of the new ones.
async fn insert_portion(tx: &mut Tx, bot: &str, portion: &[Waiting], now: DateTime<Utc>) -> anyhow::Result<Vec<i64>> {
    // The same for all: $1 and $2; then four of each.
    let values: Vec<String> = (0..portion.len())
        .map(|place| 3 + place * 4)
        .map(|at| format!("($1, ${at}, ${}, ${}, ${}, $2)", at + 1, at + 2, at + 3))
        .collect();
    let sql = format!(
        "INSERT INTO inbox (bot, update_id, seq, lane, raw, received_at) VALUES {}
         ON CONFLICT (bot, update_id) DO NOTHING RETURNING update_id",
        values.join(", ")
    );
    // Numbers of parameters are all that was put into the text.
    let mut query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(bot).bind(to_ms(now));
    for update in portion {
        query = query.bind(update.update_id).bind(update.seq).bind(&update.lane).bind(&update.raw);
    }
    Ok(query.fetch_all(&mut **tx).await?)
}

/// What was stored but not handled, oldest first: the work of a process that was killed.
pub async fn list_waiting(conn: &mut AnyConnection, bot: &str) -> anyhow::Result<Vec<Waiting>> {
    let rows = sqlx::query_as(
        "SELECT update_id, seq, lane, raw, attempts FROM inbox WHERE bot = $1 AND done_at IS NULL ORDER BY seq",
    )
    .bind(bot)
    .fetch_all(conn)
    .await?;
    Ok(rows)
}

/// Marks an update as handled; `false` when it already was, and its effects must not happen again.
pub async fn finish(tx: &mut Tx, bot: &str, update_id: i64, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let done = sqlx::query("UPDATE inbox SET done_at = $3 WHERE bot = $1 AND update_id = $2 AND done_at IS NULL")
        .bind(bot)
        .bind(update_id)
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Counts a failed try; returns how many there have been.
pub async fn count_attempt(tx: &mut Tx, bot: &str, update_id: i64) -> anyhow::Result<i64> {
    let attempts = sqlx::query_scalar(
        "UPDATE inbox SET attempts = attempts + 1 WHERE bot = $1 AND update_id = $2 RETURNING attempts",
    )
    .bind(bot)
    .bind(update_id)
    .fetch_one(&mut **tx)
    .await?;
    Ok(attempts)
}

/// Puts an update aside for good, under an incident number that the user was told.
pub async fn quarantine(
    tx: &mut Tx,
    bot: &str,
    update_id: i64,
    incident: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query("UPDATE inbox SET done_at = $3, quarantine = $4 WHERE bot = $1 AND update_id = $2")
        .bind(bot)
        .bind(update_id)
        .bind(to_ms(now))
        .bind(incident)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Forgets the text of updates handled more than a day ago (quarantined ones: a week).
pub async fn forget_handled(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let done = sqlx::query(
        "DELETE FROM inbox WHERE (quarantine = '' AND done_at < $1) OR (quarantine <> '' AND done_at < $2)",
    )
    .bind(to_ms(now - TimeDelta::days(2)))
    .bind(to_ms(now - TimeDelta::days(7)))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}

/// When the newest update arrived: `doctor` and the longest outage are read from it.
pub async fn last_received(conn: &mut AnyConnection, bot: &str) -> anyhow::Result<Option<DateTime<Utc>>> {
    let ms: Option<i64> =
        sqlx::query_scalar("SELECT MAX(received_at) FROM inbox WHERE bot = $1").bind(bot).fetch_one(conn).await?;
    Ok(ms.map(from_ms))
}
