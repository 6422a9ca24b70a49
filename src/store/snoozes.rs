//! «Напомнить позже».

use super::{Tx, many, to_date, to_ms};
use crate::domain::ids::{OccurrenceId, OrganisationId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// Puts an occurrence off for one person until a day.
pub async fn insert(
    tx: &mut Tx,
    (occurrence, person): (OccurrenceId, PersonId),
    until_on: NaiveDate,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query("INSERT INTO snoozes (id, occurrence, person, until_on, made_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(tx.next_id(now))
        .bind(occurrence.0)
        .bind(person.0)
        .bind(until_on.to_string())
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The days until which one person has put an occurrence off, the latest last: each time counts.
pub async fn list_of(
    conn: &mut AnyConnection,
    (occurrence, person): (OccurrenceId, PersonId),
) -> anyhow::Result<Vec<NaiveDate>> {
    let days: Vec<String> =
        sqlx::query_scalar("SELECT until_on FROM snoozes WHERE occurrence = $1 AND person = $2 ORDER BY id")
            .bind(occurrence.0)
            .bind(person.0)
            .fetch_all(conn)
            .await?;
    Ok(days.iter().filter_map(|day| to_date(day)).collect())
}

/// Of some occurrences: until which day who has put which off, by the latest word of each.
pub async fn list_latest(
    conn: &mut AnyConnection,
    occurrences: &[OccurrenceId],
) -> anyhow::Result<HashMap<(OccurrenceId, PersonId), NaiveDate>> {
    let head = "SELECT id, occurrence, person, until_on FROM snoozes WHERE occurrence";
    let mut rows: Vec<(i64, i64, i64, String)> = many::select(conn, head, occurrences.iter().map(|id| id.0)).await?;
    rows.sort_unstable_by_key(|(id, ..)| *id);
    let latest = |(_, occurrence, person, day): &(i64, i64, i64, String)| {
        Some(((OccurrenceId(*occurrence), PersonId(*person)), to_date(day)?))
    };
    Ok(rows.iter().filter_map(latest).collect())
}

/// Open occurrences that somebody has put off at least so often, with whom and how often: the curator sees them.
pub async fn list_often(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    times: usize,
) -> anyhow::Result<Vec<(OccurrenceId, PersonId, usize)>> {
    let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
        "SELECT s.occurrence, s.person, COUNT(*) FROM snoozes s JOIN occurrences o ON o.id = s.occurrence
         WHERE o.organisation = $1 AND o.state = 'open'
         GROUP BY s.occurrence, s.person HAVING COUNT(*) >= $2 ORDER BY s.occurrence, s.person",
    )
    .bind(organisation.0)
    .bind(i64::try_from(times).unwrap_or(i64::MAX))
    .fetch_all(conn)
    .await?;
    let count = |number: i64| usize::try_from(number).unwrap_or(0);
    Ok(rows.into_iter().map(|(one, person, times)| (one.into(), person.into(), count(times))).collect())
}
