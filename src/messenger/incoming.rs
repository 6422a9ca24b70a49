//! What people do, in no messenger's words.

/// Something that somebody did.
#[derive(Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Where it happened and where the answer goes; '' when there is no chat.
    pub chat: String,
    pub sender: Option<Sender>,
    pub content: Content,
}

impl Incoming {
    /// Something nobody waits an answer for.
    pub(super) fn ignored() -> Self {
        Self { chat: String::new(), sender: None, content: Content::Ignored }
    }
}

impl std::fmt::Debug for Incoming {
    /// The kind only: what people write stays out of logs (guarantee I6).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming").field("chat", &self.chat).finish_non_exhaustive()
    }
}

/// Who did it.
#[derive(Clone, PartialEq, Eq)]
pub struct Sender {
    /// The name in the messenger: a hint only, people rename themselves.
    pub name: String,
    /// Language tag of the person's messenger.
    pub language: Option<String>,
}

/// What was done.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    Text(String),
    /// A command typed by the person themself: `/name rest`.
    Command {
        name: String,
        rest: String,
    },
    Press {
        id: String,
        data: String,
        message: Option<String>,
    },
    File(IncomingFile),
    Photo {
        file: String,
        caption: String,
        /// Pictures sent together share it.
        album: Option<String>,
    },
    /// Something that no question takes.
    Unsupported {
        kind: Unsupported,
        album: Option<String>,
    },
    /// An earlier message was changed.
    Edited,
    /// A channel was shown to the bot: a forwarded post, its @name, or the bot was made an administrator.
    Channel(ChannelSeen),
    /// The person stopped (`true`) or restarted the bot.
    Blocked(bool),
    /// Not for us: groups, service messages, other bots, kinds of updates made after this program.
    Ignored,
}

/// A file with its content where it was wanted and small enough.
#[derive(Clone, PartialEq, Eq)]
pub struct IncomingFile {
    /// The messenger's reference.
    pub file: String,
    pub name: String,
    /// In bytes, as the messenger says.
    pub size: u64,
    /// Fetched before the conversation sees it; `None` when nobody asked for a file or it is too large.
    pub content: Option<Vec<u8>>,
}

/// A channel that somebody showed to the bot.
#[derive(Clone, PartialEq, Eq)]
pub struct ChannelSeen {
    /// Its address or @name.
    pub name: String,
    /// What the bot may do there; `None` until asked, or when the messenger refuses to say.
    pub rights: Option<super::ChannelRights>,
}

coded_enum! {
    /// What people send where words are wanted.
    pub enum Unsupported {
        Voice = "voice",
        Sticker = "sticker",
        Video = "video",
        Poll = "poll",
        Contact = "contact",
        Location = "location",
        Dice = "dice",
        Forward = "forward",
        Other = "other",
    }
}
