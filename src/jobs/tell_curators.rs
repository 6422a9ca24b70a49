//! What waits for the curators' word becomes a line of their day's message, when something new has come to it.

use crate::app::App;
use crate::domain::notice::Notice;
use crate::domain::people::Role;
use crate::store::organisations::{self, Organisation};
use crate::store::{Tx, desk, digest_lines, marks, people, reminder_settings};
use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::FutureExt;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The name under which is kept what was told already.
const MARK: &str = "desk";

pub(super) async fn run(app: Arc<App>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut db = app.db.read().await?;
    for id in desk::list_organisations(&mut db).await? {
        let organisation = organisations::get(&mut db, id).await?;
        app.db.write(move |tx| async move { tell(tx, &organisation, now).await }.boxed()).await?;
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
    // One line a day: what comes after that has its line tomorrow.
    if told_on == today_text || keys.iter().all(|key| told.contains(key.as_str())) {
        return Ok(());
    }
    let mark = format!("{today} {}", keys.into_iter().collect::<Vec<_>>().join(" "));
    marks::set_once(tx, MARK, organisation.id, &mark).await?;
    let opening = reminder_settings::find(tx, organisation.id).await?.opening(today, organisation.zone);
    // What is there before the morning belongs to it; what comes later waits for the next one.
    let deliver_at = if now <= opening { opening } else { DateTime::UNIX_EPOCH };
    let staff = people::list(tx, organisation.id).await?;
    for curator in staff.into_iter().filter(|person| person.has(Role::Curator)) {
        let notice = Notice::Desk { person: curator.id, on: today };
        let line = notice.line(curator.id, "desk", today).context("the desk is told in the day's message")?;
        digest_lines::insert_many(tx, &[(organisation.id, line, deliver_at)], now).await?;
    }
    Ok(())
}
