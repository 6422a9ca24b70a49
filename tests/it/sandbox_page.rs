//! The chat page in a real browser, with a tiny bot that echoes.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use nastavnik::sandbox::{ClockControl, Options, Rights, Sandbox, Step, UserId};
use serde_json::{Value, json};
use std::sync::Mutex;

use crate::sandbox_browser::{self, Browser};

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

struct Stage {
    sandbox: Sandbox,
    anna: UserId,
}

async fn stage() -> Stage {
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
    sandbox.set_bot_rights(
        channel,
        Rights {
            is_admin: true,
            can_post: true,
        },
    );
    sandbox.invite(anna, "code_1");
    tokio::spawn(echo(sandbox.clone()));
    Stage { sandbox, anna }
}

/// Repeats what it is told under two buttons, and toasts what is pressed.
async fn echo(sandbox: Sandbox) {
    let client = reqwest::Client::new();
    let call = async |method: &str, body: Value| -> Option<Value> {
        let url = format!("{}/bot{}/{method}", sandbox.api_url(), sandbox.token());
        client
            .post(url)
            .json(&body)
            .send()
            .await
            .ok()?
            .json()
            .await
            .ok()
    };
    let mut offset = 0;
    while let Some(updates) = call("getUpdates", json!({ "offset": offset, "timeout": 20 })).await {
        for update in updates["result"].as_array().into_iter().flatten() {
            offset = update["update_id"].as_i64().unwrap_or_default() + 1;
            if let Some(text) = update["message"]["text"].as_str() {
                let markup = json!({ "inline_keyboard": [[
                    { "text": "Да", "callback_data": "yes" }, { "text": "Важно", "callback_data": "alert" },
                ]] });
                let text =
                    format!("<b>Вы</b>: {text} https://t.me/nastavnik_sandbox_bot?start=link_2");
                let chat = &update["message"]["chat"]["id"];
                let body = json!({ "chat_id": chat, "text": text, "parse_mode": "HTML", "reply_markup": markup });
                call("sendMessage", body).await;
            }
            if let Some(query) = update.get("callback_query") {
                let is_alert = query["data"] == "alert";
                let answer = json!({ "callback_query_id": query["id"], "text": "Принято", "show_alert": is_alert });
                call("answerCallbackQuery", answer).await;
                let (chat, id) = (
                    &query["message"]["chat"]["id"],
                    &query["message"]["message_id"],
                );
                let markup = json!({ "inline_keyboard": [[{ "text": "Ещё раз", "callback_data": "again" }]] });
                let body = json!({ "chat_id": chat, "message_id": id, "text": "Нажато", "reply_markup": markup });
                call("editMessageText", body).await;
            }
        }
    }
}

/// JavaScript for the card of the person at `index`.
fn card(index: usize, selector: &str) -> String {
    format!("document.querySelectorAll('.card')[{index}]?.querySelector('{selector}')")
}

fn said(text: &str) -> String {
    format!(
        "[...document.querySelectorAll('.card .message')].some(m => m.innerText.includes('{text}'))"
    )
}

#[tokio::test]
async fn a_person_chats_with_mouse_and_file_of_people() {
    let Some(program) = sandbox_browser::find() else {
        return;
    };
    let stage = stage().await;
    let mut page = Browser::open(&program, &stage.sandbox.page_url(), 1280, 800).await;
    page.until("document.querySelectorAll('.card').length === 3")
        .await;
    page.until("document.getElementById('hints').innerText.includes('Начните с Анны')")
        .await;
    page.until("document.querySelectorAll('.card h2')[1].innerText === 'Борис <b>Сидоров</b>'")
        .await;

    page.click(&card(0, ".start button")).await;
    page.until(&said("Вы: /start code_1")).await;
    page.until(&format!(
        "{}.textContent === 'Вы'",
        card(0, ".message.bot strong")
    ))
    .await;
    page.click(&card(0, ".key")).await;
    page.until(&said("Нажато")).await;
    page.until("document.querySelector('.toast').innerText === 'Принято'")
        .await;
    assert_eq!(
        page.eval("document.querySelectorAll('.key.waiting').length")
            .await,
        0
    );

    // The link in Boris's chat is followed by Boris.
    page.click(&card(1, "textarea")).await;
    page.write("привет").await;
    page.click(&card(1, ".send")).await;
    page.until(&said("Вы: привет")).await;
    page.click(&card(1, ".message.bot a")).await;
    page.until(&said("Вы: /start link_2")).await;

    page.click("document.querySelector('[data-step=day]')")
        .await;
    page.until(
        "document.getElementById('clock-words').innerText.includes('2 сентября 2026 года, 14:00')",
    )
    .await;
    page.click("document.querySelector('[data-step=next]')")
        .await;
    page.until("document.getElementById('clock-said').innerText.includes('впереди ничего нет')")
        .await;
    page.complaints
        .retain(|complaint| !complaint.contains("409"));

    page.click("document.querySelector('#add-person input')")
        .await;
    page.write("Вера Новая").await;
    page.click("document.querySelector('#add-person button')")
        .await;
    page.until(
        "document.activeElement.getAttribute('aria-label') === 'Сообщение от имени: Вера Новая'",
    )
    .await;
    let names = "[...document.querySelectorAll('.entry .name')].map(n => n.innerText).join()";
    page.click("document.getElementById('search')").await;
    page.write("нов вера").await;
    page.until(&format!("{names} === 'Вера Новая'")).await;
    page.close().await;
}

#[tokio::test]
async fn the_keyboard_alone_is_enough() {
    let Some(program) = sandbox_browser::find() else {
        return;
    };
    let stage = stage().await;
    stage.sandbox.start_link(stage.anna, "x");
    let mut page = Browser::open(&program, &stage.sandbox.page_url(), 1280, 800).await;
    page.until(&said("Вы: /start x")).await;
    page.tab_to("e.getAttribute('aria-label') === 'Сообщение от имени: Анна Петрова'")
        .await;
    let outline = "getComputedStyle(document.activeElement).outlineStyle";
    assert_eq!(page.eval(outline).await, "solid");
    page.write("с клавиатуры").await;
    page.key("Enter").await;
    page.until(&said("Вы: с клавиатуры")).await;

    // Again from the top: to the second button of the newest message.
    page.eval("document.activeElement.blur()").await;
    page.eval("document.querySelector('.card .log').focus()")
        .await;
    let newest = "e.closest('.message')?.innerText.includes('с клавиатуры')";
    page.tab_to(&format!("e.innerText === 'Важно' && {newest}"))
        .await;
    page.key("Enter").await;
    page.until("document.activeElement.innerText === 'Понятно'")
        .await;
    page.key("Enter").await;
    // The pressed button is gone, its message has another: the focus must not be lost.
    page.until("document.activeElement.innerText === 'Ещё раз'")
        .await;
    assert_eq!(
        page.eval("document.querySelector('.card .log').getAttribute('role')")
            .await,
        "log"
    );
    page.close().await;
}

#[tokio::test]
async fn a_phone_shows_one_chat_at_a_time() {
    let Some(program) = sandbox_browser::find() else {
        return;
    };
    let stage = stage().await;
    let mut page = Browser::open(&program, &stage.sandbox.page_url(), 390, 844).await;
    let shown = "[...document.querySelectorAll('.card')].filter(c => !c.hidden).map(c => c.querySelector('h2').innerText).join()";
    page.until(&format!("{shown} === 'Анна Петрова'")).await;
    page.click(&card(0, ".start button")).await;
    page.until(&said("Вы: /start code_1")).await;
    let overflow = "document.documentElement.scrollWidth - innerWidth";
    assert_eq!(page.eval(overflow).await, 0);

    stage.sandbox.say(UserId(stage.anna.0 + 1), "издалека");
    page.until("document.querySelectorAll('.tab')[1].querySelector('.unread')")
        .await;
    page.click("document.querySelectorAll('.tab')[1]").await;
    page.until(&format!("{shown} === 'Борис <b>Сидоров</b>'"))
        .await;
    page.until("!document.querySelectorAll('.tab')[1].querySelector('.unread')")
        .await;
    page.key("ArrowRight").await;
    page.until(&format!("{shown} === 'Школа'")).await;

    page.click("document.getElementById('people-toggle')").await;
    page.click("document.querySelector('.entry')").await;
    page.until(&format!("{shown} === 'Анна Петрова'")).await;
    page.click(&card(0, ".key")).await;
    page.until(&said("Нажато")).await;
    page.close().await;
}
