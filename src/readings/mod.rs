//! What `nastavnik roadmap …` prints: what was understood, for machines (JSON) and for eyes (a table).
//!
//! One file per command: [`terms`] reads single term phrases. Nothing here decides anything: the rules are in
//! `domain::roadmap`.

pub mod terms;
