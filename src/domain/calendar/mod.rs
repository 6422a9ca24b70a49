//! Working days of an organisation: its week, public holidays, days moved by decree, its vacations.
//!
//! `public` is the country's part, shared by everybody; `settings` what an organisation says about itself;
//! `vacation` its vacations and the quarters between them; `typed` reads days as people type them. All of it is data
//! that comes in.

mod public;
mod settings;
mod typed;
mod vacation;

pub use public::PublicDays;
pub use settings::{CalendarSettings, SchoolWeek, Summer};
pub use typed::{DayKind, DayProblem, read_days};
pub use vacation::{Span, VacationKind, VacationProblem, Vacations, offered, read_span};

use crate::domain::school_year::SchoolYear;
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// Which days are worked. A clone is cheap: the country's part is shared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkingDays {
    week: SchoolWeek,
    public: Arc<PublicDays>,
    /// The organisation's own days off and worked days off: they go before everything else.
    off: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
    vacations: Vacations,
    summer: Summer,
    quiet_vacations: bool,
}

/// Why a calendar preset cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    #[error("the calendar is not readable: {0}")]
    Toml(#[from] toml::de::Error),
    #[error("the calendar holds {0:?}, which is not a day written as MM-DD or YYYY-MM-DD")]
    Day(String),
}

/// Public holidays of Russia, as shipped.
pub const RUSSIA: &str = include_str!("../../../presets/calendar/ru.toml");

/// The shipped calendar; a test reads it, so it cannot be broken.
pub fn russia() -> &'static WorkingDays {
    static DAYS: LazyLock<WorkingDays> = LazyLock::new(|| WorkingDays::from_preset(RUSSIA).unwrap_or_default());
    &DAYS
}

/// No run of days off is longer; a calendar that says otherwise is wrong and must not hang the bot.
const LONGEST_REST: usize = 366;

impl WorkingDays {
    /// A calendar with the holidays and worked days off of particular years.
    pub fn new(
        week: SchoolWeek,
        off: impl IntoIterator<Item = NaiveDate>,
        worked: impl IntoIterator<Item = NaiveDate>,
    ) -> Self {
        Self { week, ..Self::default() }.with_own(off, worked)
    }

    /// Reads a calendar preset (see `presets/calendar/ru.toml`).
    pub fn from_preset(text: &str) -> Result<Self, CalendarError> {
        Ok(Self { public: Arc::new(PublicDays::from_preset(text)?), ..Self::default() })
    }

    /// The same holidays with another school week.
    #[must_use]
    pub fn with_week(self, week: SchoolWeek) -> Self {
        Self { week, ..self }
    }

    /// The same with days off and worked days of the organisation's own.
    #[must_use]
    fn with_own(
        mut self,
        off: impl IntoIterator<Item = NaiveDate>,
        worked: impl IntoIterator<Item = NaiveDate>,
    ) -> Self {
        self.off.extend(off);
        self.worked.extend(worked);
        self
    }

    /// The country's part.
    pub fn public(&self) -> &PublicDays {
        &self.public
    }

    pub fn week(&self) -> SchoolWeek {
        self.week
    }

    /// Whether the staff works on the day. Pupils' vacations are working days of the staff.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.worked.contains(&day) || (!self.off.contains(&day) && self.public.is_working(self.week, day))
    }

    /// Whether reminders go out on this day: it is worked, and no vacation in which people want to be left alone.
    pub fn is_reminder_day(&self, day: NaiveDate) -> bool {
        self.is_working(day) && !(self.quiet_vacations && self.rests(day))
    }

    /// Whether the day lies in a vacation of the staff or in a short one of the pupils.
    fn rests(&self, day: NaiveDate) -> bool {
        const SHORT: &[VacationKind] = &[VacationKind::Autumn, VacationKind::Winter, VacationKind::Spring];
        if self.vacations.rests(day, SHORT) {
            return true;
        }
        let staff = || {
            let year = SchoolYear::containing(day);
            let named = self.vacations.of(year, VacationKind::Staff);
            named.or_else(|| offered(year, VacationKind::Staff).map(|(span, _)| span))
        };
        self.rests_in_summer() && staff().is_some_and(|span| span.contains(day))
    }

    /// Whether nothing is planned for July and August.
    pub fn rests_in_summer(&self) -> bool {
        self.summer == Summer::Rests
    }

    /// The days of a school quarter (1–4), once the vacations around it are named.
    pub fn quarter(&self, year: SchoolYear, number: u32) -> Option<Span> {
        self.vacations.quarter(year, number)
    }

    /// A vacation that the organisation has named.
    pub fn vacation(&self, year: SchoolYear, kind: VacationKind) -> Option<Span> {
        self.vacations.of(year, kind)
    }

    /// The day itself if it is worked, else the last worked day before it.
    pub fn previous_working_day(&self, day: NaiveDate) -> NaiveDate {
        let back = std::iter::successors(Some(day), |day| day.checked_sub_days(Days::new(1)));
        back.take(LONGEST_REST).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The day itself if it is worked, else the first worked day after it.
    pub fn next_working_day(&self, day: NaiveDate) -> NaiveDate {
        let ahead = std::iter::successors(Some(day), |day| day.checked_add_days(Days::new(1)));
        ahead.take(LONGEST_REST).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The last worked day of the month in which `day` lies.
    pub fn last_working_day_of_month(&self, day: NaiveDate) -> NaiveDate {
        self.previous_working_day(last_of_month(day))
    }
}

/// The last day of the month in which `day` lies.
pub fn last_of_month(day: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    (28..=31).rev().find_map(|last| day.with_day(last)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_holiday_moves_to_the_working_day_before_or_after() {
        let russia = WorkingDays::from_preset(RUSSIA).unwrap();
        assert_eq!(russia.previous_working_day(day("2022-05-01")), day("2022-04-29"));
        assert_eq!(russia.previous_working_day(day("2026-01-05")), day("2025-12-30"));
        assert_eq!(russia.next_working_day(day("2026-01-01")), day("2026-01-12"));
        assert_eq!(russia.last_working_day_of_month(day("2027-01-10")), day("2027-01-29"));
        assert!(russia.is_working(day("2026-11-05")) && !russia.is_working(day("2026-11-04")));
    }

    #[test]
    fn a_six_day_week_works_on_saturdays() {
        let saturday = day("2026-10-10");
        assert!(!WorkingDays::default().is_working(saturday));
        assert!(WorkingDays::default().with_week(SchoolWeek::SixDays).is_working(saturday));
        let moved = WorkingDays::new(SchoolWeek::FiveDays, [day("2026-10-12")], [saturday]);
        assert!(moved.is_working(saturday) && !moved.is_working(day("2026-10-12")));
    }

    #[test]
    fn transfers_of_a_year_are_read_and_wrong_days_named() {
        let text = "name = \"x\"\n[years.2026]\noff = [\"2026-01-09\"]\nworking = [\"2026-11-07\"]";
        let days = WorkingDays::from_preset(text).unwrap();
        assert!(!days.is_working(day("2026-01-09")) && days.is_working(day("2026-11-07")));
        let wrong = WorkingDays::from_preset("name = \"x\"\n[[holiday]]\ndays = [\"13-40\"]\nname = \"y\"");
        assert!(wrong.unwrap_err().to_string().contains("13-40"));
    }

    #[test]
    fn a_calendar_without_a_working_day_does_not_hang() {
        let first = day("2024-01-01");
        let never = WorkingDays::new(SchoolWeek::FiveDays, first.iter_days().take(1000), []);
        assert_eq!(never.previous_working_day(day("2026-01-01")), day("2026-01-01"));
    }
}
