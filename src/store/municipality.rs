//! Organisations around a municipal centre: who belongs to which, and their states in numbers.

use super::{Tx, from_ms, to_date, to_ms};
use crate::domain::ids::OrganisationId;
use crate::domain::municipality::{RollUp, Sum};
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// An organisation as its centre sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub organisation: OrganisationId,
    pub name: String,
    pub since: DateTime<Utc>,
    pub numbers: RollUp,
}

/// The centre that sees this organisation's numbers, and since when.
pub async fn find_centre(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
) -> anyhow::Result<Option<(OrganisationId, DateTime<Utc>)>> {
    let row: Option<(i64, i64)> =
        sqlx::query_as("SELECT parent, parent_since FROM organisations WHERE id = $1 AND parent IS NOT NULL")
            .bind(organisation.0)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(centre, since)| (centre.into(), from_ms(since))))
}

/// Puts an organisation under a centre; `false` when it belongs to one already.
pub async fn join(
    tx: &mut Tx,
    (organisation, centre): (OrganisationId, OrganisationId),
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let done = sqlx::query("UPDATE organisations SET parent = $2, parent_since = $3 WHERE id = $1 AND parent IS NULL")
        .bind(organisation.0)
        .bind(centre.0)
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes an organisation out of its centre; `false` when it belonged to none.
pub async fn leave(tx: &mut Tx, organisation: OrganisationId) -> anyhow::Result<bool> {
    let done =
        sqlx::query("UPDATE organisations SET parent = NULL, parent_since = NULL WHERE id = $1 AND parent IS NOT NULL")
            .bind(organisation.0)
            .execute(&mut **tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// The organisations of a centre by name, with their numbers of a school year as they are on a day.
pub async fn list(
    conn: &mut AnyConnection,
    centre: OrganisationId,
    (year, today): (SchoolYear, NaiveDate),
) -> anyhow::Result<Vec<Member>> {
    let rows: Vec<(i64, String, i64)> =
        sqlx::query_as("SELECT id, name, parent_since FROM organisations WHERE parent = $1 ORDER BY name, id")
            .bind(centre.0)
            .fetch_all(&mut *conn)
            .await?;
    let numbers = numbers(conn, centre, (year, today)).await?;
    let member = |(id, name, since): (i64, String, i64)| Member {
        organisation: id.into(),
        name,
        since: from_ms(since),
        numbers: numbers.get(&id).copied().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(member).collect())
}

/// The numbers of one organisation: what its centre sees or would see.
pub async fn numbers_of(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    when: (SchoolYear, NaiveDate),
) -> anyhow::Result<RollUp> {
    Ok(numbers(conn, organisation, when).await?.get(&organisation.0).copied().unwrap_or_default())
}

/// Numbers by organisation, of this one and of those under it. Nothing else leaves an organisation.
async fn numbers(
    conn: &mut AnyConnection,
    centre: OrganisationId,
    (year, today): (SchoolYear, NaiveDate),
) -> anyhow::Result<HashMap<i64, RollUp>> {
    let mut numbers: HashMap<i64, RollUp> = HashMap::new();
    let dates: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT a.organisation, COUNT(*), COUNT(CASE WHEN o.state = 'done' THEN 1 END),
                COUNT(CASE WHEN o.state = 'open' AND o.due < $3 AND o.official_due < $3 THEN 1 END)
         FROM organisations c
         JOIN activities a ON a.organisation = c.id AND a.school_year = $2
         JOIN occurrences o ON o.activity = a.id AND o.state <> 'dropped'
         WHERE c.parent = $1 OR c.id = $1 GROUP BY a.organisation",
    )
    .bind(centre.0)
    .bind(i64::from(year.0))
    .bind(today.to_string())
    .fetch_all(&mut *conn)
    .await?;
    for (organisation, all, done, late) in dates {
        let one = numbers.entry(organisation).or_default();
        (one.done, one.late, one.ahead) = (done, late, all - done - late);
    }
    let pairs: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT p.organisation, COUNT(*), COUNT(DISTINCT p.mentor), COUNT(DISTINCT p.mentee)
         FROM organisations c
         JOIN pairs p ON p.organisation = c.id AND p.school_year = $2 AND p.state IN ('ordered', 'active')
         WHERE c.parent = $1 OR c.id = $1 GROUP BY p.organisation",
    )
    .bind(centre.0)
    .bind(i64::from(year.0))
    .fetch_all(&mut *conn)
    .await?;
    for (organisation, pairs, mentors, mentees) in pairs {
        let one = numbers.entry(organisation).or_default();
        (one.pairs, one.mentors, one.mentees) = (pairs, mentors, mentees);
    }
    let responses: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT r.organisation, COUNT(*)
         FROM organisations c
         JOIN responses r ON r.organisation = c.id AND r.school_year = $2 AND r.state = 'finished'
         WHERE c.parent = $1 OR c.id = $1 GROUP BY r.organisation",
    )
    .bind(centre.0)
    .bind(i64::from(year.0))
    .fetch_all(&mut *conn)
    .await?;
    for (organisation, questionnaires) in responses {
        numbers.entry(organisation).or_default().questionnaires = questionnaires;
    }
    Ok(numbers)
}

/// Keeps the sums of a day; a later look on the same day replaces an earlier one.
pub async fn save_sum(
    tx: &mut Tx,
    centre: OrganisationId,
    (year, today): (SchoolYear, NaiveDate),
    sum: &Sum,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO roll_ups (centre, school_year, taken_on, sums) VALUES ($1, $2, $3, $4)
         ON CONFLICT (centre, school_year, taken_on) DO UPDATE SET sums = excluded.sums",
    )
    .bind(centre.0)
    .bind(i64::from(year.0))
    .bind(today.to_string())
    .bind(serde_json::to_string(sum)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The sums of the last look before a day, and its day.
pub async fn find_sum_before(
    conn: &mut AnyConnection,
    centre: OrganisationId,
    (year, today): (SchoolYear, NaiveDate),
) -> anyhow::Result<Option<(NaiveDate, Sum)>> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT taken_on, sums FROM roll_ups WHERE centre = $1 AND school_year = $2 AND taken_on < $3
         ORDER BY taken_on DESC LIMIT 1",
    )
    .bind(centre.0)
    .bind(i64::from(year.0))
    .bind(today.to_string())
    .fetch_optional(conn)
    .await?;
    let Some((day, sums)) = row else {
        return Ok(None);
    };
    let day = to_date(&day).context("the day of a roll-up")?;
    Ok(Some((day, serde_json::from_str(&sums).context("the sums of a roll-up")?)))
}
