//! What the page's tests look at: a small cast, a clock, and a bot that echoes.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use nastavnik::sandbox::{ClockControl, Options, Rights, Sandbox, Step, UserId};
use serde_json::{Value, json};

/// A clock that the page moves.
struct Hands(Mutex<DateTime<Utc>>);

#[async_trait]
impl ClockControl for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> chrono_tz::Tz {
        chrono_tz::Asia::Yekaterinburg
    }

    fn zone_label(&self) -> String {
        "время Екатеринбурга".to_owned()
    }

    async fn advance(&self, step: Step) -> anyhow::Result<String> {
        anyhow::ensure!(step != Step::Next, "впереди ничего нет");
        let passed = match step {
            Step::Hour => TimeDelta::hours(1),
            Step::Day => TimeDelta::days(1),
            Step::Week | Step::Next => TimeDelta::weeks(1),
        };
        *self.0.lock().unwrap() += passed;
        Ok("Ничего не случилось".to_owned())
    }
}

pub(crate) struct Stage {
    pub(crate) sandbox: Sandbox,
    pub(crate) anna: UserId,
}

/// Two people, a channel, an invitation and the echo.
pub(crate) async fn stage() -> Stage {
    let start = DateTime::from_timestamp(1_788_253_200, 0).unwrap();
    let hands = Arc::new(Hands(Mutex::new(start)));
    let clock = Arc::clone(&hands);
    let mut options = Options::new(Arc::new(move || clock.now()));
    options.clock_control = Some(hands);
    options.hints = vec!["Начните с Анны".to_owned()];
    let sandbox = Sandbox::start(options).await.unwrap();
    let anna = sandbox.add_user("Анна Петрова");
    sandbox.add_user("Борис <b>Сидоров</b>");
    let channel = sandbox.add_channel("Школа", None);
    sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    sandbox.invite(anna, "code_1");
    tokio::spawn(echo(sandbox.clone()));
    Stage { sandbox, anna }
}

/// Repeats what it is told under two buttons, and toasts what is pressed.
async fn echo(sandbox: Sandbox) {
    let client = reqwest::Client::new();
    let call = async |method: &str, body: Value| -> Option<Value> {
        let url = format!("{}/bot{}/{method}", sandbox.api_url(), sandbox.token());
        client.post(url).json(&body).send().await.ok()?.json().await.ok()
    };
    let mut offset = 0;
    while let Some(updates) = call("getUpdates", json!({ "offset": offset, "timeout": 20 })).await {
        for update in updates["result"].as_array().into_iter().flatten() {
            offset = update["update_id"].as_i64().unwrap_or_default() + 1;
            if let Some(text) = update["message"]["text"].as_str() {
                let markup = json!({ "inline_keyboard": [[
                    { "text": "Да", "callback_data": "yes" }, { "text": "Важно", "callback_data": "alert" },
                ]] });
                let text = format!("<b>Вы</b>: {text} https://t.me/nastavnik_sandbox_bot?start=link_2");
                let chat = &update["message"]["chat"]["id"];
                let body = json!({ "chat_id": chat, "text": text, "parse_mode": "HTML", "reply_markup": markup });
                call("sendMessage", body).await;
            }
            if let Some(query) = update.get("callback_query") {
                let is_alert = query["data"] == "alert";
                let answer = json!({ "callback_query_id": query["id"], "text": "Принято", "show_alert": is_alert });
                call("answerCallbackQuery", answer).await;
                let (chat, id) = (&query["message"]["chat"]["id"], &query["message"]["message_id"]);
                let markup = json!({ "inline_keyboard": [[{ "text": "Ещё раз", "callback_data": "again" }]] });
                let body = json!({ "chat_id": chat, "message_id": id, "text": "Нажато", "reply_markup": markup });
                call("editMessageText", body).await;
            }
        }
    }
}
