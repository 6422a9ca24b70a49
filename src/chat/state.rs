//! Where a chat stands. The current screen can be drawn again from it at any time.

use super::{Audience, Flow};
use serde::{Deserialize, Serialize};

/// A place in the conversation; kept as JSON in the session row, so old names must stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// The menu, or for somebody unknown: how to get in.
    Home,
}

impl State {
    /// The conversation that draws the screen and takes what is typed.
    pub(super) fn flow(&self) -> Flow {
        match self {
            Self::Home => Flow::Home,
        }
    }

    /// Who may be there; roles change while a chat stands still.
    pub(super) fn audience(&self) -> Audience {
        match self {
            Self::Home => Audience::Anyone,
        }
    }

    /// Whether a file sent now would be read, so that it is worth fetching.
    pub fn wants_file(&self) -> bool {
        match self {
            Self::Home => false,
        }
    }
}
