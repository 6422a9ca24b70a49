//! When the reminders look at each open occurrence again: the index that keeps them from looking at what is not due.

use super::{Engine, Tx, many, to_date, to_ms};
use crate::domain::ids::{ActivityId, OccurrenceId, OrganisationId};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;
use std::collections::{BTreeMap, HashMap};

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

/// When something is looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    pub id: i64,
    /// `None`: never again.
    pub at: Option<DateTime<Utc>>,
    /// The day dealt with; `None` keeps what was kept.
    pub on: Option<NaiveDate>,
}

pub(super) const DUE: &str = "SELECT occurrence, reminded_on FROM wakings
     WHERE remind_at IS NOT NULL AND remind_at <= $1 ORDER BY remind_at, organisation LIMIT $2";
const WOKEN: &str =
    "SELECT id, activity, pair, organisation, official_due, due FROM occurrences WHERE state = 'open' AND id";

/// The open occurrences whose time has come, in the order of time, then of organisations, and the identifiers of those
/// that cannot be read.
pub async fn list_due(
    conn: &mut AnyConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> anyhow::Result<(Vec<Waking>, Vec<i64>)> {
    let due: Vec<(i64, String)> = sqlx::query_as(DUE).bind(to_ms(now)).bind(limit).fetch_all(&mut *conn).await?;
    let rows: Vec<(i64, i64, i64, i64, String, String)> =
        many::select(conn, WOKEN, due.iter().map(|(id, _)| *id)).await?;
    let mut rows: HashMap<i64, _> = rows.into_iter().map(|row| (row.0, row)).collect();
    let in_order = due.into_iter().filter_map(|(id, on)| Some((id, (rows.remove(&id)?, on))));
    Ok(many::sorted_out("occurrence", in_order, |((id, activity, pair, organisation, official_due, due), on)| {
        anyhow::Ok(Waking {
            id: OccurrenceId(id),
            activity: ActivityId(activity),
            of_pair: pair != 0,
            organisation: OrganisationId(organisation),
            official_due: to_date(&official_due).context("the official day of an occurrence")?,
            due: to_date(&due).context("the due day of an occurrence")?,
            reminded_on: to_date(&on),
        })
    }))
}

/// The text of [`record`] and its like, for what is looked at again at the same time.
pub(super) fn record_sql(engine: Engine, table: &'static str, id: &'static str) -> String {
    format!(
        "UPDATE {table} SET remind_at = CAST($1 AS BIGINT),
                reminded_on = CASE WHEN CAST($2 AS TEXT) = '' THEN reminded_on ELSE CAST($2 AS TEXT) END
         WHERE {id} {}",
        many::among(engine, 3)
    )
}

/// Keeps when occurrences are looked at again.
pub async fn record(tx: &mut Tx, looked: &[Looked]) -> anyhow::Result<()> {
    record_in(tx, ("wakings", "occurrence"), looked).await
}

/// A morning's rows are looked at again on few mornings, so one statement serves many of them.
pub(super) async fn record_in(
    tx: &mut Tx,
    (table, id): (&'static str, &'static str),
    looked: &[Looked],
) -> anyhow::Result<()> {
    let mut alike: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for one in looked {
        alike.entry((one.at.map(to_ms), one.on)).or_default().push(one.id);
    }
    let engine = Engine::of(tx);
    for ((at, on), ids) in alike {
        let on = on.map_or_else(String::new, |day| day.to_string());
        for list in many::lists(engine, &ids) {
            let statement = sqlx::query(sqlx::AssertSqlSafe(record_sql(engine, table, id)));
            statement.bind(at).bind(on.clone()).bind(list).execute(&mut **tx).await?;
        }
    }
    Ok(())
}

/// What is looked at anew has dealt with every day before today ($1 is yesterday).
macro_rules! look_again_sql {
    ($which:literal) => {
        concat!(
            "UPDATE wakings SET remind_at = 0,
                    reminded_on = CASE WHEN reminded_on <> '' AND reminded_on < $1 THEN $1 ELSE reminded_on END
             WHERE occurrence ",
            $which
        )
    };
}

/// Everything open of an organisation is looked at again. What fell due before `today` was not missed: nobody had
/// promised it.
pub(super) async fn look_at_all(tx: &mut Tx, organisation: OrganisationId, today: NaiveDate) -> anyhow::Result<()> {
    let sql = look_again_sql!("IN (SELECT id FROM occurrences WHERE organisation = $2 AND state = 'open')");
    sqlx::query(sql).bind(day_before(today)).bind(organisation.0).execute(&mut **tx).await?;
    Ok(())
}

/// The same of one occurrence whose day has moved a little.
pub(super) async fn look_at(tx: &mut Tx, id: OccurrenceId, today: NaiveDate) -> anyhow::Result<()> {
    sqlx::query(look_again_sql!("= $2")).bind(day_before(today)).bind(id.0).execute(&mut **tx).await?;
    Ok(())
}

fn day_before(today: NaiveDate) -> String {
    today.pred_opt().unwrap_or(today).to_string()
}

/// An occurrence that is open now, or whose day has moved so far that it begins anew, is looked at from the beginning.
pub(super) async fn begin(tx: &mut Tx, id: OccurrenceId) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO wakings (occurrence, organisation, remind_at, reminded_on)
         SELECT id, organisation, 0, '' FROM occurrences WHERE id = $1 AND state = 'open'
         ON CONFLICT (occurrence) DO UPDATE SET remind_at = 0, reminded_on = ''",
    )
    .bind(id.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// An occurrence that is not open any more is not looked at.
pub(super) async fn end(tx: &mut Tx, id: OccurrenceId) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM wakings WHERE occurrence = $1").bind(id.0).execute(&mut **tx).await?;
    Ok(())
}
