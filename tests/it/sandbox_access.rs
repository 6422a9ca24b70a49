//! Where the bot may write, and what a call must look like.

use nastavnik::sandbox::{Membership, Rights};
use serde_json::json;

use crate::sandbox_rig::Rig;

#[tokio::test]
async fn the_bot_writes_only_where_it_may() {
    let rig = Rig::start().await;
    let send =
        async |chat: i64| rig.call("sendMessage", json!({ "chat_id": chat, "text": "?" })).await["description"].clone();
    assert_eq!(send(42).await, "Bad Request: chat not found");
    let anna = rig.sandbox.add_user("Анна");
    assert_eq!(send(anna.0).await, "Forbidden: bot can't initiate conversation with a user");
    rig.sandbox.say(anna, "/start");
    assert!(send(anna.0).await.is_null());
    rig.sandbox.block_bot(anna);
    assert_eq!(send(anna.0).await, "Forbidden: bot was blocked by the user");
    rig.sandbox.unblock_bot(anna);
    assert!(send(anna.0).await.is_null());
    rig.sandbox.deactivate(anna);
    assert_eq!(send(anna.0).await, "Forbidden: user is deactivated");
    let channel = rig.sandbox.add_channel("Школа", Some("school_news"));
    assert_eq!(send(channel.0).await, "Forbidden: bot is not a member of the channel chat");
    rig.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: false });
    assert_eq!(send(channel.0).await, "Bad Request: need administrator rights in the channel chat");
    rig.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    let by_name = rig.ok("sendMessage", json!({ "chat_id": "@school_news", "text": "Новость" })).await;
    assert_eq!((&by_name["chat"]["id"], &by_name["chat"]["type"]), (&json!(channel.0), &json!("channel")));
}

#[tokio::test]
async fn tokens_methods_and_parameters_are_checked() {
    let (rig, anna) = Rig::with_user().await;
    let url = format!("{}/bot1:wrong/getMe", rig.sandbox.api_url());
    let answer = rig.client.post(url).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    assert_eq!(answer.text().await.unwrap(), r#"{"description":"Unauthorized","error_code":401,"ok":false}"#);
    assert_eq!(rig.refused("sendChecklist", json!({})).await, "Not Found");
    assert_eq!(rig.sandbox.unknown_calls(), vec![("sendChecklist".to_owned(), 1)]);
    assert_eq!(rig.refused("sendMessage", json!({ "text": "?" })).await, "Bad Request: chat_id is empty");
    assert_eq!(rig.refused("sendMessage", json!({ "chat_id": anna.0 })).await, "Bad Request: message text is empty");
    let unknown = rig.refused("sendMessage", json!({ "chat_id": anna.0, "text": "?", "colour": "red" })).await;
    assert!(unknown.contains("\"colour\""), "{unknown}");
    let typed = rig.refused("sendMessage", json!({ "chat_id": anna.0, "text": 5 })).await;
    assert!(typed.contains("must be String"), "{typed}");
    assert_eq!(rig.ok("GETME", json!({})).await["is_bot"], true);
}

#[tokio::test]
async fn forms_and_queries_are_read_like_json() {
    let (rig, anna) = Rig::with_user().await;
    let markup = json!({ "inline_keyboard": [[{ "text": "Да", "callback_data": "y" }]] }).to_string();
    let form = [("chat_id", anna.0.to_string()), ("text", "a & b = c + д".to_owned()), ("reply_markup", markup)];
    let answer = rig.client.post(rig.url("sendMessage")).form(&form).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let last = rig.sandbox.last(anna).unwrap();
    assert_eq!((last.text.as_str(), last.labels()), ("a & b = c + д", vec![vec!["Да"]]));
    let url = format!("{}?chat_id={}&text=%D0%94%D0%B0", rig.url("sendMessage"), anna.0);
    assert_eq!(rig.client.get(url).send().await.unwrap().status(), 200);
    assert_eq!(rig.sandbox.last(anna).unwrap().text, "Да");
}

#[tokio::test]
async fn places_are_described_to_their_members() {
    let rig = Rig::start().await;
    let (anna, boris) = (rig.sandbox.add_user("Анна"), rig.sandbox.add_user("Борис"));
    let channel = rig.sandbox.add_channel("Школа", Some("school_news"));
    rig.sandbox.add_member(channel, anna, Membership::Creator);
    let outside = rig.refused("getChat", json!({ "chat_id": channel.0 })).await;
    assert_eq!(outside, "Forbidden: bot is not a member of the channel chat");
    rig.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    assert_eq!(rig.ok("getChat", json!({ "chat_id": "@school_news" })).await["title"], "Школа");
    let status = async |user: i64| {
        rig.ok("getChatMember", json!({ "chat_id": channel.0, "user_id": user })).await["status"].clone()
    };
    assert_eq!([status(anna.0).await, status(boris.0).await], ["creator", "left"]);
    let me = rig.ok("getMe", json!({})).await["id"].as_i64().unwrap();
    assert_eq!(status(me).await, "administrator");
    let administrators = rig.ok("getChatAdministrators", json!({ "chat_id": channel.0 })).await;
    assert_eq!(administrators.as_array().unwrap().len(), 2);
    let posted = rig.ok("sendMessage", json!({ "chat_id": channel.0, "text": "Новость" })).await;
    rig.ok("pinChatMessage", json!({ "chat_id": channel.0, "message_id": posted["message_id"] })).await;
    assert_eq!(rig.sandbox.pinned(channel), posted["message_id"].as_i64());
}
