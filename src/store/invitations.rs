//! Invitations: only a digest of the code is kept.

use super::{Tx, to_ms};
use crate::domain::ids::OrganisationId;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// An invitation that opens now.
#[derive(sqlx::FromRow)]
pub struct Invitation {
    /// 'curator' or 'staff'.
    pub purpose: String,
    pub organisation: Option<i64>,
}

/// What is stored in place of a code.
fn digest(code: &str) -> String {
    Sha256::digest(code.as_bytes())
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

pub async fn insert(
    tx: &mut Tx,
    code: &str,
    purpose: &str,
    organisation: Option<OrganisationId>,
    (now, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO invitations (digest, purpose, organisation, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(digest(code))
    .bind(purpose)
    .bind(organisation.map(|id| id.0))
    .bind(to_ms(now))
    .bind(to_ms(expires_at))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The invitation behind a code, while it is neither used up nor too old.
pub async fn find_open(
    tx: &mut Tx,
    code: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Invitation>> {
    let row = sqlx::query_as(
        "SELECT purpose, organisation FROM invitations WHERE digest = $1 AND used_at IS NULL AND expires_at > $2",
    )
    .bind(digest(code))
    .bind(to_ms(now))
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row)
}

/// Uses up a one-time code; `false` when somebody was quicker.
pub async fn use_up(tx: &mut Tx, code: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let done =
        sqlx::query("UPDATE invitations SET used_at = $2 WHERE digest = $1 AND used_at IS NULL")
            .bind(digest(code))
            .bind(to_ms(now))
            .execute(&mut **tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends every open invitation of a purpose, so that a newly printed one is the only one.
pub async fn close_all(
    tx: &mut Tx,
    purpose: &str,
    organisation: Option<OrganisationId>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "UPDATE invitations SET used_at = $3
         WHERE purpose = $1 AND COALESCE(organisation, 0) = $2 AND used_at IS NULL",
    )
    .bind(purpose)
    .bind(organisation.map_or(0, |id| id.0))
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}
