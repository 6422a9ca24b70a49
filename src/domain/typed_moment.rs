//! Days and times as people type them: «1 октября», «01.10.2026», «завтра 9:00», «15.10 в 14:00».

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// The months' names, January first: «1 октября», «октябрь», "October".
const MONTHS: [[&str; 3]; 12] = [
    ["января", "январь", "january"],
    ["февраля", "февраль", "february"],
    ["марта", "март", "march"],
    ["апреля", "апрель", "april"],
    ["мая", "май", "may"],
    ["июня", "июнь", "june"],
    ["июля", "июль", "july"],
    ["августа", "август", "august"],
    ["сентября", "сентябрь", "september"],
    ["октября", "октябрь", "october"],
    ["ноября", "ноябрь", "november"],
    ["декабря", "декабрь", "december"],
];
/// Letters that are enough: «окт», «сент».
const SHORTEST_MONTH: usize = 3;

/// Reads a day. Without a year it is the one nearest to `today`: in January «25 декабря» was last year.
pub fn read_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "сегодня" | "today" => return Some(today),
        "вчера" | "yesterday" => return today.pred_opt(),
        "завтра" | "tomorrow" => return today.succ_opt(),
        "послезавтра" => return today.succ_opt()?.succ_opt(),
        _ => {}
    }
    let mut parts: Vec<&str> =
        text.split(|c: char| c == '.' || c == '/' || c.is_whitespace()).filter(|part| !part.is_empty()).collect();
    // «2026 г.» and «2026 года»: the word says nothing more.
    if parts.len() > 2 {
        parts.retain(|part| !matches!(*part, "г" | "года" | "год"));
    }
    match parts.as_slice() {
        [day, month] => nearest(number(day)?, month_of(month)?, today),
        [day, month, year] => {
            let year = full_year(number(year)?)?;
            NaiveDate::from_ymd_opt(year, month_of(month)?, number(day)?)
        }
        _ => None,
    }
}

/// Reads a moment of the school's clock: a day and a time, or a time alone (the next such moment).
pub fn read_moment(text: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let text = text.trim().to_lowercase().replace(',', " ");
    let (day, time) = match text.rsplit_once(char::is_whitespace) {
        Some((day, time)) => (day.trim(), time),
        // «15.10» alone is a day as well as a time: ask rather than guess.
        None if text.contains('.') => return None,
        None => ("", text.as_str()),
    };
    let time = read_time(time)?;
    let day = day.strip_suffix(" в").unwrap_or(day);
    if day.is_empty() || day == "в" {
        let today = now.date().and_time(time);
        return Some(if today > now { today } else { today + TimeDelta::days(1) });
    }
    Some(read_day(day, now.date())?.and_time(time))
}

/// «9:00», «9.00», «9-30», «18».
fn read_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once([':', '.', '-']).unwrap_or((text, "0"));
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

/// At most four figures.
fn number(text: &str) -> Option<u32> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn month_of(text: &str) -> Option<u32> {
    if let Some(number) = number(text) {
        return (1..=12).contains(&number).then_some(number);
    }
    if text.chars().count() < SHORTEST_MONTH {
        return None;
    }
    let named = |names: &[&str; 3]| names.iter().any(|name| name.starts_with(text));
    let place = MONTHS.iter().position(named)?;
    u32::try_from(place + 1).ok()
}

/// «26» is 2026.
fn full_year(year: u32) -> Option<i32> {
    let year = if year < 100 { year + 2000 } else { year };
    (2000..2200).contains(&year).then(|| i32::try_from(year).ok()).flatten()
}

fn nearest(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|date| (*date - today).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        let today = date(2026, 10, 3);
        for typed in ["01.10.2026", "1 октября", "1.10", "01/10/26", "1 октября 2026 года", " 1  ОКТЯБРЯ "]
        {
            assert_eq!(read_day(typed, today), Some(date(2026, 10, 1)), "{typed}");
        }
        assert_eq!(read_day("вчера", today), Some(date(2026, 10, 2)));
        assert_eq!(read_day("9 мая", date(2027, 4, 1)), Some(date(2027, 5, 9)));
        assert_eq!(read_day("25 декабря", date(2027, 1, 10)), Some(date(2026, 12, 25)));
        assert_eq!(read_day("29 февраля", date(2027, 12, 1)), Some(date(2028, 2, 29)));
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for typed in ["", "завтрак", "31.02.2026", "1", "1 мартобря", "0.10", "1.13", "1.10.1026", "99999.10", "-1.10"]
        {
            assert_eq!(read_day(typed, date(2026, 10, 3)), None, "{typed}");
        }
    }

    #[test]
    fn moments_are_read_as_people_type_them() {
        let now = date(2026, 10, 14).and_hms_opt(12, 0, 0).unwrap();
        let at = |month, day, hour, minute| date(2026, month, day).and_hms_opt(hour, minute, 0);
        assert_eq!(read_moment("15.10 14:00", now), at(10, 15, 14, 0));
        assert_eq!(read_moment("15 октября в 14:30", now), at(10, 15, 14, 30));
        assert_eq!(read_moment("завтра, 9", now), at(10, 15, 9, 0));
        assert_eq!(read_moment("18:00", now), at(10, 14, 18, 0));
        assert_eq!(read_moment("в 9.30", now), at(10, 15, 9, 30));
        for typed in ["скоро", "15.10", "25:00", "завтра", "15.10 14:61"] {
            assert_eq!(read_moment(typed, now), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_the_reader(typed in ".{0,40}") {
            let _ = read_day(&typed, date(2026, 10, 3));
            let _ = read_moment(&typed, date(2026, 10, 3).and_hms_opt(12, 0, 0).unwrap());
        }
    }
}
