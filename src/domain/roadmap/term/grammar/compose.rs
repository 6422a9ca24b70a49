//! Clauses → one `Term`: which clause anchors, which repeats, which contradict.

use super::super::meaning::{Anchor, DayOf, MonthOf, Open, Repeat, Term, Window};
use super::super::{Doubt, Frequency, Recurrence, TermKind};
use super::Clause;
use crate::domain::school_year::SchoolYear;
use chrono::Weekday;

/// What the clauses read so far say together.
#[derive(Default)]
pub(super) struct Draft {
    term: Term,
    times: Option<u32>,
    month_day: Option<i32>,
    days_of_month: Option<(u32, u32)>,
    weekday: Option<(i32, Weekday)>,
    pair: Option<SchoolYear>,
    calendar_year: Option<i32>,
    then: bool,
    said_nothing: bool,
    clauses: usize,
    /// Some token belonged to no clause.
    pub(super) leftover: bool,
}

impl Draft {
    pub(super) fn add(&mut self, clause: Clause) {
        self.clauses += 1;
        match clause {
            Clause::Anchor(anchor) if self.says_again(anchor) => {}
            Clause::Anchor(anchor) => self.term.anchors.push(anchor),
            Clause::Repeat(repeat) => self.add_repeat(repeat),
            Clause::Times(times) => self.leftover |= self.times.replace(times).is_some(),
            Clause::MonthDay(day) => self.leftover |= self.month_day.replace(day).is_some(),
            Clause::DaysOfMonth(from, to) => {
                self.leftover |= self.days_of_month.replace((from, to)).is_some()
            }
            Clause::Weekday(nth, day) => {
                self.leftover |= self.weekday.replace((nth, day)).is_some()
            }
            Clause::Open(open) => _ = self.term.open.get_or_insert(open),
            Clause::Year(year) => self.add_year(year),
            Clause::WholeYear(year) => {
                self.add_year(year);
                self.term.anchors.push(Anchor::During(Window::SchoolYear));
            }
            Clause::YearPair(year) => self.leftover |= self.pair.replace(year).is_some(),
            Clause::CalendarYear(year) => {
                self.leftover |= self.calendar_year.replace(year).is_some()
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
            inner
                .days_of_month
                .map(|(from, to)| Clause::DaysOfMonth(from, to)),
            inner.weekday.map(|(nth, day)| Clause::Weekday(nth, day)),
            inner.pair.map(Clause::YearPair),
            inner.calendar_year.map(Clause::CalendarYear),
            inner.then.then_some(Clause::Then),
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
        let nothing =
            self.term.anchors.is_empty() && self.term.repeat.is_none() && self.term.open.is_none();
        self.term.empty = nothing
            && self.term.year.is_none()
            && !self.leftover
            && (self.clauses == 0 || self.said_nothing);
        let unused = (self.said_nothing && !nothing)
            || (nothing && self.term.year.is_none() && !self.term.empty);
        if self.leftover || unused {
            self.term.doubt = Some(Doubt::NotUnderstood);
        }
        self.term
    }

    /// «До 25 мая 2024, далее ежегодно до 25 мая»: the same day, only without its year.
    fn says_again(&self, anchor: Anchor) -> bool {
        self.term
            .anchors
            .iter()
            .any(|known| *known == anchor || without_years(*known) == anchor)
    }

    fn add_year(&mut self, year: SchoolYear) {
        let other = self
            .term
            .year
            .replace(year)
            .is_some_and(|known| known != year);
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
        } else if old.rule.frequency == new.rule.frequency && old.rule.interval == new.rule.interval
        {
            let rule = Recurrence {
                times: old.rule.times.max(new.rule.times),
                month_day: old.rule.month_day.or(new.rule.month_day),
                weekday: old.rule.weekday.or(new.rule.weekday),
                ..old.rule
            };
            self.term.repeat = Some(Repeat { rule, ..old });
        } else if !new.rule.is_plain_yearly() {
            self.term.doubt = Some(Doubt::Contradiction);
        }
    }

    /// A year written apart belongs to the anchors that have none.
    fn place_years(&mut self) {
        let alone = self.term.anchors.is_empty();
        if let Some(pair) = self.pair {
            if alone && self.term.repeat.is_none() && self.term.open.is_none() {
                self.term
                    .anchors
                    .push(Anchor::Unclear(TermKind::SchoolYear, Doubt::YearUnclear));
            } else {
                self.add_year(pair);
            }
        }
        let Some(year) = self.calendar_year else {
            return;
        };
        if alone {
            self.term
                .anchors
                .push(Anchor::During(Window::CalendarYear(year)));
        }
        for anchor in &mut self.term.anchors {
            if let Anchor::During(window) | Anchor::Until(window) = anchor {
                match window {
                    Window::Month(m) | Window::Months(_, m) => m.year = m.year.or(Some(year)),
                    Window::Day(d) | Window::Days(_, d) => d.of.year = d.of.year.or(Some(year)),
                    Window::CalendarYear(_) => {}
                    Window::Half(_) => {
                        *anchor = Anchor::Unclear(TermKind::HalfYear, Doubt::YearUnclear)
                    }
                    _ => *anchor = Anchor::Unclear(TermKind::Other, Doubt::YearUnclear),
                }
            }
        }
    }

    /// «До 5 числа», «1 декада» need a month: the one named beside them, or each.
    fn place_days(&mut self) {
        let month = match self.term.anchors.as_slice() {
            [Anchor::During(Window::Month(month))] => Some(*month),
            _ => None,
        };
        let day_of = |day: u32, of: MonthOf| DayOf { day, of };
        if let Some(day) = self.month_day {
            match (&mut self.term.repeat, month) {
                (Some(repeat), None) if repeat.rule.frequency == Frequency::Monthly => {
                    repeat.rule.month_day = Some(day)
                }
                (_, Some(of)) => {
                    let day = u32::try_from(day).unwrap_or(DayOf::LAST);
                    self.term.anchors = vec![Anchor::Until(Window::Day(day_of(day, of)))];
                }
                _ => self.leftover = true,
            }
        }
        if let Some(weekday) = self.weekday {
            match &mut self.term.repeat {
                Some(repeat) if repeat.rule.frequency == Frequency::Monthly => {
                    repeat.rule.weekday = Some(weekday)
                }
                _ => self.leftover = true,
            }
        }
        match (self.days_of_month, month) {
            (None, _) => {}
            (Some((from, to)), Some(of)) => {
                self.term.anchors = vec![Anchor::During(Window::Days(
                    day_of(from, of),
                    day_of(to, of),
                ))];
            }
            _ => self.leftover = true,
        }
    }

    /// «2 раза» beside «ежемесячно» or «в течение года».
    fn place_times(&mut self) {
        let Some(times) = self.times else { return };
        let yearly = Repeat {
            kind: TermKind::NPerYear,
            rule: Recurrence::YEARLY.times(times),
        };
        let in_a_year = match self.term.anchors.as_slice() {
            [] => self.term.year.is_some(),
            [Anchor::During(window)] => is_year(*window),
            _ => false,
        };
        match &mut self.term.repeat {
            Some(repeat) if !repeat.rule.is_plain_yearly() => repeat.rule.times = times,
            known if in_a_year || known.is_some() || self.term.anchors.len() > 1 => {
                *known = Some(yearly);
                if in_a_year {
                    self.term.anchors.clear();
                }
            }
            _ if times == 1 && self.term.anchors.len() == 1 => {}
            _ => self.leftover = true,
        }
    }

    /// «В течение года (сентябрь – май)»: the narrower stretch says what was meant. A single day or month beside
    /// a whole year, or beside «постоянно», does not.
    fn weigh_windows(&mut self) {
        let years = self
            .term
            .anchors
            .iter()
            .filter(|a| matches!(a, Anchor::During(w) if is_year(*w)))
            .count();
        if self.term.anchors.len() == 2 && years == 1 {
            let stretch = |a: &Anchor| {
                matches!(
                    a,
                    Anchor::During(Window::Months(..) | Window::Days(..) | Window::Half(_))
                )
            };
            if self.term.anchors.iter().any(stretch) {
                self.term.anchors.retain(stretch);
            } else {
                self.term.doubt = Some(Doubt::SeveralDates);
            }
        }
        let short = |a: &Anchor| {
            matches!(
                a,
                Anchor::During(Window::Month(_) | Window::Day(_)) | Anchor::Until(_)
            )
        };
        if self.term.open == Some(Open::Continuous)
            && !self.then
            && self.term.anchors.iter().any(short)
        {
            self.term.doubt = Some(Doubt::Contradiction);
        }
    }
}

fn without_years(anchor: Anchor) -> Anchor {
    let month = |m: MonthOf| MonthOf { year: None, ..m };
    let day = |d: DayOf| DayOf {
        of: month(d.of),
        ..d
    };
    let window = |window| match window {
        Window::Month(m) => Window::Month(month(m)),
        Window::Months(a, b) => Window::Months(month(a), month(b)),
        Window::Day(d) => Window::Day(day(d)),
        Window::Days(a, b) => Window::Days(day(a), day(b)),
        other => other,
    };
    match anchor {
        Anchor::During(w) => Anchor::During(window(w)),
        Anchor::Until(w) => Anchor::Until(window(w)),
        Anchor::Unclear(..) => anchor,
    }
}

fn is_year(window: Window) -> bool {
    matches!(
        window,
        Window::SchoolYear | Window::YearRound | Window::CalendarYear(_)
    )
}
