//! Reading a questionnaire's preset: the file as a whole. One question is read in `preset_question`.

use crate::domain::questionnaire::preset_error::Place;
use crate::domain::questionnaire::preset_question::{RawQuestion, read_question};
use crate::domain::questionnaire::{Bank, Condition, Kind, PresetError, PresetProblem, Question, Questionnaire};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Named lists of option codes, shared by questions and by questionnaires, so that what a mentor offers and what a
/// mentee asks for are the same codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OptionSets(BTreeMap<String, Vec<String>>);

impl OptionSets {
    /// Reads a file that holds only `[options]`, e.g. `presets/questionnaires/options.toml`.
    pub fn parse(file: &str, toml: &str) -> Result<Self, PresetError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct RawSets {
            options: BTreeMap<String, Vec<String>>,
        }
        let whole = Place { file, entry: "the file" };
        let raw: RawSets = toml::from_str(toml).map_err(|error| whole.unreadable(&error))?;
        Self::default().with(file, raw.options)
    }

    pub fn get(&self, set: &str) -> Option<&[String]> {
        self.0.get(set).map(Vec::as_slice)
    }

    fn with(&self, file: &str, more: BTreeMap<String, Vec<String>>) -> Result<Self, PresetError> {
        let mut sets = self.clone();
        for (set, codes) in more {
            let entry = format!("option set `{set}`");
            let place = Place { file, entry: &entry };
            place.check_code(&set)?;
            place.check_codes(codes.iter().map(String::as_str))?;
            if sets.0.contains_key(&set) {
                return Err(place.error(PresetProblem::Duplicate { code: set }));
            }
            sets.0.insert(set, codes);
        }
        Ok(sets)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestionnaire {
    code: String,
    bank: String,
    minutes: u8,
    /// Sets of this questionnaire alone.
    #[serde(default)]
    options: BTreeMap<String, Vec<String>>,
    /// Kept as tables, so that a mistake in one can be reported with its code.
    question: Vec<toml::Table>,
}

impl Questionnaire {
    /// Reads and checks one questionnaire. `file` is only for error messages; `shared` are the sets of all.
    pub fn parse(file: &str, toml: &str, shared: &OptionSets) -> Result<Self, PresetError> {
        let whole = Place { file, entry: "the file" };
        let raw: RawQuestionnaire = toml::from_str(toml).map_err(|error| whole.unreadable(&error))?;
        whole.check_code(&raw.code)?;
        let bank = Bank::from_code(&raw.bank).ok_or_else(|| {
            let allowed = Bank::ALL.iter().map(|bank| bank.code()).collect::<Vec<_>>().join(" or ");
            whole.error(PresetProblem::NotAllowed { key: "bank", value: raw.bank, allowed })
        })?;
        let sets = shared.with(file, raw.options)?;
        let mut questions = Vec::with_capacity(raw.question.len());
        for (index, table) in raw.question.into_iter().enumerate() {
            let entry = match table.get("code").and_then(toml::Value::as_str) {
                Some(code) => format!("question `{code}`"),
                None => format!("question number {}", index + 1),
            };
            let place = Place { file, entry: &entry };
            let raw: RawQuestion = table.try_into().map_err(|error| place.unreadable(&error))?;
            let question = read_question(raw, &sets, place)?;
            check_references(&question, &questions, place)?;
            questions.push(question);
        }
        whole.check_codes(questions.iter().map(|question: &Question| question.code.as_str()))?;
        Ok(Self { code: raw.code, bank, minutes: raw.minutes, questions })
    }
}

/// Conditions may only look back: then the way has no loops, and going back changes nothing before.
fn check_references(question: &Question, earlier: &[Question], place: Place<'_>) -> Result<(), PresetError> {
    if let Some(condition) = &question.only_if {
        check_condition(condition, "only_if", earlier, place)?;
    }
    for condition in question.options().iter().filter_map(|option| option.only_if.as_ref()) {
        check_condition(condition, "options_if", earlier, place)?;
    }
    if let Kind::Single { among: Some(source), options } = &question.kind {
        let any_of = options.iter().map(|option| option.code.clone()).collect();
        check_condition(&Condition { question: source.clone(), any_of }, "among", earlier, place)?;
    }
    Ok(())
}

fn check_condition(
    condition: &Condition,
    key: &'static str,
    earlier: &[Question],
    place: Place<'_>,
) -> Result<(), PresetError> {
    let named = earlier.iter().find(|question| question.code == condition.question);
    let Some(source) = named.filter(|question| !question.options().is_empty()) else {
        return Err(place.error(PresetProblem::NotAnEarlierQuestion { key, question: condition.question.clone() }));
    };
    for code in &condition.any_of {
        if !source.options().iter().any(|option| option.code == *code) {
            let (option, question) = (code.clone(), source.code.clone());
            return Err(place.error(PresetProblem::NotItsOption { key, option, question }));
        }
    }
    Ok(())
}
