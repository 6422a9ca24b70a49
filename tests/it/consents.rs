//! Consents as people give, refuse and withdraw them.

use crate::cohort::morning;
use crate::school::{TestSchool, stories};
use crate::staff_room::{MENTOR_ANSWERS, TO_THE_FORM, press_all, seat, shows};
use nastavnik::domain::consent::{ConsentDecision, ConsentKind};
use nastavnik::domain::ids::PersonId;
use nastavnik::domain::people::Role;
use nastavnik::store::consents::{self, Decided};

stories! {
    async fn each_consent_is_a_screen_of_its_own(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        school.presses(olga, "Стать наставником").await;
        shows(&school, olga, "Согласие на обработку персональных данных");
        shows(&school, olga, "Школа № 1 (оператор)");
        shows(&school, olga, "Редакция 1\n[Не даю] [Даю согласие]");
        school.presses(olga, "Даю согласие").await;
        shows(&school, olga, "Согласие на работу наставником");
        school.presses(olga, "Не даю").await;
        shows(&school, olga, "Согласие на публикацию имени");
        school.presses(olga, "Не даю").await;
        shows(&school, olga, "Анкета наставника");
        let mut reader = school.app.db.read().await.unwrap();
        let kept = consents::list(&mut reader, PersonId(1)).await.unwrap();
        let said: Vec<_> = kept.iter().map(|consent| (consent.record.kind, consent.record.decision)).collect();
        assert_eq!(said, [
            (ConsentKind::PersonalData, ConsentDecision::Given),
            (ConsentKind::ExtraDuties, ConsentDecision::Refused),
            (ConsentKind::Publication, ConsentDecision::Refused),
        ]);
        assert!(kept.iter().all(|consent| consent.evidence.starts_with(&format!("telegram:{} answer:", olga.0))));
    }

    async fn without_personal_data_there_is_no_form_but_a_way_back(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &["Нужен наставник", "Не даю"]).await;
        shows(&school, olga, "Анкету пока не открыть");
        press_all(&school, olga, &["Меню", "Нужен наставник"]).await;
        shows(&school, olga, "Анкету пока не открыть");
        press_all(&school, olga, &["Прочитать ещё раз", "Даю согласие", "Даю согласие"]).await;
        shows(&school, olga, "Запрос на наставника");
    }

    async fn a_withdrawn_consent_empties_the_bank_and_tells_the_curator(school: TestSchool) {
        let [olga, curator] =
            seat(&school, [("Ветрова Ольга Павловна", &[]), ("Кедрин Олег Анатольевич", &[Role::Curator])]).await;
        school.says(curator, "/menu").await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        press_all(&school, olga, &["Хватит, к проверке →", "Отправить анкету"]).await;
        school.says(olga, "/consents").await;
        shows(&school, olga, "✓ Дано 1 сентября");
        school.presses(olga, "Отозвать").await;
        shows(&school, olga, "ответы будут удалены сразу");
        school.presses(olga, "Да, отозвать").await;
        shows(&school, olga, "✗ Отозвано 1 сентября");
        morning(&school, 2).await;
        assert!(school.screen(curator).contains("Ветрова Ольга Павловна: согласие отозвано"));
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Банк наставников"]).await;
        shows(&school, curator, "Заполнили 0 из 2");
        school.says(olga, "/menu").await;
        press_all(&school, olga, &["Стать наставником"]).await;
        shows(&school, olga, "Анкету пока не открыть");
    }

    async fn the_curator_notes_a_paper(school: TestSchool) {
        let [olga, curator] =
            seat(&school, [("Ветрова Ольга Павловна", &[]), ("Кедрин Олег Анатольевич", &[Role::Curator])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM[..2]).await;
        press_all(&school, olga, &["Не даю", "Не даю", "Начать"]).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        press_all(&school, olga, &["Хватит, к проверке →", "Отправить анкету"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Банк наставников", "Ветрова О. П.", "Согласия"]).await;
        shows(&school, curator, "✗ Не дано 1 сентября");
        school.presses(curator, "Работа наставником").await;
        school.says(curator, "вчера").await;
        shows(&school, curator, "Напишите её так: 01.09.2026");
        school.says(curator, "05.09.2026").await;
        shows(&school, curator, "не позже сегодняшней");
        school.says(curator, "31.08.2026").await;
        shows(&school, curator, "✓ Дано на бумаге 31 августа");
        let mut reader = school.app.db.read().await.unwrap();
        let kept = consents::find_latest(&mut reader, PersonId(1), ConsentKind::ExtraDuties).await.unwrap().unwrap();
        assert_eq!(kept.evidence, "paper 2026-08-31");
    }

    async fn a_text_that_changed_is_asked_again(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        let now = school.now();
        let write = school.app.db.write(move |tx| Box::pin(async move {
            let decided = Decided {
                kind: ConsentKind::PersonalData,
                version: "0",
                text_sha256: "",
                decision: ConsentDecision::Given,
                evidence: "telegram:1",
            };
            consents::insert(tx, PersonId(1), &decided, now).await
        }));
        write.await.unwrap();
        school.says(olga, "/consents").await;
        shows(&school, olga, "текст с тех пор изменился");
        press_all(&school, olga, &["Меню", "Нужен наставник"]).await;
        shows(&school, olga, "Согласие на обработку персональных данных");
        press_all(&school, olga, &["Даю согласие", "Не даю", "Меню", "Мои согласия"]).await;
        assert!(!school.chat(olga).contains("текст с тех пор изменился"));
    }

    async fn a_text_that_changes_under_the_finger_is_shown_again(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        school.presses(olga, "Нужен наставник").await;
        let write = school.app.db.write(|tx| Box::pin(async move {
            sqlx::query("UPDATE organisations SET name = 'Лицей № 2'").execute(&mut **tx).await?;
            Ok(())
        }));
        write.await.unwrap();
        school.presses(olga, "Даю согласие").await;
        shows(&school, olga, "Текст согласия изменился, пока вы читали");
        shows(&school, olga, "Лицей № 2 (оператор)");
        let mut reader = school.app.db.read().await.unwrap();
        assert!(consents::list(&mut reader, PersonId(1)).await.unwrap().is_empty());
    }

    async fn my_data_are_shown_handed_over_and_deleted(school: TestSchool) {
        let [olga] = seat(&school, [("Ветрова Ольга Павловна", &[])]).await;
        school.says(olga, "/menu").await;
        press_all(&school, olga, &TO_THE_FORM).await;
        press_all(&school, olga, &MENTOR_ANSWERS).await;
        school.says(olga, "/data").await;
        shows(&school, olga, "Анкета наставника: черновик, 6 ответов");
        school.presses(olga, "Получить файлом").await;
        let file = school.last(olga).document.unwrap();
        assert_eq!(file.name, "Мои данные.txt");
        let text = String::from_utf8(file.bytes.to_vec()).unwrap();
        assert!(text.contains("Что ведёт: Физика\r\n") && text.contains("01.09.2026 · Согласие на обработку"), "{text}");
        press_all(&school, olga, &["Удалить мои ответы", "Да, удалить"]).await;
        shows(&school, olga, "Ответы удалены");
        assert!(!school.screen(olga).contains("черновик"));
    }
}
