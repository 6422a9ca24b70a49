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
        self.place_calendar_years();
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

    /// «2023–2024 гг.» alone are two calendar years; with months that cross the new year they are their years.
    fn place_calendar_years(&mut self) {
        let Some(years) = self.calendar_years else {
            return;
        };
        match self.term.anchors.as_slice() {
            [] => self.term.anchors.push(Anchor::During(Window::Years(years.0, years.0 + 1))),
            [Anchor::During(Window::Months(a, b))] if a.month > b.month => self.add_year(years),
            [Anchor::During(Window::Days(a, b))] if a.of.month > b.of.month => self.add_year(years),
            _ => self.term.doubt = Some(Doubt::YearUnclear),
        }
    }

    /// «До 5 числа», «1 декада» need a month: the one named beside them, or each.
    pub(super) fn place_days(&mut self) {
        let month = match self.term.anchors.as_slice() {
            [Anchor::During(Window::Month(month))] => Some(*month),
            _ => None,
        };
        let day_of = |day: u32, of: MonthOf| DayOf { day, of };
        if let Some((day, of_next_month)) = self.month_day {
            match (&mut self.term.repeat, month) {
                (Some(repeat), None) if repeat.rule.frequency == Frequency::Monthly => {
                    repeat.rule.month_day = Some(day);
                    // A quarter has three months: of which of them is it, or of the one after them? Its end is plain.
                    if repeat.rule.interval > 1 && (day > 0 || of_next_month) {
                        self.term.doubt = Some(Doubt::Vague);
                    }
                }
                (_, Some(of)) => {
                    let day = u32::try_from(day).unwrap_or(DayOf::LAST);
                    self.term.anchors = vec![Anchor::Until(Window::Day(day_of(day, of)))];
                }
                _ if self.term.anchors.is_empty() => {
                    self.term.anchors.push(Anchor::Unclear(TermKind::Deadline, Doubt::Vague));
                }
                _ => self.leftover = true,
            }
        }
        self.place_weekdays();
        match (self.days_of_month, month) {
            (None, _) => {}
            (Some((from, to)), Some(of)) => {
                self.term.anchors = vec![Anchor::During(Window::Days(day_of(from, of), day_of(to, of)))];
            }
            _ if self.term.repeat.is_some() => self.term.doubt = Some(Doubt::Vague),
            _ => self.leftover = true,
        }
    }

    /// «Ежемесячно, последний четверг», «еженедельно (среда)», «15 сентября (пятница)».
    fn place_weekdays(&mut self) {
        let Some((nth, days)) = self.weekdays else {
            return;
        };
        match (&mut self.term.repeat, self.term.anchors.as_slice()) {
            (Some(repeat), _)
                if matches!(
                    (repeat.rule.frequency, nth),
                    (Frequency::Weekly, 0) | (Frequency::Monthly, ..=-1 | 1..)
                ) =>
            {
                if repeat.rule.frequency == Frequency::Monthly && repeat.rule.interval > 1 {
                    self.term.doubt = Some(Doubt::Vague);
                }
                match repeat.rule.together_with(Recurrence { weekday: Some((nth, days)), times: 1, ..repeat.rule }) {
                    Some(rule) => repeat.rule = rule,
                    None => self.term.doubt = Some(Doubt::Contradiction),
                }
            }
            (_, [Anchor::During(Window::Day(_)) | Anchor::Until(Window::Day(_))]) if nth == 0 && days.len() == 1 => {
                self.term.weekday = days.first();
            }
            _ => self.leftover = true,
        }
    }

    /// «2 раза» beside «ежемесячно» or «в течение года».
    pub(super) fn place_times(&mut self) {
        let Some(times) = self.times else { return };
        let kind = if times == 1 { TermKind::Yearly } else { TermKind::NPerYear };
        let yearly = Repeat { kind, rule: Recurrence::YEARLY.times(times) };
        let in_a_year = match self.term.anchors.as_slice() {
            [] => self.term.year.is_some(),
            [Anchor::During(window)] => is_year(*window),
            _ => false,
        };
        match &mut self.term.repeat {
            Some(repeat) if !repeat.rule.is_plain_yearly() => repeat.rule.times = times,
            Some(_) if times == 1 => {}
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
        if let [Anchor::During(Window::Month(whole)), part] = self.term.anchors.as_slice()
            && is_part_of(part, *whole)
        {
            self.term.anchors.remove(0);
        }
        let short = |a: &Anchor| matches!(a, Anchor::During(Window::Month(_) | Window::Day(_)) | Anchor::Until(_));
        if self.term.open == Some(Open::Continuous) && !self.term.then && self.term.anchors.iter().any(short) {
            self.term.doubt = Some(Doubt::Contradiction);
        }
        if let [only] = self.term.anchors.as_slice()
            && !self.term.then
            && self.repeats_within(only)
        {
            self.term.doubt = self.term.doubt.or(Some(Doubt::Contradiction));
        }
    }

    /// «Ежемесячно до 25 мая», «сентябрь, ежемесячно»: a day or a month does not come round so often.
    fn repeats_within(&self, anchor: &Anchor) -> bool {
        let often = self.term.repeat.map(|repeat| repeat.rule.frequency).filter(|f| *f != Frequency::Yearly);
        match anchor {
            Anchor::During(Window::Month(_)) => often == Some(Frequency::Monthly),
            Anchor::During(Window::Days(a, b)) if a.of == b.of => often == Some(Frequency::Monthly),
            Anchor::During(Window::Day(_) | Window::Weekday(..)) | Anchor::Until(Window::Day(_) | Window::Month(_)) => {
                often.is_some()
            }
            _ => false,
        }
    }
}

/// Gives a year to an anchor that has none. Says whether it fits.
fn take_year(anchor: &mut Anchor, year: i32) -> bool {
    let (Anchor::During(window) | Anchor::Until(window)) = anchor else {
        return false;
    };
    let slot = match window {
        // «2023 г., ноябрь – январь»: the year of the start or of the end?
        Window::Months(a, b) if a.month > b.month && a.year.is_none() && b.year.is_none() => {
            *anchor = Anchor::Unclear(TermKind::MonthRange, Doubt::YearUnclear);
            return true;
        }
        Window::Days(a, b) if a.of.month > b.of.month && a.of.year.is_none() && b.of.year.is_none() => {
            *anchor = Anchor::Unclear(TermKind::DateRange, Doubt::YearUnclear);
            return true;
        }
        Window::Month(m) | Window::Months(_, m) | Window::Weekday(_, _, m) => &mut m.year,
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

/// «Сентябрь (до 15.09)», «сентябрь, первая неделя»: the second says the first more closely.
fn is_part_of(part: &Anchor, whole: MonthOf) -> bool {
    match part {
        Anchor::Until(Window::Day(day)) => {
            day.of.month == whole.month && (whole.year.is_none() || day.of.year == whole.year)
        }
        Anchor::Unclear(TermKind::DateRange, Doubt::Vague) => true,
        _ => false,
    }
}

fn is_year(window: Window) -> bool {
    matches!(window, Window::SchoolYear | Window::YearRound | Window::CalendarYear(_))
}
