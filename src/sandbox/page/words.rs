//! Dates in Russian words, for the page only.

use chrono::{DateTime, Datelike, TimeZone};

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const DAYS: [&str; 7] = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];

/// «вторник, 1 сентября 2026 года, 09:00».
pub(super) fn moment<Z: TimeZone>(at: &DateTime<Z>) -> String {
    let weekday = DAYS[at.weekday().num_days_from_monday() as usize];
    format!("{weekday}, {} {} года, {}", day(at), at.year(), time(at))
}

/// «1 сентября».
pub(super) fn day<Z: TimeZone>(at: &DateTime<Z>) -> String {
    format!("{} {}", at.day(), MONTHS[at.month0() as usize])
}

/// «09:00».
pub(super) fn time<Z: TimeZone>(at: &DateTime<Z>) -> String {
    let at = at.naive_local().time();
    at.format("%H:%M").to_string()
}
