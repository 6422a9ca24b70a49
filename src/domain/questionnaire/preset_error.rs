//! What is wrong with a preset, said so that whoever edited it finds the place.

use thiserror::Error;

/// A mistake in a preset file. Reads like «mentor.toml, question `levels`: `max` is 9, but there are 5 options».
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}, {place}: {problem}")]
pub struct PresetError {
    pub file: String,
    /// The entry, by its code where it has one, by its number otherwise.
    pub place: String,
    pub problem: PresetProblem,
}

/// The mistake itself.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PresetProblem {
    /// Not TOML, a key that means nothing, a value of the wrong type; in the words of the TOML reader.
    #[error("{0}")]
    Unreadable(String),
    #[error("`{key}` is missing; a question of kind `{kind}` needs it")]
    Missing { key: &'static str, kind: &'static str },
    #[error("`{key}` means nothing for a question of kind `{kind}`")]
    NotForKind { key: &'static str, kind: &'static str },
    #[error("`{key}` is `{value}`, but must be {allowed}")]
    NotAllowed { key: &'static str, value: String, allowed: String },
    #[error("`{code}` is not a code: only a–z, 0–9 and _ starting with a letter, at most {max} characters")]
    BadCode { code: String, max: usize },
    #[error("the code `{code}` is used twice")]
    Duplicate { code: String },
    #[error("there is no option set `{set}`")]
    UnknownSet { set: String },
    #[error("`max` is {max}, but there are {options} options")]
    MaxAboveOptions { max: usize, options: usize },
    #[error("`{key}` names `{question}`, which is not an earlier question with options")]
    NotAnEarlierQuestion { key: &'static str, question: String },
    #[error("`{key}` names `{option}`, which `{question}` does not offer")]
    NotItsOption { key: &'static str, option: String, question: String },
    #[error("`{code}`: {why}")]
    BadAnswer { code: String, why: String },
    #[error("a list without entries")]
    NoEntries,
}

/// Where the reader is: makes errors that name the place.
#[derive(Clone, Copy)]
pub(in crate::domain) struct Place<'a> {
    pub(in crate::domain) file: &'a str,
    pub(in crate::domain) entry: &'a str,
}

impl Place<'_> {
    pub(in crate::domain) fn error(self, problem: PresetProblem) -> PresetError {
        PresetError { file: self.file.to_owned(), place: self.entry.to_owned(), problem }
    }

    pub(in crate::domain) fn unreadable(self, error: &toml::de::Error) -> PresetError {
        self.error(PresetProblem::Unreadable(error.to_string().trim_end().to_owned()))
    }

    /// Codes end up in buttons, tables and locale keys.
    pub(super) fn check_code(self, code: &str) -> Result<(), PresetError> {
        const LONGEST: usize = 24;
        let starts_well = code.starts_with(|c: char| c.is_ascii_lowercase());
        let is_plain = code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if starts_well && is_plain && code.len() <= LONGEST {
            return Ok(());
        }
        Err(self.error(PresetProblem::BadCode { code: code.to_owned(), max: LONGEST }))
    }

    /// Codes that are well made, none twice, at least one.
    pub(super) fn check_codes<'c>(self, codes: impl IntoIterator<Item = &'c str>) -> Result<(), PresetError> {
        let mut seen = std::collections::HashSet::new();
        for code in codes {
            self.check_code(code)?;
            if !seen.insert(code) {
                return Err(self.error(PresetProblem::Duplicate { code: code.to_owned() }));
            }
        }
        if seen.is_empty() { Err(self.error(PresetProblem::NoEntries)) } else { Ok(()) }
    }
}
