//! What a messenger is to the rest of the house. Nothing outside an adapter knows its types.
//!
//! To add a messenger: implement [`Messenger`] in a folder beside `telegram`, give its addresses a prefix of
//! their own, add it to `main`'s choice and run the story tests against its emulator.

mod incoming;
pub mod telegram;

pub use incoming::{ChannelSeen, Content, Incoming, IncomingFile, Sender, Unsupported};

use crate::text::Sheet;
use async_trait::async_trait;
use std::time::Duration;

/// An update as it came, to be stored before it is read.
#[derive(Debug, Clone)]
pub struct RawUpdate {
    pub update_id: i64,
    /// The chat whose order it keeps.
    pub lane: String,
    pub raw: String,
}

/// A file that leaves with a message.
pub enum Attachment {
    Photo {
        name: String,
        bytes: Vec<u8>,
    },
    Document {
        name: String,
        bytes: Vec<u8>,
    },
    /// A document that the messenger has already, by its reference.
    Stored(String),
}

/// Why a call did not succeed, in the terms that decide what happens next.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// It certainly did not arrive: no connection.
    #[error("not sent: {0}")]
    NotSent(String),
    /// It may have arrived: a timeout, a broken answer, a server error.
    #[error("outcome unknown: {0}")]
    Unknown(String),
    /// The messenger asks to wait.
    #[error("asked to wait {0:?}")]
    RetryAfter(Duration),
    /// This chat cannot be written to.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// The chat has another address now.
    #[error("the chat moved")]
    Moved(String),
    /// The message that was to be changed is gone or too old.
    #[error("the message is gone: {0}")]
    MessageGone(String),
    /// The text was not understood as HTML.
    #[error("the markup was refused: {0}")]
    BadMarkup(String),
    /// Refused for another reason: trying again will not help.
    #[error("refused: {0}")]
    Refused(String),
    /// The token is not valid any more.
    #[error("the token is not accepted")]
    Unauthorized,
    /// Another program receives this bot's updates.
    #[error("another program receives this bot's updates")]
    Conflict,
}

/// What the bot may do in a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelRights {
    pub address: String,
    pub title: String,
    pub may_post: bool,
}

/// Who the bot is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// Tells bots on one database apart.
    pub key: String,
    pub username: String,
}

/// A messenger: it brings updates and takes messages.
#[async_trait]
pub trait Messenger: Send + Sync {
    /// Who the bot is; the first call at start.
    async fn me(&self) -> Result<Me, SendError>;

    /// Waits up to `wait` for updates; confirms all before `offset`, which must be stored by then.
    async fn fetch(&self, offset: Option<i64>, wait: Duration) -> Result<Vec<RawUpdate>, SendError>;

    /// Reads a stored update; what it does not know becomes [`Content::Ignored`].
    fn read(&self, raw: &str) -> Incoming;

    /// Sends a new message; returns its reference.
    async fn send(&self, chat: &str, sheet: &Sheet, attachment: Option<&Attachment>) -> Result<String, SendError>;

    /// Changes a message in place; a message that is so already is a success.
    async fn edit(&self, message: &str, sheet: &Sheet) -> Result<(), SendError>;

    /// Takes the buttons off a message.
    async fn drop_keyboard(&self, message: &str) -> Result<(), SendError>;

    /// Answers a press, with a short line or without; one that is too old is a success.
    async fn answer(&self, press: &str, toast: Option<&str>) -> Result<(), SendError>;

    /// Fetches a file of at most `limit` bytes.
    async fn download(&self, file: &str, limit: usize) -> Result<Vec<u8>, SendError>;

    /// What the bot may do in the channel that people name `@name` or that has this address.
    async fn channel(&self, name: &str) -> Result<ChannelRights, SendError>;

    /// The link that opens a chat with the bot and hands it a code.
    fn start_link(&self, me: &Me, code: &str) -> String;
}
