//! Telegram's flood limits, off until asked for. The numbers are those of its bot FAQ; the bursts are ours,
//! because Telegram publishes none.

use std::collections::HashMap;

use super::refusal::Refusal;

/// A bucket that holds `burst` messages and gains one every `every_ms`.
#[derive(Clone, Copy)]
struct Rate {
    burst: i64,
    every_ms: i64,
}

const OVERALL: Rate = Rate { burst: 30, every_ms: 33 };
const PRIVATE: Rate = Rate { burst: 4, every_ms: 1_000 };
const SHARED: Rate = Rate { burst: 20, every_ms: 3_000 };

/// When each bucket will be full again, in Unix milliseconds: one number is the whole bucket.
#[derive(Default)]
pub(super) struct Limits {
    pub(super) is_on: bool,
    overall: i64,
    chats: HashMap<i64, i64>,
}

impl Limits {
    /// Counts one message to `chat`, or says how many seconds to wait; a refused message is not counted.
    pub(super) fn spend(&mut self, chat: i64, now_ms: i64) -> Result<(), Refusal> {
        if !self.is_on {
            return Ok(());
        }
        let rate = if chat < 0 { SHARED } else { PRIVATE };
        let full_at = self.chats.entry(chat).or_default();
        let (next_chat, next_overall) = (rate.after(*full_at, now_ms)?, OVERALL.after(self.overall, now_ms)?);
        (*full_at, self.overall) = (next_chat, next_overall);
        Ok(())
    }
}

impl Rate {
    fn after(self, full_at: i64, now_ms: i64) -> Result<i64, Refusal> {
        let next = full_at.max(now_ms) + self.every_ms;
        let excess = next - now_ms - self.burst * self.every_ms;
        if excess > 0 {
            return Err(Refusal::too_many(u32::try_from(excess / 1_000 + 1).unwrap_or(u32::MAX)));
        }
        Ok(next)
    }
}
