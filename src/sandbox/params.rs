//! What a call brings, checked against the method's table before any handler looks at it.

use std::collections::HashMap;

use axum::body::Bytes;
use serde_json::{Map, Value};

use super::methods::{Kind, Method};
use super::refusal::{self, Refusal};

/// A file that came in a multipart body.
#[derive(Debug, Clone)]
pub(super) struct Upload {
    pub(super) name: String,
    pub(super) mime: Option<String>,
    pub(super) bytes: Bytes,
}

/// The parameters of one call; after [`Params::check`] each has its contract's type.
#[derive(Debug, Default)]
pub(super) struct Params {
    pub(super) values: Map<String, Value>,
    pub(super) uploads: HashMap<String, Upload>,
    /// Whether the values came as text (form, multipart, query) and still have to be read.
    pub(super) textual: bool,
}

impl Params {
    /// Refuses parameters the method does not have, values of another type, and missing required ones.
    pub(super) fn check(&mut self, method: &Method) -> Result<(), Refusal> {
        let textual = self.textual;
        self.values.retain(|_, value| !(value.is_null() || textual && value == ""));
        for (name, value) in &mut self.values {
            let Some(param) = method.params.iter().find(|param| param.name == name) else {
                return Err(Refusal::bad(format!("sandbox: {} does not understand parameter \"{name}\"", method.name)));
            };
            if textual && let Some(read) = param.kind.read(value) {
                *value = read;
            }
            if !param.kind.fits(value) {
                return Err(Refusal::bad(format!("sandbox: parameter \"{name}\" must be {}", param.kind.contract())));
            }
        }
        if let Some(part) = self.uploads.keys().find(|part| !self.is_referred(method, part)) {
            return Err(Refusal::bad(format!("sandbox: nothing refers to the file part \"{part}\"")));
        }
        let missing = method.params.iter().find(|param| {
            param.required && !self.values.contains_key(param.name) && !self.uploads.contains_key(param.name)
        });
        missing.map_or(Ok(()), |param| Err(missing_refusal(param.name)))
    }

    /// Whether an uploaded part is a parameter itself or is attached to one.
    fn is_referred(&self, method: &Method, part: &str) -> bool {
        let attached = |value: &Value| value.as_str().and_then(|text| text.strip_prefix("attach://")) == Some(part);
        method.params.iter().any(|param| param.name == part) || self.values.values().any(attached)
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_str()
    }

    pub(super) fn integer(&self, name: &str) -> Option<i64> {
        self.values.get(name)?.as_i64()
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.values.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(super) fn value(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// The message a call is about.
    pub(super) fn message_id(&self) -> Result<i64, Refusal> {
        self.integer("message_id").filter(|&id| id > 0).ok_or(refusal::MESSAGE_ID_EMPTY)
    }

    /// The numeric chat of the call, when it has one: for faults and the ledger.
    pub(super) fn chat(&self) -> Option<i64> {
        let value = self.values.get("chat_id")?;
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }

    /// The upload that parameter `name` means: its own part, or the one it refers to as `attach://part`.
    pub(super) fn upload(&self, name: &str) -> Option<&Upload> {
        let part = self.text(name).and_then(|text| text.strip_prefix("attach://")).unwrap_or(name);
        self.uploads.get(part)
    }
}

/// Telegram's own words where it has them.
fn missing_refusal(name: &str) -> Refusal {
    match name {
        "chat_id" => refusal::CHAT_EMPTY,
        "text" => refusal::TEXT_EMPTY,
        "message_id" => refusal::MESSAGE_ID_EMPTY,
        "photo" | "document" => Refusal::bad(format!("there is no {name} in the request")),
        "file_id" => Refusal::bad("file_id not specified"),
        "callback_query_id" => refusal::QUERY_TOO_OLD,
        "action" => refusal::ACTION,
        _ => Refusal::bad(format!("parameter \"{name}\" is required")),
    }
}

impl Kind {
    /// Reads a textual value; nothing when it stays text.
    fn read(self, value: &Value) -> Option<Value> {
        let text = value.as_str()?;
        match self {
            Self::Integer | Self::Chat => text.parse::<i64>().ok().map(Value::from),
            Self::Boolean => match text.to_ascii_lowercase().as_str() {
                "true" | "1" | "yes" => Some(Value::Bool(true)),
                "false" | "0" | "no" => Some(Value::Bool(false)),
                _ => None,
            },
            Self::Object(_) | Self::Array(_) => serde_json::from_str(text).ok(),
            Self::Text | Self::File | Self::FileOrText => None,
        }
    }

    fn fits(self, value: &Value) -> bool {
        match self {
            Self::Integer => value.is_i64(),
            Self::Boolean => value.is_boolean(),
            Self::Text | Self::File | Self::FileOrText => value.is_string(),
            Self::Chat => value.is_i64() || value.is_string(),
            Self::Object(_) => value.is_object(),
            Self::Array(_) => value.is_array(),
        }
    }
}
