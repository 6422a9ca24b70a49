//! Errors exactly as Telegram words them: the bot under test must not learn a friendlier dialect.

use std::borrow::Cow;

use serde_json::{Value, json};

/// A call that was turned down: `{"ok":false,"error_code":…,"description":…}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) code: u16,
    pub(super) description: Cow<'static, str>,
    /// Seconds to wait, only with 429.
    pub(super) retry_after: Option<u32>,
}

impl Refusal {
    const fn new(code: u16, description: &'static str) -> Self {
        Self { code, description: Cow::Borrowed(description), retry_after: None }
    }

    /// 400 with a reason made at run time; `reason` comes without the «Bad Request: » that Telegram prepends.
    pub(super) fn bad(reason: impl AsRef<str>) -> Self {
        let description = format!("Bad Request: {}", reason.as_ref());
        Self { code: 400, description: Cow::Owned(description), retry_after: None }
    }

    /// 403 with the description as given.
    pub(super) fn forbidden(description: String) -> Self {
        Self { code: 403, description: Cow::Owned(description), retry_after: None }
    }

    /// 429: come back in `seconds`.
    pub(super) fn too_many(seconds: u32) -> Self {
        let description = Cow::Owned(format!("Too Many Requests: retry after {seconds}"));
        Self { code: 429, description, retry_after: Some(seconds) }
    }

    /// What goes over the wire.
    pub(super) fn to_json(&self) -> Value {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({ "retry_after": seconds });
        }
        body
    }
}

macro_rules! refusals {
    ($($name:ident = $code:literal $text:literal;)+) => {
        $(pub(super) const $name: Refusal = Refusal::new($code, $text);)+
    };
}

refusals! {
    UNAUTHORIZED = 401 "Unauthorized";
    NOT_FOUND = 404 "Not Found";
    TOO_LARGE = 413 "Request Entity Too Large";
    CONFLICT = 409 "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    BOT_BLOCKED = 403 "Forbidden: bot was blocked by the user";
    USER_DEACTIVATED = 403 "Forbidden: user is deactivated";
    NEVER_STARTED = 403 "Forbidden: bot can't initiate conversation with a user";
    NOT_IN_CHANNEL = 403 "Forbidden: bot is not a member of the channel chat";
    NO_POST_RIGHT = 400 "Bad Request: need administrator rights in the channel chat";
    CHAT_EMPTY = 400 "Bad Request: chat_id is empty";
    CHAT_NOT_FOUND = 400 "Bad Request: chat not found";
    USER_NOT_FOUND = 400 "Bad Request: user not found";
    TEXT_EMPTY = 400 "Bad Request: message text is empty";
    TEXT_TOO_LONG = 400 "Bad Request: message is too long";
    EDIT_TOO_LONG = 400 "Bad Request: MESSAGE_TOO_LONG";
    CAPTION_TOO_LONG = 400 "Bad Request: message caption is too long";
    PARSE_MODE = 400 "Bad Request: unsupported parse_mode";
    NOT_MODIFIED = 400 "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    EDIT_NOT_FOUND = 400 "Bad Request: message to edit not found";
    CANT_EDIT = 400 "Bad Request: message can't be edited";
    NO_TEXT_TO_EDIT = 400 "Bad Request: there is no text in the message to edit";
    NO_CAPTION_TO_EDIT = 400 "Bad Request: there is no caption in the message to edit";
    DELETE_NOT_FOUND = 400 "Bad Request: message to delete not found";
    CANT_DELETE = 400 "Bad Request: message can't be deleted for everyone";
    PIN_NOT_FOUND = 400 "Bad Request: message to pin not found";
    REPLY_NOT_FOUND = 400 "Bad Request: message to be replied not found";
    MESSAGE_ID_EMPTY = 400 "Bad Request: message identifier is not specified";
    QUERY_TOO_OLD = 400 "Bad Request: query is too old and response timeout expired or query ID is invalid";
    TOAST_TOO_LONG = 400 "Bad Request: MESSAGE_TOO_LONG";
    BUTTON_DATA = 400 "Bad Request: BUTTON_DATA_INVALID";
    BUTTON_URL = 400 "Bad Request: BUTTON_URL_INVALID";
    BUTTON_TYPE = 400 "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
    BUTTON_EMPTY = 400 "Bad Request: inline keyboard button text must be non-empty";
    MARKUP_TOO_LONG = 400 "Bad Request: REPLY_MARKUP_TOO_LONG";
    INLINE_EXPECTED = 400 "Bad Request: inline keyboard expected";
    FILE_EMPTY = 400 "Bad Request: file must be non-empty";
    FILE_ID = 400 "Bad Request: wrong file identifier/HTTP URL specified";
    FILE_URL = 400 "Bad Request: failed to get HTTP URL content";
    FILE_GET = 400 "Bad Request: invalid file_id";
    FILE_TOO_BIG = 400 "Bad Request: file is too big";
    NOT_AN_IMAGE = 400 "Bad Request: IMAGE_PROCESS_FAILED";
    PHOTO_SIZE = 400 "Bad Request: PHOTO_INVALID_DIMENSIONS";
    NO_ADMINISTRATORS = 400 "Bad Request: there are no administrators in the private chat";
    COMMAND_EMPTY = 400 "Bad Request: BOT_COMMAND_INVALID";
    COMMAND_DESCRIPTION = 400 "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID";
    COMMANDS_TOO_MANY = 400 "Bad Request: BOT_COMMANDS_TOO_MUCH";
    ACTION = 400 "Bad Request: wrong parameter action in request";
}
