//! The school year: 1 September – 31 August, in the organisation's time zone.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A school year, named by the calendar year in which it starts: `SchoolYear(2026)` is 2026/27.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// The school year to which a day belongs.
    pub fn containing(day: NaiveDate) -> Self {
        Self(if day.month() >= 9 { day.year() } else { day.year() - 1 })
    }

    /// 1 September.
    pub fn first_day(self) -> NaiveDate {
        day_of(self.0, 9, 1)
    }

    /// 31 August of the next calendar year.
    pub fn last_day(self) -> NaiveDate {
        day_of(self.0 + 1, 8, 31)
    }

    /// 31 May: the last day of teaching, where plans for «учебный год» end.
    pub fn last_teaching_day(self) -> NaiveDate {
        day_of(self.0 + 1, 5, 31)
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        Self::containing(day) == self
    }

    /// The calendar year in which a month (1–12) of this school year lies.
    pub fn year_of_month(self, month: u32) -> i32 {
        if month >= 9 { self.0 } else { self.0 + 1 }
    }
}

impl std::fmt::Display for SchoolYear {
    /// «2026/27», as people write it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

/// The first day of a month as a fallback keeps this total; years here are far inside chrono's range.
fn day_of(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_belongs_to_the_year_that_starts_in_september() {
        assert_eq!(SchoolYear::containing(day_of(2026, 8, 31)), SchoolYear(2025));
        assert_eq!(SchoolYear::containing(day_of(2026, 9, 1)), SchoolYear(2026));
        assert_eq!(SchoolYear(2099).to_string(), "2099/00");
        assert_eq!(SchoolYear(2026).year_of_month(5), 2027);
    }
}
