//! The Bot API over HTTP: find the method, play the ordered fault, run it, answer.

use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State as Shared};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::fault::FaultKind;
use super::ledger::Call;
use super::line::Scissors;
use super::methods::{self, Method, Run};
use super::params::Params;
use super::refusal::{self, Refusal};
use super::{Inner, body, polling};

/// Anything outside the page: `/bot<token>/<method>` and `/file/bot<token>/<path>`.
pub(super) async fn serve(
    Shared(inner): Shared<Arc<Inner>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    // Clients may encode the slash of a file's path and the colon of a token; Telegram takes both.
    let path = request.uri().path().replace("%2F", "/").replace("%3A", ":");
    if let Some((token, file)) = path.strip_prefix("/file/bot").and_then(|rest| rest.split_once('/')) {
        return download(&inner, token, file);
    }
    let Some((token, name)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return refuse(&refusal::NOT_FOUND);
    };
    if token != inner.token {
        return refuse(&refusal::UNAUTHORIZED);
    }
    let Some(method) = methods::find(name) else {
        let name = name.to_owned();
        inner.change(|state| state.ledger.note_unknown(&name));
        return refuse(&refusal::NOT_FOUND);
    };
    match body::read(request).await {
        Ok(params) => call(&inner, &scissors, method, params).await,
        Err(reason) => refuse(&reason),
    }
}

async fn call(inner: &Arc<Inner>, scissors: &Scissors, method: &'static Method, mut params: Params) -> Response {
    let chat = params.chat();
    let fault = inner.look(|state| state.faults.take(method.name, chat));
    match &fault {
        Some(FaultKind::ResetBefore) => {
            scissors.cut();
            return StatusCode::NO_CONTENT.into_response();
        }
        Some(FaultKind::ServerError(code)) => {
            note(inner, method, chat, Some(format!("{code}")));
            return gateway_error(*code);
        }
        Some(FaultKind::Delay(duration)) => tokio::time::sleep(*duration).await,
        _ => {}
    }
    let refused = fault.as_ref().and_then(FaultKind::refusal).map_or(Ok(()), Err);
    let response = match refused.and_then(|()| params.check(method)) {
        Err(reason) => {
            note(inner, method, chat, Some(reason.description.to_string()));
            refuse(&reason)
        }
        Ok(()) => run(inner, method, &params).await,
    };
    if matches!(fault, Some(FaultKind::ResetAfter)) {
        scissors.cut();
    }
    response
}

async fn run(inner: &Arc<Inner>, method: &'static Method, params: &Params) -> Response {
    let chat = params.chat();
    let Run::Now(handler) = method.run else {
        note(inner, method, chat, None);
        return match polling::updates(inner, params).await {
            Ok(updates) => json(StatusCode::OK, updates),
            Err(reason) => refuse(&reason),
        };
    };
    let answer = inner.change(|state| {
        let answer = handler(state, params);
        if state.ledger.is_on {
            let refused = answer.as_ref().err().map(|reason| reason.description.to_string());
            let call = Call { method: method.name, chat, at: state.now(), refused };
            state.ledger.calls.push(call);
        }
        answer
    });
    match answer {
        Ok(result) => accept(&result),
        Err(reason) => refuse(&reason),
    }
}

fn note(inner: &Inner, method: &'static Method, chat: Option<i64>, refused: Option<String>) {
    inner.look(|state| {
        if state.ledger.is_on {
            let call = Call { method: method.name, chat, at: state.now(), refused };
            state.ledger.calls.push(call);
        }
    });
}

fn accept(result: &Value) -> Response {
    json(StatusCode::OK, format!("{{\"ok\":true,\"result\":{result}}}"))
}

pub(super) fn refuse(reason: &Refusal) -> Response {
    let status = StatusCode::from_u16(reason.code).unwrap_or(StatusCode::BAD_REQUEST);
    json(status, reason.to_json().to_string())
}

pub(super) fn json(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn gateway_error(code: u16) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_GATEWAY);
    let page =
        format!("<html>\r\n<head><title>{status}</title></head>\r\n<body><h1>{status}</h1></body>\r\n</html>\r\n");
    (status, [(header::CONTENT_TYPE, "text/html")], page).into_response()
}

fn download(inner: &Inner, token: &str, path: &str) -> Response {
    if token != inner.token {
        return refuse(&refusal::UNAUTHORIZED);
    }
    match inner.look(|state| state.files.by_path(path).map(|stored| stored.bytes.clone())) {
        Some(bytes) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        None => refuse(&refusal::NOT_FOUND),
    }
}
