//! A person's identity in a messenger.

use super::{Tx, from_ms, to_ms};
use crate::domain::ids::{OrganisationId, PersonId};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::HashSet;

/// A chat that has written to the bot.
#[derive(sqlx::FromRow)]
pub struct Account {
    pub person: Option<i64>,
    /// Locale code of this chat.
    pub locale: String,
    pub unreachable_at: Option<i64>,
}

pub async fn find(conn: &mut AnyConnection, chat: &str) -> anyhow::Result<Option<Account>> {
    let row = sqlx::query_as("SELECT person, locale, unreachable_at FROM accounts WHERE chat = $1")
        .bind(chat)
        .fetch_optional(conn)
        .await?;
    Ok(row)
}

/// Ties a chat to a person; `false` when another chat has chosen that person meanwhile, or the list has them no more.
pub async fn claim(
    tx: &mut Tx,
    chat: &str,
    person: PersonId,
    locale: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    // Two who choose one name at the same moment wait for each other here.
    let listed = sqlx::query("UPDATE people SET archived_at = NULL WHERE id = $1 AND archived_at IS NULL")
        .bind(person.0)
        .execute(&mut **tx)
        .await?;
    if listed.rows_affected() == 0 {
        return Ok(false);
    }
    let taken: Option<i64> = sqlx::query_scalar("SELECT 1 FROM accounts WHERE person = $1 AND chat <> $2")
        .bind(person.0)
        .bind(chat)
        .fetch_optional(&mut **tx)
        .await?;
    if taken.is_some() {
        return Ok(false);
    }
    sqlx::query(
        "INSERT INTO accounts (chat, person, locale, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (chat) DO UPDATE SET person = excluded.person, unreachable_at = NULL, unreachable_reason = ''",
    )
    .bind(chat)
    .bind(person.0)
    .bind(locale)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(true)
}

/// Frees a person on the staff list, e.g. when the wrong colleague chose the name.
pub async fn release(tx: &mut Tx, person: PersonId) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM accounts WHERE person = $1").bind(person.0).execute(&mut **tx).await?;
    Ok(())
}

/// Those of an organisation who have chosen themselves from the staff list.
pub async fn list_joined(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<HashSet<PersonId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT a.person FROM accounts a JOIN people p ON p.id = a.person
         WHERE p.organisation = $1 AND p.archived_at IS NULL",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

/// Keeps the language that a chat has chosen.
pub async fn set_locale(tx: &mut Tx, chat: &str, locale: &str) -> anyhow::Result<()> {
    sqlx::query("UPDATE accounts SET locale = $2 WHERE chat = $1").bind(chat).bind(locale).execute(&mut **tx).await?;
    Ok(())
}

/// The chat in which a person can be written to.
pub async fn chat_of(conn: &mut AnyConnection, person: PersonId) -> anyhow::Result<Option<String>> {
    let chat = sqlx::query_scalar("SELECT chat FROM accounts WHERE person = $1 ORDER BY created_at LIMIT 1")
        .bind(person.0)
        .fetch_optional(conn)
        .await?;
    Ok(chat)
}

/// Everybody on an organisation's staff list who can be written to now, with the chat.
pub async fn list_reachable(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
) -> anyhow::Result<Vec<(PersonId, String)>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "SELECT a.person, a.chat FROM accounts a JOIN people p ON p.id = a.person
         WHERE p.organisation = $1 AND p.archived_at IS NULL AND a.unreachable_at IS NULL ORDER BY a.created_at DESC",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(person, chat)| (person.into(), chat)).collect())
}

/// Notes that a chat cannot be written to, with the messenger's reason.
pub async fn mark_unreachable(tx: &mut Tx, chat: &str, reason: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query("UPDATE accounts SET unreachable_at = $2, unreachable_reason = $3 WHERE chat = $1")
        .bind(chat)
        .bind(to_ms(now))
        .bind(reason)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Somebody who writes can be written to again.
pub async fn mark_reachable(tx: &mut Tx, chat: &str) -> anyhow::Result<()> {
    sqlx::query("UPDATE accounts SET unreachable_at = NULL, unreachable_reason = '' WHERE chat = $1")
        .bind(chat)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Somebody on the staff list whom the bot cannot write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreached {
    pub person: PersonId,
    pub full_name: String,
    /// Since when; `None` for somebody who never came.
    pub blocked_at: Option<DateTime<Utc>>,
}

/// Everybody on the staff list who cannot be written to, by name.
pub async fn list_unreached(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Vec<Unreached>> {
    let rows: Vec<(i64, String, Option<i64>)> = sqlx::query_as(
        "SELECT p.id, p.full_name, MAX(a.unreachable_at) FROM people p LEFT JOIN accounts a ON a.person = p.id
         WHERE p.organisation = $1 AND p.archived_at IS NULL
         GROUP BY p.id, p.full_name
         HAVING COUNT(CASE WHEN a.chat IS NOT NULL AND a.unreachable_at IS NULL THEN 1 END) = 0
         ORDER BY p.full_name, p.id",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    let one = |(person, full_name, at): (i64, String, Option<i64>)| {
        let blocked_at = at.map(from_ms);
        Unreached { person: person.into(), full_name, blocked_at }
    };
    Ok(rows.into_iter().map(one).collect())
}
