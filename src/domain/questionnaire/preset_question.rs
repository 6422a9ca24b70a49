//! Reading one `[[question]]` entry of a preset.

use crate::domain::questionnaire::preset_error::Place;
use crate::domain::questionnaire::preset_options::{RawOptions, RawPart, conditional_options, named_options};
use crate::domain::questionnaire::{Condition, Kind, OptionSets, PresetError, PresetProblem, Question, QuestionOption};
use crate::domain::typed_text;
use serde::Deserialize;

/// An entry as written; which keys go with which kind is checked in [`read_kind`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    code: String,
    kind: String,
    options: Option<RawOptions>,
    options_if: Option<Vec<RawPart>>,
    among: Option<String>,
    max: Option<usize>,
    from: Option<u8>,
    to: Option<u8>,
    rows: Option<RawOptions>,
    columns: Option<RawOptions>,
    min_chars: Option<usize>,
    max_chars: Option<usize>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    private: bool,
    per_row: Option<u8>,
    only_if: Option<RawCondition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCondition {
    question: String,
    any_of: Vec<String>,
}

pub(super) fn read_question(
    mut raw: RawQuestion,
    sets: &OptionSets,
    place: Place<'_>,
) -> Result<Question, PresetError> {
    let kind = read_kind(&mut raw, sets, place)?;
    check_leftovers(&raw, kind.code(), place)?;
    let per_row = raw.per_row.unwrap_or(1);
    if !(1..=2).contains(&per_row) {
        return Err(not_allowed(place, "per_row", &per_row, "1 or 2"));
    }
    let only_if = raw.only_if.map(|condition| Condition { question: condition.question, any_of: condition.any_of });
    let (optional, private) = (raw.optional, raw.private);
    Ok(Question { code: raw.code, kind, optional, private, only_if, per_row })
}

/// Takes the keys of its kind out of the entry and leaves the others.
fn read_kind(raw: &mut RawQuestion, sets: &OptionSets, place: Place<'_>) -> Result<Kind, PresetError> {
    match raw.kind.as_str() {
        "single" => {
            let options = read_options(raw, sets, "single", place)?;
            Ok(Kind::Single { options, among: raw.among.take() })
        }
        "multi" => read_multi(raw, sets, place),
        "scale" => read_scale(raw, place),
        "grid" => read_grid(raw, sets, place),
        "text" => read_text(raw, place),
        "person" => match raw.max.take().unwrap_or(1) {
            0 => Err(not_allowed(place, "max", &0, "1 or more")),
            max => Ok(Kind::Person { max }),
        },
        other => Err(not_allowed(place, "kind", &other, "single, multi, scale, grid, text or person")),
    }
}

fn read_multi(raw: &mut RawQuestion, sets: &OptionSets, place: Place<'_>) -> Result<Kind, PresetError> {
    let options = read_options(raw, sets, "multi", place)?;
    match raw.max.take().unwrap_or(options.len()) {
        0 => Err(not_allowed(place, "max", &0, "1 or more")),
        max if max > options.len() => Err(place.error(PresetProblem::MaxAboveOptions { max, options: options.len() })),
        max => Ok(Kind::Multi { options, max }),
    }
}

fn read_scale(raw: &mut RawQuestion, place: Place<'_>) -> Result<Kind, PresetError> {
    let needs = |key| place.error(PresetProblem::Missing { key, kind: "scale" });
    let from = raw.from.take().ok_or_else(|| needs("from"))?;
    let to = raw.to.take().ok_or_else(|| needs("to"))?;
    if from < to { Ok(Kind::Scale { from, to }) } else { Err(not_allowed(place, "to", &to, "above `from`")) }
}

fn read_grid(raw: &mut RawQuestion, sets: &OptionSets, place: Place<'_>) -> Result<Kind, PresetError> {
    let needs = |key| place.error(PresetProblem::Missing { key, kind: "grid" });
    let rows = raw.rows.take().ok_or_else(|| needs("rows"))?;
    let columns = raw.columns.take().ok_or_else(|| needs("columns"))?;
    let rows = named_options(rows, &raw.code, sets, place)?;
    Ok(Kind::Grid { rows, columns: named_options(columns, &raw.code, sets, place)? })
}

fn read_text(raw: &mut RawQuestion, place: Place<'_>) -> Result<Kind, PresetError> {
    let min_chars = raw.min_chars.take().unwrap_or(1);
    let max_chars = raw.max_chars.take().unwrap_or(typed_text::LONGEST);
    if max_chars == 0 || max_chars > typed_text::LONGEST {
        return Err(not_allowed(place, "max_chars", &max_chars, &format!("1 to {}", typed_text::LONGEST)));
    }
    if min_chars > max_chars {
        return Err(not_allowed(place, "min_chars", &min_chars, "at most `max_chars`"));
    }
    Ok(Kind::Text { min_chars, max_chars })
}

fn check_leftovers(raw: &RawQuestion, kind: &'static str, place: Place<'_>) -> Result<(), PresetError> {
    let leftovers = [
        ("options", raw.options.is_some()),
        ("options_if", raw.options_if.is_some()),
        ("among", raw.among.is_some()),
        ("max", raw.max.is_some()),
        ("from", raw.from.is_some()),
        ("to", raw.to.is_some()),
        ("rows", raw.rows.is_some()),
        ("columns", raw.columns.is_some()),
        ("min_chars", raw.min_chars.is_some()),
        ("max_chars", raw.max_chars.is_some()),
    ];
    match leftovers.into_iter().find(|(_, is_left)| *is_left) {
        Some((key, _)) => Err(place.error(PresetProblem::NotForKind { key, kind })),
        None => Ok(()),
    }
}

fn not_allowed(place: Place<'_>, key: &'static str, value: &dyn ToString, allowed: &str) -> PresetError {
    place.error(PresetProblem::NotAllowed { key, value: value.to_string(), allowed: allowed.to_owned() })
}

/// `options_if` first, in their order, then `options`; one of the two must be there.
fn read_options(
    raw: &mut RawQuestion,
    sets: &OptionSets,
    kind: &'static str,
    place: Place<'_>,
) -> Result<Vec<QuestionOption>, PresetError> {
    if raw.options.is_none() && raw.options_if.is_none() {
        return Err(place.error(PresetProblem::Missing { key: "options", kind }));
    }
    let parts = raw.options_if.take().unwrap_or_default();
    let mut options = conditional_options(parts, &raw.code, sets, place)?;
    if let Some(always) = raw.options.take() {
        options.extend(named_options(always, &raw.code, sets, place)?);
    }
    place.check_codes(options.iter().map(|option| option.code.as_str()))?;
    Ok(options)
}
