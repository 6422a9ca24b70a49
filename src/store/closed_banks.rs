//! Banks that their curator has called complete.

use super::{Tx, facts, from_ms, to_ms};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::school_year::SchoolYear;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// A bank: whose, of which year, by the code of its questionnaire.
pub type BankKey<'a> = (OrganisationId, SchoolYear, &'a str);

/// When it was called complete; `None` while it is gathered.
pub async fn find(
    conn: &mut AnyConnection,
    (organisation, year, questionnaire): BankKey<'_>,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let at: Option<i64> = sqlx::query_scalar(
        "SELECT closed_at FROM closed_banks WHERE organisation = $1 AND school_year = $2 AND questionnaire = $3",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(questionnaire)
    .fetch_optional(conn)
    .await?;
    Ok(at.map(from_ms))
}

/// Calls a bank complete. Rows that wait for it look again.
pub async fn insert(
    tx: &mut Tx,
    (organisation, year, questionnaire): BankKey<'_>,
    by: PersonId,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO closed_banks (organisation, school_year, questionnaire, closed_by, closed_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation, school_year, questionnaire) DO NOTHING",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(questionnaire)
    .bind(by.0)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    facts::touch(tx, organisation, now).await
}

/// It is gathered on. What was closed by it stays closed.
pub async fn delete(
    tx: &mut Tx,
    (organisation, year, questionnaire): BankKey<'_>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM closed_banks WHERE organisation = $1 AND school_year = $2 AND questionnaire = $3")
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .bind(questionnaire)
        .execute(&mut **tx)
        .await?;
    facts::touch(tx, organisation, now).await
}
