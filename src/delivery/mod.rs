//! Intake (inbox → chat) and dispatch (outbox → messenger).
//!
//! Invariants: an update is confirmed to the messenger only after it is stored; a state change, its outbox rows
//! and the inbox mark are one unit of work; everything that leaves was a row first; a row ends with an outcome
//! and a reason.

mod budget;
mod dispatch;
mod intake;
mod lanes;
mod outcome;
mod public;
mod render;

pub use budget::Budget;
pub use dispatch::{dispatch_due, run as run_dispatch};
pub use intake::{fetch_once, replay, run as run_intake};
pub use lanes::Lanes;

use crate::app::App;
use std::sync::Arc;
use std::time::Duration;

/// Handles everything that waits now, without waiting for more: tests and rehearsals play time by hand.
pub async fn settle(app: &Arc<App>) -> anyhow::Result<()> {
    loop {
        let fetched = fetch_once(app, Duration::ZERO).await?;
        app.lanes.idle().await;
        let sent = dispatch_due(app).await?;
        if fetched == 0 && sent == 0 {
            return Ok(());
        }
    }
}
