//! What a row of the outbox holds.

use super::{Keyboard, Markup};
use crate::domain::notice::Notice;
use serde::{Deserialize, Serialize};

/// A message as it is shown: text, buttons, and perhaps a photo that the messenger already has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    pub text: Markup,
    #[serde(default)]
    pub keyboard: Keyboard,
    /// The messenger's reference of a photo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
}

/// Where a screen goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// In place of the message that shows the previous screen.
    Edit(String),
    /// Below everything; the buttons of the previous screen go away.
    New { previous: Option<String> },
}

/// A letter in its envelope's place: rendered already, or to be rendered when it leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Letter {
    /// The answer to somebody who wrote or tapped, rendered when the answer was decided.
    Screen {
        sheet: Option<Sheet>,
        place: Place,
        /// The session version whose screen this is.
        version: i64,
        /// The press that is answered, if it was one.
        press: Option<String>,
        /// A short line shown over the chat.
        toast: Option<String>,
    },
    /// Something owed to somebody: rendered from the facts at the moment it leaves.
    Notice(Notice),
}
