//! What was said and done about a row stands on its card: dated, in order, and no longer than a glance.

use crate::founded::{found, hire};
use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, shows};
use nastavnik::domain::people::Role;
use nastavnik::jobs;
use nastavnik::sandbox::UserId;

const DOCUMENT: &str = "Дорожная карта наставничества

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tРабота\tПровести консультации наставников\tдо 25 сентября\tнаставники\tжурнал
2.\tИтоги\tОбсудить итоги года на педсовете\tдо 28 мая\tкуратор\tпротокол
";

/// It is nine in the morning of a day, and the jobs have been asked twice what is due.
async fn it_is(school: &TestSchool, day: &str) {
    school.clock.advance_to(format!("{day}T06:00:00Z").parse().unwrap());
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

async fn loads(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
}

/// The card of the open row, as its curator opens it in September.
async fn opens_in_september(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    press_all(school, curator, &["Дорожная карта", "Готово: 1"]).await;
}

stories! {
    /// Reminded, put off, handed over, the curator told, the director told: each with its day, the people counted.
    async fn every_step_of_escalation_is_on_the_card(school: TestSchool) {
        let founded = found(&school).await;
        let (curator, organisation) = (founded.curator, founded.organisation);
        hire(&school, organisation, ("Лаптева Ольга Викторовна", "директор"), &[Role::Director]).await;
        let (mentor, _) = hire(&school, organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
        let (leaver, _) = hire(&school, organisation, ("Рыбин Олег Олегович", "учитель"), &[Role::Mentor]).await;
        hire(&school, organisation, ("Белова Анна Ильинична", "учитель"), &[]).await;
        loads(&school, curator).await;
        opens_in_september(&school, curator).await;
        assert!(!school.screen(curator).contains("Что уже было"), "{}", school.screen(curator));
        it_is(&school, "2026-09-11").await;
        opens_in_september(&school, curator).await;
        shows(&school, curator, "Что уже было:\n11 сентября: напоминание — 2 сотрудника");
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Напомнить позже"]).await;
        school.presses(mentor, "В понедельник, 14 сентября").await;
        opens_in_september(&school, curator).await;
        shows(&school, curator, "11 сентября: отложено до 14 сентября — Ёлкин П. А.");
        it_is(&school, "2026-09-14").await;
        school.says(leaver, "/menu").await;
        press_all(&school, leaver, &["Мои мероприятия", "Готово: 1", "Не моя задача", "Ухожу в отпуск"]).await;
        opens_in_september(&school, curator).await;
        shows(&school, curator, "14 сентября: напоминание — Ёлкин П. А.");
        shows(&school, curator, "14 сентября: Рыбин О. О. (отпуск) — ждёт решения куратора");
        it_is(&school, "2026-09-15").await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Решить: 1", "Передать: 1", "Белова А. И. · 0"]).await;
        for day in ["2026-09-22", "2026-09-25", "2026-09-28", "2026-10-02", "2026-10-05", "2026-10-16"] {
            it_is(&school, day).await;
        }
        // The row's own card, and the latest steps first to meet the eye.
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Все строки", "1"]).await;
        let latest = "28 сентября: напоминание о просрочке — 2 сотрудника
2 октября: напоминание о просрочке — 2 сотрудника
5 октября: сообщение куратору о просрочке — Орлова О. И.
16 октября: сообщение директору о просрочке — Лаптева О. В.";
        shows(&school, curator, latest);
        assert!(!school.screen(curator).contains("11 сентября"), "{}", school.screen(curator));
        school.presses(curator, "Все шаги: 10").await;
        shows(&school, curator, "11 сентября: напоминание — Ёлкин П. А., Рыбин О. О.");
        shows(&school, curator, "15 сентября: Рыбин О. О. (отпуск) → Белова А. И.");
        shows(&school, curator, "25 сентября: напоминание в день срока — Белова А. И., Ёлкин П. А.");
        press_all(&school, curator, &["→", "← Назад"]).await;
        shows(&school, curator, "Ответственные в документе: наставники");
        // Whoever does the row sees the same, and comes back to it.
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Все шаги: 10", "← Назад"]).await;
        shows(&school, mentor, latest);
        // Closed, it keeps its story.
        press_all(&school, mentor, &["Просто сделано"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "← Сентябрь", "✓ 1"]).await;
        shows(&school, curator, latest);
    }

    /// A reminder that came too late stands there too, and somebody else's steps are nobody's to open.
    async fn a_missed_reminder_is_on_the_card(school: TestSchool) {
        let founded = found(&school).await;
        let (curator, organisation) = (founded.curator, founded.organisation);
        hire(&school, organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
        let (teacher, _) = hire(&school, organisation, ("Белова Анна Ильинична", "учитель"), &[]).await;
        loads(&school, curator).await;
        it_is(&school, "2026-09-10").await;
        it_is(&school, "2026-09-16").await;
        opens_in_september(&school, curator).await;
        shows(&school, curator, "16 сентября: сообщение куратору, что напоминание опоздало — Орлова О. И.");
        it_is(&school, "2026-09-22").await;
        it_is(&school, "2026-09-25").await;
        for day in ["2026-09-28", "2026-10-02", "2026-10-05"] {
            it_is(&school, day).await;
        }
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "← Сентябрь", "Готово: 1"]).await;
        let buttons = school.last(curator).buttons.concat();
        let steps = buttons.iter().find(|button| button.text.starts_with("Все шаги")).unwrap();
        let (_, action) = steps.data.as_deref().unwrap().split_once('.').unwrap();
        school.says(teacher, "/menu").await;
        school.sandbox.press(teacher, school.last(teacher).id, &format!("0.{action}"));
        school.settle().await;
        assert!(!school.chat(teacher).contains("напоминание"), "{}", school.chat(teacher));
    }
}
