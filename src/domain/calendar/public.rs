//! The country's days off: holidays, the law's rule about those that fall on a day off, and the yearly decrees.
//!
//! Labour Code of Russia, article 112. Part 2: «При совпадении выходного и нерабочего праздничного дней выходной день
//! переносится на следующий после праздничного рабочий день», but not for 1–8 January, of which the Government moves
//! two each year. Part 5: the Government may also move other days off. Both move *days off*, so they concern only
//! those for whom the day is one (article 111: Sunday is everybody's; the second day off of a week of five days is
//! usually Saturday). In a week of six days Saturday is worked: a holiday on a Saturday moves nothing, and a
//! transfer from a Saturday neither makes that Saturday worked nor the other day free.

use super::{CalendarError, SchoolWeek};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The calendar years for which the rule of part 2 is worked out in advance.
const WORKED_OUT: std::ops::RangeInclusive<i32> = 2000..=2100;

/// Public holidays and moved days off of one country.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicDays {
    /// Holidays of every year, as (month, day).
    yearly: BTreeSet<(u32, u32)>,
    /// Calendar years whose decree is in the data.
    known: BTreeSet<i32>,
    five: Moved,
    six: Moved,
}

/// What is different from an ordinary week, for one kind of week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Moved {
    off: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
}

/// A day off taken from one day and given to another.
#[derive(Debug, Clone, Copy)]
struct Transfer {
    from: NaiveDate,
    to: NaiveDate,
}

impl PublicDays {
    /// Reads a preset (see `presets/calendar/ru.toml`).
    pub(super) fn from_preset(text: &str) -> Result<Self, CalendarError> {
        let preset: Preset = toml::from_str(text)?;
        let mut days = Self::default();
        let mut moving = BTreeSet::new();
        for holiday in &preset.holiday {
            for day in &holiday.days {
                let found = month_and_day(day).ok_or_else(|| CalendarError::Day(day.clone()))?;
                days.yearly.insert(found);
                if holiday.moves {
                    moving.insert(found);
                }
            }
        }
        let mut transfers = Vec::new();
        let (mut off, mut worked) = (Vec::new(), Vec::new());
        for (year, own) in &preset.years {
            days.known.insert(year.parse().map_err(|_| CalendarError::Day(year.clone()))?);
            off.extend(full_days(&own.off)?);
            worked.extend(full_days(&own.working)?);
            for one in &own.transfers {
                transfers.push(Transfer { from: full_day(&one.from)?, to: full_day(&one.to)? });
            }
        }
        for week in [SchoolWeek::FiveDays, SchoolWeek::SixDays] {
            let mut moved = days.moved(week, &moving, &transfers);
            moved.off.extend(&off);
            moved.worked.extend(&worked);
            match week {
                SchoolWeek::FiveDays => days.five = moved,
                SchoolWeek::SixDays => days.six = moved,
            }
        }
        Ok(days)
    }

    /// The decrees, and the law's rule for every holiday that no decree speaks of.
    fn moved(&self, week: SchoolWeek, moving: &BTreeSet<(u32, u32)>, transfers: &[Transfer]) -> Moved {
        let mut moved = Moved::default();
        for one in transfers.iter().filter(|one| is_weekend(week, one.from)) {
            moved.off.insert(one.to);
            if !self.is_holiday(one.from) {
                moved.worked.insert(one.from);
            }
        }
        let decreed: BTreeSet<NaiveDate> = transfers.iter().map(|one| one.from).collect();
        for year in WORKED_OUT {
            let holidays = moving.iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day));
            for holiday in holidays.filter(|day| is_weekend(week, *day) && !decreed.contains(day)) {
                let after = holiday.iter_days().skip(1).take(31);
                let next = after.into_iter().find(|day| {
                    !(is_weekend(week, *day) || self.is_holiday(*day) || moved.off.contains(day))
                        || moved.worked.contains(day)
                });
                moved.off.extend(next);
            }
        }
        moved
    }

    fn of(&self, week: SchoolWeek) -> &Moved {
        match week {
            SchoolWeek::FiveDays => &self.five,
            SchoolWeek::SixDays => &self.six,
        }
    }

    /// Whether an ordinary organisation with this week works on the day.
    pub(super) fn is_working(&self, week: SchoolWeek, day: NaiveDate) -> bool {
        let moved = self.of(week);
        moved.worked.contains(&day) || !(is_weekend(week, day) || self.is_holiday(day) || moved.off.contains(&day))
    }

    /// Whether the day is a public holiday of every year.
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.yearly.contains(&(day.month(), day.day()))
    }

    /// The calendar years whose transfers are in the data, earliest first.
    pub fn known_years(&self) -> impl Iterator<Item = i32> {
        self.known.iter().copied()
    }

    /// The days of one calendar year that differ from an ordinary week: free ones, worked ones. Holidays are not
    /// among them.
    pub fn moved_in(&self, week: SchoolWeek, year: i32) -> (Vec<NaiveDate>, Vec<NaiveDate>) {
        let moved = self.of(week);
        let in_year = |days: &BTreeSet<NaiveDate>| days.iter().filter(|day| day.year() == year).copied().collect();
        (in_year(&moved.off), in_year(&moved.worked))
    }
}

/// Saturday and Sunday; in a week of six days only Sunday.
pub(super) fn is_weekend(week: SchoolWeek, day: NaiveDate) -> bool {
    match day.weekday() {
        Weekday::Sun => true,
        Weekday::Sat => week == SchoolWeek::FiveDays,
        _ => false,
    }
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
    #[serde(default = "yes")]
    moves: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearDays {
    #[expect(dead_code, reason = "for people who read the file")]
    #[serde(default)]
    decree: String,
    #[serde(default)]
    transfers: Vec<FromTo>,
    /// Free for everybody, whatever their week.
    #[serde(default)]
    off: Vec<String>,
    /// Worked by everybody, whatever their week.
    #[serde(default)]
    working: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FromTo {
    from: String,
    to: String,
}

fn month_and_day(text: &str) -> Option<(u32, u32)> {
    // A leap year, so that 29 February is a day.
    let day: NaiveDate = format!("2024-{text}").parse().ok()?;
    Some((day.month(), day.day()))
}

fn full_day(text: &str) -> Result<NaiveDate, CalendarError> {
    text.parse().map_err(|_| CalendarError::Day(text.to_owned()))
}

fn full_days(days: &[String]) -> Result<Vec<NaiveDate>, CalendarError> {
    days.iter().map(|day| full_day(day)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{RUSSIA, WorkingDays, russia};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Working days of each month of a year.
    fn by_month(days: &WorkingDays, year: i32) -> Vec<usize> {
        let of_month = |month| {
            let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
            first.iter_days().take_while(|day| day.month() == month).filter(|day| days.is_working(*day)).count()
        };
        (1..=12).map(of_month).collect()
    }

    #[test]
    fn the_known_years_have_the_working_days_of_the_published_calendars() {
        let published = [
            (2021, [15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22]),
            (2022, [16, 19, 22, 21, 18, 21, 21, 23, 22, 21, 21, 22]),
            (2023, [17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21]),
            (2024, [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21]),
            (2025, [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22]),
            (2026, [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]),
        ];
        for (year, months) in published {
            assert_eq!(by_month(russia(), year), months, "{year}");
        }
        let known: Vec<i32> = russia().public().known_years().collect();
        assert_eq!(known, [2021, 2022, 2023, 2024, 2025, 2026]);
    }

    #[test]
    fn without_a_decree_the_rule_of_the_law_alone_holds() {
        // 2027: 1 May is a Saturday, 9 May a Sunday, 12 June a Saturday; the January holidays move nowhere by themselves.
        for off in ["2027-05-03", "2027-05-10", "2027-06-14", "2027-01-08"] {
            assert!(!russia().is_working(day(off)), "{off}");
        }
        for worked in ["2027-01-11", "2027-05-04", "2027-05-11", "2027-12-31"] {
            assert!(russia().is_working(day(worked)), "{worked}");
        }
    }

    #[test]
    fn a_week_of_six_days_has_only_the_transfers_from_sundays() {
        let six = russia().clone().with_week(SchoolWeek::SixDays);
        // 2025: 5 January and 23 February were Sundays; 4 January, 8 March and 1 November Saturdays.
        for off in ["2025-12-31", "2025-05-08", "2025-11-04", "2025-03-08"] {
            assert!(!six.is_working(day(off)), "{off}");
        }
        for worked in ["2025-05-02", "2025-06-13", "2025-11-03", "2025-11-01", "2025-11-08"] {
            assert!(six.is_working(day(worked)), "{worked}");
        }
        // 9 May 2026 is a Saturday: the Monday after it is free only for a week of five days.
        assert!(six.is_working(day("2026-05-11")) && !russia().is_working(day("2026-05-11")));
        assert!(!six.is_working(day("2026-03-09")), "8 March 2026 is a Sunday");
        assert!(six.is_working(day("2026-01-09")) && !six.is_working(day("2026-12-31")));
    }

    #[test]
    fn every_decree_moves_days_off_to_working_days() {
        let preset: Preset = toml::from_str(RUSSIA).unwrap();
        for transfer in preset.years.values().flat_map(|year| &year.transfers) {
            let (from, to) = (day(&transfer.from), day(&transfer.to));
            assert!(is_weekend(SchoolWeek::FiveDays, from), "{from} is no day off");
            assert!(!is_weekend(SchoolWeek::FiveDays, to), "{to} is a day off anyway");
        }
    }
}
