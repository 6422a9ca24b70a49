//! Inline keyboards: read strictly, kept as they came.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::refusal::{self, Refusal};

/// Telegram shows no more; more is refused here rather than dropped in silence.
const MAX_BUTTONS: usize = 100;
const MAX_IN_ROW: usize = 8;
/// Bytes, not characters.
const MAX_DATA: usize = 64;

/// One inline button.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Button {
    pub(super) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) callback_data: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) style: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copy_text: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    web_app: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    switch_inline_query: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    switch_inline_query_current_chat: Option<String>,
}

impl Button {
    fn check(&self) -> Result<(), Refusal> {
        if self.text.trim().is_empty() {
            return Err(refusal::BUTTON_EMPTY);
        }
        if let Some(data) = &self.callback_data
            && !(1..=MAX_DATA).contains(&data.len())
        {
            return Err(refusal::BUTTON_DATA);
        }
        if let Some(url) = &self.url {
            let scheme = ["http://", "https://", "tg://"].iter().any(|scheme| url.starts_with(scheme));
            if !(scheme || url.contains('.')) || url.contains(char::is_whitespace) {
                return Err(refusal::BUTTON_URL);
            }
        }
        let kinds = [
            self.url.is_some(),
            self.callback_data.is_some(),
            self.copy_text.is_some(),
            self.web_app.is_some(),
            self.switch_inline_query.is_some(),
            self.switch_inline_query_current_chat.is_some(),
        ];
        match kinds.iter().filter(|&&is| is).count() {
            0 => Err(refusal::BUTTON_TYPE),
            1 => Ok(()),
            _ => Err(Refusal::bad("sandbox: a button must have exactly one action")),
        }
    }
}

/// Rows of buttons under a message; empty is the same as none.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Keyboard(pub(super) Vec<Vec<Button>>);

impl Keyboard {
    pub(super) fn to_json(&self) -> Value {
        json!({ "inline_keyboard": self.0 })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads an `InlineKeyboardMarkup`.
    pub(super) fn inline(markup: Option<&Value>) -> Result<Self, Refusal> {
        let Some(markup) = markup else {
            return Ok(Self::default());
        };
        let rows = markup.get("inline_keyboard").ok_or(refusal::INLINE_EXPECTED)?;
        let mut rows: Vec<Vec<Button>> = Deserialize::deserialize(rows)
            .map_err(|error| Refusal::bad(format!("can't parse inline keyboard button: {error}")))?;
        rows.retain(|row| !row.is_empty());
        rows.iter().flatten().try_for_each(Button::check)?;
        if rows.iter().any(|row| row.len() > MAX_IN_ROW) || rows.iter().map(Vec::len).sum::<usize>() > MAX_BUTTONS {
            return Err(refusal::MARKUP_TOO_LONG);
        }
        Ok(Self(rows))
    }

    /// Reads the markup of a new message, where hiding a reply keyboard and forcing a reply are allowed too.
    pub(super) fn of_new_message(markup: Option<&Value>) -> Result<Self, Refusal> {
        let known = ["remove_keyboard", "force_reply"];
        if markup.is_some_and(|markup| known.iter().any(|key| markup.get(key).is_some_and(|v| v == true))) {
            return Ok(Self::default());
        }
        if markup.is_some_and(|markup| markup.get("keyboard").is_some()) {
            return Err(Refusal::bad("sandbox: reply keyboards are not played, use an inline one"));
        }
        Self::inline(markup)
    }
}
