//! Pressed buttons: each must be answered, once and in time.

use std::collections::HashMap;

use chrono::TimeDelta;
use serde_json::json;

use super::refusal::{self, Refusal};
use super::state::State;

/// How long a press may wait for its answer. Telegram does not publish its window; bots see «query is too old»
/// after some minutes.
const WINDOW: TimeDelta = TimeDelta::minutes(10);

/// A press; the Bot API calls it a callback query's id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PressId(pub String);

/// What the bot showed in answer to a press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    pub press: PressId,
    /// Empty when the bot only stopped the spinner.
    pub text: String,
    /// Shown as a window that has to be closed.
    pub is_alert: bool,
}

pub(super) struct Press {
    pub(super) user: i64,
    pub(super) chat: i64,
    pub(super) message: i64,
    pub(super) data: String,
    pub(super) at: chrono::DateTime<chrono::Utc>,
    /// The state's revision when it was pressed or answered.
    pub(super) revision: u64,
    pub(super) toast: Option<Toast>,
}

#[derive(Default)]
pub(super) struct Presses {
    by_id: HashMap<String, usize>,
    /// In the order they happened.
    pub(super) all: Vec<Press>,
}

impl Presses {
    pub(super) fn id_of(index: usize) -> PressId {
        PressId(format!("77{:016}", index + 1))
    }
}

impl State {
    /// A person presses a button: the update goes to the bot, the spinner turns.
    pub(super) fn press(&mut self, user: i64, chat: i64, message: i64, data: &str) -> PressId {
        let id = Presses::id_of(self.presses.all.len());
        let shown = match self.shown(chat, message) {
            // What is left of a message the bot can no longer see.
            serde_json::Value::Null => {
                let chat = self.chats.get(&chat).map(super::chat::Chat::to_json);
                json!({ "chat": chat, "message_id": message, "date": 0 })
            }
            shown => shown,
        };
        let update = json!({
            "id": id.0, "from": self.user_json(user), "message": shown,
            "chat_instance": format!("-{}", user.unsigned_abs() + 7), "data": data,
        });
        self.touch(chat, message);
        let (at, revision) = (self.now(), self.revision);
        self.presses.by_id.insert(id.0.clone(), self.presses.all.len());
        self.presses.all.push(Press { user, chat, message, data: data.to_owned(), at, revision, toast: None });
        self.queue.push("callback_query", &update);
        id
    }

    /// The bot answers a press.
    pub(super) fn answer(&mut self, id: &str, text: &str, is_alert: bool) -> Result<(), Refusal> {
        let now = self.now();
        let index = *self.presses.by_id.get(id).ok_or(refusal::QUERY_TOO_OLD)?;
        let press = &self.presses.all[index];
        if press.toast.is_some() || now - press.at > WINDOW {
            return Err(refusal::QUERY_TOO_OLD);
        }
        let (chat, message) = (press.chat, press.message);
        self.touch(chat, message);
        let press = &mut self.presses.all[index];
        press.revision = self.revision;
        press.toast = Some(Toast { press: PressId(id.to_owned()), text: text.to_owned(), is_alert });
        Ok(())
    }
}
