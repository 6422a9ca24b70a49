//! From the banks to official pairs.

use crate::founded::{Founded, decides, found, hire, many, one, rows_to, sends_answers};
use crate::school::{TestSchool, stories};
use nastavnik::domain::consent::ConsentDecision::{Given, Withdrawn};
use nastavnik::domain::consent::ConsentKind::{self, ExtraDuties, PersonalData, Publication};
use nastavnik::domain::ids::PersonId;
use nastavnik::domain::people::Role;
use nastavnik::domain::questionnaire::Answer;
use nastavnik::jobs;
use nastavnik::sandbox::{Fault, FaultKind, Rights, UserId};

/// Two mentors and two mentees: mathematics belongs to mathematics, physics to physics.
struct Staff {
    seven: Founded,
    olga: UserId,
    ivanova: (UserId, PersonId),
    sidorova: (UserId, PersonId),
    petrov: (UserId, PersonId),
    kim: (UserId, PersonId),
}

const MENTORS: &[ConsentKind] = &[PersonalData, ExtraDuties];

async fn staffed(school: &TestSchool) -> Staff {
    let seven = found(school).await;
    let org = seven.organisation;
    let ivanova = hire(
        school,
        org,
        ("Иванова Мария Петровна", "учитель математики"),
        &[],
    )
    .await;
    let sidorova = hire(
        school,
        org,
        ("Сидорова Анна Андреевна", "учитель физики"),
        &[],
    )
    .await;
    let petrov = hire(
        school,
        org,
        ("Петров Иван Сергеевич", "учитель математики"),
        &[],
    )
    .await;
    let kim = hire(school, org, ("Ким Виктор Олегович", "учитель физики"), &[]).await;
    for (person, subject, helps) in [
        (ivanova.1, "mathematics", "discipline"),
        (sidorova.1, "physics", "assessment"),
    ] {
        decides(school, person, MENTORS, Given).await;
        let slots = Answer::Grid(vec![("tue".to_owned(), "afternoon".to_owned())]);
        let given = [
            ("levels", many(&["basic"])),
            ("subjects", many(&[subject])),
            ("helps_with", many(&[helps, "lesson"])),
            ("capacity", one("one")),
            ("slots", slots),
        ];
        sends_answers(school, (org, person), "mentor", &given).await;
    }
    for (person, subject, hard) in [
        (petrov.1, "mathematics", "discipline"),
        (kim.1, "physics", "assessment"),
    ] {
        decides(school, person, &[PersonalData], Given).await;
        let slots = Answer::Grid(vec![("tue".to_owned(), "afternoon".to_owned())]);
        let given = [
            ("levels", many(&["basic"])),
            ("subjects", many(&[subject])),
            ("difficulties", many(&[hard])),
            ("slots", slots),
        ];
        sends_answers(school, (org, person), "mentee", &given).await;
    }
    let olga = seven.curator;
    Staff {
        seven,
        olga,
        ivanova,
        sidorova,
        petrov,
        kim,
    }
}

async fn presses(school: &TestSchool, user: UserId, labels: &[&str]) {
    for label in labels {
        school.presses(user, label).await;
    }
}

async fn matches(school: &TestSchool, olga: UserId) {
    school.says(olga, "/menu").await;
    presses(school, olga, &["Подобрать пары", "Подобрать →"]).await;
}

async fn asks_all(school: &TestSchool, staff: &Staff) {
    matches(school, staff.olga).await;
    presses(
        school,
        staff.olga,
        &["Спросить всех (2)", "Спросить всех (2)"],
    )
    .await;
}

/// Everybody is asked and says yes.
async fn all_agree(school: &TestSchool, staff: &Staff) {
    asks_all(school, staff).await;
    for (user, _) in [staff.ivanova, staff.petrov, staff.sidorova, staff.kim] {
        school.presses(user, "Согласен(на)").await;
    }
}

/// The curator enters order 45-к of today.
async fn orders(school: &TestSchool, olga: UserId, last: &str) {
    school.says(olga, "/menu").await;
    presses(school, olga, &["Пары", "Внести приказ (2)", "Дальше →"]).await;
    school.says(olga, "№ 45-к").await;
    presses(school, olga, &["Сегодня, 1 сентября", last]).await;
}

fn posts(school: &TestSchool, staff: &Staff) -> Vec<String> {
    let posts = school.sandbox.messages(staff.seven.channel);
    posts
        .into_iter()
        .map(|post| post.text.replace('\u{a0}', " "))
        .collect()
}

fn sees(school: &TestSchool, user: UserId, words: &str) {
    let chat = school.chat(user);
    assert!(chat.contains(words), "«{words}» is not in\n{chat}");
}

/// The morning of a day of September 2026 in Moscow, with the jobs that are due.
async fn morning(school: &TestSchool, day: u32) {
    let moment = format!("2026-09-{day:02}T06:00:30Z");
    school.clock.advance_to(moment.parse().unwrap());
    for _ in 0..2 {
        // Twice: the second run must change nothing.
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

fn count(school: &TestSchool, user: UserId, words: &str) -> usize {
    school.chat(user).matches(words).count()
}

stories! {
    async fn a_cohort_is_matched_asked_ordered_and_announced(school: TestSchool) {
        let staff = staffed(&school).await;
        let (olga, ivanova, petrov) = (staff.olga, staff.ivanova, staff.petrov);
        decides(&school, ivanova.1, &[Publication], Given).await;
        decides(&school, petrov.1, &[Publication], Given).await;
        decides(&school, staff.kim.1, &[Publication], Given).await;
        matches(&school, olga).await;
        sees(&school, olga, "Подобрано 2 пары из 2, без пары — 0");
        presses(&school, olga, &["Кто с кем (2)", "Иванова М. П. → Петров И. С."]).await;
        for reason in ["Помогает с главным: дисциплина", "Ведут одно и то же: математика", "Оба свободны: вт день"] {
            sees(&school, olga, reason);
        }
        presses(&school, olga, &["← Назад", "← Назад", "Спросить всех (2)"]).await;
        sees(&school, olga, "Спросить 2 пары?");
        assert_eq!(count(&school, petrov.0, "наставник"), 0, "nobody is told before the word");
        school.presses(olga, "Спросить всех (2)").await;
        sees(&school, petrov.0, "Иванова Мария Петровна, учитель математики");
        sees(&school, ivanova.0, "Помогает с главным: дисциплина");
        sees(&school, petrov.0, "не позже чем в понедельник, 7 сентября");
        school.presses(petrov.0, "Согласен(на)").await;
        assert_eq!(count(&school, olga, "Обе стороны согласны"), 0);
        for user in [ivanova.0, staff.sidorova.0, staff.kim.0] {
            school.presses(user, "Согласен(на)").await;
        }
        assert_eq!(count(&school, olga, "Обе стороны согласны"), 2);
        school.presses(olga, "Внести приказ (2)").await;
        school.presses(olga, "Дальше →").await;
        school.says(olga, "🙂").await;
        sees(&school, olga, "Номер не подходит");
        school.says(olga, "№ 45-к").await;
        school.says(olga, "31 сентября").await;
        sees(&school, olga, "Не получилось прочитать дату");
        school.says(olga, "1.10.2026").await;
        sees(&school, olga, "Эта дата ещё не наступила");
        school.says(olga, "31 августа").await;
        let asked = school.screen(olga);
        assert!(asked.contains("Приказ № 45-к от 31 августа 2026 года") && asked.contains("Станут официальными 2 пары"), "{asked}");
        school.presses(olga, "Оформить и объявить (2)").await;
        sees(&school, ivanova.0, "Вы — наставник");
        sees(&school, petrov.0, "Приказ № 45-к от 31 августа 2026 года");
        let posts = posts(&school, &staff);
        assert_eq!(posts.len(), 1, "one post for the whole order: {posts:?}");
        let post = &posts[0];
        assert!(asked.contains(post), "the preview is what came out:\n{asked}\n{post}");
        assert!(post.contains("Иванова М. П. — наставник, Петров И. С. — наставляемый"), "{post}");
        assert!(post.contains("Ким В. О. — наставляемый") && !post.contains("Сидорова"), "{post}");
        school.says(petrov.0, "/menu").await;
        school.presses(petrov.0, "Моя пара").await;
        sees(&school, petrov.0, "Ваш наставник: Иванова Мария Петровна, учитель математики");
    }

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

    async fn a_no_goes_to_the_curator_and_to_the_next_mentor(school: TestSchool) {
        let staff = staffed(&school).await;
        asks_all(&school, &staff).await;
        school.presses(staff.petrov.0, "Согласен(на)").await;
        school.presses(staff.ivanova.0, "Не сейчас").await;
        sees(&school, staff.olga, "Иванова М. П. → Петров И. С.: отказ наставника");
        sees(&school, staff.petrov.0, "Пара не сложилась: Иванова Мария Петровна");
        school.presses(staff.kim.0, "Не сейчас").await;
        // Both mentors are free again, and who said no to each other is not put together again.
        school.presses(staff.olga, "Подобрать другую").await;
        school.presses(staff.olga, "Подобрать →").await;
        presses(&school, staff.olga, &["Кто с кем (2)"]).await;
        let list = school.screen_with_buttons(staff.olga);
        assert!(list.contains("[Сидорова А. А. → Петров И. С.]") && list.contains("[Иванова М. П. → Ким В. О.]"), "{list}");
    }

    async fn a_second_answer_is_told_what_the_first_was(school: TestSchool) {
        let staff = staffed(&school).await;
        asks_all(&school, &staff).await;
        let question = school.last(staff.ivanova.0);
        let yes = question.buttons[0][1].data.clone().unwrap();
        let no = question.buttons[0][0].data.clone().unwrap();
        school.presses(staff.ivanova.0, "Согласен(на)").await;
        sees(&school, staff.ivanova.0, "Ждём второго ответа");
        school.sandbox.press(staff.ivanova.0, question.id, &no);
        school.settle().await;
        sees(&school, staff.ivanova.0, "Вы уже согласились: 1 сентября, 9:00");
        school.presses(staff.petrov.0, "Не сейчас").await;
        school.sandbox.press(staff.ivanova.0, question.id, &yes);
        school.settle().await;
        sees(&school, staff.ivanova.0, "Этот вопрос уже закрыт");
        assert_eq!(count(&school, staff.olga, "отказ наставляемого"), 1);
        assert_eq!(count(&school, staff.olga, "Обе стороны согласны"), 0);
    }

    async fn a_yes_is_taken_back_on_ones_card(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        school.says(staff.petrov.0, "/menu").await;
        presses(&school, staff.petrov.0, &["Моя пара", "Отказаться: Иванова М. П.", "← Остаться"]).await;
        presses(&school, staff.petrov.0, &["Отказаться: Иванова М. П.", "Да, отказаться"]).await;
        sees(&school, staff.olga, "отказ наставляемого");
        sees(&school, staff.petrov.0, "Пары пока нет");
    }

    async fn f26_nobody_answers_for_somebody_else(school: TestSchool) {
        let staff = staffed(&school).await;
        asks_all(&school, &staff).await;
        let question = school.last(staff.ivanova.0);
        let yes = question.buttons[0][1].data.clone().unwrap();
        let message = school.last(staff.kim.0).id;
        school.sandbox.press(staff.kim.0, message, &yes);
        school.settle().await;
        sees(&school, staff.kim.0, "Этой пары здесь нет");
        school.presses(staff.petrov.0, "Согласен(на)").await;
        assert_eq!(count(&school, staff.olga, "Обе стороны согласны"), 0, "the mentor has not answered");
    }

    async fn silence_is_nudged_told_and_given_up(school: TestSchool) {
        let staff = staffed(&school).await;
        asks_all(&school, &staff).await;
        school.presses(staff.petrov.0, "Согласен(на)").await;
        school.presses(staff.kim.0, "Согласен(на)").await;
        school.presses(staff.sidorova.0, "Согласен(на)").await;
        morning(&school, 2).await;
        assert_eq!(count(&school, staff.ivanova.0, "Напоминаю"), 0);
        morning(&school, 3).await;
        assert_eq!(count(&school, staff.ivanova.0, "Напоминаю"), 1);
        assert_eq!(count(&school, staff.petrov.0, "Напоминаю"), 0, "who answered is left alone");
        // Saturday and Sunday are nobody's working days.
        morning(&school, 5).await;
        morning(&school, 6).await;
        assert_eq!(count(&school, staff.olga, "Молчат"), 0);
        morning(&school, 7).await;
        assert_eq!(count(&school, staff.olga, "Не ответили: Иванова М. П."), 1);
        assert_eq!(count(&school, staff.ivanova.0, "Напоминаю"), 1, "one nudge is enough");
        morning(&school, 8).await;
        assert_eq!(count(&school, staff.olga, "Ответа не дождались"), 1);
        assert_eq!(count(&school, staff.petrov.0, "Пара не сложилась"), 1);
        school.presses(staff.ivanova.0, "Согласен(на)").await;
        sees(&school, staff.ivanova.0, "Этот вопрос уже закрыт");
        // The curator asks the same two once more.
        presses(&school, staff.olga, &["Открыть пару", "Спросить ещё раз"]).await;
        school.presses(staff.ivanova.0, "Согласен(на)").await;
        school.presses(staff.petrov.0, "Согласен(на)").await;
        assert_eq!(count(&school, staff.olga, "Обе стороны согласны"), 2);
    }

    async fn pins_and_bans_are_honoured_by_the_next_run(school: TestSchool) {
        let staff = staffed(&school).await;
        let olga = staff.olga;
        matches(&school, olga).await;
        presses(&school, olga, &["Кто с кем (2)", "Иванова М. П. → Петров И. С.", "Другой наставник"]).await;
        presses(&school, olga, &["Сидорова А. А. — с натяжкой"]).await;
        sees(&school, olga, "Петров И. С.: наставник — Сидорова А. А.");
        presses(&school, olga, &["← Назад", "✓ Сидорова А. А. → Петров И. С.", "← Назад"]).await;
        presses(&school, olga, &["Иванова М. П. → Ким В. О.", "Запретить"]).await;
        sees(&school, olga, "Ким В. О.: наставника пока нет");
        presses(&school, olga, &["Без пары (1)"]).await;
        let left = school.screen(olga);
        assert!(left.contains("Сидорова А. А.") && left.contains("места там заняты"), "{left}");
        presses(&school, olga, &["← Назад", "Подобрать заново", "Кто с кем (1)"]).await;
        presses(&school, olga, &["✓ Сидорова А. А. → Петров И. С.", "Не закреплять"]).await;
        // Without the pin the optimum is back, without the banned couple.
        presses(&school, olga, &["← Назад", "← Назад", "Ваши пожелания (1)", "✕ Иванова М. П. → Ким В. О."]).await;
        presses(&school, olga, &["← Назад", "Кто с кем (2)", "Иванова М. П. → Петров И. С.", "Убрать"]).await;
        sees(&school, olga, "Петров И. С.: в этот раз без пары");
        presses(&school, olga, &["Без пары (1)", "Вернуть: Петров И. С."]).await;
        sees(&school, olga, "Петров И. С.: наставник — Иванова М. П.");
    }

    async fn the_plan_outlives_a_restart(mut school: TestSchool) {
        let staff = staffed(&school).await;
        matches(&school, staff.olga).await;
        school.restarts().await;
        presses(&school, staff.olga, &["Спросить всех (2)", "Спросить всех (2)"]).await;
        sees(&school, staff.petrov.0, "Для вас нашёлся наставник");
    }

    async fn f28_two_curators_at_one_plan_do_not_undo_each_other(school: TestSchool) {
        let staff = staffed(&school).await;
        let (vera, _) = hire(&school, staff.seven.organisation, ("Власова Вера Ильинична", ""), &[Role::Curator]).await;
        matches(&school, staff.olga).await;
        school.says(vera, "/menu").await;
        presses(&school, vera, &["Подобрать пары", "Кто с кем (2)", "Иванова М. П. → Петров И. С."]).await;
        presses(&school, staff.olga, &["Кто с кем (2)", "Иванова М. П. → Петров И. С.", "Другой наставник"]).await;
        presses(&school, staff.olga, &["Сидорова А. А. — с натяжкой"]).await;
        school.presses(vera, "Запретить").await;
        let seen = school.screen(vera);
        assert!(seen.contains("Петров И. С.: сейчас наставник — Сидорова А. А."), "{seen}");
        assert!(!seen.contains("Ваши пожелания (2)"), "the ban was not kept: {seen}");
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
        assert_eq!(count(&school, staff.petrov.0, "Ваша пара больше не работает"), 1);
    }

    async fn a_pair_is_completed_with_thanks(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        orders(&school, staff.olga, "Оформить без объявления").await;
        presses(&school, staff.olga, &["Иванова М. П. → Петров И. С.", "Завершить", "Да, завершить"]).await;
        sees(&school, staff.petrov.0, "Программа завершена: Иванова Мария Петровна");
        sees(&school, staff.olga, "Завершили: 1 сентября");
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

    async fn empty_banks_say_what_to_do(school: TestSchool) {
        let seven = found(&school).await;
        school.says(seven.curator, "/menu").await;
        school.presses(seven.curator, "Подобрать пары").await;
        sees(&school, seven.curator, "В банке наставников пока никого нет");
        school.presses(seven.curator, "Меню").await;
        school.presses(seven.curator, "Пары").await;
        sees(&school, seven.curator, "Начните с подбора");
    }
}
