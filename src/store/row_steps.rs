//! Everything that was said and done about occurrences of one row, in the order of time.

use super::{from_ms, many, to_date};
use crate::domain::ids::{ActivityId, OccurrenceId, PersonId};
use crate::domain::reminder::{LineEnd, LineKind};
use crate::domain::roadmap::handover::HandoverReason;
use crate::domain::roadmap::row_steps::{self, RowStep, StepKind};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sqlx::AnyConnection;

/// A line of somebody's day: who, of what kind, by which mark, from which day, ended when and how.
type LineTuple = (i64, String, String, String, Option<i64>, String);
/// Something put off: by whom, until which day, when that was said.
type SnoozeTuple = (i64, String, i64);
/// A row that is not somebody's: which occurrence alone, who says so, why, who has it now, when it was said, settled.
type HandoverTuple = (Option<i64>, i64, String, Option<i64>, i64, Option<i64>);

/// A step, and what sorts it among those of its day.
type Sorted = (NaiveDate, i64, RowStep);

/// What happened to some occurrences of a row, each day as it was in `zone`; all of what was said about the row itself
/// belongs to each of them. Steps of one day and one kind are one step with several people.
pub async fn list(
    conn: &mut AnyConnection,
    (activity, occurrences): (ActivityId, &[OccurrenceId]),
    (zone, now): (Tz, DateTime<Utc>),
) -> anyhow::Result<Vec<RowStep>> {
    let day = |ms: i64| from_ms(ms).with_timezone(&zone).date_naive();
    let today = now.with_timezone(&zone).date_naive();
    let mut steps = Vec::new();
    for row in lines(conn, occurrences).await? {
        steps.extend(told(&row, &day, today)?);
    }
    for (person, until, at) in snoozes(conn, occurrences).await? {
        let until = to_date(&until).context("the day until which something is put off")?;
        steps.push(step(day(at), at, StepKind::PutOff { until }, person));
    }
    for (occurrence, person, reason, given_to, said_at, settled_at) in handovers(conn, activity).await? {
        if occurrence.is_some_and(|meant| !occurrences.contains(&OccurrenceId(meant))) {
            continue;
        }
        let reason = HandoverReason::from_code(&reason).context("unknown reason of a handover")?;
        let kind = StepKind::NotTheirs { reason, given_to: given_to.map(PersonId) };
        let at = settled_at.unwrap_or(said_at);
        steps.push(step(day(at), at, kind, person));
    }
    steps.sort_by_key(|(on, at, _)| (*on, *at));
    Ok(row_steps::gathered(steps.into_iter().map(|(.., step)| step)))
}

fn step(on: NaiveDate, at: i64, kind: StepKind, person: i64) -> Sorted {
    (on, at, RowStep { on, kind, people: vec![PersonId(person)] })
}

fn told(
    (person, kind, mark, owed_on, ended_at, outcome): &LineTuple,
    day: &impl Fn(i64) -> NaiveDate,
    today: NaiveDate,
) -> anyhow::Result<Option<Sorted>> {
    let kind = LineKind::from_code(kind).context("unknown kind of line")?;
    let owed_on = to_date(owed_on).context("the day of a line")?;
    let end = ended_at.and_then(|_| LineEnd::from_code(outcome));
    let told = row_steps::told((kind, mark), end, (owed_on, today));
    // What waits comes after whatever has happened on its day.
    let (on, at) = ended_at.map_or((owed_on, i64::MAX), |at| (day(at), at));
    Ok(told.map(|kind| step(on, at, kind, *person)))
}

async fn lines(conn: &mut AnyConnection, occurrences: &[OccurrenceId]) -> anyhow::Result<Vec<LineTuple>> {
    let head = "SELECT person, kind, mark, owed_on, ended_at, outcome FROM digest_lines
         WHERE kind IN ('reminder', 'unconnected', 'late_for_curator', 'late_for_director', 'missed') AND subject";
    many::select(conn, head, occurrences.iter().map(|one| one.0)).await
}

async fn snoozes(conn: &mut AnyConnection, occurrences: &[OccurrenceId]) -> anyhow::Result<Vec<SnoozeTuple>> {
    let head = "SELECT person, until_on, made_at FROM snoozes WHERE occurrence";
    many::select(conn, head, occurrences.iter().map(|one| one.0)).await
}

async fn handovers(conn: &mut AnyConnection, activity: ActivityId) -> anyhow::Result<Vec<HandoverTuple>> {
    let rows = sqlx::query_as(
        "SELECT occurrence, person, reason, given_to, said_at, settled_at FROM handovers WHERE activity = $1 ORDER BY id",
    )
    .bind(activity.0)
    .fetch_all(conn)
    .await?;
    Ok(rows)
}
