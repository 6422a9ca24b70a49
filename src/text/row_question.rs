//! What a row of the road map leaves open, in words.

use super::{Locale, Markup, markup};
use crate::domain::roadmap::activity::Question;
use crate::tr;

/// What is unclear about a row, as a piece of a sentence.
pub fn row_question(locale: Locale, question: Question) -> Markup {
    match question {
        Question::Term(doubt) => markup(locale, &format!("road-map-doubt-{doubt}"), &[]),
        Question::NoTerm => tr!(locale, "road-map-question-no-term"),
        Question::OtherYear => tr!(locale, "road-map-question-other-year"),
        Question::Responsible => tr!(locale, "road-map-question-responsible"),
    }
}
