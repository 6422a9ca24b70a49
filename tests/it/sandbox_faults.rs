//! Faults on order, and the flood limits.

use std::time::{Duration, Instant};

use nastavnik::sandbox::{Fault, FaultKind};
use serde_json::json;

use crate::sandbox_rig::Rig;

#[tokio::test]
async fn a_fault_spoils_only_the_calls_it_fits() {
    let (rig, anna) = Rig::with_user().await;
    let kind = FaultKind::TooManyRequests { retry_after: 7 };
    rig.sandbox.fail_next(Fault { method: Some("sendmessage".to_owned()), chat: Some(anna.0), times: 2, kind });
    let send = json!({ "chat_id": anna.0, "text": "?" });
    rig.ok("sendChatAction", json!({ "chat_id": anna.0, "action": "typing" })).await;
    for _ in 0..2 {
        let answer = rig.call("sendMessage", send.clone()).await;
        assert_eq!((&answer["error_code"], &answer["parameters"]["retry_after"]), (&json!(429), &json!(7)));
        assert_eq!(answer["description"], "Too Many Requests: retry after 7");
    }
    rig.ok("sendMessage", send.clone()).await;
    rig.sandbox.fail_next(Fault::once("sendMessage", FaultKind::Forbidden("bot was kicked".to_owned())));
    assert_eq!(rig.refused("sendMessage", send.clone()).await, "Forbidden: bot was kicked");
    rig.sandbox.fail_next(Fault::once("sendMessage", FaultKind::ServerError(502)));
    let answer = rig.client.post(rig.url("sendMessage")).json(&send).send().await.unwrap();
    assert_eq!(answer.status(), 502);
    assert!(answer.text().await.unwrap().starts_with("<html>"));
}

#[tokio::test]
async fn a_reset_leaves_the_outcome_unknown() {
    let (rig, anna) = Rig::with_user().await;
    let send = json!({ "chat_id": anna.0, "text": "?" });
    let count = || rig.sandbox.messages(anna).iter().filter(|message| message.from_bot).count();
    rig.sandbox.fail_next(Fault::once("sendMessage", FaultKind::ResetBefore));
    assert!(rig.client.post(rig.url("sendMessage")).json(&send).send().await.is_err());
    assert_eq!(count(), 0);
    rig.sandbox.fail_next(Fault::once("sendMessage", FaultKind::ResetAfter));
    assert!(rig.client.post(rig.url("sendMessage")).json(&send).send().await.is_err());
    assert_eq!(count(), 1);
    rig.ok("sendMessage", send).await;
}

#[tokio::test]
async fn a_delay_holds_one_call() {
    let (rig, anna) = Rig::with_user().await;
    rig.sandbox.fail_next(Fault::once("sendMessage", FaultKind::Delay(Duration::from_millis(200))));
    let began = Instant::now();
    rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": "?" })).await;
    assert!(began.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn limits_follow_the_clock() {
    let (rig, anna) = Rig::with_user().await;
    rig.sandbox.set_limits(true);
    let send = json!({ "chat_id": anna.0, "text": "?" });
    for _ in 0..4 {
        rig.ok("sendMessage", send.clone()).await;
    }
    let answer = rig.call("sendMessage", send.clone()).await;
    let wait = answer["parameters"]["retry_after"].as_i64().unwrap();
    rig.pass(wait);
    rig.ok("sendMessage", send).await;
}

#[tokio::test]
async fn limits_count_all_chats_together() {
    let rig = Rig::start().await;
    rig.sandbox.set_limits(true);
    let mut refused = 0;
    for number in 0..40 {
        let user = rig.sandbox.add_user(&format!("Сотрудник {number}"));
        rig.sandbox.say(user, "/start");
        let answer = rig.call("sendMessage", json!({ "chat_id": user.0, "text": "?" })).await;
        refused += u32::from(answer["error_code"] == 429);
    }
    assert_eq!(refused, 10);
}

#[tokio::test]
async fn the_ledger_can_be_switched_off() {
    let (rig, anna) = Rig::with_user().await;
    let before = rig.sandbox.calls().len();
    rig.call("sendMessage", json!({ "chat_id": 1, "text": "?" })).await;
    let calls = rig.sandbox.calls();
    assert_eq!((calls[before].method, calls[before].chat), ("sendMessage", Some(1)));
    assert_eq!(calls[before].refused.as_deref(), Some("Bad Request: chat not found"));
    rig.sandbox.set_ledger(false);
    rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": "?" })).await;
    assert_eq!(rig.sandbox.calls().len(), before + 1);
}
