//! What waits for the curators' word is told once a day, in one message, when something new has come to it.

use crate::app::App;
use crate::domain::notice::Notice;
use crate::domain::people::Role;
use crate::domain::reminder;
use crate::store::organisations::{self, Organisation};
use crate::store::outbox::{self, Postage};
use crate::store::{Tx, calendars, desk, marks, people};
use crate::text::Letter;
use chrono::{DateTime, NaiveTime, Utc};
use futures::FutureExt;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The name under which is kept what was told already.
const MARK: &str = "desk";

/// When it is told on a working day: with the reminders.
const FROM: NaiveTime = hour(9);
const UNTIL: NaiveTime = hour(20);

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

pub(super) async fn run(app: Arc<App>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut db = app.db.read().await?;
    for id in desk::list_organisations(&mut db).await? {
        let organisation = organisations::get(&mut db, id).await?;
        let local = now.with_timezone(&organisation.zone);
        let calendar = calendars::of(&mut db, &organisation).await?;
        if calendar.is_reminder_day(local.date_naive()) && (FROM..UNTIL).contains(&local.time()) {
            app.db.write(move |tx| async move { tell(tx, &organisation, now).await }.boxed()).await?;
        }
    }
    Ok(())
}

async fn tell(tx: &mut Tx, organisation: &Organisation, now: DateTime<Utc>) -> anyhow::Result<()> {
    let today = organisation.today(now);
    let keys = desk::list_keys(tx, organisation.id, today).await?;
    let told = marks::find(tx, MARK, organisation.id).await?.unwrap_or_default();
    let (told_on, told) = told.split_once(' ').unwrap_or(("", &told));
    let told: BTreeSet<&str> = told.split_whitespace().collect();
    let today_text = today.to_string();
    // Once a day: what comes after that is told tomorrow.
    if told_on == today_text || keys.iter().all(|key| told.contains(key.as_str())) {
        return Ok(());
    }
    let mark = format!("{today} {}", keys.into_iter().collect::<Vec<_>>().join(" "));
    marks::set_once(tx, MARK, organisation.id, &mark).await?;
    let staff = people::list(tx, organisation.id).await?;
    for curator in staff.into_iter().filter(|person| person.has(Role::Curator)) {
        let letter = Letter::Notice(Notice::Desk { person: curator.id, on: today });
        let postage = Postage::NOTICE.until(reminder::reminder_instant(today, organisation.zone, UNTIL));
        // Nobody waits for this: it is the curator's one unasked message beside the reminders.
        outbox::owe_person(tx, (curator.id, &format!("desk:{}:{today}", curator.id)), &letter, postage, now).await?;
    }
    Ok(())
}
