//! What was dealt with already, by name: a second time is nothing.

use super::Tx;
use crate::domain::ids::OrganisationId;
use sqlx::AnyConnection;

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

/// The latest mark of a job.
pub async fn find(conn: &mut AnyConnection, job: &str, organisation: OrganisationId) -> anyhow::Result<Option<String>> {
    let mark = sqlx::query_scalar("SELECT mark FROM job_marks WHERE job = $1 AND organisation = $2")
        .bind(job)
        .bind(organisation.0)
        .fetch_optional(conn)
        .await?;
    Ok(mark)
}
