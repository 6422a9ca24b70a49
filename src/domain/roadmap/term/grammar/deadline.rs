//! Deadlines: «до 15 сентября», «не позднее 1 мая», «к концу II полугодия», «до 5 числа каждого месяца».

use super::super::meaning::{Anchor, Repeat, Window};
use super::super::token::Token;
use super::super::vocabulary::Word;
use super::super::{Doubt, Recurrence, TermKind};
use super::cursor::Cursor;
use super::part::{half, quarters, school_quarter};
use super::point::{Point, day_number, month, point};
use super::year::year_pair;
use super::{Clause, unclear};

pub(super) fn deadline(c: &mut Cursor<'_>) -> Option<Clause> {
    before(c).then_some(())?;
    if let Some(Point::Day(day)) = c.attempt(|c| point(c).filter(|p| matches!(p, Point::Day(_)))) {
        return Some(Clause::Anchor(Anchor::Until(Window::Day(day))));
    }
    if c.word(Word::End) || c.word(Word::Completion) {
        return end_of(c);
    }
    if c.word(Word::Beginning) || c.word(Word::Middle) {
        let _ = month(c).is_some() || (c.word(Word::Study) | c.sign(Token::Dot) | c.word(Word::Year));
        return Some(unclear(TermKind::Deadline, Doubt::Vague));
    }
    // «До сентября»: with September or without it?
    let named = c.attempt(|c| match point(c)? {
        Point::Month(_) => Some(()),
        Point::Day(_) => None,
    });
    named.or_else(|| c.attempt(season)).map(|()| unclear(TermKind::Deadline, Doubt::Inclusion))
}

/// «До», «не позднее», «к», «в срок до».
pub(super) fn before(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.attempt(|c| {
            c.word(Word::In);
            c.word(Word::Term).then_some(())
        });
        let later = c.attempt(|c| (c.word(Word::Not) && c.word(Word::Later)).then_some(())).is_some();
        if later && c.word(Word::Unknown) {
            return Some(());
        }
        (later | c.word(Word::Until) || c.word(Word::Toward)).then_some(())
    })
    .is_some()
}

fn season(c: &mut Cursor<'_>) -> Option<()> {
    c.word_as(|word| matches!(word, Word::Season(_)).then_some(()))
}

/// What stands after «до конца».
fn end_of(c: &mut Cursor<'_>) -> Option<Clause> {
    let until = |window| Clause::Anchor(Anchor::Until(window));
    c.word(Word::Current);
    if let Some(month) = month(c) {
        return Some(until(Window::Month(month)));
    }
    if let Some(pair) = c.attempt(year_pair) {
        c.word(Word::Study);
        c.sign(Token::Dot);
        c.word(Word::Year);
        return Some(until(Window::StudyYears(pair.year, pair.year)));
    }
    if let Some(half) = c.attempt(half) {
        return Some(until(half));
    }
    if let Some(quarter) = c.attempt(quarters) {
        return Some(until(quarter));
    }
    let study = c.word(Word::Study);
    c.sign(Token::Dot);
    c.word(Word::Calendar);
    if c.word(Word::Year) {
        return Some(if study {
            c.attempt(year_pair)
                .map_or(until(Window::SchoolYear), |pair| until(Window::StudyYears(pair.year, pair.year)))
        } else {
            unclear(TermKind::Deadline, Doubt::YearUnclear)
        });
    }
    if let Some(year) = super::year::year_after(c) {
        return Some(until(Window::CalendarYear(year)));
    }
    if c.word(Word::MonthUnit) {
        return Some(Clause::MonthDay(-1));
    }
    let school_term = c.attempt(school_quarter).is_some() || c.word(Word::HalfYear);
    school_term.then(|| unclear(TermKind::Deadline, Doubt::SchoolTerm))
}

/// «До 5 числа (каждого месяца)», «в конце каждого месяца».
pub(super) fn month_day(c: &mut Cursor<'_>) -> Option<Clause> {
    let each = !before(c) && c.word(Word::Every);
    c.word(Word::In);
    let day = if c.word(Word::End) {
        -1
    } else {
        let day = day_number(c).filter(|day| *day <= 31)?;
        c.word(Word::DayOfMonth).then_some(())?;
        i32::try_from(day).ok()?
    };
    if matches!(c.peek(), Some(Token::Word(Word::By | Word::Until) | Token::Dash)) {
        return None;
    }
    let every = c.word(Word::Every) | each;
    c.word(Word::Unknown);
    let of_month = c.word(Word::MonthUnit);
    if of_month {
        c.attempt(|c| {
            c.sign(Token::Comma);
            (c.word(Word::Unknown) && c.word(Word::For) && c.word(Word::Unknown)).then_some(())
        });
    }
    match (every || of_month, day) {
        (true, -1) if !of_month => None,
        (true, -1) if !every => Some(Clause::MonthDay(-1)),
        (true, _) => {
            let rule = Recurrence { month_day: Some(day), ..Recurrence::MONTHLY };
            Some(Clause::Repeat(Repeat { kind: TermKind::Monthly, rule }))
        }
        (false, -1) => None,
        (false, _) => Some(Clause::MonthDay(day)),
    }
}
