//! What the bot believes of an occurrence and asks the curator: that it is done, or that it is done no more.

use super::{Tx, many, to_date, to_ms};
use crate::domain::ids::{DoubtId, OccurrenceId, OrganisationId, PersonId};
use crate::domain::roadmap::binding::{DoubtKind, Finding};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;

/// A question to the curator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    pub id: DoubtId,
    pub organisation: OrganisationId,
    pub occurrence: OccurrenceId,
    /// The words of a sub-item; '' for the whole row.
    pub item: String,
    pub kind: DoubtKind,
    pub finding: Finding,
    /// The day from which it is asked.
    pub ask_from: NaiveDate,
}

coded_enum! {
    /// What became of a question.
    pub enum DoubtAnswer {
        Yes = "yes",
        No = "no",
        /// It settled itself.
        Moot = "moot",
    }
}

#[derive(sqlx::FromRow)]
struct DoubtRow {
    id: i64,
    organisation: i64,
    occurrence: i64,
    item: String,
    kind: String,
    finding: String,
    ask_from: String,
}

impl TryFrom<DoubtRow> for Doubt {
    type Error = anyhow::Error;

    fn try_from(row: DoubtRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organisation: row.organisation.into(),
            occurrence: row.occurrence.into(),
            item: row.item,
            kind: DoubtKind::from_code(&row.kind).context("unknown kind of doubt")?,
            finding: serde_json::from_str(&row.finding).context("what a doubt rests on")?,
            ask_from: to_date(&row.ask_from).context("the day of a doubt")?,
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, organisation, occurrence, item, kind, finding, ask_from FROM doubts ", $rest)
    };
}

/// Those that can be read; the others are noted.
fn all(rows: Vec<DoubtRow>) -> Vec<Doubt> {
    many::readable("doubt", rows.into_iter().map(|row| (row.id, row)), Doubt::try_from)
}

/// An open question.
pub async fn find_open(conn: &mut AnyConnection, id: DoubtId) -> anyhow::Result<Option<Doubt>> {
    let row: Option<DoubtRow> =
        sqlx::query_as(select!("WHERE id = $1 AND answer = ''")).bind(id.0).fetch_optional(conn).await?;
    row.map(Doubt::try_from).transpose()
}

/// The open questions that are to be asked on a day or before it, oldest first.
pub async fn list_asked(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    today: NaiveDate,
) -> anyhow::Result<Vec<Doubt>> {
    let rows =
        sqlx::query_as(select!("WHERE organisation = $1 AND answer = '' AND ask_from <= $2 ORDER BY ask_from, id"))
            .bind(organisation.0)
            .bind(today.to_string())
            .fetch_all(conn)
            .await?;
    Ok(all(rows))
}

/// All open questions, also those whose day has not come.
pub async fn list_open(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Vec<Doubt>> {
    let rows = sqlx::query_as(select!("WHERE organisation = $1 AND answer = '' ORDER BY id"))
        .bind(organisation.0)
        .fetch_all(conn)
        .await?;
    Ok(all(rows))
}

/// Asks; what rests on the same finding and was answered before is not asked again, and one that is open already only
/// learns what is new.
pub async fn ask(tx: &mut Tx, doubt: &Doubt, now: DateTime<Utc>) -> anyhow::Result<()> {
    let finding = serde_json::to_string(&doubt.finding)?;
    let renewed = sqlx::query(
        "UPDATE doubts SET finding = $4, ask_from = $5
         WHERE occurrence = $1 AND item = $2 AND kind = $3 AND answer = ''",
    )
    .bind(doubt.occurrence.0)
    .bind(&doubt.item)
    .bind(doubt.kind.code())
    .bind(&finding)
    .bind(doubt.ask_from.to_string())
    .execute(&mut **tx)
    .await?;
    if renewed.rows_affected() > 0 {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO doubts (id, organisation, occurrence, item, kind, finding, ask_from)
         SELECT $1, $2, $3, $4, $5, $6, $7
         WHERE NOT EXISTS (SELECT 1 FROM doubts WHERE occurrence = $3 AND item = $4 AND kind = $5 AND finding = $6
                           AND answer IN ('yes', 'no'))",
    )
    .bind(tx.next_id(now))
    .bind(doubt.organisation.0)
    .bind(doubt.occurrence.0)
    .bind(&doubt.item)
    .bind(doubt.kind.code())
    .bind(&finding)
    .bind(doubt.ask_from.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether the curator has already said «not yet» about an occurrence.
pub async fn was_refused(conn: &mut AnyConnection, occurrence: OccurrenceId, item: &str) -> anyhow::Result<bool> {
    let one: Option<i64> = sqlx::query_scalar(
        "SELECT id FROM doubts WHERE occurrence = $1 AND item = $2 AND kind = 'close' AND answer = 'no' LIMIT 1",
    )
    .bind(occurrence.0)
    .bind(item)
    .fetch_optional(conn)
    .await?;
    Ok(one.is_some())
}

/// Settles a question; `false` when it is settled already.
pub async fn answer(
    tx: &mut Tx,
    id: DoubtId,
    (answer, by): (DoubtAnswer, Option<PersonId>),
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let done =
        sqlx::query("UPDATE doubts SET answer = $2, answered_by = $3, answered_at = $4 WHERE id = $1 AND answer = ''")
            .bind(id.0)
            .bind(answer.code())
            .bind(by.map(|by| by.0))
            .bind(to_ms(now))
            .execute(&mut **tx)
            .await?;
    Ok(done.rows_affected() == 1)
}
