//! Repetition, written as an RFC 5545 rule.

use chrono::Weekday;
use std::fmt;

/// The unit in which a repetition counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// How often an activity repeats. `Display` gives the rule: `FREQ=MONTHLY;INTERVAL=3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recurrence {
    pub frequency: Frequency,
    /// Every so many units: 3 months for a quarter.
    pub interval: u32,
    /// Times within one period, where no days are named: `X-TIMES`. One is not written.
    pub times: u32,
    /// Day of the month by which it is due; −1 is the last one.
    pub month_day: Option<i32>,
    /// Day of the week, and which of the month (0: each, −1: the last).
    pub weekday: Option<(i32, Weekday)>,
    /// Named months as bits 1–12.
    pub months: u16,
}

impl Recurrence {
    pub(super) const YEARLY: Self = Self::every(Frequency::Yearly, 1);
    pub(super) const MONTHLY: Self = Self::every(Frequency::Monthly, 1);
    pub(super) const QUARTERLY: Self = Self::every(Frequency::Monthly, 3);
    pub(super) const HALF_YEARLY: Self = Self::every(Frequency::Monthly, 6);
    pub(super) const WEEKLY: Self = Self::every(Frequency::Weekly, 1);
    pub(super) const DAILY: Self = Self::every(Frequency::Daily, 1);

    pub(super) const fn every(frequency: Frequency, interval: u32) -> Self {
        Self { frequency, interval, times: 1, month_day: None, weekday: None, months: 0 }
    }

    pub(super) const fn times(self, times: u32) -> Self {
        Self { times, ..self }
    }

    /// How many times a year the rule asks for, where it counts; «ежегодно» and «ежемесячно» do not.
    pub(super) fn times_a_year(self) -> Option<u32> {
        match (self.frequency, self.interval) {
            (Frequency::Yearly, _) => Some(self.times).filter(|times| *times > 1),
            (Frequency::Monthly, 6) => Some(self.times * 2),
            (Frequency::Monthly, 3) => Some(self.times * 4),
            _ => None,
        }
    }

    pub(super) fn is_as_often_as(self, other: Self) -> bool {
        self.times_a_year().is_some_and(|times| other.times_a_year() == Some(times))
    }

    /// «Раз в 2 недели» beside «по пятницам»: the interval of this rule with the day of the week of the other.
    pub(super) fn with_days_of(self, other: Self) -> Option<Self> {
        let only_says_the_day = other.interval == 1 && other.times == 1 && other.weekday.is_some();
        (self.frequency == Frequency::Weekly
            && other.frequency == Frequency::Weekly
            && self.weekday.is_none()
            && only_says_the_day)
            .then_some(Self { weekday: other.weekday, ..self })
    }

    /// Once a year and no more said.
    pub fn is_plain_yearly(&self) -> bool {
        self.frequency == Frequency::Yearly && self.interval == 1 && self.times == 1 && self.months == 0
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.frequency {
            Frequency::Daily => "FREQ=DAILY",
            Frequency::Weekly => "FREQ=WEEKLY",
            Frequency::Monthly => "FREQ=MONTHLY",
            Frequency::Yearly => "FREQ=YEARLY",
        })?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        if self.months != 0 {
            let listed: Vec<_> = (1..=12).filter(|m| self.months >> m & 1 == 1).map(|m| m.to_string()).collect();
            write!(f, ";BYMONTH={}", listed.join(","))?;
        }
        if let Some(day) = self.month_day {
            write!(f, ";BYMONTHDAY={day}")?;
        }
        if let Some((nth, weekday)) = self.weekday {
            f.write_str(";BYDAY=")?;
            if nth != 0 {
                write!(f, "{nth}")?;
            }
            f.write_str(&weekday.to_string()[..2].to_uppercase())?;
        }
        if self.times > 1 && self.months == 0 {
            write!(f, ";X-TIMES={}", self.times)?;
        }
        Ok(())
    }
}
