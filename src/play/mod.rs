//! The whole programme against the sandbox: the demo that people try, and the rehearsal of a year.

pub mod actors;
mod centre;
mod demo;
mod fill;
mod hand;
pub mod rehearsal;
mod said;

pub use demo::{Demo, DemoOptions};
pub use rehearsal::{RehearsalOptions, Rehearsed, rehearse};

use crate::app::App;
use crate::clock::PlayedClock;
use crate::delivery::Delivery;
use crate::jobs;
use crate::messenger::Messenger;
use crate::messenger::telegram::Telegram;
use crate::sandbox::Sandbox;
use crate::store::{Db, outbox};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;

/// A bot of the usual make whose messenger is the sandbox and whose clock is played.
pub async fn cast(
    sandbox: &Sandbox,
    clock: &Arc<PlayedClock>,
    database: &str,
    messages_per_second: u32,
) -> anyhow::Result<Arc<Delivery>> {
    let telegram = Telegram::new(&sandbox.api_url(), sandbox.token().to_owned().into())?;
    let me = telegram.me().await?;
    let db = Db::open(database).await?;
    let app = App { clock: clock.clone(), db, messenger: Arc::new(telegram), me };
    Ok(Delivery::new(Arc::new(app), messages_per_second))
}

/// When something is due next: a job or a message that waits for its time.
pub async fn next_due(app: &App) -> anyhow::Result<Option<DateTime<Utc>>> {
    let message = outbox::next_due(&mut *app.db.read().await?).await?;
    let job = jobs::next_due(app).await?;
    Ok(message.into_iter().chain(job).min())
}

/// The next stop on the way to `target`: what is due before it, else the target itself. Always later than now.
pub(crate) async fn next_stop(app: &App, target: DateTime<Utc>) -> anyhow::Result<DateTime<Utc>> {
    let soonest = app.clock.now() + TimeDelta::milliseconds(1);
    Ok(next_due(app).await?.map_or(target, |due| due.max(soonest)).min(target))
}
