//! Queues the reminders of the road map: one digest for each responsible person and working day, at 9:00 there.
//!
//! Safe to run twice and late: a mark holds the day that was dealt with, and the key of each digest holds its day.
//! What was due while the program stood still goes out once within its grace; beyond it, it is counted for the
//! curator.

use crate::app::App;
use crate::domain::calendar::russia;
use crate::domain::ids::{ActivityId, PersonId};
use crate::domain::notice::{Class, Lane, Notice};
use crate::domain::people::{Person, Role};
use crate::domain::reminder::{self, OpenOccurrence, ReminderPolicy, Reminders};
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::organisations::{self, Organisation};
use crate::store::outbox::{self, Envelope};
use crate::store::{Reader, Tx, accounts, activities, marks, occurrences, people};
use crate::text::Letter;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use futures::FutureExt;
use sqlx::AnyConnection;
use std::collections::{BTreeSet, HashMap};
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
        let done = app
            .db
            .write(move |tx| async move { queue(tx, &organisation, now).await }.boxed())
            .await;
        match done {
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
async fn due_organisations(
    db: &mut Reader,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Organisation>> {
    let mut due = Vec::new();
    for organisation in organisations::list(db).await? {
        let today = organisation.today(now);
        let window = FROM..UNTIL;
        let time = now.with_timezone(&organisation.zone).time();
        let waits = last_day(db, &organisation)
            .await?
            .is_none_or(|last| last < today);
        if waits && russia().is_working(today) && window.contains(&time) {
            due.push(organisation);
        }
    }
    Ok(due)
}

/// The day that was dealt with last.
async fn last_day(
    db: &mut AnyConnection,
    organisation: &Organisation,
) -> anyhow::Result<Option<NaiveDate>> {
    let mark = marks::find(db, MARK, organisation.id).await?;
    Ok(mark.and_then(|mark| mark.parse().ok()))
}

/// Deals with today for one organisation, in one unit of work.
async fn queue(
    tx: &mut Tx,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> anyhow::Result<Report> {
    let today = organisation.today(now);
    let last = last_day(tx, organisation).await?;
    // A second program may have been quicker; a clock that went back finds everything done.
    let first = last.is_none_or(|last| last < today)
        && marks::set_once(tx, MARK, organisation.id, &today.to_string()).await?;
    if !first {
        return Ok(Report::default());
    }
    let open = open_rows(
        tx,
        organisation,
        ReminderPolicy::default().window(last, today),
    )
    .await?;
    // Most days owe nothing: then the staff list is not even looked at.
    let anybody = owed(&open, |_| vec![PersonId(0)], (last, today));
    if anybody.digests.is_empty() && anybody.missed.is_empty() {
        return Ok(Report::default());
    }
    let circle = Circle::load(tx, organisation).await?;
    let owed = owed(&open, |row| circle.reminded(row), (last, today));
    let mut wanted: BTreeSet<PersonId> = owed.digests.iter().map(|digest| digest.person).collect();
    if !owed.missed.is_empty() {
        let mark = format!("{today} {}", owed.missed.len());
        marks::set_once(tx, marks::MISSED_REMINDERS, organisation.id, &mark).await?;
        wanted.extend(circle.curators());
    }
    let mut queued = 0;
    for person in wanted {
        if let Some(chat) = circle.chats.get(&person) {
            let notice = Notice::Digest {
                person,
                on: today,
                after: last,
            };
            queued += usize::from(owe(tx, organisation, (person, chat), notice, now).await?);
        }
    }
    Ok(Report {
        queued,
        missed: owed.missed.len(),
    })
}

/// Open occurrences with their rows, due in a stretch of days.
async fn open_rows(
    db: &mut AnyConnection,
    organisation: &Organisation,
    span: (NaiveDate, NaiveDate),
) -> anyhow::Result<Vec<(Occurrence, Activity)>> {
    let rows = activities::list_due(db, organisation.id, span).await?;
    let rows: HashMap<ActivityId, Activity> = rows.into_iter().map(|row| (row.id, row)).collect();
    let open = occurrences::list_open(db, organisation.id, span).await?;
    Ok(open
        .into_iter()
        .filter_map(|one| rows.get(&one.activity).cloned().map(|row| (one, row)))
        .collect())
}

fn owed(
    open: &[(Occurrence, Activity)],
    responsible: impl Fn(&Activity) -> Vec<PersonId>,
    (last, today): (Option<NaiveDate>, NaiveDate),
) -> Reminders {
    let open: Vec<OpenOccurrence> = open
        .iter()
        .map(|(one, row)| OpenOccurrence {
            id: one.id,
            activity: one.activity,
            due: one.due,
            rhythm: row.rhythm(),
            responsible: responsible(row),
        })
        .collect();
    reminder::reminders(&open, &ReminderPolicy::default(), last, today, &|day| {
        russia().is_working(day)
    })
}

/// The staff and their chats.
struct Circle {
    staff: Vec<Person>,
    paired: BTreeSet<PersonId>,
    chats: HashMap<PersonId, String>,
}

impl Circle {
    async fn load(db: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<Self> {
        Ok(Self {
            staff: people::list(db, organisation.id).await?,
            paired: activities::paired_mentors(db, organisation.id, organisation.school_year)
                .await?,
            chats: accounts::list_reachable(db, organisation.id)
                .await?
                .into_iter()
                .collect(),
        })
    }

    fn curators(&self) -> impl Iterator<Item = PersonId> {
        self.staff
            .iter()
            .filter(|person| person.has(Role::Curator))
            .map(|person| person.id)
    }

    /// Who hears about a row: those who do it, and the curators for those who cannot be written to.
    fn reminded(&self, row: &Activity) -> Vec<PersonId> {
        let responsible = row.duty.people(&self.staff, &self.paired);
        let (near, far): (Vec<&Person>, Vec<&Person>) = responsible
            .into_iter()
            .partition(|person| self.chats.contains_key(&person.id));
        let mut reminded: Vec<PersonId> = near.into_iter().map(|person| person.id).collect();
        if !far.is_empty() {
            reminded.extend(self.curators());
        }
        reminded
    }
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

/// The next instant at which a run would have something to do.
pub(super) async fn next_due(app: &App) -> anyhow::Result<Option<DateTime<Utc>>> {
    let now = app.clock.now();
    let mut db = app.db.read().await?;
    let mut soonest: Option<DateTime<Utc>> = None;
    for organisation in organisations::list(&mut db).await? {
        let Some(at) = next_of(&mut db, &organisation, now).await? else {
            continue;
        };
        soonest = Some(soonest.map_or(at, |soonest| soonest.min(at)));
    }
    Ok(soonest)
}

async fn next_of(
    db: &mut AnyConnection,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let today = organisation.today(now);
    let last = last_day(db, organisation).await?;
    let over = last.is_some_and(|last| last >= today)
        || now.with_timezone(&organisation.zone).time() >= UNTIL;
    let from = if over {
        today.succ_opt().unwrap_or(today)
    } else {
        today
    };
    let policy = ReminderPolicy::default();
    let span = (
        policy.window(last, today).0,
        organisation
            .school_year
            .last_day()
            .max(policy.window(last, today).1),
    );
    let open: Vec<OpenOccurrence> = open_rows(db, organisation, span)
        .await?
        .into_iter()
        .map(|(one, row)| OpenOccurrence {
            id: one.id,
            activity: one.activity,
            due: one.due,
            rhythm: row.rhythm(),
            responsible: Vec::new(),
        })
        .collect();
    let day = reminder::next_owing_day(&open, &policy, last, from, &|day| russia().is_working(day));
    Ok(day.map(|day| reminder::reminder_instant(day, organisation.zone, FROM).max(now)))
}
