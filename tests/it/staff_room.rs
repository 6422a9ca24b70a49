//! A school whose staff list is there already: for stories that begin after everybody has joined.

use crate::school::TestSchool;
use nastavnik::domain::ids::{OrganisationId, PersonId};
use nastavnik::domain::people::{OrganisationKind, Person, Role};
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::sandbox::UserId;
use nastavnik::store::organisations::Organisation;
use nastavnik::store::{accounts, organisations, people};

pub(crate) const SCHOOL: OrganisationId = OrganisationId(1);

/// Puts people on the staff list, in this order from id 1, each with a chat.
pub(crate) async fn seat<const N: usize>(school: &TestSchool, staff: [(&str, &[Role]); N]) -> [UserId; N] {
    let users = staff.map(|(name, _)| school.somebody(name));
    let seats: Vec<_> = (1..)
        .zip(staff)
        .zip(users)
        .map(|((id, (name, roles)), user)| {
            let person = Person {
                id: PersonId(id),
                organisation: SCHOOL,
                full_name: name.to_owned(),
                position: "учитель".to_owned(),
                roles: roles.to_vec(),
            };
            (person, format!("telegram:{}", user.0))
        })
        .collect();
    let now = school.now();
    let write = school.app.db.write(move |tx| {
        Box::pin(async move {
            organisations::save(tx, &organisation(), now).await?;
            for (person, chat) in seats {
                people::insert(tx, &person, now).await?;
                accounts::claim(tx, &chat, person.id, "ru", now).await?;
            }
            Ok(())
        })
    });
    write.await.unwrap();
    users
}

fn organisation() -> Organisation {
    Organisation {
        id: SCHOOL,
        name: "Школа № 1".to_owned(),
        kind: OrganisationKind::School,
        zone: chrono_tz::Europe::Moscow,
        school_year: SchoolYear(2026),
        channel: String::new(),
        channel_title: String::new(),
    }
}

/// Presses these buttons one after another.
pub(crate) async fn press_all(school: &TestSchool, user: UserId, labels: &[&str]) {
    for label in labels {
        school.presses(user, label).await;
    }
}

/// What a mentor presses from the menu to the first question.
pub(crate) const TO_THE_FORM: [&str; 5] =
    ["Стать наставником", "Даю согласие", "Даю согласие", "Даю согласие", "Начать"];

/// What must be answered by a mentor, as short as it gets, up to the first question that may be skipped.
pub(crate) const MENTOR_ANSWERS: [&str; 9] =
    ["5–9 классы", "Дальше →", "Физика", "Дальше →", "10–20 лет", "Современный урок", "Дальше →", "Двух", "Лично"];

/// The words are on the screen that the person presses on: the latest message with buttons.
pub(crate) fn shows(school: &TestSchool, user: UserId, words: &str) {
    let screen = school.screen_with_buttons(user);
    assert!(screen.contains(words), "«{words}» is not here:\n{screen}");
}
