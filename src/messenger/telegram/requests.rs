//! Our sheets as Bot API payloads.

use super::super::SendError;
use crate::text::{Key, Keyboard, Sheet, Target};
use reqwest::Url;
use reqwest::multipart::{Form, Part};
use serde::Serialize;
use std::time::Duration;
use teloxide::payloads::{EditMessageReplyMarkup, EditMessageText, SendDocument, SendMessage, SendPhoto};
use teloxide::requests::Payload;
use teloxide::types::{
    ChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, MessageId, ParseMode,
    Recipient,
};

/// `getUpdates` whose result stays raw: teloxide's own would drop what it does not know.
#[derive(Serialize)]
pub(super) struct FetchUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u64,
    allowed_updates: [&'static str; 4],
}

impl FetchUpdates {
    pub(super) fn new(offset: Option<i64>, wait: Duration) -> Self {
        let allowed_updates = ["message", "edited_message", "callback_query", "my_chat_member"];
        Self { offset, limit: 100, timeout: wait.as_secs(), allowed_updates }
    }
}

impl Payload for FetchUpdates {
    type Output = Vec<serde_json::Value>;
    const NAME: &'static str = "getUpdates";
}

fn markup(keyboard: &Keyboard) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(keyboard.iter().map(|row| row.iter().map(button).collect::<Vec<_>>()))
}

fn button(Key { label, target }: &Key) -> InlineKeyboardButton {
    match target {
        Target::Press(data) => InlineKeyboardButton::callback(label, data),
        Target::Url(url) => match url.parse::<Url>() {
            Ok(url) => InlineKeyboardButton::url(label, url),
            // Our own links always parse; a button that does nothing is still better than a lost message.
            Err(_) => InlineKeyboardButton::callback(label, "-"),
        },
    }
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

pub(super) fn message(chat: ChatId, sheet: &Sheet) -> SendMessage {
    let mut payload = SendMessage::new(chat, sheet.text.as_html());
    payload.parse_mode = Some(ParseMode::Html);
    payload.link_preview_options = Some(no_preview());
    payload.reply_markup = (!sheet.keyboard.is_empty()).then(|| markup(&sheet.keyboard).into());
    payload
}

pub(super) fn photo(chat: ChatId, sheet: &Sheet, file: &str) -> SendPhoto {
    let mut payload = SendPhoto::new(chat, InputFile::file_id(FileId(file.to_owned())));
    payload.caption = Some(sheet.text.as_html().to_owned());
    payload.parse_mode = Some(ParseMode::Html);
    payload.reply_markup = (!sheet.keyboard.is_empty()).then(|| markup(&sheet.keyboard).into());
    payload
}

pub(super) fn document(chat: ChatId, sheet: &Sheet, file: &str) -> SendDocument {
    let mut payload = SendDocument::new(chat, InputFile::file_id(FileId(file.to_owned())));
    payload.caption = Some(sheet.text.as_html().to_owned());
    payload.parse_mode = Some(ParseMode::Html);
    payload
}

pub(super) fn edit((chat, message): (ChatId, MessageId), sheet: &Sheet) -> EditMessageText {
    let mut payload = EditMessageText::new(Recipient::Id(chat), message, sheet.text.as_html());
    payload.parse_mode = Some(ParseMode::Html);
    payload.link_preview_options = Some(no_preview());
    payload.reply_markup = (!sheet.keyboard.is_empty()).then(|| markup(&sheet.keyboard));
    payload
}

pub(super) fn drop_keyboard((chat, message): (ChatId, MessageId)) -> EditMessageReplyMarkup {
    EditMessageReplyMarkup::new(Recipient::Id(chat), message)
}

/// A message with a file of ours.
pub(super) fn form(
    chat: ChatId,
    sheet: &Sheet,
    field: &'static str,
    (name, bytes): (&str, &[u8]),
) -> Result<Form, SendError> {
    let mut form = Form::new()
        .text("chat_id", chat.0.to_string())
        .text("parse_mode", "HTML")
        .text("caption", sheet.text.as_html().to_owned())
        .part(field, Part::bytes(bytes.to_vec()).file_name(name.to_owned()));
    if !sheet.keyboard.is_empty() {
        let json = serde_json::to_string(&markup(&sheet.keyboard));
        form = form.text("reply_markup", json.map_err(|error| SendError::Refused(error.to_string()))?);
    }
    Ok(form)
}
