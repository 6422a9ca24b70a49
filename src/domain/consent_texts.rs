//! Which consents are asked for, in which version, and where their texts are.
//!
//! To change a text: edit `locales/*/consents.ftl` and raise its `version` in `presets/consents/consents.toml`, because
//! what a person agreed to is kept under the version that was shown.

use crate::domain::consent::ConsentKind;
use crate::domain::people::Role;
use serde::Deserialize;
use std::sync::LazyLock;
use thiserror::Error;

const BUILTIN: &str = include_str!("../../presets/consents/consents.toml");

/// One consent document. Three are built in, each separate (156-ФЗ of 24.06.2025): `personal_data`, `extra_duties`
/// (ТК РФ 351.8) and `publication` (152-ФЗ, art. 10.1).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentText {
    pub kind: ConsentKind,
    /// Kept with each answer.
    pub version: String,
    /// Whom it is asked of.
    pub asked_of: Vec<Role>,
}

impl ConsentText {
    /// The document's heading.
    pub fn title_key(&self) -> String {
        format!("consent-{}-title", self.kind)
    }

    /// One line that says what it is for.
    pub fn summary_key(&self) -> String {
        format!("consent-{}-summary", self.kind)
    }

    /// The name in one or two words, for a button.
    pub fn short_key(&self) -> String {
        format!("consent-{}-short", self.kind)
    }

    /// What taking it back means.
    pub fn withdraw_key(&self) -> String {
        format!("consent-{}-withdraw", self.kind)
    }

    /// To the curator: what is to be done now that it was taken back.
    pub fn curator_key(&self) -> String {
        format!("consent-{}-curator", self.kind)
    }

    /// The whole document; takes `organisation`. Fits one message.
    pub fn text_key(&self) -> String {
        format!("consent-{}-text", self.kind)
    }
}

/// The consents in the order in which they are asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentTexts {
    consent: Vec<ConsentText>,
}

/// What is wrong with the preset.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConsentPresetError {
    #[error("consents.toml: {0}")]
    Unreadable(String),
    #[error("consents.toml: the consent `{kind}` is there twice")]
    Duplicate { kind: ConsentKind },
    #[error("consents.toml: the consent `{kind}` has no version or is asked of nobody")]
    Incomplete { kind: ConsentKind },
}

/// Read once; the same for everybody.
static BUILT: LazyLock<Result<ConsentTexts, ConsentPresetError>> = LazyLock::new(ConsentTexts::load_builtin);

impl ConsentTexts {
    /// The consents that come with the program, read once. Asked for at start, so that a mistake in the preset stops
    /// the program there.
    pub fn builtin() -> Result<&'static Self, &'static ConsentPresetError> {
        BUILT.as_ref()
    }

    /// The preset that comes with the program, checked.
    pub fn load_builtin() -> Result<Self, ConsentPresetError> {
        Self::parse(BUILTIN)
    }

    pub fn parse(toml: &str) -> Result<Self, ConsentPresetError> {
        let read: Self = toml::from_str(toml).map_err(|error| ConsentPresetError::Unreadable(error.to_string()))?;
        for (index, text) in read.consent.iter().enumerate() {
            let kind = text.kind;
            if read.consent[..index].iter().any(|earlier| earlier.kind == kind) {
                return Err(ConsentPresetError::Duplicate { kind });
            }
            if text.version.trim().is_empty() || text.asked_of.is_empty() {
                return Err(ConsentPresetError::Incomplete { kind });
            }
        }
        Ok(read)
    }

    pub fn iter(&self) -> impl Iterator<Item = &ConsentText> {
        self.consent.iter()
    }

    pub fn get(&self, kind: ConsentKind) -> Option<&ConsentText> {
        self.iter().find(|text| text.kind == kind)
    }

    /// The consents that somebody in this role is asked for.
    pub fn asked_of(&self, role: Role) -> impl Iterator<Item = &ConsentText> {
        self.iter().filter(move |text| text.asked_of.contains(&role))
    }
}

#[cfg(test)]
mod tests;
