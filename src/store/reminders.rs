//! When the reminders look at rows without a day again, when anything wants to be looked at, and how it is found.

use super::wakings::{self, Looked};
use super::{Engine, Tx, from_ms, many, to_date, to_ms};
use crate::domain::ids::{ActivityId, OrganisationId};
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{AnyConnection, Row};

/// A row without a day of its own that wants to be looked at, or one that was not looked at yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WakingRow {
    pub id: ActivityId,
    pub organisation: OrganisationId,
    pub reminded_on: Option<NaiveDate>,
}

const WAKING_ROWS: &str = "SELECT id, organisation, reminded_on FROM activities
     WHERE retired_at IS NULL AND remind_at <= $1 ORDER BY remind_at, organisation LIMIT $2";

/// The rows whose time has come: those without a day of their own, and those that were changed.
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

/// Keeps when rows are looked at again.
pub async fn record_rows(tx: &mut Tx, looked: &[Looked]) -> anyhow::Result<()> {
    wakings::record_in(tx, ("activities", "id"), looked).await
}

/// An organisation's calendar, zone or wishes have changed: everything open is looked at anew. What the new ones would
/// have said before `today` was not missed: nobody had promised it.
pub async fn look_again(tx: &mut Tx, organisation: OrganisationId, today: NaiveDate) -> anyhow::Result<()> {
    wakings::look_at_all(tx, organisation, today).await?;
    sqlx::query("UPDATE activities SET remind_at = 0 WHERE organisation = $1 AND retired_at IS NULL")
        .bind(organisation.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// When something wants to be looked at next.
pub async fn next_at(conn: &mut AnyConnection) -> anyhow::Result<Option<DateTime<Utc>>> {
    let mut soonest: Option<i64> = None;
    for sql in [
        "SELECT MIN(remind_at) FROM wakings WHERE remind_at IS NOT NULL",
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

/// The most places in a query of [`plans`].
const PLACES: usize = 9;

/// How the database goes about the queries of one day: each query's name with the lines of its plan. For whoever
/// wants to see that nothing is scanned.
pub async fn plans(
    conn: &mut AnyConnection,
    engine: Engine,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<(&'static str, Vec<String>)>> {
    let staff = super::people::list_holding_sql(engine, 2);
    let unasked = super::next_years::UNASKED.replace("$3", "'new year'").replace("$4", "'2026-09-01'");
    let queries = [
        ("open occurrences whose time has come", wakings::DUE.to_owned()),
        ("rows without a day whose time has come", WAKING_ROWS.to_owned()),
        ("lines that wait to be told", super::digest_lines::WAITING.to_owned()),
        ("their organisations", format!("SELECT id FROM organisations WHERE id {}", many::among(engine, 1))),
        ("who is responsible", staff),
        ("who was not asked about the next year", unasked),
        ("occurrences that were looked at", wakings::record_sql(engine, "wakings", "occurrence")),
        ("rows that were looked at", wakings::record_sql(engine, "activities", "id")),
        ("lines that wait longer", super::digest_lines::postpone_sql(engine)),
    ];
    let waiting = super::desk::waiting().map(|sql| (WAITS_FOR_CURATOR, sql));
    let mut plans = Vec::new();
    for (name, sql) in queries.into_iter().chain(waiting) {
        // EXPLAIN takes no values.
        let sql = (1..=PLACES).rev().fold(sql, |sql, place| {
            let value = if place == 1 { to_ms(now).to_string() } else { "100".to_owned() };
            sql.replace(&format!("LIKE ${place}"), "LIKE '%curator%'")
                .replace(&format!("json_each(${place})"), "json_each('[100,101]')")
                .replace(&format!("CAST(${place} AS BIGINT[])"), "CAST('{100,101}' AS BIGINT[])")
                .replace(&format!("${place}"), &value)
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
