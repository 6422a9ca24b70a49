//! Where a chat stands. The current screen can be drawn again from it at any time.

use super::news::Shelf;
use super::{Audience, Flow};
use crate::domain::ids::PostId;
use serde::{Deserialize, Serialize};

/// A place in the conversation; kept as JSON in the session row, so old names must stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// The menu, or for somebody unknown: how to get in.
    Home,
    /// News: what there is.
    News,
    NewsList {
        shelf: Shelf,
        page: u32,
    },
    /// The words or the photo of a piece of news are awaited; `None` for a new one.
    NewsWriting {
        post: Option<PostId>,
    },
    NewsPost {
        post: PostId,
    },
    /// The day of the event is awaited.
    NewsDay {
        post: PostId,
    },
    /// The time of publishing is awaited.
    NewsTime {
        post: PostId,
    },
    NewsDropping {
        post: PostId,
    },
}

impl State {
    /// The conversation that draws the screen and takes what is typed.
    pub(super) fn flow(&self) -> Flow {
        match self {
            Self::Home => Flow::Home,
            Self::News
            | Self::NewsList { .. }
            | Self::NewsWriting { .. }
            | Self::NewsPost { .. }
            | Self::NewsDay { .. }
            | Self::NewsTime { .. }
            | Self::NewsDropping { .. } => Flow::News,
        }
    }

    /// Who may be there; roles change while a chat stands still.
    pub(super) fn audience(&self) -> Audience {
        match self {
            Self::Home => Audience::Anyone,
            Self::News
            | Self::NewsList { .. }
            | Self::NewsWriting { .. }
            | Self::NewsPost { .. }
            | Self::NewsDay { .. }
            | Self::NewsTime { .. }
            | Self::NewsDropping { .. } => Audience::Staff,
        }
    }

    /// Whether a file sent now would be read, so that it is worth fetching.
    pub fn wants_file(&self) -> bool {
        // A photo comes as the messenger's reference; only documents would have to be fetched.
        false
    }
}
