//! Tokens → `Term`, by recursive descent: a phrase is a list of clauses, each read by one function.

mod compose;
mod cursor;
mod deadline;
mod open;
mod part;
mod place;
mod point;
mod repeat;
mod span;
mod year;

use super::meaning::{Anchor, Open, Repeat, Term};
use super::token::Token;
use super::vocabulary::Word;
use super::{Doubt, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::Weekday;
use compose::Draft;
use cursor::Cursor;

/// Brackets within brackets are read so far; no school writes deeper.
const DEEPEST_BRACKET: u32 = 3;

/// One clause of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clause {
    Anchor(Anchor),
    Repeat(Repeat),
    /// «2 раза» without «в год».
    Times(u32),
    /// «до 5 числа»: a day in each month, or in the month named beside it.
    MonthDay(i32),
    /// «вторая половина», «1 декада»: first and last day in the month named beside it.
    DaysOfMonth(u32, u32),
    /// «Последний четверг» of each month.
    Weekday(i32, Weekday),
    Open(Open),
    /// The school year to which the other clauses belong.
    Year(SchoolYear),
    /// «В течение 2023–2024 учебного года».
    WholeYear(SchoolYear),
    /// A pair of years of which the text does not say whether a school year is meant.
    YearPair(SchoolYear),
    /// A calendar year standing alone.
    CalendarYear(i32),
    /// «далее»: what follows comes after the first term.
    Then,
    /// «Нет», «не указан».
    Nothing,
    /// Understood, but says nothing about time: «в рамках ШМО».
    Note,
}

/// Reads a whole phrase.
pub(super) fn term(tokens: &[Token]) -> Term {
    let mut draft = Draft::default();
    clauses(&mut Cursor::new(tokens), &mut draft, 0);
    draft.into_term()
}

/// Reads clauses up to the end; a token that no clause takes is remembered as not understood.
fn clauses(cursor: &mut Cursor<'_>, draft: &mut Draft, depth: u32) {
    label(cursor);
    loop {
        while cursor.separator() {}
        match cursor.peek() {
            None => return,
            Some(Token::Open) => bracket(cursor, draft, depth),
            Some(_) => next_clause(cursor, draft),
        }
    }
}

fn next_clause(cursor: &mut Cursor<'_>, draft: &mut Draft) {
    if let Some(clause) = clause(cursor) {
        draft.add(clause);
    } else {
        cursor.advance();
        draft.leftover = true;
    }
}

/// Every way to say a term. The order matters where one phrase begins like another.
fn clause(cursor: &mut Cursor<'_>) -> Option<Clause> {
    const WAYS: &[fn(&mut Cursor<'_>) -> Option<Clause>] = &[
        open::nothing_said,
        open::programme_end,
        open::relative,
        deadline::month_day,
        deadline::deadline,
        repeat::repeat,
        open::plan,
        open::on_demand,
        part::part_of_month,
        part::named_part_of_year,
        span::span,
        year::year,
        open::continuous,
        open::note,
        then,
    ];
    WAYS.iter().find_map(|way| cursor.attempt(way))
}

fn then(cursor: &mut Cursor<'_>) -> Option<Clause> {
    cursor.word(Word::In);
    cursor.word(Word::Then).then_some(Clause::Then)
}

/// A heading inside the cell: «Срок исполнения: …».
fn label(cursor: &mut Cursor<'_>) {
    cursor.attempt(|c| {
        c.word(Word::In);
        (c.word(Word::Term) && !matches!(c.peek(), Some(Token::Word(Word::Programme))))
            .then(|| while c.word(Word::Running) {})
    });
}

/// A bracket holds either more of the term or a note; a note that speaks of time is not passed over.
fn bracket(cursor: &mut Cursor<'_>, draft: &mut Draft, depth: u32) {
    let inner = cursor.bracketed();
    if depth == DEEPEST_BRACKET {
        draft.leftover = true;
        return;
    }
    let mut within = Draft::default();
    clauses(&mut Cursor::new(inner), &mut within, depth + 1);
    if !within.leftover {
        draft.absorb(within);
    } else if inner.iter().any(|token| speaks_of_time(*token)) {
        draft.leftover = true;
    }
}

fn speaks_of_time(token: Token) -> bool {
    matches!(
        token,
        Token::Number(_)
            | Token::Word(
                Word::Month(_)
                    | Word::Season(_)
                    | Word::Year
                    | Word::Years
                    | Word::Until
                    | Word::Quarter
                    | Word::HalfYear
                    | Word::SchoolQuarter
                    | Word::Week
                    | Word::MonthUnit
                    | Word::DayUnit
                    | Word::After
                    | Word::Yearly
                    | Word::Monthly
                    | Word::Weekly
                    | Word::Quarterly
                    | Word::Every
                    | Word::Not
                    | Word::Weekday(_)
                    | Word::Vacation
            )
    )
}

/// An anchor that the curator has to make clear.
fn unclear(kind: TermKind, doubt: Doubt) -> Clause {
    Clause::Anchor(Anchor::Unclear(kind, doubt))
}
