//! The one context: time, data, messenger.

use crate::clock::Clock;
use crate::messenger::{Me, Messenger};
use crate::store::Db;
use std::sync::Arc;

/// What the left rooms of the house share.
pub struct App {
    pub clock: Arc<dyn Clock>,
    pub db: Db,
    pub messenger: Arc<dyn Messenger>,
    /// Who the bot is; asked of the messenger at start.
    pub me: Me,
}

impl App {
    /// What a start link is made of: the code follows.
    pub fn start_link(&self) -> String {
        self.messenger.start_link(&self.me, "")
    }
}
