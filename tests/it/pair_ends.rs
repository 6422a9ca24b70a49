//! «По завершению программы»: each pair's end makes its own dated row.

use crate::cohort::{Staff, all_agree, orders, presses, staffed};
use crate::school::{TestSchool, stories};
use crate::staff_room::shows;
use nastavnik::jobs;

const DOCUMENT: &str = "Дорожная карта на 2026/2027 учебный год

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tСтарт\tПодготовить приказ\tсентябрь\tкуратор\tприказ
2.\tИтоги\tПровести анкетирование\tпо завершению персонализированной программы\tкуратор, наставники\tанализ
";

/// Two official pairs; the road map was loaded before there was any.
async fn with_pairs(school: &TestSchool) -> Staff {
    let staff = staffed(school).await;
    let olga = staff.olga;
    school.says(olga, "/menu").await;
    school.presses(olga, "Дорожная карта").await;
    school.sends_file(olga, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(olga, "Загрузить").await;
    all_agree(school, &staff).await;
    orders(school, olga, "Оформить и объявить (2)").await;
    staff
}

async fn opens_month(school: &TestSchool, staff: &Staff, month: &str) {
    school.says(staff.olga, "/menu").await;
    school.presses(staff.olga, "Дорожная карта").await;
    for _ in 0..12 {
        if school.screen(staff.olga).contains(&format!("Дорожная карта · {month}")) {
            return;
        }
        let next = school.last(staff.olga).buttons.last().unwrap().last().unwrap().text.clone();
        school.presses(staff.olga, &next).await;
    }
    panic!("no month {month}:\n{}", school.screen(staff.olga));
}

async fn opens_pair(school: &TestSchool, staff: &Staff, couple: &str) {
    school.says(staff.olga, "/menu").await;
    presses(school, staff.olga, &["Пары", "Работают: 2", couple]).await;
}

stories! {
    async fn each_pair_has_its_row_and_a_moved_end_moves_only_it(school: TestSchool) {
        let staff = with_pairs(&school).await;
        let olga = staff.olga;
        opens_month(&school, &staff, "май").await;
        shows(&school, olga, "Иванова М. П. → Петров И. С.: Провести анкетирование");
        shows(&school, olga, "Сидорова А. А. → Ким В. О.: Провести анкетирование");
        opens_pair(&school, &staff, "Иванова М. П. → Петров И. С.").await;
        school.presses(olga, "Завершение: 31 мая 2027 года").await;
        shows(&school, olga, "Программа пары завершится 31 мая 2027 года");
        school.says(olga, "когда-нибудь").await;
        shows(&school, olga, "Не получилось прочитать день");
        school.says(olga, "1.08.2026").await;
        shows(&school, olga, "Этот день не подходит");
        school.says(olga, "25 апреля").await;
        shows(&school, olga, "Завершение: 25 апреля 2027 года");
        opens_month(&school, &staff, "апрель").await;
        // 25 April 2027 is a Sunday.
        shows(&school, olga, "23 апреля · Иванова М. П. → Петров И. С.");
        assert!(!school.screen(olga).contains("Сидорова"), "{}", school.screen(olga));
        opens_month(&school, &staff, "май").await;
        assert!(!school.screen(olga).contains("Иванова"), "{}", school.screen(olga));
    }

    async fn a_completed_pairs_row_is_due_at_once_and_a_dissolved_pairs_goes(school: TestSchool) {
        let staff = with_pairs(&school).await;
        let olga = staff.olga;
        opens_pair(&school, &staff, "Иванова М. П. → Петров И. С.").await;
        presses(&school, olga, &["Завершить", "Да, завершить"]).await;
        school.says(olga, "/menu").await;
        presses(&school, olga, &["Пары", "Работают: 1", "Сидорова А. А. → Ким В. О.", "Распустить", "По договорённости", "Да, распустить"]).await;
        opens_month(&school, &staff, "сентябрь").await;
        shows(&school, olga, "1 сентября · Иванова М. П. → Петров И. С.: Провести анкетирование");
        opens_month(&school, &staff, "май").await;
        assert!(!school.screen(olga).contains("анкетирование"), "{}", school.screen(olga));
    }

    async fn the_pairs_mentor_is_reminded_and_no_other(school: TestSchool) {
        let staff = with_pairs(&school).await;
        opens_pair(&school, &staff, "Иванова М. П. → Петров И. С.").await;
        school.presses(staff.olga, "Завершение: 31 мая 2027 года").await;
        school.says(staff.olga, "24.09.2026").await;
        // A week before the programme ends.
        school.clock.advance_to("2026-09-17T06:00:30Z".parse().unwrap());
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
        shows(&school, staff.ivanova.0, "Иванова М. П. → Петров И. С.: Провести анкетирование");
        assert!(!school.chat(staff.sidorova.0).contains("анкетирование"), "{}", school.chat(staff.sidorova.0));
        shows(&school, staff.olga, "Провести анкетирование");
        school.presses(staff.ivanova.0, "Готово: 1").await;
        shows(&school, staff.ivanova.0, "Чем подтвердить");
    }
}
