//! The curator, led by a script: presses by meaning, types, sends files.

use super::stage::Stage;
use crate::chat::Action;
use crate::play::actors::Move;
use crate::sandbox::{SeenButton, UserId};
use anyhow::Context;

/// The curator at the bot, for the length of a scene; other people talk on meanwhile.
pub(super) struct Curator<'s> {
    pub stage: &'s mut Stage,
    pub user: UserId,
}

impl<'s> Curator<'s> {
    /// Takes the curator by the hand.
    pub(super) fn lead(stage: &'s mut Stage, user: UserId) -> Self {
        stage.led = Some(user.into());
        Self { stage, user }
    }

    /// Lets go: from here the curator answers what comes like everybody else.
    pub(super) async fn leave(self) -> anyhow::Result<()> {
        self.stage.led = None;
        self.stage.talk().await
    }

    /// Everybody takes a turn; a second passes with each.
    async fn then(&mut self) -> anyhow::Result<()> {
        self.stage.talk().await
    }

    pub(super) async fn says(&mut self, text: &str) -> anyhow::Result<()> {
        self.stage.make(self.user, &Move::Say(text.to_owned()));
        self.then().await
    }

    pub(super) async fn sends(&mut self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.stage.sandbox.send_document(self.user, name, bytes);
        self.then().await
    }

    /// Opens the menu and presses one of its buttons.
    pub(super) async fn opens(&mut self, wanted: impl Fn(&Action) -> bool, what: &str) -> anyhow::Result<()> {
        self.says("/menu").await?;
        self.presses(wanted, what).await
    }

    /// Presses the latest button that means what is wanted; `what` names it when there is none.
    pub(super) async fn presses(&mut self, wanted: impl Fn(&Action) -> bool, what: &str) -> anyhow::Result<()> {
        let step =
            self.find(wanted).with_context(|| format!("the curator finds no button for: {what}\n{}", self.screen()))?;
        self.stage.make(self.user, &step);
        self.then().await
    }

    /// The same where it may be missing; `false` when it is.
    pub(super) async fn presses_if_there(&mut self, wanted: impl Fn(&Action) -> bool) -> anyhow::Result<bool> {
        let Some(step) = self.find(wanted) else {
            return Ok(false);
        };
        self.stage.make(self.user, &step);
        self.then().await?;
        Ok(true)
    }

    /// On the last message that has buttons.
    fn find(&self, wanted: impl Fn(&Action) -> bool) -> Option<Move> {
        let found = |(action, step): (Action, Move)| wanted(&action).then_some(step);
        self.buttons().into_iter().find_map(found)
    }

    /// What the last message with buttons offers.
    pub(super) fn actions(&self) -> Vec<Action> {
        self.buttons().into_iter().map(|(action, _)| action).collect()
    }

    fn buttons(&self) -> Vec<(Action, Move)> {
        let messages = self.stage.sandbox.messages(self.user);
        let mut latest = messages.iter().rev();
        let Some(screen) = latest.find(|one| one.from_bot && !one.buttons.is_empty()) else {
            return Vec::new();
        };
        let meant = |button: &SeenButton| {
            let data = button.data.clone()?;
            let (_, action) = Action::decode(&data)?;
            let message = screen.id;
            Some((action, Move::Press { message, data }))
        };
        screen.buttons.iter().flatten().filter_map(meant).collect()
    }

    /// What stands on the screen: the people of a rehearsal are fictional, so it may be shown.
    pub(super) fn screen(&self) -> String {
        let messages = self.stage.sandbox.messages(self.user);
        let last = messages.iter().rev().take(2).map(|message| {
            let labels = message.labels();
            format!("{} {labels:?}", message.text)
        });
        last.collect::<Vec<_>>().join("\n")
    }

    /// The code in the latest invitation.
    pub(super) fn code(&self) -> Option<String> {
        let messages = self.stage.sandbox.messages(self.user);
        messages.iter().rev().find_map(|message| {
            let (_, rest) = message.text.split_once("?start=")?;
            rest.split_whitespace().next().map(str::to_owned)
        })
    }
}
