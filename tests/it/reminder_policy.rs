//! Who is told how often: one message a day, who answers for others, each zone's morning, each organisation's wishes.

use crate::cohort::{asks_all, count, sees, staffed};
use crate::founded::{decides, hire};
use crate::school::{TestSchool, stories};
use crate::staff_room::{SCHOOL, press_all, seat};
use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::{Asia, Europe, Tz};
use nastavnik::chat::Action;
use nastavnik::domain::consent::ConsentDecision::Withdrawn;
use nastavnik::domain::consent::ConsentKind::Publication;
use nastavnik::domain::ids::OccurrenceId;
use nastavnik::domain::notice::Notice;
use nastavnik::domain::people::Role;
use nastavnik::jobs;
use nastavnik::sandbox::UserId;
use nastavnik::store::{digest_lines, organisations, outbox, reminders};
use nastavnik::text::Letter;
use std::collections::BTreeMap;

const DOCUMENT: &str = include_str!("../data/road_map/lesnaya.txt");

fn at(day: &str, hour: u32) -> DateTime<Utc> {
    let day: chrono::NaiveDate = day.parse().unwrap();
    Europe::Moscow.from_local_datetime(&day.and_hms_opt(hour, 0, 0).unwrap()).unwrap().to_utc()
}

async fn it_is(school: &TestSchool, now: DateTime<Utc>) {
    school.clock.advance_to(now);
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

/// Every morning up to a day, as the bot lives through them.
async fn lives_until(school: &TestSchool, day: &str, hour: u32) {
    let end = at(day, hour);
    while let Some(due) = jobs::next_due(&school.app).await.unwrap().filter(|due| *due < end) {
        it_is(school, due).await;
    }
    it_is(school, end).await;
}

async fn loads_the_road_map(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
}

async fn people(school: &TestSchool) -> [UserId; 3] {
    let staff = seat(
        school,
        [
            ("Сомова Вера Ильинична", &[Role::Curator]),
            ("Лаптева Ольга Викторовна", &[Role::Director]),
            ("Ёлкин Пётр Андреевич", &[Role::Mentor]),
        ],
    )
    .await;
    for user in staff {
        school.says(user, "/start").await;
    }
    loads_the_road_map(school, staff[0]).await;
    staff
}

/// What was sent without being asked for: of each chat and day how many messages.
async fn unasked(school: &TestSchool) -> BTreeMap<(String, String), usize> {
    let mut db = school.app.db.read().await.unwrap();
    let mut sent = BTreeMap::new();
    for row in outbox::list(&mut db).await.unwrap() {
        let Ok(Letter::Notice(notice)) = serde_json::from_str(&row.letter) else { continue };
        if row.state != "sent" {
            continue;
        }
        assert!(notice.unasked().is_none(), "{notice:?} went alone");
        if matches!(notice, Notice::Digest { .. }) {
            let day = DateTime::from_timestamp_millis(row.ended_at.unwrap()).unwrap();
            let day = day.with_timezone(&Europe::Moscow).date_naive().to_string();
            *sent.entry((row.chat, day)).or_default() += 1;
        }
    }
    sent
}

async fn moves_to(school: &TestSchool, zone: Tz) {
    let now = school.now();
    let write = school.app.db.write(move |tx| {
        Box::pin(async move {
            let organisation = organisations::get(tx, SCHOOL).await?;
            organisations::save(tx, &organisations::Organisation { zone, ..organisation }, now).await?;
            reminders::look_again(tx, SCHOOL, now.with_timezone(&zone).date_naive()).await
        })
    });
    write.await.unwrap();
}

fn has(school: &TestSchool, user: UserId, words: &str) -> bool {
    school.chat(user).contains(words)
}

stories! {
    /// A full month with everything that happens in it: rows due, put off, handed over and decided on, pairs that agree,
    /// refuse and keep silent, a consent taken back. Nobody gets two messages a day without having asked.
    async fn a_month_brings_nobody_two_messages_a_day(school: TestSchool) {
        let staff = staffed(&school).await;
        let organisation = staff.seven.organisation;
        let director = ("Лаптева Ольга Викторовна", "директор");
        let (director, _) = hire(&school, organisation, director, &[Role::Director]).await;
        let (mentor, _) = hire(&school, organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
        loads_the_road_map(&school, staff.olga).await;
        asks_all(&school, &staff).await;
        for hour in [10, 15] {
            it_is(&school, at("2026-09-01", hour)).await;
        }
        school.presses(staff.petrov.0, "Согласен(на)").await;
        for day in 2..=30 {
            let day = format!("2026-09-{day:02}");
            it_is(&school, at(&day, 9)).await;
            match day.as_str() {
                "2026-09-02" => drop(school.presses(staff.kim.0, "Не сейчас").await),
                "2026-09-04" => decides(&school, staff.petrov.1, &[Publication], Withdrawn).await,
                "2026-09-16" => puts_off(&school, director, "В понедельник, 21 сентября").await,
                "2026-09-22" => says_not_mine(&school, mentor).await,
                "2026-09-23" => gives(&school, staff.olga, "Лаптева").await,
                _ => {}
            }
            for hour in [12, 18, 23] {
                it_is(&school, at(&day, hour)).await;
            }
        }
        let sent = unasked(&school).await;
        assert!(sent.len() > 8, "{sent:?}");
        assert!(sent.values().all(|count| *count == 1), "{sent:?}");
        sees(&school, staff.olga, "отказ наставляемого");
        sees(&school, staff.olga, "Ответа не дождались, вопрос закрыт: Иванова М. П. → Петров И. С.");
        sees(&school, staff.ivanova.0, "Напоминаю: вы ещё не ответили");
        // What was put off came on its day, what was handed over reached whoever has it now, the desk was told once.
        let digests = |user, day: &str| sent.get(&(crate::founded::address(user), day.to_owned())).copied();
        assert_eq!((digests(director, "2026-09-18"), digests(director, "2026-09-21")), (None, Some(1)), "{sent:?}");
        sees(&school, staff.olga, "Ждёт вашего решения 1 вопрос.");
        assert_eq!(count(&school, staff.olga, "Ёлкин П. А.: не моя задача"), 1, "{}", school.chat(staff.olga));
        sees(&school, director, "Куратор передал вам мероприятие «Провести встречи пар»");
        sees(&school, mentor, "больше не за вами, теперь его делает Лаптева О. В.");
        assert_eq!(digests(mentor, "2026-09-28"), None, "it is not theirs any more: {sent:?}");
        assert_eq!(digests(director, "2026-09-28"), Some(1), "{sent:?}");
    }

    /// Who does it, then the curator, then the director, each on their day, and every step is on the card.
    async fn what_is_late_goes_up_step_by_step(school: TestSchool) {
        let [curator, director, mentor] = people(&school).await;
        lives_until(&school, "2026-10-12", 8).await;
        assert!(!has(&school, curator, "Просрочено, хотя"), "{}", school.chat(curator));
        lives_until(&school, "2026-10-12", 10).await;
        let told = school.last(curator).text.replace('\u{a0}', " ");
        assert!(told.contains("Просрочено:"), "{told}");
        assert!(told.contains("Провести встречи пар — просрочено на 12 дней. Напоминаний: 3. Ответственные: Ёлкин П. А."), "{told}");
        assert!(!has(&school, director, "Всё ещё не сделано"), "the director's turn comes later");
        // «До 30.10.2026» is the curator's own row: the director hears of it three weeks after its day.
        lives_until(&school, "2026-11-20", 10).await;
        let told = school.last(director).text.replace('\u{a0}', " ");
        assert!(told.contains("Всё ещё не сделано. Ответственные и куратор об этом знают"), "{told}");
        assert!(told.contains("Собрать анкеты наставников — просрочено на 21 день. Напоминаний: 5. Ответственные: Сомова В. И."), "{told}");
        assert!(!has(&school, mentor, "Всё ещё не сделано"));
        let monthly = late_of(&school, mentor);
        let open = Action::OccurrenceOpen { occurrence: monthly }.encode(0);
        school.sandbox.press(mentor, school.last(mentor).id, &open);
        school.settle().await;
        let card = school.screen(mentor);
        assert!(card.contains("Что уже было"), "{card}");
        assert!(card.contains("28 сентября: напоминание — Ёлкин П. А."), "{card}");
        assert!(card.contains("7 октября: напоминание о просрочке — Ёлкин П. А."), "{card}");
        assert!(card.contains("12 октября: сообщение куратору о просрочке — Сомова В. И."), "{card}");
    }

    async fn each_zone_has_its_own_morning(school: TestSchool) {
        let [_, director, _] = people(&school).await;
        moves_to(&school, Asia::Vladivostok).await;
        let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        it_is(&school, utc("2026-09-15T22:59:00Z")).await;
        assert!(!has(&school, director, "Напоминаю:"), "8:59 in Vladivostok");
        it_is(&school, utc("2026-09-15T23:00:00Z")).await;
        assert!(has(&school, director, "Через 14 дней, в среду, 30 сентября"), "{}", school.chat(director));
        // The school moves: the next mark comes with Kaliningrad's morning.
        moves_to(&school, Europe::Kaliningrad).await;
        it_is(&school, utc("2026-09-28T06:59:00Z")).await;
        assert!(!has(&school, director, "Через 2 дня"), "{}", school.chat(director));
        it_is(&school, utc("2026-09-28T07:00:00Z")).await;
        assert!(has(&school, director, "Через 2 дня"), "{}", school.chat(director));
    }

    async fn the_curator_chooses_how_people_are_reminded(school: TestSchool) {
        let [curator, director, mentor] = people(&school).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Настройки", "Напоминания"]).await;
        let shown = school.screen(curator);
        assert!(shown.contains("Как часто: как обычно") && shown.contains("Во сколько: 9:00"), "{shown}");
        press_all(&school, curator, &["Как часто", "Только в день срока", "Во сколько", "14:00"]).await;
        let shown = school.screen(curator);
        assert!(shown.contains("Сохранено и уже действует."), "{shown}");
        assert!(shown.contains("Как часто: только в день срока") && shown.contains("Во сколько: 14:00"), "{shown}");
        press_all(&school, curator, &["Дни недели", "✓ пн"]).await;
        assert!(school.screen(curator).contains("[пн] [✓ вт]"), "{}", school.screen(curator));
        lives_until(&school, "2026-09-30", 13).await;
        assert!(!has(&school, director, "Напоминаю:"), "{}", school.chat(director));
        lives_until(&school, "2026-09-30", 14).await;
        assert!(has(&school, director, "Сегодня"), "{}", school.chat(director));
        assert!(has(&school, mentor, "Сегодня"), "{}", school.chat(mentor));
        lives_until(&school, "2026-10-09", 18).await;
        assert_eq!(school.chat(director).matches("Напоминаю:").count(), 1, "{}", school.chat(director));
    }

    /// What a plan that has no day asks for, without a day being made up.
    async fn rows_without_a_day_have_a_quiet_line(school: TestSchool) {
        let [curator, ..] = people(&school).await;
        lives_until(&school, "2026-12-01", 10).await;
        let told = school.last(curator).text;
        assert!(told.contains("идут без точного срока"), "{told}");
        assert!(told.contains("Консультировать молодых коллег"), "{told}");
        assert_eq!(school.chat(curator).matches("идут без точного срока").count(), 1);
    }

    /// The bot stands still for three weeks: the curator hears of all that was missed in one message.
    async fn what_was_missed_is_told_in_one_message(mut school: TestSchool) {
        let [curator, director, _] = people(&school).await;
        lives_until(&school, "2026-09-16", 12).await;
        school.restarts().await;
        it_is(&school, at("2026-10-20", 9)).await;
        let told = school.chat(curator);
        assert_eq!(told.matches("отправлять их уже поздно").count(), 1, "{told}");
        assert!(told.contains("▫ Подготовить документы — просрочено на 20 дней"), "{told}");
        it_is(&school, at("2026-10-20", 12)).await;
        it_is(&school, at("2026-10-21", 9)).await;
        assert_eq!(school.chat(curator).matches("отправлять их уже поздно").count(), 1, "{}", school.chat(curator));
        assert_eq!(school.chat(director).matches("Напоминаю:").count(), 1, "{}", school.chat(director));
        let mut db = school.app.db.read().await.unwrap();
        let first = digest_lines::steps(&mut db, late_of(&school, director)).await.unwrap();
        let missed: Vec<&str> = first.iter().filter(|step| step.line.kind.code() == "missed").map(|step| step.line.mark.as_str()).collect();
        assert_eq!(missed, ["before_3", "today", "overdue_1", "overdue_7", "curator_10"], "each is on record");
    }
}

/// «Напомнить позже», straight from the morning's message.
async fn puts_off(school: &TestSchool, user: UserId, day: &str) {
    press_all(school, user, &["Готово: 1", "Напомнить позже", day]).await;
}

async fn says_not_mine(school: &TestSchool, user: UserId) {
    school.says(user, "/menu").await;
    press_all(school, user, &["Мои мероприятия", "Готово: 1", "Не моя задача", "Не моя роль"]).await;
}

/// The curator gives the one row that waits to somebody with this surname.
async fn gives(school: &TestSchool, curator: UserId, surname: &str) {
    school.says(curator, "/menu").await;
    press_all(school, curator, &["Решить: 1", "Передать: 1"]).await;
    let buttons = school.last(curator).buttons.concat();
    let to = buttons.into_iter().find(|button| button.text.starts_with(surname)).unwrap();
    school.presses(curator, &to.text.replace('\u{a0}', " ")).await;
}

/// The occurrence of which somebody was reminded first.
fn late_of(school: &TestSchool, user: UserId) -> OccurrenceId {
    let messages = school.sandbox.messages(user);
    let data = messages
        .iter()
        .flat_map(|message| message.buttons.iter().flatten())
        .filter_map(|button| button.data.as_deref());
    let mut actions = data.filter_map(|data| Action::decode(data).map(|(_, action)| action));
    let found = actions.find_map(|action| match action {
        Action::OccurrenceDone { occurrence, .. } => Some(occurrence),
        _ => None,
    });
    found.unwrap()
}
