//! A raw update as something that somebody did.

use super::super::{
    ChannelRights, ChannelSeen, Content, Incoming, IncomingFile, RawUpdate, SendError, Sender, Unsupported,
};
use super::address;
use super::update::{Entity, Member, Membership, Message, Update, User};
use serde::Deserialize;
use teloxide::types::{ChatId, MessageId};

impl Member {
    pub(super) fn may_post(&self) -> bool {
        self.status == "creator" || (self.status == "administrator" && self.can_post_messages)
    }
}

/// The reference of a message outside this room.
pub(super) fn reference(chat: i64, message: i32) -> String {
    format!("{chat}:{message}")
}

pub(super) fn parse_reference(reference: &str) -> Result<(ChatId, MessageId), SendError> {
    let parts = reference.split_once(':').and_then(|(chat, message)| Some((chat.parse().ok()?, message.parse().ok()?)));
    let (chat, message) = parts.ok_or_else(|| SendError::MessageGone("not a reference".to_owned()))?;
    Ok((ChatId(chat), MessageId(message)))
}

/// The number and the lane of an update. One that cannot be read at all still has a number and a lane.
pub(super) fn peek(raw: &str) -> Option<RawUpdate> {
    #[derive(Deserialize)]
    struct Numbered {
        update_id: i64,
    }
    let (update_id, lane) = match serde_json::from_str::<Update>(raw) {
        Ok(update) => (update.update_id, lane(&update)),
        Err(_) => (serde_json::from_str::<Numbered>(raw).ok()?.update_id, String::new()),
    };
    Some(RawUpdate { update_id, lane, raw: raw.to_owned() })
}

fn lane(update: &Update) -> String {
    let message = update.message.as_ref().or(update.edited_message.as_ref());
    let person = update.callback_query.as_ref().map(|press| press.from.id);
    let member = update.my_chat_member.as_ref().map(|change| change.from.id);
    message.map(|message| message.chat.id).or(person).or(member).map(address).unwrap_or_default()
}

pub(super) fn read(raw: &str, username: &str) -> Incoming {
    let Ok(update) = serde_json::from_str::<Update>(raw) else {
        return Incoming::ignored();
    };
    if let Some(message) = update.message {
        return from_message(&message, username);
    }
    if let Some(press) = update.callback_query {
        let message = press.message.map(|message| reference(message.chat.id, message.message_id));
        return from_user(&press.from, Content::Press { id: press.id, data: press.data, message });
    }
    if let Some(message) = update.edited_message {
        let private = message.chat.kind == "private";
        return message
            .from
            .filter(|_| private)
            .map_or_else(Incoming::ignored, |from| from_user(&from, Content::Edited));
    }
    update.my_chat_member.map_or_else(Incoming::ignored, from_membership)
}

/// Something a person did towards the bot; other bots are not people.
fn from_user(user: &User, content: Content) -> Incoming {
    if user.is_bot {
        return Incoming::ignored();
    }
    let name = format!("{} {}", user.first_name, user.last_name).trim().to_owned();
    let sender = Sender { name, language: user.language_code.clone() };
    Incoming { chat: address(user.id), sender: Some(sender), content }
}

fn from_membership(change: Membership) -> Incoming {
    let content = match change.chat.kind.as_str() {
        "private" => Content::Blocked(change.new_chat_member.status == "kicked"),
        "channel" => {
            let address = address(change.chat.id);
            let may_post = change.new_chat_member.may_post();
            let rights = ChannelRights { address: address.clone(), title: change.chat.title, may_post };
            Content::Channel(ChannelSeen { name: address, rights: Some(rights) })
        }
        _ => Content::Ignored,
    };
    from_user(&change.from, content)
}

fn from_message(message: &Message, username: &str) -> Incoming {
    // Anonymous administrators, channels' own posts and groups never act as a person.
    let personal = message.chat.kind == "private" && message.sender_chat.is_none() && !message.is_automatic_forward;
    let service = message.pinned_message.is_some()
        || message.write_access_allowed.is_some()
        || message.message_auto_delete_timer_changed.is_some();
    match &message.from {
        Some(from) if personal && !service => from_user(from, content(message, username)),
        _ => Incoming::ignored(),
    }
}

fn content(message: &Message, username: &str) -> Content {
    if let Some(channel) = message.forward_origin.as_ref().filter(|origin| origin.kind == "channel") {
        let name = channel.chat.as_ref().map(|chat| address(chat.id)).unwrap_or_default();
        return Content::Channel(ChannelSeen { name, rights: None });
    }
    let album = message.media_group_id.clone();
    if message.animation.is_none()
        && let Some(document) = &message.document
    {
        return Content::File(IncomingFile {
            file: document.file_id.clone(),
            name: document.file_name.clone(),
            size: document.file_size,
            content: None,
        });
    }
    if let Some(largest) = message.photo.iter().max_by_key(|size| size.width) {
        return Content::Photo { file: largest.file_id.clone(), caption: message.caption.clone(), album };
    }
    match &message.text {
        Some(_) if message.forward_origin.is_some() => Content::Unsupported { kind: Unsupported::Forward, album },
        Some(text) => command(text, &message.entities, username).unwrap_or_else(|| Content::Text(text.clone())),
        None => Content::Unsupported { kind: unsupported(message), album },
    }
}

/// A command is what Telegram marked as one at the very start; one for another bot is not for us.
fn command(text: &str, entities: &[Entity], username: &str) -> Option<Content> {
    let entity = entities.iter().find(|entity| entity.kind == "bot_command" && entity.offset == 0)?;
    // Commands are ASCII, so UTF-16 units are bytes here.
    let (word, rest) = text.split_at_checked(entity.length)?;
    let (name, bot) = word.trim_start_matches('/').split_once('@').unwrap_or((word.trim_start_matches('/'), username));
    if !bot.eq_ignore_ascii_case(username) {
        return Some(Content::Ignored);
    }
    Some(Content::Command { name: name.to_lowercase(), rest: rest.trim().to_owned() })
}

fn unsupported(message: &Message) -> Unsupported {
    let present = [
        (message.voice.is_some(), Unsupported::Voice),
        (message.sticker.is_some(), Unsupported::Sticker),
        (message.video.is_some() || message.video_note.is_some() || message.animation.is_some(), Unsupported::Video),
        (message.poll.is_some(), Unsupported::Poll),
        (message.contact.is_some(), Unsupported::Contact),
        (message.location.is_some(), Unsupported::Location),
        (message.dice.is_some(), Unsupported::Dice),
    ];
    present.iter().find(|(is, _)| *is).map_or(Unsupported::Other, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn private(rest: &str) -> String {
        format!(
            r#"{{"update_id":7,"message":{{"message_id":3,"date":0,"chat":{{"id":42,"type":"private"}},"from":{{"id":42,"is_bot":false,"first_name":"О"}},{rest}}}}}"#
        )
    }

    #[test]
    fn a_text_with_an_entity_from_the_future_keeps_its_words() {
        let raw =
            private(r#""text":"завтра в 9","entities":[{"type":"date_time","offset":0,"length":6,"unix_time":1}]"#);
        assert!(read(&raw, "bot").content == Content::Text("завтра в 9".to_owned()));
    }

    #[test]
    fn f50_only_our_own_typed_commands_are_commands() {
        let entity = |length: usize| format!(r#""entities":[{{"type":"bot_command","offset":0,"length":{length}}}]"#);
        let ours = private(&format!(r#""text":"/start@Bot code1",{}"#, entity(10)));
        assert!(read(&ours, "bot").content == Content::Command { name: "start".to_owned(), rest: "code1".to_owned() });
        let other = private(&format!(r#""text":"/start@other_bot x",{}"#, entity(16)));
        assert!(read(&other, "bot").content == Content::Ignored);
        let forwarded = private(&format!(r#""text":"/start x",{},"forward_origin":{{"type":"user"}}"#, entity(6)));
        assert!(matches!(read(&forwarded, "bot").content, Content::Unsupported { kind: Unsupported::Forward, .. }));
    }

    #[test]
    fn f51_groups_channels_and_anonymous_administrators_are_not_people() {
        for message in [
            r#"{"message_id":1,"chat":{"id":-5,"type":"group"},"from":{"id":42},"text":"/start"}"#,
            r#"{"message_id":1,"chat":{"id":42,"type":"private"},"sender_chat":{"id":-5,"type":"channel"},"from":{"id":42},"text":"x"}"#,
            r#"{"message_id":1,"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":true},"text":"x"}"#,
        ] {
            let raw = format!(r#"{{"update_id":1,"message":{message}}}"#);
            assert!(read(&raw, "bot").content == Content::Ignored, "{message}");
        }
    }

    #[test]
    fn f19_an_unknown_update_has_a_number_and_is_passed_over() {
        let raw = r#"{"update_id":9,"hologram":{"x":1}}"#;
        assert_eq!(peek(raw).unwrap().update_id, 9);
        assert!(read(raw, "bot").content == Content::Ignored);
    }
}
