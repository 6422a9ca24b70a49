//! Buttons under a message.

use serde::{Deserialize, Serialize};

/// Rows of buttons.
pub type Keyboard = Vec<Vec<Key>>;

/// One button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    pub label: String,
    pub target: Target,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// Comes back to us when pressed; at most 64 bytes.
    Press(String),
    /// Opens an address.
    Url(String),
}
