//! A municipal centre and the schools around it: they join by a link, it sees numbers and nothing else.

use crate::founded::{Founded, address, found, hire, rows_to, sends_answers, write};
use crate::people::staff_code;
use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, shows};
use chrono::TimeDelta;
use futures::FutureExt;
use nastavnik::domain::ids::{OrganisationId, PersonId};
use nastavnik::domain::notice::{Class, Lane, Notice};
use nastavnik::domain::people::{OrganisationKind, Role};
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::files::table::{Limits, read_table};
use nastavnik::jobs;
use nastavnik::sandbox::UserId;
use nastavnik::store::organisations::{self, Organisation};
use nastavnik::store::{municipality, outbox};
use nastavnik::text::Letter;
use std::time::Duration;

const DOCUMENT: &str = include_str!("../data/road_map/lesnaya.txt");
const CENTRE: OrganisationId = OrganisationId(90);

/// «Центр развития образования» with its coordinator.
async fn centre(school: &TestSchool) -> (UserId, PersonId) {
    let now = school.now();
    let organisation = Organisation {
        id: CENTRE,
        name: "Центр развития образования".to_owned(),
        kind: OrganisationKind::Municipal,
        zone: chrono_tz::Europe::Moscow,
        school_year: SchoolYear(2026),
        channel: String::new(),
        channel_title: String::new(),
    };
    write!(school, |tx| organisations::save(tx, &organisation, now).await);
    hire(school, CENTRE, ("Зимина Клара Петровна", "методист"), &[Role::Curator, Role::DistrictCoordinator]).await
}

/// It is nine in the morning of a day, and the jobs have been asked what is due.
async fn it_is(school: &TestSchool, day: &str) {
    school.clock.advance_to(format!("{day}T06:00:00Z").parse().unwrap());
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

/// The centre makes a link; returns its code.
async fn invites(school: &TestSchool, coordinator: UserId) -> String {
    school.says(coordinator, "/menu").await;
    press_all(school, coordinator, &["Организации", "Пригласить →"]).await;
    shows(school, coordinator, "Ссылка придёт ниже. Она на одну организацию");
    staff_code(school, coordinator)
}

async fn joins(school: &TestSchool, coordinator: UserId, curator: UserId) {
    let code = invites(school, coordinator).await;
    school.opens(curator, &code).await;
    shows(school, curator, "«Центр развития образования» приглашает вашу организацию");
    school.presses(curator, "Присоединиться →").await;
    shows(school, curator, "Готово: ваша организация в сводке.");
}

/// A road map of 13 dates, one of them done with an order; a mentor's questionnaire.
async fn works(school: &TestSchool, seven: &Founded) {
    let curator = seven.curator;
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
    press_all(school, curator, &["← Назад", "← Назад", "Готово: 1", "Приказ"]).await;
    school.says(curator, "45-од от 31.08.2026").await;
    press_all(school, curator, &["Да, выполнено"]).await;
    let (_, mentor) = hire(school, seven.organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
    sends_answers(school, (seven.organisation, mentor), "mentor", &[]).await;
}

/// Everything that the coordinator has ever been shown or handed, tables included.
fn seen(school: &TestSchool, coordinator: UserId) -> String {
    let tables = school.sandbox.messages(coordinator).into_iter().filter_map(|message| message.document);
    let cells = tables.flat_map(|file| read_table(&file.name, &file.bytes, Limits::default()).unwrap()).flatten();
    school.chat(coordinator) + &cells.collect::<Vec<_>>().join("\n")
}

stories! {
    async fn a_school_joins_is_seen_in_numbers_and_leaves(school: TestSchool) {
        let seven = found(&school).await;
        let (coordinator, _) = centre(&school).await;
        school.says(coordinator, "/menu").await;
        school.presses(coordinator, "Организации").await;
        shows(&school, coordinator, "Пока ни одна организация не присоединилась");
        works(&school, &seven).await;
        let code = invites(&school, coordinator).await;
        school.opens(seven.curator, &code).await;
        // The curator sees what would be seen before saying yes.
        shows(&school, seven.curator, "Центр увидит только числа");
        shows(&school, seven.curator, "Сроки: выполнено 1 из 13, просрочено 0, впереди 12");
        shows(&school, seven.curator, "Заполнено анкет: 1");
        school.presses(seven.curator, "Присоединиться →").await;
        assert!(!school.chat(coordinator).contains("В сводке новая организация"), "{}", school.chat(coordinator));
        school.says(coordinator, "/menu").await;
        school.presses(coordinator, "Организации").await;
        shows(&school, coordinator, "Присоединилась 1 организация");
        shows(&school, coordinator, "1. Школа № 7 — готово 1 из 13, пар 0");
        // Nobody waits for that word: it comes in the morning.
        it_is(&school, "2026-09-02").await;
        assert!(school.chat(coordinator).contains("В сводке новая организация: Школа № 7."), "{}", school.chat(coordinator));
        // September and October pass: what has changed is said, and by how much.
        school.clock.advance(TimeDelta::days(69));
        school.says(coordinator, "/menu").await;
        school.presses(coordinator, "Организации").await;
        shows(&school, coordinator, "С 1 сентября: организации 0, выполнено 0, просрочено +4, пары 0, анкеты 0.");
        shows(&school, coordinator, "1. ❗ Школа № 7 — готово 1 из 13, просрочено 4, пар 0");
        school.presses(coordinator, "1").await;
        shows(&school, coordinator, "С 1 сентября 2026 года");
        shows(&school, coordinator, "просрочено 4, впереди 8");
        press_all(&school, coordinator, &["← Назад", "Таблица XLSX"]).await;
        let file = school.last(coordinator).document.unwrap();
        assert_eq!(file.name, "Наставничество в организациях 2026-27.xlsx");
        let rows = read_table(&file.name, &file.bytes, Limits::default()).unwrap();
        let cells = |first: &str| rows.iter().find(|row| row.first().is_some_and(|cell| cell == first)).unwrap().join(" ");
        assert_eq!(cells("Школа № 7"), "Школа № 7 13 1 4 8 0 0 0 1");
        assert_eq!(cells("Всего"), "Всего 13 1 4 8 0 0 0 1");
        // The school leaves: its numbers are gone at once.
        school.says(seven.curator, "/menu").await;
        press_all(&school, seven.curator, &["Настройки", "Методический центр", "Выйти из сводки"]).await;
        shows(&school, seven.curator, "Центр сразу перестанет видеть числа");
        school.presses(seven.curator, "Да, выйти").await;
        shows(&school, seven.curator, "Вы вышли из сводки");
        assert!(!school.screen_with_buttons(seven.curator).contains("[Методический центр]"));
        assert!(!school.chat(coordinator).contains("Организация вышла"), "{}", school.chat(coordinator));
        it_is(&school, "2026-11-11").await;
        assert!(school.chat(coordinator).contains("Организация вышла из сводки: Школа № 7."), "{}", school.chat(coordinator));
        school.says(coordinator, "/menu").await;
        school.presses(coordinator, "Организации").await;
        shows(&school, coordinator, "Пока ни одна организация не присоединилась");
    }

    /// I9: neither names nor rows nor evidence of a school ever reach the centre, nor does its button open anything.
    async fn i9_the_centre_sees_no_name_and_no_row_of_a_school(school: TestSchool) {
        let seven = found(&school).await;
        let (coordinator, _) = centre(&school).await;
        works(&school, &seven).await;
        joins(&school, coordinator, seven.curator).await;
        school.says(seven.curator, "/menu").await;
        press_all(&school, seven.curator, &["Дорожная карта"]).await;
        let rows = school.last(seven.curator).buttons.concat();
        let foreign: Vec<String> = rows.iter().filter_map(|button| button.data.clone()).collect();
        school.says(coordinator, "/menu").await;
        press_all(&school, coordinator, &["Организации", "1", "← Назад", "Таблица XLSX"]).await;
        let message = school.last(coordinator).id;
        for data in foreign {
            let (_, action) = data.split_once('.').unwrap();
            school.sandbox.press(coordinator, message, &format!("0.{action}"));
            school.settle().await;
        }
        let all = seen(&school, coordinator);
        assert!(all.contains("Школа № 7"));
        for secret in ["Орлова", "Ёлкин", "Подготовить документы", "Собрать анкеты", "45-од", "Подготовка"] {
            assert!(!all.contains(secret), "«{secret}» was shown:\n{all}");
        }
    }

    /// The centre takes a school out of its list, after a second look; the school hears of it in the morning and can
    /// come back by another link.
    async fn a_centre_takes_a_school_out(school: TestSchool) {
        let seven = found(&school).await;
        let (coordinator, _) = centre(&school).await;
        joins(&school, coordinator, seven.curator).await;
        // Nobody outside the centre has that button, whatever they press.
        school.sandbox.press(seven.curator, school.last(seven.curator).id, "0.gr.7.0.1");
        school.settle().await;
        assert!(school.sandbox.toasts(seven.curator).last().unwrap().text.contains("не работает"));
        school.says(coordinator, "/menu").await;
        press_all(&school, coordinator, &["Организации", "1", "Убрать из сводки"]).await;
        shows(&school, coordinator, "Убрать организацию «Школа № 7» из сводки?");
        press_all(&school, coordinator, &["← Назад", "Убрать из сводки", "Да, убрать"]).await;
        shows(&school, coordinator, "Организации «Школа № 7» больше нет в сводке");
        shows(&school, coordinator, "Пока ни одна организация не присоединилась");
        school.says(seven.curator, "/menu").await;
        school.presses(seven.curator, "Настройки").await;
        assert!(!school.screen(seven.curator).contains("[Методический центр]"), "{}", school.screen(seven.curator));
        assert!(!school.chat(seven.curator).contains("убрал"), "{}", school.chat(seven.curator));
        it_is(&school, "2026-09-02").await;
        let told = school.chat(seven.curator);
        assert!(told.contains("убрал вашу организацию из сводки и больше не видит её чисел"), "{told}");
        joins(&school, coordinator, seven.curator).await;
        school.says(coordinator, "/menu").await;
        school.presses(coordinator, "Организации").await;
        shows(&school, coordinator, "Присоединилась 1 организация");
    }

    async fn a_link_serves_one_school_and_only_its_curator(school: TestSchool) {
        let seven = found(&school).await;
        let (coordinator, _) = centre(&school).await;
        let (teacher, _) = hire(&school, seven.organisation, ("Белова Белла Борисовна", "учитель"), &[]).await;
        let code = invites(&school, coordinator).await;
        let second = invites(&school, coordinator).await;
        let stranger = school.somebody("Прохожий");
        for nobody in [teacher, stranger] {
            school.opens(nobody, &code).await;
            let screen = school.screen(nobody);
            assert!(screen.contains("Эта ссылка — для куратора организации"), "{screen}");
        }
        school.opens(coordinator, &code).await;
        shows(&school, coordinator, "не может присоединиться к другому");
        school.opens(seven.curator, &code).await;
        school.presses(seven.curator, "Присоединиться →").await;
        school.opens(seven.curator, &second).await;
        shows(&school, seven.curator, "Ваша организация уже в сводке центра");
        // The first link is spent; the second one still serves somebody else.
        let (other, _) = {
            let now = school.now();
            let eight = Organisation { id: OrganisationId(8), name: "Сад № 8".to_owned(), kind: OrganisationKind::Kindergarten,
                zone: chrono_tz::Europe::Moscow, school_year: SchoolYear(2026), channel: String::new(), channel_title: String::new() };
            write!(school, |tx| organisations::save(tx, &eight, now).await);
            hire(&school, OrganisationId(8), ("Кузьмина Алла Львовна", "старший воспитатель"), &[Role::Curator]).await
        };
        school.opens(other, &code).await;
        assert!(!school.screen(other).contains("Присоединиться"), "{}", school.chat(other));
        school.opens(other, &second).await;
        school.presses(other, "Присоединиться →").await;
        school.says(coordinator, "/menu").await;
        school.presses(coordinator, "Организации").await;
        shows(&school, coordinator, "Присоединились 2 организации");
        shows(&school, coordinator, "1. Сад № 8 — сроков пока нет, пар 0");
    }

    /// F52: a school's curator has no way to the centre's list, nor to its table.
    async fn f52_a_school_does_not_see_its_neighbours(school: TestSchool) {
        let seven = found(&school).await;
        let (coordinator, _) = centre(&school).await;
        joins(&school, coordinator, seven.curator).await;
        school.says(seven.curator, "/menu").await;
        assert!(!school.screen(seven.curator).contains("[Организации]"));
        let message = school.last(seven.curator).id;
        for forged in ["g.0", "gi", "gt"] {
            school.sandbox.press(seven.curator, message, &format!("0.{forged}"));
            school.settle().await;
            assert!(school.sandbox.toasts(seven.curator).last().unwrap().text.contains("не работает"), "{forged}");
        }
        let (now, chat) = (school.now(), address(seven.curator));
        write!(school, |tx| {
            let notice = Notice::RollUpTable { organisation: CENTRE };
            let envelope = outbox::Envelope {
                dedupe_key: "a roll-up for a school",
                chat: &chat,
                lane: Lane::Answer,
                class: Class::Repeatable,
                letter: &serde_json::to_string(&Letter::Notice(notice))?,
                not_before: now,
                expires_at: None,
            };
            outbox::enqueue(tx, &envelope, now).await
        });
        school.settle().await;
        assert_eq!(rows_to(&school, seven.curator).await.pop().unwrap().state, "obsolete");
    }

    /// Setting up a centre: its curator is the coordinator, its template is offered first.
    async fn a_centre_sets_itself_up(school: TestSchool) {
        let clara = school.somebody("Клара");
        school.opens(clara, &crate::people::curator_code(&school).await).await;
        school.says(clara, "Зимина Клара Петровна").await;
        school.says(clara, "Центр развития образования").await;
        press_all(&school, clara, &["Методический центр", "Москва · 9:00", "2026/27", "Позже →"]).await;
        school.says(clara, "/menu").await;
        press_all(&school, clara, &["Дорожная карта", "Взять типовую"]).await;
        shows(&school, clara, "Дорожная карта наставничества в муниципалитете");
        press_all(&school, clara, &["Загрузить", "Все строки", "1"]).await;
        shows(&school, clara, "Напомню: Зимина К. П.");
        assert!(!school.screen(clara).contains("ответственного из документа в списке сотрудников нет"), "{}", school.screen(clara));
    }

    /// Two curators accept at one moment: the second one finds what the first one did.
    async fn the_second_of_two_who_join_finds_it_done(school: TestSchool) {
        let seven = found(&school).await;
        let (coordinator, _) = centre(&school).await;
        let code = invites(&school, coordinator).await;
        school.opens(seven.curator, &code).await;
        let (organisation, now) = (seven.organisation, school.now());
        let other = school.app.db.write(move |tx| {
            async move {
                organisations::lock(tx, organisation).await?;
                let joined = municipality::join(tx, (organisation, CENTRE), now).await?;
                tokio::time::sleep(Duration::from_millis(700)).await;
                anyhow::ensure!(joined);
                Ok(())
            }
            .boxed()
        });
        let second = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            school.presses(seven.curator, "Присоединиться →").await;
        };
        let (kept, ()) = futures::join!(other, second);
        kept.unwrap();
        let chat = school.chat(seven.curator);
        assert!(!chat.contains("Готово: ваша организация в сводке."), "{chat}");
        it_is(&school, "2026-09-02").await;
        let chat = school.chat(coordinator);
        assert!(!chat.contains("В сводке новая организация"), "told by the first one alone: {chat}");
    }
}
