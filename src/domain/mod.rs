//! Pure rules: no I/O, no clock, no SQL, no messenger. `now` and dates come in as values.
//!
//! To add a rule: write it here as a function of values, with its source in the doc comment and its
//! tests beside it; the rooms to the left (`chat`, `jobs`, `delivery`) bring the facts and act on the answer.

#[macro_use]
mod code;
pub mod calendar;
pub mod consent;
pub mod consent_texts;
pub mod dice;
pub mod evidence;
pub mod fictional_staff;
pub mod ids;
#[cfg(test)]
mod locale_texts;
pub mod matching;
pub mod municipality;
pub mod notice;
pub mod pair;
pub mod people;
pub mod post;
pub mod questionnaire;
pub mod records;
pub mod reminder;
pub mod roadmap;
pub mod school_year;
pub mod staff_list;
pub mod staff_update;
pub mod typed_evidence;
pub mod typed_moment;
pub mod typed_text;
