//! A term put into a school year: kind, first and last day, and what is still open to question.

use super::meaning::{Anchor, MonthOf, Open, Term, Window};
use super::window::{Days, days_of};
use super::{Doubt, Frequency, Reading, Recurrence, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::Datelike;

impl Term {
    /// Reads the term for one school year; years that the phrase names itself stay as named.
    pub fn in_year(&self, year: SchoolYear) -> Reading {
        let year = self.year.unwrap_or(year);
        match self.anchors.as_slice() {
            [] => self.without_anchor(year),
            [one] => self.with_anchor(*one, year),
            several => self.with_several(several, year),
        }
    }

    fn rule(&self) -> Option<Recurrence> {
        self.repeat.map(|repeat| repeat.rule)
    }

    fn without_anchor(&self, year: SchoolYear) -> Reading {
        let fixed = self.open.filter(|open| matches!(open, Open::ProgrammeEnd | Open::ExternalPlan)).map(open_kind);
        let repeated = self.repeat.map(|repeat| repeat.kind);
        let kind = match fixed.or(repeated).or(self.open.map(open_kind)) {
            Some(kind) if fixed.is_some() || !self.lasts_a_year() => kind,
            _ if self.year.is_some() => {
                return self.with_anchor(Anchor::During(Window::SchoolYear), year);
            }
            _ if self.empty => TermKind::None,
            _ => TermKind::Other,
        };
        Reading::undated(kind, self.rule(), self.doubt)
    }

    /// «Ежемесячно, 2023–2024 уч. год»: the year is the window; «2 раза» are not tied to it.
    fn lasts_a_year(&self) -> bool {
        self.year.is_some() && self.repeat.is_none_or(|repeat| repeat.kind != TermKind::NPerYear)
    }

    fn with_anchor(&self, anchor: Anchor, year: SchoolYear) -> Reading {
        let (kind, days) = match anchor {
            Anchor::Unclear(kind, doubt) => {
                let finer = self.repeat.filter(|repeat| !repeat.rule.is_plain_yearly());
                (finer.map_or(kind, |repeat| repeat.kind), Err(doubt))
            }
            Anchor::During(window) => (kind_of(window), days_of(window, year).map(|(start, due)| (Some(start), due))),
            Anchor::Until(window) => (TermKind::Deadline, days_of(window, year).map(|(_, due)| (None, due))),
        };
        // «2 раза в год (сентябрь)»: one month cannot hold both.
        let single = matches!(
            anchor,
            Anchor::Until(_) | Anchor::During(Window::Month(_) | Window::Day(_) | Window::Weekday(..))
        );
        let counted = self.rule().is_some_and(|rule| rule.frequency == Frequency::Yearly && rule.times > 1);
        let days = if single && counted { Err(Doubt::Contradiction) } else { days };
        let days = match (days, self.weekday) {
            (Ok((_, due)), Some(weekday)) if due.weekday() != weekday => Err(Doubt::Contradiction),
            (days, _) => days,
        };
        match (days, self.doubt) {
            (Ok((start, due)), None) => {
                let month_end = matches!(anchor, Anchor::During(w) | Anchor::Until(w) if w.ends_a_month());
                let nth_weekday = match anchor {
                    Anchor::During(Window::Weekday(nth, weekday, _)) => Some((nth, weekday)),
                    _ => None,
                };
                let undated = Reading::undated(kind, self.rule(), None);
                Reading { start, due: Some(due), then: self.then, month_end, nth_weekday, ..undated }
            }
            (Err(doubt), _) | (Ok(_), Some(doubt)) => Reading::undated(kind, self.rule(), Some(doubt)),
        }
    }

    /// Several anchors: one activity or several is for the curator to say, unless the count of times says it.
    fn with_several(&self, anchors: &[Anchor], year: SchoolYear) -> Reading {
        let clear: Vec<Anchor> = anchors.iter().copied().filter(|a| !matches!(a, Anchor::Unclear(..))).collect();
        let kind = match clear.as_slice() {
            [Anchor::During(one)] => kind_of(*one),
            [Anchor::Until(_)] => TermKind::Deadline,
            _ => TermKind::NPerYear,
        };
        let mut windows = Vec::with_capacity(anchors.len());
        let filled = match with_years_filled(anchors) {
            Ok(filled) => filled,
            Err(doubt) => return Reading::undated(kind, self.rule(), Some(doubt)),
        };
        for anchor in filled {
            let days = match anchor {
                Anchor::During(window) => days_of(window, year),
                Anchor::Until(window) => days_of(window, year).map(|(_, due)| (due, due)),
                Anchor::Unclear(_, doubt) => Err(doubt),
            };
            match days {
                Ok(days) => windows.push(days),
                Err(doubt) => return Reading::undated(kind, self.rule(), Some(doubt)),
            }
        }
        if let Some(doubt) = self.doubt {
            return Reading::undated(kind, self.rule(), Some(doubt));
        }
        if windows.windows(2).all(|pair| pair[0] == pair[1])
            && let [first @ Anchor::During(_), ..] = anchors
        {
            // «I полугодие (сентябрь – декабрь)» says the same twice.
            return self.with_anchor(*first, year);
        }
        windows.sort_unstable();
        let counted = self.rule().and_then(Recurrence::times_a_year);
        let agrees = counted.is_some_and(|times| usize::try_from(times) == Ok(anchors.len()));
        let review = match counted {
            Some(_) if agrees => None,
            Some(_) => Some(Doubt::Contradiction),
            None => Some(Doubt::SeveralDates),
        };
        let recurrence = if agrees { Some(named_months(&windows)) } else { self.rule() };
        let start = windows.first().map(|days| days.0);
        let due = windows.iter().map(|days| days.1).max();
        let undated = Reading::undated(kind, recurrence, review);
        Reading { start, due, windows, then: self.then, ..undated }
    }
}

/// The months in which the windows end, as a yearly rule.
fn named_months(windows: &[Days]) -> Recurrence {
    let months = windows.iter().fold(0, |bits, days| bits | (1 << days.1.month()));
    Recurrence { months, times: u32::try_from(windows.len()).unwrap_or(u32::MAX), ..Recurrence::YEARLY }
}

/// In a list a year is often written once, at the end or at the start: «октябрь, февраль 2024», «декабрь 2023, май».
fn with_years_filled(anchors: &[Anchor]) -> Result<Vec<Anchor>, Doubt> {
    let mut filled = anchors.to_vec();
    let mut after: Option<MonthOf> = None;
    for (first, last) in filled.iter_mut().rev().filter_map(first_and_last) {
        first.year = first.year.or(match (last.year, after) {
            (Some(year), _) => Some(if first.month <= last.month { year } else { year - 1 }),
            (None, Some(MonthOf { month, year: Some(year) })) => {
                Some(if last.month <= month { year } else { year - 1 })
            }
            _ => None,
        });
        after = Some(*first);
    }
    let mut before: Option<MonthOf> = None;
    for (first, last) in filled.iter_mut().filter_map(first_and_last) {
        if let (None, Some(known)) = (first.year, before) {
            first.year = following(first.month, known)?;
        }
        let ends = first.year.map(|year| if first.month <= last.month { year } else { year + 1 });
        before = Some(MonthOf { year: last.year.or(ends), ..last });
    }
    Ok(filled)
}

/// The month in which an anchor begins and that in which it ends, where it names them.
fn first_and_last(anchor: &mut Anchor) -> Option<(&mut MonthOf, MonthOf)> {
    let (Anchor::During(window) | Anchor::Until(window)) = anchor else {
        return None;
    };
    Some(match window {
        Window::Month(m) | Window::Weekday(_, _, m) => {
            let last = *m;
            (m, last)
        }
        Window::Months(a, b) => (a, *b),
        Window::Day(d) => {
            let last = d.of;
            (&mut d.of, last)
        }
        Window::Days(a, b) => (&mut a.of, b.of),
        _ => return None,
    })
}

/// The year of a month that stands after one with a year. The order of the list and the school year must agree.
fn following(month: u32, MonthOf { month: known, year }: MonthOf) -> Result<Option<i32>, Doubt> {
    let Some(year) = year else {
        return Ok(None);
    };
    let in_order = if month >= known { year } else { year + 1 };
    let in_school_year = SchoolYear(if known >= 8 { year } else { year - 1 }).year_of_month(month);
    if in_order == in_school_year { Ok(Some(in_order)) } else { Err(Doubt::YearUnclear) }
}

fn open_kind(open: Open) -> TermKind {
    match open {
        Open::ProgrammeEnd => TermKind::ProgrammeEnd,
        Open::ExternalPlan => TermKind::ExternalPlan,
        Open::OnDemand => TermKind::OnDemand,
        Open::Continuous => TermKind::Continuous,
    }
}

fn kind_of(window: Window) -> TermKind {
    match window {
        Window::Month(_) => TermKind::Month,
        Window::Months(..) => TermKind::MonthRange,
        Window::Day(_) | Window::Weekday(..) => TermKind::Date,
        Window::Days(..) => TermKind::DateRange,
        Window::Season(..) => TermKind::Season,
        Window::Half(_) => TermKind::HalfYear,
        Window::SchoolYear => TermKind::SchoolYear,
        Window::YearRound | Window::CalendarYear(_) => TermKind::YearRound,
        Window::Years(..) | Window::StudyYears(..) => TermKind::MultiYear,
    }
}
