//! Answers in the short form of presets: a code, a list of codes, a number, cells as `day.part`, text.

use crate::domain::questionnaire::{Answer, AnswerError, Answers, Kind, Place, PresetError, PresetProblem};
use crate::domain::questionnaire::{Question, Questionnaire};

/// Reads answers and fills up what may be skipped; whatever does not fit the questionnaire is an error.
pub(super) fn read(
    given: &toml::Table,
    questionnaire: &Questionnaire,
    place: Place<'_>,
) -> Result<Answers, PresetError> {
    let bad = |code: &str, why: String| place.error(PresetProblem::BadAnswer { code: code.to_owned(), why });
    let mut answers = Answers::default();
    for (code, value) in given {
        let question = questionnaire.question(code).ok_or_else(|| bad(code, "no such question".to_owned()))?;
        let answer = read_answer(question, value).map_err(|error| bad(code, error.to_string()))?;
        answers.set(code, answer);
    }
    let standing = questionnaire.standing(&answers);
    if let Some((code, _)) = answers.iter().find(|(code, answer)| standing.get(code) != Some(answer)) {
        return Err(bad(code, "not asked or not offered after the other answers".to_owned()));
    }
    let complete = questionnaire.skip_rest(&answers);
    match questionnaire.first_unanswered(&complete) {
        Some(question) => Err(bad(&question.code, "an answer is needed".to_owned())),
        None => Ok(complete),
    }
}

/// As if a person had pressed each value's button, or typed it.
fn read_answer(question: &Question, value: &toml::Value) -> Result<Answer, AnswerError> {
    let words = match value {
        toml::Value::Array(values) => values.iter().map(word).collect(),
        single => vec![word(single)],
    };
    let mut answer = None;
    for word in words {
        answer = Some(match question.kind {
            Kind::Text { .. } => question.read_typed(&word)?,
            _ => question.toggle(answer.as_ref(), &word)?,
        });
    }
    let answer = answer.ok_or(AnswerError::Empty)?;
    question.check(&answer)?;
    Ok(answer)
}

fn word(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
