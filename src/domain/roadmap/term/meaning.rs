//! The meaning of a term before it is put into a school year.

use super::vocabulary::Season;
use super::{Doubt, Recurrence, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::Weekday;

/// A phrase as understood, without a school year: anchors in time, a repetition, a doubt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Term {
    pub(super) anchors: Vec<Anchor>,
    pub(super) open: Option<Open>,
    pub(super) repeat: Option<Repeat>,
    /// The school year that the phrase itself names.
    pub(super) year: Option<SchoolYear>,
    /// The day of the week written beside the day; they must agree.
    pub(super) weekday: Option<Weekday>,
    pub(super) doubt: Option<Doubt>,
    /// «Далее» stands before the repetition: it comes after the anchors.
    pub(super) then: bool,
    /// Nothing was written: an empty cell, a dash.
    pub(super) empty: bool,
}

/// A repetition and the kind that it gives when nothing else anchors the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Repeat {
    pub(super) kind: TermKind,
    pub(super) rule: Recurrence,
}

/// What ties the term to time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    During(Window),
    Until(Window),
    Unclear(TermKind, Doubt),
}

/// Terms without days of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    ProgrammeEnd,
    ExternalPlan,
    OnDemand,
    Continuous,
}

/// A stretch of days. Years that the text does not name are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Window {
    Month(MonthOf),
    Months(MonthOf, MonthOf),
    Day(DayOf),
    Days(DayOf, DayOf),
    /// «Последняя пятница мая»: which of the month (−1: the last), and its day of the week.
    Weekday(i32, Weekday, MonthOf),
    Season(Season, Option<i32>),
    /// First or second half of a school year.
    Half(u32),
    SchoolYear,
    YearRound,
    CalendarYear(i32),
    /// From January of one year to December of another.
    Years(i32, i32),
    /// Several school years, from the first September to the last May.
    StudyYears(SchoolYear, SchoolYear),
}

/// A month (1–12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MonthOf {
    pub(super) month: u32,
    pub(super) year: Option<i32>,
}

/// A day of a month; `day` 0 is the last one. May not exist: that is found when a year is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayOf {
    pub(super) day: u32,
    pub(super) of: MonthOf,
}

impl DayOf {
    pub(super) const LAST: u32 = 0;
}

impl Window {
    /// Whether the last day is the end of a month, whatever its number.
    pub(super) fn ends_a_month(self) -> bool {
        match self {
            Self::Day(last) | Self::Days(_, last) => last.day == DayOf::LAST,
            Self::Weekday(..) => false,
            Self::Month(_)
            | Self::Months(..)
            | Self::Season(..)
            | Self::Half(_)
            | Self::SchoolYear
            | Self::YearRound
            | Self::CalendarYear(_)
            | Self::Years(..)
            | Self::StudyYears(..) => true,
        }
    }
}

impl Term {
    /// Whether every word was understood; another doubt may hide that one was not.
    pub fn is_read_whole(&self) -> bool {
        self.doubt != Some(Doubt::NotUnderstood)
    }

    /// The years that the phrase names itself, as school years; August counts to the year it prepares.
    pub fn named_years(&self) -> Vec<SchoolYear> {
        let of = |m: MonthOf| m.year.map(|year| SchoolYear(if m.month >= 8 { year } else { year - 1 }));
        let anchored = self.anchors.iter().flat_map(|anchor| match anchor {
            Anchor::During(window) | Anchor::Until(window) => match window {
                Window::Month(m) | Window::Weekday(_, _, m) => [of(*m), None],
                Window::Day(d) => [of(d.of), None],
                Window::Months(a, b) => [of(*a), of(*b)],
                Window::Days(a, b) => [of(a.of), of(b.of)],
                Window::StudyYears(a, b) => [Some(*a), Some(*b)],
                _ => [None, None],
            },
            Anchor::Unclear(..) => [None, None],
        });
        anchored.flatten().chain(self.year).collect()
    }
}
