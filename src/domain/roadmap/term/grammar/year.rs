//! Years: «2022/23 уч. год», «в течение учебного года», «весь год», «2022–2025 гг.».

use super::super::meaning::{Anchor, Window};
use super::super::token::Token;
use super::super::vocabulary::Word;
use super::super::{Doubt, TermKind};
use super::cursor::Cursor;
use super::point::is_year;
use super::{Clause, unclear};
use crate::domain::school_year::SchoolYear;

/// Two years that follow each other, as a school year is written.
pub(super) struct Pair {
    pub(super) year: SchoolYear,
    /// Written with a stroke, which only school years are.
    stroke: bool,
}

/// A year standing after a month or a day. A pair of years is left for `year`.
pub(super) fn year_after(c: &mut Cursor<'_>) -> Option<i32> {
    if year_pair(&mut c.clone()).is_some() {
        return None;
    }
    c.attempt(|c| {
        let written = c.number(is_year)?;
        let _ = c.years() || year_word(c);
        i32::try_from(written).ok()
    })
    .or_else(|| {
        c.attempt(|c| {
            let written = c.number(|n| n.digits == 2)?;
            year_word(c).then_some(())?;
            i32::try_from(2000 + written).ok()
        })
    })
    .or_else(|| {
        c.attempt(this_year);
        None
    })
}

/// «Года», «г.» with its dot.
pub(super) fn year_word(c: &mut Cursor<'_>) -> bool {
    let found = c.word(Word::Year);
    if found {
        c.sign(Token::Dot);
    }
    found
}

/// «Текущего года», «т. г.», «учебного года»: the year that is meant anyway.
fn this_year(c: &mut Cursor<'_>) -> Option<()> {
    let current = c.word(Word::Current) || (c.word(Word::From) && c.peek() == Some(Token::Dot));
    c.sign(Token::Dot);
    let study = c.study();
    (c.word(Word::Year) && (current || study)).then_some(())
}

/// «2022–2023», «2022/23», «22/23».
pub(super) fn year_pair(c: &mut Cursor<'_>) -> Option<Pair> {
    let first = c.number(|n| is_year(n) || (n.digits == 2 && (10..70).contains(&n.value)))?;
    let stroke = c.sign(Token::Slash);
    (stroke || c.sign(Token::Dash)).then_some(())?;
    let second = c.number(|n| is_year(n) || n.digits == 2)?;
    let short = first < 100;
    let whole = if short { 2000 + first } else { first };
    let follows = second == whole + 1 || second == (whole + 1) % 100;
    let year = SchoolYear(i32::try_from(whole).ok()?);
    (follows && (!short || stroke)).then_some(Pair { year, stroke })
}

pub(super) fn year(c: &mut Cursor<'_>) -> Option<Clause> {
    let _ = c.word(Word::In) || c.word(Word::On) || c.word(Word::For);
    let mut during = c.during();
    let mut current = false;
    loop {
        if c.word(Word::All) || c.word(Word::Period) {
            during = true;
        } else if c.word(Word::Current) {
            current = true;
        } else {
            break;
        }
    }
    if c.word(Word::AllYear) {
        return Some(Clause::Anchor(Anchor::During(Window::YearRound)));
    }
    c.attempt(several_study_years)
        .or_else(|| c.attempt(|c| numbered_school_year(c, during)))
        .or_else(|| c.attempt(numbered_years))
        .or_else(|| c.attempt(|c| unnumbered(c, during, current)))
}

/// «2022/23 – 2024/25 учебные годы», «2022–2025 учебные годы».
fn several_study_years(c: &mut Cursor<'_>) -> Option<Clause> {
    let pairs = c.attempt(|c| {
        let first = year_pair(c)?.year;
        (c.sign(Token::Dash) || c.word(Word::By)).then_some(())?;
        Some((first, year_pair(c)?.year))
    });
    let (first, last) = pairs.or_else(|| {
        c.attempt(|c| {
            let (first, last) = year_range(c)?;
            (last > first + 1).then_some((SchoolYear(first), SchoolYear(last - 1)))
        })
    })?;
    let study = study_word(c);
    if pairs.is_some() {
        c.word(Word::Year);
    }
    study.then_some(Clause::Anchor(Anchor::During(Window::StudyYears(first, last))))
}

fn numbered_school_year(c: &mut Cursor<'_>, during: bool) -> Option<Clause> {
    let before = study_word(c);
    let pair = year_pair(c)?;
    if !before && c.years() {
        return Some(Clause::CalendarYears(pair.year));
    }
    let study = before | study_word(c);
    let _ = c.word(Word::Year) || c.word(Word::Years);
    Some(match (study || pair.stroke, during) {
        (true, true) => Clause::WholeYear(pair.year),
        (true, false) => Clause::Year(pair.year),
        (false, _) => Clause::YearPair(pair.year),
    })
}

/// «2022–2025 гг.», «2023 год».
fn numbered_years(c: &mut Cursor<'_>) -> Option<Clause> {
    let range = c.attempt(|c| {
        c.word(Word::From);
        year_range(c)
    });
    if let Some((first, last)) = range {
        let _ = c.years() || c.word(Word::Year);
        return Some(Clause::Anchor(Anchor::During(Window::Years(first, last))));
    }
    c.word(Word::Start);
    let open = c.word(Word::From);
    let year = i32::try_from(c.number(is_year)?).ok()?;
    if open {
        year_word(c);
        return Some(unclear(TermKind::MultiYear, Doubt::OpenEnded));
    }
    if c.study() {
        c.word(Word::Year);
        return Some(unclear(TermKind::SchoolYear, Doubt::YearUnclear));
    }
    c.word(Word::Year);
    Some(Clause::CalendarYear(year))
}

fn year_range(c: &mut Cursor<'_>) -> Option<(i32, i32)> {
    let first = c.number(is_year)?;
    year_word(c);
    (c.sign(Token::Dash) || c.word(Word::By)).then_some(())?;
    let last = c.number(is_year)?;
    Some((i32::try_from(first).ok()?, i32::try_from(last).ok()?))
}

/// «Учебный год», «весь год», «в течение календарного года».
fn unnumbered(c: &mut Cursor<'_>, during: bool, current: bool) -> Option<Clause> {
    let calendar = c.word(Word::Calendar);
    let study = !calendar && study_word(c);
    (c.word(Word::Year) && (during || study || current)).then_some(())?;
    Some(match (calendar, study) {
        (true, _) => unclear(TermKind::YearRound, Doubt::YearUnclear),
        (_, true) => match c.attempt(year_pair) {
            Some(pair) if during => Clause::WholeYear(pair.year),
            Some(pair) => Clause::Year(pair.year),
            None => Clause::Anchor(Anchor::During(Window::SchoolYear)),
        },
        (_, false) => Clause::Anchor(Anchor::During(Window::YearRound)),
    })
}

/// «Учебный», «уч.», with the year word or without.
fn study_word(c: &mut Cursor<'_>) -> bool {
    let found = c.study();
    if found {
        c.years();
    }
    found
}
