//! Each step of the tables is proven over rows that the step before left.

use crate::postgres;
use nastavnik::domain::evidence::EvidenceKind;
use nastavnik::domain::ids::{ActivityId, OccurrenceId, OrganisationId};
use nastavnik::store::{Db, evidence, occurrences, wakings};
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, Executor};

static STEPS: Migrator = sqlx::migrate!("./migrations");

/// A school of the first step: a row that is done with evidence, one that is open.
const FIRST_STEP: &[&str] = &[
    "INSERT INTO organisations (id, name, kind, zone, school_year, created_at)
     VALUES (1, 'Школа', 'school', 'Europe/Moscow', 2026, 0)",
    "INSERT INTO people (id, organisation, full_name, created_at) VALUES (2, 1, 'Сомова Вера Ильинична', 0)",
    "INSERT INTO activities (id, organisation, school_year, position, stage, heading, activity, term_text, responsible_text)
     VALUES (3, 1, 2026, 1, '', 'приказ', 'приказ', 'сентябрь', 'куратор')",
    "INSERT INTO occurrences (id, activity, organisation, official_due, due, state, done_at, done_by, version)
     VALUES (4, 3, 1, '2026-09-30', '2026-09-30', 'done', 1000, 2, 2)",
    "INSERT INTO occurrences (id, activity, organisation, official_due, due, state)
     VALUES (5, 3, 1, '2026-10-31', '2026-10-30', 'open')",
    "INSERT INTO evidence (id, occurrence, kind, content, given_by, given_at) VALUES (6, 4, 'order', '45-о', 2, 1000)",
];

async fn steps_keep_what_is_there(url: &str) {
    sqlx::any::install_default_drivers();
    let file = url.starts_with("sqlite:").then(|| format!("{url}?mode=rwc"));
    let pool = AnyPool::connect(file.as_deref().unwrap_or(url)).await.unwrap();
    let first = Migrator { migrations: STEPS.migrations[..1].to_vec().into(), ..Migrator::DEFAULT };
    first.run(&pool).await.unwrap();
    for sql in FIRST_STEP {
        pool.execute(*sql).await.unwrap();
    }
    pool.close().await;
    let db = Db::open(url).await.unwrap();
    let mut reader = db.read().await.unwrap();
    let all = occurrences::list_of(&mut reader, ActivityId(3)).await.unwrap();
    let kept: Vec<_> = all.iter().map(|one| (one.id.0, one.due.to_string(), one.is_open(), one.version)).collect();
    assert_eq!(kept, [(4, "2026-09-30".to_owned(), false, 2), (5, "2026-10-30".to_owned(), true, 1)]);
    assert!(all.iter().all(|one| one.pair.is_none() && one.organisation == OrganisationId(1)));
    let given = evidence::find(&mut reader, OccurrenceId(4)).await.unwrap().unwrap();
    assert_eq!((given.kind, given.content.as_str()), (EvidenceKind::Order, "45-о"));
    let (waking, _) = wakings::list_due(&mut reader, chrono::DateTime::UNIX_EPOCH, 10).await.unwrap();
    assert_eq!(waking.iter().map(|one| one.id.0).collect::<Vec<_>>(), [5], "what is open is looked at");
    drop(reader);
    // Evidence still cannot belong to nothing, and a day is still due once.
    for wrong in [
        "INSERT INTO evidence (id, occurrence, kind, content, given_by, given_at) VALUES (7, 99, 'text', 'x', 2, 0)",
        "INSERT INTO occurrences (id, activity, organisation, official_due, due, state)
         VALUES (8, 3, 1, '2026-10-31', '2026-10-30', 'open')",
    ] {
        let refused = db.write(move |tx| {
            Box::pin(async move {
                sqlx::query(wrong).execute(&mut **tx).await?;
                Ok(())
            })
        });
        assert!(refused.await.is_err(), "{wrong}");
    }
    db.close().await;
}

#[tokio::test]
async fn the_steps_keep_what_is_there_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    steps_keep_what_is_there(&format!("sqlite:{}", folder.path().join("school.sqlite").display())).await;
}

#[tokio::test]
async fn the_steps_keep_what_is_there_on_postgres() {
    if let Some(url) = postgres::fresh_database().await {
        steps_keep_what_is_there(&url).await;
    }
}
