//! Clauses → one `Term`: which clause anchors, which repeats, which contradict.

use super::super::meaning::{Anchor, DayOf, MonthOf, Repeat, Term, Window};
use super::super::{Doubt, Recurrence};
use super::Clause;
use crate::domain::school_year::SchoolYear;
use chrono::Weekday;

/// No term names more days or months; a longer text is not a term.
const MOST_ANCHORS: usize = 40;

/// What the clauses read so far say together.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) term: Term,
    pub(super) times: Option<u32>,
    pub(super) month_day: Option<i32>,
    pub(super) of_next_month: bool,
    pub(super) days_of_month: Option<(u32, u32)>,
    pub(super) weekday: Option<(i32, Weekday)>,
    pub(super) pair: Option<SchoolYear>,
    pub(super) calendar_years: Option<SchoolYear>,
    pub(super) calendar_year: Option<i32>,
    pub(super) then: bool,
    pub(super) said_nothing: bool,
    pub(super) clauses: usize,
    /// Some token belonged to no clause.
    pub(super) leftover: bool,
}

impl Draft {
    pub(super) fn add(&mut self, clause: Clause) {
        self.clauses += 1;
        match clause {
            Clause::Anchor(anchor) if self.says_again(anchor) => {}
            Clause::Anchor(_) if self.term.anchors.len() == MOST_ANCHORS => self.leftover = true,
            Clause::Anchor(anchor) => self.term.anchors.push(anchor),
            Clause::Repeat(repeat) => self.add_repeat(repeat),
            Clause::Times(times) => self.leftover |= self.times.replace(times).is_some(),
            Clause::MonthDay(day) => self.leftover |= self.month_day.replace(day).is_some(),
            Clause::NextMonthDay(day) => {
                self.of_next_month = true;
                self.leftover |= self.month_day.replace(day).is_some();
            }
            Clause::DaysOfMonth(from, to) => {
                self.leftover |= self.days_of_month.replace((from, to)).is_some();
            }
            Clause::Weekday(nth, day) => {
                self.leftover |= self.weekday.replace((nth, day)).is_some();
            }
            Clause::Open(open) => _ = self.term.open.get_or_insert(open),
            Clause::Year(year) => self.add_year(year),
            Clause::WholeYear(year) => {
                self.add_year(year);
                self.term.anchors.push(Anchor::During(Window::SchoolYear));
            }
            Clause::CalendarYears(years) => self.leftover |= self.calendar_years.replace(years).is_some(),
            Clause::YearPair(year) => self.leftover |= self.pair.replace(year).is_some(),
            Clause::CalendarYear(year) => {
                self.leftover |= self.calendar_year.replace(year).is_some();
            }
            Clause::Then => self.then = true,
            Clause::Nothing => self.said_nothing = true,
            Clause::Note => {}
        }
    }

    /// Takes over what a bracket says.
    pub(super) fn absorb(&mut self, inner: Self) {
        for anchor in inner.term.anchors {
            self.add(Clause::Anchor(anchor));
        }
        let parts = [
            inner.term.repeat.map(Clause::Repeat),
            inner.term.open.map(Clause::Open),
            inner.term.year.map(Clause::Year),
            inner.times.map(Clause::Times),
            inner.month_day.map(Clause::MonthDay),
            inner.days_of_month.map(|(from, to)| Clause::DaysOfMonth(from, to)),
            inner.weekday.map(|(nth, day)| Clause::Weekday(nth, day)),
            inner.pair.map(Clause::YearPair),
            inner.calendar_years.map(Clause::CalendarYears),
            inner.calendar_year.map(Clause::CalendarYear),
            inner.then.then_some(Clause::Then),
        ];
        for clause in parts.into_iter().flatten() {
            self.add(clause);
        }
        self.of_next_month |= inner.of_next_month;
        self.term.doubt = self.term.doubt.or(inner.term.doubt);
    }

    pub(super) fn into_term(mut self) -> Term {
        self.place_years();
        self.place_days();
        self.place_times();
        self.weigh_windows();
        let nothing = self.term.anchors.is_empty() && self.term.repeat.is_none() && self.term.open.is_none();
        self.term.empty =
            nothing && self.term.year.is_none() && !self.leftover && (self.clauses == 0 || self.said_nothing);
        let unused = (self.said_nothing && !nothing) || (nothing && self.term.year.is_none() && !self.term.empty);
        if self.leftover || unused {
            self.term.doubt = Some(Doubt::NotUnderstood);
        }
        self.term
    }

    /// «До 25 мая 2024, далее ежегодно до 25 мая»: the same day, only without its year.
    fn says_again(&self, anchor: Anchor) -> bool {
        self.term.anchors.iter().any(|known| *known == anchor || without_years(*known) == anchor)
    }

    pub(super) fn add_year(&mut self, year: SchoolYear) {
        let other = self.term.year.replace(year).is_some_and(|known| known != year);
        if other {
            self.term.doubt = Some(Doubt::YearUnclear);
        }
    }

    /// «Ежегодно» gives way to a finer repetition; two others must agree.
    fn add_repeat(&mut self, new: Repeat) {
        let Some(old) = self.term.repeat else {
            self.term.repeat = Some(new);
            return;
        };
        if old.rule.is_plain_yearly() {
            self.term.repeat = Some(new);
        } else if old.rule.frequency == new.rule.frequency && old.rule.interval == new.rule.interval {
            let rule = Recurrence {
                times: old.rule.times.max(new.rule.times),
                month_day: old.rule.month_day.or(new.rule.month_day),
                weekday: old.rule.weekday.or(new.rule.weekday),
                ..old.rule
            };
            self.term.repeat = Some(Repeat { rule, ..old });
        } else if let Some(rule) = old.rule.with_days_of(new.rule).or_else(|| new.rule.with_days_of(old.rule)) {
            self.term.repeat = Some(Repeat { rule, ..old });
        } else if !new.rule.is_plain_yearly() && !old.rule.is_as_often_as(new.rule) {
            self.term.doubt = Some(Doubt::Contradiction);
        }
    }
}

fn without_years(anchor: Anchor) -> Anchor {
    let month = |m: MonthOf| MonthOf { year: None, ..m };
    let day = |d: DayOf| DayOf { of: month(d.of), ..d };
    let window = |window| match window {
        Window::Month(m) => Window::Month(month(m)),
        Window::Months(a, b) => Window::Months(month(a), month(b)),
        Window::Day(d) => Window::Day(day(d)),
        Window::Days(a, b) => Window::Days(day(a), day(b)),
        Window::Weekday(nth, weekday, m) => Window::Weekday(nth, weekday, month(m)),
        other => other,
    };
    match anchor {
        Anchor::During(w) => Anchor::During(window(w)),
        Anchor::Until(w) => Anchor::Until(window(w)),
        Anchor::Unclear(..) => anchor,
    }
}
