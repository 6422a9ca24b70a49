//! A day or a month: «15 сентября 2022 года», «15.09.22», «2022-09-15», «сент. 2022», «09.2022».

use super::super::meaning::{DayOf, MonthOf};
use super::super::token::{Number, Token};
use super::super::vocabulary::Word;
use super::cursor::Cursor;
use super::year::{year_after, year_pair, year_word};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Day(DayOf),
    Month(MonthOf),
}

/// Reads a day or a month. Days that do not exist are read too: the calendar refuses them later.
pub(super) fn point(c: &mut Cursor<'_>) -> Option<Point> {
    c.attempt(iso)
        .or_else(|| c.attempt(with_commas))
        .or_else(|| c.attempt(numeric_day))
        .or_else(|| c.attempt(numeric_month))
        .or_else(|| c.attempt(worded))
}

/// The number of a day in a month: «15», «15-го», «пятнадцатого», «двадцать пятое».
pub(super) fn day_number(c: &mut Cursor<'_>) -> Option<u32> {
    let ordinal = |word| if let Word::DayOrdinal(n) = word { Some(n) } else { None };
    c.number(|n| n.digits <= 2 && n.value > 0).or_else(|| c.word_as(ordinal)).or_else(|| {
        c.attempt(|c| {
            let tens = c.word_as(|word| if let Word::Count(n @ (20 | 30)) = word { Some(n) } else { None })?;
            Some(tens + c.word_as(ordinal).filter(|ones| *ones < 10)?)
        })
    })
}

/// A month by name, with its year if there is one.
pub(super) fn month(c: &mut Cursor<'_>) -> Option<MonthOf> {
    if matches!(c.peek_second(), Some(Token::Word(Word::Month(_)))) {
        c.word(Word::MonthUnit);
    }
    let month = c.word_as(|word| if let Word::Month(month) = word { Some(month) } else { None })?;
    if c.peek() == Some(Token::Dot) && matches!(c.peek_second(), Some(Token::Number(_) | Token::Dash)) {
        c.advance();
    }
    c.word(Word::MonthUnit);
    let year = year_after(c);
    Some(MonthOf { month, year })
}

fn worded(c: &mut Cursor<'_>) -> Option<Point> {
    let Some(day) = day_number(c) else {
        return month(c).map(Point::Month);
    };
    c.word(Word::DayOfMonth);
    Some(Point::Day(DayOf { day, of: month(c)? }))
}

fn iso(c: &mut Cursor<'_>) -> Option<Point> {
    let year = c.number(is_year)?;
    let sign = c.peek().filter(|sign| matches!(sign, Token::Dash | Token::Dot | Token::Slash))?;
    let month = c.sign(sign).then(|| c.number(|n| n.digits == 2))??;
    let day = c.sign(sign).then(|| c.number(|n| n.digits == 2))??;
    Some(Point::Day(DayOf { day: existing(day)?, of: MonthOf { month, year: i32::try_from(year).ok() } }))
}

/// «15,09,2023»: what a scan or a hurried hand makes of dots. Shorter ones could be a list.
fn with_commas(c: &mut Cursor<'_>) -> Option<Point> {
    let two_digits = |c: &mut Cursor<'_>| {
        let number = c.number(|n| n.digits == 2 && n.value > 0)?;
        c.sign(Token::Comma).then_some(number)
    };
    let (day, month) = (two_digits(c)?, two_digits(c).filter(|month| *month <= 12)?);
    let year = i32::try_from(c.number(is_year)?).ok();
    year_word(c);
    Some(Point::Day(DayOf { day, of: MonthOf { month, year } }))
}

fn numeric_day(c: &mut Cursor<'_>) -> Option<Point> {
    let day = day_number(c)?;
    let sign = c.peek().filter(|sign| matches!(sign, Token::Dot | Token::Slash | Token::Dash))?;
    c.advance();
    let month = c.number(|n| n.digits <= 2 && n.value > 0)?;
    let year = c.attempt(|c| {
        c.sign(sign).then_some(())?;
        let written = c.number(|n| (n.digits == 4 && is_year(n)) || (n.digits == 2 && (10..70).contains(&n.value)))?;
        i32::try_from(if written < 100 { 2000 + written } else { written }).ok()
    });
    // «15/09», «1-2» and «1.2 раза» are no dates.
    if year.is_none() && (sign != Token::Dot || matches!(c.peek(), Some(Token::Word(word)) if counts(word))) {
        return None;
    }
    let year = year.or_else(|| year_after(c));
    year_word(c);
    let goes_on = matches!(c.peek_second(), Some(Token::Dash | Token::Word(Word::By | Word::Until)));
    if goes_on {
        c.sign(Token::Dot);
    }
    Some(Point::Day(DayOf { day, of: MonthOf { month, year } }))
}

fn numeric_month(c: &mut Cursor<'_>) -> Option<Point> {
    let month = c.number(|n| n.digits <= 2 && (1..=12).contains(&n.value))?;
    (c.sign(Token::Dot) || c.sign(Token::Slash)).then_some(())?;
    if year_pair(&mut c.clone()).is_some() {
        return None;
    }
    let year = c.number(is_year)?;
    let _ = c.years() || year_word(c);
    Some(Point::Month(MonthOf { month, year: i32::try_from(year).ok() }))
}

fn existing(day: u32) -> Option<u32> {
    (day > 0).then_some(day)
}

fn counts(word: Word) -> bool {
    matches!(
        word,
        Word::Times
            | Word::HalfYear
            | Word::Quarter
            | Word::SchoolQuarter
            | Word::Week
            | Word::DayUnit
            | Word::Month(_)
    )
}

pub(super) fn is_year(number: Number) -> bool {
    number.digits == 4 && (1990..=2100).contains(&number.value)
}
