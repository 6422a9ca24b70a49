//! Vacations of a school year, and the school quarters that lie between them.
//!
//! Each school sets its own days (Federal Law «Об образовании», article 28 part 3: the yearly calendar schedule is the
//! school's own). What the presets hold is offered to be checked and is never taken for granted.

use super::CalendarError;
use crate::domain::school_year::SchoolYear;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

coded_enum! {
    /// A stretch of rest in a school year, in the order of the year.
    pub enum VacationKind {
        Autumn = "autumn",
        Winter = "winter",
        Spring = "spring",
        /// The pupils' summer. The staff still works in June and at the end of August.
        Summer = "summer",
        /// The staff's own rest in summer.
        Staff = "staff",
    }
}

/// First and last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Span {
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many days it lasts.
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }
}

coded_enum! {
    /// Why a vacation cannot be as it was typed.
    pub enum VacationProblem {
        /// The last day lies before the first.
        Backwards = "backwards",
        /// Not inside the school year.
        OtherYear = "other_year",
        /// Longer than such a vacation ever is.
        TooLong = "too_long",
        /// It overlaps another one, or comes before one that it should follow.
        Order = "order",
    }
}

/// The vacations that an organisation has named, by school year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vacations(BTreeMap<i32, BTreeMap<VacationKind, Span>>);

impl Vacations {
    pub fn of(&self, year: SchoolYear, kind: VacationKind) -> Option<Span> {
        self.0.get(&year.0)?.get(&kind).copied()
    }

    /// Whether a school year has all the pupils' vacations that its quarters lie between.
    pub fn has_quarters(&self, year: SchoolYear) -> bool {
        (1..=4).all(|number| self.quarter(year, number).is_some())
    }

    /// Names a vacation, if it can be one; an earlier one of the kind is forgotten.
    pub fn set(&mut self, year: SchoolYear, kind: VacationKind, span: Span) -> Result<(), VacationProblem> {
        if span.last < span.first {
            return Err(VacationProblem::Backwards);
        }
        if !year.contains(span.first) || !year.contains(span.last) {
            return Err(VacationProblem::OtherYear);
        }
        if span.days() > longest(kind) {
            return Err(VacationProblem::TooLong);
        }
        let named = self.0.get(&year.0);
        let clashes = |(other, its): (&VacationKind, &Span)| match kind.cmp(other) {
            _ if kind == VacationKind::Staff || *other == VacationKind::Staff => false,
            std::cmp::Ordering::Equal => false,
            std::cmp::Ordering::Less => span.last >= its.first,
            std::cmp::Ordering::Greater => span.first <= its.last,
        };
        if named.is_some_and(|named| named.iter().any(clashes)) {
            return Err(VacationProblem::Order);
        }
        self.0.entry(year.0).or_default().insert(kind, span);
        Ok(())
    }

    /// Forgets a vacation.
    pub fn remove(&mut self, year: SchoolYear, kind: VacationKind) {
        if let Some(named) = self.0.get_mut(&year.0) {
            named.remove(&kind);
        }
    }

    /// Whether the staff rests on a day by a named vacation. The pupils' summer is not one of them.
    pub(super) fn rests(&self, day: NaiveDate, kinds: &[VacationKind]) -> bool {
        let named = self.0.get(&SchoolYear::containing(day).0);
        named.is_some_and(|named| kinds.iter().any(|kind| named.get(kind).is_some_and(|span| span.contains(day))))
    }

    /// A school quarter (1–4): from the day after one vacation to the day before the next. `None` while a vacation
    /// at either end is not named.
    pub fn quarter(&self, year: SchoolYear, number: u32) -> Option<Span> {
        let after = |kind| self.of(year, kind).and_then(|span| span.last.succ_opt());
        let before = |kind| self.of(year, kind).and_then(|span| span.first.pred_opt());
        let (first, last) = match number {
            1 => (Some(year.first_day()), before(VacationKind::Autumn)),
            2 => (after(VacationKind::Autumn), before(VacationKind::Winter)),
            3 => (after(VacationKind::Winter), before(VacationKind::Spring)),
            4 => (after(VacationKind::Spring), before(VacationKind::Summer)),
            _ => (None, None),
        };
        let span = Span { first: first?, last: last? };
        (span.first <= span.last).then_some(span)
    }
}

fn longest(kind: VacationKind) -> i64 {
    match kind {
        VacationKind::Autumn | VacationKind::Winter | VacationKind::Spring => 35,
        VacationKind::Summer | VacationKind::Staff => 110,
    }
}

/// The days to offer for a vacation, and whether they were published for this very year.
pub fn offered(year: SchoolYear, kind: VacationKind) -> Option<(Span, bool)> {
    let preset = preset();
    let own = preset.years.get(&year.0.to_string()).and_then(|days| days.get(&kind));
    let published = own.is_some();
    let [first, last] = own.or_else(|| preset.usual.get(&kind))?;
    Some((Span { first: in_year(first, year)?, last: in_year(last, year)? }, published))
}

/// A day of a school year, written «MM-DD».
fn in_year(text: &str, year: SchoolYear) -> Option<NaiveDate> {
    let month: u32 = text.get(..2)?.parse().ok()?;
    format!("{}-{text}", year.year_of_month(month)).parse().ok()
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Preset {
    usual: BTreeMap<VacationKind, [String; 2]>,
    years: BTreeMap<String, BTreeMap<VacationKind, [String; 2]>>,
}

/// The shipped dates; a test reads them, so they cannot be broken.
fn preset() -> &'static Preset {
    static PRESET: LazyLock<Preset> = LazyLock::new(|| read_preset().unwrap_or_default());
    &PRESET
}

fn read_preset() -> Result<Preset, CalendarError> {
    Ok(toml::from_str(include_str!("../../../presets/calendar/vacations.toml"))?)
}

/// Reads «с 24 октября по 1 ноября», «24.10–01.11», «24.10.2026 - 1.11.2026»: days of a school year.
pub fn read_span(text: &str, year: SchoolYear) -> Option<Span> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("с ").or_else(|| text.strip_prefix("со ")).unwrap_or(&text);
    let (first, last) = [" по ", " до ", "—", "–", "-"].iter().find_map(|between| text.split_once(between))?;
    Some(Span { first: super::typed::day_in(first, year)?, last: super::typed::day_in(last, year)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: SchoolYear = SchoolYear(2026);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(first: &str, last: &str) -> Span {
        Span { first: day(first), last: day(last) }
    }

    fn named() -> Vacations {
        let mut vacations = Vacations::default();
        for kind in VacationKind::ALL {
            let (span, _) = offered(YEAR, *kind).unwrap();
            vacations.set(YEAR, *kind, span).unwrap();
        }
        vacations
    }

    #[test]
    fn the_presets_offer_every_vacation_in_its_order() {
        assert!(read_preset().is_ok());
        named();
        assert!(offered(SchoolYear(2025), VacationKind::Winter).unwrap().1, "published");
        assert!(!offered(YEAR, VacationKind::Winter).unwrap().1, "as usual");
    }

    #[test]
    fn quarters_lie_between_the_vacations() {
        let vacations = named();
        assert_eq!(vacations.quarter(YEAR, 1), Some(span("2026-09-01", "2026-10-24")));
        assert_eq!(vacations.quarter(YEAR, 2), Some(span("2026-11-03", "2026-12-30")));
        assert_eq!(vacations.quarter(YEAR, 3), Some(span("2027-01-12", "2027-03-27")));
        assert_eq!(vacations.quarter(YEAR, 4), Some(span("2027-04-06", "2027-05-26")));
        assert_eq!(vacations.quarter(YEAR, 5), None);
        let mut without = vacations.clone();
        without.remove(YEAR, VacationKind::Winter);
        assert_eq!((without.quarter(YEAR, 2), without.quarter(YEAR, 3)), (None, None));
        assert!(without.quarter(YEAR, 1).is_some() && !without.has_quarters(YEAR) && vacations.has_quarters(YEAR));
        assert_eq!(vacations.quarter(SchoolYear(2027), 1), None, "another year is another year");
    }

    #[test]
    fn a_vacation_that_cannot_be_is_refused() {
        let mut vacations = named();
        let mut set = |kind, first: &str, last: &str| vacations.set(YEAR, kind, span(first, last)).unwrap_err();
        assert_eq!(set(VacationKind::Spring, "2027-04-05", "2027-03-28"), VacationProblem::Backwards);
        assert_eq!(set(VacationKind::Spring, "2026-03-28", "2026-04-05"), VacationProblem::OtherYear);
        assert_eq!(set(VacationKind::Autumn, "2026-09-01", "2026-11-01"), VacationProblem::TooLong);
        assert_eq!(set(VacationKind::Autumn, "2026-12-28", "2027-01-05"), VacationProblem::Order);
    }

    #[test]
    fn stretches_are_read_as_people_type_them() {
        for typed in ["с 24 октября по 1 ноября", "24.10–01.11", "24.10.2026 - 1.11.2026", "24 октября — 1 ноября"]
        {
            assert_eq!(read_span(typed, YEAR), Some(span("2026-10-24", "2026-11-01")), "{typed}");
        }
        assert_eq!(read_span("с 31 декабря по 10 января", YEAR), Some(span("2026-12-31", "2027-01-10")));
        assert_eq!(read_span("1 июля - 20 августа", YEAR), Some(span("2027-07-01", "2027-08-20")));
        for typed in ["24 октября", "осенью", "с 31 сентября по 5 октября", ""] {
            assert_eq!(read_span(typed, YEAR), None, "{typed}");
        }
    }
}
