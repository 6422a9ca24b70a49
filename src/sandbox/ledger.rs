//! What the bot called, for tests to ask about.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

/// One call of the Bot API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// As the Bot API spells it.
    pub method: &'static str,
    /// The chat it was about, when it named one by number.
    pub chat: Option<i64>,
    /// By the sandbox's clock.
    pub at: DateTime<Utc>,
    /// Telegram's description when the call was refused.
    pub refused: Option<String>,
}

/// Every call since the start, unless switched off.
#[derive(Debug)]
pub(super) struct Ledger {
    pub(super) is_on: bool,
    pub(super) calls: Vec<Call>,
    /// Calls of methods that the sandbox does not play, by name.
    pub(super) unknown: BTreeMap<String, u64>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self { is_on: true, calls: Vec::new(), unknown: BTreeMap::new() }
    }
}

impl Ledger {
    pub(super) fn note_unknown(&mut self, method: &str) {
        *self.unknown.entry(method.to_owned()).or_default() += 1;
    }
}
