//! Owing somebody a message: the envelope of everything that is not the answer to an update is filled in here.

use super::{Envelope, enqueue};
use crate::domain::ids::PersonId;
use crate::domain::notice::{Class, Lane, Notice, Timing};
use crate::store::{Tx, accounts, quiet};
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
    /// Whether it waits for the end of a person's quiet hours.
    by_day: bool,
}

impl Postage {
    /// To one person, who is not waiting for it.
    pub const NOTICE: Self = Self::new(Lane::Notice, Class::Repeatable);
    /// To one person, who is waiting for it, e.g. for a file.
    pub const ANSWER: Self = Self::new(Lane::Answer, Class::Repeatable);
    /// To the channel: never twice.
    pub const PUBLIC: Self = Self::new(Lane::Broadcast, Class::NeverRepeat);

    const fn new(lane: Lane, class: Class) -> Self {
        Self { lane, class, not_before: None, expires_at: None, by_day: false }
    }

    /// To one person who is not at the bot now: not at night, unless the notice is worth it.
    pub fn of(notice: &Notice) -> Self {
        Self { by_day: notice.timing() != Timing::AnyHour, ..Self::NOTICE }
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
    let Some(chat) = accounts::chat_of(tx, person).await? else {
        return Ok(false);
    };
    let postage = if postage.by_day { postage.at(quiet::over_for(tx, person, now).await?) } else { postage };
    owe(tx, (&chat, dedupe_key), letter, postage, now).await
}
