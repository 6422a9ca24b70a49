//! Reminders of the road map over days, weeks and a whole school year.

use crate::school::{TestSchool, stories};
use crate::staff_room::{SCHOOL, press_all, seat};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Moscow;
use nastavnik::domain::ids::PersonId;
use nastavnik::domain::people::{Person, Role};
use nastavnik::jobs;
use nastavnik::sandbox::{Fault, FaultKind, SeenMessage, UserId};
use nastavnik::store::people;

const DOCUMENT: &str = include_str!("../data/road_map/lesnaya.txt");

fn at(day: &str, hour: u32, minute: u32) -> DateTime<Utc> {
    let day: chrono::NaiveDate = day.parse().unwrap();
    let time = day.and_hms_opt(hour, minute, 0).unwrap();
    Moscow.from_local_datetime(&time).unwrap().to_utc()
}

/// The clock shows this at school, and the jobs have been asked twice what is due.
async fn it_is(school: &TestSchool, day: &str, hour: u32, minute: u32) {
    school.clock.advance_to(at(day, hour, minute));
    works(school).await;
}

async fn works(school: &TestSchool) {
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

/// What reminded somebody.
fn digests(school: &TestSchool, user: UserId) -> Vec<SeenMessage> {
    let from_bot = school.sandbox.messages(user).into_iter().filter(|message| message.from_bot);
    from_bot.filter(|message| is_digest(&message.text)).collect()
}

fn is_digest(text: &str) -> bool {
    text.contains("Напоминаю:") || text.contains("не подключены к боту") || text.contains("не ушл")
}

/// When, at school: «16.09 9:00».
fn times(messages: &[SeenMessage]) -> Vec<String> {
    let time = |message: &SeenMessage| message.date.with_timezone(&Moscow).format("%d.%m %-H:%M").to_string();
    messages.iter().map(time).collect()
}

async fn staff(school: &TestSchool) -> [UserId; 3] {
    let staff = seat(
        school,
        [
            ("Сомова Вера Ильинична", &[Role::Curator]),
            ("Лаптева Ольга Викторовна", &[Role::Director]),
            ("Ёлкин Пётр Андреевич", &[Role::Mentor]),
        ],
    )
    .await;
    let curator = staff[0];
    for user in staff {
        school.says(user, "/start").await;
    }
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
    staff
}

stories! {
    async fn a_year_brings_each_mark_once_in_working_hours(mut school: TestSchool) {
        let [curator, director, mentor] = staff(&school).await;
        let end = at("2027-08-31", 12, 0);
        let mut stops = 0;
        while let Some(due) = jobs::next_due(&school.app).await.unwrap().filter(|due| *due < end) {
            assert!(due > school.now() || stops == 0, "the clock must move: {due}");
            school.clock.advance_to(due);
            works(&school).await;
            stops += 1;
            if stops == 10 {
                school.restarts().await;
                works(&school).await;
            }
        }
        // «Сентябрь»: due on Wednesday the 30th; the third day before is a Sunday.
        assert_eq!(times(&digests(&school, director)), [
            "16.09 9:00", "28.09 9:00", "30.09 9:00", "01.10 9:00", "07.10 9:00",
        ]);
        // Each month has three marks: «до 30 сентября», «до 30 октября» with a weekend in between, …, «до 30 июня».
        let monthly = times(&digests(&school, mentor));
        assert_eq!(monthly[..6], [
            "28.09 9:00", "01.10 9:00", "07.10 9:00", "27.10 9:00", "02.11 9:00", "06.11 9:00",
        ]);
        // Ten months; both marks after the 31st of December fall on the first day after the holidays.
        assert_eq!(monthly.len(), 29, "{monthly:?}");
        // The curator has the first row, the second and the one of a stranger: several rows, one message a day.
        let mut days = times(&digests(&school, curator));
        assert_eq!(days.len(), 10, "{days:?}");
        days.dedup();
        assert_eq!(days.len(), 10, "two messages on one day");
        assert!(digests(&school, curator)[0].text.contains("2 мероприятия"), "{}", school.chat(curator));
    }

    async fn what_is_done_is_not_reminded_of(school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        it_is(&school, "2026-09-16", 9, 0).await;
        assert_eq!(digests(&school, director).len(), 1);
        let text = &digests(&school, director)[0].text;
        assert!(text.contains("Через 14 дней, в среду, 30 сентября"), "{text}");
        // Straight from the reminder.
        press_all(&school, director, &["Готово: 1", "Текст"]).await;
        school.says(director, "приказы подписаны").await;
        school.presses(director, "Да, выполнено").await;
        for day in ["2026-09-28", "2026-09-30", "2026-10-01"] {
            it_is(&school, day, 9, 0).await;
        }
        assert_eq!(digests(&school, director).len(), 1, "{}", school.chat(director));
        // The curator's other row goes on.
        assert!(digests(&school, curator).last().unwrap().text.contains("выставку"), "{}", school.chat(curator));
        // The old button tells when it was done.
        let old = digests(&school, director)[0].buttons[0][0].data.clone().unwrap();
        school.sandbox.press(director, digests(&school, director)[0].id, &old);
        school.settle().await;
        let toast = school.sandbox.toasts(director).last().unwrap().text.clone();
        assert_eq!(toast, "Уже отмечено 16 сентября в 9:00.");
    }

    /// The words are made when the message leaves: a row that was closed meanwhile is not spoken of.
    async fn a_reminder_that_waits_becomes_obsolete(school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        it_is(&school, "2026-09-16", 8, 59).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Готово: 1", "Текст"]).await;
        school.says(curator, "приказы подписаны").await;
        school.clock.advance_to(at("2026-09-16", 9, 0));
        jobs::run_due(&school.app).await.unwrap();
        school.presses(curator, "Да, выполнено").await;
        works(&school).await;
        assert!(digests(&school, director).is_empty(), "{}", school.chat(director));
    }

    /// I7: never in quiet hours, never on a day off, never before nine.
    async fn nobody_is_disturbed_at_night_or_on_a_day_off(school: TestSchool) {
        let [_, director, _] = staff(&school).await;
        it_is(&school, "2026-09-15", 9, 0).await;
        for (day, hour) in [("2026-09-16", 0), ("2026-09-16", 8), ("2026-09-16", 21), ("2026-09-16", 23)] {
            it_is(&school, day, hour, 30).await;
            assert!(digests(&school, director).is_empty(), "{day} {hour}:30");
        }
        // Late rather than never: the next morning.
        it_is(&school, "2026-09-17", 9, 0).await;
        assert_eq!(times(&digests(&school, director)), ["17.09 9:00"]);
        // Saturday and Sunday.
        it_is(&school, "2026-09-26", 10, 0).await;
        it_is(&school, "2026-09-27", 10, 0).await;
        assert_eq!(digests(&school, director).len(), 1);
    }

    /// F41: down over an hour, a day and three weeks: at most one message a day, and the rest is counted.
    async fn f41_after_an_outage_one_late_message_and_an_honest_count(mut school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        it_is(&school, "2026-09-15", 9, 0).await;
        // An hour late on the day itself.
        it_is(&school, "2026-09-16", 10, 7).await;
        assert_eq!(times(&digests(&school, director)), ["16.09 10:07"]);
        // A working day late: Monday's mark on Tuesday.
        it_is(&school, "2026-09-25", 9, 0).await;
        it_is(&school, "2026-09-29", 9, 0).await;
        let late = digests(&school, director);
        assert_eq!(times(&late)[1..], ["29.09 9:00"]);
        assert!(late[1].text.contains("Завтра, в среду, 30 сентября"), "{}", late[1].text);
        // Three weeks: the due day and both marks after it have passed.
        school.restarts().await;
        it_is(&school, "2026-10-20", 9, 0).await;
        it_is(&school, "2026-10-20", 9, 30).await;
        assert_eq!(digests(&school, director).len(), 2, "{}", school.chat(director));
        let told = digests(&school, curator).last().unwrap().clone();
        assert_eq!(times(std::slice::from_ref(&told)), ["20.10 9:00"]);
        assert!(told.text.contains("отправлять их уже поздно"), "{}", told.text);
    }

    /// F39: the clock goes forward and back again; nobody hears anything twice.
    async fn f39_a_clock_that_jumps_reminds_once(school: TestSchool) {
        let [_, director, _] = staff(&school).await;
        it_is(&school, "2026-09-16", 9, 0).await;
        // Another program on the same data whose clock is behind.
        let behind = std::sync::Arc::new(nastavnik::clock::PlayedClock::standing(at("2026-09-15", 9, 0)));
        let app = std::sync::Arc::new(nastavnik::app::App {
            clock: behind,
            db: school.app.db.clone(),
            messenger: school.app.messenger.clone(),
            me: school.app.me.clone(),
        });
        assert_eq!(jobs::queue_reminders::run(&app).await.unwrap(), jobs::queue_reminders::Report::default());
        works(&school).await;
        assert_eq!(digests(&school, director).len(), 1);
    }

    async fn colleagues_without_a_chat_are_named_to_the_curator(school: TestSchool) {
        let [curator, director, mentor] = staff(&school).await;
        let now = school.now();
        let far = Person {
            id: PersonId(77),
            organisation: SCHOOL,
            full_name: "Рыбин Олег Олегович".to_owned(),
            position: String::new(),
            roles: vec![Role::Mentor],
        };
        let write = school.app.db.write(move |tx| Box::pin(async move { people::insert(tx, &far, now).await }));
        write.await.unwrap();
        // And the director stops the bot.
        school.sandbox.block_bot(director);
        school.settle().await;
        it_is(&school, "2026-09-28", 9, 0).await;
        assert_eq!(digests(&school, mentor).len(), 1);
        let text = digests(&school, curator).last().unwrap().text.clone();
        assert!(text.contains("не подключены к боту"), "{text}");
        assert!(text.contains("Рыбин\u{a0}О.\u{a0}О.: Провести встречи пар — через 2 дня"), "{text}");
        assert!(text.contains("Лаптева\u{a0}О.\u{a0}В.: Подготовить документы"), "{text}");
        assert!(!text.contains("Ёлкин"), "{text}");
    }

    /// I7: nothing could be sent all day long; the next morning brings what the day before owed.
    async fn a_messenger_that_is_down_all_day_is_made_up_for(school: TestSchool) {
        let [_, director, _] = staff(&school).await;
        it_is(&school, "2026-09-15", 9, 0).await;
        let down = Fault {
            method: Some("sendMessage".to_owned()),
            chat: None,
            times: 2,
            kind: FaultKind::TooManyRequests { retry_after: 12 * 60 * 60 },
        };
        school.sandbox.fail_next(down);
        it_is(&school, "2026-09-16", 9, 0).await;
        it_is(&school, "2026-09-16", 23, 0).await;
        assert!(digests(&school, director).is_empty(), "{}", school.chat(director));
        it_is(&school, "2026-09-17", 9, 0).await;
        let late = digests(&school, director);
        assert_eq!(times(&late), ["17.09 9:00"]);
        assert!(late[0].text.contains("Через 13 дней, в среду, 30 сентября"), "{}", late[0].text);
    }

    /// I7: a messenger that is down in the morning gets the reminder when it is back, the same day.
    async fn a_messenger_that_is_down_delays_but_loses_nothing(school: TestSchool) {
        let [_, director, _] = staff(&school).await;
        let down = Fault { method: Some("sendMessage".to_owned()), chat: None, times: 2, kind: FaultKind::ResetBefore };
        school.sandbox.fail_next(down);
        it_is(&school, "2026-09-16", 9, 0).await;
        assert!(digests(&school, director).is_empty(), "{}", school.chat(director));
        school.advance(TimeDelta::minutes(2)).await;
        assert_eq!(times(&digests(&school, director)), ["16.09 9:02"]);
    }
}
