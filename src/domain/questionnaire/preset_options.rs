//! The options of a question, as presets write them.

use crate::domain::questionnaire::preset_error::Place;
use crate::domain::questionnaire::{Condition, OptionSets, PresetError, PresetProblem, QuestionOption};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected the name of an option set or a list of codes")]
pub(super) enum RawOptions {
    Set(String),
    Codes(Vec<String>),
}

/// A set that is offered only after certain answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPart {
    set: String,
    question: String,
    any_of: Vec<String>,
}

/// The options of these sets, each under the condition of its set.
pub(super) fn conditional_options(
    parts: Vec<RawPart>,
    question: &str,
    sets: &OptionSets,
    place: Place<'_>,
) -> Result<Vec<QuestionOption>, PresetError> {
    let mut options = Vec::new();
    for part in parts {
        let condition = Condition { question: part.question, any_of: part.any_of };
        for option in named_options(RawOptions::Set(part.set), question, sets, place)? {
            options.push(QuestionOption { only_if: Some(condition.clone()), ..option });
        }
    }
    Ok(options)
}

/// Options with their text keys: `option-<set>-<code>`, or `option-<question>-<code>` for a list of the question's own.
pub(super) fn named_options(
    raw: RawOptions,
    question: &str,
    sets: &OptionSets,
    place: Place<'_>,
) -> Result<Vec<QuestionOption>, PresetError> {
    let (owner, codes) = match raw {
        RawOptions::Codes(codes) => (question.to_owned(), codes),
        RawOptions::Set(set) => match sets.get(&set) {
            Some(codes) => (set, codes.to_vec()),
            None => return Err(place.error(PresetProblem::UnknownSet { set })),
        },
    };
    place.check_codes(codes.iter().map(String::as_str))?;
    let named = |code: String| {
        let text_key = format!("option-{owner}-{code}");
        QuestionOption { code, text_key, only_if: None }
    };
    Ok(codes.into_iter().map(named).collect())
}
