//! A whole school year on a played clock: the real bot, the sandbox, and a staff that does not exist.
//!
//! `stage` is where they play, `script` and `curator` lead the curator, `year` is the course of the year, `ledger`
//! counts what arrived against what `debts` says is owed, `diary` keeps what went to whom.

mod curator;
mod debts;
mod diary;
mod ledger;
mod road_map;
mod script;
mod stage;
mod words;
mod year;

pub use diary::{Entry, Recipient, What};
pub use ledger::{Posts, Reminders};
pub use words::in_words;

use crate::domain::fictional_staff::{self, FictionalPerson};
use crate::domain::pair::PairState;
use crate::domain::questionnaire::Questionnaires;
use crate::domain::roadmap::replan::OccurrenceState;
use crate::domain::school_year::SchoolYear;
use crate::store::{accounts, occurrences, organisations, pairs, responses};
use anyhow::{Context, anyhow};
use serde::Serialize;
use stage::Stage;
use std::time::Instant;

/// What is rehearsed.
pub struct RehearsalOptions {
    /// The document's name and content; `None` for the built-in template.
    pub road_map: Option<(String, Vec<u8>)>,
    /// People on the staff list, the curator among them.
    pub staff: usize,
    pub year: SchoolYear,
    /// The same seed plays the same year.
    pub seed: u64,
    /// Where the data of the year is kept.
    pub database: String,
}

/// What the year came to, counted from the chats and the tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Those who came in, the curator among them.
    pub people: usize,
    /// Questionnaires that were sent.
    pub responses: usize,
    /// Pairs that have their order.
    pub pairs: usize,
    /// Dated instances of the road map's rows.
    pub occurrences: usize,
    pub reminders: Reminders,
    pub posts: Posts,
    /// New messages to the one person who got the most, answers and the curator included.
    pub busiest_person_messages: usize,
    /// Presses and messages of people that nothing came of.
    pub unanswered: usize,
    pub wall_ms: u128,
}

/// A played year.
pub struct Rehearsed {
    pub summary: Summary,
    /// What went to whom without being asked for, day by day.
    pub diary: Vec<Entry>,
    /// Questionnaires that somebody meant to send and did not.
    pub unsent: usize,
}

/// Plays the year.
pub async fn rehearse(options: &RehearsalOptions) -> anyhow::Result<Rehearsed> {
    let begun = Instant::now();
    let questionnaires = Questionnaires::builtin().map_err(|error| anyhow!("{error}"))?;
    let staff = fictional_staff::generate(options.staff, options.seed, questionnaires)?;
    let mut stage = Stage::set(year::dawn(options.year), &options.database).await?;
    let played = year::play(&mut stage, options, &staff).await?;
    let mut rehearsed = sum_up(&stage, options.year, played, &staff).await?;
    stage.app().db.close().await;
    rehearsed.summary.wall_ms = begun.elapsed().as_millis();
    Ok(rehearsed)
}

async fn sum_up(
    stage: &Stage,
    year: SchoolYear,
    diary: diary::Diary,
    staff: &[FictionalPerson],
) -> anyhow::Result<Rehearsed> {
    let mut db = stage.app().db.read().await?;
    let organisations = organisations::list(&mut db).await?;
    let organisation = organisations.first().context("the school is gone")?.id;
    let people = accounts::list_joined(&mut db, organisation).await?;
    let mut sent = 0;
    for form in Questionnaires::builtin().map_err(|error| anyhow!("{error}"))?.iter() {
        sent += responses::list_finished(&mut db, organisation, year, &form.code).await?.len();
    }
    let pairs = pairs::list(&mut db, organisation, year).await?;
    let rows = occurrences::list_of_year(&mut db, organisation, year).await?;
    let done = rows.iter().filter(|row| row.state == OccurrenceState::Done);
    let summary = Summary {
        people: people.len(),
        responses: sent,
        pairs: pairs.iter().filter(|record| is_official(record.pair.state())).count(),
        occurrences: rows.len(),
        reminders: stage.ledger.reminders(&done.map(|row| row.id).collect()),
        posts: stage.ledger.posts(),
        busiest_person_messages: stage.ledger.busiest(),
        unanswered: stage.unanswered(),
        wall_ms: 0,
    };
    Ok(Rehearsed {
        summary,
        diary: diary.entries(staff),
        unsent: stage.crowd.values().map(crate::play::actors::Actor::unsent).sum(),
    })
}

/// Whether an order names the pair, also if it has ended since.
fn is_official(state: PairState) -> bool {
    matches!(state, PairState::Ordered | PairState::Active | PairState::Completed)
}
