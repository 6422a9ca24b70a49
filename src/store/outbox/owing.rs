//! Owing somebody a message: the envelope of everything that is not the answer to an update is filled in here.

use super::{Envelope, enqueue};
use crate::domain::ids::PersonId;
use crate::domain::notice::{Class, Lane};
use crate::store::{Tx, accounts};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// How something owed travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Postage {
    lane: Lane,
    class: Class,
    /// `None` is at once.
    not_before: Option<DateTime<Utc>>,
    expires_at: Option<DateTime<Utc>>,
}

impl Postage {
    /// To one person, who is not waiting for it.
    pub const NOTICE: Self = Self::new(Lane::Notice, Class::Repeatable);
    /// To one person, who is waiting for it, e.g. for a file.
    pub const ANSWER: Self = Self::new(Lane::Answer, Class::Repeatable);
    /// To the channel: never twice.
    pub const PUBLIC: Self = Self::new(Lane::Broadcast, Class::NeverRepeat);

    const fn new(lane: Lane, class: Class) -> Self {
        Self { lane, class, not_before: None, expires_at: None }
    }

    /// The same, not before this instant.
    #[must_use]
    pub fn at(self, not_before: DateTime<Utc>) -> Self {
        Self { not_before: Some(not_before), ..self }
    }

    /// The same, of no use from this instant on.
    #[must_use]
    pub fn until(self, expires_at: DateTime<Utc>) -> Self {
        Self { expires_at: Some(expires_at), ..self }
    }
}

/// Owes a letter (`text::Letter`) to a chat or channel; `false` when the same thing, by its key, is there already.
pub async fn owe(
    tx: &mut Tx,
    (chat, dedupe_key): (&str, &str),
    letter: &(impl Serialize + Sync),
    postage: Postage,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let letter = serde_json::to_string(letter)?;
    let envelope = Envelope {
        dedupe_key,
        chat,
        lane: postage.lane,
        class: postage.class,
        letter: &letter,
        not_before: postage.not_before.unwrap_or(now),
        expires_at: postage.expires_at,
    };
    Ok(enqueue(tx, &envelope, now).await?.is_some())
}

/// Owes a letter to a person, in the chat where they can be written to; `false` when they have none, or when the same
/// thing is there already.
pub async fn owe_person(
    tx: &mut Tx,
    (person, dedupe_key): (PersonId, &str),
    letter: &(impl Serialize + Sync),
    postage: Postage,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    match accounts::chat_of(tx, person).await? {
        Some(chat) => owe(tx, (&chat, dedupe_key), letter, postage, now).await,
        None => Ok(false),
    }
}
