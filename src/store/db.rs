//! One database behind one call: `read` and `write`, on SQLite and on PostgreSQL.

use super::ids::Ids;
use super::writer::Writer;
use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::any::AnyPoolOptions;
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Executor};
use std::ops::{Deref, DerefMut};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// Connections that may read at once.
const READERS: u32 = 4;
/// Units of work that may run at once on PostgreSQL.
const UNITS: u32 = 8;

/// Which engine is behind the `Any` driver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// The one behind a connection.
    pub(super) fn of(conn: &AnyConnection) -> Self {
        if conn.backend_name() == "SQLite" { Self::Sqlite } else { Self::Postgres }
    }
}

/// A connection for reading.
pub type Reader = PoolConnection<Any>;

/// A unit of work in progress: everything written through it is kept together or not at all.
#[derive(Debug)]
pub struct Tx {
    conn: PoolConnection<Any>,
    ids: Arc<Ids>,
    queued: u64,
    facts: u64,
}

impl Tx {
    pub(super) fn new(conn: PoolConnection<Any>, ids: Arc<Ids>) -> Self {
        Self { conn, ids, queued: 0, facts: 0 }
    }

    /// Counts something put into the outbox for whoever sends.
    pub(super) fn count_queued(&mut self) {
        self.queued += 1;
    }

    /// Grows when a unit of work puts something into the outbox: then the one who sends has to be woken.
    pub fn queued(&self) -> u64 {
        self.queued
    }

    /// Counts a change of something that rows of the road map wait for.
    pub(super) fn count_fact(&mut self) {
        self.facts += 1;
    }

    /// Grows when a unit of work changes something that rows of the road map wait for.
    pub fn facts(&self) -> u64 {
        self.facts
    }

    /// The next identifier at `now`.
    pub fn next_id(&self, now: DateTime<Utc>) -> i64 {
        self.ids.next(now)
    }
}

impl Deref for Tx {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.conn
    }
}

/// A unit of work panicked; what it wrote was rolled back.
#[derive(Debug, thiserror::Error)]
#[error("a unit of work panicked")]
pub struct UnitPanicked;

/// The database. Clones share the connections.
#[derive(Clone, Debug)]
pub struct Db {
    engine: Engine,
    readers: AnyPool,
    ids: Arc<Ids>,
    /// SQLite only: the one that writes.
    writer: Option<Writer>,
}

impl Db {
    /// Opens the database at `url` (`sqlite:PATH` or `postgres://…`), making an SQLite file where there is
    /// none, and brings the tables up to date. Fails with what to do when a newer program has been here.
    pub async fn open(url: &str) -> anyhow::Result<Self> {
        sqlx::any::install_default_drivers();
        let ids = Arc::new(Ids::new());
        if let Some(path) = url.strip_prefix("sqlite:") {
            let url = format!("sqlite:{path}?mode=rwc");
            let writers = sqlite_pool(&url, 1).await.with_context(|| format!("cannot open the SQLite file {path}"))?;
            migrate(&writers).await?;
            let readers = sqlite_pool(&url, READERS).await?;
            let writer = Writer::start(Tx::new(writers.acquire().await?, ids.clone()));
            return Ok(Self { engine: Engine::Sqlite, readers, ids, writer: Some(writer) });
        }
        let readers = AnyPoolOptions::new()
            .max_connections(READERS + UNITS)
            .connect(url)
            .await
            .context("cannot reach the PostgreSQL server named in database_url")?;
        migrate(&readers).await?;
        Ok(Self { engine: Engine::Postgres, readers, ids, writer: None })
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A connection to read with; it sees what has been committed.
    pub async fn read(&self) -> anyhow::Result<Reader> {
        Ok(self.readers.acquire().await?)
    }

    /// Runs a unit of work and returns when it is on disk. An error or a panic inside undoes all of it.
    ///
    /// On SQLite the waiting units are committed together, each in a savepoint of its own, so that many
    /// answers share one fsync; on PostgreSQL each unit is a transaction.
    pub async fn write<T, F>(&self, work: F) -> anyhow::Result<T>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, anyhow::Result<T>> + Send + 'static,
    {
        if let Some(writer) = &self.writer {
            return writer.run(work).await;
        }
        let mut tx = Tx::new(self.readers.acquire().await?, self.ids.clone());
        tx.execute("BEGIN").await?;
        let done = guarded(work(&mut tx)).await;
        let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        tx.execute(end).await?;
        done
    }

    /// Finishes what is waiting and closes all connections.
    pub async fn close(&self) {
        if let Some(writer) = &self.writer {
            writer.stop().await;
        }
        self.readers.close().await;
    }
}

/// Turns a panic into an error, so that one bad unit cannot end the writer.
pub(super) async fn guarded<T>(work: BoxFuture<'_, anyhow::Result<T>>) -> anyhow::Result<T> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(UnitPanicked.into()))
}

async fn sqlite_pool(url: &str, size: u32) -> Result<AnyPool, sqlx::Error> {
    AnyPoolOptions::new()
        .max_connections(size)
        .after_connect(|conn, _| {
            async move {
                // FULL: an update that Telegram was told about must survive a power cut.
                conn.execute("PRAGMA journal_mode = WAL").await?;
                conn.execute("PRAGMA synchronous = FULL").await?;
                conn.execute("PRAGMA busy_timeout = 5000").await?;
                conn.execute("PRAGMA foreign_keys = ON").await?;
                // At most 8 MB for each connection, and no more than the file holds: a morning of thousands of
                // organisations goes over the same pages of the indexes again and again.
                conn.execute("PRAGMA cache_size = -8000").await?;
                Ok(())
            }
            .boxed()
        })
        .connect(url)
        .await
}

async fn migrate(pool: &AnyPool) -> anyhow::Result<()> {
    match MIGRATOR.run(pool).await {
        Err(sqlx::migrate::MigrateError::VersionMissing(version)) => anyhow::bail!(
            "the database is newer than this program (it knows step {version}): start the newer program, or restore a backup made before the upgrade"
        ),
        other => other.context("cannot bring the database up to date"),
    }
}
