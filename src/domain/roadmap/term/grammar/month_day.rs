//! Days of a month without its name: «до 5 числа каждого месяца», «в конце месяца», «с 1 по 5 число».

use super::super::meaning::Repeat;
use super::super::token::Token;
use super::super::vocabulary::Word;
use super::super::{Recurrence, TermKind};
use super::Clause;
use super::cursor::Cursor;
use super::deadline::before;
use super::point::day_number;

pub(super) fn month_day(c: &mut Cursor<'_>) -> Option<Clause> {
    if let Some(days) = c.attempt(several_days) {
        return Some(days);
    }
    let each = !before(c) && c.word(Word::Every);
    c.word(Word::In);
    let last_day = c.attempt(last_day).is_some();
    let day = if last_day || c.word(Word::End) { -1 } else { numbered_day(c)? };
    if matches!(c.peek(), Some(Token::Word(Word::By | Word::Until) | Token::Dash)) {
        return None;
    }
    let every = c.word(Word::Every) | each;
    // «До 5 числа следующего месяца» has to be called monthly beside it.
    let of_another = c.attempt(of_another_month).is_some();
    let of_month = of_another || c.word(Word::MonthUnit);
    if of_month {
        c.attempt(following_the_reported);
    }
    if day < 0 && !of_month {
        return None;
    }
    if every || (of_month && !of_another && (last_day || day > 0)) {
        let rule = Recurrence { month_day: Some(day), ..Recurrence::MONTHLY };
        return Some(Clause::Repeat(Repeat { kind: TermKind::Monthly, rule }));
    }
    Some(if of_another { Clause::NextMonthDay(day) } else { Clause::MonthDay(day) })
}

/// «20 числа», «первого числа».
fn numbered_day(c: &mut Cursor<'_>) -> Option<i32> {
    let day = day_number(c).filter(|day| *day <= 31)?;
    c.word(Word::DayOfMonth).then_some(())?;
    i32::try_from(day).ok()
}

/// «Последний день», not «последний рабочий день».
fn last_day(c: &mut Cursor<'_>) -> Option<()> {
    (c.word(Word::Last) && c.word(Word::DayUnit)).then_some(())
}

fn of_another_month(c: &mut Cursor<'_>) -> Option<()> {
    (c.word(Word::Unknown) && c.word(Word::MonthUnit)).then_some(())
}

/// «… месяца, следующего за отчётным».
fn following_the_reported(c: &mut Cursor<'_>) -> Option<()> {
    c.sign(Token::Comma);
    (c.word(Word::Unknown) && c.word(Word::For) && c.word(Word::Unknown)).then_some(())
}

/// «С 1 по 5 число», «20–25 числа».
fn several_days(c: &mut Cursor<'_>) -> Option<Clause> {
    c.word(Word::From);
    let from = day_number(c)?;
    (c.sign(Token::Dash) || c.word(Word::By) || c.word(Word::Until)).then_some(())?;
    let to = day_number(c)?;
    (c.word(Word::DayOfMonth) && from < to && to <= 31).then_some(Clause::DaysOfMonth(from, to))
}
