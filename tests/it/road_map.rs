//! The road map in the curator's chat: from the document to what closes a row.

use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, seat};
use nastavnik::domain::people::Role;
use nastavnik::files::picture::render_png;
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
    assert!(school.screen(user).contains(words), "«{words}» is not here:\n{}", school.chat(user));
}

fn hides(school: &TestSchool, user: UserId, words: &str) {
    assert!(!school.screen(user).contains(words), "«{words}» is here:\n{}", school.chat(user));
}

/// The last toast that somebody saw.
fn toast(school: &TestSchool, user: UserId) -> String {
    school.sandbox.toasts(user).last().map(|toast| toast.text.clone()).unwrap_or_default()
}

async fn staff(school: &TestSchool) -> [UserId; 3] {
    seat(
        school,
        [
            ("Сомова Вера Ильинична", &[Role::Curator]),
            ("Лаптева Ольга Викторовна", &[Role::Director]),
            ("Ёлкин Пётр Андреевич", &[Role::Mentor]),
        ],
    )
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
        shows(&school, curator, "Лаптева О. В., Сомова В. И.");
        press_all(&school, curator, &["← Назад", "Загрузить"]).await;
        shows(&school, curator, "Уточните 2 строки");
        // A vague term is asked, typed anew, shown and kept.
        press_all(&school, curator, &["5"]).await;
        shows(&school, curator, "точные дни не названы");
        press_all(&school, curator, &["Срок"]).await;
        school.says(curator, "завтра утром").await;
        shows(&school, curator, "срок понят не полностью");
        school.says(curator, "до 15 сентября").await;
        shows(&school, curator, "до 15 сентября 2026 года");
        press_all(&school, curator, &["Записать"]).await;
        shows(&school, curator, "Ваш срок: до 15 сентября");
        // The other one has nobody's name: the curator chooses.
        press_all(&school, curator, &["← Назад", "6"]).await;
        shows(&school, curator, "нет в списке сотрудников");
        press_all(&school, curator, &["Ответственный", "Наставники", "По фамилиям →", "Лаптева О. В."]).await;
        shows(&school, curator, "Ёлкин П. А., Лаптева О. В.");
        press_all(&school, curator, &["← Назад", "← Назад"]).await;
        shows(&school, curator, "Вопросов не осталось");
        press_all(&school, curator, &["← Назад", "← Назад"]).await;
        shows(&school, curator, "Дорожная карта · сентябрь");
        shows(&school, curator, "Готово 0 из 4");
    }

    /// Story point 3: the school's own document, all of it.
    async fn the_real_road_map_is_understood_completely(school: TestSchool) {
        let Some(document) = real("001_524153928040a3b6.txt") else { return };
        let [curator, director, _] = staff(&school).await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Дорожная карта").await;
        school.sends_file(curator, "карта.txt", &document).await;
        shows(&school, curator, "7 строк понято, вопросов нет");
        // One date in September, five rows each month but July and August, one by the end of a programme.
        shows(&school, curator, "получится 51 срок, без даты — 1 строка");
        press_all(&school, curator, &["Посмотреть строки", "1"]).await;
        shows(&school, curator, "▫ приказ о назначении куратора");
        shows(&school, curator, "Понял так: до 30 сентября 2026 года");
        press_all(&school, curator, &["→", "→", "→"]).await;
        shows(&school, curator, "10 сроков — 30 сентября, 30 октября, 30 ноября, 30 декабря, …");
        press_all(&school, curator, &["→", "→"]).await;
        shows(&school, curator, "когда закончится программа пары");
        press_all(&school, curator, &["← Назад", "Загрузить"]).await;
        shows(&school, curator, "Карта загружена: 7 строк");
        shows(&school, curator, "Готово 0 из 6");
        press_all(&school, curator, &["Все строки"]).await;
        shows(&school, curator, "1. Подготовка и принятие локальных нормативных правовых актов — до 30 сентября");
        shows(&school, curator, "5. Формирование наставнических пар/групп — готово 0 из 10");
        press_all(&school, curator, &["Без даты: 1"]).await;
        shows(&school, curator, "по завершению персонализированной программы наставничества");
        school.says(director, "/menu").await;
        school.presses(director, "Мои мероприятия").await;
        shows(&school, director, "Подготовка и принятие локальных нормативных правовых актов");
        hides(&school, director, "2. ");
    }

    /// The same content in the encoding that schools' editors still write.
    async fn f55_a_cp1251_document_is_read(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(DOCUMENT);
        loads(&school, curator, "карта.txt", &bytes).await;
        shows(&school, curator, "Карта загружена: 6 строк");
    }

    async fn documents_that_cannot_be_read_say_what_to_do(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Дорожная карта").await;
        school.sends_file(curator, "карта.pdf", b"%PDF-1.7 ...").await;
        shows(&school, curator, "Этот PDF повреждён");
        school.sends_file(curator, "карта.txt", b"").await;
        shows(&school, curator, "Файл пустой");
        school.sends_file(curator, "карта.txt", &vec![b'a'; 2 * 1024 * 1024 + 1]).await;
        shows(&school, curator, "больше 2 МБ");
        school.sends_file(curator, "карта.txt", "я".repeat(1_000_001).as_bytes()).await;
        shows(&school, curator, "больше 1000 тысяч знаков");
        school.sends_file(curator, "карта.txt", "Добрый день, коллеги!".as_bytes()).await;
        shows(&school, curator, "не нашёл ни одной строки");
        school.says(curator, "привет").await;
        shows(&school, curator, "не нашёл ни одной строки");
        school.sandbox.send_photo(curator, vec![1, 2, 3], "");
        school.settle().await;
        shows(&school, curator, "С картинки прочитать карту не получится");
        shows(&school, curator, "[← Назад] [Взять типовую]");
    }

    async fn a_document_pasted_in_parts_is_one(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Дорожная карта").await;
        let (first, second) = DOCUMENT.split_at(DOCUMENT.find("3.\t").unwrap());
        school.says(curator, first).await;
        shows(&school, curator, "2 строки поняты");
        school.says(curator, second).await;
        shows(&school, curator, "4 строки поняты, 2 вопроса");
    }

    async fn a_school_without_a_document_takes_the_usual_stages(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Взять типовую"]).await;
        shows(&school, curator, "вопросов нет");
        school.presses(curator, "Загрузить").await;
        shows(&school, curator, "Дорожная карта · сентябрь");
        school.presses(curator, "Октябрь →").await;
        shows(&school, curator, "Дорожная карта · октябрь");
        school.presses(curator, "Картинкой").await;
        assert!(school.last(curator).photo.is_some(), "{}", school.chat(curator));
        shows(&school, curator, "Готово 0 из");
    }

    /// The other real documents: no row is lost; what is not understood is asked.
    async fn every_real_document_loads(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        for (name, rows) in [
            ("000_afa408a834265bdd.txt", 7),
            ("002_640c97fd601acdf7.txt", 12),
            ("003_b4aab8153b768945.txt", 17),
            ("004_f6f013090ff16a95.txt", 7),
        ] {
            let Some(document) = real(name) else { continue };
            school.says(curator, "/menu").await;
            school.presses(curator, "Дорожная карта").await;
            if school.screen(curator).contains("Все строки") {
                press_all(&school, curator, &["Все строки", "Загрузить другую"]).await;
            }
            school.sends_file(curator, name, &document).await;
            school.presses(curator, "Загрузить").await;
            if school.screen(curator).contains("Заменить") {
                school.presses(curator, "Заменить").await;
            }
            shows(&school, curator, &format!("Карта загружена: {rows} строк"));
        }
    }

    /// Last year's document serves this year with one press.
    async fn an_old_document_is_moved_to_this_year(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        let old = DOCUMENT.replace("сентябрь", "Сентябрь 2023").replace("30.10.2026", "30.10.2023");
        loads(&school, curator, "карта.txt", old.as_bytes()).await;
        press_all(&school, curator, &["2"]).await;
        shows(&school, curator, "срок относится к другому учебному году");
        press_all(&school, curator, &["← Назад"]).await;
        school.presses(curator, "Перенести на 2026/27").await;
        shows(&school, curator, "На 2026/27 перенесены сроки 3 строк");
        press_all(&school, curator, &["← Назад", "2"]).await;
        shows(&school, curator, "до 30 октября 2026 года");
    }

    async fn a_row_is_closed_with_an_order_and_opened_again(school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        loads(&school, curator, "карта.txt", DOCUMENT.as_bytes()).await;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1"]).await;
        shows(&school, director, "▫ 2. приказ о кураторе");
        school.says(director, "сделано").await;
        shows(&school, director, "Сделано, без документа\n\nВсё верно?");
        press_all(&school, director, &["← Назад", "Приказ"]).await;
        school.says(director, "о программе").await;
        shows(&school, director, "Не вижу номера");
        school.says(director, "45 от 31.09.2026").await;
        shows(&school, director, "Не понимаю дату");
        school.says(director, "45 от 1 декабря 2026").await;
        shows(&school, director, "ещё не наступила");
        school.says(director, "45-од").await;
        school.presses(director, "Вчера").await;
        shows(&school, director, "Приказ № 45-од от 31 августа 2026 года");
        school.presses(director, "Да, выполнено").await;
        shows(&school, director, "Отмечено");
        hides(&school, director, "Подготовить документы");
        // The curator sees it, and only the curator may open it again.
        school.says(curator, "/menu").await;
        school.presses(curator, "Дорожная карта").await;
        shows(&school, curator, "Готово 1 из");
        school.presses(curator, "✓ 1").await;
        shows(&school, curator, "Выполнено 1 сентября, 9:00, отметка: Лаптева О. В.");
        press_all(&school, curator, &["Открыть снова", "Да, открыть"]).await;
        shows(&school, curator, "снова открыто");
        school.says(director, "/menu").await;
        school.presses(director, "Мои мероприятия").await;
        shows(&school, director, "Подготовить документы");
    }

    async fn files_photos_links_and_words_close_rows(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        loads(&school, curator, "карта.txt", DOCUMENT.as_bytes()).await;
        press_all(&school, curator, &["← Назад", "← Назад", "Готово: 1"]).await;
        // A file needs no choice first.
        school.sends_file(curator, "приказ.pdf", b"%PDF-1.7").await;
        shows(&school, curator, "Файл приказ.pdf");
        press_all(&school, curator, &["Да, выполнено", "✓ 1", "Показать файл"]).await;
        assert_eq!(school.last(curator).document.unwrap().name, "приказ.pdf");
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Готово: 2"]).await;
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'/>";
        school.sandbox.send_photo(curator, render_png(svg, 1.0).unwrap(), "");
        school.settle().await;
        press_all(&school, curator, &["Да, выполнено", "✓ 2", "Показать файл"]).await;
        assert!(school.last(curator).photo.is_some(), "{}", school.chat(curator));
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Октябрь →", "Готово: 1", "Ссылка"]).await;
        school.says(curator, "на сайте").await;
        shows(&school, curator, "не похоже на ссылку");
        school.says(curator, "school.example/news").await;
        press_all(&school, curator, &["Да, выполнено", "Готово: 2", "Текст"]).await;
        school.says(curator, "<b>Провели</b> & записали").await;
        shows(&school, curator, "<b>Провели</b> & записали");
        school.presses(curator, "Да, выполнено").await;
        shows(&school, curator, "Готово 2 из 2");
    }

    /// F23: two devices, one effect; the second is told when the first one was.
    async fn f23_the_second_device_hears_that_it_is_done(school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        loads(&school, curator, "карта.txt", DOCUMENT.as_bytes()).await;
        for user in [curator, director] {
            school.says(user, "/menu").await;
        }
        press_all(&school, curator, &["Дорожная карта", "Готово: 1", "Текст"]).await;
        school.says(curator, "приказы подписаны").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1", "Текст"]).await;
        school.says(director, "всё готово").await;
        school.advance(chrono::TimeDelta::minutes(102)).await;
        school.presses(curator, "Да, выполнено").await;
        school.presses(director, "Да, выполнено").await;
        assert_eq!(toast(&school, director), "Уже отмечено в 10:42.");
        shows(&school, director, "приказы подписаны");
    }

    /// F26: a button for somebody else's row does nothing.
    async fn f26_nobody_closes_somebody_elses_row(school: TestSchool) {
        let [curator, director, mentor] = staff(&school).await;
        loads(&school, curator, "карта.txt", DOCUMENT.as_bytes()).await;
        school.says(director, "/menu").await;
        school.presses(director, "Мои мероприятия").await;
        let theirs = school.last(director).buttons[0][0].data.clone().unwrap();
        let (_, action) = theirs.split_once('.').unwrap();
        school.says(mentor, "/menu").await;
        let message = school.last(mentor).id;
        school.sandbox.press(mentor, message, &format!("0.{action}"));
        school.settle().await;
        assert_eq!(toast(&school, mentor), "Этого мероприятия среди ваших нет: его срок или ответственный изменились. Ниже — ваш список.");
        // F52: neither may a mentor load a road map.
        school.sandbox.press(mentor, message, "0.rl");
        school.settle().await;
        assert_eq!(toast(&school, mentor), "Эта кнопка здесь не работает.");
    }

    /// F28: two curators change one row; the slower one is shown what the quicker one did.
    async fn f28_the_slower_curator_sees_the_row_as_it_is_now(school: TestSchool) {
        let [first, second] = seat(&school, [
            ("Сомова Вера Ильинична", &[Role::Curator]), ("Рыбин Олег Олегович", &[Role::Curator]),
        ]).await;
        loads(&school, first, "карта.txt", DOCUMENT.as_bytes()).await;
        for user in [first, second] {
            school.says(user, "/menu").await;
            press_all(&school, user, &["Дорожная карта", "Все строки", "2", "Срок"]).await;
        }
        school.says(first, "до 1 ноября").await;
        school.says(second, "до 5 ноября").await;
        school.presses(first, "Записать").await;
        school.presses(second, "Записать").await;
        shows(&school, second, "только что изменил кто-то другой");
        press_all(&school, second, &["← Назад", "← Назад"]).await;
        shows(&school, second, "Ваш срок: до 1 ноября");
    }

    async fn a_newer_document_keeps_what_is_done(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        loads(&school, curator, "карта.txt", DOCUMENT.as_bytes()).await;
        press_all(&school, curator, &["← Назад", "← Назад", "Готово: 1", "Текст"]).await;
        school.says(curator, "приказы подписаны").await;
        press_all(&school, curator, &["Да, выполнено", "Все строки", "Загрузить другую"]).await;
        // The same first row, another second one, the rest is gone.
        let newer: String = DOCUMENT.lines().take(5).map(|line| line.replace("анкеты", "заявки") + "\n").collect();
        school.sends_file(curator, "новая.txt", newer.as_bytes()).await;
        school.presses(curator, "Загрузить").await;
        shows(&school, curator, "Открыто 12 сроков, закрыт 1");
        school.presses(curator, "Заменить").await;
        shows(&school, curator, "Готово 1 из 1");
        press_all(&school, curator, &["✓ 1"]).await;
        shows(&school, curator, "приказы подписаны");
        press_all(&school, curator, &["← Назад", "Все строки"]).await;
        shows(&school, curator, "Собрать заявки наставников");
        hides(&school, curator, "Собрать анкеты наставников");
    }

    /// Somebody was named in place of a post that nobody holds: there is nothing left to warn of.
    async fn a_named_person_ends_the_warning_of_a_vacant_post(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        loads(&school, curator, "карта.txt", DOCUMENT.as_bytes()).await;
        press_all(&school, curator, &["← Назад", "4"]).await;
        shows(&school, curator, "никого нет с ролью «Психолог»");
        press_all(&school, curator, &["Ответственный", "По фамилиям →", "Ёлкин П. А.", "← Назад"]).await;
        shows(&school, curator, "Напомню: Ёлкин П. А.");
        hides(&school, curator, "никого нет с ролью");
        press_all(&school, curator, &["Ответственный", "По фамилиям →", "✓ Ёлкин П. А.", "← Назад"]).await;
        shows(&school, curator, "никого нет с ролью «Психолог»");
    }
}
