//! Where each chat stands: the current screen is a row.

use super::{Tx, to_ms};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// A chat's place in the conversation.
#[derive(sqlx::FromRow)]
pub struct Session {
    /// `chat::State` as JSON.
    pub state: String,
    /// Grows with each change of the state; buttons carry it.
    pub version: i64,
    /// The message that shows the current screen; '' when not known.
    pub message: String,
}

pub async fn find(conn: &mut AnyConnection, chat: &str) -> anyhow::Result<Option<Session>> {
    let row = sqlx::query_as("SELECT state, version, message FROM sessions WHERE chat = $1")
        .bind(chat)
        .fetch_optional(conn)
        .await?;
    Ok(row)
}

pub async fn save(tx: &mut Tx, chat: &str, session: &Session, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO sessions (chat, state, version, message, updated_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (chat) DO UPDATE
         SET state = excluded.state, version = excluded.version, message = excluded.message,
             updated_at = excluded.updated_at",
    )
    .bind(chat)
    .bind(&session.state)
    .bind(session.version)
    .bind(&session.message)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes which message shows the screen of this version, unless the chat has moved on.
pub async fn note_message(tx: &mut Tx, chat: &str, version: i64, message: &str) -> anyhow::Result<()> {
    sqlx::query("UPDATE sessions SET message = $3 WHERE chat = $1 AND version = $2")
        .bind(chat)
        .bind(version)
        .bind(message)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
