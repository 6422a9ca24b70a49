//! One HTTP call of the Bot API.
//!
//! The payloads are teloxide's; the transport is ours, because delivery must know what teloxide's does not
//! keep: the error code, whether a failed call may have arrived, and no ten-second sleep on a server error.

use super::super::SendError;
use reqwest::multipart::Form;
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use teloxide::requests::Payload;

/// A call that answers at once must end by then.
const PROMPT: Duration = Duration::from_secs(20);
const CONNECT: Duration = Duration::from_secs(5);

pub(super) struct Transport {
    client: reqwest::Client,
    api_url: String,
    token: SecretString,
}

/// The envelope of every answer.
#[derive(Deserialize)]
struct Answer<R> {
    result: Option<R>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Transport {
    pub(super) fn new(api_url: &str, token: SecretString) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder().connect_timeout(CONNECT).tcp_nodelay(true).build()?;
        Ok(Self { client, api_url: api_url.trim_end_matches('/').to_owned(), token })
    }

    fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.api_url, self.token.expose_secret())
    }

    /// Calls the payload's method; reads as much of the result as `R` names.
    pub(super) async fn call<P, R>(&self, payload: &P) -> Result<R, SendError>
    where
        P: Payload + Serialize + Sync,
        R: DeserializeOwned,
    {
        self.call_within(payload, PROMPT).await
    }

    pub(super) async fn call_within<P, R>(&self, payload: &P, limit: Duration) -> Result<R, SendError>
    where
        P: Payload + Serialize + Sync,
        R: DeserializeOwned,
    {
        let request = self.client.post(self.url(P::NAME)).json(payload).timeout(limit);
        Self::answer(request.send().await).await
    }

    /// Calls a method that carries a file.
    pub(super) async fn upload<R: DeserializeOwned>(&self, method: &str, form: Form) -> Result<R, SendError> {
        let request = self.client.post(self.url(method)).multipart(form).timeout(PROMPT * 3);
        Self::answer(request.send().await).await
    }

    /// Fetches a file that `getFile` has named.
    pub(super) async fn download(&self, path: &str, limit: usize) -> Result<Vec<u8>, SendError> {
        let url = format!("{}/file/bot{}/{path}", self.api_url, self.token.expose_secret());
        let mut response = self.client.get(url).timeout(PROMPT * 3).send().await.map_err(not_answered)?;
        if !response.status().is_success() {
            return Err(SendError::Refused(format!("the file answers {}", response.status())));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(not_answered)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > limit {
                return Err(SendError::Refused("the file is larger than allowed".to_owned()));
            }
        }
        Ok(bytes)
    }

    async fn answer<R: DeserializeOwned>(sent: Result<reqwest::Response, reqwest::Error>) -> Result<R, SendError> {
        let response = sent.map_err(not_answered)?;
        let status = response.status();
        let body = response.bytes().await.map_err(not_answered)?;
        let Ok(answer) = serde_json::from_slice::<Answer<R>>(&body) else {
            // The body is not repeated: it may hold what people wrote.
            return Err(SendError::Unknown(format!("an unreadable answer with status {status}")));
        };
        match (answer.result, answer.error_code) {
            (Some(result), _) => Ok(result),
            (None, code) => Err(classify(
                code.unwrap_or(status.as_u16()),
                answer.description.unwrap_or_default(),
                answer.parameters.as_ref(),
            )),
        }
    }
}

/// A call without an answer. Addresses are left out of the message: they hold the token.
fn not_answered(error: reqwest::Error) -> SendError {
    let certain = error.is_connect() || error.is_builder();
    let why = error.without_url().to_string();
    if certain { SendError::NotSent(why) } else { SendError::Unknown(why) }
}

/// What a refusal means. Telegram tells its reasons apart by words only.
fn classify(code: u16, description: String, parameters: Option<&Parameters>) -> SendError {
    if let Some(Parameters { retry_after: Some(seconds), .. }) = parameters {
        return SendError::RetryAfter(Duration::from_secs(*seconds));
    }
    if let Some(Parameters { migrate_to_chat_id: Some(chat), .. }) = parameters {
        return SendError::Moved(super::address(*chat));
    }
    let says = |words: &str| description.contains(words);
    match code {
        401 => SendError::Unauthorized,
        409 => SendError::Conflict,
        403 => SendError::Unreachable(description),
        500.. => SendError::Unknown(description),
        429 => SendError::RetryAfter(Duration::from_secs(5)),
        _ if says("chat not found") || says("user is deactivated") || says("administrator rights") => {
            SendError::Unreachable(description)
        }
        _ if says("message to edit not found") || says("message can't be edited") || says("message to be replied") => {
            SendError::MessageGone(description)
        }
        _ if says("can't parse entities") => SendError::BadMarkup(description),
        _ => SendError::Refused(description),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_told_apart() {
        let refusal = |code, words: &str| classify(code, words.to_owned(), None);
        assert!(matches!(
            refusal(403, "Forbidden: bot can't initiate conversation with a user"),
            SendError::Unreachable(_)
        ));
        assert!(matches!(refusal(400, "Bad Request: chat not found"), SendError::Unreachable(_)));
        assert!(matches!(refusal(400, "Bad Request: message to edit not found"), SendError::MessageGone(_)));
        assert!(matches!(refusal(400, "Bad Request: can't parse entities: …"), SendError::BadMarkup(_)));
        assert!(matches!(refusal(502, "Bad Gateway"), SendError::Unknown(_)));
        assert_eq!(refusal(401, "Unauthorized"), SendError::Unauthorized);
        let wait = Parameters { retry_after: Some(7), migrate_to_chat_id: None };
        assert_eq!(classify(429, String::new(), Some(&wait)), SendError::RetryAfter(Duration::from_secs(7)));
    }
}
