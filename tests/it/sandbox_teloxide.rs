//! The sandbox as a client library sees it: every answer parses, every refusal is recognised.

use teloxide::net::Download as _;
use teloxide::prelude::*;
use teloxide::types::{BotCommand, ChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ParseMode};
use teloxide::{ApiError, RequestError};

use nastavnik::sandbox::{Fault, FaultKind, Rights, UserId};

use crate::sandbox_files::PIXEL;
use crate::sandbox_rig::Rig;

async fn bot() -> (Rig, Bot, ChatId, UserId) {
    let (rig, anna) = Rig::with_user().await;
    let bot = Bot::new(rig.sandbox.token()).set_api_url(rig.sandbox.api_url().parse().unwrap());
    (rig, bot, ChatId(anna.0), anna)
}

#[tokio::test]
async fn a_conversation_parses() {
    let (rig, bot, chat, anna) = bot().await;
    assert_eq!(bot.get_me().await.unwrap().username(), "nastavnik_sandbox_bot");
    bot.set_my_commands([BotCommand::new("menu", "Меню")]).await.unwrap();
    assert_eq!(bot.get_my_commands().await.unwrap().len(), 1);
    bot.delete_webhook().await.unwrap();
    bot.get_webhook_info().await.unwrap();
    let keyboard = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("Да", "y")]]);
    let order = bot.send_message(chat, "<b>Начнём?</b>").parse_mode(ParseMode::Html);
    let sent = order.reply_markup(keyboard).await.unwrap();
    assert_eq!(sent.text(), Some("Начнём?"));
    rig.sandbox.press_label(anna, "Да").unwrap();
    let updates = bot.get_updates().await.unwrap();
    let teloxide::types::UpdateKind::CallbackQuery(query) = &updates[0].kind else { panic!("{updates:?}") };
    bot.answer_callback_query(query.id.clone()).text("Принято").await.unwrap();
    let edited = bot.edit_message_text(chat, sent.id, "Начали").await.unwrap();
    assert!(edited.edit_date().is_some() && edited.reply_markup().is_none());
    bot.pin_chat_message(chat, sent.id).await.unwrap();
    bot.delete_message(chat, sent.id).await.unwrap();
}

#[tokio::test]
async fn files_and_places_parse() {
    let (rig, bot, chat, anna) = bot().await;
    let photo = InputFile::memory(PIXEL).file_name("map.png");
    let photo = bot.send_photo(chat, photo).caption("Карта").await.unwrap();
    assert_eq!(photo.photo().unwrap()[0].width, 1);
    let document = InputFile::memory("a;b").file_name("Банк.csv");
    let document = bot.send_document(chat, document).await.unwrap();
    let id: FileId = document.document().unwrap().file.id.clone();
    let file = bot.get_file(id).await.unwrap();
    let mut bytes = Vec::new();
    bot.download_file(&file.path, &mut bytes).await.unwrap();
    assert_eq!(bytes, b"a;b");
    let channel = rig.sandbox.add_channel("Школа", Some("school_news"));
    rig.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    let channel = ChatId(channel.0);
    assert_eq!(bot.get_chat(channel).await.unwrap().title(), Some("Школа"));
    let me = bot.get_me().await.unwrap().id;
    assert!(bot.get_chat_member(channel, me).await.unwrap().can_post_messages());
    assert_eq!(bot.get_chat_administrators(channel).await.unwrap().len(), 1);
    assert!(bot.send_message(channel, "Новость").await.unwrap().from.is_none());
    bot.get_chat(ChatId(anna.0)).await.unwrap();
}

#[tokio::test]
async fn refusals_are_recognised() {
    let (rig, bot, chat, anna) = bot().await;
    let refusal = async |chat: ChatId, text: &str| match bot.send_message(chat, text).await {
        Err(RequestError::Api(error)) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(refusal(ChatId(1), "?").await, ApiError::ChatNotFound);
    assert_eq!(refusal(chat, " ").await, ApiError::MessageTextIsEmpty);
    assert_eq!(refusal(chat, &"я".repeat(4097)).await, ApiError::MessageIsTooLong);
    let sent = bot.send_message(chat, "?").await.unwrap();
    let same = bot.edit_message_text(chat, sent.id, "?").await.unwrap_err();
    assert!(matches!(same, RequestError::Api(ApiError::MessageNotModified)), "{same}");
    rig.sandbox.fail_next(Fault::once("sendMessage", FaultKind::TooManyRequests { retry_after: 9 }));
    let busy = bot.send_message(chat, "?").await.unwrap_err();
    assert!(matches!(busy, RequestError::RetryAfter(wait) if wait.seconds() == 9), "{busy}");
    rig.sandbox.block_bot(anna);
    assert_eq!(refusal(chat, "?").await, ApiError::BotBlocked);
}
