//! Who looked at or changed whose data: ids and code words only.

use super::{Tx, to_ms};
use crate::domain::ids::PersonId;
use chrono::{DateTime, Utc};

/// Notes an act of a person on a subject.
pub async fn insert(
    tx: &mut Tx,
    actor: Option<PersonId>,
    (act, subject): (&str, &str),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query("INSERT INTO audit (id, at, actor, act, subject) VALUES ($1, $2, $3, $4, $5)")
        .bind(tx.next_id(now))
        .bind(to_ms(now))
        .bind(actor.map(|actor| actor.0))
        .bind(act)
        .bind(subject)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
