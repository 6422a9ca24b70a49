//! How an organisation wants to be reminded: few plain choices.

use super::{IsReminderDay, next_reminder_day, reminder_instant};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc, Weekday};
use chrono_tz::Tz;

coded_enum! {
    /// How many words are made about a row.
    pub enum Pace {
        Usual = "usual",
        /// Once before the day and once after it.
        Rarely = "rarely",
        /// On the day itself.
        DueDay = "due_day",
    }
}

coded_enum! {
    /// When nobody is to be disturbed.
    pub enum QuietHours {
        From20To9 = "20_9",
        From21To8 = "21_8",
        From22To7 = "22_7",
    }
}

/// The hours a curator can choose for the day's message.
pub const HOURS: [u8; 6] = [8, 9, 10, 12, 14, 16];

/// Days of the week on which there are reminders; days off of the calendar have none anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekdays(u8);

/// An organisation's wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderSettings {
    pub pace: Pace,
    /// The hour of the day's message.
    pub hour: u8,
    pub quiet: QuietHours,
    pub weekdays: Weekdays,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        Self { pace: Pace::Usual, hour: 9, quiet: QuietHours::From21To8, weekdays: Weekdays::ALL }
    }
}

impl QuietHours {
    /// From this hour until that one.
    pub fn hours(self) -> (u32, u32) {
        match self {
            Self::From20To9 => (20, 9),
            Self::From21To8 => (21, 8),
            Self::From22To7 => (22, 7),
        }
    }

    /// Whether people in `zone` are to be left alone at this instant.
    pub fn contain(self, instant: DateTime<Utc>, zone: Tz) -> bool {
        let (from, until) = self.hours();
        !(until..from).contains(&instant.with_timezone(&zone).hour())
    }
}

impl Weekdays {
    pub const ALL: Self = Self(0b111_1111);

    pub fn contains(self, day: Weekday) -> bool {
        self.0 >> day.num_days_from_monday() & 1 == 1
    }

    /// With one day more or less; the last one stays, or nobody would ever be reminded.
    #[must_use]
    pub fn with(self, day: Weekday, on: bool) -> Self {
        let bit = 1 << day.num_days_from_monday();
        let changed = if on { self.0 | bit } else { self.0 & !bit };
        // Sunday alone would be none: no calendar works on it.
        let works = (1..=6).any(|number| changed >> (number - 1) & 1 == 1);
        if works { Self(changed) } else { self }
    }

    /// «12345»: as it is kept.
    pub fn code(self) -> String {
        (1..=7).filter(|number| self.0 >> (number - 1) & 1 == 1).map(|number: u8| number.to_string()).collect()
    }

    /// From what is kept; nothing sensible is every day.
    pub fn from_code(code: &str) -> Self {
        let numbers = code.bytes().filter(|digit| (b'1'..=b'7').contains(digit));
        let days = numbers.fold(0, |days, digit| days | 1 << (digit - b'1'));
        if days == 0 { Self::ALL } else { Self(days) }
    }
}

impl ReminderSettings {
    /// When the day's message goes out.
    pub fn from(&self) -> NaiveTime {
        hour(u32::from(self.hour).max(self.quiet.hours().1))
    }

    /// When it is too late to send it on the same day: well before quiet hours.
    pub fn until(&self) -> NaiveTime {
        let before_quiet = hour(self.quiet.hours().0 - 1);
        before_quiet.max(self.from().overflowing_add_signed(chrono::TimeDelta::minutes(30)).0)
    }

    /// Whether there may be reminders on a day, given its working days.
    pub fn is_day(&self, day: NaiveDate, is_working: bool) -> bool {
        is_working && self.weekdays.contains(day.weekday())
    }

    /// Whether the day's message may go out now.
    pub fn is_open(&self, now: DateTime<Utc>, zone: Tz, is_day: IsReminderDay<'_>) -> bool {
        let local = now.with_timezone(&zone);
        is_day(local.date_naive()) && (self.from()..self.until()).contains(&local.time())
    }

    /// The next instant after `now` at which a day's message goes out; `None` in a calendar without working days.
    pub fn next_opening(&self, now: DateTime<Utc>, zone: Tz, is_day: IsReminderDay<'_>) -> Option<DateTime<Utc>> {
        let today = now.with_timezone(&zone).date_naive();
        let opening = |day| self.opening(day, zone);
        let first = next_reminder_day(today, is_day)?;
        if opening(first) > now {
            return Some(opening(first));
        }
        next_reminder_day(first.succ_opt()?, is_day).map(opening)
    }

    /// When the message of a day goes out.
    pub fn opening(&self, day: NaiveDate, zone: Tz) -> DateTime<Utc> {
        reminder_instant(day, zone, self.from())
    }

    /// When the message of a day is too late.
    pub fn closing(&self, day: NaiveDate, zone: Tz) -> DateTime<Utc> {
        reminder_instant(day, zone, self.until())
    }
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour.min(23), 0, 0).unwrap_or(NaiveTime::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reminder::tests::weekdays;
    use chrono_tz::{Asia, Europe};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn each_zone_has_its_own_morning() {
        let usual = ReminderSettings::default();
        // Tuesday, 15 September 2026, 3:00 in Moscow.
        let now = at("2026-09-15T00:00:00Z");
        assert!(usual.is_open(now, Asia::Vladivostok, &weekdays), "10:00 in Vladivostok");
        assert!(!usual.is_open(now, Europe::Kaliningrad, &weekdays), "2:00 in Kaliningrad");
        assert_eq!(usual.next_opening(now, Europe::Kaliningrad, &weekdays), Some(at("2026-09-15T07:00:00Z")));
        assert_eq!(usual.next_opening(now, Asia::Vladivostok, &weekdays), Some(at("2026-09-15T23:00:00Z")));
        // Friday evening there.
        let friday = at("2026-09-18T12:00:00Z");
        assert_eq!(usual.next_opening(friday, Asia::Vladivostok, &weekdays), Some(at("2026-09-20T23:00:00Z")));
    }

    #[test]
    fn the_morning_is_never_in_quiet_hours() {
        for quiet in QuietHours::ALL {
            for hour in HOURS {
                let settings = ReminderSettings { hour, quiet: *quiet, ..ReminderSettings::default() };
                let day = "2026-09-15".parse().unwrap();
                assert!(!quiet.contain(settings.opening(day, Europe::Moscow), Europe::Moscow), "{quiet} {hour}");
                assert!(settings.from() < settings.until(), "{quiet} {hour}");
                let last = settings.closing(day, Europe::Moscow) - chrono::TimeDelta::minutes(1);
                assert!(!quiet.contain(last, Europe::Moscow), "{quiet} {hour}");
            }
        }
    }

    #[test]
    fn days_of_the_week_are_kept_and_never_none() {
        let mut days = Weekdays::ALL;
        for day in [Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun] {
            days = days.with(day, false);
        }
        assert_eq!(days.code(), "1");
        assert_eq!(days.with(Weekday::Mon, false), days);
        assert_eq!(Weekdays::from_code(&days.code()), days);
        assert_eq!(Weekdays::from_code(""), Weekdays::ALL);
    }
}
