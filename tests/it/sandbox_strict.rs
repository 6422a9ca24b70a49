//! The sandbox refuses what Telegram refuses, in Telegram's words.

use serde_json::json;

use crate::sandbox_rig::Rig;

const SAME: &str = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

#[tokio::test]
async fn lengths_count_utf16_units_after_parsing() {
    let (rig, anna) = Rig::with_user().await;
    let fits = format!("<b>{}</b>", "😀".repeat(2048));
    rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": fits, "parse_mode": "HTML" })).await;
    let long = format!("{}x", "😀".repeat(2048));
    assert_eq!(
        rig.refused("sendMessage", json!({ "chat_id": anna.0, "text": long })).await,
        "Bad Request: message is too long"
    );
    for empty in ["", "  \n ", "<b> </b>"] {
        let refused =
            rig.refused("sendMessage", json!({ "chat_id": anna.0, "text": empty, "parse_mode": "HTML" })).await;
        assert_eq!(refused, "Bad Request: message text is empty");
    }
    let form = reqwest::multipart::Form::new()
        .text("chat_id", anna.0.to_string())
        .text("caption", "я".repeat(1025))
        .part("document", reqwest::multipart::Part::bytes(b"x".to_vec()).file_name("a.txt"));
    let answer: serde_json::Value =
        rig.client.post(rig.url("sendDocument")).multipart(form).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["description"], "Bad Request: message caption is too long");
}

#[tokio::test]
async fn keyboards_have_limits() {
    let (rig, anna) = Rig::with_user().await;
    let send = async |rows: serde_json::Value| {
        let markup = json!({ "inline_keyboard": rows });
        rig.call("sendMessage", json!({ "chat_id": anna.0, "text": "?", "reply_markup": markup })).await["description"]
            .clone()
    };
    let button = |data: &str| json!({ "text": "Да", "callback_data": data });
    assert!(send(json!([[button(&"x".repeat(64))]])).await.is_null());
    assert_eq!(send(json!([[button(&"я".repeat(33))]])).await, "Bad Request: BUTTON_DATA_INVALID");
    assert_eq!(send(json!([[button("")]])).await, "Bad Request: BUTTON_DATA_INVALID");
    assert_eq!(
        send(json!([[{ "text": " ", "callback_data": "a" }]])).await,
        "Bad Request: inline keyboard button text must be non-empty"
    );
    assert_eq!(
        send(json!([[{ "text": "Да" }]])).await,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    );
    assert_eq!(send(json!([[{ "text": "Да", "url": "не ссылка" }]])).await, "Bad Request: BUTTON_URL_INVALID");
    assert_eq!(send(json!([vec![button("a"); 9]])).await, "Bad Request: REPLY_MARKUP_TOO_LONG");
    assert_eq!(send(json!(vec![vec![button("a")]; 101])).await, "Bad Request: REPLY_MARKUP_TOO_LONG");
    assert!(send(json!(vec![vec![button("a")]; 100])).await.is_null());
}

#[tokio::test]
async fn edits_must_change_something_that_exists() {
    let (rig, anna) = Rig::with_user().await;
    let markup = json!({ "inline_keyboard": [[{ "text": "Да", "callback_data": "y" }]] });
    let sent = rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": "Начнём?", "reply_markup": markup })).await;
    let edit = |id: &serde_json::Value, text: &str, markup: &serde_json::Value| json!({ "chat_id": anna.0, "message_id": id, "text": text, "reply_markup": markup });
    let id = &sent["message_id"];
    assert_eq!(rig.refused("editMessageText", edit(id, "Начнём?", &markup)).await, SAME);
    let edited = rig.ok("editMessageText", edit(id, "Начнём? ", &json!({ "inline_keyboard": [] }))).await;
    assert_eq!((&edited["text"], &edited["reply_markup"]), (&json!("Начнём?"), &serde_json::Value::Null));
    assert_eq!(rig.refused("editMessageReplyMarkup", json!({ "chat_id": anna.0, "message_id": id })).await, SAME);
    let lost = rig.refused("editMessageText", edit(&json!(9999), "?", &markup)).await;
    assert_eq!(lost, "Bad Request: message to edit not found");
    let own = rig.sandbox.say(anna, "моё");
    assert_eq!(
        rig.refused("editMessageText", edit(&json!(own), "?", &markup)).await,
        "Bad Request: message can't be edited"
    );
    rig.ok("deleteMessage", json!({ "chat_id": anna.0, "message_id": id })).await;
    assert_eq!(rig.refused("editMessageText", edit(id, "?", &markup)).await, "Bad Request: message to edit not found");
    let again = rig.refused("deleteMessage", json!({ "chat_id": anna.0, "message_id": id })).await;
    assert_eq!(again, "Bad Request: message to delete not found");
}

#[tokio::test]
async fn a_press_is_answered_once_and_in_time() {
    let (rig, anna) = Rig::with_user().await;
    let sent = rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": "?" })).await;
    let id = sent["message_id"].as_i64().unwrap();
    let press = rig.sandbox.press(anna, id, "y");
    assert_eq!(rig.sandbox.unanswered_presses(), vec![press.clone()]);
    let long =
        rig.refused("answerCallbackQuery", json!({ "callback_query_id": press.0, "text": "я".repeat(201) })).await;
    assert_eq!(long, "Bad Request: MESSAGE_TOO_LONG");
    rig.ok("answerCallbackQuery", json!({ "callback_query_id": press.0, "text": "Принято" })).await;
    assert_eq!(rig.sandbox.toasts(anna)[0].text, "Принято");
    let late = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(rig.refused("answerCallbackQuery", json!({ "callback_query_id": press.0 })).await, late);
    let slow = rig.sandbox.press(anna, id, "y");
    rig.pass(3600);
    assert_eq!(rig.refused("answerCallbackQuery", json!({ "callback_query_id": slow.0 })).await, late);
    assert_eq!(rig.sandbox.unanswered_presses(), vec![slow]);
}
