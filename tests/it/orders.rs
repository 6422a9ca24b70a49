//! Orders, announcements, and how pairs end.

use crate::cohort::{all_agree, count, morning, orders, posts, presses, sees, staffed};
use crate::founded::{decides, hire, rows_to};
use crate::school::{TestSchool, stories};
use nastavnik::domain::consent::ConsentDecision::Withdrawn;
use nastavnik::domain::consent::ConsentKind::ExtraDuties;
use nastavnik::domain::people::Role;
use nastavnik::sandbox::{Fault, FaultKind, Rights};

stories! {
    async fn whoever_did_not_agree_to_be_named_is_not(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        orders(&school, staff.olga, "Оформить и объявить (2)").await;
        let posts = posts(&school, &staff);
        assert_eq!(posts.len(), 1);
        assert!(posts[0].contains("Начинают работу 2 пары"), "{}", posts[0]);
        for name in ["Иванова", "Сидорова", "Петров", "Ким"] {
            assert!(!posts[0].contains(name), "{}", posts[0]);
        }
    }

    async fn missing_consents_are_named_and_the_pair_waits(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        decides(&school, staff.ivanova.1, &[ExtraDuties], Withdrawn).await;
        orders(&school, staff.olga, "Оформить без объявления").await;
        sees(&school, staff.olga, "Готово: 1 пара стала официальной");
        sees(&school, staff.sidorova.0, "Вы — наставник");
        assert_eq!(count(&school, staff.ivanova.0, "Вы — наставник"), 0);
        assert!(posts(&school, &staff).is_empty());
        school.says(staff.olga, "/menu").await;
        presses(&school, staff.olga, &["Пары", "Внести приказ (1)", "Дальше →"]).await;
        school.says(staff.olga, "46-к").await;
        school.presses(staff.olga, "Сегодня, 1 сентября").await;
        let asked = school.screen(staff.olga);
        assert!(asked.contains("Иванова М. П.: дополнительная работа наставника") && asked.contains("Мои согласия"), "{asked}");
        assert!(!asked.contains("Оформить"), "{asked}");
        // The channel hears of the official one later.
        school.says(staff.olga, "/menu").await;
        presses(&school, staff.olga, &["Пары", "Объявить в канале (1)", "Опубликовать"]).await;
        assert_eq!(posts(&school, &staff).len(), 1);
    }

    async fn f24_a_double_tap_makes_official_and_announces_once(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        orders(&school, staff.olga, "← Назад").await;
        school.presses(staff.olga, "Сегодня, 1 сентября").await;
        for _ in 0..2 {
            school.sandbox.press_label(staff.olga, "Оформить и объявить (2)").unwrap();
        }
        school.settle().await;
        assert_eq!(posts(&school, &staff).len(), 1);
        assert_eq!(count(&school, staff.ivanova.0, "Вы — наставник"), 1);
    }

    async fn f23_f28_two_curators_dissolve_one_pair(school: TestSchool) {
        let staff = staffed(&school).await;
        let (vera, _) = hire(&school, staff.seven.organisation, ("Власова Вера Ильинична", ""), &[Role::Curator]).await;
        all_agree(&school, &staff).await;
        orders(&school, staff.olga, "Оформить без объявления").await;
        for curator in [staff.olga, vera] {
            school.says(curator, "/menu").await;
            presses(&school, curator, &["Пары", "Работают: 2", "Иванова М. П. → Петров И. С.", "Распустить"]).await;
        }
        presses(&school, vera, &["По договорённости"]).await;
        presses(&school, staff.olga, &["Наставник отказался", "Да, распустить"]).await;
        school.presses(vera, "Да, распустить").await;
        let seen = school.screen(vera);
        assert!(seen.contains("пара изменилась") && seen.contains("Наставник отказался"), "{seen}");
        assert_eq!(count(&school, staff.petrov.0, "Ваша пара больше не работает"), 0, "it comes with the morning");
        morning(&school, 2).await;
        assert_eq!(count(&school, staff.petrov.0, "Ваша пара больше не работает"), 1);
    }

    async fn a_pair_is_completed_with_thanks(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        orders(&school, staff.olga, "Оформить без объявления").await;
        presses(&school, staff.olga, &["Иванова М. П. → Петров И. С.", "Завершить", "Да, завершить"]).await;
        sees(&school, staff.olga, "Завершили: 1 сентября");
        morning(&school, 2).await;
        sees(&school, staff.petrov.0, "Программа завершена: Иванова Мария Петровна");
    }

    async fn f09_an_announcement_of_unknown_outcome_waits_for_a_word(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        let mut fault = Fault::once("sendMessage", FaultKind::ResetAfter);
        fault.chat = Some(staff.seven.channel.0);
        school.sandbox.fail_next(fault);
        orders(&school, staff.olga, "Оформить и объявить (2)").await;
        morning(&school, 3).await;
        assert_eq!(posts(&school, &staff).len(), 1, "never repeated");
        sees(&school, staff.olga, "Объявление о 2 парах, канал «Школа № 7»");
        school.says(staff.olga, "/menu").await;
        presses(&school, staff.olga, &["Пары", "Работают: 2", "Иванова М. П. → Петров И. С."]).await;
        sees(&school, staff.olga, "Неизвестно, вышло ли объявление");
        school.presses(staff.olga, "Уже вышло").await;
        assert!(school.screen(staff.olga).contains("Объявлено в канале"), "{}", school.screen(staff.olga));
        assert_eq!(posts(&school, &staff).len(), 1);
    }

    async fn f14_an_announcement_without_rights_is_told_and_sent_again(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        school.sandbox.set_bot_rights(staff.seven.channel, Rights::default());
        orders(&school, staff.olga, "Оформить и объявить (2)").await;
        sees(&school, staff.olga, "в администраторы канала");
        school.sandbox.set_bot_rights(staff.seven.channel, Rights { is_admin: true, can_post: true });
        school.presses(staff.olga, "Отправить ещё раз").await;
        assert_eq!(posts(&school, &staff).len(), 1);
        assert_eq!(rows_to(&school, staff.seven.channel).await.len(), 1);
    }
}
