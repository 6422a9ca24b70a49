//! A piece of news on its way to the channel: what it says, how far it has come, what may happen next.

use crate::domain::ids::{OrganisationId, PersonId, PostId};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use thiserror::Error;

/// The longest text of a post without a photo, in UTF-16 units as messengers count.
pub const LONGEST_TEXT: usize = 3_500;
/// The longest text under a photo (Bot API, `sendPhoto`), in UTF-16 units.
pub const LONGEST_CAPTION: usize = 1_024;
/// How far ahead a post may be put: a school plans one year.
const FURTHEST: TimeDelta = TimeDelta::days(366);

coded_enum! {
    /// How far a post has come.
    pub enum PostState {
        Draft = "draft",
        /// Waits for its time, or is on its way.
        Scheduled = "scheduled",
        Published = "published",
        Dropped = "dropped",
        /// It may have come out: a person has to look.
        Unknown = "unknown",
        /// It certainly did not come out.
        Failed = "failed",
    }
}

/// A piece of news or an event. `Debug` hides the text (guarantee I6).
#[derive(Clone, PartialEq, Eq)]
pub struct Post {
    pub id: PostId,
    pub organisation: OrganisationId,
    pub author: PersonId,
    pub text: String,
    /// The messenger's reference of a photo; '' when none.
    pub photo: String,
    /// The day of the event; `None` for plain news.
    pub event_on: Option<NaiveDate>,
    pub state: PostState,
    pub publish_at: Option<DateTime<Utc>>,
    /// Grows with each change a person makes; the key of its outbox row holds it.
    pub version: i64,
}

/// Why a post cannot do what was asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostError {
    #[error("a post that is {} cannot do this", .0.code())]
    WrongState(PostState),
    #[error("the time has passed")]
    Past,
    #[error("more than a year ahead")]
    TooFar,
}

impl Post {
    /// An empty draft.
    pub fn draft(id: PostId, organisation: OrganisationId, author: PersonId) -> Self {
        Self {
            id,
            organisation,
            author,
            text: String::new(),
            photo: String::new(),
            event_on: None,
            state: PostState::Draft,
            publish_at: None,
            version: 1,
        }
    }

    /// Whether its words and photo may still be changed: not while it waits, nor after it is out.
    pub fn is_open(&self) -> bool {
        matches!(self.state, PostState::Draft | PostState::Failed)
    }

    /// The dedupe key of its outbox row: a post leaves once in each version.
    pub fn outbox_key(&self) -> String {
        format!("post:{}:{}", self.id, self.version)
    }

    /// Sends it off at a time; `now` itself publishes at once. The version under which it leaves is the next one.
    pub fn schedule(self, at: DateTime<Utc>, now: DateTime<Utc>) -> Result<Self, PostError> {
        if !self.is_open() {
            return Err(PostError::WrongState(self.state));
        }
        if at < now {
            return Err(PostError::Past);
        }
        if at > now + FURTHEST {
            return Err(PostError::TooFar);
        }
        Ok(Self { state: PostState::Scheduled, publish_at: Some(at), version: self.version + 1, ..self })
    }

    /// Takes it back before its time.
    pub fn recall(self) -> Result<Self, PostError> {
        match self.state {
            PostState::Scheduled => {
                Ok(Self { state: PostState::Draft, publish_at: None, version: self.version + 1, ..self })
            }
            other => Err(PostError::WrongState(other)),
        }
    }

    /// Throws it away.
    pub fn discard(self) -> Result<Self, PostError> {
        if self.is_open() {
            let version = self.version + 1;
            return Ok(Self { state: PostState::Dropped, version, ..self });
        }
        Err(PostError::WrongState(self.state))
    }
}

impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Post")
            .field("id", &self.id)
            .field("state", &self.state)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Post {
        Post::draft(PostId(1), OrganisationId(1), PersonId(1))
    }

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap()
    }

    #[test]
    fn a_post_waits_once_and_leaves_under_a_key_of_its_own() {
        let waiting = draft().schedule(now(), now()).unwrap();
        assert_eq!(waiting.outbox_key(), "post:1:2");
        let again = waiting.clone().schedule(now(), now());
        assert_eq!(again, Err(PostError::WrongState(PostState::Scheduled)));
        let later = waiting.recall().unwrap().schedule(now(), now()).unwrap();
        assert_eq!(later.outbox_key(), "post:1:4");
    }

    #[test]
    fn what_may_have_come_out_cannot_be_sent_by_the_way() {
        let unknown = Post { state: PostState::Unknown, ..draft() };
        assert!(unknown.clone().schedule(now(), now()).is_err());
        assert!(unknown.clone().discard().is_err());
        assert!(unknown.recall().is_err());
    }

    #[test]
    fn the_time_must_lie_within_a_year() {
        let at = |days: i64| draft().schedule(now() + TimeDelta::days(days), now());
        assert_eq!(at(-1), Err(PostError::Past));
        assert_eq!(at(400), Err(PostError::TooFar));
        assert!(at(300).is_ok());
    }
}
