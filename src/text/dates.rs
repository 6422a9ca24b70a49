//! Dates in words, in the organisation's zone.

use super::Locale;
use crate::label;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;

/// «15 сентября», with the year where it is not the year of `today`.
pub fn day(locale: Locale, date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { day_month(locale, date) } else { full(locale, date) }
}

/// «15 сентября».
pub fn day_month(locale: Locale, date: NaiveDate) -> String {
    label!(locale, "date-day-month", day = date.day().to_string(), month = month_of(locale, date.month()))
}

/// «15 сентября 2026 года».
pub fn full(locale: Locale, date: NaiveDate) -> String {
    let month = month_of(locale, date.month());
    label!(locale, "date-full", day = date.day().to_string(), month = month, year = date.year().to_string())
}

/// «в пятницу, 15 сентября».
pub fn on_weekday(locale: Locale, date: NaiveDate, today: NaiveDate) -> String {
    let weekday = label(locale, "weekday-on", date.weekday().num_days_from_monday() + 1);
    format!("{weekday}, {}", day(locale, date, today))
}

/// «15.09.2026»: for tables.
pub fn short(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// «15 сентября, 9:00» in a zone.
pub fn moment(locale: Locale, instant: DateTime<Utc>, zone: Tz, today: NaiveDate) -> String {
    let local = instant.with_timezone(&zone);
    format!("{}, {}", day(locale, local.date_naive(), today), local.format("%-H:%M"))
}

/// «сентября» of 9.
pub fn month_of(locale: Locale, month: u32) -> String {
    label(locale, "month-of", month)
}

/// «сентябрь» of 9.
pub fn month_name(locale: Locale, month: u32) -> String {
    label(locale, "month-name", month)
}

fn label(locale: Locale, prefix: &str, number: u32) -> String {
    super::label(locale, &format!("{prefix}-{number}"), &[])
}
