//! Responses: one person's filling of a questionnaire in one school year, and the banks they make.

use super::answers::{answers_column, from_column};
use super::{Tx, facts, from_ms, to_ms};
use crate::domain::ids::{OrganisationId, PersonId, ResponseId};
use crate::domain::questionnaire::Answers;
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

coded_enum! {
    /// How far a response is.
    pub enum ResponseState {
        /// Being filled in, or opened again to be corrected.
        Draft = "draft",
        /// Sent: in the bank.
        Finished = "finished",
        /// Taken back by the person.
        Withdrawn = "withdrawn",
    }
}

/// One person's filling of a questionnaire, with the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    pub id: ResponseId,
    pub person: PersonId,
    pub questionnaire: String,
    pub state: ResponseState,
    pub finished_at: Option<DateTime<Utc>>,
    pub answers: Answers,
}

#[derive(sqlx::FromRow)]
struct ResponseRow {
    id: i64,
    person: i64,
    questionnaire: String,
    state: String,
    finished_at: Option<i64>,
    answers: String,
}

impl TryFrom<ResponseRow> for Response {
    type Error = anyhow::Error;

    fn try_from(row: ResponseRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id.into(),
            person: row.person.into(),
            state: ResponseState::from_code(&row.state).context("unknown state of a response")?,
            questionnaire: row.questionnaire,
            finished_at: row.finished_at.map(from_ms),
            answers: from_column(&row.answers)?,
        })
    }
}

macro_rules! select {
    ($condition:literal) => {
        concat!(
            "SELECT r.id, r.person, r.questionnaire, r.state, r.finished_at, ",
            answers_column!(),
            " FROM responses r ",
            $condition
        )
    };
}

pub async fn find(conn: &mut AnyConnection, id: ResponseId) -> anyhow::Result<Option<Response>> {
    let row: Option<ResponseRow> = sqlx::query_as(select!("WHERE r.id = $1")).bind(id.0).fetch_optional(conn).await?;
    row.map(Response::try_from).transpose()
}

/// What a person has answered in a school year, in the order in which it was begun.
pub async fn list_of(conn: &mut AnyConnection, person: PersonId, year: SchoolYear) -> anyhow::Result<Vec<Response>> {
    let rows: Vec<ResponseRow> =
        sqlx::query_as(select!("WHERE r.person = $1 AND r.school_year = $2 ORDER BY r.started_at, r.id"))
            .bind(person.0)
            .bind(i64::from(year.0))
            .fetch_all(conn)
            .await?;
    rows.into_iter().map(Response::try_from).collect()
}

/// What a person has ever answered.
pub async fn list_all(conn: &mut AnyConnection, person: PersonId) -> anyhow::Result<Vec<Response>> {
    let rows: Vec<ResponseRow> = sqlx::query_as(select!("WHERE r.person = $1 ORDER BY r.started_at, r.id"))
        .bind(person.0)
        .fetch_all(conn)
        .await?;
    rows.into_iter().map(Response::try_from).collect()
}

/// Begins a response, or takes up again the one that was withdrawn or finished; its answers stay.
pub async fn open(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    (person, questionnaire): (PersonId, &str),
    now: DateTime<Utc>,
) -> anyhow::Result<ResponseId> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO responses (id, organisation, school_year, questionnaire, person, state, started_at)
         VALUES ($1, $2, $3, $4, $5, 'draft', $6)
         ON CONFLICT (person, school_year, questionnaire) DO UPDATE SET state = 'draft' RETURNING id",
    )
    .bind(tx.next_id(now))
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(questionnaire)
    .bind(person.0)
    .bind(to_ms(now))
    .fetch_one(&mut **tx)
    .await?;
    facts::touch(tx, organisation, now).await?;
    Ok(id.into())
}

/// Puts a finished response into its bank; `false` when it was not a draft any more.
pub async fn finish(tx: &mut Tx, id: ResponseId, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let done =
        sqlx::query("UPDATE responses SET state = 'finished', finished_at = $2 WHERE id = $1 AND state = 'draft'")
            .bind(id.0)
            .bind(to_ms(now))
            .execute(&mut **tx)
            .await?;
    facts::touch_of_response(tx, id, now).await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a response out of its bank.
pub async fn withdraw(tx: &mut Tx, id: ResponseId, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query("UPDATE responses SET state = 'withdrawn' WHERE id = $1").bind(id.0).execute(&mut **tx).await?;
    facts::touch_of_response(tx, id, now).await
}

/// Whether a person stands in a pair of this year, proposed or made: then the answers stay as they are.
pub async fn is_paired(conn: &mut AnyConnection, person: PersonId, year: SchoolYear) -> anyhow::Result<bool> {
    let one: Option<i64> = sqlx::query_scalar(
        "SELECT id FROM pairs WHERE (mentor = $1 OR mentee = $1) AND school_year = $2
         AND state IN ('proposed', 'agreed', 'ordered', 'active') LIMIT 1",
    )
    .bind(person.0)
    .bind(i64::from(year.0))
    .fetch_optional(conn)
    .await?;
    Ok(one.is_some())
}

/// Stands in a `WHERE`: the person `p` gave the consent to personal data and has not taken it back.
macro_rules! consents {
    () => {
        "'given' = (SELECT c.decision FROM consents c WHERE c.person = p.id AND c.kind = 'personal_data'
                    ORDER BY c.id DESC LIMIT 1)"
    };
}
pub(super) use consents;

/// The finished responses to one questionnaire, by name of the person: what the bank shows and matching takes.
pub async fn list_finished(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
    questionnaire: &str,
) -> anyhow::Result<Vec<(PersonId, Answers)>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(concat!(
        "SELECT r.person, ",
        answers_column!(),
        " FROM responses r JOIN people p ON p.id = r.person AND p.archived_at IS NULL
         WHERE r.organisation = $1 AND r.school_year = $2 AND r.questionnaire = $3 AND r.state = 'finished' AND ",
        consents!(),
        " ORDER BY p.full_name, p.id"
    ))
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(questionnaire)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|(person, column)| Ok((person.into(), from_column(&column)?))).collect()
}

/// One person's response in a bank; `None` when it is not, or no longer, there.
pub async fn find_finished(
    conn: &mut AnyConnection,
    (organisation, year): (OrganisationId, SchoolYear),
    (person, questionnaire): (PersonId, &str),
) -> anyhow::Result<Option<Answers>> {
    let column: Option<String> = sqlx::query_scalar(concat!(
        "SELECT ",
        answers_column!(),
        " FROM responses r JOIN people p ON p.id = r.person AND p.archived_at IS NULL
         WHERE r.organisation = $1 AND r.school_year = $2 AND r.questionnaire = $3 AND r.person = $4
           AND r.state = 'finished' AND ",
        consents!()
    ))
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(questionnaire)
    .bind(person.0)
    .fetch_optional(conn)
    .await?;
    column.map(|column| from_column(&column)).transpose()
}
