//! The table of methods: name, handler, parameters.

use super::super::params::Params;
use super::super::state::State;
use super::{Answer, Kind, Method, Param, Run, answer, bot, edit, places, send};

const fn need(name: &'static str, kind: Kind) -> Param {
    Param { name, kind, required: true }
}

const fn may(name: &'static str, kind: Kind) -> Param {
    Param { name, kind, required: false }
}

const CHAT: Param = need("chat_id", Kind::Chat);
const EDITED_CHAT: Param = may("chat_id", Kind::Chat);
const MESSAGE: Param = need("message_id", Kind::Integer);
const EDITED_MESSAGE: Param = may("message_id", Kind::Integer);
const PARSE_MODE: Param = may("parse_mode", Kind::Text);
const CAPTION: Param = may("caption", Kind::Text);
const ENTITIES: Param = may("entities", Kind::Array("Array of MessageEntity"));
const CAPTION_ENTITIES: Param = may("caption_entities", Kind::Array("Array of MessageEntity"));
const PREVIEW: Param = may("link_preview_options", Kind::Object("LinkPreviewOptions"));
const SILENT: Param = may("disable_notification", Kind::Boolean);
const PROTECT: Param = may("protect_content", Kind::Boolean);
const REPLY: Param = may("reply_parameters", Kind::Object("ReplyParameters"));
const INLINE: Param = may("reply_markup", Kind::Object("InlineKeyboardMarkup"));
const MARKUP: Param =
    may("reply_markup", Kind::Object("InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"));
const SCOPE: Param = may("scope", Kind::Object("BotCommandScope"));
const LANGUAGE: Param = may("language_code", Kind::Text);
const ALLOWED_UPDATES: Param = may("allowed_updates", Kind::Array("Array of String"));

const fn method(name: &'static str, run: fn(&mut State, &Params) -> Answer, params: &'static [Param]) -> Method {
    Method { name, params, run: Run::Now(run) }
}

/// Every method the sandbox plays; the others that Telegram has are answered 404.
pub static METHODS: &[Method] = &[
    method(
        "sendMessage",
        send::message,
        &[CHAT, need("text", Kind::Text), PARSE_MODE, ENTITIES, PREVIEW, SILENT, PROTECT, REPLY, MARKUP],
    ),
    method(
        "editMessageText",
        edit::text,
        &[EDITED_CHAT, EDITED_MESSAGE, may("text", Kind::Text), PARSE_MODE, ENTITIES, PREVIEW, INLINE],
    ),
    method(
        "answerCallbackQuery",
        answer::press,
        &[
            need("callback_query_id", Kind::Text),
            may("text", Kind::Text),
            may("show_alert", Kind::Boolean),
            may("cache_time", Kind::Integer),
        ],
    ),
    Method {
        name: "getUpdates",
        params: &[
            may("offset", Kind::Integer),
            may("limit", Kind::Integer),
            may("timeout", Kind::Integer),
            ALLOWED_UPDATES,
        ],
        run: Run::Poll,
    },
    method("editMessageReplyMarkup", edit::markup, &[EDITED_CHAT, EDITED_MESSAGE, INLINE]),
    method(
        "editMessageCaption",
        edit::caption,
        &[EDITED_CHAT, EDITED_MESSAGE, CAPTION, PARSE_MODE, CAPTION_ENTITIES, INLINE],
    ),
    method("deleteMessage", edit::delete, &[CHAT, MESSAGE]),
    method(
        "sendPhoto",
        send::photo,
        &[CHAT, need("photo", Kind::FileOrText), CAPTION, PARSE_MODE, CAPTION_ENTITIES, SILENT, PROTECT, REPLY, MARKUP],
    ),
    method(
        "sendDocument",
        send::document,
        &[
            CHAT,
            need("document", Kind::FileOrText),
            CAPTION,
            PARSE_MODE,
            CAPTION_ENTITIES,
            may("disable_content_type_detection", Kind::Boolean),
            SILENT,
            PROTECT,
            REPLY,
            MARKUP,
        ],
    ),
    method("sendChatAction", places::action, &[CHAT, need("action", Kind::Text)]),
    method("pinChatMessage", places::pin, &[CHAT, MESSAGE, SILENT]),
    method("getFile", bot::file, &[need("file_id", Kind::Text)]),
    method("getChat", places::chat, &[CHAT]),
    method("getChatMember", places::member, &[CHAT, need("user_id", Kind::Integer)]),
    method("getChatAdministrators", places::administrators, &[CHAT]),
    method("getMe", bot::me, &[]),
    method(
        "setMyCommands",
        bot::set_commands,
        &[need("commands", Kind::Array("Array of BotCommand")), SCOPE, LANGUAGE],
    ),
    method("getMyCommands", bot::commands, &[SCOPE, LANGUAGE]),
    method("deleteMyCommands", bot::delete_commands, &[SCOPE, LANGUAGE]),
    method("deleteWebhook", bot::delete_webhook, &[may("drop_pending_updates", Kind::Boolean)]),
    method("getWebhookInfo", bot::webhook_info, &[]),
];
