//! SQLite's single writer: gathers what waits, commits it together.

use super::db::{Tx, guarded};
use anyhow::{Context, anyhow};
use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::Executor;
use tokio::sync::{mpsc, oneshot};

/// Units committed together at most: bounds how long the first one waits for its commit.
const GATHER: usize = 256;
/// Units that may wait before callers are held back.
const QUEUE: usize = 1024;

/// Says a unit's outcome once it is known whether the commit succeeded.
type Reply = Box<dyn FnOnce(Result<(), String>) + Send>;
/// Does the work; `Err` asks for this unit alone to be rolled back.
type Unit = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, (bool, Reply)> + Send>;

enum Order {
    Run(Unit),
    Stop(oneshot::Sender<()>),
}

/// Hands units of work to the task that owns the writing connection.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    orders: mpsc::Sender<Order>,
}

impl Writer {
    pub(super) fn start(tx: Tx) -> Self {
        let (orders, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(write_all(tx, waiting));
        Self { orders }
    }

    pub(super) async fn run<T, F>(&self, work: F) -> anyhow::Result<T>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, anyhow::Result<T>> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let unit: Unit = Box::new(move |tx| {
            async move {
                let done = guarded(work(tx)).await;
                let keep = done.is_ok();
                let reply: Reply = Box::new(move |committed| {
                    let outcome = match committed {
                        Ok(()) => done,
                        Err(why) => done.and_then(|_| Err(anyhow!(why).context("nothing was kept"))),
                    };
                    // The caller may have gone away; the work is done all the same.
                    let _ = tell.send(outcome);
                });
                (keep, reply)
            }
            .boxed()
        });
        self.orders.send(Order::Run(unit)).await.map_err(|_| anyhow!("the database is closed"))?;
        told.await.context("the database closed before it answered")?
    }

    pub(super) async fn stop(&self) {
        let (tell, told) = oneshot::channel();
        if self.orders.send(Order::Stop(tell)).await.is_ok() {
            let _ = told.await;
        }
    }
}

async fn write_all(mut tx: Tx, mut waiting: mpsc::Receiver<Order>) {
    let mut orders = Vec::with_capacity(GATHER);
    while waiting.recv_many(&mut orders, GATHER).await > 0 {
        let mut units = Vec::with_capacity(orders.len());
        let mut stop = None;
        for order in orders.drain(..) {
            match order {
                Order::Run(unit) => units.push(unit),
                Order::Stop(tell) => stop = Some(tell),
            }
        }
        if !units.is_empty() {
            commit_together(&mut tx, units).await;
        }
        if let Some(tell) = stop {
            let _ = tell.send(());
            return;
        }
    }
}

/// One transaction, a savepoint for each unit, one fsync; then everybody is told.
async fn commit_together(tx: &mut Tx, units: Vec<Unit>) {
    let mut replies = Vec::with_capacity(units.len());
    let committed = run_units(tx, units, &mut replies).await;
    if let Err(error) = &committed {
        tracing::error!(%error, "the writer could not commit");
        // The transaction may or may not be open any more: both are fine now.
        let _ = tx.execute("ROLLBACK").await;
    }
    let committed = committed.map_err(|error| error.to_string());
    for reply in replies {
        reply(committed.clone());
    }
}

async fn run_units(tx: &mut Tx, units: Vec<Unit>, replies: &mut Vec<Reply>) -> Result<(), sqlx::Error> {
    // Each statement is a trip to SQLite's thread and back, so those between two units make one trip.
    tx.execute(sqlx::query("BEGIN IMMEDIATE; SAVEPOINT unit")).await?;
    let mut units = units.into_iter().peekable();
    while let Some(unit) = units.next() {
        let (keep, reply) = unit(tx).await;
        replies.push(reply);
        if !keep {
            tx.execute(sqlx::query("ROLLBACK TO unit")).await?;
        } else if units.peek().is_some() {
            tx.execute(sqlx::query("RELEASE unit; SAVEPOINT unit")).await?;
        }
    }
    // Releases the last savepoint too.
    tx.execute(sqlx::query("COMMIT")).await.map(drop)
}
