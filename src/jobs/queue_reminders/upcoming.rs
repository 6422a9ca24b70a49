//! When reminders will have something to do next: for a clock that is moved by hand.

use super::owed::OpenRows;
use super::{FROM, UNTIL, last_day};
use crate::app::App;
use crate::domain::reminder::{self, ReminderPolicy};
use crate::store::calendars;
use crate::store::organisations::{self, Organisation};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// The next instant at which a run would have something to do; now, when it is late already.
pub(in crate::jobs) async fn next_due(app: &App) -> anyhow::Result<Option<DateTime<Utc>>> {
    let now = app.clock.now();
    let mut db = app.db.read().await?;
    let mut soonest: Option<DateTime<Utc>> = None;
    for organisation in organisations::list(&mut db).await? {
        let at = next_of(&mut db, &organisation, now).await?;
        soonest = soonest.into_iter().chain(at).min();
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
    let done = last.is_some_and(|last| last >= today);
    let over = done || now.with_timezone(&organisation.zone).time() >= UNTIL;
    let from = if over { today.succ_opt().unwrap_or(today) } else { today };
    let policy = ReminderPolicy::default();
    let (first, ahead) = policy.window(last, today);
    let span = (first, ahead.max(organisation.school_year.last_day()));
    let open = OpenRows::due(db, organisation, span).await?.open(|_| Vec::new());
    let calendar = calendars::of(db, organisation).await?;
    let is_working = |day| calendar.is_reminder_day(day);
    let day = reminder::next_owing_day(&open, &policy, last, from, &is_working);
    Ok(day.map(|day| reminder::reminder_instant(day, organisation.zone, FROM).max(now)))
}
