//! The road map in the curator's chat: from the document to what closes a row.

use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, seat};
use nastavnik::domain::people::Role;
use nastavnik::sandbox::UserId;
use std::path::Path;

/// A document of our own that has a bit of everything: continuations, lists, doubts, nobody's rows.
const DOCUMENT: &str = include_str!("../data/road_map/lesnaya.txt");

/// A real road map, where the folder with real documents is present.
fn real(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds").join(name);
    let found = std::fs::read(&path).ok();
    if found.is_none() {
        eprintln!("SKIPPED: {name} is not on this machine, so the real road map was not tried");
    }
    found
}

fn shows(school: &TestSchool, user: UserId, words: &str) {
    assert!(
        school.screen(user).contains(words),
        "«{words}» is not here:\n{}",
        school.chat(user)
    );
}

fn hides(school: &TestSchool, user: UserId, words: &str) {
    assert!(
        !school.screen(user).contains(words),
        "«{words}» is here:\n{}",
        school.chat(user)
    );
}

/// The last toast that somebody saw.
fn toast(school: &TestSchool, user: UserId) -> String {
    school.sandbox.toasts(user).last().map(|toast| toast.text.clone()).unwrap_or_default()
}

async fn staff(school: &TestSchool) -> [UserId; 3] {
    seat(school, [
        ("Сомова Вера Ильинична", &[Role::Curator]),
        ("Лаптева Ольга Викторовна", &[Role::Director]),
        ("Ёлкин Пётр Андреевич", &[Role::Mentor]),
    ])
    .await
}

async fn loads(school: &TestSchool, curator: UserId, name: &str, bytes: &[u8]) {
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, name, bytes).await;
    school.presses(curator, "Загрузить").await;
}

stories! {
    async fn the_curator_loads_our_document_and_settles_what_is_unclear(mut school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Дорожная карта").await;
        shows(&school, curator, "пока нет");
        school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
        shows(&school, curator, "4 строки поняты, 2 вопроса");
        shows(&school, curator, "Дорожная карта школы «Лесная»");
        // What was read waits, also over a restart.
        school.restarts().await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Дорожная карта").await;
        press_all(&school, curator, &["Посмотреть строки", "1"]).await;
        shows(&school, curator, "▫ приказ о программе");
        shows(&school, curator, "до 30 сентября 2026 года");
        shows(&school, curator, "Лаптева\u{a0}О.\u{a0}В., Сомова\u{a0}В.\u{a0}И.");
        press_all(&school, curator, &["← Назад", "Загрузить"]).await;
        shows(&school, curator, "Уточните 2 строки");
        // A vague term is asked, typed anew, shown and kept.
        press_all(&school, curator, &["5"]).await;
        shows(&school, curator, "точные дни не названы");
        press_all(&school, curator, &["Срок"]).await;
        school.says(curator, "завтра утром").await;
        shows(&school, curator, "не все слова срока понятны");
        school.says(curator, "до 15 сентября").await;
        shows(&school, curator, "до 15 сентября 2026 года");
        press_all(&school, curator, &["Записать"]).await;
        shows(&school, curator, "Ваш срок: до 15 сентября");
        // The other one has nobody's name: the curator chooses.
        press_all(&school, curator, &["← Назад", "6"]).await;
        shows(&school, curator, "нет в списке сотрудников");
        press_all(&school, curator, &["Ответственный", "Наставники", "По фамилиям →", "Лаптева\u{a0}О.\u{a0}В."]).await;
        shows(&school, curator, "Ёлкин\u{a0}П.\u{a0}А., Лаптева\u{a0}О.\u{a0}В.");
        press_all(&school, curator, &["← Назад", "← Назад"]).await;
        shows(&school, curator, "Вопросов не осталось");
        press_all(&school, curator, &["← Назад", "← Назад"]).await;
        shows(&school, curator, "Дорожная карта · сентябрь");
        shows(&school, curator, "Готово 0 из 4");
    }
}
