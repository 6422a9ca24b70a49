//! One budget for all new messages: edits and answers to presses are free, as Telegram counts them.
//!
//! Source of the numbers: the Bot FAQ (about 30 messages a second in all, one a second in a chat with short
//! bursts, 20 a minute in a group or channel). Exact limits are not published; a 429 is obeyed whatever the budget says.

use crate::domain::notice::Lane;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;

/// Share of the budget that only answers may use.
const RESERVED_FOR_ANSWERS: f64 = 0.3;
/// Messages a chat takes at once before it takes one a second.
const CHAT_BURST: f64 = 4.0;
/// Chats remembered at most; forgetting one only forgives it a second.
const CHATS: usize = 10_000;

/// Says when a message may leave.
#[derive(Debug)]
pub(super) struct Budget {
    /// Messages a second; 0 is no limit.
    rate: f64,
    all: Bucket,
    chats: HashMap<String, Bucket>,
    /// Chats that the messenger asked us to leave alone, and the house (under '').
    paused: HashMap<String, DateTime<Utc>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    at: DateTime<Utc>,
}

impl Bucket {
    /// Fills up for the time that has passed; returns how many tokens there are.
    fn fill(&mut self, rate: f64, size: f64, now: DateTime<Utc>) -> f64 {
        let passed = (now - self.at).num_milliseconds().max(0);
        #[expect(clippy::cast_precision_loss, reason = "milliseconds between two sends are far below 2^52")]
        let gained = passed as f64 / 1000.0 * rate;
        self.tokens = (self.tokens + gained).min(size);
        self.at = now;
        self.tokens
    }
}

impl Budget {
    pub(super) fn new(messages_per_second: u32) -> Self {
        let rate = f64::from(messages_per_second);
        let all = Bucket { tokens: full(rate), at: DateTime::UNIX_EPOCH };
        Self { rate, all, chats: HashMap::new(), paused: HashMap::new() }
    }

    /// Takes one message out of the budget, or says when to try again.
    pub(super) fn take(&mut self, lane: Lane, chat: &str, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        self.paused.retain(|_, until| *until > now);
        if let Some(until) = self.paused.get(chat).or_else(|| self.paused.get("")) {
            return Err(*until);
        }
        if self.rate == 0.0 {
            return Ok(());
        }
        let floor = floor(lane, self.rate);
        let there = self.all.fill(self.rate, full(self.rate), now);
        if there < floor + 1.0 {
            return Err(now + wait(floor + 1.0 - there, self.rate));
        }
        if self.chats.len() >= CHATS {
            self.chats.clear();
        }
        let own = self.chats.entry(chat.to_owned()).or_insert(Bucket { tokens: CHAT_BURST, at: now });
        let there = own.fill(1.0, CHAT_BURST, now);
        if there < 1.0 {
            return Err(now + wait(1.0 - there, 1.0));
        }
        own.tokens -= 1.0;
        self.all.tokens -= 1.0;
        Ok(())
    }

    /// How many messages of a lane may leave at this moment; `None` is no limit. A chat of its own may still have to wait.
    pub(super) fn room(&mut self, lane: Lane, now: DateTime<Utc>) -> Option<usize> {
        self.paused.retain(|_, until| *until > now);
        if self.paused.contains_key("") {
            return Some(0);
        }
        if self.rate == 0.0 {
            return None;
        }
        let there = self.all.fill(self.rate, full(self.rate), now) - floor(lane, self.rate);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not negative, some thousands at most"
        )]
        Some(there.max(0.0) as usize)
    }

    /// The messenger asked to wait with this chat. A second chat paused at the same time pauses the house.
    pub(super) fn pause(&mut self, chat: &str, until: DateTime<Utc>, now: DateTime<Utc>) {
        self.paused.retain(|_, until| *until > now);
        if self.paused.keys().any(|paused| paused != chat) {
            self.paused.insert(String::new(), until);
        }
        self.paused.insert(chat.to_owned(), until);
    }
}

/// What a lane must leave for answers.
fn floor(lane: Lane, rate: f64) -> f64 {
    if lane == Lane::Answer { 0.0 } else { rate * RESERVED_FOR_ANSWERS }
}

/// What comes in while nothing is sent: a second's worth, and at the smallest rate still one message beside the room
/// for answers.
fn full(rate: f64) -> f64 {
    rate.max(floor(Lane::Notice, rate) + 1.0)
}

/// How long until so many tokens have come in.
fn wait(missing: f64, rate: f64) -> TimeDelta {
    #[expect(clippy::cast_possible_truncation, reason = "at most some seconds in milliseconds")]
    let ms = (missing / rate * 1000.0).ceil() as i64;
    TimeDelta::milliseconds(ms.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn room_is_kept_for_answers() {
        let mut budget = Budget::new(10);
        let taken = (0..20).filter(|chat| budget.take(Lane::Notice, &chat.to_string(), at(0)).is_ok()).count();
        assert_eq!(taken, 7);
        assert!(budget.take(Lane::Answer, "somebody", at(0)).is_ok());
    }

    #[test]
    fn the_room_is_what_may_be_taken() {
        let mut budget = Budget::new(10);
        assert_eq!((budget.room(Lane::Notice, at(0)), budget.room(Lane::Answer, at(0))), (Some(7), Some(10)));
        for chat in 0..7 {
            budget.take(Lane::Notice, &chat.to_string(), at(0)).unwrap();
        }
        assert_eq!((budget.room(Lane::Notice, at(0)), budget.room(Lane::Answer, at(0))), (Some(0), Some(3)));
        assert_eq!(budget.room(Lane::Notice, at(1)), Some(7));
        budget.pause("a", at(9), at(1));
        budget.pause("b", at(9), at(1));
        assert_eq!((budget.room(Lane::Answer, at(1)), budget.room(Lane::Answer, at(9))), (Some(0), Some(10)));
        assert_eq!(Budget::new(0).room(Lane::Notice, at(0)), None);
    }

    #[test]
    fn the_smallest_rate_still_lets_notices_out() {
        let mut budget = Budget::new(1);
        assert!(budget.take(Lane::Notice, "a", at(0)).is_ok());
        assert_eq!(budget.room(Lane::Notice, at(0)), Some(0));
        assert!(budget.take(Lane::Notice, "b", at(1)).is_ok());
    }

    #[test]
    fn a_chat_takes_one_a_second_after_a_burst() {
        let mut budget = Budget::new(25);
        let burst = (0..10).filter(|_| budget.take(Lane::Notice, "a", at(0)).is_ok()).count();
        assert_eq!(burst, 4);
        assert_eq!(budget.take(Lane::Notice, "a", at(0)), Err(at(1)));
        assert!(budget.take(Lane::Notice, "a", at(1)).is_ok());
    }

    #[test]
    fn f07_a_429_pauses_one_chat_and_two_pause_the_house() {
        let mut budget = Budget::new(25);
        budget.pause("a", at(5), at(0));
        assert_eq!(budget.take(Lane::Answer, "a", at(0)), Err(at(5)));
        assert!(budget.take(Lane::Answer, "b", at(0)).is_ok());
        budget.pause("b", at(9), at(1));
        assert_eq!(budget.take(Lane::Answer, "c", at(1)), Err(at(9)));
        assert!(budget.take(Lane::Answer, "c", at(9)).is_ok());
    }
}
