//! Acting as a person: everything here becomes an update for the bot.
//!
//! Ids come from the same sandbox; a foreign one is a mistake of the caller and panics.

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::Sandbox;
use super::chat::{Kind, Standing, UserId};
use super::entity::Formatted;
use super::files::dimensions;
use super::message::{Author, Draft, Media};
use super::press::PressId;
use super::refusal::{self, Refusal};
use super::state::State;

impl State {
    /// A person writes to the bot in private. Writing starts the bot and lifts a block, as in Telegram.
    pub(super) fn receive(&mut self, user: i64, draft: Draft) -> Result<i64, Refusal> {
        match self.chat(user)?.standing() {
            None | Some(Standing::Deactivated) => return Err(refusal::USER_NOT_FOUND),
            Some(Standing::Blocked) => self.stand(user, Standing::Started)?,
            Some(_) => self.chat_mut(user)?.kind = Kind::Private(Standing::Started),
        }
        self.post_as(user, Author::Person(user), draft)
    }

    /// Somebody writes in a chat and the bot learns of it.
    pub(super) fn post_as(&mut self, chat: i64, author: Author, draft: Draft) -> Result<i64, Refusal> {
        let id = self.put(chat, author, draft)?;
        let kind = if self.chat(chat)?.is_channel() { "channel_post" } else { "message" };
        if self.chat(chat)?.may_look().is_ok() {
            let shown = self.shown(chat, id);
            self.queue.push(kind, &shown);
        }
        Ok(id)
    }

    pub(super) fn attach(&mut self, name: &str, bytes: Vec<u8>, caption: &str) -> Draft {
        let file = self.files.add(name, None, bytes.into(), false);
        Draft { media: Some(Media::Document { file }), ..Draft::text(Formatted::typed(caption)) }
    }

    pub(super) fn picture(&mut self, bytes: Vec<u8>, caption: &str) -> Draft {
        let (width, height) = dimensions(&bytes).unwrap_or((1280, 960));
        let file = self.files.add("photo.jpg", None, bytes.into(), true);
        Draft { media: Some(Media::Photo { file, width, height }), ..Draft::text(Formatted::typed(caption)) }
    }
}

impl Sandbox {
    pub(super) fn act<T>(&self, action: impl FnOnce(&mut State) -> Result<T, Refusal>) -> T {
        match self.0.change(action) {
            Ok(result) => result,
            Err(reason) => panic!("not in this sandbox: {}", reason.description),
        }
    }

    /// Types a message and returns its id.
    pub fn say(&self, user: UserId, text: &str) -> i64 {
        self.act(|state| state.receive(user.0, Draft::text(Formatted::typed(text))))
    }

    /// Follows `https://t.me/<bot>?start=<payload>` and presses Start.
    pub fn start_link(&self, user: UserId, payload: &str) -> i64 {
        self.say(user, format!("/start {payload}").trim_end())
    }

    /// Corrects an own message; the bot gets `edited_message`.
    pub fn edit(&self, user: UserId, message_id: i64, text: &str) {
        self.act(|state| {
            let now = state.timestamp();
            let message = state.chat_mut(user.0)?.message_mut(message_id).ok_or(refusal::EDIT_NOT_FOUND)?;
            (message.text, message.edited) = (Formatted::typed(text), Some(now));
            state.touch(user.0, message_id);
            let shown = state.shown(user.0, message_id);
            state.queue.push("edited_message", &shown);
            Ok(())
        });
    }

    /// Sends a callback query with any data, whether or not such a button exists.
    pub fn press(&self, user: UserId, message_id: i64, data: &str) -> PressId {
        self.0.change(|state| state.press(user.0, user.0, message_id, data))
    }

    /// Presses the button with this label under the latest message that has one.
    pub fn press_label(&self, user: UserId, label: &str) -> anyhow::Result<PressId> {
        let messages = self.messages(user);
        let buttons =
            || messages.iter().rev().flat_map(|message| message.buttons.iter().flatten().map(move |b| (message.id, b)));
        let found = buttons().find(|(_, button)| button.text == label);
        let Some((message, button)) = found else {
            let there: Vec<&str> = buttons().map(|(_, button)| button.text.as_str()).take(12).collect();
            bail!("no button «{label}»; there are {there:?}");
        };
        let data = button.data.as_ref().with_context(|| format!("«{label}» is not a button to press but a link"))?;
        Ok(self.press(user, message, data))
    }

    pub fn send_document(&self, user: UserId, name: &str, bytes: impl Into<Vec<u8>>) -> i64 {
        self.act(|state| {
            let draft = state.attach(name, bytes.into(), "");
            state.receive(user.0, draft)
        })
    }

    pub fn send_photo(&self, user: UserId, bytes: impl Into<Vec<u8>>, caption: &str) -> i64 {
        self.act(|state| {
            let draft = state.picture(bytes.into(), caption);
            state.receive(user.0, draft)
        })
    }

    /// Puts an update into the queue as it is; `update_id` is added when missing, and returned.
    pub fn raw_update(&self, update: Value) -> i64 {
        self.0.change(|state| state.queue.push_raw(update))
    }
}
