//! The organisation's calendar: its week, days off, vacations, and what they do to the road map.

use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, seat, shows};
use nastavnik::domain::people::Role;
use nastavnik::sandbox::UserId;

/// A road map whose days a calendar can move.
const DOCUMENT: &str = "Дорожная карта школы «Речная» на 2026/2027 учебный год

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tСтарт\tПодготовить приказ о кураторе\tдо 31.10.2026\tкуратор\tприказ
2.\tРабота\tПровести встречи пар\tежемесячно\tкуратор\tжурнал
3.\tИтоги\tПодвести итоги года\tдо 31.05.2027\tкуратор\tотчёт
4.\tИтоги\tВыставка работ\tII четверть\tкуратор\tвыставка
";

async fn curator(school: &TestSchool) -> UserId {
    let [curator] = seat(school, [("Сомова Вера Ильинична", &[Role::Curator])]).await;
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
    curator
}

async fn opens_calendar(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    press_all(school, curator, &["Настройки", "Календарь"]).await;
}

stories! {
    async fn a_typed_day_off_moves_what_is_due_after_a_look(mut school: TestSchool) {
        let curator = curator(&school).await;
        opens_calendar(&school, curator).await;
        shows(&school, curator, "2026 год: праздники и официальные переносы известны");
        shows(&school, curator, "2027 год: праздники известны, а переносов выходных я ещё не знаю");
        school.presses(curator, "Выходные дни").await;
        school.says(curator, "завтра отдыхаем").await;
        shows(&school, curator, "Эту строку я не понял: «завтра отдыхаем»");
        school.says(curator, "Выходной во вторник 30 октября").await;
        shows(&school, curator, "30 октября 2026 года — пятница");
        school.says(curator, "Выходной 30 октября\nРабочая суббота 31 октября").await;
        shows(&school, curator, "Изменятся 2 срока");
        shows(&school, curator, "Подготовить приказ о кураторе: 30 октября → 31 октября");
        school.restarts().await;
        school.presses(curator, "Оставить как было").await;
        shows(&school, curator, "Своих дней пока нет");
        school.says(curator, "Выходной 30 октября\nРабочая суббота 31 октября").await;
        school.presses(curator, "Применить").await;
        shows(&school, curator, "Изменены 2 срока");
        shows(&school, curator, "30 октября — выходной");
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Октябрь →"]).await;
        shows(&school, curator, "31 октября · Подготовить приказ о кураторе");
        // And back again, by the button of the day.
        opens_calendar(&school, curator).await;
        press_all(&school, curator, &["Выходные дни", "✕ 30 октября"]).await;
        shows(&school, curator, "Записано. Сроки дорожной карты не изменились");
        press_all(&school, curator, &["✕ 31 октября", "Применить"]).await;
        shows(&school, curator, "Своих дней пока нет");
    }

    async fn a_week_of_six_days_moves_saturdays_back(school: TestSchool) {
        let curator = curator(&school).await;
        opens_calendar(&school, curator).await;
        school.presses(curator, "Шесть дней").await;
        shows(&school, curator, "Подготовить приказ о кураторе: 30 октября → 31 октября");
        school.presses(curator, "Применить").await;
        shows(&school, curator, "Неделя: шесть рабочих дней");
        press_all(&school, curator, &["Летом работаем"]).await;
        shows(&school, curator, "Изменятся 2 срока");
        shows(&school, curator, "Провести встречи пар: новый срок — 31 июля 2027 года");
        school.presses(curator, "Применить").await;
        shows(&school, curator, "Лето: работаем");
    }

    async fn the_curator_says_that_a_year_is_complete(school: TestSchool) {
        let curator = curator(&school).await;
        opens_calendar(&school, curator).await;
        press_all(&school, curator, &["Выходные дни", "Переносы 2027 внесены", "← Назад"]).await;
        shows(&school, curator, "2027 год: переносы внесли вы");
        press_all(&school, curator, &["Выходные дни", "Переносы 2027 не все", "← Назад"]).await;
        shows(&school, curator, "а переносов выходных я ещё не знаю");
    }

    async fn vacations_are_offered_typed_and_make_quarters(school: TestSchool) {
        let curator = curator(&school).await;
        opens_calendar(&school, curator).await;
        press_all(&school, curator, &["Каникулы", "Осенние"]).await;
        shows(&school, curator, "Обычно это 25 октября – 2 ноября. Проверьте по своему графику");
        school.says(curator, "осенью").await;
        shows(&school, curator, "Не получилось прочитать дни");
        school.says(curator, "с 24 октября по 1 ноября 2027").await;
        shows(&school, curator, "Эти дни вне учебного года 2026/27");
        school.says(curator, "с 24 октября по 1 ноября").await;
        shows(&school, curator, "Осенние: 24 октября – 1 ноября");
        school.presses(curator, "Зимние").await;
        school.presses(curator, "31 декабря – 11 января").await;
        shows(&school, curator, "Изменится 1 срок");
        shows(&school, curator, "Выставка работ: новый срок — 30 декабря");
        school.presses(curator, "Применить").await;
        for (name, offered) in [
            ("Весенние", "28 марта – 5 апреля"),
            ("Летние", "27 мая – 31 августа"),
        ] {
            press_all(&school, curator, &[name, offered]).await;
        }
        shows(&school, curator, "Летние: 27 мая – 31 августа");
        school.presses(curator, "← Назад").await;
        shows(&school, curator, "I — 1 сентября – 23 октября; II — 2 ноября – 30 декабря");
        // The quarter in the document is a date now.
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Все строки", "4"]).await;
        shows(&school, curator, "до 30 декабря 2026 года");
    }
}
