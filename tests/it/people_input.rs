//! What people do wrong on their way in and around the staff list (faults F21–F30 and F44–F53).

use crate::people::{STAFF, curator, curator_code, curator_with_staff, does_not_see, invite_staff, joins, sees};
use crate::school::{TestSchool, stories};
use chrono::TimeDelta;
use nastavnik::sandbox::{Odd, UserId};
use serde_json::json;

/// The data of the button with this label on the latest message that has it.
fn data_of(school: &TestSchool, who: UserId, label: &str) -> (i64, String) {
    let messages = school.sandbox.messages(who);
    let found = messages.iter().rev().find_map(|message| {
        let button = message.buttons.iter().flatten().find(|button| button.text.replace('\u{a0}', " ") == label)?;
        Some((message.id, button.data.clone()?))
    });
    found.unwrap_or_else(|| panic!("no «{label}»\n{}", school.chat(who)))
}

fn last_toast(school: &TestSchool, who: UserId) -> String {
    school.sandbox.toasts(who).last().map(|toast| toast.text.clone()).unwrap_or_default()
}

/// A colleague who has come in and was made a curator, too.
async fn second_curator(school: &TestSchool, curator: UserId) -> UserId {
    let code = invite_staff(school, curator).await;
    let second = joins(school, &code, "Петров Алексей Сергеевич").await;
    school.says(curator, "/menu").await;
    school.presses(curator, "Сотрудники").await;
    school.says(curator, "петров").await;
    school.presses(curator, "✓ Петров А. С.").await;
    school.presses(curator, "Куратор").await;
    sees(school, curator, "[✓ Куратор]");
    second
}

stories! {
    /// The curator's role opens everything, so neither a file nor the link for the staff can give it.
    async fn f52_a_curators_name_cannot_be_taken_by_the_link(school: TestSchool) {
        let olga = curator(&school).await;
        school.presses(olga, "Загрузить сотрудников").await;
        let list = STAFF.replace("директор;;", "директор;;куратор");
        school.sends_file(olga, "Список.csv", list.as_bytes()).await;
        sees(&school, olga, "Строка 3: куратора назначает не файл, а вы — в карточке, когда человек войдёт");
        school.presses(olga, "Загрузить 9 человек →").await;
        school.says(olga, "петров").await;
        school.presses(olga, "Петров А. С.").await;
        school.presses(olga, "Куратор").await;
        assert!(last_toast(&school, olga).contains("Сначала пусть коллега войдёт"));
        let code = invite_staff(&school, olga).await;
        let director = joins(&school, &code, "Петров Алексей Сергеевич").await;
        school.presses(director, "Меню").await;
        does_not_see(&school, director, "Сотрудники");
    }

    /// A freed name takes no powers along.
    async fn f52_a_freed_name_is_no_curators(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let second = second_curator(&school, olga).await;
        school.presses(olga, "Освободить имя").await;
        school.presses(olga, "Освободить →").await;
        sees(&school, olga, "[Куратор]");
        school.says(second, "/menu").await;
        sees(&school, second, "ссылку-приглашение");
    }

    /// One link makes one curator, within a day.
    async fn f50_a_curators_link_works_once_and_for_a_day(school: TestSchool) {
        let code = curator_code(&school).await;
        let (first, second) = (school.somebody("Первый"), school.somebody("Второй"));
        school.opens(first, &code).await;
        sees(&school, first, "Настройка · 1 из 6");
        school.opens(second, &code).await;
        sees(&school, second, "Эта ссылка больше не работает");
        school.opens(first, &code).await;
        sees(&school, first, "Вы уже вошли");
        let late = curator_code(&school).await;
        school.advance(TimeDelta::hours(25)).await;
        school.opens(second, &late).await;
        sees(&school, second, "Эта ссылка больше не работает");
    }

    /// A newer link for the curator ends the one before.
    async fn f50_a_new_curators_link_ends_the_old_one(school: TestSchool) {
        let (old, new) = (curator_code(&school).await, curator_code(&school).await);
        let somebody = school.somebody("Ольга");
        school.opens(somebody, &old).await;
        sees(&school, somebody, "Эта ссылка больше не работает");
        school.opens(somebody, &new).await;
        sees(&school, somebody, "Настройка · 1 из 6");
    }

    /// Whoever guesses codes is not listened to for an hour; the answer tells them nothing.
    async fn f50_guessing_codes_is_slowed_down(school: TestSchool) {
        let thief = school.somebody("Вор");
        school.opens(thief, "admin").await;
        sees(&school, thief, "Эта ссылка больше не работает");
        for sign in ["a", "b", "c", "d", "e"] {
            school.opens(thief, &sign.repeat(20)).await;
            sees(&school, thief, "Эта ссылка больше не работает");
        }
        let code = curator_code(&school).await;
        school.opens(thief, &code).await;
        sees(&school, thief, "Эта ссылка больше не работает");
        school.advance(TimeDelta::minutes(61)).await;
        school.opens(thief, &code).await;
        sees(&school, thief, "Настройка · 1 из 6");
    }

    /// A forwarded command is not a command.
    async fn f50_a_forwarded_start_opens_nothing(school: TestSchool) {
        let somebody = school.somebody("Ольга");
        school.says(somebody, "/start").await;
        let code = curator_code(&school).await;
        school.sandbox.forward(somebody, &format!("/start {code}"));
        school.settle().await;
        does_not_see(&school, somebody, "Настройка");
    }

    /// Two choose one name: the first has it, the second is told.
    async fn f23_two_choose_one_name(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let code = invite_staff(&school, olga).await;
        let (quick, slow) = (school.somebody("Быстрая"), school.somebody("Медленная"));
        for one in [quick, slow] {
            school.opens(one, &code).await;
            school.presses(one, "Белова Белла Борисовна").await;
        }
        school.presses(quick, "Да, это я →").await;
        sees(&school, quick, "добро пожаловать");
        school.presses(slow, "Да, это я →").await;
        sees(&school, slow, "Это имя уже выбрали");
        does_not_see(&school, slow, "Белова");
    }

    /// Two taps in a hurry load a list once.
    async fn f24_a_double_tap_loads_the_list_once(school: TestSchool) {
        let olga = curator(&school).await;
        school.presses(olga, "Загрузить сотрудников").await;
        school.sends_file(olga, "Список.csv", STAFF.as_bytes()).await;
        let (message, load) = data_of(&school, olga, "Загрузить 9 человек →");
        school.sandbox.press(olga, message, &load);
        school.sandbox.press(olga, message, &load);
        school.settle().await;
        sees(&school, olga, "В списке 10 сотрудников");
    }

    /// A role toggled twice in a hurry is what the button said, not the opposite.
    async fn f24_a_double_tap_gives_a_role_once(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        school.presses(olga, "Белова Б. Б.").await;
        let (message, mentor) = data_of(&school, olga, "Наставник");
        school.sandbox.press(olga, message, &mentor);
        school.sandbox.press(olga, message, &mentor);
        school.settle().await;
        sees(&school, olga, "[✓ Наставник]");
    }

    /// A button further up does nothing but bring the present screen down.
    async fn f25_an_old_button_is_answered_and_not_obeyed(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        school.presses(olga, "Белова Б. Б.").await;
        let (message, archive) = data_of(&school, olga, "Убрать из списка");
        school.says(olga, "/menu").await;
        school.sandbox.press(olga, message, &archive);
        school.settle().await;
        sees(&school, olga, "Чем займёмся?");
        assert!(last_toast(&school, olga).contains("прошлого экрана"));
    }

    /// Data that no button of ours carried opens nobody else's card.
    async fn f26_another_schools_people_cannot_be_reached(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        school.presses(olga, "Белова Б. Б.").await;
        let (_, archive) = data_of(&school, olga, "Убрать из списка");
        let stranger = curator(&school).await;
        let (message, own) = data_of(&school, stranger, "Меню");
        let version = own.split('.').next().unwrap_or_default();
        let (_, action) = archive.split_once('.').unwrap_or_default();
        let sure = action.strip_suffix('0').unwrap_or_default();
        school.sandbox.press(stranger, message, &format!("{version}.{sure}1"));
        school.settle().await;
        sees(&school, stranger, "Этого человека в списке больше нет");
        school.says(olga, "/menu").await;
        school.presses(olga, "Сотрудники").await;
        sees(&school, olga, "Белова Б. Б.");
    }

    /// Choosing a name takes a link, not only a button.
    async fn f26_a_name_cannot_be_chosen_without_the_link(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let code = invite_staff(&school, olga).await;
        let maria = school.somebody("Мария");
        school.opens(maria, &code).await;
        school.presses(maria, "Белова Белла Борисовна").await;
        let (_, yes) = data_of(&school, maria, "Да, это я →");
        let (_, action) = yes.split_once('.').unwrap_or_default();
        let thief = school.somebody("Вор");
        school.says(thief, "/start").await;
        let message = school.last(thief).id;
        school.sandbox.press(thief, message, &format!("1.{action}"));
        school.sandbox.press(thief, message, &format!("0.{action}"));
        school.settle().await;
        sees(&school, thief, "ссылку-приглашение");
        school.presses(maria, "Да, это я →").await;
        sees(&school, maria, "добро пожаловать");
    }

    /// A corrected message does not change the answer that was taken.
    async fn f27_a_corrected_message_is_no_second_answer(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        let name = school.sandbox.say(olga, "Куратова Ольга Ивановна");
        school.settle().await;
        school.sandbox.edit(olga, name, "Кураторова Ольга Ивановна");
        school.settle().await;
        sees(&school, olga, "вы исправили сообщение");
        sees(&school, olga, "Настройка · 2 из 6");
    }

    /// Two curators load lists at once: both lists are there, nobody twice.
    async fn f28_two_curators_load_at_once(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let second = second_curator(&school, olga).await;
        let more = format!("{STAFF}Яшина Яна Яковлевна;учитель;физика;\n");
        for one in [olga, second] {
            school.says(one, "/menu").await;
            school.presses(one, "Сотрудники").await;
            school.presses(one, "Загрузить список").await;
            school.sends_file(one, "Список.csv", more.as_bytes()).await;
            sees(&school, one, "Новых — 1");
        }
        for one in [olga, second] {
            let (message, load) = data_of(&school, one, "Загрузить 10 человек →");
            school.sandbox.press(one, message, &load);
        }
        school.settle().await;
        school.presses(olga, "Загрузить список").await;
        school.sends_file(olga, "Список.csv", more.as_bytes()).await;
        sees(&school, olga, "Все эти люди уже в списке");
    }

    /// Leaving a list that waits is no loss, and is said.
    async fn f30_what_was_begun_is_kept(school: TestSchool) {
        let olga = curator(&school).await;
        school.presses(olga, "Загрузить сотрудников").await;
        school.sends_file(olga, "Список.csv", STAFF.as_bytes()).await;
        school.says(olga, "/cancel").await;
        sees(&school, olga, "То, что вы начали, сохранено");
        school.presses(olga, "Загрузить сотрудников").await;
        sees(&school, olga, "В файле 9 человек");
        school.says(olga, "/start").await;
        sees(&school, olga, "То, что вы начали, сохранено");
    }

    /// Too much text is named with its limit.
    async fn f44_a_name_that_is_too_long_is_sent_back(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        school.says(olga, &"Ольга ".repeat(600)).await;
        sees(&school, olga, "помещается 120");
        sees(&school, olga, "Настройка · 1 из 6");
        school.says(olga, "Куратова Ольга Ивановна").await;
        school.says(olga, &"Школа ".repeat(60)).await;
        sees(&school, olga, "Здесь 359 знаков, а помещается 200");
    }

    /// Signs of markup in a title stay signs.
    async fn f45_tags_in_a_title_stay_text(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        school.says(olga, "Куратова Ольга Ивановна").await;
        school.says(olga, "<b>Школа</b> & </a> [x](y)").await;
        school.says(olga, "/menu").await;
        sees(&school, olga, "<b>Школа</b> & </a> [x](y)");
    }

    /// Invisible signs are dropped; a name holds letters only.
    async fn f47_odd_signs_do_not_get_into_names(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        school.says(olga, "Куратова 👩‍🏫 Ольга").await;
        sees(&school, olga, "На имя не похоже");
        school.says(olga, "Кура\u{202e}това\u{200b} Ольга Ивановна").await;
        sees(&school, olga, "Настройка · 2 из 6");
        school.says(olga, "/menu").await;
        school.presses(olga, "Настройки").await;
        sees(&school, olga, "Куратор: Куратова Ольга Ивановна");
    }

    /// Blanks, dots and pictures are no answer.
    async fn f48_nothing_is_no_answer(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        for nothing in [".", "👍", "—"] {
            school.says(olga, nothing).await;
            sees(&school, olga, "Здесь нужны слова");
            sees(&school, olga, "Настройка · 1 из 6");
        }
    }

    /// What is not text is answered, and nothing is taken from it.
    async fn f49_only_words_are_an_answer(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        for odd in Odd::ALL {
            school.sandbox.send_odd(olga, odd);
            school.settle().await;
            sees(&school, olga, "кнопку");
            sees(&school, olga, "Настройка · 1 из 6");
        }
        school.sends_file(olga, "имя.txt", "Куратова".as_bytes()).await;
        sees(&school, olga, "Файл здесь не нужен");
    }

    /// Anything but a table, in the place of a table, is explained.
    async fn f49_a_staff_list_is_a_table(school: TestSchool) {
        let olga = curator(&school).await;
        school.presses(olga, "Загрузить сотрудников").await;
        school.says(olga, "Иванова Мария Петровна").await;
        sees(&school, olga, "Здесь нужен файл");
        school.sends_file(olga, "Список.pdf", b"%PDF-1.7 ...").await;
        sees(&school, olga, "Это PDF");
        school.sends_file(olga, "Список.csv", b"").await;
        sees(&school, olga, "Пришлите");
        school.sends_file(olga, "Список.csv", &vec![b'x'; 3 * 1024 * 1024]).await;
        sees(&school, olga, "больше 2 МБ");
        school.sends_file(olga, "Список.xlsx", b"PK\x03\x04 broken").await;
        sees(&school, olga, "Это архив");
        let cp1251: Vec<u8> = encode_cp1251("ФИО;Должность\nИванова Мария Петровна;учитель\n");
        school.sends_file(olga, "Список.csv", &cp1251).await;
        sees(&school, olga, "Иванова Мария Петровна");
    }

    /// Groups and channels are not places for personal matters.
    async fn f51_a_command_in_a_group_does_nothing(school: TestSchool) {
        let olga = curator(&school).await;
        let group = school.sandbox.add_group("Учительская");
        let code = curator_code(&school).await;
        school.sandbox.say_in_group(group, olga, "/menu");
        school.sandbox.say_anonymously(group, &format!("/start {code}"));
        school.settle().await;
        assert!(school.sandbox.messages(group).iter().all(|message| !message.from_bot));
        let other = school.somebody("Другая");
        school.opens(other, &code).await;
        sees(&school, other, "Настройка · 1 из 6");
    }

    /// A teacher who presses a curator's button gets the answer that an unknown button gets.
    async fn f52_curators_buttons_are_for_curators(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let code = invite_staff(&school, olga).await;
        let maria = joins(&school, &code, "Иванова Мария Петровна").await;
        school.says(olga, "/menu").await;
        let (_, staff) = data_of(&school, olga, "Сотрудники");
        let (message, own) = data_of(&school, maria, "Меню");
        let version = own.split('.').next().unwrap_or_default();
        let (_, action) = staff.split_once('.').unwrap_or_default();
        school.sandbox.press(maria, message, &format!("{version}.{action}"));
        school.settle().await;
        assert_eq!(last_toast(&school, maria), "Эта кнопка здесь не работает.");
        does_not_see(&school, maria, "Сотрудники");
        school.sandbox.press(maria, message, "no.such.button");
        school.settle().await;
        assert_eq!(last_toast(&school, maria), "Эта кнопка здесь не работает.");
        let channel = school.sandbox.add_channel("Канал", None);
        school.sandbox.forward_post(maria, channel, "Новость");
        school.settle().await;
        sees(&school, maria, "канал подключает куратор");
        school.says(maria, "/invite").await;
        sees(&school, maria, "Такой команды нет");
    }

    /// A role that is taken away closes the place where the person stands.
    async fn f52_a_former_curator_sees_the_menu(school: TestSchool) {
        let olga = curator_with_staff(&school).await;
        let second = second_curator(&school, olga).await;
        school.says(second, "/menu").await;
        school.presses(second, "Сотрудники").await;
        school.presses(second, "✓ Куратова О. И.").await;
        school.presses(second, "✓ Куратор").await;
        sees(&school, second, "[Куратор]");
        school.says(olga, "Петров").await;
        sees(&school, olga, "Чем займёмся?");
        does_not_see(&school, olga, "Сотрудники");
        school.presses(second, "← Назад").await;
        school.says(second, "петров").await;
        school.presses(second, "✓ Петров А. С.").await;
        school.presses(second, "✓ Куратор").await;
        assert!(last_toast(&school, second).contains("у себя снять нельзя"));
        sees(&school, second, "[✓ Куратор]");
    }

    /// A raw update of an unknown kind between two answers changes nothing.
    async fn f22_unknown_updates_do_not_disturb_the_setup(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.opens(olga, &curator_code(&school).await).await;
        school.sandbox.raw_update(json!({ "hologram": { "from": { "id": olga.0 } } }));
        school.says(olga, "Куратова Ольга Ивановна").await;
        sees(&school, olga, "Настройка · 2 из 6");
    }

    /// A road map that was sent to the staff list is offered to be read as one; a staff list sent to the list's own
    /// screen is read at once.
    async fn a_road_map_at_the_staff_list_is_offered_as_one(school: TestSchool) {
        let olga = curator(&school).await;
        let map = include_str!("../data/road_map/lesnaya.txt");
        for place in [&["Загрузить сотрудников"][..], &["Сотрудники"][..]] {
            school.says(olga, "/menu").await;
            for label in place {
                school.presses(olga, label).await;
            }
            school.sends_file(olga, "карта.txt", map.as_bytes()).await;
            sees(&school, olga, "похоже на дорожную карту");
            school.presses(olga, "Прочитать как карту").await;
            sees(&school, olga, "4 строки поняты");
            sees(&school, olga, "Файл карта.txt");
        }
        school.says(olga, "/menu").await;
        school.presses(olga, "Сотрудники").await;
        school.sends_file(olga, "Список.csv", STAFF.as_bytes()).await;
        sees(&school, olga, "В файле 9 человек");
        // What is neither is explained as before.
        school.says(olga, "/menu").await;
        school.presses(olga, "Сотрудники").await;
        school.presses(olga, "Загрузить список").await;
        school.sends_file(olga, "письмо.txt", "Коллеги, завтра педсовет в 15:00".as_bytes()).await;
        does_not_see(&school, olga, "Прочитать как карту");
    }
}

/// As Excel in Russian saves CSV.
fn encode_cp1251(text: &str) -> Vec<u8> {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    bytes.into_owned()
}
