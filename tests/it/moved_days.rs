//! Days that move: what was given and said stays with its row, and people hear of the new day.

use crate::cohort::{all_agree, orders, presses, staffed};
use crate::founded::{Founded, found, hire};
use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, shows};
use nastavnik::domain::people::Role;
use nastavnik::jobs;
use nastavnik::sandbox::UserId;

const DOCUMENT: &str = "Дорожная карта наставничества

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tСтарт\tПодготовить документы: - приказ о кураторе; - план работы\tдо 30 сентября\tдиректор\tприказы
2.\tРабота\tПровести консультации\tдо 25 сентября\tнаставники\tжурнал
3.\tРабота\tПровести встречи пар: - встреча; - запись в журнале\tежемесячно\tнаставники\tжурнал
";

const OF_PAIRS: &str = "Дорожная карта на 2026/2027 учебный год

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tИтоги\tПровести анкетирование\tпо завершению персонализированной программы\tкуратор, наставники\tанализ
";

/// The school, its director, its mentor.
async fn staff(school: &TestSchool) -> (Founded, UserId, UserId) {
    let founded = found(school).await;
    let director = ("Лаптева Ольга Викторовна", "директор");
    let (director, _) = hire(school, founded.organisation, director, &[Role::Director]).await;
    let mentor = ("Ёлкин Пётр Андреевич", "учитель физики");
    let (mentor, _) = hire(school, founded.organisation, mentor, &[Role::Mentor]).await;
    loads(school, founded.curator, DOCUMENT).await;
    school.presses(founded.curator, "Загрузить").await;
    it_is(school, "2026-09-01").await;
    (founded, director, mentor)
}

async fn loads(school: &TestSchool, curator: UserId, document: &str) {
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", document.as_bytes()).await;
}

/// It is nine in the morning of a day, and the jobs have been asked what is due.
async fn it_is(school: &TestSchool, day: &str) {
    school.clock.advance_to(format!("{day}T06:00:30Z").parse().unwrap());
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

/// Every morning until a day.
async fn lives_until(school: &TestSchool, day: &str) {
    let end: chrono::DateTime<chrono::Utc> = format!("{day}T06:00:30Z").parse().unwrap();
    while let Some(due) = jobs::next_due(&school.app).await.unwrap().filter(|due| *due < end) {
        school.clock.advance_to(due);
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
    it_is(school, day).await;
}

/// The curator writes another term for a row.
async fn moves(school: &TestSchool, curator: UserId, row: &str, term: &str) {
    school.says(curator, "/menu").await;
    press_all(school, curator, &["Дорожная карта", "Все строки", row, "Срок"]).await;
    school.says(curator, term).await;
    school.presses(curator, "Записать").await;
    shows(school, curator, "Срок");
}

fn reminded(school: &TestSchool, user: UserId) -> usize {
    school.chat(user).matches("Напоминаю:").count()
}

stories! {
    /// More words from now on: what they would have said before now was not missed.
    async fn other_settings_make_nothing_missed(school: TestSchool) {
        let (founded, _, mentor) = staff(&school).await;
        let curator = founded.curator;
        let paces = async |pace: &str| {
            school.says(curator, "/menu").await;
            press_all(&school, curator, &["Настройки", "Напоминания", "Как часто", pace]).await;
        };
        paces("Только в день срока").await;
        it_is(&school, "2026-09-02").await;
        it_is(&school, "2026-09-21").await;
        paces("Как обычно").await;
        it_is(&school, "2026-09-22").await;
        it_is(&school, "2026-09-23").await;
        assert!(!school.chat(curator).contains("отправлять уже поздно"), "{}", school.chat(curator));
        assert!(school.chat(mentor).contains("Через 3 дня, в пятницу, 25 сентября"), "{}", school.chat(mentor));
    }
}
