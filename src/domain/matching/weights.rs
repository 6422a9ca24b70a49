//! What each factor is worth: data in `presets/matching.toml`.

use super::cohort::Code;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const PRESET: &str = include_str!("../../../presets/matching.toml");

/// The most that one weight may be, up or down: keeps every sum far inside `i32`.
const MOST: i32 = 1000;

/// Points of each factor. The comments of the preset explain them to the curator.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    pub main_difficulty: i32,
    pub main_difficulty_missed: i32,
    /// For each shared difficulty besides the main one.
    pub difficulty: i32,
    pub difficulties_at_most: u8,
    pub subject: i32,
    pub level: i32,
    pub kind: i32,
    /// For each common slot.
    pub slot: i32,
    pub slots_at_most: u8,
    pub no_common_slots: i32,
    pub format: i32,
    pub flexible_format: i32,
    pub different_formats: i32,
    /// Formats that go with any other.
    pub flexible_formats: BTreeSet<Code>,
    pub been_mentor: i32,
    pub mentee_wish: i32,
    pub mentor_wish: i32,
    pub urgent: i32,
    /// Taken off for each mentee that a mentor already has. Not negative: sharing is never punished.
    pub other_mentee: u32,
    /// What each answer to «how many mentees» means: see [`super::Mentor::capacity`].
    pub capacity: BTreeMap<Code, u8>,
    /// By the code of the mentor's years of teaching.
    pub experience: BTreeMap<Code, i32>,
}

/// Why weights cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WeightsError {
    #[error("the weights of matching cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    #[error("the weight `{name}` of matching is {value}, but must lie between -1000 and 1000")]
    OutOfRange { name: String, value: i64 },
}

impl Weights {
    /// The weights that a school starts from.
    pub fn preset() -> Result<Self, WeightsError> {
        Self::parse(PRESET)
    }

    /// Reads weights written as TOML; every key is required and no other is allowed.
    pub fn parse(text: &str) -> Result<Self, WeightsError> {
        let weights: Self = toml::from_str(text)?;
        for (name, value) in weights.named() {
            if value.abs() > i64::from(MOST) {
                return Err(WeightsError::OutOfRange { name, value });
            }
        }
        Ok(weights)
    }

    fn named(&self) -> impl Iterator<Item = (String, i64)> {
        let single = [
            ("main_difficulty", self.main_difficulty),
            ("main_difficulty_missed", self.main_difficulty_missed),
            ("difficulty", self.difficulty),
            ("subject", self.subject),
            ("level", self.level),
            ("kind", self.kind),
            ("slot", self.slot),
            ("no_common_slots", self.no_common_slots),
            ("format", self.format),
            ("flexible_format", self.flexible_format),
            ("different_formats", self.different_formats),
            ("been_mentor", self.been_mentor),
            ("mentee_wish", self.mentee_wish),
            ("mentor_wish", self.mentor_wish),
            ("urgent", self.urgent),
        ];
        let experience =
            self.experience.iter().map(|(code, points)| (format!("experience.{code}"), i64::from(*points)));
        single
            .into_iter()
            .map(|(name, points)| (name.to_owned(), i64::from(points)))
            .chain([("other_mentee".to_owned(), i64::from(self.other_mentee))])
            .chain(experience)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preset_is_sound() {
        let weights = Weights::preset().unwrap();
        assert!(weights.main_difficulty > weights.difficulty, "the main difficulty weighs most");
        assert!(weights.urgent > 0);
    }

    #[test]
    fn wild_weights_are_named() {
        let error = Weights::parse(&PRESET.replace("subject = 25", "subject = 1001")).unwrap_err();
        assert!(error.to_string().contains("`subject` of matching is 1001"), "{error}");
        let error = Weights::parse(&PRESET.replace("from_5 = 4", "from_5 = -5000")).unwrap_err();
        assert!(error.to_string().contains("`experience.from_5`"), "{error}");
    }

    #[test]
    fn unknown_and_missing_keys_are_named() {
        let error = Weights::parse(&PRESET.replace("subject = 25", "subjekt = 25")).unwrap_err();
        assert!(error.to_string().contains("subjekt"), "{error}");
        let error = Weights::parse(&PRESET.replace("urgent = 60", "")).unwrap_err();
        assert!(error.to_string().contains("urgent"), "{error}");
    }
}
