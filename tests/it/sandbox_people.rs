//! People of the sandbox: what they send reaches the bot in the Bot API's shape, and what it sends they see.

use std::time::Duration;

use nastavnik::sandbox::{Membership, Odd, Rights};
use serde_json::json;

use crate::sandbox_files::PIXEL;
use crate::sandbox_rig::Rig;

#[tokio::test]
async fn buttons_are_pressed_by_their_label() {
    let (rig, anna) = Rig::with_user().await;
    let markup = json!({ "inline_keyboard": [[{ "text": "Назад", "callback_data": "b" }, { "text": "Дальше", "callback_data": "n" }]] });
    let sent = rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": "?", "reply_markup": markup })).await;
    assert!(rig.sandbox.press_label(anna, "Нет").is_err());
    let press = rig.sandbox.press_label(anna, "Дальше").unwrap();
    let updates = rig.ok("getUpdates", json!({})).await;
    let query = &updates[0]["callback_query"];
    assert_eq!((&query["id"], &query["data"], &query["message"]), (&json!(press.0), &json!("n"), &sent));
    assert_eq!(query["from"]["first_name"], "Анна");
    rig.ok("deleteMessage", json!({ "chat_id": anna.0, "message_id": sent["message_id"] })).await;
    rig.sandbox.press(anna, sent["message_id"].as_i64().unwrap(), "n");
    let updates = rig.ok("getUpdates", json!({})).await;
    assert_eq!(updates[1]["callback_query"]["message"]["date"], 0);
}

#[tokio::test]
async fn odd_messages_have_no_text() {
    let (rig, anna) = Rig::with_user().await;
    for odd in Odd::ALL {
        rig.sandbox.send_odd(anna, odd);
    }
    rig.sandbox.send_album(anna, &[PIXEL.to_vec(), PIXEL.to_vec()]);
    let updates = rig.ok("getUpdates", json!({})).await;
    let updates = updates.as_array().unwrap();
    assert_eq!(updates.len(), 11);
    assert!(updates.iter().all(|update| update["message"]["text"].is_null()));
    let fields =
        ["voice", "sticker", "location", "contact", "poll", "dice", "video", "video_note", "audio", "photo", "photo"];
    assert!(updates.iter().zip(fields).all(|(update, field)| !update["message"][field].is_null()));
    assert_eq!(updates[9]["message"]["media_group_id"], updates[10]["message"]["media_group_id"]);
}

#[tokio::test]
async fn every_update_can_be_read_by_teloxide() {
    let (rig, anna) = Rig::with_user().await;
    let sent = rig.sandbox.say(anna, "раз");
    rig.sandbox.edit(anna, sent, "два");
    rig.sandbox.press(anna, sent, "x");
    rig.sandbox.forward(anna, "чужое");
    let channel = rig.sandbox.add_channel("Школа", None);
    rig.sandbox.add_member(channel, anna, Membership::Creator);
    rig.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    rig.sandbox.post_in_channel(channel, "Новость");
    rig.sandbox.forward_post(anna, channel, "Новость");
    let group = rig.sandbox.add_group("Учительская");
    rig.sandbox.say_in_group(group, anna, "/menu@other_bot");
    rig.sandbox.say_anonymously(group, "я невидим");
    for odd in Odd::ALL {
        rig.sandbox.send_odd(anna, odd);
    }
    let updates = rig.ok("getUpdates", json!({})).await;
    assert_eq!(updates.as_array().unwrap().len(), 18);
    for update in updates.as_array().unwrap() {
        let text = update.to_string();
        let parsed: teloxide::types::Update = serde_json::from_str(&text).unwrap();
        assert!(!matches!(parsed.kind, teloxide::types::UpdateKind::Error(_)), "{text}");
    }
}

#[tokio::test]
async fn a_test_can_wait_for_a_message() {
    let (rig, anna) = Rig::with_user().await;
    let sandbox = rig.sandbox.clone();
    let waiting = tokio::spawn(async move {
        sandbox.wait(Duration::from_secs(5), |sandbox| sandbox.last(anna).filter(|message| message.from_bot)).await
    });
    rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": "Готово" })).await;
    assert_eq!(waiting.await.unwrap().unwrap().text, "Готово");
    assert!(rig.sandbox.wait(Duration::from_millis(50), |_| None::<()>).await.is_err());
}
