//! What people also send: forwards, albums, voice messages, posts in other places.

use serde_json::{Map, Value, json};

use super::Sandbox;
use super::chat::{ChatId, UserId};
use super::entity::Formatted;
use super::message::{Author, Draft, Media};

/// A message without text that a bot can only receive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    Voice,
    Sticker,
    Location,
    Contact,
    Poll,
    Dice,
    Video,
    VideoNote,
    Audio,
}

impl Odd {
    pub const ALL: [Self; 9] = [
        Self::Voice,
        Self::Sticker,
        Self::Location,
        Self::Contact,
        Self::Poll,
        Self::Dice,
        Self::Video,
        Self::VideoNote,
        Self::Audio,
    ];

    fn media(self) -> Media {
        let (field, extra) = match self {
            Self::Voice => ("voice", json!({ "duration": 3, "mime_type": "audio/ogg" })),
            Self::Audio => ("audio", json!({ "duration": 60, "mime_type": "audio/mpeg" })),
            Self::Video => ("video", json!({ "duration": 5, "width": 640, "height": 480, "mime_type": "video/mp4" })),
            Self::VideoNote => ("video_note", json!({ "duration": 5, "length": 240 })),
            Self::Sticker => (
                "sticker",
                json!({ "type": "regular", "width": 512, "height": 512, "is_animated": false, "is_video": false, "emoji": "👍" }),
            ),
            Self::Location => {
                return Media::Odd { field: "location", body: json!({ "latitude": 55.75, "longitude": 37.62 }) };
            }
            Self::Contact => {
                return Media::Odd {
                    field: "contact",
                    body: json!({ "phone_number": "+70000000000", "first_name": "Кто-то" }),
                };
            }
            Self::Dice => {
                return Media::Odd { field: "dice", body: json!({ "emoji": "🎲", "value": 4 }) };
            }
            Self::Poll => {
                return Media::Odd { field: "poll", body: poll() };
            }
        };
        let mut body = json!({ "file_id": format!("AwACAgIAAx{field}"), "file_unique_id": format!("AQAD{field}"), "file_size": 1024 });
        if let (Some(body), Value::Object(extra)) = (body.as_object_mut(), extra) {
            body.extend(extra);
        }
        Media::Odd { field, body }
    }
}

fn poll() -> Value {
    let option = |text: &str| json!({ "text": text, "voter_count": 0, "persistent_id": text });
    json!({
        "id": "5000000000000000001", "question": "Когда соберёмся?", "options": [option("Сегодня"), option("Завтра")],
        "total_voter_count": 0, "is_closed": false, "is_anonymous": true, "type": "regular",
        "allows_multiple_answers": false, "allows_revoting": true, "members_only": false,
    })
}

fn with_extra(draft: Draft, name: &str, value: Value) -> Draft {
    let extra = Map::from_iter([(name.to_owned(), value)]);
    Draft { extra, ..draft }
}

impl Sandbox {
    /// Sends something that is not text.
    pub fn send_odd(&self, user: UserId, what: Odd) -> i64 {
        self.act(|state| state.receive(user.0, Draft { media: Some(what.media()), ..Draft::default() }))
    }

    /// Sends several photos as one album: as many updates with one `media_group_id`.
    pub fn send_album(&self, user: UserId, photos: &[Vec<u8>]) -> Vec<i64> {
        self.act(|state| {
            let group = format!("13{:015}", state.revision);
            let send = |bytes: &Vec<u8>| {
                let draft = state.picture(bytes.clone(), "");
                state.receive(user.0, with_extra(draft, "media_group_id", group.clone().into()))
            };
            photos.iter().map(send).collect()
        })
    }

    /// Forwards somebody else's words.
    pub fn forward(&self, user: UserId, text: &str) -> i64 {
        self.act(|state| {
            let origin = json!({ "type": "hidden_user", "date": state.timestamp(), "sender_user_name": "Кто-то" });
            state.receive(user.0, with_extra(Draft::text(Formatted::typed(text)), "forward_origin", origin))
        })
    }

    /// Forwards a channel's post to the bot, which is how the bot learns the channel's id.
    pub fn forward_post(&self, user: UserId, channel: ChatId, text: &str) -> i64 {
        self.act(|state| {
            let chat = state.chat(channel.0)?;
            let post = chat.messages.last().map_or(1, |post| post.id);
            let origin =
                json!({ "type": "channel", "date": state.timestamp(), "chat": chat.to_json(), "message_id": post });
            state.receive(user.0, with_extra(Draft::text(Formatted::typed(text)), "forward_origin", origin))
        })
    }

    /// A post that the channel's owner writes.
    pub fn post_in_channel(&self, channel: ChatId, text: &str) -> i64 {
        self.act(|state| state.post_as(channel.0, Author::Channel, Draft::text(Formatted::typed(text))))
    }

    pub fn say_in_group(&self, group: ChatId, user: UserId, text: &str) -> i64 {
        self.act(|state| state.post_as(group.0, Author::Person(user.0), Draft::text(Formatted::typed(text))))
    }

    /// An administrator who hides behind the group.
    pub fn say_anonymously(&self, group: ChatId, text: &str) -> i64 {
        self.act(|state| state.post_as(group.0, Author::Anonymous, Draft::text(Formatted::typed(text))))
    }
}
