//! A simulated person's hand: types, taps by meaning, waits for the answer.

use crate::chat::Action;
use crate::delivery::Delivery;
use crate::sandbox::{Sandbox, SeenMessage, UserId};
use anyhow::Context;
use std::sync::Arc;

/// Somebody in front of the chat, with the bot settled after each act.
pub(super) struct Hand<'a> {
    pub(super) sandbox: &'a Sandbox,
    pub(super) bot: &'a Arc<Delivery>,
    pub(super) user: UserId,
}

/// The actions under a message, with the data of their buttons.
pub(super) fn actions(message: &SeenMessage) -> impl Iterator<Item = (Action, &str)> {
    let buttons = message.buttons.iter().flatten();
    let data = buttons.filter_map(|button| button.data.as_deref());
    data.filter_map(|data| Action::decode(data).map(|(_, action)| (action, data)))
}

impl Hand<'_> {
    pub(super) async fn says(&self, text: &str) -> anyhow::Result<()> {
        self.sandbox.say(self.user, text);
        self.bot.settle().await
    }

    /// Presses the newest button that means what is wanted.
    pub(super) async fn presses(&self, what: &str, is_wanted: impl Fn(&Action) -> bool) -> anyhow::Result<()> {
        let messages = self.sandbox.messages(self.user);
        let found = messages.iter().rev().find_map(|message| {
            let (_, data) = actions(message).find(|(action, _)| is_wanted(action))?;
            Some((message.id, data.to_owned()))
        });
        let (message, data) = found.with_context(|| format!("no button that would {what}"))?;
        self.sandbox.press(self.user, message, &data);
        self.bot.settle().await
    }
}
