//! Rows that change hands: what was said about each date, who can be written to, who is not there any more.

use crate::founded::{Founded, address, found, hire, write};
use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, shows};
use futures::FutureExt;
use nastavnik::domain::ids::PersonId;
use nastavnik::domain::people::{Person, Role};
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::jobs;
use nastavnik::sandbox::UserId;
use nastavnik::store::{accounts, activities, handovers, people};
use std::time::Duration;

const DOCUMENT: &str = "Дорожная карта наставничества

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tРабота\tПровести консультации\tдо 25 сентября\tнаставники\tжурнал
2.\tРабота\tПровести встречи пар\tежемесячно\tнаставники\tжурнал
3.\tСтарт\tПодготовить документы: - приказ о кураторе; - план работы\tдо 30 сентября\tдиректор\tприказы
";

struct Staff {
    founded: Founded,
    curator: UserId,
    mentor: (UserId, PersonId),
    colleague: (UserId, PersonId),
}

async fn staff(school: &TestSchool) -> Staff {
    let founded = found(school).await;
    let mentor = hire(school, founded.organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
    let colleague = hire(school, founded.organisation, ("Белова Анна Ильинична", "учитель"), &[]).await;
    let curator = founded.curator;
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
    Staff { founded, curator, mentor, colleague }
}

/// It is nine in the morning of a day, and the jobs have been asked what is due.
async fn it_is(school: &TestSchool, day: &str) {
    school.clock.advance_to(format!("{day}T06:00:30Z").parse().unwrap());
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

async fn opens_own(school: &TestSchool, user: UserId, labels: &[&str]) {
    school.says(user, "/menu").await;
    school.presses(user, "Мои мероприятия").await;
    press_all(school, user, labels).await;
}

async fn at_the_desk(school: &TestSchool, curator: UserId, labels: &[&str]) {
    school.says(curator, "/menu").await;
    press_all(school, curator, labels).await;
}

/// The mentor gives the row of consultations away for good, the curator gives it to the colleague.
async fn given_to_colleague(school: &TestSchool, staff: &Staff) {
    opens_own(school, staff.mentor.0, &["Готово: 1", "Не моя задача", "Не моя роль"]).await;
    at_the_desk(school, staff.curator, &["Решить: 1", "Передать: 1", "Белова А. И. · 0"]).await;
    shows(school, staff.curator, "Теперь это делает Белова А. И.\n");
}

fn has(school: &TestSchool, user: UserId, words: &str) -> bool {
    school.chat(user).replace('\u{a0}', " ").contains(words)
}

stories! {
    async fn each_date_is_given_away_by_itself(school: TestSchool) {
        let staff = staff(&school).await;
        it_is(&school, "2026-09-20").await;
        opens_own(&school, staff.mentor.0, &["Готово: 2", "Не моя задача", "Ухожу в отпуск"]).await;
        shows(&school, staff.mentor.0, "Передал куратору. О решении напишу.");
        opens_own(&school, staff.mentor.0, &["Готово: 2", "Не моя задача", "Ухожу в отпуск"]).await;
        assert!(!school.screen(staff.mentor.0).contains("Провести встречи пар"), "{}", school.screen(staff.mentor.0));
        at_the_desk(&school, staff.curator, &["Решить: 2"]).await;
    }

    /// Of three deputies the one is reminded whose position says what the row says; the others have nothing to do.
    async fn a_row_of_one_deputy_is_no_other_deputys(school: TestSchool) {
        let founded = found(&school).await;
        let deputy = |name, position| hire(&school, founded.organisation, (name, position), &[Role::DeputyDirector]);
        let (teaching, _) = deputy("Лаптева Ольга Викторовна", "заместитель директора по УВР").await;
        let (upbringing, _) = deputy("Рыбин Олег Олегович", "зам. директора по воспитательной работе").await;
        school.says(founded.curator, "/menu").await;
        school.presses(founded.curator, "Дорожная карта").await;
        let map = DOCUMENT.replace("\tдиректор\t", "\tзаместитель директора по учебно-воспитательной работе\t");
        school.sends_file(founded.curator, "карта.txt", map.as_bytes()).await;
        press_all(&school, founded.curator, &["Загрузить", "Все строки", "3"]).await;
        shows(&school, founded.curator, "Напомню: Лаптева О. В.\n");
        opens_own(&school, teaching, &[]).await;
        shows(&school, teaching, "Подготовить документы");
        opens_own(&school, upbringing, &[]).await;
        assert!(!school.screen(upbringing).contains("Подготовить документы"), "{}", school.chat(upbringing));
        it_is(&school, "2026-09-16").await;
        assert!(has(&school, teaching, "Напоминаю") && !has(&school, upbringing, "Напоминаю"));
    }

    /// Who said it of one date and then of the whole row is asked about once, and means the row.
    async fn a_word_about_the_whole_row_holds_for_all_its_dates(school: TestSchool) {
        let staff = staff(&school).await;
        it_is(&school, "2026-09-20").await;
        opens_own(&school, staff.mentor.0, &["Готово: 2", "Не моя задача", "Ухожу в отпуск"]).await;
        opens_own(&school, staff.mentor.0, &["Готово: 2", "Не моя задача", "Не моя роль"]).await;
        it_is(&school, "2026-11-20").await;
        opens_own(&school, staff.mentor.0, &[]).await;
        assert!(!school.screen(staff.mentor.0).contains("Провести встречи пар"), "{}", school.screen(staff.mentor.0));
        at_the_desk(&school, staff.curator, &["Решить: 1", "Передать: 1"]).await;
        shows(&school, staff.curator, "не моя задача (другая роль)");
    }

    /// The curator sees who cannot be written to; whoever joins before the morning is told all the same.
    async fn who_cannot_be_written_to_is_marked(school: TestSchool) {
        let staff = staff(&school).await;
        let (organisation, now) = (staff.founded.organisation, school.now());
        let far = write!(school, |tx| {
            let id = PersonId(tx.next_id(now));
            let full_name = "Рыбин Олег Олегович".to_owned();
            let far = Person { id, organisation, full_name, position: String::new(), roles: vec![] };
            people::insert(tx, &far, now).await?;
            Ok(id)
        });
        opens_own(&school, staff.mentor.0, &["Готово: 1", "Не моя задача", "Не моя роль"]).await;
        at_the_desk(&school, staff.curator, &["Решить: 1", "Передать: 1"]).await;
        shows(&school, staff.curator, "Число рядом с именем — сколько мероприятий у коллеги в ближайшие полтора месяца.");
        shows(&school, staff.curator, "⚠ — бот пока не может написать этому коллеге");
        school.presses(staff.curator, "⚠ Рыбин О. О. · 0").await;
        shows(&school, staff.curator, "Теперь это делает Рыбин О. О.");
        shows(&school, staff.curator, "Бот пока не может ему или ей написать");
        let late = school.somebody("Олег");
        school.says(late, "/start").await;
        write!(school, |tx| accounts::claim(tx, &address(late), far, "ru", now).await);
        it_is(&school, "2026-09-02").await;
        assert!(has(&school, late, "Куратор передал вам мероприятие «Провести консультации»"), "{}", school.chat(late));
    }

    /// A row given to somebody who has left is the curator's, not nobody's.
    async fn a_row_of_somebody_who_left_falls_to_the_curator(school: TestSchool) {
        let staff = staff(&school).await;
        given_to_colleague(&school, &staff).await;
        let (left, now) = (staff.colleague.1, school.now());
        write!(school, |tx| people::archive(tx, left, now).await);
        opens_own(&school, staff.curator, &[]).await;
        shows(&school, staff.curator, "Провести консультации");
        it_is(&school, "2026-09-22").await;
        let told = "Через 3 дня, в пятницу, 25 сентября\n1. Провести консультации";
        assert!(has(&school, staff.curator, told), "{}", school.chat(staff.curator));
    }

    /// On somebody else's row a curator is offered to give it to another, and nothing that would not be kept.
    async fn a_curator_gives_a_row_from_one_to_another(school: TestSchool) {
        let staff = staff(&school).await;
        let (curator, mentor, colleague) = (staff.curator, staff.mentor.0, staff.colleague.0);
        at_the_desk(&school, curator, &["Дорожная карта", "Готово: 1"]).await;
        let screen = school.screen(curator);
        assert!(!screen.contains("Напомнить позже") && !screen.contains("Не моя задача"), "{screen}");
        school.presses(curator, "Передать").await;
        shows(&school, curator, "Сейчас: Ёлкин П. А.");
        school.presses(curator, "Белова А. И. · 0").await;
        shows(&school, curator, "Теперь это делает Белова А. И.");
        opens_own(&school, mentor, &[]).await;
        assert!(!school.screen(mentor).contains("Провести консультации"), "{}", school.screen(mentor));
        opens_own(&school, colleague, &["Готово: 1"]).await;
        shows(&school, colleague, "Провести консультации");
        shows(&school, colleague, "Ёлкин П. А. (решение куратора) → Белова А. И.");
        it_is(&school, "2026-09-02").await;
        assert!(has(&school, colleague, "Куратор передал вам мероприятие «Провести консультации»"), "{}", school.chat(colleague));
        assert!(has(&school, mentor, "больше не за вами, теперь его делает Белова А. И."), "{}", school.chat(mentor));
    }

    /// What the morning says is true in the morning: the row has gone on to somebody else meanwhile.
    async fn a_row_that_went_on_is_not_announced(school: TestSchool) {
        let staff = staff(&school).await;
        given_to_colleague(&school, &staff).await;
        opens_own(&school, staff.colleague.0, &["Готово: 1", "Не моя задача", "Не моя роль"]).await;
        it_is(&school, "2026-09-02").await;
        assert!(!has(&school, staff.colleague.0, "Куратор передал вам"), "{}", school.chat(staff.colleague.0));
    }

    /// A promised day is a day on which this school is told something.
    async fn no_day_is_offered_on_which_nobody_is_reminded(school: TestSchool) {
        let staff = staff(&school).await;
        opens_own(&school, staff.mentor.0, &["Готово: 1", "Напомнить позже"]).await;
        shows(&school, staff.mentor.0, "[Завтра, 2 сентября]");
        at_the_desk(&school, staff.curator, &["Настройки", "Напоминания", "Дни недели", "✓ ср"]).await;
        opens_own(&school, staff.mentor.0, &["Готово: 1", "Напомнить позже"]).await;
        assert!(!school.screen(staff.mentor.0).contains("2 сентября"), "{}", school.screen(staff.mentor.0));
    }

    /// The curator's reason comes to whoever ticked the last item off.
    async fn a_checklist_is_opened_again_with_a_reason(school: TestSchool) {
        let staff = staff(&school).await;
        let director = ("Лаптева Ольга Викторовна", "директор");
        let (director, _) = hire(&school, staff.founded.organisation, director, &[Role::Director]).await;
        opens_own(&school, director, &["Готово: 1", "▫ 1", "Просто сделано", "▫ 2", "Просто сделано"]).await;
        at_the_desk(&school, staff.curator, &["Дорожная карта", "✓ 3", "Открыть снова"]).await;
        school.says(staff.curator, "Нет подписи в плане").await;
        shows(&school, staff.curator, "Открыто снова: Нет подписи в плане");
        it_is(&school, "2026-09-02").await;
        assert!(has(&school, director, "Причина: Нет подписи в плане"), "{}", school.chat(director));
        // A tick given and taken back does not hide it.
        opens_own(&school, director, &["Готово: 1", "▫ 1", "Просто сделано", "✓ 1"]).await;
        shows(&school, director, "Открыто снова: Нет подписи в плане");
    }

    /// A button ticks the item that it stood beside, or nothing.
    async fn a_rewritten_checklist_is_not_ticked_by_its_old_buttons(school: TestSchool) {
        let staff = staff(&school).await;
        let director = ("Лаптева Ольга Викторовна", "директор");
        let (director, _) = hire(&school, staff.founded.organisation, director, &[Role::Director]).await;
        opens_own(&school, director, &["Готово: 1", "▫ 2", "Просто сделано"]).await;
        shows(&school, director, "✓ 2. план работы");
        let organisation = staff.founded.organisation;
        write!(school, |tx| {
            let rows = activities::list(tx, organisation, SchoolYear(2026)).await?;
            let mut row = rows.into_iter().find(|row| row.position == 3).unwrap();
            row.items = ["приказ о парах", "приказ о кураторе", "план работы"].map(str::to_owned).to_vec();
            anyhow::ensure!(activities::save(tx, &row).await?);
            Ok(())
        });
        // It stood beside «приказ о кураторе», which is the second now.
        school.presses(director, "▫ 1").await;
        shows(&school, director, "приказ о кураторе");
        school.presses(director, "Просто сделано").await;
        shows(&school, director, "▫ 1. приказ о парах\n✓ 2. приказ о кураторе\n✓ 3. план работы");
        write!(school, |tx| {
            let rows = activities::list(tx, organisation, SchoolYear(2026)).await?;
            let mut row = rows.into_iter().find(|row| row.position == 3).unwrap();
            row.items = ["приказ о наставниках", "приказ о кураторе", "план работы"].map(str::to_owned).to_vec();
            anyhow::ensure!(activities::save(tx, &row).await?);
            Ok(())
        });
        school.presses(director, "▫ 1").await;
        let toast = school.sandbox.toasts(director).last().unwrap().text.clone();
        assert_eq!(toast, "Список пунктов изменился. Посмотрите ещё раз.");
        shows(&school, director, "▫ 1. приказ о наставниках");
    }

    /// Two curators decide at one moment: the first one's word holds, the second one is told.
    async fn the_second_of_two_curators_is_told(school: TestSchool) {
        let staff = staff(&school).await;
        opens_own(&school, staff.mentor.0, &["Готово: 1", "Не моя задача", "Не моя роль"]).await;
        at_the_desk(&school, staff.curator, &["Решить: 1", "Передать: 1"]).await;
        let (organisation, now, first) = (staff.founded.organisation, school.now(), staff.mentor.1);
        let other = school.app.db.write(move |tx| {
            async move {
                let said = handovers::list_open(tx, organisation).await?.remove(0);
                let kept = handovers::settle(tx, said.id, (first, first), now).await?;
                tokio::time::sleep(Duration::from_millis(700)).await;
                anyhow::ensure!(kept);
                Ok(())
            }
            .boxed()
        });
        let second = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            school.presses(staff.curator, "Белова А. И. · 0").await;
        };
        let (kept, ()) = futures::join!(other, second);
        kept.unwrap();
        assert!(!has(&school, staff.curator, "Теперь это делает"), "{}", school.chat(staff.curator));
        it_is(&school, "2026-09-02").await;
        assert!(!has(&school, staff.colleague.0, "Куратор передал вам"), "{}", school.chat(staff.colleague.0));
    }
}
