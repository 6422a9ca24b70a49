//! What one morning costs: organisations with forty rows each, on SQLite and on PostgreSQL, from 1,000 to 40,000.
//!
//! `cargo bench --bench reminders` (sizes as arguments after `--`, if others are wanted). It fills a database, lets
//! the reminders deal with one due day, and prints the time, what was queued, and how the database went about it. A
//! plan that reads a whole table ends it with an error.

mod fill;
mod postgres;

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use nastavnik::app::App;
use nastavnik::clock::PlayedClock;
use nastavnik::jobs::queue_reminders;
use nastavnik::messenger::telegram::Telegram;
use nastavnik::messenger::{Me, Messenger};
use nastavnik::store::{Db, Engine, reminders, wakings};
use std::fmt::Write as _;
use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Organisations.
const SIZES: [usize; 4] = [1_000, 5_000, 10_000, 40_000];
/// What nothing but the due rows may cost.
const AIM: Duration = Duration::from_secs(5);

/// Wednesday, 16 September 2026, 9:00 in Moscow: the usual mark of what is due on the 30th.
fn morning() -> DateTime<Utc> {
    DateTime::from_timestamp(1_789_538_400, 0).unwrap_or_default()
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let named: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if named.is_empty() { SIZES.to_vec() } else { named };
    let server = postgres::start().await?;
    say(
        "| database | organisations | rows | due today | messages | the morning | of it our own processor | a run with nothing due |",
    );
    say("|---|---:|---:|---:|---:|---:|---:|---:|");
    let mut plans = String::new();
    for size in sizes {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let sqlite = format!("sqlite:{}", folder.path().join("schools.sqlite").display());
        plans = play("SQLite", &sqlite, size).await?;
        match &server {
            Some(server) => plans.push_str(&play("PostgreSQL", &server.database(size).await?, size).await?),
            None => say("| PostgreSQL | | | | not installed here | | |"),
        }
    }
    say(&format!("\nHow the largest ones are read:\n{plans}"));
    Ok(())
}

/// One morning of so many organisations; returns the plans.
async fn play(name: &str, database: &str, size: usize) -> anyhow::Result<String> {
    let app = Arc::new(app(database).await?);
    fill::fill(&app.db, size, morning()).await?;
    let mut db = app.db.read().await?;
    let due = wakings::list_due(&mut db, morning(), i64::MAX).await?.0.len();
    drop(db);
    let (started, cpu) = (Instant::now(), cpu_seconds());
    let report = queue_reminders::run(&app).await?;
    let (took, cpu) = (started.elapsed(), cpu_seconds() - cpu);
    ensure!(report.queued > 0, "nothing was queued");
    let started = Instant::now();
    let again = queue_reminders::run(&app).await?;
    let idle = started.elapsed();
    ensure!(again == queue_reminders::Report::default(), "a second run queued {}", again.queued);
    say(&format!(
        "| {name} | {size} | {} | {due} | {} | {:.2} s | {cpu:.2} s | {:.1} ms |",
        size * fill::ROWS,
        report.queued,
        took.as_secs_f64(),
        idle.as_secs_f64() * 1000.0,
    ));
    if took > AIM {
        say(&format!("!!! {name} with {size} organisations took longer than {AIM:?} !!!"));
    }
    // The lines are there now, as they are on any day but the first.
    let mut db = app.db.read().await?;
    sqlx::query("ANALYZE").execute(&mut *db).await?;
    let plans = plans(&mut db, &app, name).await?;
    drop(db);
    app.db.close().await;
    Ok(plans)
}

/// The plans in words; a scan of a whole table is an error.
async fn plans(db: &mut nastavnik::store::Reader, app: &App, name: &str) -> anyhow::Result<String> {
    let mut text = String::new();
    for (query, lines) in reminders::plans(db, app.db.engine(), morning()).await? {
        let scan = match app.db.engine() {
            // Gathered everywhere by indexes of what may wait; nothing waits here, and nothing is read quickest in order.
            _ if query == reminders::WAITS_FOR_CURATOR => None,
            // A statement's own list is no table.
            Engine::Sqlite => lines.iter().find(|line| line.starts_with("SCAN") && !line.starts_with("SCAN json_each")),
            // Reading a small table once for 250 changes to it is right, and PostgreSQL knows which one is small.
            Engine::Postgres if lines.first().is_some_and(|line| line.starts_with("Update")) => None,
            // An empty table costs nothing to read through.
            Engine::Postgres => {
                lines.iter().find(|line| line.contains("Seq Scan") && !line.contains("cost=0.00..0.00"))
            }
        };
        writeln!(text, "\n{name}: {query}")?;
        for line in &lines {
            writeln!(text, "    {line}")?;
        }
        ensure!(scan.is_none(), "{name} reads a whole table for «{query}»:{text}");
    }
    Ok(text)
}

/// The bot without a messenger: nothing is sent here.
async fn app(database: &str) -> anyhow::Result<App> {
    let messenger = Telegram::new("http://127.0.0.1:9", "1:nobody".to_owned().into()).context("a messenger")?;
    let me = Me { key: "bench".to_owned(), username: "bench".to_owned() };
    let messenger: Arc<dyn Messenger> = Arc::new(messenger);
    let clock = Arc::new(PlayedClock::standing(morning()));
    Ok(App { clock, db: Db::open(database).await?, messenger, me })
}

/// The processor's time that this process has taken, in seconds; on SQLite that is all of it.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Fields 14 and 15, counted after the name in brackets; in hundredths of a second.
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

fn say(line: &str) {
    // Whoever reads the output may have gone away.
    let _ = writeln!(std::io::stdout(), "{line}");
}
