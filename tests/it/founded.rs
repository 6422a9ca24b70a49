//! A school that is set up: a curator, a channel, staff whose chats are open.

use crate::school::TestSchool;
use chrono::DateTime;
use chrono::Utc;
use nastavnik::domain::consent::{ConsentDecision, ConsentKind};
use nastavnik::domain::ids::{OrganisationId, PersonId};
use nastavnik::domain::people::{OrganisationKind, Person, Role};
use nastavnik::domain::questionnaire::Answer;
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::sandbox::{ChatId, Rights, UserId};
use nastavnik::store::consents::{self, Decided};
use nastavnik::store::organisations::Organisation;
use nastavnik::store::{Tx, accounts, answers, organisations, outbox, people, responses};

/// Writes to the school's database.
macro_rules! write {
    ($school:expr, |$tx:ident| $work:expr) => {
        $school.app.db.write(move |$tx| Box::pin(async move { $work })).await.unwrap()
    };
}
pub(crate) use write;

/// What the story needs to know of the school.
pub(crate) struct Founded {
    pub(crate) organisation: OrganisationId,
    pub(crate) channel: ChatId,
    pub(crate) curator: UserId,
}

/// «Школа № 7» in Moscow with its channel and the curator Ольга.
pub(crate) async fn found(school: &TestSchool) -> Founded {
    let channel = school.sandbox.add_channel("Школа № 7", Some("school_seven"));
    school.sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    let now = school.now();
    let organisation = OrganisationId(7);
    let seven = Organisation {
        id: organisation,
        name: "Школа № 7".to_owned(),
        kind: OrganisationKind::School,
        zone: chrono_tz::Europe::Moscow,
        school_year: SchoolYear(2026),
        channel: address(channel),
        channel_title: "Школа № 7".to_owned(),
    };
    write!(school, |tx| organisations::save(tx, &seven, now).await);
    let (curator, _) = hire(school, organisation, ("Орлова Ольга Ивановна", "методист"), &[Role::Curator]).await;
    Founded { organisation, channel, curator }
}

pub(crate) fn address(chat: impl Into<ChatId>) -> String {
    format!("telegram:{}", chat.into().0)
}

/// Puts somebody on the staff list whose chat with the bot is open.
pub(crate) async fn hire(
    school: &TestSchool,
    organisation: OrganisationId,
    (full_name, position): (&str, &str),
    roles: &[Role],
) -> (UserId, PersonId) {
    let user = school.sandbox.add_user(full_name);
    school.says(user, "/start").await;
    let (full_name, position, roles) = (full_name.to_owned(), position.to_owned(), roles.to_vec());
    let now = school.now();
    let person = write!(school, |tx| {
        let id = PersonId(tx.next_id(now));
        let person = Person { id, organisation, full_name, position, roles };
        people::insert(tx, &person, now).await?;
        open_account(tx, user, id, now).await?;
        Ok(id)
    });
    (user, person)
}

async fn open_account(tx: &mut Tx, user: UserId, person: PersonId, now: DateTime<Utc>) -> anyhow::Result<()> {
    let free = accounts::claim(tx, &address(user), person, "ru", now).await?;
    anyhow::ensure!(free, "the person has a chat already");
    Ok(())
}

/// The rows of the outbox that go to this chat, in order.
pub(crate) async fn rows_to(school: &TestSchool, chat: impl Into<ChatId>) -> Vec<outbox::Record> {
    let to = address(chat);
    let mut reader = school.app.db.read().await.unwrap();
    let mut rows = outbox::list(&mut reader).await.unwrap();
    rows.retain(|row| row.chat == to);
    rows
}

/// Decides on consents.
pub(crate) async fn decides(school: &TestSchool, person: PersonId, kinds: &[ConsentKind], decision: ConsentDecision) {
    let (kinds, now) = (kinds.to_vec(), school.now());
    write!(school, |tx| {
        for kind in kinds {
            let decided = Decided { kind, version: "1", text_sha256: "", decision, evidence: "a story" };
            consents::insert(tx, person, &decided, now).await?;
        }
        Ok(())
    });
}

/// Sends a questionnaire with these answers.
pub(crate) async fn sends_answers(
    school: &TestSchool,
    (organisation, person): (OrganisationId, PersonId),
    questionnaire: &'static str,
    given: &[(&'static str, Answer)],
) {
    let (given, now) = (given.to_vec(), school.now());
    write!(school, |tx| {
        let year = SchoolYear(2026);
        let response = responses::open(tx, (organisation, year), (person, questionnaire), now).await?;
        for (question, answer) in &given {
            answers::save(tx, response, (question, answer), now).await?;
        }
        anyhow::ensure!(responses::finish(tx, response, now).await?);
        Ok(())
    });
}

pub(crate) fn one(code: &str) -> Answer {
    Answer::Choice(code.to_owned())
}

pub(crate) fn many(codes: &[&str]) -> Answer {
    Answer::Choices(codes.iter().map(|&code| code.to_owned()).collect())
}
