//! Answers, one row each: the draft is on disk after every tap.

use super::{Tx, to_ms};
use crate::domain::ids::ResponseId;
use crate::domain::questionnaire::{Answer, Answers};
use anyhow::anyhow;
use chrono::{DateTime, Utc};

/// For a `SELECT` from `responses r`: all answers of a response in one column, read by [`from_column`]. One row
/// instead of one for each question, because it is read with every tap.
macro_rules! answers_column {
    () => {
        "COALESCE((SELECT string_agg('\"' || a.question || '\":' || a.value, ',')
         FROM answers a WHERE a.response = r.id), '') AS answers"
    };
}
pub(super) use answers_column;

/// Reads the column. The error names nothing that was answered (guarantee I6).
pub(super) fn from_column(column: &str) -> anyhow::Result<Answers> {
    serde_json::from_str(&format!("{{{column}}}")).map_err(|_| anyhow!("stored answers cannot be read"))
}

/// Keeps an answer in the place of an earlier one.
pub async fn save(
    tx: &mut Tx,
    response: ResponseId,
    (question, answer): (&str, &Answer),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO answers (response, question, value, answered_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (response, question) DO UPDATE
         SET value = excluded.value, answered_at = excluded.answered_at",
    )
    .bind(response.0)
    .bind(question)
    .bind(serde_json::to_string(answer)?)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes one answer away.
pub async fn delete(tx: &mut Tx, response: ResponseId, question: &str) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM answers WHERE response = $1 AND question = $2")
        .bind(response.0)
        .bind(question)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Takes all answers of a response away.
pub async fn delete_all(tx: &mut Tx, response: ResponseId) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM answers WHERE response = $1").bind(response.0).execute(&mut **tx).await?;
    Ok(())
}
