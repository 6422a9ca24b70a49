//! How full the banks are, and who is in a pair already.

use super::responses::consents;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::school_year::SchoolYear;
use sqlx::AnyConnection;

/// How full a bank is, in people of the staff list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, sqlx::FromRow)]
pub struct BankCount {
    pub staff: i64,
    pub finished: i64,
    pub drafts: i64,
}

/// How many of the staff are in the bank, or on the way there.
pub async fn count(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
    questionnaire: &str,
) -> anyhow::Result<BankCount> {
    let count = sqlx::query_as(concat!(
        "SELECT COUNT(*) AS staff,
           COUNT(CASE WHEN r.state = 'finished' AND ",
        consents!(),
        " THEN 1 END) AS finished,
           COUNT(CASE WHEN r.state = 'draft' THEN 1 END) AS drafts
         FROM people p LEFT JOIN responses r ON r.person = p.id AND r.school_year = $2 AND r.questionnaire = $3
         WHERE p.organisation = $1 AND p.archived_at IS NULL"
    ))
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(questionnaire)
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Those who stand in a pair of this year, proposed or made.
pub async fn list_paired(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Vec<PersonId>> {
    let pairs: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT mentor, mentee FROM pairs WHERE organisation = $1 AND school_year = $2
         AND state IN ('proposed', 'agreed', 'ordered', 'active')",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    Ok(pairs.into_iter().flat_map(|(mentor, mentee)| [mentor.into(), mentee.into()]).collect())
}

/// Everybody a person has stood in a pair with, or was asked to, by school year.
pub async fn list_partners(conn: &mut AnyConnection, person: PersonId) -> anyhow::Result<Vec<(SchoolYear, PersonId)>> {
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT school_year, CASE WHEN mentor = $1 THEN mentee ELSE mentor END FROM pairs
         WHERE mentor = $1 OR mentee = $1 ORDER BY school_year, id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    let partner = |(year, partner): (i64, i64)| Ok((SchoolYear(i32::try_from(year)?), partner.into()));
    rows.into_iter().map(partner).collect()
}
