//! New messages of the bot.

use serde_json::Value;

use super::super::files::{FileKey, dimensions};
use super::super::keyboard::Keyboard;
use super::super::message::{Author, Draft, Media};
use super::super::params::Params;
use super::super::refusal::{self, Refusal};
use super::super::state::State;
use super::{Answer, text};

/// Telegram takes photos of width plus height up to this, and sides at most 20 to 1.
const MAX_PHOTO_SIDES: u32 = 10_000;
const MAX_PHOTO_RATIO: u32 = 20;
const MAX_PHOTO_BYTES: usize = 10 * 1024 * 1024;

pub(super) fn message(state: &mut State, params: &Params) -> Answer {
    let text = text::message_text(params, refusal::TEXT_TOO_LONG)?;
    let keyboard = Keyboard::of_new_message(params.value("reply_markup"))?;
    send(state, params, Draft { keyboard, ..Draft::text(text) })
}

pub(super) fn photo(state: &mut State, params: &Params) -> Answer {
    let caption = text::caption(params)?;
    let keyboard = Keyboard::of_new_message(params.value("reply_markup"))?;
    allow(state, params)?;
    let file = file(state, params, "photo")?;
    let stored = state.files.get(&file).ok_or(refusal::FILE_ID)?;
    let (width, height) = dimensions(&stored.bytes).ok_or(refusal::NOT_AN_IMAGE)?;
    let (short, long) = (width.min(height), width.max(height));
    if width + height > MAX_PHOTO_SIDES || long > short.saturating_mul(MAX_PHOTO_RATIO) {
        return Err(refusal::PHOTO_SIZE);
    }
    if stored.bytes.len() > MAX_PHOTO_BYTES {
        return Err(refusal::FILE_TOO_BIG);
    }
    let media = Some(Media::Photo { file, width, height });
    send(state, params, Draft { media, keyboard, ..Draft::text(caption) })
}

pub(super) fn document(state: &mut State, params: &Params) -> Answer {
    let caption = text::caption(params)?;
    let keyboard = Keyboard::of_new_message(params.value("reply_markup"))?;
    allow(state, params)?;
    let media = Some(Media::Document { file: file(state, params, "document")? });
    send(state, params, Draft { media, keyboard, ..Draft::text(caption) })
}

/// The chat of the call, if the bot may write there.
fn allow(state: &State, params: &Params) -> Result<i64, Refusal> {
    let chat = state.resolve(params.value("chat_id"))?;
    state.chat(chat)?.may_write()?;
    Ok(chat)
}

fn send(state: &mut State, params: &Params, draft: Draft) -> Answer {
    let chat = allow(state, params)?;
    let reply_to = reply_to(state, chat, params)?;
    let now_ms = state.now().timestamp_millis();
    state.limits.spend(chat, now_ms)?;
    let id = state.put(chat, Author::Bot, Draft { reply_to, ..draft })?;
    Ok(state.shown(chat, id))
}

fn reply_to(state: &State, chat: i64, params: &Params) -> Result<Option<i64>, Refusal> {
    let Some(reply) = params.value("reply_parameters") else {
        return Ok(None);
    };
    let id = reply.get("message_id").and_then(Value::as_i64).ok_or(refusal::REPLY_NOT_FOUND)?;
    if state.chat(chat)?.message(id).is_some() {
        return Ok(Some(id));
    }
    let lenient = reply.get("allow_sending_without_reply").and_then(Value::as_bool).unwrap_or(false);
    if lenient { Ok(None) } else { Err(refusal::REPLY_NOT_FOUND) }
}

/// The file of parameter `name`: uploaded now, or known by its id.
fn file(state: &mut State, params: &Params, name: &str) -> Result<FileKey, Refusal> {
    if let Some(upload) = params.upload(name) {
        if upload.bytes.is_empty() {
            return Err(refusal::FILE_EMPTY);
        }
        return Ok(state.files.add(&upload.name, upload.mime.as_deref(), upload.bytes.clone(), name == "photo"));
    }
    let id = params.text(name).unwrap_or_default();
    if id.starts_with("http://") || id.starts_with("https://") {
        return Err(refusal::FILE_URL); // The sandbox has no network.
    }
    let known = state.files.get(id).ok_or(refusal::FILE_ID)?;
    if known.is_photo != (name == "photo") {
        let [is, wanted] = if known.is_photo { ["Photo", "Document"] } else { ["Document", "Photo"] };
        return Err(Refusal::bad(format!("can't use file of type {is} as {wanted}")));
    }
    Ok(id.to_owned())
}
