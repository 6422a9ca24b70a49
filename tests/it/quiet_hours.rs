//! I7: what somebody has not asked for does not wake them; what they pressed a moment ago is answered at any hour.

use crate::cohort::{asks_all, count, presses, sees, staffed};
use crate::founded::{found, hire};
use crate::school::{TestSchool, stories};
use crate::staff_room::press_all;
use nastavnik::domain::people::Role;

/// The moment has come, and whatever is due has left.
async fn until(school: &TestSchool, moment: &str) {
    school.clock.advance_to(moment.parse().unwrap());
    school.settle().await;
}

const DOCUMENT: &str = "Дорожная карта наставничества

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tРабота\tПровести консультации наставников\tдо 25 сентября\tнаставники\tжурнал
";

stories! {
    /// A question to a pair and its order, both entered at night, reach the two in the morning, once; the time to
    /// answer counts from then.
    async fn what_is_pressed_at_night_reaches_others_in_the_morning(school: TestSchool) {
        let staff = staffed(&school).await;
        let (mentor, mentee) = (staff.ivanova.0, staff.petrov.0);
        until(&school, "2026-09-01T20:00:00Z").await;
        asks_all(&school, &staff).await;
        for asked in [mentor, mentee] {
            assert_eq!(count(&school, asked, "наставник"), 0, "{}", school.chat(asked));
        }
        until(&school, "2026-09-02T05:59:00Z").await;
        assert_eq!(count(&school, mentee, "Согласен(на)"), 0, "{}", school.chat(mentee));
        until(&school, "2026-09-02T06:00:00Z").await;
        assert_eq!(count(&school, mentee, "Согласен(на)"), 1, "{}", school.chat(mentee));
        sees(&school, mentee, "не позже чем во вторник, 8 сентября");
        for (user, _) in [staff.ivanova, staff.petrov, staff.sidorova, staff.kim] {
            school.presses(user, "Согласен(на)").await;
        }
        until(&school, "2026-09-02T19:30:00Z").await;
        school.says(staff.olga, "/menu").await;
        presses(&school, staff.olga, &["Пары", "Внести приказ (2)", "Дальше →"]).await;
        school.says(staff.olga, "№ 45-к").await;
        presses(&school, staff.olga, &["Сегодня, 2 сентября", "Оформить без объявления"]).await;
        assert_eq!(count(&school, mentor, "Вы — наставник"), 0, "{}", school.chat(mentor));
        until(&school, "2026-09-03T06:00:00Z").await;
        assert_eq!(count(&school, mentor, "Вы — наставник"), 1, "{}", school.chat(mentor));
    }

    /// By day nothing waits: not even on a day off.
    async fn what_is_pressed_by_day_goes_at_once(school: TestSchool) {
        let staff = staffed(&school).await;
        until(&school, "2026-09-05T09:00:00Z").await;
        asks_all(&school, &staff).await;
        assert_eq!(count(&school, staff.petrov.0, "Согласен(на)"), 1, "{}", school.chat(staff.petrov.0));
    }

    /// Whose row was given to somebody else hears of it in the morning, whenever the curator decided.
    async fn a_row_that_is_settled_at_night_is_told_in_the_morning(school: TestSchool) {
        let seven = found(&school).await;
        let organisation = seven.organisation;
        let (mentor, _) = hire(&school, organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
        hire(&school, organisation, ("Белова Анна Ильинична", "учитель"), &[]).await;
        school.says(seven.curator, "/menu").await;
        school.presses(seven.curator, "Дорожная карта").await;
        school.sends_file(seven.curator, "карта.txt", DOCUMENT.as_bytes()).await;
        school.presses(seven.curator, "Загрузить").await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Не моя задача", "Не моя роль"]).await;
        until(&school, "2026-09-01T19:00:00Z").await;
        school.says(seven.curator, "/menu").await;
        press_all(&school, seven.curator, &["Решить: 1", "Передать: 1", "Белова А. И. · 0"]).await;
        assert_eq!(count(&school, mentor, "больше не за вами"), 0, "{}", school.chat(mentor));
        until(&school, "2026-09-02T06:00:00Z").await;
        assert_eq!(count(&school, mentor, "больше не за вами"), 1, "{}", school.chat(mentor));
    }

    /// Whoever has just pressed «Опубликовать» hears that it is out; what comes out at its own time late in the
    /// evening is told in the morning.
    async fn the_author_hears_at_night_only_of_their_own_press(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        let out = || count(&school, olga, "вышла в канале");
        school.says(olga, "/menu").await;
        press_all(&school, olga, &["Новости", "Новая новость"]).await;
        school.says(olga, "Завтра методический день.").await;
        school.presses(olga, "Назначить время").await;
        school.says(olga, "сегодня 21:30").await;
        until(&school, "2026-09-01T18:45:00Z").await;
        assert_eq!(school.sandbox.messages(seven.channel).len(), 1, "a post comes out at its time");
        assert_eq!(out(), 0, "{}", school.chat(olga));
        school.says(olga, "/menu").await;
        press_all(&school, olga, &["Новости", "Новая новость"]).await;
        school.says(olga, "А сегодня — концерт.").await;
        school.presses(olga, "Опубликовать сейчас").await;
        assert_eq!(out(), 1, "{}", school.chat(olga));
        until(&school, "2026-09-02T06:00:00Z").await;
        assert_eq!(out(), 2, "{}", school.chat(olga));
    }
}
