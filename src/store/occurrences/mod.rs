//! The dated instances of rows.
//!
//! One that is not planned any more although something was given for it has the state `dropped`: nobody sees it, and
//! it is there again with what was given as soon as its day is.

mod planned;

pub use planned::apply;

use super::{Tx, from_ms, many, to_date, to_ms, wakings};
use crate::domain::ids::{ActivityId, OccurrenceId, OrganisationId, PairId, PersonId};
use crate::domain::roadmap::replan::{Existing, OccurrenceState};
use crate::domain::roadmap::standing::{Count, Dated};
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sqlx::AnyConnection;
use std::collections::BTreeSet;

/// One dated instance of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    pub id: OccurrenceId,
    pub activity: ActivityId,
    /// The pair whose programme's end it is, for rows that come with it.
    pub pair: Option<PairId>,
    pub organisation: OrganisationId,
    /// The date in the document, or the day of the pair's end.
    pub official_due: NaiveDate,
    /// The working day on or before it.
    pub due: NaiveDate,
    pub state: OccurrenceState,
    pub done_at: Option<DateTime<Utc>>,
    pub done_by: Option<PersonId>,
    /// Grows with each change: the second of two devices is told.
    pub version: i64,
}

impl Occurrence {
    pub fn is_open(&self) -> bool {
        self.state == OccurrenceState::Open
    }

    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due < today
    }

    /// As those who check see it: in time is whatever the document's day or the working day before it allows.
    pub fn dated(&self, zone: Tz) -> Dated {
        let closed = self.done_at.map_or(self.due, |at| at.with_timezone(&zone).date_naive());
        Dated { last_day: self.official_due.max(self.due), done_on: (!self.is_open()).then_some(closed) }
    }
}

/// How many of these are done, late, ahead.
pub fn count(all: &[Occurrence], zone: Tz, today: NaiveDate) -> Count {
    let dates: Vec<Dated> = all.iter().map(|one| one.dated(zone)).collect();
    Count::of(&dates, today)
}

#[derive(sqlx::FromRow)]
struct OccurrenceRow {
    id: i64,
    activity: i64,
    pair: i64,
    organisation: i64,
    official_due: String,
    due: String,
    state: String,
    done_at: Option<i64>,
    done_by: Option<i64>,
    version: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, activity, pair, organisation, official_due, due, state, done_at, done_by, version FROM occurrences ",
            $rest
        )
    };
}

impl TryFrom<OccurrenceRow> for Occurrence {
    type Error = anyhow::Error;

    fn try_from(row: OccurrenceRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id.into(),
            activity: row.activity.into(),
            pair: (row.pair != 0).then_some(PairId(row.pair)),
            organisation: row.organisation.into(),
            official_due: to_date(&row.official_due).context("the official day of an occurrence")?,
            due: to_date(&row.due).context("the due day of an occurrence")?,
            state: OccurrenceState::from_code(&row.state).context("unknown state of an occurrence")?,
            done_at: row.done_at.map(from_ms),
            done_by: row.done_by.map(PersonId),
            version: row.version,
        })
    }
}

fn all(rows: Vec<OccurrenceRow>) -> anyhow::Result<Vec<Occurrence>> {
    rows.into_iter().map(Occurrence::try_from).collect()
}

pub async fn find(conn: &mut AnyConnection, id: OccurrenceId) -> anyhow::Result<Option<Occurrence>> {
    let row: Option<OccurrenceRow> =
        sqlx::query_as(select!("WHERE id = $1 AND state <> 'dropped'")).bind(id.0).fetch_optional(conn).await?;
    row.map(Occurrence::try_from).transpose()
}

/// The occurrences due in a stretch of days, both ends included, earliest first.
pub async fn list_due(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    (from, to): (NaiveDate, NaiveDate),
) -> anyhow::Result<Vec<Occurrence>> {
    let rows = sqlx::query_as(select!(
        "WHERE organisation = $1 AND due >= $2 AND due <= $3 AND state <> 'dropped' ORDER BY due, id"
    ))
    .bind(organisation.0)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(conn)
    .await?;
    all(rows)
}

/// The open ones among them.
pub async fn list_open(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    (from, to): (NaiveDate, NaiveDate),
) -> anyhow::Result<Vec<Occurrence>> {
    let rows = sqlx::query_as(select!(
        "WHERE organisation = $1 AND state = 'open' AND due >= $2 AND due <= $3 ORDER BY due, id"
    ))
    .bind(organisation.0)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(conn)
    .await?;
    all(rows)
}

/// Those among them that are there, by identifiers. One that cannot be read is left out and noted.
pub async fn list_by_ids(conn: &mut AnyConnection, ids: &[OccurrenceId]) -> anyhow::Result<Vec<Occurrence>> {
    let rows: Vec<OccurrenceRow> =
        many::select(conn, select!("WHERE state <> 'dropped' AND id"), ids.iter().map(|id| id.0)).await?;
    Ok(many::readable("occurrence", rows.into_iter().map(|row| (row.id, row)), Occurrence::try_from))
}

/// All of one row.
pub async fn list_of(conn: &mut AnyConnection, activity: ActivityId) -> anyhow::Result<Vec<Occurrence>> {
    let rows = sqlx::query_as(select!("WHERE activity = $1 AND state <> 'dropped' ORDER BY due, id"))
        .bind(activity.0)
        .fetch_all(conn)
        .await?;
    all(rows)
}

/// All of one year's road map, also of rows that a newer document has replaced.
pub async fn list_of_year(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Vec<Occurrence>> {
    let rows = sqlx::query_as(select!(
        "WHERE state <> 'dropped'
           AND activity IN (SELECT id FROM activities WHERE organisation = $1 AND school_year = $2) ORDER BY due, id"
    ))
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    all(rows)
}

/// Those of one row that are open and of which something was given that counts.
pub async fn list_begun(conn: &mut AnyConnection, activity: ActivityId) -> anyhow::Result<BTreeSet<OccurrenceId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT o.id FROM occurrences o JOIN evidence e ON e.occurrence = o.id
         WHERE o.activity = $1 AND o.state = 'open' AND e.withdrawn_at IS NULL",
    )
    .bind(activity.0)
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(OccurrenceId).collect())
}

/// Closes an occurrence, by a person or by the bot itself; `false` when it is not open at that version any more.
pub async fn close(
    tx: &mut Tx,
    (id, version): (OccurrenceId, i64),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE occurrences SET state = 'done', done_at = $3, done_by = $4, version = version + 1
         WHERE id = $1 AND version = $2 AND state = 'open'",
    )
    .bind(id.0)
    .bind(version)
    .bind(to_ms(now))
    .bind(by.map(|by| by.0))
    .execute(&mut **tx)
    .await?;
    let is_closed = done.rows_affected() == 1;
    if is_closed {
        wakings::end(tx, id).await?;
    }
    Ok(is_closed)
}

/// Opens it again; `false` when it is not done at that version any more.
pub async fn reopen(tx: &mut Tx, (id, version): (OccurrenceId, i64)) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE occurrences SET state = 'open', done_at = NULL, done_by = NULL, version = version + 1
         WHERE id = $1 AND version = $2 AND state = 'done'",
    )
    .bind(id.0)
    .bind(version)
    .execute(&mut **tx)
    .await?;
    let is_open = done.rows_affected() == 1;
    if is_open {
        // What fell due while it was closed is not made up for.
        wakings::begin(tx, id).await?;
    }
    Ok(is_open)
}

impl From<&Occurrence> for Existing {
    fn from(one: &Occurrence) -> Self {
        Self { id: one.id, official_due: one.official_due, due: one.due, state: one.state }
    }
}
