//! Nastavnik («Наставник»): a messenger bot that runs a school's staff-mentoring programme for a school year.
//!
//! Teachers answer questionnaires in chat; the curator matches mentors with mentees and keeps the school's road
//! map; the bot announces pairs, reminds the responsible people of every deadline and posts news to the school's
//! channel. The unit of work is the **row of the road map**: forms, pairs, events and posts exist to close one.
//!
//! # The map, in reading order
//!
//! | room | what is in it | what it may use |
//! |---|---|---|
//! | [`domain`] | pure rules: people, consents, questionnaires, matching, pairs, reminders, the road map and its terms. No I/O, no clock, no SQL, no messenger | – |
//! | [`text`] | every sentence and button that leaves the bot: Fluent, typed markup | `domain` |
//! | [`store`] | the only SQL: plain functions on a unit of work; inbox and outbox | `domain` |
//! | [`files`] | DOCX, XLSX, PDF, CSV, PNG: adapters around libraries, no rules | `domain` |
//! | [`messenger`] | `Incoming`, `trait Messenger`; `telegram` is the only room that knows Telegram | `text`, `domain` |
//! | [`chat`] | conversations: a dptree tree over what came in, one flow a file; a flow returns a screen and writes rows | the above |
//! | [`delivery`] | intake: inbox → chat; dispatch: outbox → messenger (lanes, limits, outcomes) | `chat` and the above |
//! | [`jobs`] | what happens by itself; cron is a metronome, the database decides what is due | all but `chat`, `delivery` |
//! | [`sandbox`] | a strict local Bot API server and its chat page; knows nothing of the bot | – |
//! | [`readings`] | what `nastavnik roadmap …` prints of a term or a document | `text`, `files`, `domain` |
//! | [`play`], [`run`], [`doctor`] | the demo and the rehearsed year; the running bot; its examination | everything |
//!
//! [`config`] alone reads the environment, [`clock`] alone tells the time, [`app`] is the one context. `chat` and
//! `jobs` never call each other: they meet in tables. `tests/it/house.rs` checks all of this on the source.
//!
//! # What always holds
//!
//! - An update is stored before the messenger is told that we have it; a restart takes up what was not handled.
//! - The change of state, the messages it causes and the inbox mark are one unit of work ([`store::Db::write`]).
//! - Everything that leaves is a row first and ends sent, obsolete, expired, unreachable, failed or unknown, with
//!   a reason. What must not be repeated is never repeated by the program: a person decides.
//! - Whoever writes or taps gets an answer; a button that has grown old is answered and not obeyed.
//! - A reminder goes once, late rather than never within its grace, and never in quiet hours; nor does anything else
//!   that nobody waits for ([`domain::notice::Notice::timing`]).
//! - No row of a road map is dropped and no date is guessed silently.
//! - Ids in logs, never names, answers or tokens. A person sees only what the role allows.
//!
//! What is deliberately absent: teloxide's `Dispatcher` and storages (they confirm updates before handlers have
//! run), repository traits, mocks of our own code, a global locale, and time that is read anywhere but in `clock`.
//!
//! # Three ways through the house
//!
//! **An answer.** `messenger::telegram` brings a raw update → `delivery::intake` stores it in `inbox`, and only
//! then asks for the next ones → `delivery::handle` takes it, one chat at a time → one unit of work:
//! `chat::receive` finds the session, routes, lets the flow write (`chat::form` → `store`) and draw the next
//! screen, puts it into `outbox` and marks the inbox row → commit → `delivery::dispatch` sends at once.
//!
//! **A reminder.** `jobs::queue_reminders` → `store` lists the open occurrences → `domain::reminder` decides who is
//! reminded of what today → rows in `outbox` under a key that holds the date → `delivery::dispatch` reads the
//! facts again (done meanwhile? then obsolete), renders in the recipient's language, sends, records the outcome.
//!
//! **A channel post.** The curator presses «Опубликовать» → `chat::news` → the post's new state and one outbox row,
//! one commit → `delivery::dispatch`; where it is not known whether the post arrived, the curator is asked.
//!
//! # Where do I add…
//!
//! | … | where |
//! |---|---|
//! | a question | one entry in `presets/questionnaires/*.toml`, its texts in `locales/*/questionnaires.ftl` |
//! | a questionnaire | a file in `presets/questionnaires/`, a line in `domain::questionnaire` (the list of built-in ones) |
//! | a screen or a button | a place in `chat::State`, a line in the actions of `chat`, the flow's file |
//! | a command | `chat/home`: the list of commands |
//! | a sentence | `locales/ru/*.ftl` and `locales/en/*.ftl`, then `tr!` or `label!` |
//! | a notice | a variant in `domain::notice`, an arm in `delivery::render` |
//! | a reminder rule | `domain::reminder` (the policy is a value) |
//! | something that closes a row by itself | a variant of `domain::roadmap::binding::Fact`, its words in `presets/facts.toml`, its function in `store::facts` |
//! | a job | a file in `jobs`, a line in `jobs::SCHEDULE` |
//! | a publishing target | an address in the outbox row and a [`messenger::Messenger`] that takes it |
//! | a messenger | a folder in `messenger` that implements [`messenger::Messenger`] |
//! | a table | a migration, a file in `store` |
//! | the days off of a new year | its decree in `presets/calendar/ru.toml`; days of vacations in `presets/calendar/vacations.toml` |
//! | a setting | a line in `config::SETTINGS` |

#[macro_use]
pub mod domain;
pub mod app;
pub mod chat;
pub mod clock;
pub mod config;
pub mod delivery;
pub mod doctor;
pub mod files;
pub mod jobs;
pub mod messenger;
pub mod play;
pub mod readings;
pub mod run;
pub mod sandbox;
pub mod store;
pub mod text;
