//! Clauses → one `Term`: which clause anchors, which repeats, which contradict.

use super::super::Doubt;
use super::super::meaning::{Anchor, DayOf, MonthOf, Repeat, Term, Window};
use super::Clause;
use crate::domain::school_year::SchoolYear;
use chrono::WeekdaySet;

/// No term names more days or months; a longer text is not a term.
const MOST_ANCHORS: usize = 40;

/// What the clauses read so far say together.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) term: Term,
    pub(super) times: Option<u32>,
    /// The day, and whether it is one of the next month.
    pub(super) month_day: Option<(i32, bool)>,
    pub(super) days_of_month: Option<(u32, u32)>,
    pub(super) weekdays: Option<(i32, WeekdaySet)>,
    pub(super) pair: Option<SchoolYear>,
    pub(super) calendar_years: Option<SchoolYear>,
    pub(super) calendar_year: Option<i32>,
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
            Clause::MonthDay(day) => self.leftover |= self.month_day.replace((day, false)).is_some(),
            Clause::NextMonthDay(day) => {
                self.leftover |= self.month_day.replace((day, true)).is_some();
            }
            Clause::DaysOfMonth(from, to) => {
                self.leftover |= self.days_of_month.replace((from, to)).is_some();
            }
            Clause::Weekdays(nth, days) => {
                self.leftover |= self.weekdays.replace((nth, days)).is_some();
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
            // Said after the repetition, it does not tell what comes later.
            Clause::Then => self.term.then |= self.term.repeat.is_none() && self.term.open.is_none(),
            Clause::Nothing => self.said_nothing = true,
            Clause::Note => {}
        }
    }

    /// Whether something was understood that says when or how often.
    pub(super) fn says_when(&self) -> bool {
        !self.term.anchors.is_empty()
            || self.term.repeat.is_some()
            || self.term.year.is_some()
            || self.term.then
            || self.times.is_some()
            || self.month_day.is_some()
            || self.days_of_month.is_some()
            || self.weekdays.is_some()
            || self.pair.is_some()
            || self.calendar_years.is_some()
            || self.calendar_year.is_some()
    }

    /// Takes over what a bracket says.
    pub(super) fn absorb(&mut self, inner: Self) {
        for anchor in inner.term.anchors {
            self.add(Clause::Anchor(anchor));
        }
        let parts = [
            inner.term.then.then_some(Clause::Then),
            inner.term.repeat.map(Clause::Repeat),
            inner.term.open.map(Clause::Open),
            inner.term.year.map(Clause::Year),
            inner.times.map(Clause::Times),
            inner.month_day.map(|(day, next)| if next { Clause::NextMonthDay(day) } else { Clause::MonthDay(day) }),
            inner.days_of_month.map(|(from, to)| Clause::DaysOfMonth(from, to)),
            inner.weekdays.map(|(nth, days)| Clause::Weekdays(nth, days)),
            inner.pair.map(Clause::YearPair),
            inner.calendar_years.map(Clause::CalendarYears),
            inner.calendar_year.map(Clause::CalendarYear),
        ];
        for clause in parts.into_iter().flatten() {
            self.add(clause);
        }
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
        } else if let Some(rule) = old.rule.together_with(new.rule) {
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
