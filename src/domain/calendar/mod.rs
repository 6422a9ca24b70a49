//! Working days: a school's week, public holidays, and days moved by decree. All of it is data that comes in.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

mod settings;

pub use settings::{CalendarSettings, SchoolWeek};

/// Which days are worked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkingDays {
    week: SchoolWeek,
    /// Holidays of every year, as (month, day).
    yearly: BTreeSet<(u32, u32)>,
    off: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
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
        let (off, worked) = (off.into_iter().collect(), worked.into_iter().collect());
        Self { week, yearly: BTreeSet::new(), off, worked }
    }

    /// Reads a calendar preset (see `presets/calendar/ru.toml`).
    pub fn from_preset(text: &str) -> Result<Self, CalendarError> {
        let preset: Preset = toml::from_str(text)?;
        let mut days = Self::default();
        for day in preset.holiday.iter().flat_map(|holiday| &holiday.days) {
            days.yearly.insert(month_and_day(day).ok_or_else(|| CalendarError::Day(day.clone()))?);
        }
        for year in preset.years.values() {
            days.off.extend(full_days(&year.off)?);
            days.worked.extend(full_days(&year.working)?);
        }
        Ok(days)
    }

    /// The same holidays with another school week.
    #[must_use]
    pub fn with_week(self, week: SchoolWeek) -> Self {
        Self { week, ..self }
    }

    pub fn is_working(&self, day: NaiveDate) -> bool {
        if self.worked.contains(&day) {
            return true;
        }
        let weekend = match day.weekday() {
            Weekday::Sun => true,
            Weekday::Sat => self.week == SchoolWeek::FiveDays,
            _ => false,
        };
        !(weekend || self.off.contains(&day) || self.yearly.contains(&(day.month(), day.day())))
    }

    /// Whether reminders go out on this day.
    pub fn is_reminder_day(&self, day: NaiveDate) -> bool {
        self.is_working(day)
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
    (28..=31).rev().find_map(|last| day.with_day(last)).unwrap_or(day)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    #[expect(dead_code, reason = "for people who read the file")]
    name: String,
    #[serde(default)]
    holiday: Vec<Holiday>,
    #[serde(default)]
    years: BTreeMap<String, YearDays>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    days: Vec<String>,
    #[expect(dead_code, reason = "for people who read the file")]
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearDays {
    #[serde(default)]
    off: Vec<String>,
    #[serde(default)]
    working: Vec<String>,
}

fn month_and_day(text: &str) -> Option<(u32, u32)> {
    // A leap year, so that 29 February is a day.
    let day: NaiveDate = format!("2024-{text}").parse().ok()?;
    Some((day.month(), day.day()))
}

fn full_days(days: &[String]) -> Result<Vec<NaiveDate>, CalendarError> {
    days.iter().map(|day| day.parse().map_err(|_| CalendarError::Day(day.clone()))).collect()
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
        assert_eq!(russia.previous_working_day(day("2026-01-05")), day("2025-12-31"));
        assert_eq!(russia.next_working_day(day("2026-01-01")), day("2026-01-09"));
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
