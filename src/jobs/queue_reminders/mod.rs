//! Queues what people are to be told without having asked: at most one message for each person and day, in the
//! morning of a working day where they are.
//!
//! `next_year` asks the curators about the next school year, `marks` looks at the open occurrences whose time has
//! come, `standing` at rows without a day of their own, `waiting` at lines that nobody was told yet. Each takes a
//! portion by an index, decides by `domain::reminder`, keeps lines and queues the messages in one unit of work. What
//! is not due is not looked at, so a day costs what it owes, however many organisations there are.
//!
//! Safe to run twice and late: a line's key holds whom it tells what, and the key of each message holds its day.

mod marks;
mod next_year;
mod post;
mod schools;
mod staff;
mod standing;
mod terms;
mod waiting;

use crate::app::App;
use crate::store::{Tx, reminders};
use chrono::{DateTime, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use std::sync::Arc;

/// How many things one unit of work looks at: so many that thousands of organisations cost few commits, so few that
/// an answer waits a quarter of a second at most behind it.
const PORTION: i64 = 4_000;

/// What a run did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Messages.
    pub queued: usize,
    /// Reminders that came too late to be sent.
    pub missed: usize,
}

/// What a portion came to.
#[derive(Debug, Clone, Copy, Default)]
struct Dealt {
    looked: usize,
    report: Report,
}

/// Deals with one portion of what is due.
type Portion = for<'t> fn(&'t mut Tx, DateTime<Utc>) -> BoxFuture<'t, anyhow::Result<Dealt>>;

/// In this order: a line that could not be told yesterday joins what today brings.
const PORTIONS: [Portion; 4] = [
    |tx, now| next_year::deal(tx, now).boxed(),
    |tx, now| marks::deal(tx, now).boxed(),
    |tx, now| standing::deal(tx, now).boxed(),
    |tx, now| waiting::deal(tx, now).boxed(),
];

/// Queues what is due now, for every organisation where it is time.
pub async fn run(app: &Arc<App>) -> anyhow::Result<Report> {
    let now = app.clock.now();
    let mut total = Report::default();
    for portion in PORTIONS {
        loop {
            let dealt = app.db.write(move |tx| portion(tx, now)).await?;
            total.queued += dealt.report.queued;
            total.missed += dealt.report.missed;
            if dealt.looked < usize::try_from(PORTION)? {
                break;
            }
        }
    }
    Ok(total)
}

/// The next instant at which a run would have something to do; now, when it is late already.
pub(super) async fn next_due(app: &App) -> anyhow::Result<Option<DateTime<Utc>>> {
    let at = reminders::next_at(&mut *app.db.read().await?).await?;
    Ok(at.map(|at| at.max(app.clock.now())))
}
