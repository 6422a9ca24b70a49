//! Repetition: «ежемесячно», «2 раза в год», «не реже одного раза в четверть», «по пятницам».

use super::super::meaning::{Anchor, Repeat, Window};
use super::super::token::Token;
use super::super::vocabulary::Word;
use super::super::{Doubt, Frequency, Recurrence, TermKind};
use super::cursor::Cursor;
use super::point::month;
use super::{Clause, unclear};
use chrono::Weekday;

pub(super) fn repeat(c: &mut Cursor<'_>) -> Option<Clause> {
    c.attempt(one_word)
        .or_else(|| c.attempt(every))
        .or_else(|| c.attempt(by_parts))
        .or_else(|| c.attempt(weekday_of_month))
        .or_else(|| c.attempt(times))
        .or_else(|| c.attempt(bare_weekday))
}

fn one_word(c: &mut Cursor<'_>) -> Option<Clause> {
    c.word_as(|word| {
        Some(match word {
            Word::Yearly => per(TermKind::Yearly, Recurrence::YEARLY),
            Word::Monthly => per(TermKind::Monthly, Recurrence::MONTHLY),
            Word::Weekly => per(TermKind::Weekly, Recurrence::WEEKLY),
            Word::Quarterly => per(TermKind::Quarterly, Recurrence::QUARTERLY),
            Word::Daily => per(TermKind::Other, Recurrence::DAILY),
            _ => return None,
        })
    })
}

/// «Каждый месяц», «каждые две недели», «каждого учебного года», «каждый сентябрь».
fn every(c: &mut Cursor<'_>) -> Option<Clause> {
    let _ = c.word(Word::In) || c.word(Word::On);
    c.word(Word::End);
    c.word(Word::Every).then_some(())?;
    if matches!(c.peek(), Some(Token::Word(Word::Month(_)))) {
        return Some(per(TermKind::Yearly, Recurrence::YEARLY));
    }
    if let Some(weekday) = c.word_as(weekday) {
        return Some(weekly_on(weekday));
    }
    c.attempt(weekday_of_month).or_else(|| {
        let (kind, rule) = unit(c)?;
        Some(per(kind, rule))
    })
}

/// «По полугодиям», «по пятницам».
fn by_parts(c: &mut Cursor<'_>) -> Option<Clause> {
    c.word(Word::By).then_some(())?;
    if let Some(weekday) = c.word_as(weekday) {
        return Some(weekly_on(weekday));
    }
    if !matches!(c.peek(), Some(Token::Word(Word::HalfYear | Word::Quarter | Word::SchoolQuarter | Word::MonthUnit))) {
        return None;
    }
    let (kind, rule) = unit(c)?;
    Some(per(kind, rule))
}

/// «Последняя пятница (каждого) месяца».
fn weekday_of_month(c: &mut Cursor<'_>) -> Option<Clause> {
    c.word(Word::In);
    let nth = c
        .word_as(|word| match word {
            Word::Ordinal(n) | Word::DayOrdinal(n) => i32::try_from(n).ok(),
            Word::Last => Some(-1),
            _ => None,
        })
        .or_else(|| c.number(|n| (1..=4).contains(&n.value)).and_then(|n| i32::try_from(n).ok()))?;
    let day = c.word_as(weekday)?;
    if let Some(of) = month(c) {
        return Some(Clause::Anchor(Anchor::During(Window::Weekday(nth, day, of))));
    }
    c.word(Word::Every);
    if !c.word(Word::MonthUnit) {
        return Some(Clause::Weekday(nth, day));
    }
    Some(per(TermKind::Monthly, Recurrence { weekday: Some((nth, day)), ..Recurrence::MONTHLY }))
}

/// «Еженедельно (среда)», «пятница, 15 сентября»: what it belongs to stands beside it.
fn bare_weekday(c: &mut Cursor<'_>) -> Option<Clause> {
    c.word(Word::In);
    let day = c.word_as(weekday)?;
    c.sign(Token::Dot);
    Some(Clause::Weekday(0, day))
}

/// «2 раза в год», «не реже одного раза в месяц», «дважды за полугодие», «раз в две недели».
fn times(c: &mut Cursor<'_>) -> Option<Clause> {
    let _ = c.word(Word::Not) || c.word(Word::By);
    if c.word(Word::AtLeast) {
        c.sign(Token::Comma);
        c.word(Word::Than);
    }
    let several = c.word(Word::Several);
    let twice = c.word_as(|word| if let Word::Twice(n) = word { Some(n) } else { None });
    let count = if let Some(n) = twice { Some(n) } else { c.attempt(count) };
    let spread = several || (c.sign(Token::Dash) && c.attempt(self::count).is_some());
    (twice.is_some() || c.word(Word::Times)).then_some(())?;
    c.sign(Token::Dot);
    let times = count.unwrap_or(1);
    let Some((kind, rule)) = c.attempt(per_unit) else {
        return if spread { Some(unclear(TermKind::Other, Doubt::Vague)) } else { Some(Clause::Times(times)) };
    };
    let kind = if kind == TermKind::Yearly && (times > 1 || spread) { TermKind::NPerYear } else { kind };
    // «1–2 раза»: how often, the school has to say.
    Some(if spread { unclear(kind, Doubt::Vague) } else { per(kind, rule.times(times)) })
}

fn per_unit(c: &mut Cursor<'_>) -> Option<(TermKind, Recurrence)> {
    let _ = c.word(Word::In) || c.word(Word::For) || c.sign(Token::Slash) || c.word(Word::On);
    c.word(Word::During);
    let _ = c.word(Word::Every) || c.word(Word::All);
    unit(c)
}

/// The period that a repetition counts in, with how many of it: «2 недели», «учебный год».
fn unit(c: &mut Cursor<'_>) -> Option<(TermKind, Recurrence)> {
    let interval = c.attempt(count).unwrap_or(1);
    c.study();
    let found = c.word_as(|word| {
        Some(match (word, interval) {
            (Word::Year | Word::Years, _) => (TermKind::Yearly, Recurrence::every(Frequency::Yearly, interval)),
            (Word::HalfYear | Word::Semester, 1) | (Word::MonthUnit, 6) => {
                (TermKind::NPerYear, Recurrence::HALF_YEARLY)
            }
            (Word::Quarter | Word::SchoolQuarter, 1) | (Word::MonthUnit, 3) => {
                (TermKind::Quarterly, Recurrence::QUARTERLY)
            }
            (Word::MonthUnit, _) => (TermKind::Monthly, Recurrence::every(Frequency::Monthly, interval)),
            (Word::Week, _) => (TermKind::Weekly, Recurrence::every(Frequency::Weekly, interval)),
            (Word::DayUnit, _) => (TermKind::Other, Recurrence::every(Frequency::Daily, interval)),
            _ => return None,
        })
    })?;
    Some(found)
}

fn count(c: &mut Cursor<'_>) -> Option<u32> {
    c.word_as(|word| if let Word::Count(n) = word { Some(n) } else { None })
        .or_else(|| c.number(|n| n.digits <= 2 && (1..=60).contains(&n.value)))
}

fn weekday(word: Word) -> Option<Weekday> {
    if let Word::Weekday(weekday) = word { Some(weekday) } else { None }
}

fn weekly_on(day: Weekday) -> Clause {
    per(TermKind::Weekly, Recurrence { weekday: Some((0, day)), ..Recurrence::WEEKLY })
}

fn per(kind: TermKind, rule: Recurrence) -> Clause {
    Clause::Repeat(Repeat { kind, rule })
}
