//! Deadlines: «до 15 сентября», «не позднее 1 мая», «к концу II полугодия», «до 5 числа каждого месяца».

use super::super::meaning::{Anchor, Window};
use super::super::token::Token;
use super::super::vocabulary::Word;
use super::super::{Doubt, TermKind};
use super::cursor::Cursor;
use super::part::{half, quarters, school_quarter};
use super::point::{Point, day_number, month, point};
use super::year::{year_after, year_pair};
use super::{Clause, unclear};

pub(super) fn deadline(c: &mut Cursor<'_>) -> Option<Clause> {
    if c.attempt(utmost).is_none() {
        before(c).then_some(())?;
    }
    if c.attempt(spread_of_days).is_some() {
        return Some(unclear(TermKind::Deadline, Doubt::Vague));
    }
    if let Some(Point::Day(day)) = c.attempt(|c| point(c).filter(|p| matches!(p, Point::Day(_)))) {
        c.inclusive();
        return Some(Clause::Anchor(Anchor::Until(Window::Day(day))));
    }
    if c.word(Word::End) || c.word(Word::Completion) {
        return end_of(c);
    }
    if c.word(Word::Beginning) || c.word(Word::Middle) {
        let _ = month(c).is_some() || (c.study() | c.word(Word::Year)) || c.attempt(school_quarter).is_some();
        return Some(unclear(TermKind::Deadline, Doubt::Vague));
    }
    // «До сентября»: with September or without it? «Включительно» says so.
    let named = c.attempt(|c| match point(c)? {
        Point::Month(month) => Some(month),
        Point::Day(_) => None,
    });
    if let Some(month) = named {
        return Some(if c.inclusive() {
            Clause::Anchor(Anchor::Until(Window::Month(month)))
        } else {
            unclear(TermKind::Deadline, Doubt::Inclusion)
        });
    }
    c.attempt(season_or_year).map(|()| unclear(TermKind::Deadline, Doubt::Inclusion))
}

/// «До», «не позднее», «к», «в срок до».
pub(super) fn before(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.attempt(|c| {
            c.word(Word::In);
            c.word(Word::Term).then_some(())
        });
        let later = c.attempt(|c| (c.word(Word::Not) && c.word(Word::Later)).then_some(())).is_some();
        let than = later && c.attempt(|c| (c.sign(Token::Comma) | c.word(Word::Than)).then_some(())).is_some();
        (than || later | c.word(Word::Until) || c.word(Word::Toward)).then_some(())
    })
    .is_some()
}

/// «Крайний срок: (до) 15 сентября».
fn utmost(c: &mut Cursor<'_>) -> Option<()> {
    (c.word(Word::Utmost) && c.word(Word::Term)).then_some(())?;
    while c.word(Word::Running) {}
    let _ = c.sign(Token::Dash) || c.sign(Token::Colon);
    before(c);
    Some(())
}

/// «До 15–20 мая»: by which of the two days?
fn spread_of_days(c: &mut Cursor<'_>) -> Option<()> {
    day_number(c)?;
    c.sign(Token::Dash).then_some(())?;
    matches!(point(c)?, Point::Day(_)).then_some(())
}

fn season_or_year(c: &mut Cursor<'_>) -> Option<()> {
    c.word_as(|word| matches!(word, Word::Season(_)).then_some(())).or_else(|| year_after(c).map(|_| ()))
}

/// «До издания приказа», «к семинару»: before something whose day is not known. The last way to read such words.
pub(super) fn before_event(c: &mut Cursor<'_>) -> Option<Clause> {
    before(c).then_some(())?;
    let named = c.description().words > 0;
    named.then(|| unclear(TermKind::Other, Doubt::RelativeToEvent))
}

/// What stands after «до конца».
fn end_of(c: &mut Cursor<'_>) -> Option<Clause> {
    let until = |window| Clause::Anchor(Anchor::Until(window));
    c.word(Word::Current);
    if let Some(month) = month(c) {
        return Some(until(Window::Month(month)));
    }
    if let Some(pair) = c.attempt(year_pair) {
        c.study();
        c.word(Word::Year);
        return Some(until(Window::StudyYears(pair.year, pair.year)));
    }
    if let Some(half) = c.attempt(half) {
        return Some(until(half));
    }
    if let Some(quarter) = c.attempt(quarters) {
        return Some(until(quarter));
    }
    let study = c.study();
    c.word(Word::Calendar);
    if c.word(Word::Year) {
        return Some(if study {
            c.attempt(year_pair)
                .map_or(until(Window::SchoolYear), |pair| until(Window::StudyYears(pair.year, pair.year)))
        } else {
            unclear(TermKind::Deadline, Doubt::YearUnclear)
        });
    }
    if let Some(year) = year_after(c) {
        return Some(until(Window::CalendarYear(year)));
    }
    if c.word(Word::MonthUnit) {
        return Some(Clause::MonthDay(-1));
    }
    let school_term = c.attempt(school_quarter).is_some() || c.word(Word::HalfYear);
    school_term.then(|| unclear(TermKind::Deadline, Doubt::SchoolTerm))
}
