//! Answers to presses.

use serde_json::Value;

use super::super::entity::utf16_len;
use super::super::params::Params;
use super::super::refusal;
use super::super::state::State;
use super::Answer;

const MAX_TOAST: usize = 200;

pub(super) fn press(state: &mut State, params: &Params) -> Answer {
    let text = params.text("text").unwrap_or_default();
    if utf16_len(text) > MAX_TOAST {
        return Err(refusal::TOAST_TOO_LONG);
    }
    let id = params.text("callback_query_id").unwrap_or_default();
    state.answer(id, text, params.flag("show_alert"))?;
    Ok(Value::Bool(true))
}
