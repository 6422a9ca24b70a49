//! Silence has consequences: who was asked and does not answer is reminded once, then the curator hears of it, then
//! the pair is given up so that the next candidate can be asked.

use crate::app::App;
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::notice::Notice;
use crate::domain::pair::{AnswerPolicy, AnswerStep, Side};
use crate::domain::people::Role;
use crate::domain::reminder::{ReminderSettings, next_reminder_day};
use crate::store::organisations::Organisation;
use crate::store::pairs::{self, PairRecord};
use crate::store::{Tx, accounts, calendars, digest_lines, organisations, people, reminder_settings};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use sqlx::AnyConnection;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) async fn run(app: Arc<App>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let asked = list_asked(&mut *app.db.read().await?).await?;
    for (id, records) in asked {
        let unit = app.db.write(move |tx| async move { follow_all(tx, (id, records), now).await }.boxed());
        // One organisation's trouble must not hold up the others; the next beat tries again.
        if let Err(error) = unit.await {
            tracing::error!(organisation = id.0, error = format!("{error:#}"), "pairs could not be followed");
        }
    }
    Ok(())
}

/// The pairs that wait for an answer, by organisation.
async fn list_asked(db: &mut AnyConnection) -> anyhow::Result<BTreeMap<OrganisationId, Vec<PairRecord>>> {
    let mut asked: BTreeMap<OrganisationId, Vec<PairRecord>> = BTreeMap::new();
    for record in pairs::list_asked(db).await? {
        asked.entry(record.organisation).or_default().push(record);
    }
    Ok(asked)
}

/// An organisation with the hours and days on which its people may be told something.
struct Office {
    organisation: Organisation,
    settings: ReminderSettings,
    calendar: WorkingDays,
}

impl Office {
    async fn load(db: &mut AnyConnection, id: OrganisationId) -> anyhow::Result<Self> {
        let organisation = organisations::get(db, id).await?;
        let calendar = calendars::of(db, &organisation).await?;
        Ok(Self { settings: reminder_settings::find(db, id).await?, organisation, calendar })
    }

    fn is_day(&self, day: NaiveDate) -> bool {
        self.settings.is_day(day, self.calendar.is_reminder_day(day))
    }

    /// From the hour of the day's message on: what silence leads to is a line of it.
    fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.settings.is_open(now, self.organisation.zone, &|day| self.is_day(day))
    }

    /// When the message goes out that can speak of a day first.
    fn opening(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        let day = next_reminder_day(day, &|day| self.is_day(day))?;
        Some(self.settings.opening(day, self.organisation.zone))
    }
}

async fn follow_all(
    tx: &mut Tx,
    (id, records): (OrganisationId, Vec<PairRecord>),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let office = Office::load(tx, id).await?;
    if !office.is_open(now) {
        return Ok(());
    }
    for record in records {
        follow(tx, (&office.organisation, record), now).await?;
    }
    Ok(())
}

async fn follow(
    tx: &mut Tx,
    (organisation, record): (&Organisation, PairRecord),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let step = AnswerPolicy::default().step(record.pair.asked_on, organisation.today(now));
    if step == AnswerStep::Wait {
        return Ok(());
    }
    if step == AnswerStep::Expire {
        return expire(tx, (organisation, record), now).await;
    }
    let pair = &record.pair;
    for side in pair.awaited() {
        let notice = Notice::PairNudged { pair: pair.id, side };
        let key = format!("pair nudged:{}:{side}", pair.id);
        owe(tx, (organisation, pair.person(side)), (&key, now), &notice).await?;
    }
    if step == AnswerStep::TellCurator {
        let notice = Notice::PairSilent { pair: pair.id };
        owe_curators(tx, organisation, &format!("pair silent:{}", pair.id), now, &notice).await?;
    }
    Ok(())
}

/// Gives the pair up, if nobody answered since it was read, and tells all whom it concerns.
async fn expire(
    tx: &mut Tx,
    (organisation, record): (&Organisation, PairRecord),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let pair = record.pair.expire(organisation.today(now), &AnswerPolicy::default())?;
    if !pairs::save(tx, &pair, record.version, now).await? {
        return Ok(());
    }
    for side in Side::ALL.iter().copied() {
        let key = format!("pair over:{}:{side}", pair.id);
        let notice = Notice::PairOver { pair: pair.id, side };
        owe(tx, (organisation, pair.person(side)), (&key, now), &notice).await?;
    }
    let notice = Notice::PairSilent { pair: pair.id };
    owe_curators(tx, organisation, &format!("pair expired:{}", pair.id), now, &notice).await
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

/// The next morning on which silence has a consequence. An organisation that cannot be read has none.
pub(super) async fn next_due(app: &App) -> anyhow::Result<Option<DateTime<Utc>>> {
    let now = app.clock.now();
    let mut db = app.db.read().await?;
    let mut soonest: Option<DateTime<Utc>> = None;
    for (id, records) in list_asked(&mut db).await? {
        let office = match Office::load(&mut db, id).await {
            Ok(office) => office,
            Err(error) => {
                tracing::error!(organisation = id.0, error = format!("{error:#}"), "pairs could not be looked at");
                continue;
            }
        };
        let policy = AnswerPolicy::default();
        let asked = records.iter().map(|record| record.pair.asked_on);
        let days = asked.flat_map(|on| [policy.nudges_on(on), policy.tells_curator_on(on), policy.expires_on(on)]);
        let next = days.filter_map(|day| office.opening(day)).filter(|morning| *morning > now).min();
        soonest = soonest.into_iter().chain(next).min();
    }
    Ok(soonest)
}
