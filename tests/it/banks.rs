//! The banks as the curator sees them.

use crate::school::{TestSchool, stories};
use crate::staff_room::{MENTOR_ANSWERS, SCHOOL, TO_THE_FORM, press_all, seat, shows};
use nastavnik::domain::people::Role;
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::files::table::{Limits, read_table};
use nastavnik::sandbox::UserId;
use nastavnik::store::responses;

async fn becomes_mentor(school: &TestSchool, user: UserId, level: &str, subject: &str) {
    school.says(user, "/menu").await;
    press_all(school, user, &TO_THE_FORM).await;
    press_all(school, user, &[level, "Дальше →", subject]).await;
    press_all(school, user, &MENTOR_ANSWERS[3..]).await;
    press_all(school, user, &["Пропустить →"; 5]).await;
    school.says(user, "=HYPERLINK(\"x\")").await;
    press_all(school, user, &["Хватит, к проверке →", "Отправить анкету"]).await;
}

/// Who was looked at, as it is noted.
async fn looks(school: &TestSchool) -> Vec<String> {
    let mut reader = school.app.db.read().await.unwrap();
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT act, subject FROM audit WHERE actor = 1 ORDER BY id")
        .fetch_all(&mut *reader)
        .await
        .unwrap();
    rows.into_iter().map(|(act, subject)| format!("{act} {subject}")).collect()
}

const BANK_ROW: &str = "№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tПодготовка\tСформировать банк наставников\tдо 30 сентября\tкуратор\tбанк наставников
2.\tИтоги\tОбсудить итоги года на педсовете\tдо 28 мая\tкуратор\tпротокол
";

stories! {
    /// Last year's bank is one tap away: who was in it, their cards, its table.
    async fn the_bank_of_the_year_before_can_be_looked_at(school: TestSchool) {
        let [curator, ..] = seat(&school, [
            ("Кедрин Олег Анатольевич", &[Role::Curator]), ("Ветрова Ольга Павловна", &[]),
        ]).await;
        let now = school.now();
        crate::founded::write!(school, |tx| {
            let kinds = nastavnik::domain::consent::ConsentKind::ALL.iter().copied();
            for kind in kinds {
                let decision = nastavnik::domain::consent::ConsentDecision::Given;
                let decided = nastavnik::store::consents::Decided { kind, version: "1", text_sha256: "", decision, evidence: "a story" };
                nastavnik::store::consents::insert(tx, nastavnik::domain::ids::PersonId(2), &decided, now).await?;
            }
            let olga = nastavnik::domain::ids::PersonId(2);
            let id = responses::open(tx, (SCHOOL, SchoolYear(2025)), (olga, "mentor"), now).await?;
            nastavnik::store::answers::save(tx, id, ("capacity", &crate::founded::one("two")), now).await?;
            responses::finish(tx, id, now).await
        });
        school.says(curator, "/menu").await;
        school.presses(curator, "Банк наставников").await;
        shows(&school, curator, "Пока никого");
        school.presses(curator, "← 2025/26").await;
        shows(&school, curator, "Учебный год 2025/26");
        shows(&school, curator, "[Ветрова О. П.]");
        assert!(!school.screen(curator).contains("Банк собран"), "{}", school.screen(curator));
        school.presses(curator, "Ветрова О. П.").await;
        shows(&school, curator, "Ветрова Ольга Павловна");
        press_all(&school, curator, &["← Назад", "Таблица XLSX"]).await;
        assert_eq!(school.last(curator).document.unwrap().name, "Банк наставников 2025-26.xlsx");
        school.presses(curator, "2026/27 →").await;
        shows(&school, curator, "Пока никого");
    }

    /// The curator calls a bank complete although somebody has not answered: the row that waits for it closes at once.
    /// Who comes later joins all the same, and the bank may be gathered on.
    async fn a_bank_is_called_complete_and_its_row_closes(school: TestSchool) {
        let [curator, olga, _] = seat(&school, [
            ("Кедрин Олег Анатольевич", &[Role::Curator]), ("Ветрова Ольга Павловна", &[]),
            ("Тихомолова Нина Сергеевна", &[Role::Mentor]),
        ]).await;
        school.says(curator, "/start").await;
        school.presses(curator, "Дорожная карта").await;
        school.sends_file(curator, "карта.txt", BANK_ROW.as_bytes()).await;
        school.presses(curator, "Загрузить").await;
        becomes_mentor(&school, olga, "5–9 классы", "Физика").await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Банк наставников", "Банк собран"]).await;
        shows(&school, curator, "Закрылось само: Сформировать банк наставников");
        shows(&school, curator, "Собран 1 сентября. Кто пришлёт анкету позже, тоже попадёт сюда.");
        school.presses(curator, "Собираем дальше").await;
        shows(&school, curator, "[Банк собран]");
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "✓ 1"]).await;
        shows(&school, curator, "в банке наставников 1 человек");
    }

    async fn an_empty_bank_says_what_to_do(school: TestSchool) {
        let [curator] = seat(&school, [("Кедрин Олег Анатольевич", &[Role::Curator])]).await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Банк наставляемых").await;
        shows(&school, curator, "Заполнили 0 из 1");
        shows(&school, curator, "Пригласите молодых и новых коллег");
    }

    async fn the_curator_sifts_reads_a_card_and_takes_the_table(school: TestSchool) {
        let [curator, olga, nina] = seat(&school, [
            ("Кедрин Олег Анатольевич", &[Role::Curator]), ("Ветрова Ольга Павловна", &[]), ("Тихомолова Нина Сергеевна", &[]),
        ]).await;
        becomes_mentor(&school, olga, "5–9 классы", "Физика").await;
        becomes_mentor(&school, nina, "Детский сад", "Музыка в саду").await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Банк наставников").await;
        shows(&school, curator, "Заполнили 2 из 3");
        shows(&school, curator, "[Ветрова О. П.] [Тихомолова Н. С.]");
        press_all(&school, curator, &["Что ведёт ▾", "Физика · 1"]).await;
        shows(&school, curator, "По фильтру: 1");
        assert!(!school.screen(curator).contains("Тихомолова"));
        press_all(&school, curator, &["Без пары", "Ветрова О. П."]).await;
        shows(&school, curator, "Стаж: 10–20 лет");
        assert_eq!(looks(&school).await, ["card looked at 2"]);
        press_all(&school, curator, &["← Назад", "✓ Физика", "Все"]).await;
        school.presses(curator, "Таблица XLSX").await;
        let file = school.last(curator).document.unwrap();
        assert_eq!(file.name, "Банк наставников 2026-27.xlsx");
        let rows = read_table(&file.name, &file.bytes, Limits::default()).unwrap();
        assert_eq!(rows[3][0], "Ветрова Ольга Павловна");
        assert_eq!(rows[4][3], "Музыка в саду");
        assert!(rows[3].contains(&"'=HYPERLINK(\"x\")".to_owned()), "f54: {:?}", rows[3]);
        let mut reader = school.app.db.read().await.unwrap();
        let bank = responses::list_finished(&mut reader, SCHOOL, SchoolYear(2026), "mentor").await.unwrap();
        assert!(bank[0].1.chose("subjects", "physics"));
    }

    async fn f26_f52_the_bank_is_shut_to_everybody_else(school: TestSchool) {
        let [olga, nina] = seat(&school, [("Ветрова Ольга Павловна", &[]), ("Тихомолова Нина Сергеевна", &[])]).await;
        becomes_mentor(&school, nina, "Детский сад", "Музыка в саду").await;
        school.says(olga, "/menu").await;
        let menu = school.last(olga);
        let wire = menu.buttons[0][0].data.clone().unwrap();
        let version = wire.split('.').next().unwrap();
        for forged in ["bo.mentor", "bc.2", "cp.2", "bx"] {
            school.sandbox.press(olga, menu.id, &format!("{version}.{forged}"));
            school.settle().await;
            assert!(school.sandbox.toasts(olga).last().unwrap().text.contains("не работает"), "{forged}");
        }
        assert!(!school.chat(olga).contains("Тихомолова"));
    }
}
