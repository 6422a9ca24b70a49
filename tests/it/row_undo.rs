//! A change on a row's card is taken back with one press, as long as nobody has changed the row since.

use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, seat};
use nastavnik::domain::people::Role;
use nastavnik::sandbox::UserId;

const DOCUMENT: &str = include_str!("../data/road_map/lesnaya.txt");

fn shows(school: &TestSchool, user: UserId, words: &str) {
    assert!(school.screen(user).contains(words), "«{words}» is not here:\n{}", school.chat(user));
}

fn hides(school: &TestSchool, user: UserId, words: &str) {
    assert!(!school.screen(user).contains(words), "«{words}» is here:\n{}", school.chat(user));
}

async fn curators(school: &TestSchool) -> [UserId; 2] {
    let [first, second, _] = seat(
        school,
        [
            ("Сомова Вера Ильинична", &[Role::Curator]),
            ("Рыбин Олег Олегович", &[Role::Curator]),
            ("Ёлкин Пётр Андреевич", &[Role::Mentor]),
        ],
    )
    .await;
    school.says(first, "/menu").await;
    school.presses(first, "Дорожная карта").await;
    school.sends_file(first, "карта.txt", DOCUMENT.as_bytes()).await;
    press_all(school, first, &["Загрузить", "← Назад"]).await;
    [first, second]
}

stories! {
    async fn a_term_a_person_and_a_text_are_taken_back(mut school: TestSchool) {
        let [curator, _] = curators(&school).await;
        press_all(&school, curator, &["2", "Срок"]).await;
        hides(&school, curator, "Отменить");
        school.says(curator, "до 15 ноября").await;
        school.presses(curator, "Записать").await;
        shows(&school, curator, "Ваш срок: до 15 ноября");
        // Also after a restart.
        school.restarts().await;
        school.presses(curator, "↩ Отменить").await;
        shows(&school, curator, "Вернул как было");
        hides(&school, curator, "Ваш срок");
        hides(&school, curator, "↩ Отменить");
        shows(&school, curator, "○ 30 октября");
        press_all(&school, curator, &["Без срока"]).await;
        shows(&school, curator, "эта строка без срока");
        hides(&school, curator, "○ 30 октября");
        school.presses(curator, "↩ Отменить").await;
        shows(&school, curator, "○ 30 октября");
        // Several presses about people are one change.
        press_all(&school, curator, &["Ответственный", "Наставники", "✓ Куратор", "← Назад"]).await;
        shows(&school, curator, "Напомню: Ёлкин П. А.\n");
        school.presses(curator, "↩ Отменить").await;
        shows(&school, curator, "Напомню: Рыбин О. О., Сомова В. И.");
        press_all(&school, curator, &["Изменить текст", "Этап", "Итоги"]).await;
        shows(&school, curator, "Итоги\nСобрать анкеты");
        school.presses(curator, "↩ Отменить").await;
        shows(&school, curator, "Банки\nСобрать анкеты");
        hides(&school, curator, "Этап в документе");
    }

    /// The question of a row comes back with the people it was about.
    async fn a_settled_question_is_open_again(school: TestSchool) {
        let [curator, _] = curators(&school).await;
        press_all(&school, curator, &["6"]).await;
        shows(&school, curator, "среди ответственных есть кто-то");
        press_all(&school, curator, &["Ответственный", "Наставники", "← Назад"]).await;
        hides(&school, curator, "среди ответственных есть кто-то");
        school.presses(curator, "↩ Отменить").await;
        shows(&school, curator, "среди ответственных есть кто-то");
    }

    async fn a_row_that_was_taken_out_comes_back(school: TestSchool) {
        let [curator, _] = curators(&school).await;
        // With something done in it, and with nothing.
        press_all(&school, curator, &["← Назад", "Готово: 1", "Готово целиком", "Все строки"]).await;
        let list = |school: &TestSchool| school.screen(curator).replace("Вернул как было.\n\n", "");
        for row in ["1", "2", "4"] {
            let before = list(&school);
            press_all(&school, curator, &[row, "Изменить текст", "Убрать строку", "Да, убрать"]).await;
            shows(&school, curator, &format!("Строка {row} убрана"));
            school.presses(curator, "↩ Отменить").await;
            shows(&school, curator, "Вернул как было");
            assert_eq!(list(&school), before, "{}", school.chat(curator));
        }
        press_all(&school, curator, &["2"]).await;
        shows(&school, curator, "○ 30 октября");
    }

    /// A row that is set aside is gone for whoever still looks at it, and nothing brings it back but the undo.
    async fn a_row_taken_out_is_not_brought_back_by_another_curator(school: TestSchool) {
        let [first, second] = curators(&school).await;
        school.says(second, "/menu").await;
        press_all(&school, second, &["Дорожная карта", "Все строки", "2", "Ответственный"]).await;
        press_all(&school, first, &["2", "Изменить текст", "Убрать строку", "Да, убрать"]).await;
        school.presses(second, "Наставники").await;
        shows(&school, second, "Этой строки больше нет");
        school.says(first, "/menu").await;
        press_all(&school, first, &["Дорожная карта", "Все строки"]).await;
        hides(&school, first, "Собрать анкеты");
    }

    async fn a_change_of_somebody_else_is_not_taken_back(school: TestSchool) {
        let [first, second] = curators(&school).await;
        press_all(&school, first, &["2", "Без срока"]).await;
        school.says(second, "/menu").await;
        press_all(&school, second, &["Дорожная карта", "Все строки", "2", "Ответственный", "Наставники"]).await;
        school.presses(first, "↩ Отменить").await;
        shows(&school, first, "уже изменил кто-то другой");
        shows(&school, first, "эта строка без срока");
        shows(&school, first, "Ёлкин П. А.");
    }
}
