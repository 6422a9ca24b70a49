//! Nastavnik: a messenger bot that runs a school's staff-mentoring programme for a whole school year.

#[macro_use]
pub mod domain;
pub mod clock;
pub mod store;
pub mod text;
