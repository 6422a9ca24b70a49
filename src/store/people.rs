//! The staff list.

use super::many::{self, lists};
use super::{Engine, Tx, to_ms};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::{Person, Role};
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

#[derive(sqlx::FromRow)]
pub(super) struct PersonRow {
    pub(super) id: i64,
    pub(super) organisation: i64,
    pub(super) full_name: String,
    pub(super) position: String,
    pub(super) roles: String,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self {
            id: row.id.into(),
            organisation: row.organisation.into(),
            full_name: row.full_name,
            position: row.position,
            roles: row.roles.split_whitespace().filter_map(Role::from_code).collect(),
        }
    }
}

fn codes(roles: &[Role]) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ")
}

pub async fn insert(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO people (id, organisation, full_name, position, roles, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(person.id.0)
    .bind(person.organisation.0)
    .bind(&person.full_name)
    .bind(&person.position)
    .bind(codes(&person.roles))
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Keeps a changed name, position or roles.
pub async fn save(tx: &mut Tx, person: &Person) -> anyhow::Result<()> {
    sqlx::query("UPDATE people SET full_name = $2, position = $3, roles = $4 WHERE id = $1")
        .bind(person.id.0)
        .bind(&person.full_name)
        .bind(&person.position)
        .bind(codes(&person.roles))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Takes a person off the staff list; what they did stays.
pub async fn archive(tx: &mut Tx, id: PersonId, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query("UPDATE people SET archived_at = $2 WHERE id = $1")
        .bind(id.0)
        .bind(to_ms(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub async fn find(conn: &mut AnyConnection, id: PersonId) -> anyhow::Result<Option<Person>> {
    let row: Option<PersonRow> = sqlx::query_as(
        "SELECT id, organisation, full_name, position, roles FROM people WHERE id = $1 AND archived_at IS NULL",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    Ok(row.map(Person::from))
}

pub async fn get(conn: &mut AnyConnection, id: PersonId) -> anyhow::Result<Person> {
    find(conn, id).await?.with_context(|| format!("no person {id}"))
}

/// The staff, by name.
pub async fn list(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Vec<Person>> {
    let rows: Vec<PersonRow> = sqlx::query_as(
        "SELECT id, organisation, full_name, position, roles FROM people
         WHERE organisation = $1 AND archived_at IS NULL ORDER BY full_name, id",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// Somebody of the staff with the chat in which they can be written to.
pub struct Reachable {
    pub person: Person,
    pub chat: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ReachableRow {
    #[sqlx(flatten)]
    person: PersonRow,
    chat: Option<String>,
}

impl From<ReachableRow> for Reachable {
    fn from(row: ReachableRow) -> Self {
        Self { person: row.person.into(), chat: row.chat }
    }
}

macro_rules! reachable {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.organisation, p.full_name, p.position, p.roles, a.chat FROM people p
             LEFT JOIN accounts a ON a.person = p.id AND a.unreachable_at IS NULL
             WHERE p.archived_at IS NULL AND ",
            $rest
        )
    };
}

/// The text of [`list_holding`] for so many roles.
pub(super) fn list_holding_sql(engine: Engine, roles: usize) -> String {
    let holds: Vec<String> = (2..roles + 2).map(|place| format!("p.roles LIKE ${place}")).collect();
    // Most of a staff hold no role: the index leaves them out.
    format!(
        "{} {} AND p.roles <> '' AND ({}) ORDER BY p.organisation, p.full_name, p.id",
        reachable!("p.organisation"),
        many::among(engine, 1),
        holds.join(" OR ")
    )
}

/// The staff of some organisations who hold one of these roles, by name; nobody when none is named.
pub async fn list_holding(
    conn: &mut AnyConnection,
    organisations: &[OrganisationId],
    roles: &[Role],
) -> anyhow::Result<Vec<Reachable>> {
    if roles.is_empty() {
        return Ok(Vec::new());
    }
    let engine = Engine::of(conn);
    let organisations: Vec<i64> = organisations.iter().map(|id| id.0).collect();
    let mut found = Vec::new();
    for list in lists(engine, &organisations) {
        let query = sqlx::query_as(sqlx::AssertSqlSafe(list_holding_sql(engine, roles.len()))).bind(list);
        let query = roles.iter().fold(query, |query, role| query.bind(format!("%{}%", role.code())));
        let rows: Vec<ReachableRow> = query.fetch_all(&mut *conn).await?;
        found.extend(rows.into_iter().map(Reachable::from));
    }
    Ok(found)
}

/// These people, with the chat in which they can be written to.
pub async fn list_by_ids(conn: &mut AnyConnection, ids: &[PersonId]) -> anyhow::Result<Vec<Reachable>> {
    let rows: Vec<ReachableRow> = many::select(conn, reachable!("p.id"), ids.iter().map(|id| id.0)).await?;
    Ok(rows.into_iter().map(Reachable::from).collect())
}

/// Those on the staff list whom no account has chosen yet.
pub async fn list_unclaimed(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Vec<Person>> {
    let rows: Vec<PersonRow> = sqlx::query_as(
        "SELECT p.id, p.organisation, p.full_name, p.position, p.roles FROM people p
         WHERE p.organisation = $1 AND p.archived_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.person = p.id)
         ORDER BY p.full_name, p.id",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Person::from).collect())
}
