//! The Bot API methods that the sandbox plays.
//!
//! To add one: write its handler in the file of its subject, then add its line to [`METHODS`] with exactly the
//! parameters the handler reads. A test compares the table with the published contract.

mod answer;
mod bot;
mod edit;
mod places;
mod send;
mod table;
mod text;

use serde_json::Value;

pub(super) use self::places::bot_member;
pub use self::table::METHODS;

use super::params::Params;
use super::refusal::Refusal;
use super::state::State;

/// What a handler gives: the `result` of the answer.
pub(super) type Answer = Result<Value, Refusal>;

/// One row of [`METHODS`].
pub struct Method {
    pub name: &'static str,
    /// What it understands; anything else in a call is an error.
    pub params: &'static [Param],
    pub(super) run: Run,
}

pub(super) enum Run {
    /// Answered at once, under the lock.
    Now(fn(&mut State, &Params) -> Answer),
    /// `getUpdates`, which may wait.
    Poll,
}

/// One parameter of a method.
pub struct Param {
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
}

/// The type of a parameter, in the contract's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Integer,
    Boolean,
    Text,
    /// A number or `@username`.
    Chat,
    File,
    /// An upload, or the id of a file that the server has.
    FileOrText,
    Object(&'static str),
    Array(&'static str),
}

impl Kind {
    /// As the contract writes it.
    pub fn contract(self) -> &'static str {
        match self {
            Self::Integer => "Integer",
            Self::Boolean => "Boolean",
            Self::Text => "String",
            Self::Chat => "Integer|String",
            Self::File => "InputFile",
            Self::FileOrText => "InputFile|String",
            Self::Object(name) | Self::Array(name) => name,
        }
    }
}

/// The method of this name; Telegram does not look at case.
pub(super) fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name))
}
