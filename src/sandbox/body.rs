//! Reading a request: JSON, form, multipart or query, as Telegram takes them.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use reqwest::Url;
use serde_json::{Map, Value};

use super::params::{Params, Upload};
use super::refusal::{self, Refusal};

/// Telegram's limit for an upload is 50 MB; the rest is the envelope.
const MAX_BODY: usize = 51 * 1024 * 1024;

/// The parameters of a call, not yet checked.
pub(super) async fn read(request: Request) -> Result<Params, Refusal> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        return multipart(request).await;
    }
    let json = kind.starts_with("application/json");
    let query = request.uri().query().unwrap_or_default().to_owned();
    let body = axum::body::to_bytes(request.into_body(), MAX_BODY).await.map_err(|_| refusal::TOO_LARGE)?;
    if json && !body.is_empty() {
        let values = serde_json::from_slice(&body).map_err(|_| Refusal::bad("can't parse JSON object"))?;
        return Ok(Params { values, ..Params::default() });
    }
    let mut values = Map::new();
    decode(&query, &mut values);
    decode(&String::from_utf8_lossy(&body), &mut values);
    Ok(Params { values, textual: true, ..Params::default() })
}

/// `application/x-www-form-urlencoded`, through the URL parser that knows it.
fn decode(form: &str, values: &mut Map<String, Value>) {
    if form.is_empty() {
        return;
    }
    if let Ok(mut url) = Url::parse("http://127.0.0.1/") {
        url.set_query(Some(form));
        values.extend(url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned().into())));
    }
}

async fn multipart(request: Request) -> Result<Params, Refusal> {
    let broken = |_| Refusal::bad("can't parse multipart body");
    let mut parts =
        Multipart::from_request(request, &()).await.map_err(|_| Refusal::bad("can't parse multipart body"))?;
    let mut params = Params { textual: true, ..Params::default() };
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let part_name = part.name().unwrap_or_default().to_owned();
        if let Some(file_name) = part.file_name().map(str::to_owned) {
            let mime = part.content_type().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|_| refusal::TOO_LARGE)?;
            params.uploads.insert(part_name, Upload { name: file_name, mime, bytes });
        } else {
            let text = part.text().await.map_err(broken)?;
            params.values.insert(part_name, text.into());
        }
    }
    Ok(params)
}
