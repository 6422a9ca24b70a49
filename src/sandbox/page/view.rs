//! What the page draws: everything that changed since the revision it has.

use std::collections::HashSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State as Shared};
use chrono::DateTime;
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Inner;
use super::super::chat::{Chat, Kind, Standing};
use super::super::keyboard::Button;
use super::super::message::{Author, Media, Message};
use super::super::press::Presses;
use super::super::state::State;
use super::{clock, words};

/// Older messages than these are not sent to a page that has just opened.
const HISTORY: usize = 200;

#[derive(Deserialize)]
pub(super) struct Since {
    #[serde(default)]
    since: u64,
}

/// A pressed button that waits for its answer.
type Waiting<'a> = HashSet<(i64, i64, &'a str)>;

pub(super) async fn state(Shared(inner): Shared<Arc<Inner>>, Query(Since { since }): Query<Since>) -> Json<Value> {
    let clock = clock::view(&inner);
    let zone = inner.clock_control.as_ref().map_or(Tz::UTC, |control| control.zone());
    Json(inner.look(|state| {
        let pending = state.presses.all.iter().filter(|press| press.toast.is_none());
        let waiting: Waiting = pending.map(|p| (p.chat, p.message, p.data.as_str())).collect();
        let changed = state.order.iter().filter_map(|id| state.chats.get(id)).filter(|chat| chat.revision > since);
        let chats: Vec<Value> = changed.map(|chat| chat_view(state, chat, since, &waiting, zone)).collect();
        json!({
            "revision": state.revision, "bot": state.bot_username, "hints": state.hints,
            "clock": clock, "chats": chats, "toasts": toasts(state, since),
        })
    }))
}

fn toasts(state: &State, since: u64) -> Vec<Value> {
    let presses = state.presses.all.iter().enumerate().rev().take(HISTORY);
    let fresh = presses.filter(|(_, press)| since > 0 && press.revision > since);
    let shown = fresh.filter_map(|(index, press)| {
        let toast = press.toast.as_ref().filter(|toast| !toast.text.is_empty())?;
        let id = Presses::id_of(index).0;
        Some(json!({ "id": id, "chat": press.chat, "text": toast.text, "alert": toast.is_alert }))
    });
    shown.collect()
}

fn chat_view(state: &State, chat: &Chat, since: u64, waiting: &Waiting, zone: Tz) -> Value {
    let recent = &chat.messages[chat.messages.len().saturating_sub(HISTORY)..];
    let changed = recent.iter().filter(|message| message.revision > since);
    let messages: Vec<Value> = changed.map(|message| message_view(state, chat, message, waiting, zone)).collect();
    let (kind, standing) = match chat.kind {
        Kind::Private(Standing::Stranger) => ("person", "stranger"),
        Kind::Private(Standing::Started) => ("person", "started"),
        Kind::Private(Standing::Blocked) => ("person", "blocked"),
        Kind::Private(Standing::Deactivated) => ("person", "deactivated"),
        Kind::Channel(_) => ("channel", ""),
        Kind::Group => ("group", ""),
    };
    json!({
        "id": chat.id, "kind": kind, "standing": standing, "title": chat.title, "start": chat.start,
        "pinned": chat.pinned, "messages": messages,
    })
}

fn message_view(state: &State, chat: &Chat, message: &Message, waiting: &Waiting, zone: Tz) -> Value {
    if message.deleted {
        return json!({ "id": message.id, "deleted": true });
    }
    let at = DateTime::from_timestamp(message.date, 0).unwrap_or_default().with_timezone(&zone);
    let button = |button: &Button| {
        let data = button.callback_data.as_deref();
        let is_waiting = data.is_some_and(|data| waiting.contains(&(chat.id, message.id, data)));
        json!({
            "text": button.text, "data": data, "url": button.url, "style": button.style, "waiting": is_waiting,
        })
    };
    let rows: Vec<Vec<Value>> = message.keyboard.0.iter().map(|row| row.iter().map(button).collect()).collect();
    let mut view = json!({
        "id": message.id, "day": words::day(&at), "time": words::time(&at), "edited": message.edited.is_some(),
        "text": message.text.text, "entities": message.text.entities, "buttons": rows,
        "forwarded": message.extra.contains_key("forward_origin"),
    });
    let (side, name) = match message.author {
        Author::Bot => ("bot", None),
        Author::Channel | Author::Anonymous => ("place", None),
        Author::Person(user) => ("person", state.chats.get(&user).map(|person| person.title.as_str())),
    };
    (view["side"], view["name"]) = (side.into(), name.into());
    attachment(state, message, &mut view);
    view
}

fn attachment(state: &State, message: &Message, view: &mut Value) {
    match &message.media {
        Some(Media::Photo { file, width, height }) => {
            view["photo"] = json!({ "url": format!("/page/files/{file}"), "width": width, "height": height });
        }
        Some(Media::Document { file }) => {
            let stored = state.files.get(file);
            let (name, size) = stored.map_or(("", 0), |stored| (stored.name.as_str(), stored.bytes.len()));
            view["file"] = json!({ "url": format!("/page/files/{file}"), "name": name, "size": size });
        }
        Some(Media::Odd { field, .. }) => view["odd"] = (*field).into(),
        None => {}
    }
}
