//! Looking at the chats as people see them.

use std::time::Duration;

use anyhow::Context as _;
use axum::body::Bytes;
use chrono::{DateTime, Utc};

use super::Sandbox;
use super::chat::ChatId;
use super::entity::Entity;
use super::ledger::Call;
use super::message::{Author, Media, Message};
use super::press::{PressId, Presses, Toast};
use super::state::State;

/// A message in a chat.
#[derive(Debug, Clone)]
pub struct SeenMessage {
    pub id: i64,
    pub from_bot: bool,
    /// The text, or the caption of what is attached.
    pub text: String,
    pub entities: Vec<Entity>,
    pub buttons: Vec<Vec<SeenButton>>,
    pub photo: Option<SeenFile>,
    pub document: Option<SeenFile>,
    pub date: DateTime<Utc>,
    pub is_edited: bool,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenButton {
    pub text: String,
    pub data: Option<String>,
    pub url: Option<String>,
}

/// An attached file.
#[derive(Debug, Clone)]
pub struct SeenFile {
    pub name: String,
    pub mime: String,
    pub bytes: Bytes,
}

impl SeenMessage {
    /// The labels of the buttons, row by row.
    pub fn labels(&self) -> Vec<Vec<&str>> {
        self.buttons.iter().map(|row| row.iter().map(|button| button.text.as_str()).collect()).collect()
    }
}

fn seen(state: &State, message: &Message) -> SeenMessage {
    let file = |key: &str| {
        state.files.get(key).map(|stored| SeenFile {
            name: stored.name.clone(),
            mime: stored.mime.clone(),
            bytes: stored.bytes.clone(),
        })
    };
    let (photo, document) = match &message.media {
        Some(Media::Photo { file: key, .. }) => (file(key), None),
        Some(Media::Document { file: key }) => (None, file(key)),
        _ => (None, None),
    };
    let button = |button: &super::keyboard::Button| SeenButton {
        text: button.text.clone(),
        data: button.callback_data.clone(),
        url: button.url.clone(),
    };
    SeenMessage {
        id: message.id,
        from_bot: message.author == Author::Bot,
        text: message.text.text.clone(),
        entities: message.text.entities.clone(),
        buttons: message.keyboard.0.iter().map(|row| row.iter().map(button).collect()).collect(),
        photo,
        document,
        date: DateTime::from_timestamp(message.date, 0).unwrap_or_default(),
        is_edited: message.edited.is_some(),
    }
}

impl Sandbox {
    /// Everything in a chat, in order, without what was deleted. Empty for a chat that does not exist.
    pub fn messages(&self, chat: impl Into<ChatId>) -> Vec<SeenMessage> {
        let chat = chat.into().0;
        self.0.look(|state| {
            let messages = state.chats.get(&chat).map(|chat| chat.messages.iter());
            messages
                .into_iter()
                .flatten()
                .filter(|message| !message.deleted)
                .map(|message| seen(state, message))
                .collect()
        })
    }

    /// The last message of a chat.
    pub fn last(&self, chat: impl Into<ChatId>) -> Option<SeenMessage> {
        let chat = chat.into().0;
        self.0.look(|state| {
            let message = state.chats.get(&chat)?.messages.iter().rev().find(|message| !message.deleted)?;
            Some(seen(state, message))
        })
    }

    /// What the bot has sent or changed since the last call, oldest first, as it stands now. The first call starts
    /// the listening; this is how many simulated people are told whose turn it is without looking at every chat.
    pub fn heard(&self) -> Vec<(ChatId, SeenMessage)> {
        self.0.look(|state| {
            let heard = state.heard.replace(Vec::new()).unwrap_or_default();
            let find = |(chat, message): (i64, i64)| {
                let found = state.chats.get(&chat)?.message(message)?;
                Some((ChatId(chat), seen(state, found)))
            };
            heard.into_iter().filter_map(find).collect()
        })
    }

    /// The message pinned in a chat.
    pub fn pinned(&self, chat: impl Into<ChatId>) -> Option<i64> {
        let chat = chat.into().0;
        self.0.look(|state| state.chats.get(&chat)?.pinned)
    }

    /// How the bot answered this person's presses, oldest first; plain stops of the spinner have no text.
    pub fn toasts(&self, user: super::UserId) -> Vec<Toast> {
        self.0.look(|state| {
            let own = state.presses.all.iter().filter(|press| press.user == user.0);
            own.filter_map(|press| press.toast.clone()).collect()
        })
    }

    /// Presses whose spinner still turns.
    pub fn unanswered_presses(&self) -> Vec<PressId> {
        self.0.look(|state| {
            let presses = state.presses.all.iter().enumerate();
            presses.filter(|(_, press)| press.toast.is_none()).map(|(index, _)| Presses::id_of(index)).collect()
        })
    }

    /// Every call of the bot so far, `getUpdates` too.
    pub fn calls(&self) -> Vec<Call> {
        self.0.look(|state| state.ledger.calls.clone())
    }

    /// Methods that the bot called and the sandbox does not play, with counts.
    pub fn unknown_calls(&self) -> Vec<(String, u64)> {
        self.0.look(|state| state.ledger.unknown.clone().into_iter().collect())
    }

    /// Updates that the bot has not confirmed.
    pub fn pending_updates(&self) -> usize {
        self.0.look(|state| state.queue.len())
    }

    /// Returns at the next change of anything. To wait for something without a race use [`Self::wait`].
    pub async fn changed(&self) {
        let _ = self.0.changes.subscribe().changed().await;
    }

    /// Looks after every change until `look` finds what it wants.
    pub async fn wait<T>(&self, within: Duration, mut look: impl FnMut(&Self) -> Option<T>) -> anyhow::Result<T> {
        let mut changes = self.0.changes.subscribe();
        let search = async {
            loop {
                changes.mark_unchanged();
                if let Some(found) = look(self) {
                    return Some(found);
                }
                changes.changed().await.ok()?;
            }
        };
        let found = tokio::time::timeout(within, search).await;
        found.ok().flatten().with_context(|| format!("nothing of the kind within {within:?}"))
    }
}
