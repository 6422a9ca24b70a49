//! A fictional school in the middle of its September: what the filled demo starts with.
//!
//! People, consents and answers are written as their conversations would have written them; the road map, the
//! pairs and the order come about in the chats themselves, by the curator's hand.

use super::centre;
use super::hand::Hand;
use crate::chat::Action;
use crate::delivery::Delivery;
use crate::domain::consent::{ConsentDecision, ConsentKind};
use crate::domain::consent_texts::ConsentTexts;
use crate::domain::fictional_staff::{self, FictionalPerson};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::{OrganisationKind, Person, Role};
use crate::domain::questionnaire::{Answers, Questionnaires};
use crate::domain::school_year::SchoolYear;
use crate::sandbox::{ChatId, Rights, Sandbox, UserId};
use crate::store::consents::Decided;
use crate::store::invitations::{self, Invitation};
use crate::store::organisations::{self, Organisation};
use crate::store::{Tx, accounts, answers, consents, people, responses};
use anyhow::{Context, anyhow};
use chrono::{DateTime, Utc};
use futures::FutureExt;
use std::collections::HashMap;
use std::sync::Arc;

/// People at the end of the list who have not joined yet, so that joining can be tried.
const NOT_YET_IN: usize = 3;
/// Asked people who have not answered yet, so that answering can be tried.
const STILL_SILENT: usize = 2;

/// A mentor may be asked about so many mentees at once.
const MOST_ASKED: usize = 5;

/// Who plays whom.
struct Cast {
    people: Vec<(FictionalPerson, UserId)>,
    staff_code: String,
}

/// Fills the school. The clock must be in a September.
pub(super) async fn fill(sandbox: &Sandbox, bot: &Arc<Delivery>) -> anyhow::Result<()> {
    let channel = sandbox.add_channel("Школа № 7 · наставничество (вымышленная)", Some("school7_news"));
    sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    let cast = settle_in(sandbox, bot, channel).await?;
    let (inside, outside) = cast.people.split_at(cast.people.len() - NOT_YET_IN);
    for (_, user) in outside {
        sandbox.invite(*user, &cast.staff_code);
    }
    for (_, user) in inside {
        sandbox.say(*user, "/start");
    }
    bot.settle().await?;
    let curator = inside.iter().find(|(person, _)| person.roles.contains(&Role::Curator));
    let (_, curator) = curator.context("the fictional staff has no curator")?;
    let hand = Hand { sandbox, bot, user: *curator };
    run_programme(&hand, inside).await?;
    centre::settle_in(sandbox, bot).await
}

/// People, accounts, consents and answers, in one unit of work.
async fn settle_in(sandbox: &Sandbox, bot: &Arc<Delivery>, channel: ChatId) -> anyhow::Result<Cast> {
    let questionnaires = Questionnaires::load_builtin()?;
    let staff = fictional_staff::load_builtin(&questionnaires)?;
    let people: Vec<_> = staff.into_iter().map(|person| (sandbox.add_user(&person.full_name), person)).collect();
    let people: Vec<_> = people.into_iter().map(|(user, person)| (person, user)).collect();
    let now = bot.app.clock.now();
    let write = bot.app.db.write(move |tx| {
        async move {
            let organisation = found(tx, channel, now).await?;
            let mut ids = HashMap::new();
            for (person, _) in &people {
                ids.insert(person.number, PersonId(tx.next_id(now)));
            }
            let inside = people.len() - NOT_YET_IN;
            for (at, (person, user)) in people.iter().enumerate() {
                let id = ids[&person.number];
                people::insert(tx, &row(person, id, organisation.id), now).await?;
                if at < inside {
                    accounts::claim(tx, &format!("telegram:{}", user.0), id, "ru", now).await?;
                    answer(tx, &organisation, (person, &ids), now).await?;
                }
            }
            let staff_code = invitations::issue(tx, Invitation::Staff(organisation.id), now).await?.code;
            Ok(Cast { people, staff_code })
        }
        .boxed()
    });
    write.await
}

async fn found(tx: &mut Tx, channel: ChatId, now: DateTime<Utc>) -> anyhow::Result<Organisation> {
    let zone = chrono_tz::Europe::Moscow;
    let organisation = Organisation {
        id: OrganisationId(tx.next_id(now)),
        name: "Школа № 7 (вымышленная)".to_owned(),
        kind: OrganisationKind::School,
        zone,
        school_year: SchoolYear::containing(now.with_timezone(&zone).date_naive()),
        channel: format!("telegram:{}", channel.0),
        channel_title: "Школа № 7 · наставничество".to_owned(),
    };
    organisations::save(tx, &organisation, now).await?;
    Ok(organisation)
}

fn row(person: &FictionalPerson, id: PersonId, organisation: OrganisationId) -> Person {
    let mut roles = person.roles.clone();
    roles.extend(person.mentor.as_ref().map(|_| Role::Mentor));
    roles.extend(person.mentee.as_ref().map(|_| Role::Mentee));
    Person { id, organisation, full_name: person.full_name.clone(), position: person.position.clone(), roles }
}

/// What this person has consented to and answered by now.
async fn answer(
    tx: &mut Tx,
    organisation: &Organisation,
    (person, ids): (&FictionalPerson, &HashMap<i64, PersonId>),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let id = ids[&person.number];
    consent(tx, id, ConsentKind::PersonalData, ConsentDecision::Given, now).await?;
    // Some would rather not be named in public.
    let named = if person.number % 5 == 0 { ConsentDecision::Refused } else { ConsentDecision::Given };
    consent(tx, id, ConsentKind::Publication, named, now).await?;
    if person.mentor.is_some() {
        consent(tx, id, ConsentKind::ExtraDuties, ConsentDecision::Given, now).await?;
    }
    for (questionnaire, given) in [("mentor", &person.mentor), ("mentee", &person.mentee)] {
        let Some(given) = given else { continue };
        let given: Answers = given.with_people(|stand_in| ids[&stand_in.0]);
        let response =
            responses::open(tx, (organisation.id, organisation.school_year), (id, questionnaire), now).await?;
        for (question, answer) in given.iter() {
            answers::save(tx, response, (question, answer), now).await?;
        }
        responses::finish(tx, response, now).await?;
    }
    Ok(())
}

async fn consent(
    tx: &mut Tx,
    person: PersonId,
    kind: ConsentKind,
    decision: ConsentDecision,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let texts = ConsentTexts::builtin().map_err(|error| anyhow!("{error}"))?;
    let version = &texts.get(kind).context("a consent without a text")?.version;
    let decided = Decided { kind, version, text_sha256: "demo", decision, evidence: "demo" };
    consents::insert(tx, person, &decided, now).await
}

/// The curator at work: the usual road map, pairs, the order.
async fn run_programme(curator: &Hand<'_>, people: &[(FictionalPerson, UserId)]) -> anyhow::Result<()> {
    curator.says("/menu").await?;
    curator.presses("open the road map", |action| matches!(action, Action::RoadMap)).await?;
    curator.presses("take the usual one", |action| matches!(action, Action::RoadMapTemplate)).await?;
    curator.presses("load it", |action| matches!(action, Action::RoadMapLoad)).await?;
    curator.says("/menu").await?;
    curator.presses("match", |action| matches!(action, Action::Matching)).await?;
    curator.presses("run the matching", |action| matches!(action, Action::MatchingRun { .. })).await?;
    curator.presses("ask everybody", |action| matches!(action, Action::MatchingAsk)).await?;
    curator.presses("ask everybody indeed", |action| matches!(action, Action::MatchingAskAll { .. })).await?;
    agree(curator, people).await?;
    curator.says("/menu").await?;
    curator.presses("open the pairs", |action| matches!(action, Action::Pairs)).await?;
    curator.presses("enter an order", |action| matches!(action, Action::PairsOrder)).await?;
    curator.presses("take all agreed pairs", |action| matches!(action, Action::OrderNext)).await?;
    curator.says("15-од").await?;
    curator.presses("date the order", |action| matches!(action, Action::OrderOn { .. })).await?;
    curator.presses("make it official", |action| matches!(action, Action::OrderSure { announce: true })).await
}

/// Whoever was asked agrees, but for some who have not read it yet; the others have no such button.
async fn agree(curator: &Hand<'_>, people: &[(FictionalPerson, UserId)]) -> anyhow::Result<()> {
    let mut silent = 0;
    for (person, user) in people {
        if person.mentee.is_some() && silent < STILL_SILENT {
            silent += 1;
            continue;
        }
        let asked = Hand { user: *user, ..*curator };
        for _ in 0..MOST_ASKED {
            if asked.presses("agree", |action| matches!(action, Action::PairYes { .. })).await.is_err() {
                break;
            }
        }
    }
    Ok(())
}
