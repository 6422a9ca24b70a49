//! The demo that people try first.

use nastavnik::play::{Demo, DemoOptions};
use serde_json::Value;

async fn state(filled: bool) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("demo.sqlite").display());
    let start = Demo::usual_start(crate::school::first_of_september());
    let demo = Demo::start(DemoOptions { port: 0, filled, start, database }).await.unwrap();
    let text = reqwest::get(format!("{}page/state", demo.page_url())).await.unwrap().text().await.unwrap();
    serde_json::from_str(&text).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_filled_demo_has_a_school_with_pairs_in_its_channel() {
    let state = state(true).await;
    let chats = state["chats"].as_array().unwrap();
    assert_eq!(chats.len(), 26, "24 people, the channel, the coordinator of a municipal centre");
    let channel = chats.iter().find(|chat| chat["kind"] == "channel").unwrap();
    let said = channel["messages"].to_string();
    assert!(said.contains("Новые наставнические пары"), "{said}");
    assert!(chats.iter().any(|chat| chat["messages"].to_string().contains("Вы — наставник")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_empty_demo_waits_for_its_curator() {
    let state = state(false).await;
    assert!(state["hints"].to_string().contains("Куратор"));
    let chats = state["chats"].as_array().unwrap();
    assert!(chats.iter().all(|chat| chat["messages"].as_array().unwrap().is_empty()));
}
