//! Road maps to start from, for each kind of organisation.

use crate::founded::write;
use crate::school::{TestSchool, stories};
use crate::staff_room::{SCHOOL, press_all, seat, shows};
use nastavnik::domain::people::{OrganisationKind, Role};
use nastavnik::store::organisations;

stories! {
    async fn a_kindergarten_is_offered_its_own_road_map_first(mut school: TestSchool) {
        let [curator] = seat(&school, [("Сомова Вера Ильинична", &[Role::Curator])]).await;
        let now = school.now();
        write!(school, |tx| {
            let mut organisation = organisations::get(tx, SCHOOL).await?;
            organisation.kind = OrganisationKind::Kindergarten;
            organisations::save(tx, &organisation, now).await
        });
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Взять типовую"]).await;
        shows(&school, curator, "Дорожная карта наставничества в детском саду");
        shows(&school, curator, "18 строк понято, вопросов нет");
        // Another one can be taken just as well; what was chosen survives a restart.
        press_all(&school, curator, &["Другой файл", "Другие типовые карты"]).await;
        shows(&school, curator, "[Детский сад]\n[Школа]\n[Доп. образование]\n[Методический центр]");
        press_all(&school, curator, &["← Назад", "Другие типовые карты", "Доп. образование"]).await;
        school.restarts().await;
        shows(&school, curator, "Дорожная карта наставничества в дополнительном образовании");
        press_all(&school, curator, &["Загрузить"]).await;
        shows(&school, curator, "Дорожная карта · сентябрь");
        press_all(&school, curator, &["Все строки"]).await;
        shows(&school, curator, "Утвердить правила программы — до 15 сентября");
    }
}
