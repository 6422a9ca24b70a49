//! Months, numbers in words, days of the week.

use super::vocabulary::Word;
use chrono::Weekday;

const MONTHS: [(&str, &[&str]); 12] = [
    ("январ", &["янв", "янв"]),
    ("феврал", &["фев", "февр"]),
    ("март", &["мар", "мрт"]),
    ("апрел", &["апр", "апр"]),
    ("ма", &["май", "мая"]),
    ("июн", &["июн", "июн"]),
    ("июл", &["июл", "июл"]),
    ("август", &["авг", "авг"]),
    ("сентябр", &["сен", "сент"]),
    ("октябр", &["окт", "октяб"]),
    ("ноябр", &["ноя", "нояб"]),
    ("декабр", &["дек", "декаб"]),
];

/// The month (1–12) in any case form or usual abbreviation; «октябрьский» is not a month.
pub(super) fn month(word: &str) -> Option<u32> {
    let position = MONTHS.iter().position(|(stem, short)| {
        short.contains(&word)
            || word.strip_prefix(stem).is_some_and(|ending| match *stem {
                "март" | "август" => matches!(ending, "" | "а" | "е" | "у" | "ом" | "ь"),
                "ма" => matches!(ending, "е" | "ю" | "ем" | "и"),
                _ => matches!(ending, "ь" | "я" | "е" | "ю" | "ем"),
            })
    })?;
    u32::try_from(position + 1).ok()
}

pub(super) fn count(word: &str) -> Option<Word> {
    Some(Word::Count(match word {
        "один" | "одного" | "одна" | "одной" | "одну" | "одно" => 1,
        "два" | "две" | "двух" => 2,
        "три" | "трех" => 3,
        "четыре" | "четырех" => 4,
        "пять" | "пяти" => 5,
        "шесть" | "шести" => 6,
        "десять" | "десяти" => 10,
        _ => return None,
    }))
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "понедельник" | "понедельникам" => Weekday::Mon,
        "вторник" | "вторникам" => Weekday::Tue,
        "среда" | "среду" | "средам" => Weekday::Wed,
        "четверг" | "четвергам" => Weekday::Thu,
        "пятница" | "пятницу" | "пятницам" => Weekday::Fri,
        "суббота" | "субботу" | "субботам" => Weekday::Sat,
        _ => return None,
    })
}

pub(super) fn ordinal(word: &str) -> Option<Word> {
    let number = match word {
        "четвертый" | "четвертого" | "четвертом" | "четвертая" | "четвертой" => {
            4
        }
        _ => {
            let stem = |stem: &str| word.strip_prefix(stem).is_some_and(|rest| matches!(rest.chars().count(), 2 | 3));
            ["перв", "втор", "трет"].iter().zip(1..).find(|(known, _)| stem(known))?.1
        }
    };
    Some(Word::Ordinal(number))
}
