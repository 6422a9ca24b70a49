//! Identifiers made by the program: 43 bits of milliseconds, then 20 bits that keep them apart.

use chrono::{DateTime, Utc};
use std::sync::atomic::{AtomicI64, Ordering};

/// 1 January 2024, in Unix milliseconds: identifiers count from here and stay short in buttons.
const EPOCH_MS: i64 = 1_704_067_200_000;

/// Gives identifiers that grow, also while the clock stands still (tests, rehearsals).
#[derive(Debug)]
pub struct Ids {
    last: AtomicI64,
    /// Ten random bits that tell two processes on one database apart.
    process: i64,
}

impl Ids {
    pub fn new() -> Self {
        Self { last: AtomicI64::new(0), process: i64::from(rand::random::<u16>() & 0x3ff) << 10 }
    }

    /// The next identifier at `now`.
    pub fn next(&self, now: DateTime<Utc>) -> i64 {
        let floor = ((now.timestamp_millis() - EPOCH_MS).max(0) << 20) | self.process;
        let step = |last: i64| Some(floor.max(last + 1));
        let last =
            self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step).unwrap_or_else(|unchanged| unchanged);
        floor.max(last + 1)
    }
}

impl Default for Ids {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_grow_while_the_clock_stands_still() {
        let ids = Ids::new();
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let first = ids.next(now);
        assert!((0..10_000).map(|_| ids.next(now)).is_sorted_by(|a, b| a < b));
        assert!(ids.next(now) > first + 9_999);
    }
}
