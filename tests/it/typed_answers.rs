//! What people type or send where a press was expected: a day for a question, a name, evidence for a row.

use crate::founded::{found, hire};
use crate::sandbox_files::PIXEL;
use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, shows};
use nastavnik::domain::people::Role;
use nastavnik::sandbox::UserId;

const DOCUMENT: &str = "Дорожная карта наставничества

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tРабота\tПровести консультации наставников\tдо 25 сентября\tнаставники\tжурнал
2.\tРабота\tВручить программу\tв течение 10 дней после издания приказа\tкуратор\tпрограмма
3.\tРабота\tОткрыть клуб\tв течение 10 дней после издания приказа\tкуратор\tклуб
4.\tИтоги\tПодготовить выставку\tдо 20 мая\tСидорова А. Б.\tвыставка
";

/// A school whose map is loaded; the curator and a mentor.
async fn with_map(school: &TestSchool) -> [UserId; 2] {
    let founded = found(school).await;
    let person = ("Ёлкин Пётр Андреевич", "учитель");
    let (mentor, _) = hire(school, founded.organisation, person, &[Role::Mentor]).await;
    school.clock.advance_to("2026-09-10T06:00:00Z".parse().unwrap());
    school.says(founded.curator, "/menu").await;
    school.presses(founded.curator, "Дорожная карта").await;
    school.sends_file(founded.curator, "карта.txt", DOCUMENT.as_bytes()).await;
    [founded.curator, mentor]
}

stories! {
    /// «Какой день записать?» is answered with a day, not only with a button.
    async fn a_typed_day_answers_a_question(school: TestSchool) {
        let [curator, _] = with_map(&school).await;
        school.presses(curator, "Ответить на вопросы (3)").await;
        shows(&school, curator, "Какой день записать?");
        school.says(curator, "когда-нибудь потом").await;
        shows(&school, curator, "Напишите срок так, как пишут в плане");
        school.presses(curator, "← Назад").await;
        shows(&school, curator, "Вопрос 1 из 3");
        school.says(curator, "15.10").await;
        shows(&school, curator, "до 15 октября");
        school.presses(curator, "Записать").await;
        shows(&school, curator, "Вопрос 2 из 3");
        school.says(curator, "вчера").await;
        shows(&school, curator, "до 9 сентября");
        school.presses(curator, "Записать").await;
        // A question about people takes a name.
        shows(&school, curator, "Вопрос 3 из 3");
        school.says(curator, "елкин").await;
        school.presses(curator, "Ёлкин П. А.").await;
        school.presses(curator, "← Назад").await;
        shows(&school, curator, "Вопросов больше нет");
    }

    /// What is typed at «Чем подтвердить?» is taken for what it plainly is, and shown before it counts.
    async fn typed_evidence_is_taken_for_what_it_is(school: TestSchool) {
        let [curator, mentor] = with_map(&school).await;
        school.presses(curator, "Загрузить").await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1"]).await;
        for (typed, understood) in [
            ("приказ № 15 от 01.09.2026", "Приказ № 15 от 1 сентября 2026 года"),
            ("15-од от 1 сентября", "Приказ № 15-од от 1 сентября 2026 года"),
            ("https://school.ru/news/1", "https://school.ru/news/1"),
            ("school.ru/news/1", "https://school.ru/news/1"),
            ("7", "Количество: 7"),
            ("Протокол № 3 от 5 сентября подписан", "Протокол № 3 от 5 сентября подписан"),
            ("Сделано.Спасибо", "Сделано.Спасибо"),
            ("готово", "Сделано, без документа"),
        ] {
            school.says(mentor, typed).await;
            shows(&school, mentor, understood);
            shows(&school, mentor, "Всё верно?");
            school.presses(mentor, "← Назад").await;
        }
        // A number alone waits for its day, typed too.
        school.says(mentor, "приказ № 15").await;
        shows(&school, mentor, "Какого числа он подписан?");
        school.says(mentor, "вчера").await;
        shows(&school, mentor, "Приказ № 15 от 9 сентября 2026 года");
        school.presses(mentor, "← Назад").await;
        // What says nothing by itself is asked about, and the answer says what to do.
        for unclear in ["05.09.2026", "а что сюда писать?", "🙂", "приказ № 15 от 01.12.2026"] {
            school.says(mentor, unclear).await;
            let screen = school.screen_with_buttons(mentor);
            assert!(!screen.contains("Всё верно?") && !screen.contains("Здесь нужна кнопка"), "{unclear}: {screen}");
        }
        school.says(mentor, "05.09.2026").await;
        shows(&school, mentor, "Пришлите");
        school.sandbox.send_photo(mentor, PIXEL, "");
        school.settle().await;
        shows(&school, mentor, "Фото");
        press_all(&school, mentor, &["← Назад"]).await;
        school.says(mentor, "https://school.ru/news/1").await;
        school.presses(mentor, "Да, выполнено").await;
        shows(&school, mentor, "Отмечено. Спасибо!");
    }
}
