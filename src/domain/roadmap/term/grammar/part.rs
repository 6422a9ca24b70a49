//! Parts of months and years: «первая половина октября», «I полугодие», «IV квартал 2023», «осенью».

use super::super::meaning::{Anchor, DayOf, MonthOf, Window};
use super::super::token::Token;
use super::super::vocabulary::{Season, Word};
use super::super::{Doubt, TermKind};
use super::cursor::Cursor;
use super::point::month;
use super::year::{year_after, year_pair};
use super::{Clause, unclear};

/// «Последняя»: which one that is depends on how many there are.
const LAST: u32 = u32::MAX;

/// Ten days, a week, a half of a month; its beginning, middle or end.
pub(super) fn part_of_month(c: &mut Cursor<'_>) -> Option<Clause> {
    let _ = c.word(Word::In) || c.word(Word::On);
    c.during();
    if c.word(Word::Beginning) || c.word(Word::Middle) || c.word(Word::End) {
        return vague_part(c);
    }
    let (first, last) = ordinals(c, 5)?;
    if c.word(Word::Week) {
        let _ = month(c).is_some()
            || c.attempt(school_quarter).is_some()
            || c.attempt(|c| (c.study() && c.word(Word::Year)).then_some(())).is_some();
        return Some(unclear(TermKind::DateRange, Doubt::Vague));
    }
    let ten_days = c.word(Word::TenDays);
    let parts = if ten_days { 3 } else { 2 };
    let (first, last) = (numbered(first, parts)?, numbered(last, parts)?);
    let (from, to) = if ten_days {
        (first * 10 - 9, if last == parts { DayOf::LAST } else { last * 10 })
    } else {
        c.word(Word::HalfPart).then_some(())?;
        if let Some(clause) = c.attempt(|c| half_of_year(c, first)) {
            return Some(clause);
        }
        (first * 15 - 14, if last == parts { DayOf::LAST } else { 15 })
    };
    Some(match month(c) {
        Some(of) => Clause::Anchor(Anchor::During(Window::Days(DayOf { day: from, of }, DayOf { day: to, of }))),
        None => Clause::DaysOfMonth(from, to),
    })
}

/// The number of a part of which there are `parts`.
fn numbered(ordinal: u32, parts: u32) -> Option<u32> {
    if ordinal == LAST { Some(parts) } else { Some(ordinal).filter(|n| *n <= parts) }
}

fn vague_part(c: &mut Cursor<'_>) -> Option<Clause> {
    if month(c).is_some() {
        let to_another = c.attempt(|c| {
            (c.sign(Token::Dash) || c.word(Word::By) || c.word(Word::Until)).then_some(())?;
            (c.word(Word::Beginning) || c.word(Word::Middle) || c.word(Word::End)).then_some(())?;
            month(c)
        });
        let kind = if to_another.is_some() { TermKind::MonthRange } else { TermKind::Month };
        return Some(unclear(kind, Doubt::Vague));
    }
    c.word(Word::Current);
    let named = c.attempt(half).is_some()
        || c.attempt(quarters).is_some()
        || c.attempt(school_quarter).is_some()
        || c.word(Word::HalfYear)
        || c.word(Word::Quarter);
    let year = c.study() | c.sign(Token::Dot) | c.word(Word::Year) | year_of(c);
    let year = year | c.study() | c.sign(Token::Dot) | c.word(Word::Year);
    (named || year).then(|| unclear(TermKind::Other, Doubt::Vague))
}

fn year_of(c: &mut Cursor<'_>) -> bool {
    c.attempt(year_pair).is_some() || year_after(c).is_some()
}

fn half_of_year(c: &mut Cursor<'_>, half: u32) -> Option<Clause> {
    let study = c.study();
    c.word(Word::Year).then_some(())?;
    Some(match (study, half) {
        (true, 1 | 2) => Clause::Anchor(Anchor::During(Window::Half(half))),
        _ => unclear(TermKind::HalfYear, Doubt::YearUnclear),
    })
}

/// Half-years, quarters of the calendar and of the school, seasons, vacations.
pub(super) fn named_part_of_year(c: &mut Cursor<'_>) -> Option<Clause> {
    let _ = c.word(Word::In) || c.word(Word::On);
    c.during();
    let _ = c.word(Word::All) || c.word(Word::Current);
    c.word(Word::Period);
    let during = |window| Clause::Anchor(Anchor::During(window));
    c.attempt(quarters)
        .map(during)
        .or_else(|| c.attempt(|c| half(c).map(during)))
        .or_else(|| c.attempt(both_halves))
        .or_else(|| c.attempt(season))
        .or_else(|| c.attempt(school_quarter))
}

/// «IV квартал 2023», «I–II квартал»: months of the calendar.
pub(super) fn quarters(c: &mut Cursor<'_>) -> Option<Window> {
    let (first, last) = ordinals(c, 4)?;
    c.word(Word::Quarter).then_some(())?;
    c.sign(Token::Dot);
    let year = year_after(c);
    let of = |month| MonthOf { month, year };
    Some(Window::Months(of(first * 3 - 2), of(last * 3)))
}

/// «I полугодие (учебного года)». With a calendar year it could be either half.
pub(super) fn half(c: &mut Cursor<'_>) -> Option<Window> {
    let (first, last) = ordinals(c, 2)?;
    c.study();
    (c.word(Word::HalfYear) && first == last).then_some(())?;
    c.sign(Token::Dot);
    // A calendar year here would mean another half: it stays, and makes the term unclear.
    c.attempt(|c| {
        c.word(Word::Current);
        let _ = c.study() || c.sign(Token::Dot);
        c.word(Word::Year).then_some(())
    });
    Some(Window::Half(first))
}

fn both_halves(c: &mut Cursor<'_>) -> Option<Clause> {
    ordinals(c, 2)?;
    c.word(Word::HalfYear).then(|| unclear(TermKind::HalfYear, Doubt::SeveralDates))
}

fn season(c: &mut Cursor<'_>) -> Option<Clause> {
    let season = c.word_as(|word| if let Word::Season(season) = word { Some(season) } else { None })?;
    c.word(Word::Period);
    if c.word(Word::Vacation) {
        return Some(unclear(TermKind::Other, Doubt::SchoolTerm));
    }
    if let Some(pair) = c.attempt(|c| year_pair(c).filter(|_| c.peek() != Some(Token::Word(Word::Study)))) {
        let starts = pair.year.0 + i32::from(matches!(season, Season::Spring | Season::Summer));
        let _ = c.years() || c.word(Word::Year);
        return Some(Clause::Anchor(Anchor::During(Window::Season(season, Some(starts)))));
    }
    match (season, year_after(c)) {
        // «Зима 2024» may begin or end in 2024.
        (Season::Winter, Some(_)) => Some(unclear(TermKind::Season, Doubt::YearUnclear)),
        (_, year) => Some(Clause::Anchor(Anchor::During(Window::Season(season, year)))),
    }
}

pub(super) fn school_quarter(c: &mut Cursor<'_>) -> Option<Clause> {
    ordinals(c, 4);
    c.study();
    (c.word(Word::SchoolQuarter) || c.word(Word::Semester) || c.word(Word::Vacation)).then_some(())?;
    c.sign(Token::Dot);
    c.word(Word::Period);
    Some(unclear(TermKind::Other, Doubt::SchoolTerm))
}

/// «I», «1-е», «первое», «I–IV», «III и IV», «I, II, III»: first and last. A list must not leave one out.
fn ordinals(c: &mut Cursor<'_>, most: u32) -> Option<(u32, u32)> {
    let first = ordinal(c, most)?;
    if let Some(last) = c.attempt(|c| c.sign(Token::Dash).then(|| ordinal(c, most)).flatten()) {
        return (last > first).then_some((first, last));
    }
    let mut last = first;
    while let Some(next) = c.attempt(|c| {
        let joined = c.sign(Token::Comma) || c.sign(Token::Slash) || c.word(Word::And);
        joined.then(|| ordinal(c, most)).flatten()
    }) {
        if next != last.saturating_add(1) {
            return None;
        }
        last = next;
    }
    Some((first, last))
}

fn ordinal(c: &mut Cursor<'_>, most: u32) -> Option<u32> {
    c.word_as(|word| match word {
        Word::Ordinal(n) | Word::DayOrdinal(n) if n <= most => Some(n),
        Word::Last if most == 5 => Some(LAST),
        _ => None,
    })
    .or_else(|| c.number(|n| n.digits == 1 && (1..=most).contains(&n.value)))
}
