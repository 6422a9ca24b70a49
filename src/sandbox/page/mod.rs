//! The chat page: everybody's chats side by side in a browser, with nothing from elsewhere.
//!
//! The page asks for what changed since a revision; a stream of events tells it when to ask. Everything a person
//! does on it goes through the same functions as a test's `say` and `press`.

mod acts;
pub(super) mod clock;
mod events;
mod view;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::{get, post};

use super::Inner;

/// The page loads only what this server gives.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

/// As much as Telegram lets people send to a bot that wants to read it.
const MAX_FILE: usize = 50 * 1024 * 1024;

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

/// Where each part of the page lies, and what it is.
const ASSETS: [(&str, &str, &str); 8] = [
    ("/", HTML, include_str!("index.html")),
    ("/page/app.js", SCRIPT, include_str!("app.js")),
    ("/page/card.js", SCRIPT, include_str!("card.js")),
    ("/page/message.js", SCRIPT, include_str!("message.js")),
    ("/page/people.js", SCRIPT, include_str!("people.js")),
    ("/page/server.js", SCRIPT, include_str!("server.js")),
    ("/page/style.css", STYLE, include_str!("style.css")),
    ("/page/chat.css", STYLE, include_str!("chat.css")),
];

pub(super) fn routes() -> Router<Arc<Inner>> {
    let mut router = Router::new()
        .route("/page/state", get(view::state))
        .route("/page/events", get(events::stream))
        .route("/page/files/{key}", get(acts::download))
        .route("/page/say", post(acts::say))
        .route("/page/press", post(acts::press))
        .route("/page/send", post(acts::send).layer(DefaultBodyLimit::max(MAX_FILE)))
        .route("/page/block", post(acts::block))
        .route("/page/people", post(acts::add_person))
        .route("/page/clock", post(clock::advance));
    for (path, kind, text) in ASSETS {
        router = router.route(path, get(async move || asset(kind, text)));
    }
    router
}

fn asset(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache"), (CONTENT_SECURITY_POLICY, POLICY)], text)
}
