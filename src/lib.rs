//! Nastavnik: a messenger bot that runs a school's staff-mentoring programme for a whole school year.

pub mod domain;
pub mod sandbox;
