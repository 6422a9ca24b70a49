//! All the server knows, behind one lock that is never held across an await.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::chat::{Chat, ChatId, Kind, Standing, UserId};
use super::fault::Faults;
use super::files::Files;
use super::ledger::Ledger;
use super::limits::Limits;
use super::message::{Author, Draft, Message};
use super::press::Presses;
use super::queue::Queue;
use super::refusal::{self, Refusal};

/// Tells the sandbox the time: simulated or real.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// Ids look like Telegram's: people's are positive, channels' and groups' start with −100.
const FIRST_USER: i64 = 500_000_001;
const FIRST_CHANNEL: i64 = -1_002_000_000_001;

pub(super) struct State {
    pub(super) bot_id: i64,
    pub(super) bot_username: String,
    pub(super) chats: HashMap<i64, Chat>,
    /// Chats in the order of their creation.
    pub(super) order: Vec<i64>,
    pub(super) queue: Queue,
    pub(super) presses: Presses,
    pub(super) files: Files,
    pub(super) faults: Faults,
    pub(super) ledger: Ledger,
    pub(super) limits: Limits,
    pub(super) commands: Value,
    pub(super) hints: Vec<String>,
    /// Grows with every visible change.
    pub(super) revision: u64,
    /// What the bot has sent or changed since somebody last listened, as chat and message; `None` while nobody does.
    pub(super) heard: Option<Vec<(i64, i64)>>,
    next_message: i64,
    now: Now,
}

impl State {
    pub(super) fn new(bot_id: i64, bot_username: String, hints: Vec<String>, now: Now) -> Self {
        Self {
            bot_id,
            bot_username,
            chats: HashMap::new(),
            order: Vec::new(),
            queue: Queue::default(),
            presses: Presses::default(),
            files: Files::default(),
            faults: Faults::default(),
            ledger: Ledger::default(),
            limits: Limits::default(),
            commands: json!([]),
            hints,
            revision: 1,
            heard: None,
            next_message: 1,
            now,
        }
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        (self.now)()
    }

    pub(super) fn timestamp(&self) -> i64 {
        self.now().timestamp()
    }

    pub(super) fn add_person(&mut self, name: &str) -> UserId {
        let count = i64::try_from(self.order.len()).unwrap_or_default();
        let id = FIRST_USER + count;
        self.insert(Chat::new(id, Kind::Private(Standing::Stranger), name.trim()));
        UserId(id)
    }

    pub(super) fn add_place(&mut self, kind: Kind, title: &str, username: Option<&str>) -> ChatId {
        let count = i64::try_from(self.order.len()).unwrap_or_default();
        let mut chat = Chat::new(FIRST_CHANNEL - count, kind, title);
        chat.username = username.map(|name| name.trim_start_matches('@').to_owned());
        let id = ChatId(chat.id);
        self.insert(chat);
        id
    }

    fn insert(&mut self, mut chat: Chat) {
        self.revision += 1;
        chat.revision = self.revision;
        self.order.push(chat.id);
        self.chats.insert(chat.id, chat);
    }

    /// The chat a call names: by number or, for channels and groups, by `@username`.
    pub(super) fn resolve(&self, chat_id: Option<&Value>) -> Result<i64, Refusal> {
        let value = chat_id.ok_or(refusal::CHAT_EMPTY)?;
        let by_name = |name: &str| {
            let name = name.strip_prefix('@')?;
            let mut places = self.chats.values().filter(|chat| chat.standing().is_none());
            places
                .find(|chat| chat.username.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name)))
                .map(|chat| chat.id)
        };
        let number = value.as_i64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
        let id = number.or_else(|| value.as_str().and_then(by_name));
        id.filter(|id| self.chats.contains_key(id)).ok_or(refusal::CHAT_NOT_FOUND)
    }

    pub(super) fn chat(&self, id: i64) -> Result<&Chat, Refusal> {
        self.chats.get(&id).ok_or(refusal::CHAT_NOT_FOUND)
    }

    pub(super) fn chat_mut(&mut self, id: i64) -> Result<&mut Chat, Refusal> {
        self.chats.get_mut(&id).ok_or(refusal::CHAT_NOT_FOUND)
    }

    /// Puts a message into a chat and returns its id. In channels ids count per channel, elsewhere per bot.
    pub(super) fn put(&mut self, chat_id: i64, author: Author, draft: Draft) -> Result<i64, Refusal> {
        let (date, revision) = (self.timestamp(), self.revision + 1);
        let global = self.next_message;
        let chat = self.chat_mut(chat_id)?;
        let id = if chat.is_channel() { chat.messages.last().map_or(1, |last| last.id + 1) } else { global };
        let Draft { text, media, keyboard, reply_to, extra } = draft;
        let (edited, deleted) = (None, false);
        chat.messages.push(Message {
            id,
            author,
            date,
            edited,
            text,
            media,
            keyboard,
            reply_to,
            extra,
            deleted,
            revision,
        });
        chat.revision = revision;
        self.revision = revision;
        self.next_message += i64::from(id == global);
        if author == Author::Bot {
            self.note_heard(chat_id, id);
        }
        Ok(id)
    }

    /// Remembers for those who listen that the bot has sent or changed a message.
    pub(super) fn note_heard(&mut self, chat_id: i64, message_id: i64) {
        if let Some(heard) = &mut self.heard {
            heard.push((chat_id, message_id));
        }
    }

    /// Marks a message as changed now, so that whoever looks notices.
    pub(super) fn touch(&mut self, chat_id: i64, message_id: i64) {
        self.revision += 1;
        let revision = self.revision;
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            chat.revision = revision;
            if let Ok(index) = chat.messages.binary_search_by_key(&message_id, |message| message.id) {
                chat.messages[index].revision = revision;
            }
        }
    }

    /// The message of a chat as the Bot API shows it; `null` when it is gone.
    pub(super) fn shown(&self, chat_id: i64, message_id: i64) -> Value {
        let found = self.chats.get(&chat_id).and_then(|chat| Some((chat, chat.message(message_id)?)));
        found.map_or(Value::Null, |(chat, message)| self.message_json(chat, message))
    }

    pub(super) fn user_json(&self, user: i64) -> Value {
        self.chats.get(&user).map_or(Value::Null, Chat::user_json)
    }

    pub(super) fn bot_json(&self) -> Value {
        json!({ "id": self.bot_id, "is_bot": true, "first_name": "Наставник", "username": self.bot_username })
    }
}
