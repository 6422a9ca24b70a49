//! What happens by itself: one table, one file per job.
//!
//! Cron is only the metronome: each tick asks the database what is due, so a missed tick costs nothing and a
//! second one does nothing. To add a job: its file with `run` (safe to run twice) and a line in [`SCHEDULE`].

mod close_rows;
mod follow_pairs;
mod forget;
mod metronome;
pub mod queue_reminders;
mod tell_curators;

pub use metronome::{Metronome, start_metronome, stop_metronome};

use crate::app::App;
use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use std::sync::Arc;

/// Something that happens by itself.
pub struct Job {
    /// In logs and marks.
    pub name: &'static str,
    /// When it is asked whether something is due: seconds, minutes, hours, days, months, weekdays (UTC).
    pub cron: &'static str,
    /// Does what is due now; doing it twice changes nothing.
    pub run: fn(Arc<App>) -> BoxFuture<'static, anyhow::Result<()>>,
}

/// Every job, listed once.
pub const SCHEDULE: &[Job] = &[
    // What the bot knows has changed: rows that wait for it close, or the curator is asked.
    Job { name: "close rows", cron: "*/5 * * * * *", run: |app| Box::pin(close_rows::run(app)) },
    // What waits for the curator's word: a line of the day's message, when something new has come.
    Job { name: "tell curators", cron: "45 * * * * *", run: |app| Box::pin(tell_curators::run(app)) },
    // Who was asked to be a pair and is silent: a nudge, then the curator, then the next candidate.
    Job { name: "follow pairs", cron: "0 */10 * * * *", run: |app| Box::pin(follow_pairs::run(app)) },
    // Stored updates and sent messages are not kept longer than they are needed.
    Job { name: "forget", cron: "0 7 * * * *", run: |app| Box::pin(forget::run(app)) },
    // Whoever has a row of the road map to do hears of it in time, at the hour their organisation has chosen.
    Job {
        name: "queue_reminders",
        cron: "15 * * * * *",
        run: |app| Box::pin(async move { queue_reminders::run(&app).await.map(drop) }),
    },
];

/// Does what is due now, of every job: for a clock that is moved by hand.
pub async fn run_due(app: &Arc<App>) -> anyhow::Result<()> {
    for job in SCHEDULE {
        (job.run)(app.clone()).await?;
    }
    Ok(())
}

/// When a job will have something to do next.
pub async fn next_due(app: &App) -> anyhow::Result<Option<DateTime<Utc>>> {
    let pairs = follow_pairs::next_due(app).await?;
    let reminders = queue_reminders::next_due(app).await?;
    Ok(pairs.into_iter().chain(reminders).min())
}
