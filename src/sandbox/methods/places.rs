//! Chats and who is in them.

use serde_json::{Value, json};

use super::super::chat::{Chat, Kind, Membership, Standing};
use super::super::params::Params;
use super::super::refusal::{self, Refusal};
use super::super::state::State;
use super::Answer;

const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

fn visible<'a>(state: &'a State, params: &Params) -> Result<&'a Chat, Refusal> {
    let chat = state.chat(state.resolve(params.value("chat_id"))?)?;
    chat.may_look()?;
    Ok(chat)
}

pub(super) fn chat(state: &mut State, params: &Params) -> Answer {
    let chat = visible(state, params)?;
    let mut full = chat.to_json();
    full["accent_color_id"] = 0.into();
    full["max_reaction_count"] = 11.into();
    full["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false, "gifts_from_channels": false,
    });
    if let Some(pinned) = chat.pinned {
        full["pinned_message"] = state.shown(chat.id, pinned);
    }
    Ok(full)
}

pub(super) fn member(state: &mut State, params: &Params) -> Answer {
    let chat = visible(state, params)?;
    let user = params.integer("user_id").unwrap_or_default();
    if user == state.bot_id {
        return Ok(bot_member(state, chat));
    }
    if state.chats.get(&user).and_then(Chat::standing).is_none() {
        return Err(refusal::USER_NOT_FOUND);
    }
    let membership = if chat.id == user { Some(Membership::Member) } else { chat.membership(user) };
    Ok(person_member(state, user, membership))
}

pub(super) fn administrators(state: &mut State, params: &Params) -> Answer {
    let chat = visible(state, params)?;
    if chat.standing().is_some() {
        return Err(refusal::NO_ADMINISTRATORS);
    }
    let leaders = chat.members.iter().filter(|(_, membership)| *membership != Membership::Member);
    let mut list: Vec<Value> =
        leaders.map(|(user, membership)| person_member(state, *user, Some(*membership))).collect();
    if chat.is_channel() {
        list.push(bot_member(state, chat));
    }
    Ok(Value::Array(list))
}

pub(super) fn action(state: &mut State, params: &Params) -> Answer {
    let chat = state.resolve(params.value("chat_id"))?;
    state.chat(chat)?.may_write()?;
    if !params.text("action").is_some_and(|action| ACTIONS.contains(&action)) {
        return Err(refusal::ACTION);
    }
    Ok(Value::Bool(true))
}

pub(super) fn pin(state: &mut State, params: &Params) -> Answer {
    let (id, chat_id) = (params.message_id()?, state.resolve(params.value("chat_id"))?);
    let chat = state.chat_mut(chat_id)?;
    chat.may_write()?;
    chat.message(id).ok_or(refusal::PIN_NOT_FOUND)?;
    chat.pinned = Some(id);
    state.touch(chat_id, id);
    Ok(Value::Bool(true))
}

fn person_member(state: &State, user: i64, membership: Option<Membership>) -> Value {
    let user = state.user_json(user);
    match membership {
        Some(Membership::Creator) => {
            json!({ "status": "creator", "user": user, "is_anonymous": false })
        }
        Some(Membership::Administrator) => administrator(&user, true),
        Some(Membership::Member) => json!({ "status": "member", "user": user }),
        None => json!({ "status": "left", "user": user }),
    }
}

/// The bot's own place in a chat.
pub(in super::super) fn bot_member(state: &State, chat: &Chat) -> Value {
    let bot = state.bot_json();
    match chat.kind {
        Kind::Channel(rights) if rights.is_admin => administrator(&bot, rights.can_post),
        Kind::Channel(_) => json!({ "status": "left", "user": bot }),
        Kind::Private(Standing::Blocked) => {
            json!({ "status": "kicked", "user": bot, "until_date": 0 })
        }
        Kind::Private(_) | Kind::Group => json!({ "status": "member", "user": bot }),
    }
}

fn administrator(user: &Value, can_post: bool) -> Value {
    json!({
        "status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false,
        "can_manage_chat": true, "can_delete_messages": can_post, "can_manage_video_chats": false,
        "can_restrict_members": false, "can_promote_members": false, "can_change_info": false,
        "can_invite_users": false, "can_post_stories": false, "can_edit_stories": false,
        "can_delete_stories": false, "can_post_messages": can_post, "can_edit_messages": can_post,
    })
}
