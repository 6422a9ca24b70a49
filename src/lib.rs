//! Nastavnik: a messenger bot that runs a school's staff-mentoring programme for a whole school year.

#[macro_use]
pub mod domain;
pub mod app;
pub mod chat;
pub mod clock;
pub mod config;
pub mod delivery;
pub mod files;
pub mod jobs;
pub mod messenger;
pub mod play;
pub mod run;
pub mod sandbox;
pub mod store;
pub mod text;
