//! Silence has consequences: who was asked and does not answer is reminded once, then the curator hears of it, then
//! the pair is given up so that the next candidate can be asked.

use crate::app::App;
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::PersonId;
use crate::domain::notice::Notice;
use crate::domain::pair::{AnswerPolicy, AnswerStep, Pair, PairState, Side};
use crate::domain::people::Role;
use crate::domain::reminder::{in_quiet_hours, reminder_instant};
use crate::store::organisations::Organisation;
use crate::store::pairs::{self, PairRecord};
use crate::store::{Tx, accounts, calendars, digest_lines, organisations, people};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use futures::FutureExt;
use std::sync::Arc;

/// Nobody is reminded before this hour of a working day.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

pub(super) async fn run(app: Arc<App>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let asked = pairs::list_asked(&mut *app.db.read().await?).await?;
    if asked.is_empty() {
        return Ok(());
    }
    app.db
        .write(move |tx| {
            async move {
                for record in asked {
                    follow(tx, record, now).await?;
                }
                Ok(())
            }
            .boxed()
        })
        .await
}

async fn follow(tx: &mut Tx, record: PairRecord, now: DateTime<Utc>) -> anyhow::Result<()> {
    let organisation = organisations::get(tx, record.organisation).await?;
    let calendar = calendars::of(tx, &organisation).await?;
    if !is_time(&organisation, &calendar, now) {
        return Ok(());
    }
    let today = organisation.today(now);
    let policy = AnswerPolicy::default();
    let step = policy.step(record.pair.asked_on, today);
    if step == AnswerStep::Wait {
        return Ok(());
    }
    if step == AnswerStep::Expire {
        return expire(tx, record, today, now).await;
    }
    let pair = &record.pair;
    for side in pair.awaited() {
        let notice = Notice::PairNudged { pair: pair.id, side };
        let key = format!("pair nudged:{}:{side}", pair.id);
        owe(tx, (&organisation, person_on(pair, side)), (&key, now), &notice).await?;
    }
    if step == AnswerStep::TellCurator {
        let notice = Notice::PairSilent { pair: pair.id };
        owe_curators(tx, &organisation, &format!("pair silent:{}", pair.id), now, &notice).await?;
    }
    Ok(())
}

/// Gives the pair up, if nobody answered since it was read, and tells all whom it concerns.
async fn expire(tx: &mut Tx, record: PairRecord, today: NaiveDate, now: DateTime<Utc>) -> anyhow::Result<()> {
    let organisation = organisations::get(tx, record.organisation).await?;
    let pair = record.pair.expire(today, &AnswerPolicy::default())?;
    if !pairs::save(tx, &pair, record.version, now).await? {
        return Ok(());
    }
    for side in Side::ALL.iter().copied() {
        let key = format!("pair over:{}:{side}", pair.id);
        let notice = Notice::PairOver { pair: pair.id, side };
        owe(tx, (&organisation, person_on(&pair, side)), (&key, now), &notice).await?;
    }
    let notice = Notice::PairSilent { pair: pair.id };
    owe_curators(tx, &organisation, &format!("pair expired:{}", pair.id), now, &notice).await
}

/// From nine in the morning of a working day, and not at night.
fn is_time(organisation: &Organisation, calendar: &WorkingDays, now: DateTime<Utc>) -> bool {
    let local = now.with_timezone(&organisation.zone);
    calendar.is_working(local.date_naive()) && local.time() >= MORNING && !in_quiet_hours(now, organisation.zone)
}

fn person_on(pair: &Pair, side: Side) -> PersonId {
    match side {
        Side::Mentor => pair.mentor,
        Side::Mentee => pair.mentee,
    }
}

async fn owe_curators(
    tx: &mut Tx,
    organisation: &Organisation,
    what: &str,
    now: DateTime<Utc>,
    notice: &Notice,
) -> anyhow::Result<()> {
    let staff = people::list(tx, organisation.id).await?;
    for curator in staff.into_iter().filter(|person| person.has(Role::Curator)) {
        owe(tx, (organisation, curator.id), (&format!("{what}:{}", curator.id), now), notice).await?;
    }
    Ok(())
}

/// Keeps a line of this morning's message for somebody who has a chat; the key makes it the same thing only once.
async fn owe(
    tx: &mut Tx,
    (organisation, person): (&Organisation, PersonId),
    (key, now): (&str, DateTime<Utc>),
    notice: &Notice,
) -> anyhow::Result<()> {
    if accounts::chat_of(tx, person).await?.is_none() {
        return Ok(());
    }
    let line = notice.line(person, key, organisation.today(now)).context("silence is told in the day's message")?;
    digest_lines::insert_many(tx, &[(organisation.id, line, now)], now).await?;
    Ok(())
}

/// The next morning on which silence has a consequence.
pub(super) async fn next_due(app: &App) -> anyhow::Result<Option<DateTime<Utc>>> {
    let now = app.clock.now();
    let mut db = app.db.read().await?;
    let mut soonest: Option<DateTime<Utc>> = None;
    for record in pairs::list_asked(&mut db).await? {
        let organisation = organisations::get(&mut db, record.organisation).await?;
        debug_assert_eq!(record.pair.state(), PairState::Proposed);
        let policy = AnswerPolicy::default();
        let asked_on = record.pair.asked_on;
        let days = [policy.nudges_on(asked_on), policy.tells_curator_on(asked_on), policy.expires_on(asked_on)];
        let calendar = calendars::of(&mut db, &organisation).await?;
        let mornings =
            days.into_iter().map(|day| reminder_instant(calendar.next_working_day(day), organisation.zone, MORNING));
        let next = mornings.filter(|morning| *morning > now).min();
        soonest = soonest.into_iter().chain(next).min();
    }
    Ok(soonest)
}
