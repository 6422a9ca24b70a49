//! The bot itself: who it is, its commands, its files, and the webhook it does not have.

#![expect(clippy::unnecessary_wraps, reason = "the table wants one signature for all handlers")]

use serde_json::{Value, json};

use super::super::params::Params;
use super::super::refusal;
use super::super::state::State;
use super::Answer;

/// `getFile` serves no more than 20 MB.
const MAX_DOWNLOAD: usize = 20 * 1024 * 1024;
const MAX_COMMANDS: usize = 100;

pub(super) fn me(state: &mut State, _params: &Params) -> Answer {
    let mut me = state.bot_json();
    me["can_join_groups"] = true.into();
    for no in [
        "can_read_all_group_messages",
        "supports_inline_queries",
        "can_connect_to_business",
        "has_main_web_app",
        "has_topics_enabled",
        "allows_users_to_create_topics",
        "can_manage_bots",
        "supports_guest_queries",
        "supports_join_request_queries",
    ] {
        me[no] = false.into();
    }
    Ok(me)
}

pub(super) fn file(state: &mut State, params: &Params) -> Answer {
    let id = params.text("file_id").unwrap_or_default();
    let stored = state.files.get(id).ok_or(refusal::FILE_GET)?;
    if stored.bytes.len() > MAX_DOWNLOAD {
        return Err(refusal::FILE_TOO_BIG);
    }
    let mut file = state.files.describe(id);
    file["file_path"] = stored.path.clone().into();
    Ok(file)
}

pub(super) fn set_commands(state: &mut State, params: &Params) -> Answer {
    let commands = params.value("commands").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if commands.len() > MAX_COMMANDS {
        return Err(refusal::COMMANDS_TOO_MANY);
    }
    for command in commands {
        let field = |name| command.get(name).and_then(Value::as_str).unwrap_or_default();
        let (name, description) = (field("command").trim_start_matches('/'), field("description"));
        let is_plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !(1..=32).contains(&name.len()) || !is_plain {
            return Err(refusal::COMMAND_EMPTY);
        }
        if !(1..=256).contains(&description.chars().count()) {
            return Err(refusal::COMMAND_DESCRIPTION);
        }
    }
    // Scopes and languages share one list: the page shows one menu.
    if params.value("scope").is_none() && params.value("language_code").is_none() {
        state.commands = Value::Array(commands.to_vec());
        state.revision += 1;
    }
    Ok(Value::Bool(true))
}

pub(super) fn commands(state: &mut State, params: &Params) -> Answer {
    let is_default = params.value("scope").is_none() && params.value("language_code").is_none();
    Ok(if is_default { state.commands.clone() } else { json!([]) })
}

pub(super) fn delete_commands(state: &mut State, params: &Params) -> Answer {
    if params.value("scope").is_none() && params.value("language_code").is_none() {
        state.commands = json!([]);
        state.revision += 1;
    }
    Ok(Value::Bool(true))
}

pub(super) fn delete_webhook(state: &mut State, params: &Params) -> Answer {
    if params.flag("drop_pending_updates") {
        state.queue.clear();
    }
    Ok(Value::Bool(true))
}

pub(super) fn webhook_info(state: &mut State, _params: &Params) -> Answer {
    Ok(json!({ "url": "", "has_custom_certificate": false, "pending_update_count": state.queue.len() }))
}
