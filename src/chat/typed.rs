//! What people type, and what to say when it cannot be kept.

use crate::domain::staff_list::{self, RowErrorKind};
use crate::domain::typed_text::{self, TextProblem};
use crate::text::{Locale, Markup};
use crate::tr;
use serde::{Deserialize, Serialize};

/// Typed words inside a [`super::State`]. `Debug` hides them (guarantee I6).
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(pub String);

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Typed({} bytes)", self.0.len())
    }
}

/// One line of at most `longest` characters, or what to tell its writer.
pub(super) fn line(locale: Locale, raw: &str, longest: usize) -> Result<String, Markup> {
    typed_text::clean_line(raw, longest).map_err(|problem| match problem {
        TextProblem::TooLong { max, is } => tr!(locale, "typed-too-long", max = max, is = is),
        TextProblem::Empty => tr!(locale, "typed-empty"),
        TextProblem::NotPlain => tr!(locale, "typed-not-plain"),
    })
}

/// Surname, first name, patronymic, or what to tell their writer.
pub(super) fn full_name(locale: Locale, raw: &str) -> Result<String, Markup> {
    let name = line(locale, raw, staff_list::MAX_NAME_CHARS)?;
    staff_list::read_name(&name).map_err(|problem| match problem {
        RowErrorKind::OnlySurname => tr!(locale, "typed-name-one-word"),
        _ => tr!(locale, "typed-name-not-a-name"),
    })
}
