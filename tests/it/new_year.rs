//! The next school year: looked at row by row, started by one tap, taken back while nothing came of it.

use crate::cohort::{all_agree, orders, staffed};
use crate::founded::{hire, write};
use crate::school::{TestSchool, stories};
use crate::staff_room::{SCHOOL, press_all, seat, shows};
use futures::FutureExt;
use nastavnik::domain::people::{Person, Role};
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::jobs;
use nastavnik::sandbox::UserId;
use nastavnik::store::{activities, next_years, organisations, people};
use std::time::Duration;

const DOCUMENT: &str = "Дорожная карта школы «Речная» на 2026/2027 учебный год

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tСтарт\tПодготовить приказ о кураторе\tсентябрь\tкуратор\tприказ
2.\tРабота\tПровести встречи пар\tежемесячно\tкуратор\tжурнал
3.\tЮбилей\tВыставка к юбилею школы\tдо 20.04.2027\tкуратор\tвыставка
4.\tИтоги\tПодвести итоги года\tдо 10 июня\tкуратор\tотчёт
";

/// The morning of a day in Moscow, with the jobs that are due; twice, because the second run must change nothing.
async fn morning(school: &TestSchool, day: &str) {
    school.clock.advance_to(format!("{day}T06:00:30Z").parse().unwrap());
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

/// Rows of which nothing is heard between September and June.
const QUIET: &str = "Дорожная карта школы «Тихая» на 2026/2027 учебный год

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tСтарт\tПодготовить приказ о кураторе\tдо 5 сентября\tкуратор\tприказ
2.\tИтоги\tПодвести итоги года\tдо 10 июня\tнаставники\tотчёт
";

async fn curator(school: &TestSchool) -> UserId {
    curator_of(school, DOCUMENT).await
}

async fn curator_of(school: &TestSchool, document: &str) -> UserId {
    let [curator] = seat(school, [("Сомова Вера Ильинична", &[Role::Curator])]).await;
    school.says(curator, "/menu").await;
    assert!(!school.screen(curator).contains("Новый год"), "{}", school.screen(curator));
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", document.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
    curator
}

async fn starts(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    press_all(school, curator, &["Новый год 2027/28", "Начать 2027/28", "Начать 2027/28"]).await;
    shows(school, curator, "Вернуть 2026/27");
}

stories! {
    async fn a_year_is_looked_at_started_and_taken_back(mut school: TestSchool) {
        let curator = curator(&school).await;
        morning(&school, "2027-05-31").await;
        assert!(!school.chat(curator).contains("Пора подумать"), "{}", school.chat(curator));
        morning(&school, "2027-06-01").await;
        shows(&school, curator, "Пора подумать о 2027/28 учебном годе");
        school.presses(curator, "Новый год 2027/28").await;
        shows(&school, curator, "Переносим мероприятий: 3 из 4. Сроков на год: 12");
        shows(&school, curator, "▫ 3. Выставка к юбилею школы — до 20 апреля 2028 года");
        shows(&school, curator, "У 1 мероприятия в сроке назван год");
        // The row of one year is carried over after all, with another day.
        press_all(&school, curator, &["3", "Перенести"]).await;
        shows(&school, curator, "✓ Переносится в новый год");
        school.presses(curator, "Другой срок").await;
        school.says(curator, "до 25 апреля").await;
        shows(&school, curator, "до 25 апреля 2028 года");
        school.presses(curator, "Записать").await;
        school.restarts().await;
        press_all(&school, curator, &["← Назад", "4", "Не переносить", "← Назад"]).await;
        shows(&school, curator, "▫ 4. Подвести итоги года");
        school.presses(curator, "Начать 2027/28").await;
        shows(&school, curator, "В новой дорожной карте будет 3 мероприятия");
        school.presses(curator, "Начать 2027/28").await;
        shows(&school, curator, "Начался 2027/28 учебный год");
        shows(&school, curator, "Вернуть 2026/27");
        // What this year still owes is there, and so is what was done.
        school.presses(curator, "Дорожная карта").await;
        shows(&school, curator, "Дорожная карта · июнь");
        shows(&school, curator, "10 июня · Подвести итоги года");
        press_all(&school, curator, &["Июль →", "Август →", "Сентябрь →"]).await;
        shows(&school, curator, "30 сентября · Подготовить приказ о кураторе");
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Мои мероприятия", "→"]).await;
        shows(&school, curator, "Подвести итоги года");
        // Taken back; what was chosen stays.
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Вернуть 2026/27", "Вернуть 2026/27"]).await;
        shows(&school, curator, "Вы снова в 2026/27 учебном году");
        school.presses(curator, "Новый год 2027/28").await;
        shows(&school, curator, "✓ 3. Выставка к юбилею школы — до 25 апреля 2028 года");
        press_all(&school, curator, &["Начать 2027/28", "Начать 2027/28"]).await;
        // A reminder of the old year's row changes nothing.
        morning(&school, "2027-06-07").await;
        school.says(curator, "/menu").await;
        shows(&school, curator, "Вернуть 2026/27");
        // The new year's first one goes out: from now on there is no way back with one tap.
        morning(&school, "2027-09-16").await;
        school.says(curator, "/menu").await;
        assert!(!school.screen(curator).contains("Вернуть"), "{}", school.screen(curator));
    }

    async fn nothing_is_started_when_nobody_answers(school: TestSchool) {
        let curator = curator(&school).await;
        for day in ["2027-06-01", "2027-06-02", "2027-08-16", "2027-09-01", "2027-09-06"] {
            morning(&school, day).await;
        }
        let asked = school.chat(curator).matches("Пора подумать о 2027/28").count();
        assert_eq!(asked, 4, "{}", school.chat(curator));
        let mut reader = school.app.db.read().await.unwrap();
        let organisation = nastavnik::store::organisations::get(&mut reader, crate::staff_room::SCHOOL).await.unwrap();
        assert_eq!(organisation.school_year.to_string(), "2026/27");
    }

    /// What was given for a row is there, whatever became of it since: the year is not taken away from under it.
    async fn a_year_in_which_something_was_done_stays(school: TestSchool) {
        let curator = curator(&school).await;
        morning(&school, "2027-06-01").await;
        starts(&school, curator).await;
        school.presses(curator, "Дорожная карта").await;
        press_all(&school, curator, &["Июль →", "Август →", "Сентябрь →", "Готово: 1", "Просто сделано"]).await;
        press_all(&school, curator, &["✓ 1", "Открыть снова", "Да, открыть"]).await;
        school.says(curator, "/menu").await;
        assert!(!school.screen(curator).contains("Вернуть"), "{}", school.screen(curator));
    }

    /// The same of a row that the curator rewrote.
    async fn a_year_with_a_rewritten_row_stays(school: TestSchool) {
        let curator = curator(&school).await;
        morning(&school, "2027-06-01").await;
        starts(&school, curator).await;
        press_all(&school, curator, &["Дорожная карта", "Все строки", "1", "Срок"]).await;
        school.says(curator, "до 10 октября").await;
        school.presses(curator, "Записать").await;
        school.says(curator, "/menu").await;
        assert!(!school.screen(curator).contains("Вернуть"), "{}", school.screen(curator));
    }

    /// Sent messages are forgotten after a while; that a year has begun is not.
    async fn a_year_that_has_begun_is_never_taken_back(school: TestSchool) {
        let curator = curator_of(&school, QUIET).await;
        morning(&school, "2027-06-01").await;
        starts(&school, curator).await;
        let end: chrono::DateTime<chrono::Utc> = "2027-11-20T06:00:30Z".parse().unwrap();
        while let Some(due) = jobs::next_due(&school.app).await.unwrap().filter(|due| *due < end) {
            school.clock.advance_to(due);
            jobs::run_due(&school.app).await.unwrap();
            school.settle().await;
        }
        assert!(school.chat(curator).contains("Подготовить приказ о кураторе"), "{}", school.chat(curator));
        morning(&school, "2027-11-22").await;
        school.says(curator, "/menu").await;
        assert!(!school.screen(curator).contains("Вернуть"), "{}", school.screen(curator));
    }

    /// Two devices say something of two rows at one moment: both words stay.
    async fn two_words_at_one_moment_both_stay(school: TestSchool) {
        let curator = curator(&school).await;
        morning(&school, "2027-06-01").await;
        press_all(&school, curator, &["Новый год 2027/28", "4"]).await;
        let other = school.app.db.write(|tx| {
            async move {
                organisations::lock(tx, SCHOOL).await?;
                let of = (SCHOOL, SchoolYear(2027));
                let first = activities::list(tx, SCHOOL, SchoolYear(2026)).await?.remove(0);
                let mut choices = next_years::find(tx, of).await?;
                choices.keep(first.id, false);
                next_years::save(tx, of, &choices).await?;
                tokio::time::sleep(Duration::from_millis(700)).await;
                Ok(())
            }
            .boxed()
        });
        let second = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            school.presses(curator, "Не переносить").await;
        };
        let (kept, ()) = futures::join!(other, second);
        kept.unwrap();
        school.presses(curator, "← Назад").await;
        shows(&school, curator, "▫ 1. Подготовить приказ о кураторе");
        shows(&school, curator, "▫ 4. Подвести итоги года");
    }

    /// What the year before still owes is owed by the mentors of that year's pairs.
    async fn last_years_rows_stay_with_last_years_mentors(school: TestSchool) {
        let staff = staffed(&school).await;
        let olga = staff.olga;
        let idle = ("Рыбин Олег Олегович", "учитель химии");
        let (idle, _) = hire(&school, staff.seven.organisation, idle, &[Role::Mentor]).await;
        let paired = staff.ivanova.1;
        write!(school, |tx| {
            let mentor = people::get(tx, paired).await?;
            people::save(tx, &Person { roles: vec![Role::Mentor], ..mentor }).await
        });
        school.says(olga, "/menu").await;
        school.presses(olga, "Дорожная карта").await;
        school.sends_file(olga, "карта.txt", QUIET.as_bytes()).await;
        school.presses(olga, "Загрузить").await;
        all_agree(&school, &staff).await;
        orders(&school, olga, "Оформить и объявить (2)").await;
        morning(&school, "2027-06-01").await;
        starts(&school, olga).await;
        school.says(idle, "/menu").await;
        school.presses(idle, "Мои мероприятия").await;
        assert!(!school.screen(idle).contains("Подвести итоги"), "{}", school.screen(idle));
        morning(&school, "2027-06-07").await;
        assert!(school.chat(staff.ivanova.0).contains("Напоминаю:"), "{}", school.chat(staff.ivanova.0));
        assert!(school.chat(staff.ivanova.0).contains("Подвести итоги года"), "{}", school.chat(staff.ivanova.0));
        assert!(!school.chat(idle).contains("Напоминаю:"), "{}", school.chat(idle));
    }
}
