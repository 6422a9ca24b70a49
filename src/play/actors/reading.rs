//! A message as a simulated person understands it: its buttons by what they mean.

use super::Move;
use crate::chat::Action;
use crate::sandbox::{SeenButton, SeenMessage};

/// What marks a choice that is on.
const CHOSEN: &str = "✓ ";

/// One button.
pub(super) struct Meant<'m> {
    /// 0 under a notice.
    pub version: i64,
    pub action: Action,
    button: &'m SeenButton,
}

impl Meant<'_> {
    pub(super) fn is_chosen(&self) -> bool {
        self.button.text.starts_with(CHOSEN)
    }

    pub(super) fn label(&self) -> &str {
        &self.button.text
    }
}

/// A message with its buttons.
pub(super) struct Reading<'m> {
    message: i64,
    pub buttons: Vec<Meant<'m>>,
}

impl<'m> Reading<'m> {
    pub(super) fn of(message: &'m SeenMessage) -> Self {
        let meant = |button: &'m SeenButton| {
            let (version, action) = Action::decode(button.data.as_deref()?)?;
            Some(Meant { version, action, button })
        };
        Self { message: message.id, buttons: message.buttons.iter().flatten().filter_map(meant).collect() }
    }

    /// Whether it came by itself and is no screen.
    pub(super) fn is_notice(&self) -> bool {
        self.buttons.iter().all(|button| button.version == 0)
    }

    pub(super) fn find(&self, wanted: impl Fn(&Action) -> bool) -> Option<&Meant<'m>> {
        self.buttons.iter().find(|button| wanted(&button.action))
    }

    pub(super) fn has(&self, wanted: impl Fn(&Action) -> bool) -> bool {
        self.find(wanted).is_some()
    }

    pub(super) fn press(&self, button: &Meant<'_>) -> Move {
        Move::Press { message: self.message, data: button.button.data.clone().unwrap_or_default() }
    }

    /// Presses the first button that means what is wanted.
    pub(super) fn press_first(&self, wanted: impl Fn(&Action) -> bool) -> Option<Move> {
        self.find(wanted).map(|button| self.press(button))
    }
}
