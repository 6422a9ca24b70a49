//! Choosing somebody from a staff list that takes more than a page.

use crate::school::{TestSchool, stories};
use crate::staff_room::{MENTOR_ANSWERS, TO_THE_FORM, press_all, seat, shows};

stories! {
    /// Two people of one short name are told apart although they stand on different pages; whoever was chosen stays
    /// named on every page, and a search counts those of all pages.
    async fn colleagues_come_in_pages(school: TestSchool) {
        let [olga, ..] = seat(&school, [
            ("Ветрова Ольга Павловна", &[]), ("Абрамова Анна Юрьевна", &[]), ("Белова Белла Борисовна", &[]),
            ("Власов Виктор Викторович", &[]), ("Громов Глеб Ильич", &[]), ("Дроздов Денис Денисович", &[]),
            ("Ежова Елена Евгеньевна", &[]), ("Зимина Зоя Захаровна", &[]), ("Иванова Марина Павловна", &[]),
            ("Иванова Мария Петровна", &[]), ("Ивановская Инна Львовна", &[]), ("Йодко Яна Олеговна", &[]),
        ]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        press_all(&school, olga, &["Пропустить →"; 5]).await;
        school.says(olga, "Люблю открытые уроки").await;
        shows(&school, olga, "[Абрамова А. Ю.]");
        shows(&school, olga, "[Иванова Марина Павловна]\n[1 / 2] [→]");
        assert!(!school.screen(olga).contains("Мария"), "{}", school.screen(olga));
        press_all(&school, olga, &["Зимина З. З.", "→"]).await;
        shows(&school, olga, "Отмечены: Зимина З. З.");
        shows(&school, olga, "[Иванова Мария Петровна]\n[Ивановская И. Л.]\n[Йодко Я. О.]\n[←] [2 / 2]");
        school.says(olga, "ИВАНОВ").await;
        shows(&school, olga, "нашлось 3 человека");
        school.says(olga, "иванова мар").await;
        shows(&school, olga, "нашлось 2 человека");
        shows(&school, olga, "Отмечены: Зимина З. З.");
    }
}
