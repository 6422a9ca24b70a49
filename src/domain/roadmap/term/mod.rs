//! What a term phrase means: «до 15.09.2022 г., далее ежегодно» → a deadline that repeats each year.
//!
//! `token` folds the text (case, ё, dashes, look-alike letters) into words of `vocabulary`, mends words that a line
//! break cut (`token`) or a missing space joined (`glued`), and notices what stands for something unwritten (`gaps`);
//! `grammar` reads the words by recursive descent into a `Term`; `resolve` puts the term into a school year; `sound`
//! says what every reading keeps to. Whatever the grammar does not consume makes the reading doubtful instead of
//! being skipped.
//!
//! To add a phrase: a word in `word_list` or `vocabulary`, or one `fn` in the file of `grammar/` that the phrase
//! belongs to, listed in `grammar::clause`; then a line in `tests/data/terms.tsv`.

mod fold;
mod gaps;
mod glued;
mod grammar;
mod meaning;
mod numerals;
mod recurrence;
mod resolve;
mod sound;
mod token;
mod vocabulary;
mod window;
mod word_list;

#[cfg(test)]
mod tests;

use crate::domain::school_year::SchoolYear;
use chrono::{NaiveDate, Weekday};

pub(super) use fold::look_alike;
pub use meaning::Term;
pub use recurrence::{Frequency, Recurrence};

coded_enum! {
    /// The kinds of term that a row may have.
    pub enum TermKind {
        Month = "month",
        MonthRange = "month_range",
        Date = "date",
        Deadline = "deadline",
        DateRange = "date_range",
        Monthly = "monthly",
        Weekly = "weekly",
        Quarterly = "quarterly",
        NPerYear = "n_per_year",
        Yearly = "yearly",
        SchoolYear = "school_year",
        YearRound = "year_round",
        Continuous = "continuous",
        ProgrammeEnd = "programme_end",
        OnDemand = "on_demand",
        ExternalPlan = "external_plan",
        Season = "season",
        HalfYear = "half_year",
        MultiYear = "multi_year",
        None = "none",
        Other = "other",
    }
}

coded_enum! {
    /// Why a term must be shown to the curator before the bot relies on it.
    pub enum Doubt {
        /// Some words are not part of any known way to say a term.
        NotUnderstood = "not_understood",
        /// A day that the calendar does not have: 31 September.
        ImpossibleDate = "impossible_date",
        /// The end lies before the start.
        EndBeforeStart = "end_before_start",
        /// Several separate months or days: one long activity or several?
        SeveralDates = "several_dates",
        /// «До сентября»: is September included?
        Inclusion = "inclusion",
        /// «В начале мая», «первая неделя»: no exact days.
        Vague = "vague",
        /// Counted from an event the bot does not know: «10 дней после приказа».
        RelativeToEvent = "relative_to_event",
        /// School quarters and vacations, whose days each school sets itself.
        SchoolTerm = "school_term",
        /// A start without an end.
        OpenEnded = "open_ended",
        /// The text does not say which year is meant, and the school year does not decide it.
        YearUnclear = "year_unclear",
        /// Two repetitions, or a count that does not fit the months named.
        Contradiction = "contradiction",
    }
}

/// A term phrase as understood for one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub kind: TermKind,
    /// First day of the window; a deadline has none.
    pub start: Option<NaiveDate>,
    /// Last day of the window, included. The official day, even on a holiday.
    pub due: Option<NaiveDate>,
    pub recurrence: Option<Recurrence>,
    /// The reason to ask the curator; `None` when the whole phrase is understood.
    pub review: Option<Doubt>,
    /// The separate windows of a term that names several («сентябрь, январь, май»), else empty.
    pub windows: Vec<(NaiveDate, NaiveDate)>,
    /// «Далее»: the repetition comes after the days above and not inside them.
    pub then: bool,
    /// The last day is the end of its month and no day of its own: in a leap year it is 29 February.
    pub month_end: bool,
    /// The day is named by its place in the month («последняя пятница мая»; −1: the last): in another year it is
    /// another date.
    pub nth_weekday: Option<(i32, Weekday)>,
}

impl Reading {
    pub fn needs_review(&self) -> bool {
        self.review.is_some()
    }

    /// A reading without dates.
    pub(crate) fn undated(kind: TermKind, recurrence: Option<Recurrence>, review: Option<Doubt>) -> Self {
        let (start, due, windows) = (None, None, Vec::new());
        let (then, month_end, nth_weekday) = (false, false, None);
        Self { kind, start, due, recurrence, review, windows, then, month_end, nth_weekday }
    }
}

/// Reads a phrase; years that it does not name are taken from `year`.
pub fn read(text: &str, year: SchoolYear) -> Reading {
    parse(text).in_year(year)
}

/// No school writes a longer term, in characters. What follows is not read, and the reading is doubtful.
const LONGEST: usize = 2_000;

/// Reads a phrase without putting it into a school year.
pub fn parse(text: &str) -> Term {
    match text.char_indices().nth(LONGEST) {
        None => grammar::term(&token::tokens(text)),
        Some((end, _)) => Term { doubt: Some(Doubt::NotUnderstood), ..grammar::term(&token::tokens(&text[..end])) },
    }
}
