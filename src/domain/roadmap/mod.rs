//! The road map: its rows, the Russian terms in them, and the dates those terms mean.
//!
//! A document goes `read` (text → grid of cells → rows) → `term` (a phrase → kind, dates, repetition, doubt)
//! → `occurrences` (a reading → due days of one school year). Nothing is guessed: what is not fully understood
//! keeps its text and carries a typed reason to ask the curator.
//!
//! What is asked has `ready_answers`; what a newer document or a corrected table brings are `changes`, shown before
//! they apply.
//!
//! To add a spelling, add it to `term/vocabulary.rs`; a new way to say a term is one function in
//! `term/grammar/`; a new layout is one splitter in `read/layout.rs`; a column name goes to `read/header.rs`.

pub mod activity;
pub mod binding;
pub mod changes;
pub mod deputy;
pub mod document;
pub mod duty;
pub mod handover;
pub mod loaded;
mod named;
pub mod next_year;
pub mod occurrences;
pub mod pair_end;
pub mod read;
pub mod ready_answers;
pub mod replan;
pub mod responsible;
pub mod row_steps;
mod school_term;
pub mod standing;
pub mod template;
pub mod term;
pub mod wording;
