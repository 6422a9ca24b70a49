//! What was dealt with already, by name: a second time is nothing.

use super::Tx;
use super::many;
use crate::domain::ids::OrganisationId;
use sqlx::AnyConnection;
use std::collections::HashMap;

/// Notes that a thing was dealt with; `false` when it had been before.
pub async fn set_once(tx: &mut Tx, job: &str, organisation: OrganisationId, mark: &str) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "INSERT INTO job_marks (job, organisation, mark) VALUES ($1, $2, $3) ON CONFLICT (job, organisation) DO UPDATE
         SET mark = excluded.mark WHERE job_marks.mark <> excluded.mark",
    )
    .bind(job)
    .bind(organisation.0)
    .bind(mark)
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The job that asks about the next school year; its mark is the asking day.
pub const NEW_YEAR: &str = "new year";

/// Notes for many organisations what was dealt with.
pub async fn set_many(tx: &mut Tx, job: &'static str, marks: &[(OrganisationId, String)]) -> anyhow::Result<()> {
    let sql = |values: &str| {
        format!(
            "INSERT INTO job_marks (job, organisation, mark) VALUES {values}
             ON CONFLICT (job, organisation) DO UPDATE SET mark = excluded.mark"
        )
    };
    many::execute(tx, (marks, 3), sql, |statement, (organisation, mark)| {
        statement.bind(job).bind(organisation.0).bind(mark.clone())
    })
    .await?;
    Ok(())
}

/// The latest mark of a job.
pub async fn find(conn: &mut AnyConnection, job: &str, organisation: OrganisationId) -> anyhow::Result<Option<String>> {
    let mark = sqlx::query_scalar("SELECT mark FROM job_marks WHERE job = $1 AND organisation = $2")
        .bind(job)
        .bind(organisation.0)
        .fetch_optional(conn)
        .await?;
    Ok(mark)
}

/// The latest marks of a job, of those organisations that have one.
pub async fn list(
    conn: &mut AnyConnection,
    job: &'static str,
    organisations: &[OrganisationId],
) -> anyhow::Result<HashMap<OrganisationId, String>> {
    let head = format!("SELECT organisation, mark FROM job_marks WHERE job = '{job}' AND organisation");
    let rows: Vec<(i64, String)> = many::select(conn, &head, organisations.iter().map(|id| id.0)).await?;
    Ok(rows.into_iter().map(|(organisation, mark)| (organisation.into(), mark)).collect())
}
