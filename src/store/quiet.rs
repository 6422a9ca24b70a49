//! When somebody may be disturbed: an organisation's quiet hours, by its own clock.

use super::organisations::{self, Organisation};
use super::{calendars, people, reminder_settings};
use crate::domain::ids::PersonId;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// Now, unless it is quiet there: then the next morning on which people there are told something.
pub async fn over(
    conn: &mut AnyConnection,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> anyhow::Result<DateTime<Utc>> {
    let (zone, wishes) = (organisation.zone, reminder_settings::find(conn, organisation.id).await?);
    if !wishes.quiet.contain(now, zone) {
        return Ok(now);
    }
    let calendar = calendars::of(conn, organisation).await?;
    let is_day = |day| wishes.is_day(day, calendar.is_reminder_day(day));
    // A calendar without working days keeps nothing back for ever.
    Ok(wishes.next_opening(now, zone, &is_day).unwrap_or(now))
}

/// The same for a person, where they work.
pub(super) async fn over_for(
    conn: &mut AnyConnection,
    person: PersonId,
    now: DateTime<Utc>,
) -> anyhow::Result<DateTime<Utc>> {
    let person = people::get(conn, person).await?;
    let organisation = organisations::get(conn, person.organisation).await?;
    over(conn, &organisation, now).await
}
