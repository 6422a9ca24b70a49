//! The questionnaires as people fill them in.

use crate::school::{TestSchool, stories};
use crate::staff_room::{MENTOR_ANSWERS, TO_THE_FORM, press_all, seat, shows};
use nastavnik::domain::ids::PersonId;
use nastavnik::domain::people::Role;
use nastavnik::sandbox::{Odd, UserId};
use nastavnik::store::people;

/// Presses a button of the latest message twice, before anything is answered.
async fn taps_twice(school: &TestSchool, user: UserId, label: &str) {
    school.sandbox.press_label(user, label).unwrap();
    school.presses(user, label).await;
}

stories! {
    async fn a_mentor_fills_the_form_in_and_sends_it(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM[..4]).await;
        shows(&school, olga, "14 вопросов");
        school.presses(olga, "Начать").await;
        shows(&school, olga, "Анкета наставника · 1 из 14");
        shows(&school, olga, "[Меню] [Дальше →]");
        school.presses(olga, "5–9 классы").await;
        shows(&school, olga, "[✓ 5–9 классы]");
        press_all(&school, olga, &MENTOR_ANSWERS[1..]).await;
        shows(&school, olga, "7 из 14");
        press_all(&school, olga, &["Пн утро", "Пн вечер", "Дальше →", "Хватит, к проверке →"]).await;
        shows(&school, olga, "Удобное время: Пн утро, вечер");
        shows(&school, olga, "Чем поможет: Современный урок");
        school.presses(olga, "Отправить анкету").await;
        shows(&school, olga, "Анкета у куратора");
        shows(&school, olga, "Отправлена 1 сентября");
        let mut reader = school.app.db.read().await.unwrap();
        assert!(people::get(&mut reader, PersonId(1)).await.unwrap().has(Role::Mentor));
        assert_eq!(school.sandbox.messages(olga).iter().filter(|message| message.from_bot).count(), 1,
            "taps change the message in place");
    }

    async fn an_answer_is_mended_in_the_review(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        press_all(&school, olga, &["Хватит, к проверке →", "✎ Стаж", "Больше 20 лет"]).await;
        shows(&school, olga, "Стаж: Больше 20 лет");
        press_all(&school, olga, &["Отправить анкету", "Исправить"]).await;
        shows(&school, olga, "Куратор увидит её, когда вы отправите её ещё раз");
        press_all(&school, olga, &["✎ Формат", "Дистанционно", "Отправить анкету"]).await;
        shows(&school, olga, "Формат: Дистанционно");
        press_all(&school, olga, &["Отозвать анкету", "Да, отозвать"]).await;
        shows(&school, olga, "Анкета отозвана");
        let mut reader = school.app.db.read().await.unwrap();
        assert!(!people::get(&mut reader, PersonId(1)).await.unwrap().has(Role::Mentor));
    }

    async fn a_draft_survives_a_restart(mut school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS[..5]).await;
        shows(&school, olga, "4 из 14");
        school.restarts().await;
        school.presses(olga, "Мотивация").await;
        shows(&school, olga, "[✓ Мотивация]");
        press_all(&school, olga, &["← Назад", "← Назад"]).await;
        shows(&school, olga, "[✓ Физика]");
    }

    async fn no_more_than_five_may_be_chosen(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS[..5]).await;
        let six = ["Планирование", "Документы, журнал", "Современный урок", "Мотивация", "Дисциплина", "Оценивание"];
        press_all(&school, olga, &six).await;
        assert!(school.sandbox.toasts(olga).last().unwrap().text.contains("не больше 5 пунктов"));
        shows(&school, olga, "[Оценивание]");
        press_all(&school, olga, &["✓ Планирование", "Оценивание"]).await;
        shows(&school, olga, "[✓ Оценивание]");
    }

    async fn colleagues_are_found_by_typing_and_shown_to_nobody_else(school: TestSchool) {
        let [olga, ..] = seat(&school, [
            ("Ветрова Ольга Павловна", &[]), ("Кедрин Олег Анатольевич", &[]), ("Кедрина Ольга Анатольевна", &[]),
        ]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        press_all(&school, olga, &["Пропустить →"; 5]).await;
        school.says(olga, "Люблю открытые уроки").await;
        shows(&school, olga, "С кем вам хотелось бы работать?");
        school.says(olga, "кедрина оль").await;
        shows(&school, olga, "нашёлся 1 человек");
        school.presses(olga, "Кедрина О. А.").await;
        shows(&school, olga, "Отмечены: Кедрина");
        assert!(!school.screen(olga).contains("Ветрова"), "nobody chooses themself");
        school.says(olga, "Щ").await;
        shows(&school, olga, "никого нет");
        school.presses(olga, "Показать всех").await;
        press_all(&school, olga, &["Дальше →", "Пропустить →"]).await;
        shows(&school, olga, "[1 / 2]");
    }

    async fn a_mentee_who_needs_help_now_reaches_the_curator_at_once(school: TestSchool) {
        let [olga, curator] =
            seat(&school, [("Ветрова Ольга Павловна", &[]), ("Кедрин Олег Анатольевич", &[Role::Curator])]).await;
        school.says(curator, "/menu").await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &["Нужен наставник", "Даю согласие", "Не даю", "Начать"]).await;
        press_all(&school, olga, &["Детский сад", "Дальше →", "Ясли, до 3 лет", "Дальше →", "Работаю до 3 лет"]).await;
        press_all(&school, olga, &["Родители", "Дисциплина", "Дальше →", "Родители", "Нужна помощь сейчас"]).await;
        press_all(&school, olga, &["Пропустить →"; 4]).await;
        school.says(olga, "3").await;
        press_all(&school, olga, &["Хватит, к проверке →", "→"]).await;
        shows(&school, olga, "Уверенность: 3 из 5");
        press_all(&school, olga, &["Отправить анкету"]).await;
        assert!(school.screen(curator).contains("Ветрова Ольга Павловна: нужна помощь сейчас"));
        school.presses(curator, "Банк наставляемых").await;
        shows(&school, curator, "Заполнил 1 из 2");
    }

    async fn f24_two_taps_in_a_hurry_are_one(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        taps_twice(&school, olga, "5–9 классы").await;
        shows(&school, olga, "[✓ 5–9 классы]");
        press_all(&school, olga, &MENTOR_ANSWERS[1..4]).await;
        taps_twice(&school, olga, "10–20 лет").await;
        shows(&school, olga, "4 из 14");
    }

    async fn f23_an_old_button_does_not_answer_another_question(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS[..4]).await;
        let asked = school.last(olga);
        let button = asked.buttons.iter().flatten().find(|button| button.text == "До 3 лет").unwrap();
        school.presses(olga, "10–20 лет").await;
        school.sandbox.press(olga, asked.id, button.data.as_deref().unwrap());
        school.settle().await;
        press_all(&school, olga, &["← Назад"]).await;
        shows(&school, olga, "[✓ 10–20 лет]");
    }

    async fn f22_numbers_that_start_lower_again_are_taken_in_turn(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        let said = |update_id: i64, text: &str| serde_json::json!({"update_id": update_id, "message": {
            "message_id": update_id, "date": 0, "text": text, "chat": {"id": olga.0, "type": "private"},
            "from": {"id": olga.0, "is_bot": false, "first_name": "О"}}});
        school.sandbox.raw_update(said(9_000, "5–9 классы"));
        school.settle().await;
        school.sandbox.raw_update(said(4_000, "Дальше"));
        school.settle().await;
        shows(&school, olga, "Что вы ведёте?");
        press_all(&school, olga, &["← Назад"]).await;
        shows(&school, olga, "[✓ 5–9 классы]");
    }

    async fn f27_an_edited_message_changes_no_answer(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        press_all(&school, olga, &["Пропустить →"; 5]).await;
        let id = school.sandbox.say(olga, "Первый ответ");
        school.settle().await;
        school.sandbox.edit(olga, id, "Второй ответ");
        school.settle().await;
        shows(&school, olga, "Уже принятый ответ от этого не меняется");
        press_all(&school, olga, &["← Назад"]).await;
        shows(&school, olga, "«Первый ответ»");
    }

    async fn f30_a_form_that_was_left_is_taken_up_again(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS[..5]).await;
        school.says(olga, "/start").await;
        shows(&school, olga, "пройдено 3 из 14");
        school.presses(olga, "Продолжить").await;
        shows(&school, olga, "4 из 14");
        school.says(olga, "/cancel").await;
        shows(&school, olga, "продолжить можно из меню");
        press_all(&school, olga, &["Нужен наставник"]).await;
        shows(&school, olga, "Анкета наставника");
        press_all(&school, olga, &["Открыть другую", "Меню", "Стать наставником", "Начать заново"]).await;
        shows(&school, olga, "1 из 14");
        assert!(!school.screen(olga).contains("✓"));
    }

    async fn f44_f47_f48_what_is_no_answer_is_explained(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        press_all(&school, olga, &["Пропустить →"; 5]).await;
        shows(&school, olga, "12 из 14");
        school.says(olga, &"я".repeat(1_021)).await;
        shows(&school, olga, "помещается 1000 знаков");
        shows(&school, olga, "на 21");
        school.says(olga, " . ").await;
        shows(&school, olga, "Здесь пока пусто");
        school.says(olga, "👍").await;
        shows(&school, olga, "Здесь пока пусто");
        school.says(olga, "\u{202e}Опыт<b>&\u{200b}").await;
        shows(&school, olga, "13 из 14");
        press_all(&school, olga, &["← Назад"]).await;
        shows(&school, olga, "«Опыт<b>&»");
    }

    async fn f49_where_a_button_is_needed_words_of_the_button_do(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        school.says(olga, "не знаю").await;
        shows(&school, olga, "Здесь отвечают кнопками");
        school.sandbox.send_odd(olga, Odd::Voice);
        school.settle().await;
        shows(&school, olga, "Голосовые сообщения я не слушаю");
        school.sandbox.send_photo(olga, vec![1], "");
        school.settle().await;
        shows(&school, olga, "Здесь отвечают кнопками");
        school.says(olga, "начальная  ШКОЛА").await;
        shows(&school, olga, "[✓ Начальная школа]");
        press_all(&school, olga, &["Дальше →", "Другое", "Дальше →"]).await;
        school.says(olga, "до 3 лет").await;
        shows(&school, olga, "4 из 14");
        school.says(olga, "дальше").await;
        assert!(school.screen(olga).contains("4 из 14"), "nothing is chosen yet");
        school.says(olga, "Назад").await;
        shows(&school, olga, "[✓ До 3 лет]");
    }
}
