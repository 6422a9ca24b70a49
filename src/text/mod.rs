//! Every sentence and button that leaves the bot: Fluent, two languages, typed markup.
//!
//! To add a sentence: a message in `locales/ru/*.ftl` and in `locales/en/*.ftl`, then `tr!(locale, "key", name = value)`
//! for message text or `label!(…)` for a button. A test finds keys that are missing, unused or given other
//! arguments than the sentence names.

mod answers;
pub mod dates;
mod keyboard;
mod letter;
mod locale;
mod markup;
pub mod publishing;
pub mod reasons;
mod road_map_remarks;
mod row_question;

pub use answers::{Names, answer_in_words};
pub use keyboard::{Key, Keyboard, Target};
pub use letter::{Letter, Place, Sheet};
pub use locale::{Arg, Locale, keys, label, markup};
pub use markup::Markup;
pub use road_map_remarks::road_map_remarks;
pub use row_question::row_question;

/// The text of a message: `tr!(locale, "key", count = 3, name = person.full_name)`.
#[macro_export]
macro_rules! tr {
    ($locale:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::markup($locale, $key, &[$((stringify!($name), $crate::text::Arg::from($value))),*])
    };
}

/// A plain line: the label of a button, a toast, a cell.
#[macro_export]
macro_rules! label {
    ($locale:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::label($locale, $key, &[$((stringify!($name), $crate::text::Arg::from($value))),*])
    };
}
