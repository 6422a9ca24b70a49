//! Queues the reminders of the road map: one digest for each responsible person and working day, at 9:00 there.
//!
//! Safe to run twice and late: a mark holds the day that was dealt with, and the key of each digest holds its day.
//! What was due while the program or the messenger stood still goes out once within its grace; beyond it, it is
//! counted for the curator.

mod circle;
mod owed;
mod upcoming;

pub(super) use upcoming::next_due;

use crate::app::App;
use crate::domain::ids::PersonId;
use crate::domain::notice::{Class, Lane, Notice};
use crate::domain::reminder;
use crate::domain::roadmap::next_year;
use crate::store::organisations::{self, Organisation};
use crate::store::outbox::{self, Envelope};
use crate::store::{Reader, Tx, calendars, marks};
use crate::text::Letter;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use circle::Circle;
use futures::FutureExt;
use owed::OpenRows;
use sqlx::AnyConnection;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The name under which the day that was dealt with is kept.
const MARK: &str = "reminders";

/// When reminders go out, and when it is too late to send them on the same day: well before quiet hours.
const FROM: NaiveTime = hour(9);
const UNTIL: NaiveTime = hour(20);

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// What a run did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    pub queued: usize,
    /// Reminders that came too late to be sent.
    pub missed: usize,
}

/// Queues what is due now, for every organisation where it is time.
pub async fn run(app: &Arc<App>) -> anyhow::Result<Report> {
    let now = app.clock.now();
    let due = due_organisations(&mut app.db.read().await?, now).await?;
    let mut total = Report::default();
    for organisation in due {
        let id = organisation.id;
        let unit = app.db.write(move |tx| async move { queue(tx, &organisation, now).await }.boxed());
        match unit.await {
            Ok(report) => {
                total.queued += report.queued;
                total.missed += report.missed;
            }
            // One organisation's trouble must not silence the others; the next beat tries again.
            Err(error) => {
                let error = format!("{error:#}");
                tracing::error!(organisation = id.0, error, "reminders could not be queued");
            }
        }
    }
    Ok(total)
}

/// The organisations whose day of reminders has come and was not dealt with.
async fn due_organisations(db: &mut Reader, now: DateTime<Utc>) -> anyhow::Result<Vec<Organisation>> {
    let mut due = Vec::new();
    for organisation in organisations::list(db).await? {
        let today = organisation.today(now);
        let time = now.with_timezone(&organisation.zone).time();
        let waits = last_day(db, &organisation).await?.is_none_or(|last| last < today);
        if waits && (FROM..UNTIL).contains(&time) && calendars::of(db, &organisation).await?.is_reminder_day(today) {
            due.push(organisation);
        }
    }
    Ok(due)
}

/// The day that was dealt with last.
async fn last_day(db: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<Option<NaiveDate>> {
    let mark = marks::find(db, MARK, organisation.id).await?;
    Ok(mark.and_then(|mark| mark.parse().ok()))
}

/// Deals with today for one organisation, in one unit of work.
async fn queue(tx: &mut Tx, organisation: &Organisation, now: DateTime<Utc>) -> anyhow::Result<Report> {
    let today = organisation.today(now);
    let last = last_day(tx, organisation).await?;
    // A second program may have been quicker; a clock that went back finds everything done.
    let first =
        last.is_none_or(|last| last < today) && marks::set_once(tx, MARK, organisation.id, &today.to_string()).await?;
    if !first {
        return Ok(Report::default());
    }
    let unsent = unsent(tx, organisation, last, now).await?;
    let open = OpenRows::load(tx, organisation, (last, today)).await?;
    // Most days owe nothing: then the staff list is not even looked at.
    let asks = next_year::is_asked(organisation.school_year, (last, today));
    if !asks && unsent.is_empty() && open.owe_nothing((last, today)) {
        return Ok(Report::default());
    }
    let circle = Circle::load(tx, organisation).await?;
    let owed = open.owed(|row| circle.reminded(row), (last, today));
    let mut wanted: BTreeMap<PersonId, Option<NaiveDate>> = owed.digests.iter().map(|one| (one.person, last)).collect();
    for (after, people) in unsent {
        let open = OpenRows::load(tx, organisation, (after, today)).await?;
        let owed = open.owed(|row| circle.reminded(row), (after, today));
        let still = owed.digests.iter().map(|one| one.person);
        wanted.extend(still.filter(|one| people.contains(one)).map(|one| (one, after)));
    }
    let missed = owed.missed.len();
    if missed > 0 {
        let mark = format!("{today} {missed}");
        marks::set_once(tx, marks::MISSED_REMINDERS, organisation.id, &mark).await?;
        for curator in circle.curators() {
            wanted.entry(curator).or_insert(last);
        }
    }
    if asks {
        for curator in circle.curators() {
            wanted.entry(curator).or_insert(last);
        }
    }
    let mut queued = 0;
    for (person, after) in wanted {
        if let Some(chat) = circle.chat(person) {
            let notice = Notice::Digest { person, on: today, after };
            queued += usize::from(owe(tx, organisation, (person, chat), notice, now).await?);
        }
    }
    Ok(Report { queued, missed })
}

/// Those whose digest of the day before could not be sent all day long, by the day after which it began.
async fn unsent(
    tx: &mut Tx,
    organisation: &Organisation,
    last: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> anyhow::Result<BTreeMap<Option<NaiveDate>, Vec<PersonId>>> {
    let mut unsent: BTreeMap<Option<NaiveDate>, Vec<PersonId>> = BTreeMap::new();
    let Some(last) = last else { return Ok(unsent) };
    let (start, end) = (format!("digest:{}:", organisation.id), format!(":{last}"));
    for letter in outbox::list_outdated(tx, (&start, &end), now).await? {
        if let Letter::Notice(Notice::Digest { person, on, after }) = serde_json::from_str(&letter)? {
            let after = after.or(on.pred_opt());
            unsent.entry(after).or_default().push(person);
        }
    }
    Ok(unsent)
}

/// Queues a digest; `false` when it is there already.
async fn owe(
    tx: &mut Tx,
    organisation: &Organisation,
    (person, chat): (PersonId, &str),
    notice: Notice,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let today = organisation.today(now);
    let letter = serde_json::to_string(&Letter::Notice(notice))?;
    let envelope = Envelope {
        dedupe_key: &format!("digest:{}:{person}:{today}", organisation.id),
        chat,
        lane: Lane::Notice,
        class: Class::Repeatable,
        letter: &letter,
        not_before: now,
        expires_at: Some(reminder::reminder_instant(today, organisation.zone, UNTIL)),
    };
    Ok(outbox::enqueue(tx, &envelope, now).await?.is_some())
}
