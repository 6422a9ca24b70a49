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
    /// A date that moves far takes along what was given for it, and is told anew from its first reminder on.
    async fn what_was_given_moves_with_its_date(school: TestSchool) {
        let (founded, director, _) = staff(&school).await;
        lives_until(&school, "2026-09-16").await;
        assert_eq!(reminded(&school, director), 1, "{}", school.chat(director));
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1", "▫ 2", "Просто сделано"]).await;
        shows(&school, director, "✓ 2. план работы");
        moves(&school, founded.curator, "1", "до 9 октября").await;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1"]).await;
        shows(&school, director, "9 октября");
        shows(&school, director, "✓ 2. план работы");
        lives_until(&school, "2026-09-24").await;
        assert_eq!(reminded(&school, director), 1, "a fortnight before is the 25th: {}", school.chat(director));
        lives_until(&school, "2026-09-25").await;
        assert_eq!(reminded(&school, director), 2, "{}", school.chat(director));
        assert!(school.chat(director).contains("Через 14 дней, в пятницу, 9 октября"), "{}", school.chat(director));
        // What was said of the old day stays on record.
        let curator = founded.curator;
        assert!(!school.chat(curator).contains("отправлять уже поздно"), "{}", school.chat(curator));
    }

    /// Of a repeated row each date moves to its month's new one.
    async fn a_repeated_rows_ticks_move_with_its_month(school: TestSchool) {
        let (founded, _, mentor) = staff(&school).await;
        it_is(&school, "2026-09-20").await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 3", "▫ 2", "Просто сделано"]).await;
        shows(&school, mentor, "30 октября");
        shows(&school, mentor, "✓ 2. запись в журнале");
        moves(&school, founded.curator, "3", "до 10 числа каждого месяца").await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 2"]).await;
        shows(&school, mentor, "✓ 2. запись в журнале");
    }

    /// A row that is taken out keeps what was given for it, says so, and has it again when it comes back.
    async fn a_row_that_comes_back_has_its_ticks(school: TestSchool) {
        let (founded, director, _) = staff(&school).await;
        let curator = founded.curator;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1", "▫ 2", "Просто сделано"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Все строки", "1", "Изменить текст", "Убрать строку"]).await;
        shows(&school, curator, "По 1 сроку уже что-то отмечено");
        school.presses(curator, "Да, убрать").await;
        school.says(director, "/menu").await;
        school.presses(director, "Мои мероприятия").await;
        assert!(!school.screen(director).contains("Подготовить документы"), "{}", school.screen(director));
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Все строки", "Загрузить другую"]).await;
        school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
        press_all(&school, curator, &["Загрузить", "Заменить"]).await;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1"]).await;
        shows(&school, director, "✓ 2. план работы");
    }

    /// A row that loses its date says what it keeps, and has it again with the date.
    async fn a_row_that_loses_its_date_says_what_it_keeps(school: TestSchool) {
        let (founded, director, _) = staff(&school).await;
        let curator = founded.curator;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1", "▫ 2", "Просто сделано"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Все строки", "1", "Без срока"]).await;
        shows(&school, curator, "По 1 сроку уже что-то отмечено");
        // Another date is not the one that was begun; the old one is, also when the row comes to it from there.
        moves(&school, curator, "1", "до 9 октября").await;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1"]).await;
        shows(&school, director, "▫ 2. план работы");
        moves(&school, curator, "1", "до 30 сентября").await;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1"]).await;
        shows(&school, director, "✓ 2. план работы");
    }

    /// A day that moves a little has its reminders on its own days.
    async fn people_hear_on_the_new_days_of_a_moved_term(school: TestSchool) {
        let (founded, _, mentor) = staff(&school).await;
        lives_until(&school, "2026-09-14").await;
        assert_eq!(reminded(&school, mentor), 1, "{}", school.chat(mentor));
        moves(&school, founded.curator, "2", "до 18 сентября").await;
        lives_until(&school, "2026-09-15").await;
        assert!(school.chat(mentor).contains("Через 3 дня, в пятницу, 18 сентября"), "{}", school.chat(mentor));
        lives_until(&school, "2026-09-18").await;
        assert_eq!(reminded(&school, mentor), 3, "{}", school.chat(mentor));
        // Late, then moved on by a few days: the new day is spoken of although the old one was.
        lives_until(&school, "2026-09-21").await;
        assert_eq!(reminded(&school, mentor), 4, "{}", school.chat(mentor));
        moves(&school, founded.curator, "2", "до 24 сентября").await;
        lives_until(&school, "2026-09-23").await;
        let before = reminded(&school, mentor);
        lives_until(&school, "2026-09-24").await;
        assert_eq!(reminded(&school, mentor), before + 1, "{}", school.chat(mentor));
        let curator = school.chat(founded.curator);
        assert!(!curator.contains("отправлять уже поздно"), "{curator}");
    }

    async fn people_hear_on_the_new_day_of_a_pairs_end(school: TestSchool) {
        let staff = staffed(&school).await;
        let olga = staff.olga;
        loads(&school, olga, OF_PAIRS).await;
        school.presses(olga, "Загрузить").await;
        all_agree(&school, &staff).await;
        orders(&school, olga, "Оформить и объявить (2)").await;
        let ends = async |day: &str| {
            school.says(olga, "/menu").await;
            presses(&school, olga, &["Пары", "Работают: 2", "Иванова М. П. → Петров И. С."]).await;
            let label = school.last(olga).buttons.iter().flatten().find(|one| one.text.contains("Завершение")).unwrap().text.replace('\u{a0}', " ");
            school.presses(olga, &label).await;
            school.says(olga, day).await;
        };
        ends("25.09.2026").await;
        lives_until(&school, "2026-09-18").await;
        assert_eq!(reminded(&school, staff.ivanova.0), 1, "{}", school.chat(staff.ivanova.0));
        ends("23.09.2026").await;
        lives_until(&school, "2026-09-23").await;
        assert_eq!(reminded(&school, staff.ivanova.0), 2, "{}", school.chat(staff.ivanova.0));
    }

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
