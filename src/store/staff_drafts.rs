//! Staff lists that were read and wait for the curator's word.

use super::{Tx, to_ms};
use crate::domain::ids::PersonId;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// Keeps the list that a curator sent last.
pub async fn save(tx: &mut Tx, curator: PersonId, content: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO staff_drafts (person, content, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (person) DO UPDATE SET content = excluded.content, created_at = excluded.created_at",
    )
    .bind(curator.0)
    .bind(content)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub async fn find(conn: &mut AnyConnection, curator: PersonId) -> anyhow::Result<Option<String>> {
    let content = sqlx::query_scalar("SELECT content FROM staff_drafts WHERE person = $1")
        .bind(curator.0)
        .fetch_optional(conn)
        .await?;
    Ok(content)
}

pub async fn delete(tx: &mut Tx, curator: PersonId) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM staff_drafts WHERE person = $1").bind(curator.0).execute(&mut **tx).await?;
    Ok(())
}
