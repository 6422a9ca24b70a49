//! What waits for the curators' word becomes a line of their day's message, when something new has come to it.
//!
//! What waits everywhere and what was told of it is read in few queries; only an organisation with news is written to.

use crate::app::App;
use crate::domain::ids::OrganisationId;
use crate::domain::notice::Notice;
use crate::domain::people::Role;
use crate::store::desk::Key;
use crate::store::organisations::{self, Organisation};
use crate::store::{Tx, desk, digest_lines, marks, people, reminder_settings};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The name under which is kept what was told already.
const MARK: &str = "desk";
/// Organisations that are looked at together.
const PORTION: usize = 250;

/// What waits at organisations.
type Keys = BTreeMap<OrganisationId, BTreeSet<Key>>;

pub(super) async fn run(app: Arc<App>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let news = list_news(&mut *app.db.read().await?, now).await?;
    for (organisation, mark) in news {
        let id = organisation.id;
        let unit = app.db.write(move |tx| async move { tell(tx, (&organisation, &mark), now).await }.boxed());
        // One organisation's trouble must not hold up the others; the next beat tries again.
        if let Err(error) = unit.await {
            tracing::error!(organisation = id.0, error = format!("{error:#}"), "the curators could not be told");
        }
    }
    Ok(())
}

/// The organisations to which something new has come, each with the mark of what is told then.
async fn list_news(db: &mut AnyConnection, now: DateTime<Utc>) -> anyhow::Result<Vec<(Organisation, String)>> {
    let keys: Keys = desk::list_keys(db).await?;
    let ids: Vec<OrganisationId> = keys.keys().copied().collect();
    let mut news = Vec::new();
    for portion in ids.chunks(PORTION) {
        let told = marks::list(db, MARK, portion).await?;
        for organisation in organisations::list_by_ids(db, portion).await? {
            let told = told.get(&organisation.id).map_or("", String::as_str);
            let mark = keys.get(&organisation.id).and_then(|keys| new_mark(keys, told, organisation.today(now)));
            news.extend(mark.map(|mark| (organisation, mark)));
        }
    }
    Ok(news)
}

/// What is noted once this day's line is kept: the day and all that waits on it; `None` when there is nothing new. One
/// line a day: what comes after that has its line tomorrow.
fn new_mark(keys: &BTreeSet<Key>, told: &str, today: NaiveDate) -> Option<String> {
    let (told_on, told) = told.split_once(' ').unwrap_or(("", told));
    let told: BTreeSet<&str> = told.split_whitespace().collect();
    let asked = keys.iter().filter(|key| key.ask_from.is_none_or(|from| from <= today));
    let asked: Vec<&str> = asked.map(|key| key.code.as_str()).collect();
    let is_new = told_on != today.to_string() && asked.iter().any(|key| !told.contains(key));
    is_new.then(|| format!("{today} {}", asked.join(" ")))
}

async fn tell(tx: &mut Tx, (organisation, mark): (&Organisation, &str), now: DateTime<Utc>) -> anyhow::Result<()> {
    let today = organisation.today(now);
    marks::set_once(tx, MARK, organisation.id, mark).await?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn key(code: &str, ask_from: Option<&str>) -> Key {
        Key { code: code.to_owned(), ask_from: ask_from.map(day) }
    }

    #[test]
    fn only_what_is_new_is_told_and_once_a_day() {
        let keys = BTreeSet::from([key("d1", Some("2026-09-15")), key("h2", None), key("d3", Some("2026-10-01"))]);
        let today = day("2026-09-15");
        assert_eq!(new_mark(&keys, "", today).as_deref(), Some("2026-09-15 d1 h2"));
        assert_eq!(new_mark(&keys, "2026-09-14 h2", today).as_deref(), Some("2026-09-15 d1 h2"));
        assert_eq!(new_mark(&keys, "2026-09-14 d1 h2", today), None, "nothing new");
        assert_eq!(new_mark(&keys, "2026-09-15 h2", today), None, "told today");
        assert_eq!(new_mark(&keys, "2026-09-30 d1 h2", day("2026-10-01")).as_deref(), Some("2026-10-01 d1 d3 h2"));
        assert_eq!(new_mark(&BTreeSet::new(), "", today), None);
    }
}
