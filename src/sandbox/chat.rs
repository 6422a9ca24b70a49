//! People, channels and groups, and whether the bot may write to them.

use serde_json::{Value, json};

use super::message::Message;
use super::refusal::{self, Refusal};

/// A fictional person; also their private chat with the bot, which has the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UserId(pub i64);

/// A chat: a person's, a channel's or a group's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatId(pub i64);

impl From<UserId> for ChatId {
    fn from(user: UserId) -> Self {
        Self(user.0)
    }
}

/// What the bot may do in a channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rights {
    /// A bot is in a channel only as an administrator.
    pub is_admin: bool,
    pub can_post: bool,
}

/// A person's place in a channel or a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    Creator,
    Administrator,
    Member,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Standing {
    /// Never wrote to the bot.
    #[default]
    Stranger,
    Started,
    Blocked,
    Deactivated,
}

pub(super) enum Kind {
    Private(Standing),
    Channel(Rights),
    Group,
}

pub(super) struct Chat {
    pub(super) id: i64,
    pub(super) kind: Kind,
    /// A person's whole name, or the title.
    pub(super) title: String,
    pub(super) username: Option<String>,
    pub(super) members: Vec<(i64, Membership)>,
    /// In the order of ids.
    pub(super) messages: Vec<Message>,
    pub(super) pinned: Option<i64>,
    /// What follows «/start » when the person presses Start on the page: they came by a link.
    pub(super) start: String,
    /// The state's revision when something here last changed.
    pub(super) revision: u64,
}

impl Chat {
    pub(super) fn new(id: i64, kind: Kind, title: &str) -> Self {
        let (messages, members) = (Vec::new(), Vec::new());
        Self {
            id,
            kind,
            title: title.to_owned(),
            username: None,
            members,
            messages,
            pinned: None,
            start: String::new(),
            revision: 0,
        }
    }

    /// The Bot API's `Chat`.
    pub(super) fn to_json(&self) -> Value {
        let mut chat = json!({ "id": self.id });
        match self.kind {
            Kind::Private(_) => {
                chat["type"] = "private".into();
                self.name_into(&mut chat);
            }
            Kind::Channel(_) => {
                (chat["type"], chat["title"]) = ("channel".into(), self.title.clone().into());
            }
            Kind::Group => {
                (chat["type"], chat["title"]) = ("supergroup".into(), self.title.clone().into());
            }
        }
        if let Some(username) = &self.username {
            chat["username"] = username.clone().into();
        }
        chat
    }

    /// The Bot API's `User`, for a person.
    pub(super) fn user_json(&self) -> Value {
        let mut user = json!({ "id": self.id, "is_bot": false, "language_code": "ru" });
        self.name_into(&mut user);
        user
    }

    fn name_into(&self, target: &mut Value) {
        let (first, last) = self.title.split_once(' ').unwrap_or((&self.title, ""));
        target["first_name"] = first.into();
        if !last.is_empty() {
            target["last_name"] = last.into();
        }
    }

    pub(super) fn is_channel(&self) -> bool {
        matches!(self.kind, Kind::Channel(_))
    }

    pub(super) fn standing(&self) -> Option<Standing> {
        match self.kind {
            Kind::Private(standing) => Some(standing),
            _ => None,
        }
    }

    /// Whether the bot may see the chat at all.
    pub(super) fn may_look(&self) -> Result<(), Refusal> {
        match self.kind {
            Kind::Channel(rights) if !rights.is_admin => Err(refusal::NOT_IN_CHANNEL),
            _ => Ok(()),
        }
    }

    /// Whether the bot may send a message here.
    pub(super) fn may_write(&self) -> Result<(), Refusal> {
        self.may_look()?;
        match self.kind {
            Kind::Private(Standing::Stranger) => Err(refusal::NEVER_STARTED),
            Kind::Private(Standing::Blocked) => Err(refusal::BOT_BLOCKED),
            Kind::Private(Standing::Deactivated) => Err(refusal::USER_DEACTIVATED),
            Kind::Channel(rights) if !rights.can_post => Err(refusal::NO_POST_RIGHT),
            _ => Ok(()),
        }
    }

    /// A message that is there and not deleted.
    pub(super) fn message(&self, id: i64) -> Option<&Message> {
        let index = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        Some(&self.messages[index]).filter(|message| !message.deleted)
    }

    pub(super) fn message_mut(&mut self, id: i64) -> Option<&mut Message> {
        let index = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        Some(&mut self.messages[index]).filter(|message| !message.deleted)
    }

    pub(super) fn membership(&self, user: i64) -> Option<Membership> {
        self.members.iter().find(|(id, _)| *id == user).map(|(_, membership)| *membership)
    }
}
