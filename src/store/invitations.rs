//! Invitations: only a digest of the code is kept.

use super::{Tx, from_ms, to_ms};
use crate::domain::ids::OrganisationId;
use chrono::{DateTime, TimeDelta, Utc};
use rand::seq::IndexedRandom;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

/// Letters and digits that nobody mixes up on a printed sheet; safe in a link.
const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
/// Twenty of 31 signs: 99 bits.
const CODE_LEN: usize = 20;
/// Wrong codes that one chat may try within [`guessing_time`].
const GUESSES: i64 = 5;

/// What an invitation opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitation {
    /// Makes its one user the curator of a new organisation; 24 hours.
    Curator,
    /// Lets the staff choose themselves from the list; many uses, 14 days.
    Staff(OrganisationId),
    /// Puts one organisation under a municipal centre, by its curator's word; one use, 14 days.
    Member(OrganisationId),
}

impl Invitation {
    fn purpose(self) -> &'static str {
        match self {
            Self::Curator => "curator",
            Self::Staff(_) => "staff",
            Self::Member(_) => "member",
        }
    }

    /// The organisation as stored; 0 where there is none yet.
    fn organisation(self) -> Option<i64> {
        match self {
            Self::Curator => None,
            Self::Staff(organisation) | Self::Member(organisation) => Some(organisation.0),
        }
    }

    fn lifetime(self) -> TimeDelta {
        match self {
            Self::Curator => TimeDelta::hours(24),
            Self::Staff(_) | Self::Member(_) => TimeDelta::days(14),
        }
    }
}

/// A fresh invitation: the only time that its code is known. `Debug` hides the code.
pub struct Issued {
    pub code: String,
    pub expires_at: DateTime<Utc>,
}

impl std::fmt::Debug for Issued {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Issued").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// Makes an invitation. Earlier open ones of the same kind end, so that the newest link is the only one; but a centre
/// invites many organisations at once, each by a link of its own.
pub async fn issue(tx: &mut Tx, invitation: Invitation, now: DateTime<Utc>) -> anyhow::Result<Issued> {
    if !matches!(invitation, Invitation::Member(_)) {
        close_all(tx, invitation, now).await?;
    }
    let issued = Issued { code: new_code(), expires_at: now + invitation.lifetime() };
    sqlx::query(
        "INSERT INTO invitations (digest, purpose, organisation, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(digest(&issued.code))
    .bind(invitation.purpose())
    .bind(invitation.organisation())
    .bind(to_ms(now))
    .bind(to_ms(issued.expires_at))
    .execute(&mut **tx)
    .await?;
    Ok(issued)
}

fn new_code() -> String {
    let mut dice = rand::rng();
    (0..CODE_LEN).filter_map(|_| SIGNS.choose(&mut dice)).map(|sign| char::from(*sign)).collect()
}

/// Whether a text could be a code: what could not is not looked up.
pub fn looks_like_code(text: &str) -> bool {
    text.len() == CODE_LEN && text.bytes().all(|sign| SIGNS.contains(&sign))
}

/// What is stored in place of a code.
pub fn digest(code: &str) -> String {
    Sha256::digest(code.as_bytes()).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// What the code with this digest opens, while it is neither used up nor too old.
pub async fn find_open(
    conn: &mut AnyConnection,
    digest: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Invitation>> {
    let row: Option<(String, Option<i64>)> = sqlx::query_as(
        "SELECT purpose, organisation FROM invitations
         WHERE digest = $1 AND used_at IS NULL AND expires_at > $2",
    )
    .bind(digest)
    .bind(to_ms(now))
    .fetch_optional(conn)
    .await?;
    Ok(row.and_then(|(purpose, organisation)| match (purpose.as_str(), organisation) {
        ("curator", None) => Some(Invitation::Curator),
        ("staff", Some(organisation)) => Some(Invitation::Staff(organisation.into())),
        ("member", Some(centre)) => Some(Invitation::Member(centre.into())),
        _ => None,
    }))
}

/// Uses up a one-time code; `false` when somebody was quicker.
pub async fn use_up(tx: &mut Tx, digest: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let done =
        sqlx::query("UPDATE invitations SET used_at = $2 WHERE digest = $1 AND used_at IS NULL AND expires_at > $2")
            .bind(digest)
            .bind(to_ms(now))
            .execute(&mut **tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

async fn close_all(tx: &mut Tx, invitation: Invitation, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "UPDATE invitations SET used_at = $3
         WHERE purpose = $1 AND COALESCE(organisation, 0) = $2 AND used_at IS NULL",
    )
    .bind(invitation.purpose())
    .bind(invitation.organisation().unwrap_or(0))
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// When the organisation's open staff link was made and when it ends; `None` when no link is open.
pub async fn find_staff_link(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<(DateTime<Utc>, DateTime<Utc>)>> {
    let row: Option<(i64, i64)> = sqlx::query_as(
        "SELECT created_at, expires_at FROM invitations
         WHERE purpose = 'staff' AND organisation = $1 AND used_at IS NULL AND expires_at > $2",
    )
    .bind(organisation.0)
    .bind(to_ms(now))
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|(made, ends)| (from_ms(made), from_ms(ends))))
}

/// How long wrong codes of a chat are remembered.
fn guessing_time() -> TimeDelta {
    TimeDelta::hours(1)
}

/// Whether a chat has tried so many wrong codes that another one is not even looked up.
pub async fn is_guessing(conn: &mut AnyConnection, chat: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let times: Option<i64> = sqlx::query_scalar("SELECT times FROM wrong_codes WHERE chat = $1 AND since > $2")
        .bind(chat)
        .bind(to_ms(now - guessing_time()))
        .fetch_optional(conn)
        .await?;
    Ok(times.is_some_and(|times| times >= GUESSES))
}

/// Counts a wrong code; an hour after the first one the counting begins anew.
pub async fn count_wrong(tx: &mut Tx, chat: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO wrong_codes (chat, since, times) VALUES ($1, $2, 1)
         ON CONFLICT (chat) DO UPDATE
         SET times = CASE WHEN wrong_codes.since > $3 THEN wrong_codes.times + 1 ELSE 1 END,
             since = CASE WHEN wrong_codes.since > $3 THEN wrong_codes.since ELSE excluded.since END",
    )
    .bind(chat)
    .bind(to_ms(now))
    .bind(to_ms(now - guessing_time()))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_long_and_fit_a_link() {
        let code = new_code();
        assert!(looks_like_code(&code), "{code}");
        assert_ne!(code, new_code());
        for junk in ["", "admin", "' OR 1=1 --", "ABCDEFGHJKLMNPQRSTUV", &format!("{code}a")] {
            assert!(!looks_like_code(junk), "{junk}");
        }
    }
}
