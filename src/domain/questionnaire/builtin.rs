//! The questionnaires that come with the program.

use crate::domain::questionnaire::{Bank, OptionSets, PresetError, Questionnaire};
use std::sync::LazyLock;

const OPTIONS: (&str, &str) = ("options.toml", include_str!("../../../presets/questionnaires/options.toml"));

const QUESTIONNAIRES: &[(&str, &str)] = &[
    ("mentor.toml", include_str!("../../../presets/questionnaires/mentor.toml")),
    ("mentee.toml", include_str!("../../../presets/questionnaires/mentee.toml")),
];

/// Every questionnaire the program knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaires(Vec<Questionnaire>);

/// Read once; the same for everybody.
static BUILTIN: LazyLock<Result<Questionnaires, PresetError>> = LazyLock::new(Questionnaires::load_builtin);

impl Questionnaires {
    /// The questionnaires that come with the program, read once. Asked for at start, so that a mistake in a preset
    /// stops the program there.
    pub fn builtin() -> Result<&'static Self, &'static PresetError> {
        BUILTIN.as_ref()
    }

    /// Reads and checks the presets; at start, so that a mistake in one stops the program with its place named.
    pub fn load_builtin() -> Result<Self, PresetError> {
        let shared = OptionSets::parse(OPTIONS.0, OPTIONS.1)?;
        let parse = |(file, toml): &(&str, &str)| Questionnaire::parse(file, toml, &shared);
        QUESTIONNAIRES.iter().map(parse).collect::<Result<_, _>>().map(Self)
    }

    pub fn get(&self, code: &str) -> Option<&Questionnaire> {
        self.iter().find(|questionnaire| questionnaire.code == code)
    }

    /// The questionnaire that fills this bank.
    pub fn of_bank(&self, bank: Bank) -> Option<&Questionnaire> {
        self.iter().find(|questionnaire| questionnaire.bank == bank)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Questionnaire> {
        self.0.iter()
    }
}
