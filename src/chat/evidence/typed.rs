//! What is typed or sent while evidence is given.

use super::give::check;
use super::place::EvidencePlace as Place;
use super::place::EvidenceStep;
use crate::chat::{Input, Talk, Turn, Typed};
use crate::domain::evidence::{self, Evidence, EvidenceProblem};
use crate::domain::typed_evidence::{self, TypedEvidence};
use crate::domain::typed_text::{self, TextProblem};
use crate::text::{Locale, Markup, markup};
use crate::tr;
use chrono::NaiveDate;

/// The longest evidence in words, in characters.
const LONGEST_TEXT: usize = 1_000;
/// The longest link, in characters.
const LONGEST_LINK: usize = 500;
/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 100;

pub(super) fn take(talk: &Talk<'_>, place: Place, input: Input) -> Turn {
    let locale = talk.locale;
    let Place::Give { target, step } = place else {
        return Turn::hint(tr!(locale, "hint-use-buttons"));
    };
    let text = match input {
        Input::File(file) => {
            let name = typed_text::clean_line(&file.name, LONGEST_NAME).unwrap_or_default();
            return check(target, Evidence::file(name, file.file));
        }
        Input::Photo { file, .. } => {
            return check(target, Evidence::photo(file));
        }
        Input::Text(text) => text,
        Input::Press(_) => return Turn::stay(),
    };
    match read(step, &text, talk.today()) {
        Some(Ok(step)) => Turn::to(Place::Give { target, step }),
        Some(Err(refusal)) => Turn::hint(refusal.in_words(locale)),
        None => Turn::hint(tr!(locale, "hint-use-buttons")),
    }
}

/// Why a typed evidence is not taken.
enum Refusal {
    Text(TextProblem),
    Evidence(EvidenceProblem),
    /// The words do not tell what kind of evidence they are.
    Unclear,
}

impl Refusal {
    fn in_words(&self, locale: Locale) -> Markup {
        match self {
            Self::Unclear => tr!(locale, "evidence-unclear"),
            Self::Evidence(problem) => markup(locale, &format!("evidence-problem-{problem}"), &[]),
            Self::Text(TextProblem::TooLong { max, .. }) => {
                tr!(locale, "evidence-too-long", limit = *max)
            }
            Self::Text(_) => tr!(locale, "evidence-empty"),
        }
    }
}

impl From<TextProblem> for Refusal {
    fn from(problem: TextProblem) -> Self {
        Self::Text(problem)
    }
}

impl From<EvidenceProblem> for Refusal {
    fn from(problem: EvidenceProblem) -> Self {
        Self::Evidence(problem)
    }
}

/// The next step that a typed answer leads to; `None` where words are not wanted.
fn read(step: EvidenceStep, text: &str, today: NaiveDate) -> Option<Result<EvidenceStep, Refusal>> {
    match step {
        EvidenceStep::Order => Some(order(text, today)),
        EvidenceStep::OrderDay { number } => Some(order_day(number.0, text, today)),
        EvidenceStep::Link => Some(link(text)),
        EvidenceStep::Text => Some(words(text)),
        EvidenceStep::Count => Some(count(text)),
        EvidenceStep::Choose | EvidenceStep::File => Some(any_kind(text, today)),
        EvidenceStep::Check { .. } => None,
    }
}

/// The kind was not chosen: what the words plainly are.
fn any_kind(text: &str, today: NaiveDate) -> Result<EvidenceStep, Refusal> {
    let text = typed_text::clean(text, LONGEST_TEXT)?;
    Ok(match typed_evidence::read(&text, today).ok_or(Refusal::Unclear)?? {
        TypedEvidence::Whole(evidence) => checked(evidence),
        TypedEvidence::OrderNumber(number) => EvidenceStep::OrderDay { number: Typed(number) },
    })
}

fn order(text: &str, today: NaiveDate) -> Result<EvidenceStep, Refusal> {
    let line = typed_text::clean_line(text, LONGEST_LINK)?;
    Ok(match evidence::order(&line, today)? {
        (number, Some(on)) => checked(Evidence::order(number, on)),
        (number, None) => EvidenceStep::OrderDay { number: Typed(number) },
    })
}

fn order_day(number: String, text: &str, today: NaiveDate) -> Result<EvidenceStep, Refusal> {
    let line = typed_text::clean_line(text, LONGEST_LINK)?;
    Ok(checked(Evidence::order(number, evidence::day(&line, today)?)))
}

fn link(text: &str) -> Result<EvidenceStep, Refusal> {
    let line = typed_text::clean_line(text, LONGEST_LINK)?;
    Ok(checked(Evidence::link(evidence::link(&line)?)))
}

fn words(text: &str) -> Result<EvidenceStep, Refusal> {
    Ok(checked(Evidence::text(typed_text::clean(text, LONGEST_TEXT)?)))
}

fn count(text: &str) -> Result<EvidenceStep, Refusal> {
    let line = typed_text::clean_line(text, LONGEST_LINK)?;
    Ok(checked(Evidence::count(evidence::count(&line)?)))
}

fn checked(evidence: Evidence) -> EvidenceStep {
    EvidenceStep::Check { evidence }
}
