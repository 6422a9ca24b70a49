//! The only SQL: plain functions on a connection, one file per group of tables.
//!
//! To add a table: a migration in `migrations/` (portable types, commented columns), a file here named after
//! it, verbs `find` / `get` / `list` / `insert` / `save` / `claim` / `record`. Functions that only read take
//! `&mut AnyConnection`; functions that write take `&mut Tx`, so that nothing is written outside a unit of work.

pub mod accounts;
pub mod activities;
pub mod answers;
pub mod audit;
pub mod banks;
pub mod bindings;
pub mod calendars;
pub mod closed_banks;
pub mod closing;
pub mod consents;
pub mod dated_rows;
mod db;
pub mod desk;
pub mod digest_lines;
pub mod doubts;
pub mod evidence;
pub mod facts;
pub mod handovers;
mod ids;
pub mod inbox;
pub mod invitations;
mod many;
pub mod marks;
pub mod matching_plans;
pub mod municipality;
pub mod next_years;
pub mod occurrences;
pub mod organisations;
pub mod originals;
pub mod outbox;
pub mod pair_wishes;
pub mod pairs;
pub mod people;
pub mod plans;
pub mod posts;
pub mod quiet;
pub mod reminder_settings;
pub mod reminders;
pub mod responses;
pub mod road_map_tables;
pub mod road_maps;
pub mod row_steps;
pub mod sessions;
pub mod snoozes;
pub mod staff_drafts;
pub mod staff_pages;
pub mod visitors;
pub mod wakings;
mod writer;

pub use db::{Db, Engine, Reader, Tx, UnitPanicked};
pub use ids::Ids;

use chrono::{DateTime, NaiveDate, Utc};

/// How many rows one statement takes where there are many; the rest goes in smaller portions. Few sizes, because each is
/// a prepared statement.
const PORTIONS: [usize; 3] = [32, 8, 1];

/// An instant as it is stored: Unix milliseconds UTC.
pub(crate) fn to_ms(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// A stored instant; out of range, which no row holds, falls to the epoch.
pub(crate) fn from_ms(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}

/// A stored civil date; '' is none.
pub(crate) fn to_date(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}
