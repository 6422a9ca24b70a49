//! Messages as the server keeps them, and as the Bot API shows them.

use serde_json::{Map, Value, json};

use super::chat::Chat;
use super::entity::{Entity, Formatted};
use super::files::FileKey;
use super::keyboard::Keyboard;
use super::state::State;

/// The account behind which Telegram hides anonymous administrators of groups.
const ANONYMOUS_ADMIN: i64 = 1_087_968_824;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Author {
    Bot,
    Person(i64),
    /// The channel itself.
    Channel,
    /// An administrator who writes as the group.
    Anonymous,
}

#[derive(Debug, Clone)]
pub(super) enum Media {
    Photo {
        file: FileKey,
        width: u32,
        height: u32,
    },
    Document {
        file: FileKey,
    },
    /// A kind the bot can only receive: the Bot API's field and what stands in it.
    Odd {
        field: &'static str,
        body: Value,
    },
}

pub(super) struct Message {
    pub(super) id: i64,
    pub(super) author: Author,
    /// Unix seconds.
    pub(super) date: i64,
    pub(super) edited: Option<i64>,
    /// The text, or the caption when there is media.
    pub(super) text: Formatted,
    pub(super) media: Option<Media>,
    pub(super) keyboard: Keyboard,
    pub(super) reply_to: Option<i64>,
    /// Fields the server only passes on: `forward_origin`, `media_group_id`.
    pub(super) extra: Map<String, Value>,
    /// Deleted messages stay, so that the page learns of it and ids are not reused.
    pub(super) deleted: bool,
    pub(super) revision: u64,
}

/// A message to be put into a chat; the state gives it id, date and revision.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) text: Formatted,
    pub(super) media: Option<Media>,
    pub(super) keyboard: Keyboard,
    pub(super) reply_to: Option<i64>,
    pub(super) extra: Map<String, Value>,
}

impl Draft {
    pub(super) fn text(text: Formatted) -> Self {
        Self { text, ..Self::default() }
    }
}

impl State {
    /// The Bot API's `Message`.
    pub(super) fn message_json(&self, chat: &Chat, message: &Message) -> Value {
        let mut json = message.extra.clone();
        json.insert("message_id".into(), message.id.into());
        json.insert("date".into(), message.date.into());
        json.insert("chat".into(), chat.to_json());
        let (field, author) = match message.author {
            Author::Channel => ("sender_chat", chat.to_json()),
            Author::Bot if chat.is_channel() => ("sender_chat", chat.to_json()),
            Author::Bot => ("from", self.bot_json()),
            Author::Person(user) => ("from", self.user_json(user)),
            Author::Anonymous => {
                json.insert("sender_chat".into(), chat.to_json());
                (
                    "from",
                    json!({
                        "id": ANONYMOUS_ADMIN, "is_bot": true,
                        "first_name": "Group", "username": "GroupAnonymousBot",
                    }),
                )
            }
        };
        json.insert(field.into(), author);
        if let Some(edited) = message.edited {
            json.insert("edit_date".into(), edited.into());
        }
        if let Some(original) =
            message.reply_to.and_then(|id| chat.message(id)).filter(|original| original.id < message.id)
        {
            json.insert("reply_to_message".into(), self.message_json(chat, original));
        }
        if !message.keyboard.is_empty() {
            json.insert("reply_markup".into(), message.keyboard.to_json());
        }
        self.content_into(message, &mut json);
        Value::Object(json)
    }

    fn content_into(&self, message: &Message, json: &mut Map<String, Value>) {
        let (text, entities) = match &message.media {
            None => ("text", "entities"),
            Some(_) => ("caption", "caption_entities"),
        };
        if !message.text.text.is_empty() {
            json.insert(text.into(), message.text.text.clone().into());
        }
        if !message.text.entities.is_empty() {
            json.insert(entities.into(), entities_json(&message.text.entities));
        }
        match &message.media {
            None => {}
            Some(Media::Photo { file, width, height }) => {
                let mut size = self.files.describe(file);
                (size["width"], size["height"]) = ((*width).into(), (*height).into());
                json.insert("photo".into(), json!([size]));
            }
            Some(Media::Document { file }) => {
                let mut document = self.files.describe(file);
                if let Some(stored) = self.files.get(file) {
                    (document["file_name"], document["mime_type"]) =
                        (stored.name.clone().into(), stored.mime.clone().into());
                }
                json.insert("document".into(), document);
            }
            Some(Media::Odd { field, body }) => drop(json.insert((*field).into(), body.clone())),
        }
    }
}

fn entities_json(entities: &[Entity]) -> Value {
    serde_json::to_value(entities).unwrap_or_default()
}
