//! When the reminders look at what again: the index that keeps them from looking at what is not due.

use super::many::{self, places};
use super::{Engine, Tx, from_ms, to_date, to_ms};
use crate::domain::ids::{ActivityId, OccurrenceId, OrganisationId};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{AnyConnection, Row};
use std::collections::BTreeMap;

/// An open occurrence that wants to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waking {
    pub id: OccurrenceId,
    pub activity: ActivityId,
    /// Whether it comes with the end of a pair's programme.
    pub of_pair: bool,
    pub organisation: OrganisationId,
    pub official_due: NaiveDate,
    pub due: NaiveDate,
    /// The day up to which its marks were dealt with.
    pub reminded_on: Option<NaiveDate>,
}

/// A row without a day of its own that wants to be looked at, or one that was not looked at yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WakingRow {
    pub id: ActivityId,
    pub organisation: OrganisationId,
    pub reminded_on: Option<NaiveDate>,
}

/// When something is looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    pub id: i64,
    /// `None`: never again.
    pub at: Option<DateTime<Utc>>,
    /// The day dealt with; `None` keeps what was kept.
    pub on: Option<NaiveDate>,
}

type WakingTuple = (i64, i64, i64, i64, String, String, String);

const WAKING: &str = "SELECT id, activity, pair, organisation, official_due, due, reminded_on FROM occurrences
     WHERE state = 'open' AND remind_at <= $1 ORDER BY remind_at, organisation LIMIT $2";
const WAKING_ROWS: &str = "SELECT id, organisation, reminded_on FROM activities
     WHERE retired_at IS NULL AND remind_at <= $1 ORDER BY remind_at, organisation LIMIT $2";

/// What is looked at anew has dealt with every day before today ($1 is yesterday).
macro_rules! look_again_sql {
    () => {
        "UPDATE occurrences SET remind_at = 0,
                reminded_on = CASE WHEN reminded_on <> '' AND reminded_on < $1 THEN $1 ELSE reminded_on END"
    };
}

/// The open occurrences whose time has come, in the order of time, then of organisations, and the identifiers of those
/// that cannot be read.
pub async fn list_waking(
    conn: &mut AnyConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> anyhow::Result<(Vec<Waking>, Vec<i64>)> {
    let rows: Vec<WakingTuple> = sqlx::query_as(WAKING).bind(to_ms(now)).bind(limit).fetch_all(conn).await?;
    let waking = |(id, activity, pair, organisation, official_due, due, reminded_on): WakingTuple| {
        anyhow::Ok(Waking {
            id: OccurrenceId(id),
            activity: ActivityId(activity),
            of_pair: pair != 0,
            organisation: OrganisationId(organisation),
            official_due: to_date(&official_due).context("the official day of an occurrence")?,
            due: to_date(&due).context("the due day of an occurrence")?,
            reminded_on: to_date(&reminded_on),
        })
    };
    Ok(many::sorted_out("occurrence", rows.into_iter().map(|row| (row.0, row)), waking))
}

/// The same of rows: those without a day of their own, and those that were changed.
pub async fn list_waking_rows(
    conn: &mut AnyConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> anyhow::Result<Vec<WakingRow>> {
    let rows: Vec<(i64, i64, String)> =
        sqlx::query_as(WAKING_ROWS).bind(to_ms(now)).bind(limit).fetch_all(conn).await?;
    let waking = |(id, organisation, reminded_on): (i64, i64, String)| WakingRow {
        id: ActivityId(id),
        organisation: OrganisationId(organisation),
        reminded_on: to_date(&reminded_on),
    };
    Ok(rows.into_iter().map(waking).collect())
}

/// Keeps when occurrences are looked at again.
pub async fn record(tx: &mut Tx, looked: &[Looked]) -> anyhow::Result<()> {
    record_in(tx, "occurrences", looked).await
}

/// Keeps when rows are looked at again.
pub async fn record_rows(tx: &mut Tx, looked: &[Looked]) -> anyhow::Result<()> {
    record_in(tx, "activities", looked).await
}

/// The text of [`record`] for a list of rows that are looked at again at the same time.
fn record_sql(table: &'static str, rows: usize) -> String {
    format!(
        "UPDATE {table} SET remind_at = CAST($1 AS BIGINT),
                reminded_on = CASE WHEN CAST($2 AS TEXT) = '' THEN reminded_on ELSE CAST($2 AS TEXT) END
         WHERE id IN {}",
        places(1, rows, 3)
    )
}

/// A morning's rows are looked at again on few mornings, so one statement serves many of them.
async fn record_in(tx: &mut Tx, table: &'static str, looked: &[Looked]) -> anyhow::Result<()> {
    let mut alike: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for one in looked {
        alike.entry((one.at.map(to_ms), one.on)).or_default().push(one.id);
    }
    for ((at, on), ids) in alike {
        for list in many::lists(&ids) {
            let statement = sqlx::query(sqlx::AssertSqlSafe(record_sql(table, list.len())));
            let statement = statement.bind(at).bind(on.map_or_else(String::new, |day| day.to_string()));
            list.iter().fold(statement, |statement, id| statement.bind(*id)).execute(&mut **tx).await?;
        }
    }
    Ok(())
}

/// An organisation's calendar, zone or wishes have changed: everything open is looked at anew. What the new ones would
/// have said before `today` was not missed: nobody had promised it.
pub async fn look_again(tx: &mut Tx, organisation: OrganisationId, today: NaiveDate) -> anyhow::Result<()> {
    sqlx::query(concat!(look_again_sql!(), " WHERE organisation = $2 AND state = 'open'"))
        .bind(day_before(today))
        .bind(organisation.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query("UPDATE activities SET remind_at = 0 WHERE organisation = $1 AND retired_at IS NULL")
        .bind(organisation.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The same of one occurrence whose day has moved a little.
pub(super) async fn look_at(tx: &mut Tx, id: OccurrenceId, today: NaiveDate) -> anyhow::Result<()> {
    sqlx::query(concat!(look_again_sql!(), " WHERE id = $2 AND state = 'open'"))
        .bind(day_before(today))
        .bind(id.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// One whose day has moved so far that it begins anew.
pub(super) async fn look_afresh(tx: &mut Tx, id: OccurrenceId) -> anyhow::Result<()> {
    sqlx::query("UPDATE occurrences SET remind_at = 0, reminded_on = '' WHERE id = $1 AND state = 'open'")
        .bind(id.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

fn day_before(today: NaiveDate) -> String {
    today.pred_opt().unwrap_or(today).to_string()
}

/// When something wants to be looked at next.
pub async fn next_at(conn: &mut AnyConnection) -> anyhow::Result<Option<DateTime<Utc>>> {
    let mut soonest: Option<i64> = None;
    for sql in [
        "SELECT MIN(remind_at) FROM occurrences WHERE state = 'open'",
        "SELECT MIN(remind_at) FROM activities WHERE retired_at IS NULL",
        "SELECT MIN(deliver_at) FROM digest_lines WHERE ended_at IS NULL",
    ] {
        let at: Option<i64> = sqlx::query_scalar(sql).fetch_one(&mut *conn).await?;
        soonest = soonest.into_iter().chain(at).min();
    }
    Ok(soonest.map(from_ms))
}

/// The name of the queries in [`plans`] that gather what waits for curators anywhere.
pub const WAITS_FOR_CURATOR: &str = "what waits for a curator";

/// How the database goes about the queries of one day: each query's name with the lines of its plan. For whoever
/// wants to see that nothing is scanned.
pub async fn plans(
    conn: &mut AnyConnection,
    engine: Engine,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<(&'static str, Vec<String>)>> {
    let staff = super::people::list_holding_sql(1);
    let unasked = super::next_years::UNASKED.replace("$3", "'new year'").replace("$4", "'2026-09-01'");
    let queries = [
        ("open occurrences whose time has come", WAKING.to_owned()),
        ("rows without a day whose time has come", WAKING_ROWS.to_owned()),
        ("lines that wait to be told", super::digest_lines::WAITING.to_owned()),
        ("their organisations", format!("SELECT id FROM organisations WHERE id IN {}", places(1, 2, 1))),
        ("who is responsible", staff),
        ("who was not asked about the next year", unasked),
        ("occurrences that were looked at", record_sql("occurrences", many::LONGEST)),
        ("rows that were looked at", record_sql("activities", many::LONGEST)),
        ("lines that wait longer", super::digest_lines::postpone_sql(many::LONGEST)),
    ];
    let waiting = super::desk::waiting().map(|sql| (WAITS_FOR_CURATOR, sql));
    let mut plans = Vec::new();
    for (name, sql) in queries.into_iter().chain(waiting) {
        // EXPLAIN takes no values.
        let sql = (1..=many::LONGEST + 2).rev().fold(sql, |sql, place| {
            let value = if place == 1 { to_ms(now).to_string() } else { "100".to_owned() };
            sql.replace(&format!("LIKE ${place}"), "LIKE '%curator%'").replace(&format!("${place}"), &value)
        });
        let explain = match engine {
            Engine::Sqlite => "EXPLAIN QUERY PLAN",
            Engine::Postgres => "EXPLAIN",
        };
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{explain} {sql}"))).fetch_all(&mut *conn).await?;
        let line = |row: &sqlx::any::AnyRow| row.try_get::<String, _>(row.len() - 1);
        plans.push((name, rows.iter().map(line).collect::<Result<_, _>>()?));
    }
    Ok(plans)
}
