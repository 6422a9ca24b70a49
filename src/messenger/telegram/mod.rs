//! The Telegram adapter: the only room, with the sandbox, that knows Telegram.

mod read;
mod requests;
mod transport;
mod update;

use super::{Attachment, ChannelRights, Incoming, Me, Messenger, RawUpdate, SendError};
use crate::text::Sheet;
use async_trait::async_trait;
use requests::FetchUpdates;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::sync::OnceLock;
use std::time::Duration;
use teloxide::payloads::{AnswerCallbackQuery, GetChat, GetChatMember, GetFile, GetMe};
use teloxide::types::{CallbackQueryId, ChatId, FileId, Recipient, UserId};
use transport::Transport;

/// A chat's address outside this room.
fn address(chat: i64) -> String {
    format!("telegram:{chat}")
}

/// The chat behind an address; addresses of other messengers are refused.
fn chat_id(address: &str) -> Result<ChatId, SendError> {
    let id = address.strip_prefix("telegram:").and_then(|id| id.parse().ok());
    id.map(ChatId).ok_or_else(|| SendError::Refused("not an address of this messenger".to_owned()))
}

/// Telegram through its Bot API.
pub struct Telegram {
    transport: Transport,
    /// Known after the first `me`: tells our own @name from other bots'.
    username: OnceLock<String>,
    bot_id: OnceLock<u64>,
}

impl Telegram {
    /// Does not connect yet. `api_url` is Telegram's own, a local Bot API server's or the sandbox's.
    pub fn new(api_url: &str, token: SecretString) -> anyhow::Result<Self> {
        let transport = Transport::new(api_url, token)?;
        Ok(Self { transport, username: OnceLock::new(), bot_id: OnceLock::new() })
    }

    /// Sends in the shape the attachment asks for.
    async fn send_any(
        &self,
        chat: ChatId,
        sheet: &Sheet,
        attachment: Option<&Attachment>,
    ) -> Result<MessageId, SendError> {
        match (attachment, &sheet.photo) {
            (Some(Attachment::Photo { name, bytes }), _) => {
                let form = requests::form(chat, sheet, "photo", (name, bytes))?;
                self.transport.upload("sendPhoto", form).await
            }
            (Some(Attachment::Document { name, bytes }), _) => {
                let form = requests::form(chat, sheet, "document", (name, bytes))?;
                self.transport.upload("sendDocument", form).await
            }
            (Some(Attachment::Stored(file)), _) => self.transport.call(&requests::document(chat, sheet, file)).await,
            (None, Some(photo)) => self.transport.call(&requests::photo(chat, sheet, photo)).await,
            (None, None) => self.transport.call(&requests::message(chat, sheet)).await,
        }
    }
}

#[derive(Deserialize)]
struct MessageId {
    message_id: i32,
}

#[derive(Deserialize)]
struct Bot {
    id: u64,
    username: String,
}

#[derive(Deserialize)]
struct FilePath {
    file_path: String,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    title: String,
}

#[async_trait]
impl Messenger for Telegram {
    async fn me(&self) -> Result<Me, SendError> {
        let bot: Bot = self.transport.call(&GetMe::new()).await?;
        let _ = self.username.set(bot.username.clone());
        let _ = self.bot_id.set(bot.id);
        Ok(Me { key: address(i64::try_from(bot.id).unwrap_or_default()), username: bot.username })
    }

    async fn fetch(&self, offset: Option<i64>, wait: Duration) -> Result<Vec<RawUpdate>, SendError> {
        let payload = FetchUpdates::new(offset, wait);
        let limit = wait + Duration::from_secs(10);
        let updates: Vec<Box<RawValue>> = self.transport.call_within(&payload, limit).await?;
        Ok(updates.into_iter().filter_map(|update| read::peek(update.get())).collect())
    }

    fn read(&self, raw: &str) -> Incoming {
        read::read(raw, self.username.get().map_or("", String::as_str))
    }

    async fn send(&self, chat: &str, sheet: &Sheet, attachment: Option<&Attachment>) -> Result<String, SendError> {
        let chat = chat_id(chat)?;
        let sent = self.send_any(chat, sheet, attachment).await?;
        Ok(read::reference(chat.0, sent.message_id))
    }

    async fn edit(&self, message: &str, sheet: &Sheet) -> Result<(), SendError> {
        let payload = requests::edit(read::parse_reference(message)?, sheet);
        same_is_fine(self.transport.call::<_, serde::de::IgnoredAny>(&payload).await)
    }

    async fn drop_keyboard(&self, message: &str) -> Result<(), SendError> {
        let payload = requests::drop_keyboard(read::parse_reference(message)?);
        same_is_fine(self.transport.call::<_, serde::de::IgnoredAny>(&payload).await)
    }

    async fn answer(&self, press: &str, toast: Option<&str>) -> Result<(), SendError> {
        let mut payload = AnswerCallbackQuery::new(CallbackQueryId(press.to_owned()));
        payload.text = toast.map(|text| text.chars().take(190).collect());
        match self.transport.call::<_, bool>(&payload).await {
            // The person has seen the spinner end by itself.
            Err(SendError::Refused(why)) if why.contains("query is too old") => Ok(()),
            other => other.map(drop),
        }
    }

    async fn download(&self, file: &str, limit: usize) -> Result<Vec<u8>, SendError> {
        let found: FilePath = self.transport.call(&GetFile::new(FileId(file.to_owned()))).await?;
        self.transport.download(&found.file_path, limit).await
    }

    async fn channel(&self, name: &str) -> Result<ChannelRights, SendError> {
        let recipient = match chat_id(name) {
            Ok(chat) => Recipient::Id(chat),
            Err(_) => Recipient::ChannelUsername(name.to_owned()),
        };
        let chat: Chat = self.transport.call(&GetChat::new(recipient)).await?;
        if chat.kind != "channel" {
            return Err(SendError::Refused("not a channel".to_owned()));
        }
        let bot = UserId(*self.bot_id.get().unwrap_or(&0));
        let member: update::Member = self.transport.call(&GetChatMember::new(ChatId(chat.id), bot)).await?;
        Ok(ChannelRights { address: address(chat.id), title: chat.title, may_post: member.may_post() })
    }

    fn start_link(&self, me: &Me, code: &str) -> String {
        format!("https://t.me/{}?start={code}", me.username)
    }
}

/// «message is not modified» means that it already looks as it should.
fn same_is_fine<T>(edited: Result<T, SendError>) -> Result<(), SendError> {
    match edited {
        Err(SendError::Refused(why)) if why.contains("message is not modified") => Ok(()),
        other => other.map(drop),
    }
}
