//! Organisations with forty rows each, as if their road maps had been loaded and looked at.
//!
//! A row is due on one of the working days of the year, so each morning has its share; every tenth repeats each month.
//! Most rows are the curator's, some the director's, the deputies' and the mentors'. Every organisation has forty
//! people on its staff list, seven of whom hold a role, six of them with a chat.

use anyhow::Context;
use chrono::{DateTime, Days, NaiveDate, Utc};
use futures::FutureExt;
use nastavnik::domain::calendar::russia;
use nastavnik::domain::reminder::{DueDays, ReminderKind, ReminderPolicy, ReminderSettings, play};
use nastavnik::store::{Db, Engine};
use std::fmt::Write;

/// Rows of one organisation.
pub(crate) const ROWS: usize = 40;
const STAFF: usize = 40;
/// Organisations filled in together: more would write the same pages of the indexes over and over.
const TOGETHER: usize = 1_000;
const ZONE: chrono_tz::Tz = chrono_tz::Europe::Moscow;

/// Fills the tables; everything is planned up to the evening before `morning`.
pub(crate) async fn fill(db: &Db, size: usize, morning: DateTime<Utc>) -> anyhow::Result<()> {
    for first in (1..=size).step_by(TOGETHER) {
        fill_some(db, (first, size.min(first + TOGETHER - 1)), morning).await?;
    }
    let mut reader = db.read().await?;
    sqlx::query("ANALYZE").execute(&mut *reader).await?;
    Ok(())
}

/// Fills in the organisations of these numbers.
async fn fill_some(db: &Db, numbers: (usize, usize), morning: DateTime<Utc>) -> anyhow::Result<()> {
    let statements = statements(db.engine(), numbers, morning)?;
    db.write(move |tx| {
        async move {
            for sql in statements {
                let done = sqlx::query(sqlx::AssertSqlSafe(sql.clone())).execute(&mut **tx).await;
                done.with_context(|| sql.chars().take(200).collect::<String>())?;
            }
            Ok(())
        }
        .boxed()
    })
    .await?;
    if db.engine() == Engine::Sqlite {
        // What was filled in must not be copied over on the morning that is measured.
        let mut reader = db.read().await?;
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let (busy, _, _): (i64, i64, i64) = sqlx::query_as(sql).fetch_one(&mut *reader).await?;
        anyhow::ensure!(busy == 0, "what was filled in could not be copied over");
    }
    Ok(())
}

fn statements(engine: Engine, (first, last): (usize, usize), morning: DateTime<Utc>) -> anyhow::Result<Vec<String>> {
    let numbers = |first: usize, upto: usize, name: &str| match engine {
        Engine::Postgres => format!("(SELECT generate_series({first}, {upto}) AS {name}) AS g_{name}"),
        Engine::Sqlite => format!(
            "(WITH RECURSIVE c (n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM c WHERE n < {upto}) SELECT n AS {name} FROM c) AS g_{name}"
        ),
    };
    let organisations = numbers(first, last, "o");
    let mut all = vec![
        format!(
            "INSERT INTO organisations (id, name, kind, zone, school_year, created_at)
             SELECT o, 'Школа № ' || o, 'school', 'Europe/Moscow', 2026, 0 FROM {organisations}"
        ),
        format!(
            "INSERT INTO people (id, organisation, full_name, position, roles, created_at)
             SELECT o * 100 + p, o, 'Сотрудник Номер ' || p, 'учитель',
                    CASE p WHEN 1 THEN 'curator' WHEN 2 THEN 'director' WHEN 3 THEN 'deputy_director' WHEN 4 THEN 'mentor'
                           WHEN 5 THEN 'mentor' WHEN 6 THEN 'mentor' WHEN 7 THEN 'mentee' ELSE '' END, 0
             FROM {organisations}, {}",
            numbers(1, STAFF, "p")
        ),
        format!(
            "INSERT INTO accounts (chat, person, locale, created_at)
             SELECT 'telegram:' || (o * 100 + p), o * 100 + p, 'ru', 0 FROM {organisations}, {}",
            numbers(1, 6, "p")
        ),
    ];
    for row in 1..=ROWS {
        all.extend(row_of_each(row, &organisations, morning)?);
    }
    Ok(all)
}

/// One row of every organisation, with its occurrences.
fn row_of_each(row: usize, organisations: &str, morning: DateTime<Utc>) -> anyhow::Result<Vec<String>> {
    let responsible = match row % 10 {
        0..=5 => "curator",
        6 => "director",
        7 | 8 => "deputy_director",
        _ => "mentors",
    };
    let monthly = row % 10 == 5;
    let term =
        if monthly { "ежемесячно".to_owned() } else { format!("до {}", due_of(row)?.format("%d.%m.%Y")) };
    let mut statements = vec![format!(
        "INSERT INTO activities (id, organisation, school_year, position, stage, heading, activity, term_text,
                                 responsible_text, responsible, remind_at)
         SELECT o * 100 + {row}, o, 2026, {row}, 'Этап', 'Мероприятие {row}', 'Мероприятие {row}', '{term}',
                '{responsible}', '[\"{responsible}\"]', NULL FROM {organisations}"
    )];
    let dues: Vec<NaiveDate> = if monthly { month_ends()? } else { vec![due_of(row)?] };
    let kind = if monthly { ReminderKind::Monthly } else { ReminderKind::Deadline };
    let mut values = String::new();
    for (number, due) in (0..).zip(&dues) {
        let number: i64 = number;
        let at = next_look(*due, kind, morning);
        let at =
            at.map_or("CAST(NULL AS BIGINT)".to_owned(), |at| format!("CAST({} AS BIGINT)", at.timestamp_millis()));
        let gap = if values.is_empty() { "" } else { " UNION ALL " };
        write!(values, "{gap}SELECT {number} AS n, '{due}' AS due, {at} AS remind_at")?;
    }
    let yesterday = morning.with_timezone(&ZONE).date_naive().pred_opt().context("a day before")?;
    statements.push(format!(
        "INSERT INTO occurrences (id, activity, organisation, official_due, due, state)
         SELECT (o * 100 + {row}) * 100 + d.n, o * 100 + {row}, o, d.due, d.due, 'open'
         FROM {organisations}, ({values}) AS d"
    ));
    statements.push(format!(
        "INSERT INTO wakings (occurrence, organisation, remind_at, reminded_on)
         SELECT (o * 100 + {row}) * 100 + d.n, o, d.remind_at, '{yesterday}' FROM {organisations}, ({values}) AS d"
    ));
    Ok(statements)
}

/// When the reminders look at it next, planned the day before.
fn next_look(due: NaiveDate, kind: ReminderKind, morning: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let is_day = |day: NaiveDate| russia().is_reminder_day(day);
    let yesterday = morning.with_timezone(&ZONE).date_naive().pred_opt()?;
    let played = play((DueDays { due, start: None }, kind), ReminderPolicy::shipped(), (None, yesterday), &is_day);
    Some(ReminderSettings::default().opening(played.next?, ZONE))
}

/// The rows' days: five working days apart from the middle of September on, so that some are near on any day.
fn due_of(row: usize) -> anyhow::Result<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2026, 9, 9).context("a day")?;
    let days = u64::try_from(row)? * 7;
    Ok(russia().previous_working_day(first + Days::new(days)))
}

fn month_ends() -> anyhow::Result<Vec<NaiveDate>> {
    let months = [
        (2026, 9),
        (2026, 10),
        (2026, 11),
        (2026, 12),
        (2027, 1),
        (2027, 2),
        (2027, 3),
        (2027, 4),
        (2027, 5),
        (2027, 6),
    ];
    months
        .iter()
        .map(|(year, month)| {
            Ok(russia().last_working_day_of_month(NaiveDate::from_ymd_opt(*year, *month, 1).context("a day")?))
        })
        .collect()
}
