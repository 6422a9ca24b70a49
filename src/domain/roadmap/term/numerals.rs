//! Months, numbers in words, days of the week.

use super::vocabulary::Word;
use chrono::Weekday;

const MONTHS: [(&str, &[&str]); 12] = [
    ("январ", &["янв", "январ"]),
    ("феврал", &["фев", "февр"]),
    ("март", &["мар", "мрт"]),
    ("апрел", &["апр", "апрел"]),
    ("ма", &["май", "мая"]),
    ("июн", &["июн", "июнь"]),
    ("июл", &["июл", "июль"]),
    ("август", &["авг", "авгус"]),
    ("сентябр", &["сен", "сент", "сентяб"]),
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
        "один" | "одного" | "одна" | "одной" | "одну" | "одно" | "одному" => 1,
        "два" | "две" | "двух" => 2,
        "три" | "трех" => 3,
        "четыре" | "четырех" => 4,
        "пять" | "пяти" => 5,
        "шесть" | "шести" => 6,
        "семь" | "семи" => 7,
        "восемь" | "восьми" => 8,
        "девять" | "девяти" => 9,
        "десять" | "десяти" => 10,
        "двенадцать" | "двенадцати" => 12,
        "пятнадцать" | "пятнадцати" => 15,
        "двадцать" | "двадцати" => 20,
        "тридцать" | "тридцати" => 30,
        _ => return None,
    }))
}

/// The day of the week in its usual forms and abbreviations.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "понедельник" | "понедельника" | "понедельнику" | "понедельникам" | "пн" => {
            Weekday::Mon
        }
        "вторник" | "вторника" | "вторнику" | "вторникам" | "вт" => Weekday::Tue,
        "среда" | "среду" | "среды" | "среде" | "средам" | "ср" => Weekday::Wed,
        "четверг" | "четверга" | "четвергу" | "четвергам" | "чт" => Weekday::Thu,
        "пятница" | "пятницу" | "пятницы" | "пятнице" | "пятницам" | "пт" => {
            Weekday::Fri
        }
        "суббота" | "субботу" | "субботы" | "субботе" | "субботам" | "сб" => {
            Weekday::Sat
        }
        "воскресенье" | "воскресенья" | "воскресеньям" => Weekday::Sun,
        _ => return None,
    })
}

/// The stems of ordinal numbers, in order from the first to the twentieth, then the thirtieth.
const ORDINALS: [(&str, u32); 21] = [
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
];

/// «Первого», «третье», «двадцатое»; «первые» (how many?), «четверть» and «пяти» are other words.
pub(super) fn ordinal(word: &str) -> Option<Word> {
    ORDINALS.iter().find_map(|(stem, number)| match word.strip_prefix(stem)? {
        "ое" | "ого" | "ому" | "ым" | "ье" | "ьего" | "ьему" | "ьим" => {
            Some(Word::DayOrdinal(*number))
        }
        "ый" | "ой" | "ий" | "ом" | "ая" | "ую" | "ья" | "ью" | "ьей" | "ьем" => {
            Some(Word::Ordinal(*number))
        }
        _ => None,
    })
}
