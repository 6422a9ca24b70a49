//! The curator sets the school up in chat; colleagues come in by the link.

use crate::school::{TestSchool, stories};
use chrono::TimeDelta;
use nastavnik::sandbox::{Rights, UserId};
use nastavnik::store::invitations::{self, Invitation};

/// A staff of nine: more than a page of names.
pub(crate) const STAFF: &str = "ФИО;Должность;Предмет;Роль\n\
    Иванова Мария Петровна;учитель;физика;наставник\n\
    Петров Алексей Сергеевич;директор;;\n\
    Сидорова Анна Львовна;учитель;химия;наставник\n\
    Ли Ольга Игоревна;педагог-психолог;;\n\
    Громов Глеб Ильич;учитель;история;наставляемый\n\
    Белова Белла Борисовна;учитель;биология;наставляемый\n\
    Власов Виктор Викторович;учитель;труд;\n\
    Дроздов Денис Денисович;учитель;музыка;\n\
    Ежова Елена Евгеньевна;учитель;информатика;наставник\n";

/// What `nastavnik invite curator` does.
pub(crate) async fn curator_code(school: &TestSchool) -> String {
    let now = school.now();
    let issue =
        school.app.db.write(move |tx| Box::pin(async move { invitations::issue(tx, Invitation::Curator, now).await }));
    issue.await.unwrap().code
}

/// A curator who has answered the setup's questions and put the channel off.
pub(crate) async fn curator(school: &TestSchool) -> UserId {
    let olga = school.somebody("Ольга");
    school.opens(olga, &curator_code(school).await).await;
    school.says(olga, "Куратова Ольга Ивановна").await;
    school.says(olga, "Школа № 5").await;
    school.presses(olga, "Школа").await;
    school.presses(olga, "Москва · 9:00").await;
    school.presses(olga, "2026/27").await;
    school.presses(olga, "Позже →").await;
    olga
}

/// A curator with the staff list loaded.
pub(crate) async fn curator_with_staff(school: &TestSchool) -> UserId {
    let olga = curator(school).await;
    school.presses(olga, "Загрузить сотрудников").await;
    school.sends_file(olga, "Список.csv", STAFF.as_bytes()).await;
    school.presses(olga, "Загрузить 9 человек →").await;
    olga
}

/// The code in the latest invitation that the curator got.
pub(crate) fn staff_code(school: &TestSchool, curator: UserId) -> String {
    let messages = school.sandbox.messages(curator);
    let link = messages.iter().rev().find_map(|message| {
        let (_, rest) = message.text.split_once("?start=")?;
        rest.split_whitespace().next().map(str::to_owned)
    });
    link.unwrap_or_else(|| panic!("no link\n{}", school.chat(curator)))
}

/// A new link for the staff.
pub(crate) async fn invite_staff(school: &TestSchool, curator: UserId) -> String {
    school.says(curator, "/menu").await;
    school.presses(curator, "Приглашение").await;
    school.presses(curator, "Сделать ссылку →").await;
    staff_code(school, curator)
}

/// A colleague who comes in by the link and chooses this name.
pub(crate) async fn joins(school: &TestSchool, code: &str, full_name: &str) -> UserId {
    let surname = full_name.split(' ').next().unwrap_or_default();
    let somebody = school.somebody(surname);
    school.opens(somebody, code).await;
    school.says(somebody, surname).await;
    school.presses(somebody, full_name).await;
    school.presses(somebody, "Да, это я →").await;
    somebody
}

/// The present screen, also when a message that was sent to be kept stands below it.
fn present(school: &TestSchool, who: UserId) -> String {
    let messages = school.sandbox.messages(who);
    let mut from_bot = messages.iter().rev().filter(|message| message.from_bot);
    let screen = from_bot.find(|message| !message.buttons.is_empty());
    let below = school.screen(who);
    screen.map_or(below.clone(), |screen| format!("{}\n{below}", crate::school::read(screen)))
}

#[track_caller]
pub(crate) fn sees(school: &TestSchool, who: UserId, words: &str) {
    let shown = present(school, who);
    assert!(shown.contains(words), "no «{words}» in:\n{shown}\n\n{}", school.chat(who));
}

#[track_caller]
pub(crate) fn does_not_see(school: &TestSchool, who: UserId, words: &str) {
    assert!(!school.screen(who).contains(words), "«{words}» in:\n{}", school.screen(who));
}

stories! {
    /// The first link makes a curator; question after question the school takes shape, also over a restart.
    async fn the_curator_sets_the_school_up(mut school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        sees(&school, olga, "Настройка · 1 из 6");
        school.says(olga, "КУРАТОВА ОЛЬГА ИВАНОВНА").await;
        sees(&school, olga, "Настройка · 2 из 6");
        school.says(olga, "Гимназия № 1").await;
        sees(&school, olga, "Настройка · 3 из 6");
        sees(&school, olga, "[Школа]");
        school.presses(olga, "← Назад").await;
        sees(&school, olga, "Сейчас: Гимназия № 1");
        school.says(olga, "Детский сад № 46").await;
        school.restarts().await;
        school.presses(olga, "Детский сад").await;
        sees(&school, olga, "Настройка · 4 из 6");
        school.presses(olga, "→").await;
        school.presses(olga, "Владивосток · 16:00").await;
        sees(&school, olga, "Сейчас идёт 2026/27");
        school.presses(olga, "← Назад").await;
        school.presses(olga, "→").await;
        school.presses(olga, "✓ Владивосток · 16:00").await;
        school.presses(olga, "2027/28").await;
        sees(&school, olga, "Настройка · 6 из 6");
        school.presses(olga, "Позже →").await;
        sees(&school, olga, "Что осталось");
        school.presses(olga, "Меню").await;
        sees(&school, olga, "Куратова О. И.");
        sees(&school, olga, "Детский сад № 46 · 2027/28 учебный год");
        school.presses(olga, "Настройки").await;
        sees(&school, olga, "Часовой пояс: Владивосток");
        school.presses(olga, "Тип").await;
        school.presses(olga, "Школа").await;
        sees(&school, olga, "Тип: Школа");
    }

    /// Leaving the questions half-way is no loss: the menu leads back to where they stopped.
    async fn the_setup_can_be_left_and_taken_up_again(mut school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        school.says(olga, "Куратова Ольга Ивановна").await;
        school.says(olga, "/menu").await;
        sees(&school, olga, "Чтобы всё заработало, осталось 1 дело");
        school.restarts().await;
        school.presses(olga, "Продолжить настройку").await;
        sees(&school, olga, "Настройка · 2 из 6");
    }

    /// The channel is checked: what is missing is named, and the right to post is enough.
    async fn the_channel_is_linked_when_the_bot_may_post(school: TestSchool) {
        let olga = curator(&school).await;
        let channel = school.sandbox.add_channel("Новости школы", Some("school5_news"));
        school.presses(olga, "Подключить канал").await;
        school.says(olga, "@no_such_channel").await;
        sees(&school, olga, "Этого канала я не вижу");
        school.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: false });
        school.settle().await;
        sees(&school, olga, "«Новости школы» мне нельзя публиковать");
        school.presses(olga, "Проверить ещё раз").await;
        sees(&school, olga, "Перешлите сюда");
        school.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
        school.says(olga, "@school5_news").await;
        sees(&school, olga, "«Новости школы» подключён");
        school.says(olga, "/menu").await;
        does_not_see(&school, olga, "Подключить канал");
        let other = school.sandbox.add_channel("Чужой", None);
        school.sandbox.set_bot_rights(other, Rights { is_admin: true, can_post: true });
        school.sandbox.forward_post(olga, other, "Объявление");
        school.settle().await;
        sees(&school, olga, "Сейчас подключён канал «Новости школы»");
    }

    /// A list is shown before it is applied, and a second one corrects the first without losing anybody.
    async fn the_staff_list_is_loaded_and_updated(mut school: TestSchool) {
        let olga = curator(&school).await;
        school.presses(olga, "Загрузить сотрудников").await;
        school.sends_file(olga, "Список.csv", STAFF.as_bytes()).await;
        sees(&school, olga, "В файле 9 человек");
        sees(&school, olga, "Новых — 9, изменится — 0, без изменений — 0");
        sees(&school, olga, "Иванова Мария Петровна · учитель, физика · Наставник");
        sees(&school, olga, "Наставник — 3");
        school.restarts().await;
        school.presses(olga, "Загрузить 9 человек →").await;
        sees(&school, olga, "В списке 10 сотрудников");
        let next = STAFF
            .replace("Громов Глеб Ильич;учитель;история;наставляемый\n", "")
            .replace("Ежова Елена Евгеньевна;учитель;информатика", "Ежова Елена Евгеньевна;завуч;")
            + "Яшина Яна Яковлевна;учитель;физика;\nЮдин Юрий Юрьевич;учитель;физика;\n";
        school.presses(olga, "Загрузить список").await;
        school.sends_file(olga, "Список 2.csv", next.as_bytes()).await;
        sees(&school, olga, "Новых — 2, изменится — 1, без изменений — 7");
        sees(&school, olga, "В этом файле нет 1 человека из вашего списка: Громов Г. И.");
        school.presses(olga, "Загрузить 10 человек →").await;
        sees(&school, olga, "Добавлено: 2, изменено: 1");
        sees(&school, olga, "В списке 12 сотрудников");
    }

    /// A list with errors is explained row by row, and nobody is added.
    async fn a_staff_list_with_errors_adds_nobody(school: TestSchool) {
        let olga = curator(&school).await;
        school.presses(olga, "Загрузить сотрудников").await;
        let wrong = "ФИО;Должность\nИванова Мария Петровна;учитель\n12345;учитель\nПетрова;учитель\n";
        school.sends_file(olga, "Список.csv", wrong.as_bytes()).await;
        sees(&school, olga, "Строка 3");
        sees(&school, olga, "Строка 4");
        school.says(olga, "/menu").await;
        school.presses(olga, "Сотрудники").await;
        sees(&school, olga, "В списке 1 сотрудник,");
    }

    /// The example can be filled in and sent back as it is.
    async fn the_example_of_a_list_is_a_list(school: TestSchool) {
        let olga = curator(&school).await;
        school.presses(olga, "Загрузить сотрудников").await;
        school.presses(olga, "Образец").await;
        let sample = school.last(olga).document.unwrap_or_else(|| panic!("{}", school.chat(olga)));
        school.sends_file(olga, &sample.name, &sample.bytes).await;
        sees(&school, olga, "В файле 2 человека");
        sees(&school, olga, "Примерова Анна Сергеевна · учитель, математика · Наставник");
        sees(&school, olga, "Наставляемый — 1");
    }

    /// One colleague is added by hand, gets a role, is found by a part of the name and is taken off again.
    async fn a_colleague_is_added_by_hand(school: TestSchool) {
        let olga = curator(&school).await;
        school.says(olga, "/menu").await;
        school.presses(olga, "Сотрудники").await;
        school.presses(olga, "Добавить").await;
        school.says(olga, "Новикова").await;
        sees(&school, olga, "Нужно полностью");
        school.says(olga, "новикова нина николаевна").await;
        school.presses(olga, "Пропустить →").await;
        school.presses(olga, "Наставляемый").await;
        sees(&school, olga, "[✓ Наставляемый]");
        school.presses(olga, "← Назад").await;
        school.says(olga, "нови").await;
        sees(&school, olga, "найден 1 человек");
        school.presses(olga, "Новикова Н. Н.").await;
        school.presses(olga, "Убрать из списка").await;
        sees(&school, olga, "Убрать из списка: Новикова Нина Николаевна?");
        school.presses(olga, "Убрать →").await;
        sees(&school, olga, "больше не в списке");
        sees(&school, olga, "В списке 1 сотрудник,");
    }

    /// The link goes out as one message with a picture; a new one ends the old one, after a question.
    async fn a_new_link_ends_the_old_one(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let first = invite_staff(&school, olga).await;
        assert!(school.last(olga).photo.is_some(), "{}", school.chat(olga));
        sees(&school, olga, "в организации «Школа № 5» начинается программа наставничества");
        school.presses(olga, "Новая ссылка →").await;
        sees(&school, olga, "Прежняя сразу перестанет работать");
        school.presses(olga, "Сделать ссылку →").await;
        let second = staff_code(&school, olga);
        assert_ne!(first, second);
        let late = school.somebody("Мария");
        school.opens(late, &first).await;
        sees(&school, late, "Эта ссылка больше не работает");
        school.opens(late, &second).await;
        sees(&school, late, "Найдите себя в списке");
        school.advance(TimeDelta::days(15)).await;
        school.presses(late, "→").await;
        sees(&school, late, "Эта ссылка больше не работает");
    }

    /// A colleague finds themself in the list and is welcomed; the name is taken then.
    async fn a_colleague_comes_in_by_the_link(mut school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let code = invite_staff(&school, olga).await;
        let maria = school.somebody("Маша");
        school.opens(maria, &code).await;
        sees(&school, maria, "[1 / 2] [→]");
        school.says(maria, "ивано").await;
        school.presses(maria, "Иванова Мария Петровна").await;
        sees(&school, maria, "Вы — Иванова Мария Петровна, учитель, физика?");
        school.restarts().await;
        school.presses(maria, "Да, это я →").await;
        sees(&school, maria, "Иванова Мария Петровна, добро пожаловать!");
        sees(&school, maria, "иностранный мессенджер");
        school.presses(maria, "Меню").await;
        sees(&school, maria, "Иванова М. П.");
        does_not_see(&school, maria, "Сотрудники");
        let other = school.somebody("Кто-то");
        school.opens(other, &code).await;
        school.says(other, "иванова").await;
        sees(&school, other, "никого не нашлось");
        school.presses(other, "Меня нет в списке").await;
        sees(&school, other, "Скажите куратору");
    }

    /// The wrong colleague chose a name: the curator frees it, and the right one takes it.
    async fn a_name_is_freed(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let code = invite_staff(&school, olga).await;
        let wrong = joins(&school, &code, "Белова Белла Борисовна").await;
        school.says(olga, "/menu").await;
        school.presses(olga, "Сотрудники").await;
        school.presses(olga, "✓ Белова Б. Б.").await;
        school.presses(olga, "Освободить имя").await;
        sees(&school, olga, "Освободить имя «Белова Белла Борисовна»?");
        school.presses(olga, "Освободить →").await;
        sees(&school, olga, "Имя свободно");
        school.says(wrong, "/menu").await;
        sees(&school, wrong, "ссылку-приглашение");
        let right = joins(&school, &code, "Белова Белла Борисовна").await;
        sees(&school, right, "добро пожаловать");
    }

    /// A curator who stands on the list under the full name becomes that person instead of being there twice.
    async fn the_curator_finds_themself_in_the_list(school: TestSchool) {
        let olga = curator(&school).await;
        let staff = format!("{STAFF}Куратова-Лебедева Ольга Ивановна;завуч;;\n");
        school.presses(olga, "Загрузить сотрудников").await;
        school.sends_file(olga, "Список.csv", staff.as_bytes()).await;
        school.presses(olga, "Загрузить 10 человек →").await;
        sees(&school, olga, "В списке 11 сотрудников");
        school.says(olga, "/menu").await;
        school.presses(olga, "Настройки").await;
        school.presses(olga, "Моё имя").await;
        school.presses(olga, "Куратова-Лебедева Ольга Ивановна").await;
        sees(&school, olga, "Куратор: Куратова-Лебедева Ольга Ивановна");
        school.presses(olga, "← Назад").await;
        school.presses(olga, "Сотрудники").await;
        sees(&school, olga, "В списке 10 сотрудников");
    }

    /// Each person chooses a language; it stays over a restart.
    async fn a_person_chooses_a_language(mut school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let code = invite_staff(&school, olga).await;
        let maria = joins(&school, &code, "Иванова Мария Петровна").await;
        school.presses(maria, "Меню").await;
        school.presses(maria, "Настройки").await;
        school.presses(maria, "English").await;
        sees(&school, maria, "[Русский] [✓ English]");
        school.restarts().await;
        school.says(maria, "/menu").await;
        sees(&school, maria, "What shall we do?");
        school.says(olga, "/menu").await;
        sees(&school, olga, "Чем займёмся?");
    }
}
