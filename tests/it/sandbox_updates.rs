//! `getUpdates`: offsets, waiting, filters, two pollers.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::sandbox_rig::Rig;

fn texts(updates: &Value) -> Vec<&str> {
    updates.as_array().unwrap().iter().map(|update| update["message"]["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_higher_offset_confirms() {
    let rig = Rig::start().await;
    let anna = rig.sandbox.add_user("Анна");
    for text in ["1", "2", "3", "4"] {
        rig.sandbox.say(anna, text);
    }
    let first = rig.ok("getUpdates", json!({ "limit": 2 })).await;
    assert_eq!(texts(&first), ["1", "2"]);
    assert_eq!(texts(&rig.ok("getUpdates", json!({})).await), ["1", "2", "3", "4"]);
    let second = first[1]["update_id"].as_i64().unwrap();
    assert_eq!(texts(&rig.ok("getUpdates", json!({ "offset": second })).await), ["2", "3", "4"]);
    assert_eq!(texts(&rig.ok("getUpdates", json!({ "offset": second + 1 })).await), ["3", "4"]);
    assert_eq!(rig.sandbox.pending_updates(), 2);
    assert_eq!(texts(&rig.ok("getUpdates", json!({ "offset": -1 })).await), ["4"]);
    assert_eq!(texts(&rig.ok("getUpdates", json!({})).await), ["4"]);
}

#[tokio::test]
async fn a_long_poll_returns_with_the_update() {
    let rig = Rig::start().await;
    let anna = rig.sandbox.add_user("Анна");
    let began = Instant::now();
    let (updates, ()) = tokio::join!(rig.ok("getUpdates", json!({ "timeout": 30 })), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        rig.sandbox.say(anna, "здравствуйте");
    });
    assert_eq!(texts(&updates), ["здравствуйте"]);
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn the_older_of_two_polls_is_terminated() {
    let rig = Rig::start().await;
    let anna = rig.sandbox.add_user("Анна");
    let newer = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        rig.ok("getUpdates", json!({ "timeout": 30 })).await
    };
    let person = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        rig.sandbox.say(anna, "?");
    };
    let (older, newer, ()) = tokio::join!(rig.call("getUpdates", json!({ "timeout": 30 })), newer, person);
    assert_eq!(older["error_code"], 409);
    assert_eq!(
        older["description"],
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
    assert_eq!(texts(&newer), ["?"]);
}

#[tokio::test]
async fn only_allowed_updates_come() {
    let rig = Rig::start().await;
    let anna = rig.sandbox.add_user("Анна");
    rig.ok("getUpdates", json!({ "allowed_updates": ["callback_query"] })).await;
    rig.sandbox.say(anna, "не придёт");
    rig.sandbox.press(anna, 1, "да");
    let updates = rig.ok("getUpdates", json!({})).await;
    assert_eq!(updates.as_array().unwrap().len(), 1);
    assert_eq!(updates[0]["callback_query"]["data"], "да");
    rig.ok("getUpdates", json!({ "allowed_updates": [], "offset": -1 })).await;
    rig.sandbox.say(anna, "придёт");
    assert_eq!(rig.sandbox.pending_updates(), 2);
}

#[tokio::test]
async fn blocking_and_starting_are_told() {
    let (rig, anna) = Rig::with_user().await;
    rig.sandbox.block_bot(anna);
    let updates = rig.ok("getUpdates", json!({})).await;
    assert_eq!(updates[0]["my_chat_member"]["new_chat_member"]["status"], "kicked");
    rig.sandbox.start_link(anna, "abc");
    let updates = rig.ok("getUpdates", json!({})).await;
    assert_eq!(updates[1]["my_chat_member"]["new_chat_member"]["status"], "member");
    assert_eq!(updates[2]["message"]["text"], "/start abc");
    assert_eq!(updates[2]["message"]["entities"], json!([{ "type": "bot_command", "offset": 0, "length": 6 }]));
}
