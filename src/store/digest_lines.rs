//! What people are to be told in their one message a day, and the record of what they were told.

use super::{Engine, Tx, from_ms, many, to_date, to_ms};
use crate::domain::ids::{OccurrenceId, OrganisationId, PersonId};
use crate::domain::reminder::{DigestLine, LineEnd, LineKind, Mark};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// A line that waits to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingLine {
    pub id: i64,
    pub organisation: OrganisationId,
    pub line: DigestLine,
    /// Nobody has thought of its time yet.
    pub is_new: bool,
}

/// A line as the record keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub line: DigestLine,
    /// Whether the occurrence has moved on from the day of which it spoke.
    pub of_old_day: bool,
    /// When and how it ended; `None` while it waits.
    pub end: Option<(DateTime<Utc>, LineEnd)>,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    id: i64,
    organisation: i64,
    person: i64,
    kind: String,
    subject: i64,
    mark: String,
    owed_on: String,
    deliver_at: i64,
    ended_at: Option<i64>,
    outcome: String,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, organisation, person, kind, subject, mark, owed_on, deliver_at, ended_at, outcome FROM digest_lines ",
            $rest
        )
    };
}

macro_rules! forget_sql {
    ($marks:literal) => {
        concat!(
            "UPDATE digest_lines
             SET mark = mark || $4, ended_at = COALESCE(ended_at, $2),
                 outcome = CASE WHEN ended_at IS NULL THEN $3 ELSE outcome END
             WHERE subject = $1 AND mark NOT LIKE '%@%'
               AND kind IN ('reminder', 'unconnected', 'late_for_curator', 'late_for_director', 'missed') AND ",
            $marks
        )
    };
}

pub(super) const WAITING: &str =
    select!("WHERE ended_at IS NULL AND deliver_at <= $1 ORDER BY deliver_at, organisation, id LIMIT $2");

impl LineRow {
    fn line(&self) -> anyhow::Result<DigestLine> {
        Ok(DigestLine {
            person: PersonId(self.person),
            kind: LineKind::from_code(&self.kind).context("unknown kind of line")?,
            subject: self.subject,
            mark: self.mark.clone(),
            owed_on: to_date(&self.owed_on).context("the day of a line")?,
        })
    }

    fn waiting(&self) -> anyhow::Result<WaitingLine> {
        let organisation = OrganisationId(self.organisation);
        Ok(WaitingLine { id: self.id, organisation, line: self.line()?, is_new: self.deliver_at == 0 })
    }
}

/// Keeps lines; what somebody is to be told already, or was told, is not told twice. `deliver_at` is when a message
/// is made of a line if it was not told by then.
pub async fn insert_many(
    tx: &mut Tx,
    lines: &[(OrganisationId, DigestLine, DateTime<Utc>)],
    now: DateTime<Utc>,
) -> anyhow::Result<u64> {
    let rows: Vec<_> = lines.iter().map(|line| (tx.next_id(now), line)).collect();
    let sql = |values: &str| {
        format!(
            "INSERT INTO digest_lines (id, organisation, person, kind, subject, mark, owed_on, deliver_at)
             VALUES {values} ON CONFLICT (subject, kind, mark, person) DO NOTHING"
        )
    };
    many::execute(tx, (&rows, 8), sql, |statement, (id, (organisation, line, deliver_at))| {
        statement
            .bind(*id)
            .bind(organisation.0)
            .bind(line.person.0)
            .bind(line.kind.code())
            .bind(line.subject)
            .bind(line.mark.clone())
            .bind(line.owed_on.to_string())
            .bind(to_ms(*deliver_at))
    })
    .await
}

/// Keeps one line for the next morning's message.
pub async fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    line: DigestLine,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    insert_many(tx, &[(organisation, line, DateTime::UNIX_EPOCH)], now).await?;
    Ok(())
}

/// The lines of which a message has to be made now, and the identifiers of those that cannot be read.
pub async fn list_waiting(
    conn: &mut AnyConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> anyhow::Result<(Vec<WaitingLine>, Vec<i64>)> {
    let rows: Vec<LineRow> = sqlx::query_as(WAITING).bind(to_ms(now)).bind(limit).fetch_all(conn).await?;
    Ok(many::sorted_out("line", rows.iter().map(|row| (row.id, row)), LineRow::waiting))
}

/// All that waits to be told to one person and may be said on that day, in the order of its coming.
pub async fn list_for(
    conn: &mut AnyConnection,
    person: PersonId,
    today: NaiveDate,
) -> anyhow::Result<Vec<WaitingLine>> {
    let rows: Vec<LineRow> =
        sqlx::query_as(select!("WHERE person = $1 AND ended_at IS NULL AND owed_on <= $2 ORDER BY id"))
            .bind(person.0)
            .bind(today.to_string())
            .fetch_all(conn)
            .await?;
    Ok(many::readable("line", rows.iter().map(|row| (row.id, row)), LineRow::waiting))
}

/// Who was told what about an occurrence, the earliest first: every step is visible.
pub async fn steps(conn: &mut AnyConnection, occurrence: OccurrenceId) -> anyhow::Result<Vec<Step>> {
    let rows: Vec<LineRow> = sqlx::query_as(select!(
        "WHERE subject = $1 AND kind IN ('reminder', 'unconnected', 'late_for_curator', 'late_for_director', 'missed')
         ORDER BY id"
    ))
    .bind(occurrence.0)
    .fetch_all(conn)
    .await?;
    let step = |row: LineRow| {
        let end = row.ended_at.map(from_ms).zip(LineEnd::from_code(&row.outcome));
        let line = row.line()?;
        let of_old_day = line.mark.contains(Mark::OLD_DAY);
        Ok(Step { line, of_old_day, end })
    };
    Ok(many::readable("line", rows.into_iter().map(|row| (row.id, row)), step))
}

/// The open occurrences of an organisation of which somebody was told, or is to be told, in lines of these kinds;
/// what was said of a day from which an occurrence has moved does not count.
pub async fn list_told_open(
    conn: &mut AnyConnection,
    (organisation, person): (OrganisationId, PersonId),
    kinds: &[LineKind],
) -> anyhow::Result<Vec<OccurrenceId>> {
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (3..kinds.len() + 3).map(|place| format!("${place}")).collect();
    let sql = format!(
        "SELECT id FROM occurrences
         WHERE organisation = $1 AND state = 'open' AND EXISTS (
             SELECT 1 FROM digest_lines
             WHERE subject = occurrences.id AND person = $2 AND outcome IN ('', 'told') AND mark NOT LIKE '%@%'
               AND kind IN ({}))",
        places.join(", ")
    );
    let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(organisation.0).bind(person.0);
    let ids: Vec<i64> = kinds.iter().fold(query, |query, kind| query.bind(kind.code())).fetch_all(conn).await?;
    Ok(ids.into_iter().map(OccurrenceId).collect())
}

/// Ends lines: told, settled, too late.
pub async fn end(tx: &mut Tx, ids: &[i64], end: LineEnd, now: DateTime<Utc>) -> anyhow::Result<()> {
    let engine = Engine::of(tx);
    let sql = format!(
        "UPDATE digest_lines SET ended_at = $1, outcome = $2 WHERE ended_at IS NULL AND id {}",
        many::among(engine, 3)
    );
    for list in many::lists(engine, ids) {
        let statement = sqlx::query(sqlx::AssertSqlSafe(sql.clone())).bind(to_ms(now)).bind(end.code()).bind(list);
        statement.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Takes back what somebody was still to be reminded of about an occurrence: it is put off.
pub async fn take_back_reminders(
    tx: &mut Tx,
    (occurrence, person): (OccurrenceId, PersonId),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    sqlx::query(
        "UPDATE digest_lines SET ended_at = $3, outcome = $4
         WHERE person = $2 AND ended_at IS NULL AND kind = 'reminder' AND subject = $1",
    )
    .bind(occurrence.0)
    .bind(person.0)
    .bind(to_ms(now))
    .bind(LineEnd::Settled.code())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The day of an occurrence has moved so far that everything is said anew. What was said of the old day stays on
/// record under a mark of its own; what was still to be said of it is not.
pub(super) async fn forget_marks(tx: &mut Tx, occurrence: OccurrenceId, now: DateTime<Utc>) -> anyhow::Result<()> {
    put_aside(tx, occurrence, forget_sql!("mark NOT LIKE 'later%'"), now).await
}

/// The day of an occurrence has moved a little: that it is near is not said again, that it has come is.
pub(super) async fn forget_after_due(tx: &mut Tx, occurrence: OccurrenceId, now: DateTime<Utc>) -> anyhow::Result<()> {
    let sql = forget_sql!("(mark = 'today' OR mark LIKE 'overdue%' OR mark LIKE 'curator%' OR mark LIKE 'director%')");
    put_aside(tx, occurrence, sql, now).await
}

async fn put_aside(tx: &mut Tx, occurrence: OccurrenceId, sql: &'static str, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(sql)
        .bind(occurrence.0)
        .bind(to_ms(now))
        .bind(LineEnd::Settled.code())
        .bind(format!("{}{}", Mark::OLD_DAY, to_ms(now)))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The text of [`postpone`] for lines that wait for the same morning.
pub(super) fn postpone_sql(engine: Engine) -> String {
    format!("UPDATE digest_lines SET deliver_at = CAST($1 AS BIGINT) WHERE id {}", many::among(engine, 2))
}

/// Keeps when a message is made of lines that were not told by then.
pub async fn postpone(tx: &mut Tx, lines: &[(i64, DateTime<Utc>)]) -> anyhow::Result<()> {
    let mut alike: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (id, at) in lines {
        alike.entry(to_ms(*at)).or_default().push(*id);
    }
    let engine = Engine::of(tx);
    for (at, ids) in alike {
        for list in many::lists(engine, &ids) {
            let statement = sqlx::query(sqlx::AssertSqlSafe(postpone_sql(engine))).bind(at).bind(list);
            statement.execute(&mut **tx).await?;
        }
    }
    Ok(())
}
