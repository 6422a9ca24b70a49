//! «Напомнить позже».

use super::{Tx, to_date, to_ms};
use crate::domain::ids::{OccurrenceId, OrganisationId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;
use std::collections::HashSet;

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

/// Of the open occurrences of an organisation: who does not want to hear of which today, because the latest day chosen
/// has not come.
pub async fn list_sleeping(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    today: NaiveDate,
) -> anyhow::Result<HashSet<(OccurrenceId, PersonId)>> {
    list_by_day(conn, organisation, "until_on > $2", today).await
}

/// The same for those whose day is today: they are told, whatever else is due.
pub async fn list_waking(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    today: NaiveDate,
) -> anyhow::Result<HashSet<(OccurrenceId, PersonId)>> {
    list_by_day(conn, organisation, "until_on = $2", today).await
}

async fn list_by_day(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    condition: &'static str,
    today: NaiveDate,
) -> anyhow::Result<HashSet<(OccurrenceId, PersonId)>> {
    let sql = format!(
        "SELECT s.occurrence, s.person FROM snoozes s JOIN occurrences o ON o.id = s.occurrence
         WHERE o.organisation = $1 AND o.state = 'open' AND s.{condition}
           AND NOT EXISTS (SELECT 1 FROM snoozes n
                           WHERE n.occurrence = s.occurrence AND n.person = s.person AND n.id > s.id)"
    );
    // One of two conditions written above is all that was put into the text.
    let rows: Vec<(i64, i64)> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(organisation.0).bind(today.to_string()).fetch_all(conn).await?;
    Ok(rows.into_iter().map(|(occurrence, person)| (occurrence.into(), person.into())).collect())
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
