//! The chat page in a real browser.

use nastavnik::sandbox::UserId;

use crate::sandbox_browser::{self, Browser};
use crate::sandbox_files::PIXEL;
use crate::sandbox_stage::stage;

/// JavaScript for the card of the person at `index`.
fn card(index: usize, selector: &str) -> String {
    format!("document.querySelectorAll('.card')[{index}]?.querySelector('{selector}')")
}

fn said(text: &str) -> String {
    format!("[...document.querySelectorAll('.card .message')].some(m => m.innerText.includes('{text}'))")
}

#[tokio::test]
async fn a_person_chats_with_the_mouse() {
    let Some(program) = sandbox_browser::find() else {
        return;
    };
    let stage = stage().await;
    let mut page = Browser::open(&program, &stage.sandbox.page_url(), 1280, 800).await;
    page.until("document.querySelectorAll('.card').length === 3").await;
    page.until("document.getElementById('hints').innerText.includes('Начните с Анны')").await;
    page.until("document.querySelectorAll('.card h2')[1].innerText === 'Борис <b>Сидоров</b>'").await;

    page.click(&card(0, ".start button")).await;
    page.until(&said("Вы: /start code_1")).await;
    page.until(&format!("{}.textContent === 'Вы'", card(0, ".message.bot strong"))).await;
    page.click(&card(0, ".key")).await;
    page.until(&said("Нажато")).await;
    page.until("document.querySelector('.toast').innerText === 'Принято'").await;
    assert_eq!(page.eval("document.querySelectorAll('.key.waiting').length").await, 0);

    // The link in Boris's chat is followed by Boris.
    page.click(&card(1, "textarea")).await;
    page.write("привет").await;
    page.click(&card(1, ".send")).await;
    page.until(&said("Вы: привет")).await;
    page.click(&card(1, ".message.bot a")).await;
    page.until(&said("Вы: /start link_2")).await;

    page.click("document.querySelector('[data-step=day]')").await;
    page.until("document.getElementById('clock-words').innerText.includes('2 сентября 2026 года, 14:00')").await;
    page.click("document.querySelector('[data-step=next]')").await;
    page.until("document.getElementById('clock-said').innerText.includes('впереди ничего нет')").await;
    page.complaints.retain(|complaint| !complaint.contains("409"));

    page.click("document.querySelector('#add-person input')").await;
    page.write("Вера Новая").await;
    page.click("document.querySelector('#add-person button')").await;
    page.until("document.activeElement.getAttribute('aria-label') === 'Сообщение от имени: Вера Новая'").await;
    let names = "[...document.querySelectorAll('.entry .name')].map(n => n.innerText).join()";
    page.click("document.getElementById('search')").await;
    page.write("нов вера").await;
    page.until(&format!("{names} === 'Вера Новая'")).await;
    page.close().await;
}

#[tokio::test]
async fn files_are_sent_and_shown() {
    let Some(program) = sandbox_browser::find() else {
        return;
    };
    let stage = stage().await;
    let folder = tempfile::tempdir().unwrap();
    let (table, picture) = (folder.path().join("Штат.csv"), folder.path().join("точка.png"));
    std::fs::write(&table, "ФИО;Роль").unwrap();
    std::fs::write(&picture, PIXEL).unwrap();
    let mut page = Browser::open(&program, &stage.sandbox.page_url(), 1280, 800).await;
    page.until("document.querySelector('input[type=file]')").await;
    page.choose_file("input[type=file]", &table).await;
    page.until(&said("Штат.csv")).await;
    let sent = stage.sandbox.last(stage.anna).unwrap().document.unwrap();
    assert_eq!((sent.name.as_str(), &sent.bytes[..]), ("Штат.csv", "ФИО;Роль".as_bytes()));
    let saved = format!("fetch({}.href).then(r => r.text())", card(0, ".file"));
    assert_eq!(page.eval(&saved).await, "ФИО;Роль");
    page.choose_file("input[type=file]", &picture).await;
    page.until(&format!("{}?.naturalWidth === 1", card(0, ".photo img"))).await;
    assert_eq!(stage.sandbox.last(stage.anna).unwrap().photo.unwrap().bytes, PIXEL);
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
    page.tab_to("e.getAttribute('aria-label') === 'Сообщение от имени: Анна Петрова'").await;
    let outline = "getComputedStyle(document.activeElement).outlineStyle";
    assert_eq!(page.eval(outline).await, "solid");
    page.write("с клавиатуры").await;
    page.key("Enter").await;
    page.until(&said("Вы: с клавиатуры")).await;

    // Again from the top: to the second button of the newest message.
    page.eval("document.activeElement.blur()").await;
    page.eval("document.querySelector('.card .log').focus()").await;
    let newest = "e.closest('.message')?.innerText.includes('с клавиатуры')";
    page.tab_to(&format!("e.innerText === 'Важно' && {newest}")).await;
    page.key("Enter").await;
    page.until("document.activeElement.innerText === 'Понятно'").await;
    page.key("Enter").await;
    // The pressed button is gone, its message has another: the focus must not be lost.
    page.until("document.activeElement.innerText === 'Ещё раз'").await;
    assert_eq!(page.eval("document.querySelector('.card .log').getAttribute('role')").await, "log");
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
    page.until("document.querySelectorAll('.tab')[1].querySelector('.unread')").await;
    page.click("document.querySelectorAll('.tab')[1]").await;
    page.until(&format!("{shown} === 'Борис <b>Сидоров</b>'")).await;
    page.until("!document.querySelectorAll('.tab')[1].querySelector('.unread')").await;
    page.key("ArrowRight").await;
    page.until(&format!("{shown} === 'Школа'")).await;

    page.click("document.getElementById('people-toggle')").await;
    page.click("document.querySelectorAll('.entry')[1]").await;
    page.until(&format!("{shown} === 'Анна Петрова'")).await;
    page.click(&card(0, ".key")).await;
    page.until(&said("Нажато")).await;
    page.close().await;
}
