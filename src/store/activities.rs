//! The rows of road maps.

use super::{Tx, many, to_ms};
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::duty::{Duty, fields_for};
use crate::domain::roadmap::responsible::ResponsibleRole;
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;

#[derive(sqlx::FromRow)]
struct ActivityRow {
    id: i64,
    organisation: i64,
    school_year: i64,
    position: i64,
    stage: String,
    heading: String,
    activity: String,
    items: String,
    term_text: String,
    term_own: String,
    term_choice: String,
    responsible_text: String,
    responsible: String,
    persons: String,
    responsible_unclear: i64,
    result: String,
    version: i64,
}

/// The columns of a row, in one text for every query.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, organisation, school_year, position, stage, heading, activity, items, term_text, term_own, term_choice,
                    responsible_text, responsible, persons, responsible_unclear, result, version
             FROM activities ",
            $rest
        )
    };
}

impl TryFrom<ActivityRow> for Activity {
    type Error = anyhow::Error;

    fn try_from(row: ActivityRow) -> anyhow::Result<Self> {
        let roles: Vec<ResponsibleRole> = serde_json::from_str(&row.responsible).context("the posts of a row")?;
        let duty = Duty {
            deputies: fields_for(&roles, [row.responsible_text.as_str()].into_iter()),
            roles,
            persons: serde_json::from_str(&row.persons).context("the people of a row")?,
            unclear: row.responsible_unclear != 0,
        };
        Ok(Self {
            id: row.id.into(),
            organisation: row.organisation.into(),
            school_year: SchoolYear(i32::try_from(row.school_year)?),
            position: u32::try_from(row.position)?,
            stage: row.stage,
            heading: row.heading,
            activity: row.activity,
            items: serde_json::from_str(&row.items).context("the checklist of a row")?,
            term_text: row.term_text,
            term_own: row.term_own,
            term_choice: TermChoice::from_code(&row.term_choice).context("unknown choice of a term")?,
            responsible_text: row.responsible_text,
            duty,
            result: row.result,
            version: row.version,
        })
    }
}

fn all(rows: Vec<ActivityRow>) -> anyhow::Result<Vec<Activity>> {
    rows.into_iter().map(Activity::try_from).collect()
}

pub async fn find(conn: &mut AnyConnection, id: ActivityId) -> anyhow::Result<Option<Activity>> {
    let row: Option<ActivityRow> = sqlx::query_as(select!("WHERE id = $1")).bind(id.0).fetch_optional(conn).await?;
    row.map(Activity::try_from).transpose()
}

/// The rows in force of one year, in the order of the document.
pub async fn list(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Vec<Activity>> {
    let rows = sqlx::query_as(select!(
        "WHERE organisation = $1 AND school_year = $2 AND retired_at IS NULL ORDER BY position, id"
    ))
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    all(rows)
}

/// All rows of one year, also those that a newer document has replaced.
pub async fn list_of_year(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Vec<Activity>> {
    let rows = sqlx::query_as(select!("WHERE organisation = $1 AND school_year = $2 ORDER BY position, id"))
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .fetch_all(conn)
        .await?;
    all(rows)
}

/// The rows with an occurrence due in a stretch of days, done or not, in force or kept for what was done.
pub async fn list_due(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    (from, to): (NaiveDate, NaiveDate),
) -> anyhow::Result<Vec<Activity>> {
    let rows = sqlx::query_as(select!(
        "WHERE id IN (SELECT activity FROM occurrences
                      WHERE organisation = $1 AND due >= $2 AND due <= $3 AND state <> 'dropped')
         ORDER BY position, id"
    ))
    .bind(organisation.0)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(conn)
    .await?;
    all(rows)
}

/// Those among them that are there, by identifiers. A row that cannot be read is left out and noted: one
/// organisation's trouble must not silence the others.
pub async fn list_by_ids(conn: &mut AnyConnection, ids: &[ActivityId]) -> anyhow::Result<Vec<Activity>> {
    let rows = many::select(conn, select!("WHERE id"), ids.iter().map(|id| id.0)).await?;
    Ok(readable(rows))
}

/// The same, only rows that are in force.
pub async fn list_in_force(conn: &mut AnyConnection, ids: &[ActivityId]) -> anyhow::Result<Vec<Activity>> {
    let head = select!("WHERE retired_at IS NULL AND id");
    Ok(readable(many::select(conn, head, ids.iter().map(|id| id.0)).await?))
}

fn readable(rows: Vec<ActivityRow>) -> Vec<Activity> {
    many::readable("row", rows.into_iter().map(|row| (row.id, row)), Activity::try_from)
}

pub async fn insert(tx: &mut Tx, row: &Activity) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO activities (id, organisation, school_year, position, stage, heading, activity, items, term_text, term_own,
                                 term_choice, responsible_text, responsible, persons, responsible_unclear, result, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(row.id.0)
    .bind(row.organisation.0)
    .bind(i64::from(row.school_year.0))
    .bind(i64::from(row.position))
    .bind(&row.stage)
    .bind(&row.heading)
    .bind(&row.activity)
    .bind(serde_json::to_string(&row.items)?)
    .bind(&row.term_text)
    .bind(&row.term_own)
    .bind(row.term_choice.code())
    .bind(&row.responsible_text)
    .bind(serde_json::to_string(&row.duty.roles)?)
    .bind(serde_json::to_string(&row.duty.persons)?)
    .bind(i64::from(row.duty.unclear))
    .bind(&row.result)
    .bind(row.version)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Keeps a changed row; `false` when somebody changed it since `row.version` was read.
pub async fn save(tx: &mut Tx, row: &Activity) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE activities
         SET position = $3, stage = $4, heading = $5, activity = $6, items = $7, term_text = $8, term_own = $9,
             term_choice = $10, responsible_text = $11, responsible = $12, persons = $13, responsible_unclear = $14,
             result = $15,
             remind_at = 0, version = version + 1, retired_at = NULL
         WHERE id = $1 AND version = $2",
    )
    .bind(row.id.0)
    .bind(row.version)
    .bind(i64::from(row.position))
    .bind(&row.stage)
    .bind(&row.heading)
    .bind(&row.activity)
    .bind(serde_json::to_string(&row.items)?)
    .bind(&row.term_text)
    .bind(&row.term_own)
    .bind(row.term_choice.code())
    .bind(&row.responsible_text)
    .bind(serde_json::to_string(&row.duty.roles)?)
    .bind(serde_json::to_string(&row.duty.persons)?)
    .bind(i64::from(row.duty.unclear))
    .bind(&row.result)
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a row out of force; it stays only if something was done or begun in it.
pub async fn retire(tx: &mut Tx, id: ActivityId, now: DateTime<Utc>) -> anyhow::Result<()> {
    let done: Option<i64> = sqlx::query_scalar("SELECT id FROM occurrences WHERE activity = $1 LIMIT 1")
        .bind(id.0)
        .fetch_optional(&mut **tx)
        .await?;
    if done.is_some() {
        return set_aside(tx, id, now).await;
    }
    sqlx::query("DELETE FROM activities WHERE id = $1").bind(id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Takes a row out of force and keeps it, whatever was done in it: saved once more, it is in force again.
pub async fn set_aside(tx: &mut Tx, id: ActivityId, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query("UPDATE activities SET retired_at = $2, version = version + 1 WHERE id = $1")
        .bind(id.0)
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
