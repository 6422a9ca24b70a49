//! A staff list page by page: whoever looks at eight names does not make the program read everybody.

use super::people::PersonRow;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::Person;
use sqlx::AnyConnection;

/// Of whom at an organisation a list is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffPart {
    /// Those whom no account has chosen yet.
    Unclaimed(OrganisationId),
    /// Everybody but this person.
    ColleaguesOf(OrganisationId, PersonId),
}

/// What the queries have in common: `$1` is the organisation, `$2` the person left out, `$3` whether those whom an
/// account has chosen are left out, too.
macro_rules! of_part {
    ($head:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $head,
            " FROM people p WHERE p.organisation = $1 AND p.archived_at IS NULL AND p.id <> $2
              AND ($3 = 0 OR NOT EXISTS (SELECT 1 FROM accounts a WHERE a.person = p.id)) ",
            $rest
        )
    };
}

impl StaffPart {
    fn values(self) -> (i64, i64, i64) {
        match self {
            Self::Unclaimed(organisation) => (organisation.0, 0, 1),
            Self::ColleaguesOf(organisation, person) => (organisation.0, person.0, 0),
        }
    }
}

/// How many there are.
pub async fn count(conn: &mut AnyConnection, part: StaffPart) -> anyhow::Result<usize> {
    let (organisation, left_out, unclaimed) = part.values();
    let count: i64 = sqlx::query_scalar(of_part!("COUNT(*)", ""))
        .bind(organisation)
        .bind(left_out)
        .bind(unclaimed)
        .fetch_one(conn)
        .await?;
    Ok(usize::try_from(count)?)
}

/// Some of them by name: so many, after so many.
pub async fn list(
    conn: &mut AnyConnection,
    part: StaffPart,
    (skipped, limit): (usize, usize),
) -> anyhow::Result<Vec<Person>> {
    let (organisation, left_out, unclaimed) = part.values();
    let rows: Vec<PersonRow> = sqlx::query_as(of_part!(
        "p.id, p.organisation, p.full_name, p.position, p.roles",
        "ORDER BY p.full_name, p.id LIMIT $4 OFFSET $5"
    ))
    .bind(organisation)
    .bind(left_out)
    .bind(unclaimed)
    .bind(i64::try_from(limit)?)
    .bind(i64::try_from(skipped)?)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// All their names, in order, for a search: neither database compares Cyrillic letters as people do.
pub async fn names(conn: &mut AnyConnection, part: StaffPart) -> anyhow::Result<Vec<(PersonId, String)>> {
    let (organisation, left_out, unclaimed) = part.values();
    let rows: Vec<(i64, String)> = sqlx::query_as(of_part!("p.id, p.full_name", "ORDER BY p.full_name, p.id"))
        .bind(organisation)
        .bind(left_out)
        .bind(unclaimed)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
}

/// Whether somebody is among them.
pub async fn holds(conn: &mut AnyConnection, part: StaffPart, person: PersonId) -> anyhow::Result<bool> {
    let (organisation, left_out, unclaimed) = part.values();
    let found: Option<i64> = sqlx::query_scalar(of_part!("p.id", "AND p.id = $4"))
        .bind(organisation)
        .bind(left_out)
        .bind(unclaimed)
        .bind(person.0)
        .fetch_optional(conn)
        .await?;
    Ok(found.is_some())
}

/// How many surnames one question names.
const SURNAMES: usize = 8;

/// The full names of those among them who have one of these surnames.
pub async fn namesakes(conn: &mut AnyConnection, part: StaffPart, surnames: &[String]) -> anyhow::Result<Vec<String>> {
    let (organisation, left_out, unclaimed) = part.values();
    let begins = |place: usize| format!("SUBSTR(p.full_name || ' ', 1, LENGTH(${place})) = ${place}");
    let any: Vec<String> = (4..4 + SURNAMES).map(begins).collect();
    let sql = format!("{} AND ({})", of_part!("p.full_name", ""), any.join(" OR "));
    let mut found = Vec::new();
    for some in surnames.chunks(SURNAMES) {
        // A shorter list is filled up, so that one statement serves all.
        let filled = some.iter().chain(some.last().into_iter().cycle()).take(SURNAMES);
        let query = sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(sql.clone()));
        let query = query.bind(organisation).bind(left_out).bind(unclaimed);
        let query = filled.fold(query, |query, surname| query.bind(format!("{surname} ")));
        found.extend(query.fetch_all(&mut *conn).await?);
    }
    Ok(found)
}
