//! Clauses that need another one: a year for the months, a month for «до 5 числа», a period for «2 раза».

use super::super::meaning::{Anchor, DayOf, MonthOf, Open, Repeat, Window};
use super::super::{Doubt, Frequency, Recurrence, TermKind};
use super::compose::Draft;

impl Draft {
    /// A year written apart belongs to the anchors that have none.
    pub(super) fn place_years(&mut self) {
        let alone = self.term.anchors.is_empty();
        if let Some(pair) = self.pair {
            if alone && self.term.repeat.is_none() && self.term.open.is_none() {
                self.term.anchors.push(Anchor::Unclear(TermKind::SchoolYear, Doubt::YearUnclear));
            } else {
                self.add_year(pair);
            }
        }
        let Some(year) = self.calendar_year else {
            return;
        };
        if alone {
            self.term.anchors.push(Anchor::During(Window::CalendarYear(year)));
        }
        let mut placed = false;
        for anchor in &mut self.term.anchors {
            placed |= take_year(anchor, year);
        }
        // «Сентябрь 2023 – 2024 г.»: a second year that belongs to nothing.
        self.leftover |= !placed;
    }

    /// «До 5 числа», «1 декада» need a month: the one named beside them, or each.
    pub(super) fn place_days(&mut self) {
        let month = match self.term.anchors.as_slice() {
            [Anchor::During(Window::Month(month))] => Some(*month),
            _ => None,
        };
        let day_of = |day: u32, of: MonthOf| DayOf { day, of };
        if let Some(day) = self.month_day {
            match (&mut self.term.repeat, month) {
                (Some(repeat), None) if repeat.rule.frequency == Frequency::Monthly => {
                    repeat.rule.month_day = Some(day);
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
                    repeat.rule.weekday = Some(weekday);
                }
                _ => self.leftover = true,
            }
        }
        match (self.days_of_month, month) {
            (None, _) => {}
            (Some((from, to)), Some(of)) => {
                self.term.anchors = vec![Anchor::During(Window::Days(day_of(from, of), day_of(to, of)))];
            }
            _ => self.leftover = true,
        }
    }

    /// «2 раза» beside «ежемесячно» or «в течение года».
    pub(super) fn place_times(&mut self) {
        let Some(times) = self.times else { return };
        let yearly = Repeat { kind: TermKind::NPerYear, rule: Recurrence::YEARLY.times(times) };
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
    pub(super) fn weigh_windows(&mut self) {
        let years = self.term.anchors.iter().filter(|a| matches!(a, Anchor::During(w) if is_year(*w))).count();
        if self.term.anchors.len() == 2 && years == 1 {
            let stretch =
                |a: &Anchor| matches!(a, Anchor::During(Window::Months(..) | Window::Days(..) | Window::Half(_)));
            if self.term.anchors.iter().any(stretch) {
                self.term.anchors.retain(stretch);
            } else {
                self.term.doubt = Some(Doubt::SeveralDates);
            }
        }
        let short = |a: &Anchor| matches!(a, Anchor::During(Window::Month(_) | Window::Day(_)) | Anchor::Until(_));
        if self.term.open == Some(Open::Continuous) && !self.then && self.term.anchors.iter().any(short) {
            self.term.doubt = Some(Doubt::Contradiction);
        }
    }
}

/// Gives a year to an anchor that has none. Says whether it fits.
fn take_year(anchor: &mut Anchor, year: i32) -> bool {
    let (Anchor::During(window) | Anchor::Until(window)) = anchor else {
        return false;
    };
    let slot = match window {
        Window::Month(m) | Window::Months(_, m) => &mut m.year,
        Window::Day(d) | Window::Days(_, d) => &mut d.of.year,
        Window::CalendarYear(known) => return *known == year,
        Window::Half(_) => {
            *anchor = Anchor::Unclear(TermKind::HalfYear, Doubt::YearUnclear);
            return true;
        }
        _ => {
            *anchor = Anchor::Unclear(TermKind::Other, Doubt::YearUnclear);
            return true;
        }
    };
    *slot.get_or_insert(year) == year
}

fn is_year(window: Window) -> bool {
    matches!(window, Window::SchoolYear | Window::YearRound | Window::CalendarYear(_))
}
