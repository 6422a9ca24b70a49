//! The text of a call: parsed, trimmed and measured.

use serde::Deserialize;

use super::super::entity::Formatted;
use super::super::html;
use super::super::params::Params;
use super::super::refusal::{self, Refusal};

/// UTF-16 units after entity parsing.
pub(super) const MAX_TEXT: usize = 4096;
const MAX_CAPTION: usize = 1024;

/// Parameter `name` with its parse mode, or with the entities of parameter `entities`.
fn formatted(params: &Params, name: &str, entities: &str) -> Result<Formatted, Refusal> {
    let source = params.text(name).unwrap_or_default();
    let parsed = match params.text("parse_mode").map(str::to_ascii_lowercase).as_deref() {
        Some("html") => {
            html::parse(source).map_err(|reason| Refusal::bad(format!("can't parse entities: {reason}")))?
        }
        Some("markdown" | "markdownv2") => {
            return Err(Refusal::bad("sandbox: of parse modes only HTML is played"));
        }
        Some(mode) if !mode.is_empty() => return Err(refusal::PARSE_MODE),
        _ => {
            let entities = params.value(entities).map(Deserialize::deserialize).transpose();
            let entities = entities.map_err(|error| Refusal::bad(format!("can't parse MessageEntity: {error}")))?;
            Formatted { text: source.to_owned(), entities: entities.unwrap_or_default() }
        }
    };
    Ok(parsed.tidied())
}

/// A message's text: 1–4096 units.
pub(super) fn message_text(params: &Params, too_long: Refusal) -> Result<Formatted, Refusal> {
    let text = formatted(params, "text", "entities")?;
    match text.length() {
        0 => Err(refusal::TEXT_EMPTY),
        1..=MAX_TEXT => Ok(text),
        _ => Err(too_long),
    }
}

/// A caption: 0–1024 units.
pub(super) fn caption(params: &Params) -> Result<Formatted, Refusal> {
    let caption = formatted(params, "caption", "caption_entities")?;
    if caption.length() > MAX_CAPTION { Err(refusal::CAPTION_TOO_LONG) } else { Ok(caption) }
}
