//! What a curator shows to those who check: the finished table and the pictures.

use crate::founded::{address, rows_to, write};
use crate::school::{TestSchool, stories};
use crate::staff_room::{SCHOOL, press_all, seat, shows};
use chrono::TimeDelta;
use nastavnik::domain::ids::PersonId;
use nastavnik::domain::notice::{Class, Lane, Notice};
use nastavnik::domain::people::Role;
use nastavnik::domain::roadmap::standing::TableFormat;
use nastavnik::files::table::{Limits, read_table};
use nastavnik::sandbox::{SeenMessage, UserId};
use nastavnik::store::{outbox, people};
use nastavnik::text::Letter;
use roxmltree::{Document, Node};
use std::io::{Cursor, Read};

/// Six rows: a checklist, a month, every month, an unclear term, somebody unknown, an old «ежегодно».
const DOCUMENT: &str = include_str!("../data/road_map/lesnaya.txt");

/// What becomes of them by 20 November, when only the first one is done.
const FINISHED: [&str; 13] = [
    "№ | Мероприятие | Срок | Ответственные | Состояние | Подтверждение",
    "Подготовка",
    "1 | Подготовить документы / – приказ о программе / – приказ о кураторе | сентябрь / до 30.09.2026 | директор, куратор / Лаптева О. В., Сомова В. И. | выполнено / 31.08.2026 | Приказ № 45-од от 31 августа 2026 года",
    "Банки",
    "2 | Собрать анкеты наставников | до 30.10.2026 | куратор / Сомова В. И. | просрочено | ",
    "Работа пар",
    "3 | Провести встречи пар | ежемесячно / всего 10 сроков, ближайший — 30.11.2026 | наставники / Ёлкин П. А. | просрочено: 2, готово 0 из 10 | ",
    "Поддержка",
    "4 | Консультировать молодых коллег | постоянно | педагог-психолог | без срока | ",
    "Старт",
    "5 | Провести первую встречу | в начале сентября | куратор / Сомова В. И. | срок уточняется | ",
    "Итоги",
    "6 | Подготовить выставку работ | сентябрь / до 30.09.2026 | Сидорова А. Б. | просрочено | ",
];

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

async fn loads(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
}

fn named<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The cells of a document's table, row by row.
fn cells(message: &SeenMessage) -> Vec<Vec<String>> {
    let file = message.document.as_ref().unwrap();
    assert_eq!(file.name, "Выполнение дорожной карты 2026-27.docx");
    let mut archive = zip::ZipArchive::new(Cursor::new(&file.bytes)).unwrap();
    let mut markup = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut markup).unwrap();
    let document = Document::parse(&markup).unwrap();
    let text = |paragraph: Node| named(paragraph, "t").filter_map(|run| run.text()).collect::<String>();
    let cell = |cell: Node| named(cell, "p").map(text).collect::<Vec<_>>().join("\n").replace('\u{a0}', " ");
    named(document.root(), "tr").map(|row| named(row, "tc").map(cell).collect()).collect()
}

stories! {
    async fn the_finished_table_comes_as_a_document_and_as_a_workbook(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        loads(&school, curator).await;
        press_all(&school, curator, &["Готово: 1", "Приказ"]).await;
        school.says(curator, "45-од от 31.08.2026").await;
        press_all(&school, curator, &["Да, выполнено"]).await;
        // The rest of September and October pass with nothing done.
        school.clock.advance(TimeDelta::days(80));
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Таблица для проверки"]).await;
        shows(&school, curator, "На 20 ноября выполнено 1 из 13. Просрочено: 4, впереди: 8.");
        shows(&school, curator, "Без даты — 2 строки.");
        school.presses(curator, "Word (DOCX)").await;
        let message = school.last(curator);
        assert_eq!(message.text, "Таблица готова. Выполнено 1 из 13, просрочено: 4.");
        let rows = cells(&message);
        let read: Vec<String> = rows.iter().map(|row| row.join(" | ").replace('\n', " / ")).collect();
        assert_eq!(read, FINISHED);
        school.presses(curator, "Excel (XLSX)").await;
        let file = school.last(curator).document.unwrap();
        assert_eq!(file.name, "Выполнение дорожной карты 2026-27.xlsx");
        let read = read_table(&file.name, &file.bytes, Limits::default()).unwrap();
        let row = read.iter().find(|row| row.first().is_some_and(|cell| cell == "1")).unwrap();
        assert_eq!(row[4..], ["выполнено", "31.08.2026", "Приказ № 45-од от 31 августа 2026 года"]);
        school.presses(curator, "Картинкой").await;
        assert!(school.last(curator).photo.is_some(), "{}", school.chat(curator));
    }

    async fn the_table_names_who_has_a_row_now(school: TestSchool) {
        let [curator, _, mentor] = staff(&school).await;
        loads(&school, curator).await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Не моя задача", "Не моя роль"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Решить: 1", "Передать: 1", "Лаптева О. В. · 1"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Таблица для проверки", "Word (DOCX)"]).await;
        let rows = cells(&school.last(curator));
        let meetings = rows.iter().find(|row| row.iter().any(|cell| cell.starts_with("Провести встречи"))).unwrap();
        assert_eq!(meetings[3], "наставники\nЛаптева О. В.");
        // Whoever got it has left: until the curator decides anew, it is the curator's.
        let now = school.now();
        write!(school, |tx| people::archive(tx, PersonId(2), now).await);
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Таблица для проверки", "Word (DOCX)"]).await;
        let rows = cells(&school.last(curator));
        let meetings = rows.iter().find(|row| row.iter().any(|cell| cell.starts_with("Провести встречи"))).unwrap();
        assert_eq!(meetings[3], "наставники\nСомова В. И.");
    }

    async fn without_a_road_map_there_is_nothing_to_show(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        school.says(curator, "/menu").await;
        let menu = school.last(curator);
        let wire = menu.buttons[0][0].data.clone().unwrap();
        let version = wire.split('.').next().unwrap();
        school.sandbox.press(curator, menu.id, &format!("{version}.z"));
        school.settle().await;
        shows(&school, curator, "Дорожной карты на 2026/27 пока нет");
    }

    /// F52: names leave the bot with the table, so only a curator gets it, also when the button was pressed in time.
    async fn f52_the_table_goes_to_nobody_but_a_curator(school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        loads(&school, curator).await;
        school.says(director, "/menu").await;
        let menu = school.last(director);
        let wire = menu.buttons[0][0].data.clone().unwrap();
        let version = wire.split('.').next().unwrap();
        for forged in ["z", "zt.docx", "zt.xlsx"] {
            school.sandbox.press(director, menu.id, &format!("{version}.{forged}"));
            school.settle().await;
            assert!(school.sandbox.toasts(director).last().unwrap().text.contains("не работает"), "{forged}");
        }
        // Nor would the file leave for somebody who is no curator when its turn comes.
        let now = school.now();
        let chat = address(director);
        write!(school, |tx| {
            let notice = Notice::FinishedTable { organisation: SCHOOL, format: TableFormat::Docx };
            let envelope = outbox::Envelope {
                dedupe_key: "a table for the director",
                chat: &chat,
                lane: Lane::Answer,
                class: Class::Repeatable,
                letter: &serde_json::to_string(&Letter::Notice(notice))?,
                not_before: now,
                expires_at: None,
            };
            outbox::enqueue(tx, &envelope, now).await
        });
        school.settle().await;
        assert!(school.sandbox.messages(director).iter().all(|message| message.document.is_none()));
        let last = rows_to(&school, director).await.pop().unwrap();
        assert_eq!(last.state, "obsolete");
    }
}
