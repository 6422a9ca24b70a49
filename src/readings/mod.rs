//! What `nastavnik roadmap …` prints: what was understood, for machines (JSON) and for eyes (a table).
//!
//! One room per command: [`terms`] reads single term phrases, [`road_map`] whole documents. Nothing here decides anything: the rules are in
//! `domain::roadmap`.

pub mod road_map;
pub mod terms;
