//! A staff that has joined already and given its consents, so that people only press.

use anyhow::Context;
use chrono::{DateTime, Utc};
use nastavnik::clock::{Clock, SystemClock};
use nastavnik::domain::consent::{ConsentDecision, ConsentKind};
use nastavnik::domain::ids::{OrganisationId, PersonId};
use nastavnik::domain::people::{OrganisationKind, Person};
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::sandbox::UserId;
use nastavnik::store::consents::{self, Decided};
use nastavnik::store::organisations::{self, Organisation};
use nastavnik::store::{Db, Tx, accounts, people, responses};
use std::path::Path;

const SCHOOL: OrganisationId = OrganisationId(1);
const YEAR: SchoolYear = SchoolYear(2026);
/// Answers that ten taps leave: six questions and one that was skipped.
pub(crate) const ANSWERS: usize = 7;

/// Where the program keeps its data in this folder.
pub(crate) fn database(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("nastavnik.sqlite").display())
}

fn person_of(user: UserId) -> PersonId {
    PersonId(user.0)
}

/// Fills the database before the bot starts.
pub(crate) async fn prepare(folder: &Path, users: &[UserId]) -> anyhow::Result<()> {
    let db = Db::open(&database(folder)).await?;
    let (users, now) = (users.to_vec(), SystemClock.now());
    let write = db.write(move |tx| {
        Box::pin(async move {
            organisations::save(tx, &organisation(), now).await?;
            for user in users {
                seat(tx, user, now).await?;
            }
            Ok(())
        })
    });
    write.await.context("the school cannot be prepared")?;
    db.close().await;
    Ok(())
}

async fn seat(tx: &mut Tx, user: UserId, now: DateTime<Utc>) -> anyhow::Result<()> {
    let person = Person {
        id: person_of(user),
        organisation: SCHOOL,
        full_name: format!("Сотрудников Сотрудник № {}", user.0),
        position: "учитель".to_owned(),
        roles: Vec::new(),
    };
    people::insert(tx, &person, now).await?;
    accounts::claim(tx, &format!("telegram:{}", user.0), person.id, "ru", now).await?;
    for kind in ConsentKind::ALL {
        let decided = Decided {
            kind: *kind,
            version: "1",
            text_sha256: "",
            decision: ConsentDecision::Given,
            evidence: "benchmark",
        };
        consents::insert(tx, person.id, &decided, now).await?;
    }
    Ok(())
}

fn organisation() -> Organisation {
    Organisation {
        id: SCHOOL,
        name: "Школа № 1".to_owned(),
        kind: OrganisationKind::School,
        zone: chrono_tz::Europe::Moscow,
        school_year: YEAR,
        channel: String::new(),
        channel_title: String::new(),
    }
}

/// How many answers of these people are in the database.
pub(crate) async fn count_answers(db: &Db, users: &[UserId]) -> anyhow::Result<usize> {
    let mut reader = db.read().await?;
    let mut count = 0;
    for user in users {
        for response in responses::list_of(&mut reader, person_of(*user), YEAR).await? {
            count += response.answers.len();
        }
    }
    Ok(count)
}
