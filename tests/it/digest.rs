//! The one message a day: what fits into it, what is kept for the next one, and what the record says was told.

use crate::founded::{rows_to, write};
use crate::school::{TestSchool, stories};
use crate::staff_room::{SCHOOL, seat};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use nastavnik::domain::consent::{ConsentDecision, ConsentKind};
use nastavnik::domain::ids::{ActivityId, HandoverId, OccurrenceId, OrganisationId, PairId, PersonId};
use nastavnik::domain::pair::Pair;
use nastavnik::domain::people::{OrganisationKind, Person, Role};
use nastavnik::domain::reminder::{DigestLine, LineEnd, LineKind, ReminderSettings};
use nastavnik::domain::roadmap::activity::{Activity, TermChoice};
use nastavnik::domain::roadmap::duty::Duty;
use nastavnik::domain::roadmap::handover::{Handover, HandoverReason};
use nastavnik::domain::roadmap::occurrences::DueOccurrence;
use nastavnik::domain::roadmap::replan::Replan;
use nastavnik::domain::roadmap::responsible::ResponsibleRole;
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::jobs;
use nastavnik::sandbox::{SeenMessage, UserId};
use nastavnik::store::organisations::Organisation;
use nastavnik::store::{
    Engine, activities, digest_lines, handovers, occurrences, organisations, outbox, pairs, people, reminder_settings,
    reminders,
};

/// A morning on which the message of the day goes out: Tuesday, 15 September 2026, 9:00 in Moscow.
const MORNING: &str = "2026-09-15T06:00:00Z";
/// Telegram's limit, in UTF-16 units.
const LIMIT: usize = 4_096;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A row of the road map; `number` is its identifier and place.
fn row(number: i64, (heading, term): (&str, &str), roles: &[ResponsibleRole]) -> Activity {
    Activity {
        id: ActivityId(number),
        organisation: SCHOOL,
        school_year: SchoolYear(2026),
        position: u32::try_from(number).unwrap(),
        stage: String::new(),
        heading: heading.to_owned(),
        activity: heading.to_owned(),
        items: Vec::new(),
        term_text: term.to_owned(),
        term_own: String::new(),
        term_choice: TermChoice::AsRead,
        responsible_text: String::new(),
        duty: Duty { roles: roles.to_vec(), ..Duty::default() },
        result: String::new(),
        version: 1,
    }
}

/// Puts a row into the road map; with a day, its one occurrence.
async fn plans(school: &TestSchool, row: Activity, due: Option<NaiveDate>) -> Option<OccurrenceId> {
    let (id, now) = (row.id, school.now());
    let today = now.with_timezone(&chrono_tz::Europe::Moscow).date_naive();
    write!(school, |tx| {
        activities::insert(tx, &row).await?;
        let add: Vec<_> =
            due.into_iter().map(|due| DueOccurrence { official_due: due, due, window_start: None }).collect();
        occurrences::apply(tx, (&row, None), &Replan { add, ..Replan::default() }, (today, now)).await
    });
    let open = occurrences::list_of(&mut school.app.db.read().await.unwrap(), id).await.unwrap();
    open.first().map(|one| one.id)
}

/// What was to be told yesterday and was not.
async fn owes(school: &TestSchool, person: PersonId, lines: Vec<(LineKind, i64, String)>) {
    let now = school.now();
    let line = |(kind, subject, mark)| {
        let line = DigestLine { person, kind, subject, mark, owed_on: day("2026-09-14") };
        (SCHOOL, line, now)
    };
    let lines: Vec<(_, _, DateTime<Utc>)> = lines.into_iter().map(line).collect();
    write!(school, |tx| digest_lines::insert_many(tx, &lines, now).await);
}

/// The morning of the day, and what follows from it.
async fn morning(school: &TestSchool, days_later: i64) {
    let morning: DateTime<Utc> = MORNING.parse().unwrap();
    school.clock.advance_to(morning + TimeDelta::days(days_later));
    jobs::run_due(&school.app).await.unwrap();
    school.settle().await;
}

fn from_bot(school: &TestSchool, user: UserId) -> Vec<SeenMessage> {
    school.sandbox.messages(user).into_iter().filter(|message| message.from_bot).collect()
}

/// How the lines about one occurrence ended.
async fn ends(school: &TestSchool, one: OccurrenceId) -> Vec<(PersonId, LineKind, Option<LineEnd>)> {
    let steps = digest_lines::steps(&mut school.app.db.read().await.unwrap(), one).await.unwrap();
    steps.into_iter().map(|step| (step.line.person, step.line.kind, step.end.map(|(_, end)| end))).collect()
}

fn person(id: i64, full_name: &str, roles: &[Role]) -> Person {
    Person {
        id: PersonId(id),
        organisation: SCHOOL,
        full_name: full_name.to_owned(),
        position: "учитель".to_owned(),
        roles: roles.to_vec(),
    }
}

async fn hires(school: &TestSchool, person: Person) {
    let now = school.now();
    write!(school, |tx| people::insert(tx, &person, now).await);
}

async fn says_not_mine(school: &TestSchool, (person, reason): (PersonId, HandoverReason), row: i64) -> HandoverId {
    let now = school.now();
    let said = Handover {
        id: HandoverId(0),
        organisation: SCHOOL,
        activity: ActivityId(row),
        occurrence: None,
        person,
        reason,
        given_to: None,
    };
    write!(school, |tx| handovers::insert(tx, &said, now).await)
}

const CURATOR: PersonId = PersonId(1);
const DIRECTOR: PersonId = PersonId(2);
const MENTOR: PersonId = PersonId(3);

async fn staff(school: &TestSchool) -> [UserId; 3] {
    let staff = seat(
        school,
        [
            ("Сомова Вера Ильинична", &[Role::Curator]),
            ("Лаптева Ольга Викторовна", &[Role::Director]),
            ("Ёлкин Пётр Андреевич", &[Role::Mentor]),
        ],
    );
    let staff = staff.await;
    for user in staff {
        school.says(user, "/start").await;
    }
    staff
}

/// A row of the mentors that is late since the 10th.
async fn mentors_row(school: &TestSchool, number: i64) -> OccurrenceId {
    let row = row(number, ("Встречи пар", "до 10 сентября"), &[ResponsibleRole::Mentors]);
    plans(school, row, Some(day("2026-09-10"))).await.unwrap()
}

/// The curator gives a row to somebody.
async fn gives(school: &TestSchool, handover: HandoverId, to: PersonId) {
    let now = school.now();
    write!(school, |tx| handovers::settle(tx, handover, (to, CURATOR), now).await);
}

/// Another school, with a row of its own.
async fn second_school(school: &TestSchool) {
    let id = OrganisationId(2);
    let now = school.now();
    let second = Organisation {
        id,
        name: "Школа № 2".to_owned(),
        kind: OrganisationKind::School,
        zone: chrono_tz::Europe::Moscow,
        school_year: SchoolYear(2026),
        channel: String::new(),
        channel_title: String::new(),
    };
    let people = [(900, "Кузнецова Инна Олеговна"), (901, "Белова Анна Ильинична")];
    let people =
        people.map(|(id, name)| Person { organisation: OrganisationId(2), ..person(id, name, &[Role::Curator]) });
    let row = Activity {
        organisation: id, ..row(900, ("Встречи пар", "до 10 сентября"), &[ResponsibleRole::Mentors])
    };
    write!(school, |tx| {
        organisations::save(tx, &second, now).await?;
        for person in people {
            people::insert(tx, &person, now).await?;
        }
        activities::insert(tx, &row).await
    });
}

/// Writes what the program never would.
async fn breaks(school: &TestSchool, statements: &'static [&'static str]) {
    write!(school, |tx| {
        for sql in statements {
            sqlx::query(*sql).execute(&mut **tx).await?;
        }
        Ok(())
    });
}

/// Puts a pair to both two days before the morning.
async fn asks_pair(school: &TestSchool, organisation: OrganisationId, (mentor, mentee): (PersonId, PersonId)) {
    let now = school.now();
    let pair = Pair::propose(PairId(mentor.0), mentor, mentee, day("2026-09-13"));
    write!(school, |tx| pairs::insert(tx, (organisation, SchoolYear(2026)), (&pair, &[]), now).await);
}

/// How many lines wait to be told to somebody.
async fn lines_for(school: &TestSchool, person: PersonId) -> usize {
    digest_lines::list_for(&mut school.app.db.read().await.unwrap(), person, day("2030-01-01")).await.unwrap().len()
}

/// More of everything than one message can hold.
async fn everything_at_once(school: &TestSchool) -> UserId {
    let [curator] = seat(school, [("Сомова Вера Ильинична", &[Role::Curator, Role::Director])]).await;
    school.says(curator, "/start").await;
    let heading = "Длинное мероприятие дорожной карты наставничества ".repeat(6);
    for number in 0..12 {
        let surname = format!("{}{number}", "Константинопольская".repeat(4));
        hires(school, person(100 + number, &format!("{surname} Александра Владимировна"), &[Role::Mentor])).await;
    }
    let late = [LineKind::Reminder, LineKind::Unconnected, LineKind::LateForCurator, LineKind::LateForDirector];
    let mut lines = Vec::new();
    for number in 1..=12 {
        let roles = [ResponsibleRole::Mentors, ResponsibleRole::Curator];
        let dated = row(number, (&heading, "до 10 сентября"), &roles);
        let one = plans(school, dated, Some(day("2026-09-10"))).await.unwrap();
        for kind in late.into_iter().chain([LineKind::Missed]) {
            lines.push((kind, one.0, "overdue_1".to_owned()));
        }
        for (id, term) in
            [(100 + number, "в течение учебного года"), (200 + number, "ежегодно, по плану СКИРО ПК и ПРО")]
        {
            plans(school, row(id, (&heading, term), &[ResponsibleRole::Curator]), None).await;
            lines.push((LineKind::Standing, id, "2026-09-14".to_owned()));
        }
        says_not_mine(school, (PersonId(99 + number), HandoverReason::NotMyRole), number).await;
        crate::founded::decides(school, PersonId(99 + number), &[ConsentKind::Publication], ConsentDecision::Withdrawn)
            .await;
        lines.push((LineKind::ConsentWithdrawn, 99 + number, "publication x".to_owned()));
    }
    lines.push((LineKind::Desk, CURATOR.0, "2026-09-14 desk".to_owned()));
    lines.push((LineKind::NewYear, 2027, "2026-09-14".to_owned()));
    owes(school, CURATOR, lines).await;
    curator
}

stories! {
    /// Telegram refuses longer messages, so one that does not fit would be refused every morning.
    async fn everything_at_once_fits_into_one_message(school: TestSchool) {
        let curator = everything_at_once(&school).await;
        let before = from_bot(&school, curator).len();
        morning(&school, 0).await;
        let said = from_bot(&school, curator);
        let rows = rows_to(&school, curator).await;
        let why = rows.last().map(|row| (row.state.as_str(), row.reason.as_str()));
        assert_eq!(said.len(), before + 1, "{why:?}");
        let text = &said[before].text;
        assert!(text.encode_utf16().count() <= LIMIT, "{}", text.encode_utf16().count());
        for part in ["Напоминаю: за вами 12 мероприятий", "Просрочено", "не подключены", "поздно", "отозвано"] {
            assert!(text.contains(part), "«{part}» is not in\n{text}");
        }
        // What a part does not name is counted.
        assert!(text.contains("И ещё"), "{text}");
        // The news without room come on the next mornings, and nothing is said twice.
        for later in 1..=3 {
            morning(&school, later).await;
        }
        let told: String = from_bot(&school, curator)[before..].iter().map(|message| message.text.as_str()).collect();
        assert!(told.contains("Ждут вашего решения 12 вопросов"), "{}", school.chat(curator));
        for number in 0..12 {
            let name = format!("Константинопольская{number} Александра Владимировна");
            assert_eq!(told.matches(&name).count(), 1, "{number}: {}", school.chat(curator));
        }
    }

    /// What is somebody else's by now, or needless, was not told, whatever the message said beside it.
    async fn only_what_the_message_said_counts_as_told(school: TestSchool) {
        let [curator, director, mentor] = staff(&school).await;
        let (given_away, kept) = (mentors_row(&school, 1).await, mentors_row(&school, 2).await);
        let handover = says_not_mine(&school, (MENTOR, HandoverReason::NotMyRole), 1).await;
        gives(&school, handover, DIRECTOR).await;
        for person in [MENTOR, CURATOR] {
            let kind = if person == MENTOR { LineKind::Reminder } else { LineKind::Unconnected };
            let mark = || "overdue_1".to_owned();
            owes(&school, person, vec![(kind, given_away.0, mark()), (kind, kept.0, mark())]).await;
        }
        // The curator hears of something else.
        let line = (LineKind::LateForCurator, kept.0, "curator_10".to_owned());
        owes(&school, CURATOR, vec![line]).await;
        morning(&school, 0).await;
        assert!(school.screen(mentor).contains("Напоминаю: за вами 1 мероприятие"), "{}", school.chat(mentor));
        assert!(school.screen(curator).contains("Просрочено"), "{}", school.chat(curator));
        let told = |person, kind| (person, kind, Some(LineEnd::Told));
        let settled = |person, kind| (person, kind, Some(LineEnd::Settled));
        assert_eq!(
            ends(&school, given_away).await[..2],
            [settled(MENTOR, LineKind::Reminder), settled(CURATOR, LineKind::Unconnected)]
        );
        assert_eq!(
            ends(&school, kept).await[..3],
            [
                told(MENTOR, LineKind::Reminder),
                settled(CURATOR, LineKind::Unconnected),
                told(CURATOR, LineKind::LateForCurator),
            ]
        );
        assert!(from_bot(&school, director).len() < 3);
    }

    /// A message that was not sent, because all of it was settled before it left, is not counted as sent.
    async fn what_was_settled_is_not_called_sent(school: TestSchool) {
        let [_, _, mentor] = staff(&school).await;
        let given_away = mentors_row(&school, 1).await;
        let handover = says_not_mine(&school, (MENTOR, HandoverReason::NotMyRole), 1).await;
        gives(&school, handover, DIRECTOR).await;
        owes(&school, MENTOR, vec![(LineKind::Reminder, given_away.0, "before_3".to_owned())]).await;
        let before = school.now();
        morning(&school, 0).await;
        let ended = outbox::count_ended(&mut school.app.db.read().await.unwrap(), (before, school.now())).await.unwrap();
        assert_eq!(ended.iter().find(|(state, _)| state == "obsolete"), Some(&("obsolete".to_owned(), 1)), "{ended:?}");
        assert!(!school.chat(mentor).contains("Напоминаю"));
    }

    /// A row that was given to somebody without a chat: the curator is the only one who can tell them.
    async fn a_new_owner_without_a_chat_is_named(school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        hires(&school, person(77, "Рыбин Олег Олегович", &[])).await;
        let one = mentors_row(&school, 1).await;
        let handover = says_not_mine(&school, (MENTOR, HandoverReason::NotMyRole), 1).await;
        gives(&school, handover, PersonId(77)).await;
        owes(&school, CURATOR, vec![(LineKind::Unconnected, one.0, "overdue_1".to_owned())]).await;
        owes(&school, DIRECTOR, vec![(LineKind::LateForDirector, one.0, "director_21".to_owned())]).await;
        morning(&school, 0).await;
        let said = school.screen(curator);
        assert!(said.contains("не подключены к боту") && said.contains("Рыбин О. О.: Встречи пар"), "{said}");
        let said = school.screen(director);
        assert!(said.contains("Рыбин О. О.") && !said.contains("Ёлкин"), "{said}");
    }

    /// The last step of the ladder leads to nobody: the record shows it, and the curator hears of it.
    async fn a_director_without_a_chat_is_known_to_the_curator(school: TestSchool) {
        let [curator, director, _] = staff(&school).await;
        school.sandbox.block_bot(director);
        school.settle().await;
        let due = day("2026-09-01");
        let one = plans(&school, row(1, ("Встречи пар", "до 1 сентября"), &[ResponsibleRole::Mentors]), Some(due)).await;
        let one = one.unwrap();
        for later in 0..=8 {
            morning(&school, later).await;
        }
        let all = ends(&school, one).await;
        let told = (CURATOR, LineKind::Unconnected, Some(LineEnd::Told));
        let lost = (DIRECTOR, LineKind::LateForDirector, Some(LineEnd::Unreachable));
        assert!(all.contains(&told) && all.contains(&lost), "{all:?}");
        assert!(school.chat(curator).contains("Лаптева О. В.: Встречи пар"), "{}", school.chat(curator));
    }

    /// One record that cannot be read concerns one organisation, and only that record of it.
    async fn an_unreadable_record_silences_nobody_else(school: TestSchool) {
        let [curator, _, mentor] = staff(&school).await;
        let one = mentors_row(&school, 1).await;
        owes(&school, MENTOR, vec![(LineKind::Reminder, one.0, "overdue_1".to_owned())]).await;
        mentors_row(&school, 2).await;
        says_not_mine(&school, (MENTOR, HandoverReason::OnLeave), 2).await;
        second_school(&school).await;
        breaks(&school, &[
            "INSERT INTO calendars (organisation, settings, version, updated_at) VALUES (2, '{', 1, 0)",
            "INSERT INTO occurrences (id, activity, organisation, official_due, due, state)
             VALUES (901, 900, 2, 'never', '2026-09-10', 'open')",
            "INSERT INTO occurrences (id, activity, organisation, official_due, due, state)
             VALUES (902, 900, 2, '2026-09-09', '2026-09-09', 'open')",
            "INSERT INTO wakings (occurrence, organisation, remind_at, reminded_on)
             SELECT id, organisation, 0, '' FROM occurrences WHERE id IN (901, 902)",
            "INSERT INTO digest_lines (id, organisation, person, kind, subject, mark, owed_on, deliver_at)
             VALUES (903, 2, 900, 'gossip', 1, '', '2026-09-14', 1)",
            "INSERT INTO digest_lines (id, organisation, person, kind, subject, mark, owed_on, deliver_at)
             VALUES (904, 2, 900, 'reminder', 902, 'today', '2026-09-14', 1)",
            "INSERT INTO handovers (id, organisation, activity, person, reason, said_at)
             VALUES (905, 2, 900, 900, 'bored', 0)",
            "INSERT INTO doubts (id, organisation, occurrence, kind, finding, ask_from)
             VALUES (906, 2, 902, 'close', '{', '2026-09-01')",
            "INSERT INTO pairs (id, organisation, school_year, mentor, mentee, state, pair, created_at, updated_at)
             VALUES (907, 2, 2026, 900, 900, 'proposed', '{', 0, 0)",
            // Nor is the rest of its own organisation.
            "INSERT INTO pairs (id, organisation, school_year, mentor, mentee, state, pair, created_at, updated_at)
             VALUES (910, 1, 2026, 3, 3, 'proposed', '{', 0, 0)",
            "INSERT INTO digest_lines (id, organisation, person, kind, subject, mark, owed_on, deliver_at)
             VALUES (911, 1, 3, 'pair_nudged', 910, 'mentor x', '2026-09-14', 1)",
            "INSERT INTO digest_lines (id, organisation, person, kind, subject, mark, owed_on, deliver_at)
             VALUES (908, 1, 3, 'gossip', 1, '', '2026-09-14', 1)",
            "INSERT INTO handovers (id, organisation, activity, person, reason, said_at)
             VALUES (909, 1, 1, 1, 'bored', 0)",
        ])
        .await;
        for later in 0..2 {
            morning(&school, later).await;
        }
        assert!(school.chat(mentor).contains("Встречи пар"), "{}", school.chat(mentor));
        assert!(school.chat(curator).contains("Ждёт вашего решения 1 вопрос"), "{}", school.chat(curator));
    }

    async fn one_organisations_pairs_do_not_hold_up_the_others(school: TestSchool) {
        let [_, _, mentor] = staff(&school).await;
        second_school(&school).await;
        asks_pair(&school, SCHOOL, (MENTOR, DIRECTOR)).await;
        asks_pair(&school, OrganisationId(2), (PersonId(900), PersonId(901))).await;
        breaks(&school, &["UPDATE organisations SET zone = 'Mars/Olympus' WHERE id = 2"]).await;
        morning(&school, 0).await;
        assert!(school.chat(mentor).contains("Напоминаю"), "{}", school.chat(mentor));
    }

    /// An organisation whose message goes out at eight is nudged at eight, not a day later.
    async fn silence_is_told_at_the_organisations_own_hour(school: TestSchool) {
        let [_, _, mentor] = staff(&school).await;
        let wishes = ReminderSettings { hour: 8, ..ReminderSettings::default() };
        write!(school, |tx| reminder_settings::save(tx, SCHOOL, &wishes).await);
        asks_pair(&school, SCHOOL, (MENTOR, DIRECTOR)).await;
        let due = jobs::next_due(&school.app).await.unwrap().unwrap();
        assert_eq!(due.to_string(), "2026-09-15 05:00:00 UTC");
        school.clock.advance_to(due);
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
        assert!(school.chat(mentor).contains("Напоминаю"), "{}", school.chat(mentor));
        // Who wants nothing before ten hears nothing before ten.
        let late = ReminderSettings { hour: 10, ..wishes };
        write!(school, |tx| reminder_settings::save(tx, SCHOOL, &late).await);
        school.clock.advance_to("2026-09-17T06:30:00Z".parse().unwrap());
        jobs::run_due(&school.app).await.unwrap();
        assert_eq!(lines_for(&school, CURATOR).await, 0);
        school.clock.advance_to("2026-09-17T07:00:00Z".parse().unwrap());
        jobs::run_due(&school.app).await.unwrap();
        assert_eq!(lines_for(&school, CURATOR).await, 1);
    }

    /// The list under a message about others' late rows is of those rows, each with its card; a director may look.
    async fn the_list_under_late_rows_is_of_those_rows(school: TestSchool) {
        let [curator, director, mentor] = staff(&school).await;
        let (late, unsaid) = (mentors_row(&school, 1).await, mentors_row(&school, 2).await);
        owes(&school, CURATOR, vec![(LineKind::LateForCurator, late.0, "curator_10".to_owned())]).await;
        owes(&school, DIRECTOR, vec![(LineKind::LateForDirector, late.0, "director_21".to_owned())]).await;
        owes(&school, MENTOR, vec![(LineKind::Reminder, unsaid.0, "overdue_1".to_owned())]).await;
        morning(&school, 0).await;
        for (user, can_close) in [(curator, true), (director, false)] {
            assert!(school.screen(user).contains("Встречи пар"), "{}", school.chat(user));
            school.presses(user, "Открыть список").await;
            let list = school.screen(user);
            assert_eq!(list.matches("Встречи пар").count(), 1, "{list}");
            school.presses(user, "Открыть: 1").await;
            let card = school.screen(user);
            for words in ["Встречи пар", "просрочено на 5 дней", "Ёлкин П. А.", "← Назад"] {
                assert!(card.contains(words), "«{words}» is not in\n{card}");
            }
            assert_eq!(card.contains("[Выполнено]"), can_close, "{card}");
            school.presses(user, "← Назад").await;
            assert_eq!(school.screen(user), list);
        }
        // Nobody else sees them.
        let (message, list) = school.last(director).buttons.concat().into_iter().find_map(|one| Some((one.text.clone(), one.data?))).unwrap();
        assert!(message.starts_with("Открыть"), "{message}");
        let (_, action) = list.split_once('.').unwrap();
        school.says(mentor, "/menu").await;
        let at = school.last(mentor).id;
        school.sandbox.press(mentor, at, &format!("0.{action}"));
        school.settle().await;
        assert!(!school.screen(mentor).contains("Ответственные: "), "{}", school.chat(mentor));
        // What is done is late no more.
        school.presses(curator, "Открыть: 1").await;
        for label in ["Выполнено", "Просто сделано"] {
            school.presses(curator, label).await;
        }
        school.presses(director, "Открыть список").await;
        assert!(school.screen(director).contains("Просроченного нет"), "{}", school.chat(director));
    }

    /// Own rows and others' late ones in one message: each list is one press away.
    async fn own_rows_and_late_ones_have_lists_of_their_own(school: TestSchool) {
        let [curator, _, _] = staff(&school).await;
        let late = mentors_row(&school, 1).await;
        let own = plans(&school, row(2, ("Собрать анкеты", "до 20 сентября"), &[ResponsibleRole::Curator]), Some(day("2026-09-20")));
        let own = own.await.unwrap();
        owes(&school, CURATOR, vec![
            (LineKind::Reminder, own.0, "before_3".to_owned()),
            (LineKind::LateForCurator, late.0, "curator_10".to_owned()),
        ]).await;
        morning(&school, 0).await;
        assert!(school.screen(curator).contains("[Открыть список] [Просрочено: 1]"), "{}", school.chat(curator));
        school.presses(curator, "Просрочено: 1").await;
        assert!(school.screen(curator).contains("Встречи пар"), "{}", school.chat(curator));
        // What was told earlier is late still: the button says as many as its list shows.
        let second = mentors_row(&school, 3).await;
        owes(&school, CURATOR, vec![
            (LineKind::Reminder, own.0, "before_1".to_owned()),
            (LineKind::LateForCurator, second.0, "curator_10".to_owned()),
        ]).await;
        morning(&school, 1).await;
        assert!(school.screen(curator).contains("[Открыть список] [Просрочено: 2]"), "{}", school.chat(curator));
        school.presses(curator, "Просрочено: 2").await;
        assert_eq!(school.screen(curator).matches("Встречи пар").count(), 2, "{}", school.chat(curator));
    }

    /// «Готово» is not the only thing that can be said of a row: from the message itself each can be put off or given
    /// away.
    async fn every_row_of_a_message_can_be_put_off_or_given_away(school: TestSchool) {
        let [_, _, mentor] = staff(&school).await;
        let both = [mentors_row(&school, 1).await, mentors_row(&school, 2).await];
        owes(&school, MENTOR, both.iter().map(|one| (LineKind::Reminder, one.0, "overdue_1".to_owned())).collect()).await;
        morning(&school, 0).await;
        school.presses(mentor, "Готово: 1").await;
        // The other row is still there for everything.
        school.presses(mentor, "Позже или не моё").await;
        let screen = school.screen(mentor);
        assert!(screen.contains("[Позже: 1] [Не моё: 1]\n[Позже: 2] [Не моё: 2]"), "{screen}");
        school.presses(mentor, "Позже: 2").await;
        assert!(school.screen(mentor).contains("Когда напомнить?"), "{}", school.chat(mentor));
        school.says(mentor, "/menu").await;
        school.presses(mentor, "Мои мероприятия").await;
        school.presses(mentor, "Позже или не моё").await;
        school.presses(mentor, "Не моё: 1").await;
        assert!(school.screen(mentor).contains("Почему?"), "{}", school.chat(mentor));
        school.presses(mentor, "Не моя роль").await;
        assert!(school.screen(mentor).contains("Передал куратору"), "{}", school.chat(mentor));
    }

    async fn the_only_row_of_a_message_is_put_off_from_it(school: TestSchool) {
        let [_, _, mentor] = staff(&school).await;
        let one = mentors_row(&school, 1).await;
        owes(&school, MENTOR, vec![(LineKind::Reminder, one.0, "overdue_1".to_owned())]).await;
        morning(&school, 0).await;
        let screen = school.screen(mentor);
        assert!(screen.contains("[Готово: 1]\n[Напомнить позже] [Не моя задача]"), "{screen}");
        school.presses(mentor, "Не моя задача").await;
        assert!(school.screen(mentor).contains("Почему?"), "{}", school.chat(mentor));
    }

    /// A morning looks at thousands of things, so a query that reads a table through would make it quadratic; where
    /// what waits is gathered everywhere, an index holds only what may wait.
    async fn no_query_of_a_morning_reads_a_whole_table(school: TestSchool) {
        let gathers = ["doubts_open", "handovers_open", "snoozes_by_occurrence", "accounts_unreachable"];
        let engine = school.app.db.engine();
        let mut reader = school.app.db.read().await.unwrap();
        if engine == Engine::Postgres {
            // Tables that are still empty are read through otherwise, whatever indexes there are.
            sqlx::query("SET enable_seqscan = off").execute(&mut *reader).await.unwrap();
        }
        for (query, plan) in reminders::plans(&mut reader, engine, school.now()).await.unwrap() {
            let reads_all = |line: &&String| match engine {
                Engine::Postgres => line.contains("Seq Scan"),
                Engine::Sqlite => {
                    let own = ["SCAN often", "SCAN json_each"].iter().any(|list| line.starts_with(list));
                    let is_table = line.starts_with("SCAN") && !own;
                    is_table && !gathers.iter().any(|index| line.contains(index))
                }
            };
            assert_eq!(plan.iter().find(reads_all), None, "{query}: {plan:#?}");
        }
    }
}
