//! Tokens → `Term`, by recursive descent: a phrase is a list of clauses, each read by one function.

mod compose;
mod cursor;
mod deadline;
mod month_day;
mod open;
mod part;
mod place;
mod point;
mod repeat;
mod span;
mod time;
mod year;

use super::meaning::{Anchor, Open, Repeat, Term};
use super::token::Token;
use super::vocabulary::Word;
use super::{Doubt, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::WeekdaySet;
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
    /// «до 5 числа следующего месяца».
    NextMonthDay(i32),
    /// «вторая половина», «1 декада»: first and last day in the month named beside it.
    DaysOfMonth(u32, u32),
    /// «Последний четверг» of each month.
    Weekdays(i32, WeekdaySet),
    Open(Open),
    /// The school year to which the other clauses belong.
    Year(SchoolYear),
    /// «В течение 2023–2024 учебного года».
    WholeYear(SchoolYear),
    /// «2023–2024 гг.»: two calendar years, or the school year of the months beside them.
    CalendarYears(SchoolYear),
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
    let tokens = unbracketed(tokens);
    let mut draft = Draft::default();
    clauses(&mut Cursor::new(tokens), &mut draft, 0);
    // «-//-» repeats the cell above and is not an empty one.
    let blank = tokens.iter().all(|token| matches!(token, Token::Dash | Token::Dot | Token::Comma));
    draft.leftover |= draft.clauses == 0 && !blank;
    draft.into_term()
}

/// A phrase that stands in brackets as a whole is read as if it did not.
fn unbracketed(mut tokens: &[Token]) -> &[Token] {
    while tokens.first() == Some(&Token::Open) {
        let mut after = Cursor::new(tokens);
        let inner = after.bracketed();
        while after.sign(Token::Dot) {}
        if after.peek().is_some() {
            break;
        }
        tokens = inner;
    }
    tokens
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
        time::time_of_day,
        month_day::month_day,
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
        inclusive,
        deadline::before_event,
    ];
    WAYS.iter().find_map(|way| cursor.attempt(way))
}

fn then(cursor: &mut Cursor<'_>) -> Option<Clause> {
    cursor.word(Word::In);
    cursor.word(Word::Then).then_some(Clause::Then)
}

/// «Включительно» after a day, which is included anyway.
fn inclusive(cursor: &mut Cursor<'_>) -> Option<Clause> {
    cursor.inclusive().then_some(Clause::Note)
}

/// A heading inside the cell: «Срок исполнения: …», «Дата проведения – …».
fn label(cursor: &mut Cursor<'_>) {
    if open::in_given_terms(&mut cursor.clone()).is_some() {
        return;
    }
    cursor.attempt(|c| {
        c.word(Word::In);
        (c.word(Word::Term) || c.word(Word::Moment)).then_some(())?;
        if c.peek() == Some(Token::Word(Word::Programme)) {
            return (c.description().last == Some(Token::Colon)).then_some(());
        }
        while c.word(Word::Running) {}
        c.attempt(|c| (c.description().last == Some(Token::Colon)).then_some(()));
        Some(())
    });
}

/// A bracket holds either more of the term or a note; a note that speaks of time is not passed over.
fn bracket(cursor: &mut Cursor<'_>, draft: &mut Draft, depth: u32) {
    let inner = cursor.bracketed();
    if depth == DEEPEST_BRACKET {
        draft.leftover = true;
        return;
    }
    // A count needs its period: «2 раза (за год)».
    if draft.times.is_none() && open::is_covered_period(inner) {
        return draft.add(Clause::Note);
    }
    let mut within = Draft::default();
    clauses(&mut Cursor::new(inner), &mut within, depth + 1);
    if !within.leftover {
        draft.absorb(within);
    } else if within.says_when() || !is_plain_note(inner) {
        draft.leftover = true;
    }
}

/// «Для всех наставников», «первая категория»: an order or a count is plain where it belongs to a thing.
fn is_plain_note(tokens: &[Token]) -> bool {
    let belongs = |at: usize| tokens.get(at + 1) == Some(&Token::Word(Word::Unknown));
    let counts = |token: &Token| {
        matches!(token, Token::Word(Word::Ordinal(_) | Word::DayOrdinal(_) | Word::Count(_) | Word::Last))
    };
    tokens.iter().enumerate().all(|(at, token)| is_plain(*token) || (counts(token) && belongs(at)))
}

/// What a note may hold that is passed over: nothing that could say when, or how often. A word that is not listed
/// makes the term doubtful.
fn is_plain(token: Token) -> bool {
    let Token::Word(word) = token else {
        return !matches!(token, Token::Number(_) | Token::Other);
    };
    matches!(
        word,
        Word::Unknown
            | Word::In
            | Word::From
            | Word::By
            | Word::On
            | Word::And
            | Word::For
            | Word::With
            | Word::Without
            | Word::All
            | Word::Current
            | Word::Study
            | Word::Calendar
            | Word::Working
            | Word::During
            | Word::Running
            | Word::Period
            | Word::Hour
            | Word::Stage
            | Word::Programme
            | Word::Plan
            | Word::Accord
            | Word::Completion
            | Word::Frames
            | Word::Gathering
            | Word::Measure
            | Word::Need
            | Word::Case
            | Word::Continuous
            | Word::Manner
            | Word::Given
    )
}

/// An anchor that the curator has to make clear.
fn unclear(kind: TermKind, doubt: Doubt) -> Clause {
    Clause::Anchor(Anchor::Unclear(kind, doubt))
}
