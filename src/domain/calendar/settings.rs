//! What an organisation says about its own year, as it is kept.

use super::typed::DayKind;
use super::vacation::Vacations;
use super::{WorkingDays, russia};
use crate::domain::people::OrganisationKind;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

coded_enum! {
    /// How many days of the week the school works.
    pub enum SchoolWeek {
        /// Saturday and Sunday are off.
        FiveDays = "five_days",
        /// Only Sunday is off.
        SixDays = "six_days",
    }
}

impl Default for SchoolWeek {
    fn default() -> Self {
        Self::FiveDays
    }
}

coded_enum! {
    /// Whether the programme goes on in July and August.
    pub enum Summer {
        Rests = "rests",
        Works = "works",
    }
}

impl Default for Summer {
    fn default() -> Self {
        Self::Rests
    }
}

impl Summer {
    /// A kindergarten works all the year; schools and centres rest.
    pub fn usual(kind: OrganisationKind) -> Self {
        if kind == OrganisationKind::Kindergarten { Self::Works } else { Self::Rests }
    }
}

/// An organisation's own words about its year. The default is the country's calendar and a week of five days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarSettings {
    pub week: SchoolWeek,
    /// `None`: as usual for its kind.
    pub summer: Option<Summer>,
    /// Whether nobody is reminded on vacation days.
    pub quiet_vacations: bool,
    pub vacations: Vacations,
    /// Its own days off and worked days, and transfers of years that the program does not know.
    pub days: BTreeMap<NaiveDate, DayKind>,
    /// Calendar years of which the curator said that all their transfers are entered.
    pub complete: BTreeSet<i32>,
}

impl CalendarSettings {
    /// The country's calendar with this organisation's own words on top.
    pub fn working_days(&self, kind: OrganisationKind) -> WorkingDays {
        let of = |wanted: DayKind| self.days.iter().filter(move |(_, kind)| **kind == wanted).map(|(day, _)| *day);
        let mut days = russia().clone().with_week(self.week).with_own(of(DayKind::Off), of(DayKind::Worked));
        days.vacations.clone_from(&self.vacations);
        days.summer = self.summer.unwrap_or_else(|| Summer::usual(kind));
        days.quiet_vacations = self.quiet_vacations;
        days
    }

    /// Whether all transfers of a calendar year are known: shipped, or entered by the curator.
    pub fn knows(&self, year: i32) -> bool {
        self.complete.contains(&year) || russia().public().known_years().any(|known| known == year)
    }

    /// Its own days in one calendar year.
    pub fn days_of(&self, year: i32) -> impl Iterator<Item = (NaiveDate, DayKind)> {
        self.days.iter().filter(move |(day, _)| day.year() == year).map(|(day, kind)| (*day, *kind))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{VacationKind, offered};
    use super::*;
    use crate::domain::school_year::SchoolYear;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn who_says_nothing_has_the_countrys_calendar() {
        let nothing = CalendarSettings::default();
        let school = nothing.working_days(OrganisationKind::School);
        assert!(!school.is_working(day("2026-12-31")) && school.rests_in_summer());
        assert!(school.is_reminder_day(day("2027-07-15")), "quiet vacations are asked for");
        assert!(!nothing.working_days(OrganisationKind::Kindergarten).rests_in_summer());
        assert_eq!(serde_json::from_str::<CalendarSettings>("{}").unwrap(), nothing, "old rows stay readable");
        assert!(nothing.knows(2026) && !nothing.knows(2027));
    }

    #[test]
    fn own_words_go_before_the_countrys() {
        let mut own = CalendarSettings { week: SchoolWeek::SixDays, ..CalendarSettings::default() };
        own.days.insert(day("2026-12-31"), DayKind::Worked);
        own.days.insert(day("2027-02-22"), DayKind::Off);
        own.complete.insert(2027);
        let days = own.working_days(OrganisationKind::School);
        assert!(days.is_working(day("2026-12-31")) && !days.is_working(day("2027-02-22")));
        assert!(days.is_working(day("2026-10-10")), "a Saturday");
        assert!(own.knows(2027));
        let kept = serde_json::to_string(&own).unwrap();
        assert_eq!(serde_json::from_str::<CalendarSettings>(&kept).unwrap(), own);
    }

    #[test]
    fn nobody_is_reminded_in_quiet_vacations() {
        let mut own = CalendarSettings { quiet_vacations: true, ..CalendarSettings::default() };
        let (autumn, _) = offered(SchoolYear(2026), VacationKind::Autumn).unwrap();
        own.vacations.set(SchoolYear(2026), VacationKind::Autumn, autumn).unwrap();
        let days = own.working_days(OrganisationKind::School);
        let vacation = day("2026-10-28");
        assert!(days.is_working(vacation) && !days.is_reminder_day(vacation), "the staff works, but is left alone");
        assert!(days.is_reminder_day(day("2026-11-05")));
        assert!(!days.is_reminder_day(day("2027-07-15")), "summer, by the usual days");
        assert!(days.is_reminder_day(day("2027-06-15")) && days.is_reminder_day(day("2027-08-24")));
        let kindergarten = own.working_days(OrganisationKind::Kindergarten);
        assert!(kindergarten.is_reminder_day(day("2027-07-15")));
    }
}
