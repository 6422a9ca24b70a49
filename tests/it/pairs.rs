//! From the question to both sides to official pairs.

use crate::cohort::{all_agree, asks_all, count, matches, morning, posts, presses, sees, staffed};
use crate::founded::decides;
use crate::school::{TestSchool, stories};
use nastavnik::domain::consent::ConsentDecision::Given;
use nastavnik::domain::consent::ConsentKind::Publication;

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
        // The curator has asked for nothing: one message the next morning speaks of both.
        assert_eq!(count(&school, olga, "Обе стороны согласны"), 0);
        morning(&school, 2).await;
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

    async fn a_no_goes_to_the_curator_and_to_the_next_mentor(school: TestSchool) {
        let staff = staffed(&school).await;
        asks_all(&school, &staff).await;
        school.presses(staff.petrov.0, "Согласен(на)").await;
        school.presses(staff.ivanova.0, "Не сейчас").await;
        school.presses(staff.kim.0, "Не сейчас").await;
        assert_eq!(count(&school, staff.olga, "отказ"), 0, "the morning brings both in one message");
        morning(&school, 2).await;
        sees(&school, staff.olga, "Иванова М. П. → Петров И. С.: отказ наставника");
        sees(&school, staff.olga, "Сидорова А. А. → Ким В. О.: отказ наставляемого");
        sees(&school, staff.petrov.0, "Пара не сложилась: Иванова Мария Петровна");
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
        morning(&school, 2).await;
        assert_eq!(count(&school, staff.olga, "отказ наставляемого"), 1);
        assert_eq!(count(&school, staff.olga, "Обе стороны согласны"), 0);
    }

    async fn a_yes_is_taken_back_on_ones_card(school: TestSchool) {
        let staff = staffed(&school).await;
        all_agree(&school, &staff).await;
        school.says(staff.petrov.0, "/menu").await;
        presses(&school, staff.petrov.0, &["Моя пара", "Отказаться: Иванова М. П.", "← Остаться"]).await;
        presses(&school, staff.petrov.0, &["Отказаться: Иванова М. П.", "Да, отказаться"]).await;
        sees(&school, staff.petrov.0, "Пары пока нет");
        morning(&school, 2).await;
        sees(&school, staff.olga, "отказ наставляемого");
        assert!(!school.chat(staff.olga).contains("Обе стороны согласны: Иванова"), "it is not true any more");
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
        morning(&school, 2).await;
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
        assert_eq!(count(&school, staff.olga, "ответа нет: Иванова М. П."), 1);
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
        morning(&school, 9).await;
        assert_eq!(count(&school, staff.olga, "Обе стороны согласны"), 2);
    }
}
