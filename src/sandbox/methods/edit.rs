//! Changing and deleting what was sent.

use chrono::TimeDelta;
use serde_json::Value;

use super::super::keyboard::Keyboard;
use super::super::message::{Author, Message};
use super::super::params::Params;
use super::super::refusal::{self, Refusal};
use super::super::state::State;
use super::{Answer, text as texts};

/// A message older than this cannot be deleted.
const DELETABLE: TimeDelta = TimeDelta::hours(48);

pub(super) fn text(state: &mut State, params: &Params) -> Answer {
    let text = texts::message_text(params, refusal::EDIT_TOO_LONG)?;
    let keyboard = Keyboard::inline(params.value("reply_markup"))?;
    edit(state, params, |message| {
        if message.media.is_some() {
            return Err(refusal::NO_TEXT_TO_EDIT);
        }
        let is_same = message.text == text && message.keyboard == keyboard;
        (message.text, message.keyboard) = (text, keyboard);
        Ok(!is_same)
    })
}

pub(super) fn caption(state: &mut State, params: &Params) -> Answer {
    let caption = texts::caption(params)?;
    let keyboard = Keyboard::inline(params.value("reply_markup"))?;
    edit(state, params, |message| {
        if message.media.is_none() {
            return Err(refusal::NO_CAPTION_TO_EDIT);
        }
        let is_same = message.text == caption && message.keyboard == keyboard;
        (message.text, message.keyboard) = (caption, keyboard);
        Ok(!is_same)
    })
}

pub(super) fn markup(state: &mut State, params: &Params) -> Answer {
    let keyboard = Keyboard::inline(params.value("reply_markup"))?;
    edit(state, params, |message| {
        let is_same = message.keyboard == keyboard;
        message.keyboard = keyboard;
        Ok(!is_same)
    })
}

/// Applies `change` to the bot's own message; `change` says whether anything differs.
fn edit(state: &mut State, params: &Params, change: impl FnOnce(&mut Message) -> Result<bool, Refusal>) -> Answer {
    let id = params.message_id()?;
    let chat_id = state.resolve(params.value("chat_id"))?;
    let now = state.timestamp();
    let chat = state.chat_mut(chat_id)?;
    chat.may_write()?;
    let is_channel = chat.is_channel();
    let message = chat.message_mut(id).ok_or(refusal::EDIT_NOT_FOUND)?;
    if message.author != Author::Bot && !(is_channel && message.author == Author::Channel) {
        return Err(refusal::CANT_EDIT);
    }
    if !change(message)? {
        return Err(refusal::NOT_MODIFIED);
    }
    message.edited = Some(now);
    state.touch(chat_id, id);
    state.note_heard(chat_id, id);
    Ok(state.shown(chat_id, id))
}

pub(super) fn delete(state: &mut State, params: &Params) -> Answer {
    let id = params.message_id()?;
    let chat_id = state.resolve(params.value("chat_id"))?;
    let now = state.timestamp();
    let chat = state.chat_mut(chat_id)?;
    chat.may_write()?;
    let message = chat.message_mut(id).ok_or(refusal::DELETE_NOT_FOUND)?;
    if now - message.date > DELETABLE.num_seconds() {
        return Err(refusal::CANT_DELETE);
    }
    message.deleted = true;
    if chat.pinned == Some(id) {
        chat.pinned = None;
    }
    state.touch(chat_id, id);
    state.note_heard(chat_id, id);
    Ok(Value::Bool(true))
}
