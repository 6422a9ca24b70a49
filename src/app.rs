//! The one context: settings, time, data, messenger.

use crate::clock::Clock;
use crate::delivery::{Budget, Lanes};
use crate::messenger::{Me, Messenger};
use crate::store::Db;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

/// What the left rooms of the house share.
pub struct App {
    pub clock: Arc<dyn Clock>,
    pub db: Db,
    pub messenger: Arc<dyn Messenger>,
    pub me: Me,
    /// What may still be sent now.
    pub(crate) budget: Mutex<Budget>,
    /// The chats whose updates are being handled.
    pub(crate) lanes: Lanes,
    /// Rung when something new waits in the outbox.
    pub(crate) outbox_bell: Notify,
}

impl App {
    /// Puts the house together; `me` was asked of the messenger already. `messages_per_second` 0 is no limit.
    pub fn new(
        clock: Arc<dyn Clock>,
        db: Db,
        (messenger, me): (Arc<dyn Messenger>, Me),
        messages_per_second: u32,
    ) -> Arc<Self> {
        Arc::new(Self {
            clock,
            db,
            messenger,
            me,
            budget: Mutex::new(Budget::new(messages_per_second)),
            lanes: Lanes::default(),
            outbox_bell: Notify::new(),
        })
    }

    /// What a start link is made of: the code follows.
    pub fn start_link(&self) -> String {
        self.messenger.start_link(&self.me, "")
    }
}
