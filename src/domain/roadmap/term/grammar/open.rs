//! Terms without days: events, other people's plans, «постоянно», «по мере необходимости», notes.

use super::super::meaning::Open;
use super::super::token::Token;
use super::super::vocabulary::Word;
use super::super::{Doubt, TermKind};
use super::cursor::Cursor;
use super::deadline::before;
use super::part::{half, quarters, school_quarter};
use super::{Clause, unclear};

/// «Нет», «не указан», «без срока».
pub(super) fn nothing_said(c: &mut Cursor<'_>) -> Option<Clause> {
    let said = c.word(Word::NoTerm)
        || (c.word(Word::Not) && c.word(Word::Given))
        || (c.word(Word::Without) && matches!(c.peek(), Some(Token::Word(Word::Term | Word::Moment))));
    let _ = c.word(Word::Term) || c.word(Word::Moment);
    while c.sign(Token::Dot) {}
    (said && c.peek().is_none()).then_some(Clause::Nothing)
}

/// «По завершению персонализированной программы наставничества»: the end of each pair's programme.
pub(super) fn programme_end(c: &mut Cursor<'_>) -> Option<Clause> {
    let lead = before(c)
        || c.word(Word::By)
        || c.word(Word::After)
        || c.word(Word::With)
        || c.word(Word::In)
        || c.word(Word::On);
    c.word(Word::Moment);
    let end = c.word(Word::Completion) || (lead && c.word(Word::End));
    (end && c.description().programme).then_some(Clause::Open(Open::ProgrammeEnd))
}

/// «10 рабочих дней после приказа», «через месяц», «со дня…», «по итогам года».
pub(super) fn relative(c: &mut Cursor<'_>) -> Option<Clause> {
    let found = c.word(Word::After)
        || c.word(Word::Through)
        || c.attempt(from_event).is_some()
        || c.attempt(counted_days).is_some()
        || c.attempt(|c| (c.word(Word::By) && c.word(Word::Completion)).then_some(())).is_some();
    found.then(|| {
        c.rest();
        unclear(TermKind::Other, Doubt::RelativeToEvent)
    })
}

fn from_event(c: &mut Cursor<'_>) -> Option<()> {
    let lead = c.word(Word::From) || c.word(Word::In) || c.word(Word::On);
    (lead && (c.word(Word::Moment) || c.word(Word::DayUnit) || c.word(Word::Feast))).then_some(())
}

/// A count of days, weeks or months from something. «1 неделя сентября» is a part of a month instead.
fn counted_days(c: &mut Cursor<'_>) -> Option<()> {
    c.word(Word::In);
    let within = c.during() || c.word(Word::For) || before(c);
    let counted =
        c.number(|n| n.digits <= 3).is_some() || c.word_as(|w| matches!(w, Word::Count(_)).then_some(())).is_some();
    c.sign(Token::Dash);
    let _ = c.word(Word::Working) || c.word(Word::Calendar);
    let unit = c.word_as(|word| match word {
        Word::DayUnit | Word::Week | Word::MonthUnit => Some(word),
        _ => None,
    })?;
    let of_month = unit == Word::Week
        && (matches!(c.peek(), Some(Token::Word(Word::Month(_) | Word::Every | Word::Vacation | Word::MonthUnit))));
    let short = c.peek() == Some(Token::Word(Word::Term));
    ((within || counted || short) && !of_month).then_some(())
}

/// «По отдельному плану», «согласно графику», «в соответствии с положением».
pub(super) fn plan(c: &mut Cursor<'_>) -> Option<Clause> {
    let lead = c.attempt(in_given_terms).is_some()
        || c.word(Word::By)
        || c.word(Word::Accord)
        || (c.word(Word::In) && c.word(Word::Accord));
    c.word(Word::From);
    if !lead && c.peek() != Some(Token::Word(Word::Plan)) {
        return None;
    }
    let by_programme = c.peek() == Some(Token::Word(Word::Programme))
        || (c.peek() == Some(Token::Word(Word::Unknown)) && c.peek_second() == Some(Token::Word(Word::Programme)));
    let seen = c.description();
    if seen.plan {
        c.attempt(for_a_period);
    }
    (seen.plan || (lead && by_programme)).then_some(Clause::Open(Open::ExternalPlan))
}

/// «В сроки, установленные приказом».
pub(super) fn in_given_terms(c: &mut Cursor<'_>) -> Option<()> {
    (c.word(Word::In) && c.word(Word::Term) && c.peek() == Some(Token::Comma)).then_some(())?;
    matches!(c.peek_second(), Some(Token::Word(Word::Unknown | Word::Given))).then_some(())
}

/// «По плану на год», «… на месяц»: what the plan covers, not when the row is due.
fn for_a_period(c: &mut Cursor<'_>) -> Option<()> {
    c.word(Word::On).then_some(())?;
    let _ = c.word(Word::Every) || c.word(Word::Current);
    c.word_as(|word| covers(word).then_some(()))
}

fn covers(word: Word) -> bool {
    matches!(word, Word::Year | Word::HalfYear | Word::MonthUnit | Word::SchoolQuarter | Word::Quarter | Word::Week)
}

/// «По мере необходимости», «при наличии…», «по запросу», «в рабочем порядке».
pub(super) fn on_demand(c: &mut Cursor<'_>) -> Option<Clause> {
    let found = if c.word(Word::By) {
        c.word(Word::Measure) || needs(c)
    } else if c.word(Word::With) {
        needs(c)
    } else if c.word(Word::In) {
        c.word(Word::Case) || ((c.word(Word::Working) || c.word(Word::Need)) && c.word(Word::Manner))
    } else {
        c.word(Word::Need)
    };
    found.then(|| {
        c.description();
        Clause::Open(Open::OnDemand)
    })
}

fn needs(c: &mut Cursor<'_>) -> bool {
    c.word(Word::Unknown);
    c.word(Word::Unknown);
    c.word(Word::Need)
}

/// «Постоянно», «на всех этапах», «в течение всего периода реализации программ».
pub(super) fn continuous(c: &mut Cursor<'_>) -> Option<Clause> {
    let _ = c.word(Word::On) || c.word(Word::In) || c.word(Word::For) || c.word(Word::By);
    if c.word(Word::Continuous) {
        c.word(Word::Manner);
        return Some(Clause::Open(Open::Continuous));
    }
    let mut whole = c.during();
    while c.word(Word::All) || c.word(Word::Every) {
        whole = true;
    }
    let period_only = !whole && c.peek() == Some(Token::Word(Word::Period));
    (whole || period_only).then_some(())?;
    c.word_as(|word| stretch(word).then_some(()))?;
    let seen = c.description();
    // «В период адаптации» lasts as long as something that the bot does not know.
    let known = !period_only || seen.words == 0 || seen.programme || seen.running || seen.plan;
    Some(if known { Clause::Open(Open::Continuous) } else { unclear(TermKind::Other, Doubt::RelativeToEvent) })
}

fn stretch(word: Word) -> bool {
    matches!(word, Word::Stage | Word::Period | Word::Running | Word::Term | Word::Programme)
}

/// «На итоговом заседании», «I этап».
fn gathering_or_stage(c: &mut Cursor<'_>) -> Option<()> {
    c.word(Word::On);
    let _ = c.word(Word::Unknown)
        || c.number(|n| n.digits == 1).is_some()
        || c.word_as(|word| matches!(word, Word::Ordinal(_) | Word::DayOrdinal(_)).then_some(())).is_some();
    (c.word(Word::Gathering) || c.word(Word::Stage)).then_some(())
}

/// «(отчёт за год)», «(за I полугодие)»: what the row covers, not when it is due.
pub(super) fn is_covered_period(tokens: &[Token]) -> bool {
    let mut c = Cursor::new(tokens);
    while c.word(Word::Unknown) {}
    if !c.word(Word::For) {
        return false;
    }
    let _ = c.word(Word::All) || c.word(Word::Current);
    let named = c.attempt(half).is_some() || c.attempt(quarters).is_some() || c.attempt(school_quarter).is_some();
    let found = named || {
        c.study();
        c.word_as(|word| covers(word).then_some(())).is_some()
    };
    c.sign(Token::Dot);
    found && c.peek().is_none()
}

/// «В рамках ШМО», «на педсовете», «День учителя»: where it happens or what it is called, not when.
pub(super) fn note(c: &mut Cursor<'_>) -> Option<Clause> {
    if c.word(Word::Feast) {
        return Some(Clause::Note);
    }
    let found = c.attempt(|c| (c.word(Word::In) && c.word(Word::Frames)).then_some(())).is_some()
        || c.attempt(gathering_or_stage).is_some();
    found.then(|| {
        c.description();
        Clause::Note
    })
}
