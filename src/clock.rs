//! The only place that asks what time it is.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Mutex;
use std::time::Instant;

/// Tells the time. Everything else gets `now` as a value or asks `app.clock`.
pub trait Clock: Send + Sync + std::fmt::Debug {
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is where time comes from")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock moved by hand: in tests and rehearsals it stands still between moves, in the sandbox it also runs.
#[derive(Debug)]
pub struct PlayedClock {
    set: Mutex<DateTime<Utc>>,
    /// When the hand last moved; `None` for a clock that stands still.
    since: Option<Mutex<Instant>>,
}

impl PlayedClock {
    /// A clock that shows `start` until it is moved.
    pub fn standing(start: DateTime<Utc>) -> Self {
        Self { set: Mutex::new(start), since: None }
    }

    /// A clock that starts at `start` and runs at the usual pace.
    pub fn running(start: DateTime<Utc>) -> Self {
        Self { set: Mutex::new(start), since: Some(Mutex::new(Instant::now())) }
    }

    /// Moves the hand forward; a moment that has passed changes nothing.
    pub fn advance_to(&self, moment: DateTime<Utc>) {
        if moment > self.now() {
            *lock(&self.set) = moment;
            if let Some(since) = &self.since {
                *lock(since) = Instant::now();
            }
        }
    }

    pub fn advance(&self, by: TimeDelta) {
        self.advance_to(self.now() + by);
    }
}

impl Clock for PlayedClock {
    fn now(&self) -> DateTime<Utc> {
        let set = *lock(&self.set);
        let run = self.since.as_ref().map(|since| lock(since).elapsed());
        run.and_then(|run| TimeDelta::from_std(run).ok()).map_or(set, |run| set + run)
    }
}

/// A clock's value is never half-written, so a poisoned lock is still good.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_played_clock_never_goes_back() {
        let start = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let clock = PlayedClock::standing(start);
        clock.advance(TimeDelta::days(1));
        clock.advance_to(start);
        assert_eq!(clock.now(), start + TimeDelta::days(1));
    }
}
