//! Updates on their way to the bot: kept until a higher offset confirms them.

use std::collections::VecDeque;

use serde_json::Value;

/// These come only to a bot that asks for them by name.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

struct Pending {
    id: i64,
    json: String,
}

/// The queue of one bot.
pub(super) struct Queue {
    pending: VecDeque<Pending>,
    next_id: i64,
    pushed: i64,
    /// As the last `getUpdates` that named any; none is Telegram's default set.
    allowed: Option<Vec<String>>,
    /// The long poll that is current; an older one that still waits is answered 409.
    pub(super) poll: u64,
}

impl Default for Queue {
    fn default() -> Self {
        Self { pending: VecDeque::new(), next_id: 100_000_001, pushed: 0, allowed: None, poll: 0 }
    }
}

impl Queue {
    pub(super) fn push(&mut self, kind: &str, body: &Value) {
        let wanted = match &self.allowed {
            Some(allowed) => allowed.iter().any(|name| name == kind),
            None => !ON_REQUEST.contains(&kind),
        };
        if wanted {
            let json = format!("{{\"update_id\":{},\"{kind}\":{body}}}", self.next_id);
            self.pending.push_back(Pending { id: self.next_id, json });
            self.next_id += 1;
            self.pushed += 1;
        }
    }

    /// An update exactly as the caller made it; given an id unless it brings one.
    pub(super) fn push_raw(&mut self, mut update: Value) -> i64 {
        let id = update.get("update_id").and_then(Value::as_i64).unwrap_or(self.next_id);
        update["update_id"] = id.into();
        self.pending.push_back(Pending { id, json: update.to_string() });
        self.next_id = self.next_id.max(id + 1);
        self.pushed += 1;
        id
    }

    pub(super) fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = Some(kinds).filter(|kinds| !kinds.is_empty());
    }

    /// Grows with every update pushed.
    pub(super) fn pushed(&self) -> i64 {
        self.pushed
    }

    pub(super) fn len(&self) -> usize {
        self.pending.len()
    }

    /// Forgets what `offset` confirms: everything below it, or all but the last `-offset`.
    pub(super) fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            self.pending.drain(..self.pending.len().saturating_sub(keep));
        }
        while self.pending.front().is_some_and(|update| update.id < offset) {
            self.pending.pop_front();
        }
    }

    pub(super) fn clear(&mut self) {
        self.pending.clear();
    }

    /// The first `limit` unconfirmed updates as the whole answer's JSON.
    pub(super) fn answer(&self, limit: usize) -> String {
        let updates: Vec<&str> = self.pending.iter().take(limit).map(|update| update.json.as_str()).collect();
        format!("{{\"ok\":true,\"result\":[{}]}}", updates.join(","))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }
}
