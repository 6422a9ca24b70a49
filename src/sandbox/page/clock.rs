//! The clock bar: the page asks, whoever owns the simulated clock moves it.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// How far to move the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    Hour,
    Day,
    Week,
    /// To the next thing that is due.
    Next,
}

/// The owner of the simulated clock.
#[async_trait]
pub trait ClockControl: Send + Sync {
    fn now(&self) -> DateTime<Utc>;

    /// The moment in words, in the zone that people live in.
    fn words(&self) -> String;

    /// Moves the clock and says in a short sentence what happened.
    async fn advance(&self, step: Step) -> anyhow::Result<String>;
}
