//! A plan carried out: which dated instances go, move and come.

use super::find;
use crate::domain::ids::{OccurrenceId, PairId};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::occurrences::DueOccurrence;
use crate::domain::roadmap::replan::Replan;
use crate::store::{Tx, digest_lines, wakings};
use chrono::{DateTime, NaiveDate, Utc};

/// Carries a plan out for one row, or for one pair of a row that comes with the pairs' ends.
pub async fn apply(
    tx: &mut Tx,
    (row, pair): (&Activity, Option<PairId>),
    plan: &Replan,
    (today, now): (NaiveDate, DateTime<Utc>),
) -> anyhow::Result<()> {
    for id in &plan.drop {
        drop_open(tx, *id).await?;
    }
    leave_days(tx, plan).await?;
    for (id, to) in &plan.shift {
        arrive(tx, (*id, to), (row, pair)).await?;
        digest_lines::forget_after_due(tx, *id, now).await?;
        wakings::look_at(tx, *id, today).await?;
    }
    for (id, to) in &plan.anew {
        arrive(tx, (*id, to), (row, pair)).await?;
        digest_lines::forget_marks(tx, *id, now).await?;
        wakings::begin(tx, *id).await?;
    }
    for one in &plan.add {
        insert(tx, (row, pair), one, now).await?;
    }
    Ok(())
}

/// An open occurrence is not there any more. One for which something was given is set aside with it, and comes back
/// when its day is planned again.
async fn drop_open(tx: &mut Tx, id: OccurrenceId) -> anyhow::Result<()> {
    for sql in [
        "UPDATE occurrences SET state = 'dropped', version = version + 1
         WHERE id = $1 AND state = 'open'
           AND EXISTS (SELECT 1 FROM evidence e WHERE e.occurrence = occurrences.id AND e.withdrawn_at IS NULL)",
        // What was given for the others was withdrawn.
        "DELETE FROM evidence
         WHERE occurrence = $1 AND occurrence IN (SELECT id FROM occurrences WHERE state = 'open')",
        "DELETE FROM occurrences WHERE id = $1 AND state = 'open'",
    ] {
        sqlx::query(sql).bind(id.0).execute(&mut **tx).await?;
    }
    // One that was not open goes on as it was.
    if find(tx, id).await?.is_none() { wakings::end(tx, id).await } else { Ok(()) }
}

/// All that move leave their days first: one may move to where another stands.
async fn leave_days(tx: &mut Tx, plan: &Replan) -> anyhow::Result<()> {
    for (id, _) in plan.moves() {
        sqlx::query("UPDATE occurrences SET official_due = $2 WHERE id = $1 AND state = 'open'")
            .bind(id.0)
            .bind(format!("moving {id}"))
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// An open occurrence comes to another day. What was set aside there becomes part of it.
async fn arrive(
    tx: &mut Tx,
    (id, to): (OccurrenceId, &DueOccurrence),
    (row, pair): (&Activity, Option<PairId>),
) -> anyhow::Result<()> {
    const ASIDE: &str = "(SELECT id FROM occurrences
         WHERE activity = $2 AND pair = $3 AND official_due = $4 AND state = 'dropped')";
    let pair = pair.map_or(0, |pair| pair.0);
    let day = to.official_due.to_string();
    for sql in [
        format!("UPDATE evidence SET occurrence = $1 WHERE occurrence IN {ASIDE}"),
        format!("DELETE FROM occurrences WHERE id <> $1 AND id IN {ASIDE}"),
    ] {
        let aside = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.0).bind(row.id.0).bind(pair).bind(day.clone());
        aside.execute(&mut **tx).await?;
    }
    sqlx::query(
        "UPDATE occurrences SET official_due = $2, due = $3, version = version + 1 WHERE id = $1 AND state = 'open'",
    )
    .bind(id.0)
    .bind(day)
    .bind(to.due.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A new day, or one that was set aside and comes back.
async fn insert(
    tx: &mut Tx,
    (row, pair): (&Activity, Option<PairId>),
    one: &DueOccurrence,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO occurrences (id, activity, pair, organisation, official_due, due, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'open')
         ON CONFLICT (activity, pair, official_due) DO UPDATE
         SET state = 'open', due = excluded.due, version = occurrences.version + 1
         WHERE occurrences.state = 'dropped'
         RETURNING id",
    )
    .bind(tx.next_id(now))
    .bind(row.id.0)
    .bind(pair.map_or(0, |pair| pair.0))
    .bind(row.organisation.0)
    .bind(one.official_due.to_string())
    .bind(one.due.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    // A day that is there already goes on as it was.
    let Some(id) = id else { return Ok(()) };
    wakings::begin(tx, OccurrenceId(id)).await
}
