//! Intake (inbox → chat) and dispatch (outbox → messenger).
//!
//! Invariants: an update is confirmed to the messenger only after it is stored; a state change, its outbox rows
//! and the inbox mark are one unit of work; everything that leaves was a row first; a row ends with an outcome
//! and a reason.

mod budget;
mod dispatch;
mod handle;
mod intake;
mod lanes;
mod outcome;
mod public;
mod record;
mod render;

use budget::Budget;
pub use dispatch::{dispatch_due, run as run_dispatch};
use intake::fetch_once;
pub use intake::{replay, run as run_intake};
use lanes::Lanes;
use record::Record;

use crate::app::App;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore};

/// The bot at work: the context, and what is in hand at this moment.
pub struct Delivery {
    pub app: Arc<App>,
    /// What may still be sent now.
    budget: Mutex<Budget>,
    /// The chats whose updates are being handled.
    lanes: Lanes,
    /// Rung when something new waits in the outbox.
    outbox_bell: Notify,
    /// What was sent and waits to be recorded.
    record: Record,
    /// Room for files to be fetched and read: they may take much memory.
    reading_room: Semaphore,
}

/// How many files are fetched and read at the same time.
const FILES_AT_ONCE: usize = 3;

impl Delivery {
    /// `messages_per_second` 0 is no limit.
    pub fn new(app: Arc<App>, messages_per_second: u32) -> Arc<Self> {
        Arc::new(Self {
            app,
            budget: Mutex::new(Budget::new(messages_per_second)),
            lanes: Lanes::default(),
            outbox_bell: Notify::new(),
            record: Record::default(),
            reading_room: Semaphore::new(FILES_AT_ONCE),
        })
    }

    /// Sends everything that is due now, beside a running intake; returns how many rows were dealt with.
    pub async fn drain(self: &Arc<Self>) -> anyhow::Result<usize> {
        let mut dealt = 0;
        loop {
            self.lanes.idle().await;
            match dispatch_due(self).await? {
                0 => return Ok(dealt),
                sent => dealt += sent,
            }
        }
    }

    /// Handles everything that waits now, without waiting for more: tests and rehearsals play time by hand.
    pub async fn settle(self: &Arc<Self>) -> anyhow::Result<()> {
        loop {
            let fetched = fetch_once(self, Duration::ZERO).await?;
            self.lanes.idle().await;
            let sent = dispatch_due(self).await?;
            if fetched == 0 && sent == 0 {
                return Ok(());
            }
        }
    }
}
