//! What was sent is recorded together: those that come while the writer is busy share one statement and one fsync.

use super::render::Lines;
use crate::domain::reminder::LineEnd;
use crate::store::outbox::{self, Sent};
use crate::store::{Db, Tx, digest_lines, sessions};
use anyhow::anyhow;
use chrono::{DateTime, Utc};
use futures::FutureExt;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// A row that was sent, with what its chat has to know.
pub(super) struct Shown {
    pub(super) sent: Sent,
    /// The chat and the session version whose screen the message now is; `None` for anything else.
    pub(super) screen: Option<(String, i64)>,
    /// What becomes of the lines of somebody's day.
    pub(super) lines: Lines,
}

/// Rows that wait to be recorded, each with whom to tell.
type Waiting = Vec<(Shown, oneshot::Sender<()>)>;

/// The record of what was sent. Clones are the same one.
#[derive(Clone, Default)]
pub(super) struct Record {
    waiting: Arc<Mutex<Waiting>>,
}

impl Record {
    /// Records a row; returns when it is on disk.
    pub(super) async fn keep(&self, db: &Db, shown: Shown, now: DateTime<Utc>) -> anyhow::Result<()> {
        let (tell, told) = oneshot::channel();
        if self.join(shown, tell) {
            let record = self.clone();
            let unit = db.write(move |tx| async move { record.write(tx, now).await }.boxed());
            match unit.await {
                Ok(tells) => tells.into_iter().for_each(|tell| {
                    // Whoever asked may have gone away; the row is recorded all the same.
                    let _ = tell.send(());
                }),
                Err(error) => {
                    // Those who still wait are told by being dropped; their leases run out.
                    self.lock().clear();
                    return Err(error);
                }
            }
        }
        told.await.map_err(|_| anyhow!("the record was not kept"))
    }

    /// Joins those who wait; `true` for the first one, who has to see to it that they are recorded.
    fn join(&self, shown: Shown, tell: oneshot::Sender<()>) -> bool {
        let mut waiting = self.lock();
        waiting.push((shown, tell));
        waiting.len() == 1
    }

    /// Takes whoever waits by now. Whom to tell is dropped, and so told, when the unit of work fails.
    async fn write(&self, tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<Vec<oneshot::Sender<()>>> {
        let waiting = std::mem::take(&mut *self.lock());
        let (shown, tells): (Vec<Shown>, Vec<_>) = waiting.into_iter().unzip();
        let mut sent = Vec::with_capacity(shown.len());
        let mut ended = Lines::default();
        for Shown { sent: row, screen, lines } in shown {
            ended.told.extend(lines.told);
            ended.settled.extend(lines.settled);
            if let Some((chat, version)) = screen {
                sessions::note_message(tx, &chat, version, &row.message).await?;
            }
            sent.push(row);
        }
        outbox::record_sent(tx, &sent, now).await?;
        digest_lines::end(tx, &ended.told, LineEnd::Told, now).await?;
        digest_lines::end(tx, &ended.settled, LineEnd::Settled, now).await?;
        Ok(tells)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Waiting> {
        // A list is never left half-changed.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
