//! Days, months and what lies between: «с 1 по 15 сентября», «май – август 2022», «01.09–31.05».

use super::super::meaning::{Anchor, DayOf, MonthOf, Window};
use super::super::token::Token;
use super::super::vocabulary::Word;
use super::super::{Doubt, TermKind};
use super::cursor::Cursor;
use super::point::{Point, day_number, month, point};
use super::{Clause, unclear};

pub(super) fn span(c: &mut Cursor<'_>) -> Option<Clause> {
    if c.attempt(|c| (c.word(Word::Not) && c.word(Word::Earlier)).then_some(())).is_some() {
        point(c)?;
        return Some(unclear(TermKind::DateRange, Doubt::OpenEnded));
    }
    let _ = c.word(Word::In) || c.word(Word::On) || c.word(Word::For);
    c.during();
    let _ = c.word(Word::All) || c.word(Word::Current);
    c.word(Word::Period);
    c.word(Word::Start);
    let open = c.word(Word::From);
    if open {
        c.word(Word::Beginning);
    }
    if let Some(days) = c.attempt(days_of_one_month) {
        return Some(Clause::Anchor(Anchor::During(days)));
    }
    let first = point(c)?;
    match c.attempt(second) {
        Some(Second { point: Point::Month(_), exclusive: true }) if !c.inclusive() => {
            Some(unclear(TermKind::MonthRange, Doubt::Inclusion))
        }
        Some(Second { exclusive: true, .. }) if !open && matches!(first, Point::Month(_)) => {
            Some(unclear(TermKind::DateRange, Doubt::Vague))
        }
        Some(Second { point: last, .. }) => {
            let last = run_on(c, first, last);
            c.inclusive();
            Some(Clause::Anchor(Anchor::During(between(first, last))))
        }
        None if open => Some(unclear(kind_of(first), Doubt::OpenEnded)),
        None => Some(Clause::Anchor(Anchor::During(match first {
            Point::Day(day) => Window::Day(day),
            Point::Month(month) => Window::Month(month),
        }))),
    }
}

struct Second {
    point: Point,
    /// «До мая» does not say whether May is included.
    exclusive: bool,
}

fn second(c: &mut Cursor<'_>) -> Option<Second> {
    let comma = c.peek() == Some(Token::Comma) && c.peek_second() == Some(Token::Word(Word::By));
    let dash = c.sign(Token::Dash) || (comma && c.sign(Token::Comma));
    let by = c.word(Word::By);
    let until = !by && c.word(Word::Until);
    (dash || by || until).then_some(())?;
    if !comma && (c.word(Word::End) || (until && c.word(Word::Completion))) {
        let of = c.attempt(end_of_school_year).or_else(|| month(c))?;
        return Some(Second { point: Point::Month(of), exclusive: false });
    }
    Some(Second { point: point(c)?, exclusive: until })
}

/// «С октября до конца (текущего) учебного года».
fn end_of_school_year(c: &mut Cursor<'_>) -> Option<MonthOf> {
    c.word(Word::Current);
    (c.study() && c.word(Word::Year)).then_some(MonthOf { month: 5, year: None })
}

/// «Сентябрь-октябрь-ноябрь»: months written one after another.
fn run_on(c: &mut Cursor<'_>, first: Point, last: Point) -> Point {
    let (Point::Month(from), Point::Month(mut to)) = (first, last) else {
        return last;
    };
    if follows(from, to) {
        while let Some(next) =
            c.attempt(|c| c.sign(Token::Dash).then(|| month(c)).flatten().filter(|next| follows(to, *next)))
        {
            to = next;
        }
    }
    Point::Month(to)
}

fn follows(a: MonthOf, b: MonthOf) -> bool {
    b.month == a.month % 12 + 1
}

/// «1–15 сентября», «с 1 по 15 сентября», «с 1-го до 15-го сентября».
fn days_of_one_month(c: &mut Cursor<'_>) -> Option<Window> {
    let day = day_number(c)?;
    c.word(Word::DayOfMonth);
    if c.peek_second() == Some(Token::Dash) {
        c.sign(Token::Dot);
    }
    let dash = c.sign(Token::Dash);
    (dash | (c.word(Word::By) || c.word(Word::Until))).then_some(())?;
    match point(c)? {
        Point::Day(last) => Some(Window::Days(DayOf { day, of: last.of }, last)),
        Point::Month(_) => None,
    }
}

fn between(first: Point, last: Point) -> Window {
    let whole = |of, day| DayOf { day, of };
    match (first, last) {
        (Point::Month(a), Point::Month(b)) => Window::Months(a, b),
        (Point::Day(a), Point::Day(b)) => Window::Days(a, b),
        (Point::Month(a), Point::Day(b)) => Window::Days(whole(a, 1), b),
        (Point::Day(a), Point::Month(b)) => Window::Days(a, whole(b, DayOf::LAST)),
    }
}

fn kind_of(first: Point) -> TermKind {
    match first {
        Point::Day(_) => TermKind::DateRange,
        Point::Month(_) => TermKind::MonthRange,
    }
}
