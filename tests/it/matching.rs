//! The curator and the plan for the whole cohort.

use crate::cohort::{matches, presses, sees, staffed};
use crate::founded::{found, hire};
use crate::school::{TestSchool, stories};
use nastavnik::domain::people::Role;

stories! {
    async fn pins_and_bans_are_honoured_by_the_next_run(school: TestSchool) {
        let staff = staffed(&school).await;
        let olga = staff.olga;
        matches(&school, olga).await;
        presses(&school, olga, &["Кто с кем (2)", "Иванова М. П. → Петров И. С.", "Другой наставник"]).await;
        presses(&school, olga, &["Сидорова А. А. — с натяжкой"]).await;
        sees(&school, olga, "Петров И. С.: наставник — Сидорова А. А.");
        presses(&school, olga, &["← Назад", "✓ Сидорова А. А. → Петров И. С.", "← Назад"]).await;
        presses(&school, olga, &["Иванова М. П. → Ким В. О.", "Запретить"]).await;
        sees(&school, olga, "Ким В. О.: наставника пока нет");
        presses(&school, olga, &["Без пары (1)"]).await;
        let left = school.screen(olga);
        assert!(left.contains("Сидорова А. А.") && left.contains("места там заняты"), "{left}");
        presses(&school, olga, &["← Назад", "Подобрать заново", "Кто с кем (1)"]).await;
        presses(&school, olga, &["✓ Сидорова А. А. → Петров И. С.", "Не закреплять"]).await;
        // Without the pin the optimum is back, without the banned couple.
        presses(&school, olga, &["← Назад", "← Назад", "Ваши пожелания (1)", "✕ Иванова М. П. → Ким В. О."]).await;
        presses(&school, olga, &["← Назад", "Кто с кем (2)", "Иванова М. П. → Петров И. С.", "Убрать"]).await;
        sees(&school, olga, "Петров И. С.: в этот раз без пары");
        presses(&school, olga, &["Без пары (1)", "Вернуть: Петров И. С."]).await;
        sees(&school, olga, "Петров И. С.: наставник — Иванова М. П.");
    }

    async fn the_plan_outlives_a_restart(mut school: TestSchool) {
        let staff = staffed(&school).await;
        matches(&school, staff.olga).await;
        school.restarts().await;
        presses(&school, staff.olga, &["Спросить всех (2)", "Спросить всех (2)"]).await;
        sees(&school, staff.petrov.0, "Для вас нашёлся наставник");
    }

    async fn f28_two_curators_at_one_plan_do_not_undo_each_other(school: TestSchool) {
        let staff = staffed(&school).await;
        let (vera, _) = hire(&school, staff.seven.organisation, ("Власова Вера Ильинична", ""), &[Role::Curator]).await;
        matches(&school, staff.olga).await;
        school.says(vera, "/menu").await;
        presses(&school, vera, &["Подобрать пары", "Кто с кем (2)", "Иванова М. П. → Петров И. С."]).await;
        presses(&school, staff.olga, &["Кто с кем (2)", "Иванова М. П. → Петров И. С.", "Другой наставник"]).await;
        presses(&school, staff.olga, &["Сидорова А. А. — с натяжкой"]).await;
        school.presses(vera, "Запретить").await;
        let seen = school.screen(vera);
        assert!(seen.contains("Петров И. С.: сейчас наставник — Сидорова А. А."), "{seen}");
        assert!(!seen.contains("Ваши пожелания (2)"), "the ban was not kept: {seen}");
    }

    async fn empty_banks_say_what_to_do(school: TestSchool) {
        let seven = found(&school).await;
        school.says(seven.curator, "/menu").await;
        school.presses(seven.curator, "Подобрать пары").await;
        sees(&school, seven.curator, "В банке наставников пока никого нет");
        school.presses(seven.curator, "Меню").await;
        school.presses(seven.curator, "Пары").await;
        sees(&school, seven.curator, "Начните с подбора");
    }
}
