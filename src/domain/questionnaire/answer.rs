//! What a person answered to one question.

use crate::domain::ids::PersonId;
use serde::{Deserialize, Serialize};

/// An answer. Stored as JSON, e.g. `{"choice":"lesson"}`, `{"grid":[["mon","evening"]]}` or `"skipped"`: the words
/// never change, because responses of past years are kept in them. `Debug` shows the kind only (guarantee I6).
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The code of one option.
    Choice(String),
    /// Codes of options, in the order in which the question lists them, none twice.
    Choices(Vec<String>),
    Scale(u8),
    /// Pairs of a row's code and a column's code, row by row.
    Grid(Vec<(String, String)>),
    /// Cleaned by [`typed_text`](crate::domain::typed_text).
    Text(String),
    /// In the order in which they were picked.
    Person(Vec<PersonId>),
    /// Seen and passed over.
    Skipped,
}

impl Answer {
    /// Whether this answer contains the option with this code.
    pub fn has(&self, code: &str) -> bool {
        match self {
            Self::Choice(chosen) => chosen == code,
            Self::Choices(chosen) => chosen.iter().any(|one| one == code),
            Self::Scale(_) | Self::Grid(_) | Self::Text(_) | Self::Person(_) | Self::Skipped => false,
        }
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Choice(_) => "Choice(..)",
            Self::Choices(_) => "Choices(..)",
            Self::Scale(_) => "Scale(..)",
            Self::Grid(_) => "Grid(..)",
            Self::Text(_) => "Text(..)",
            Self::Person(_) => "Person(..)",
            Self::Skipped => "Skipped",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_form_is_stable() {
        let all = [
            Answer::Choice("lesson".to_owned()),
            Answer::Choices(vec!["lesson".to_owned(), "parents".to_owned()]),
            Answer::Scale(4),
            Answer::Grid(vec![("mon".to_owned(), "evening".to_owned())]),
            Answer::Text("да".to_owned()),
            Answer::Person(vec![PersonId(7)]),
            Answer::Skipped,
        ];
        let stored = r#"[{"choice":"lesson"},{"choices":["lesson","parents"]},{"scale":4},{"grid":[["mon","evening"]]},{"text":"да"},{"person":[7]},"skipped"]"#;
        assert_eq!(serde_json::to_string(&all).unwrap(), stored);
        assert_eq!(serde_json::from_str::<Vec<Answer>>(stored).unwrap(), all);
    }

    #[test]
    fn debug_output_tells_nothing_about_the_person() {
        let told = format!("{:?} {:?}", Answer::Text("секрет".to_owned()), Answer::Choice("burnout".to_owned()));
        assert_eq!(told, "Text(..) Choice(..)");
    }
}
