//! What people do on the page.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State as Shared};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::super::Inner;
use super::super::chat::Standing;
use super::super::entity::Formatted;
use super::super::files::dimensions;
use super::super::http::refuse;
use super::super::message::Draft;
use super::super::refusal::{self, Refusal};
use super::super::state::State;

#[derive(Deserialize)]
pub(super) struct Say {
    user: i64,
    text: String,
}

#[derive(Deserialize)]
pub(super) struct Press {
    user: i64,
    message: i64,
    data: String,
}

#[derive(Deserialize)]
pub(super) struct Send {
    user: i64,
    name: String,
}

#[derive(Deserialize)]
pub(super) struct Block {
    user: i64,
    blocked: bool,
}

#[derive(Deserialize)]
pub(super) struct Person {
    name: String,
}

fn act<T>(inner: &Inner, action: impl FnOnce(&mut State) -> Result<T, Refusal>) -> Response {
    match inner.change(action) {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(reason) => refuse(&reason),
    }
}

pub(super) async fn say(Shared(inner): Shared<Arc<Inner>>, Json(said): Json<Say>) -> Response {
    act(&inner, |state| {
        let text = Formatted::typed(&said.text);
        if text.length() == 0 { Err(refusal::TEXT_EMPTY) } else { state.receive(said.user, Draft::text(text)) }
    })
}

pub(super) async fn press(Shared(inner): Shared<Arc<Inner>>, Json(press): Json<Press>) -> Response {
    act(&inner, |state| {
        state.chat(press.user)?.message(press.message).ok_or(refusal::EDIT_NOT_FOUND)?;
        Ok(state.press(press.user, press.user, press.message, &press.data))
    })
}

/// A file is the whole body; its content type keeps other sites' forms out.
pub(super) async fn send(
    Shared(inner): Shared<Arc<Inner>>,
    Query(send): Query<Send>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind != "application/octet-stream") {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    act(&inner, |state| {
        let draft = if dimensions(&body).is_some() {
            state.picture(body.into(), "")
        } else {
            state.attach(&send.name, body.into(), "")
        };
        state.receive(send.user, draft)
    })
}

pub(super) async fn block(Shared(inner): Shared<Arc<Inner>>, Json(block): Json<Block>) -> Response {
    let standing = if block.blocked { Standing::Blocked } else { Standing::Started };
    act(&inner, |state| state.stand(block.user, standing))
}

pub(super) async fn add_person(Shared(inner): Shared<Arc<Inner>>, Json(person): Json<Person>) -> Response {
    if person.name.trim().is_empty() {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let user = inner.change(|state| state.add_person(&person.name));
    Json(json!({ "id": user.0 })).into_response()
}

/// Photos are shown, everything else is only saved: a page that somebody sends must not run here.
pub(super) async fn download(Shared(inner): Shared<Arc<Inner>>, Path(key): Path<String>) -> Response {
    let found = inner.look(|state| {
        let stored = state.files.get(&key)?;
        Some((stored.bytes.clone(), stored.name.clone(), dimensions(&stored.bytes).is_some()))
    });
    let Some((bytes, name, is_picture)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match (is_picture, bytes.first()) {
        (true, Some(0x89)) => "image/png",
        (true, _) => "image/jpeg",
        (false, _) => "application/octet-stream",
    };
    let name = name.bytes().fold(String::new(), |mut name, byte| {
        let _ = write!(name, "%{byte:02X}");
        name
    });
    let place = if is_picture { "inline" } else { "attachment" };
    let disposition = format!("{place}; filename*=UTF-8''{name}");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}
