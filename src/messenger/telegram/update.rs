//! As much of an update as we read.
//!
//! Types of our own: teloxide's know the Bot API as of 2025 and turn a message with a newer entity into a
//! message without text. Here unknown fields are passed over and nothing known is lost.

#![expect(clippy::struct_field_names, reason = "the names are Telegram's")]

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Update {
    pub(super) update_id: i64,
    pub(super) message: Option<Message>,
    pub(super) edited_message: Option<Message>,
    pub(super) callback_query: Option<Press>,
    pub(super) my_chat_member: Option<Membership>,
}

#[derive(Deserialize)]
pub(super) struct User {
    pub(super) id: i64,
    #[serde(default)]
    pub(super) is_bot: bool,
    #[serde(default)]
    pub(super) first_name: String,
    #[serde(default)]
    pub(super) last_name: String,
    pub(super) language_code: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Chat {
    pub(super) id: i64,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) title: String,
}

#[derive(Deserialize)]
pub(super) struct Message {
    pub(super) chat: Chat,
    pub(super) from: Option<User>,
    pub(super) sender_chat: Option<Chat>,
    #[serde(default)]
    pub(super) is_automatic_forward: bool,
    pub(super) forward_origin: Option<Origin>,
    pub(super) text: Option<String>,
    #[serde(default)]
    pub(super) entities: Vec<Entity>,
    #[serde(default)]
    pub(super) caption: String,
    pub(super) media_group_id: Option<String>,
    pub(super) document: Option<Document>,
    #[serde(default)]
    pub(super) photo: Vec<PhotoSize>,
    pub(super) voice: Option<Present>,
    pub(super) video_note: Option<Present>,
    pub(super) sticker: Option<Present>,
    pub(super) video: Option<Present>,
    pub(super) animation: Option<Present>,
    pub(super) poll: Option<Present>,
    pub(super) contact: Option<Present>,
    pub(super) location: Option<Present>,
    pub(super) dice: Option<Present>,
    // Service messages nobody waits an answer for.
    pub(super) pinned_message: Option<Present>,
    pub(super) write_access_allowed: Option<Present>,
    pub(super) message_auto_delete_timer_changed: Option<Present>,
}

/// A field whose presence says enough.
#[derive(Deserialize)]
pub(super) struct Present {}

#[derive(Deserialize)]
pub(super) struct Origin {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) chat: Option<Chat>,
}

#[derive(Deserialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) offset: usize,
    pub(super) length: usize,
}

#[derive(Deserialize)]
pub(super) struct Document {
    pub(super) file_id: String,
    #[serde(default)]
    pub(super) file_name: String,
    #[serde(default)]
    pub(super) file_size: u64,
}

#[derive(Deserialize)]
pub(super) struct PhotoSize {
    pub(super) file_id: String,
    pub(super) width: u32,
}

#[derive(Deserialize)]
pub(super) struct Press {
    pub(super) id: String,
    pub(super) from: User,
    #[serde(default)]
    pub(super) data: String,
    pub(super) message: Option<PressedMessage>,
}

#[derive(Deserialize)]
pub(super) struct PressedMessage {
    pub(super) message_id: i32,
    pub(super) chat: Chat,
}

#[derive(Deserialize)]
pub(super) struct Membership {
    pub(super) chat: Chat,
    pub(super) from: User,
    pub(super) new_chat_member: Member,
}

/// What somebody is in a chat.
#[derive(Deserialize)]
pub(super) struct Member {
    pub(super) status: String,
    #[serde(default)]
    pub(super) can_post_messages: bool,
}
