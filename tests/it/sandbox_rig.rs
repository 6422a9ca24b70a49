//! A sandbox with a clock that the test holds, and a client that speaks the Bot API.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::DateTime;
use nastavnik::sandbox::{Options, Sandbox, UserId};
use serde_json::{Value, json};

/// 1 September 2026, 09:00 UTC.
const START: i64 = 1_788_253_200;

pub(crate) struct Rig {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: reqwest::Client,
    seconds: Arc<AtomicI64>,
}

impl Rig {
    pub(crate) async fn start() -> Self {
        let seconds = Arc::new(AtomicI64::new(START));
        let held = Arc::clone(&seconds);
        let now = Arc::new(move || DateTime::from_timestamp(held.load(Ordering::Relaxed), 0).unwrap());
        let sandbox = Sandbox::start(Options::new(now)).await.unwrap();
        Self { sandbox, client: reqwest::Client::new(), seconds }
    }

    /// A sandbox and a person who has pressed Start; the update of that is confirmed.
    pub(crate) async fn with_user() -> (Self, UserId) {
        let rig = Self::start().await;
        let anna = rig.sandbox.add_user("Анна Петрова");
        rig.sandbox.say(anna, "/start");
        rig.call("getUpdates", json!({ "offset": -1 })).await;
        let last = rig.call("getUpdates", json!({})).await["result"][0]["update_id"].as_i64().unwrap();
        rig.call("getUpdates", json!({ "offset": last + 1 })).await;
        (rig, anna)
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(crate) fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.sandbox.api_url(), self.sandbox.token())
    }

    /// The whole answer of a call with a JSON body.
    pub(crate) async fn call(&self, method: &str, body: Value) -> Value {
        let answer = self.client.post(self.url(method)).json(&body).send().await.unwrap();
        answer.json().await.unwrap()
    }

    /// The result of a call that must succeed.
    pub(crate) async fn ok(&self, method: &str, body: Value) -> Value {
        let mut answer = self.call(method, body).await;
        assert_eq!(answer["ok"], true, "{method}: {answer}");
        answer["result"].take()
    }

    /// The description of a call that must be refused.
    pub(crate) async fn refused(&self, method: &str, body: Value) -> String {
        let answer = self.call(method, body).await;
        assert_eq!(answer["ok"], false, "{method}: {answer}");
        answer["description"].as_str().unwrap().to_owned()
    }
}
