//! When exactly: the school's wall clock against UTC.

use super::ReminderSettings;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// The instant at which a clock in `zone` shows `at` on `day`.
///
/// A time that the clock shows twice is its first; a time that it skips is the first moment after the gap.
pub fn reminder_instant(day: NaiveDate, zone: Tz, at: NaiveTime) -> DateTime<Utc> {
    let wall = day.and_time(at);
    // The longest gap on record is one whole day (Samoa left out 30 December 2011).
    let shown = (0..=25 * 60).find_map(|minutes| {
        let later = wall.checked_add_signed(TimeDelta::minutes(minutes))?;
        let later = if minutes == 0 { later } else { later.with_second(0)? };
        zone.from_local_datetime(&later).earliest()
    });
    shown.map_or_else(|| wall.and_utc(), |shown| shown.with_timezone(&Utc))
}

/// Whether people in `zone` are to be left alone at this instant, where nobody has chosen other hours: 21:00–08:00.
pub fn in_quiet_hours(instant: DateTime<Utc>, zone: Tz) -> bool {
    ReminderSettings::default().quiet.contain(instant, zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{America, Asia, Europe, Pacific};

    fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32, zone: Tz) -> String {
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let instant = reminder_instant(day, zone, NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        instant.format("%d %H:%M").to_string()
    }

    #[test]
    fn nine_o_clock_follows_moscows_history() {
        assert_eq!(at(2010, 7, 1, 9, 0, Europe::Moscow), "01 05:00", "summer time, UTC+4");
        assert_eq!(at(2010, 12, 1, 9, 0, Europe::Moscow), "01 06:00", "winter time, UTC+3");
        assert_eq!(at(2012, 12, 1, 9, 0, Europe::Moscow), "01 05:00", "summer time all year, UTC+4");
        assert_eq!(at(2026, 7, 1, 9, 0, Europe::Moscow), "01 06:00", "UTC+3 since October 2014");
        assert_eq!(at(2026, 9, 1, 9, 0, Asia::Kamchatka), "31 21:00", "the day before in UTC");
    }

    #[test]
    fn nine_o_clock_stays_nine_where_summer_time_comes_and_goes() {
        assert_eq!(at(2027, 3, 27, 9, 0, Europe::Berlin), "27 08:00");
        assert_eq!(at(2027, 3, 28, 9, 0, Europe::Berlin), "28 07:00");
        assert_eq!(at(2027, 10, 31, 9, 0, Europe::Berlin), "31 08:00");
    }

    #[test]
    fn skipped_and_repeated_times_are_found() {
        assert_eq!(at(2027, 3, 28, 2, 30, Europe::Berlin), "28 01:00", "the clock goes from 2:00 to 3:00");
        assert_eq!(at(2027, 10, 31, 2, 30, Europe::Berlin), "31 00:30", "the first of two");
        assert_eq!(at(2026, 9, 6, 0, 0, America::Santiago), "06 04:00", "midnight is skipped");
        assert_eq!(at(2011, 12, 30, 9, 0, Pacific::Apia), "30 10:00", "a whole day is skipped");
    }

    #[test]
    fn the_29th_of_february_is_a_day() {
        assert_eq!(at(2028, 2, 29, 9, 0, Europe::Moscow), "29 06:00");
    }

    #[test]
    fn quiet_hours_are_the_schools() {
        let quiet = |hour, minute, zone| {
            let day = NaiveDate::from_ymd_opt(2026, 9, 15).unwrap();
            in_quiet_hours(reminder_instant(day, zone, NaiveTime::from_hms_opt(hour, minute, 0).unwrap()), zone)
        };
        for zone in [Europe::Moscow, Asia::Vladivostok, Europe::Berlin] {
            assert!(quiet(21, 0, zone) && quiet(0, 0, zone) && quiet(7, 59, zone));
            assert!(!quiet(8, 0, zone) && !quiet(9, 0, zone) && !quiet(20, 59, zone));
        }
    }
}
