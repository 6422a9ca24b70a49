//! Days off and worked days as people type them: «Выходной 3 ноября», «Рабочая суббота 1 ноября», «перенос с субботы
//! 1 ноября на понедельник 3 ноября». One to a line.

use super::{WorkingDays, public};
use crate::domain::school_year::SchoolYear;
use crate::domain::typed_moment::read_day;
use chrono::{Datelike, NaiveDate, Weekday};

coded_enum! {
    /// What the organisation says of one day.
    pub enum DayKind {
        Off = "off",
        Worked = "worked",
    }
}

/// Why a line was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayProblem {
    /// No day, or no word on whether it is worked.
    NotUnderstood(String),
    /// «Суббота 1 ноября», but that day is another day of the week.
    OtherWeekday(NaiveDate),
}

/// The days of the week as words begin, Monday first.
const WEEKDAYS: [&str; 7] = ["понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"];
/// The longest stretch of days that one line may mean.
const LONGEST: i64 = 31;
/// Two days far apart: what is read the same for both names its year itself.
const FAR_APART: [(i32, u32, u32); 2] = [(2003, 6, 15), (2050, 6, 15)];

/// A day of a school year: without a year it is the one in which its month lies there.
pub fn day_in(text: &str, year: SchoolYear) -> Option<NaiveDate> {
    // «Завтра» is no answer to «с какого числа».
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let [past, future] = FAR_APART.map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).and_then(|at| read_day(text, at)));
    let (past, future) = (past?, future?);
    if past == future {
        return Some(past);
    }
    // A leap day reads as two different years, neither of which has to be leap here.
    NaiveDate::from_ymd_opt(year.year_of_month(past.month()), past.month(), past.day())
}

/// Reads the lines; all of them or none. Days without a year belong to the school year.
pub fn read_days(
    text: &str,
    year: SchoolYear,
    calendar: &WorkingDays,
) -> Result<Vec<(NaiveDate, DayKind)>, DayProblem> {
    let lines = text.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
    let mut days = Vec::new();
    for line in lines {
        let folded = line.to_lowercase().replace('ё', "е");
        let read = transfer(&folded, year, calendar).or_else(|| said(&folded, year));
        days.extend(read.ok_or_else(|| DayProblem::NotUnderstood(line.to_owned()))??);
    }
    if days.is_empty() { Err(DayProblem::NotUnderstood(text.trim().to_owned())) } else { Ok(days) }
}

type Read = Option<Result<Vec<(NaiveDate, DayKind)>, DayProblem>>;

/// «(Перенос выходного) с субботы 1 ноября на понедельник 3 ноября».
fn transfer(line: &str, year: SchoolYear, calendar: &WorkingDays) -> Read {
    if line.split_whitespace().any(denies) {
        return None;
    }
    let (before, to) = line.split_once(" на ")?;
    let before = format!(" {before}");
    let (_, from) = before.rsplit_once(" с ")?;
    let days = (one_day(from, year)?, one_day(to, year)?);
    let (from, to) = match days {
        (Ok(from), Ok(to)) => (from, to),
        (Err(problem), _) | (_, Err(problem)) => return Some(Err(problem)),
    };
    // Nothing is taken from a day that is worked anyway: such a transfer is not theirs.
    if !public::is_weekend(calendar.week(), from) {
        return None;
    }
    let mut days = vec![(to, DayKind::Off)];
    if !calendar.public().is_holiday(from) {
        days.push((from, DayKind::Worked));
    }
    Some(Ok(days))
}

/// «Выходной 3 ноября», «выходные 3 и 4 мая», «не работаем с 29 по 31 декабря», «рабочая суббота 1 ноября».
fn said(line: &str, year: SchoolYear) -> Read {
    let kind = kind(line)?;
    let rest = without_words(line);
    if let Some(span) = super::vacation::read_span(&rest, year).or_else(|| short_span(&rest, year)) {
        let days = (1 <= span.days() && span.days() <= LONGEST)
            .then(|| span.first.iter_days().take_while(|day| *day <= span.last).map(|day| (day, kind)).collect());
        return days.map(Ok);
    }
    let listed = listed(&rest);
    let mut days = Vec::new();
    for text in listed {
        match one_day(&text, year)? {
            Ok(day) => days.push((day, kind)),
            Err(problem) => return Some(Err(problem)),
        }
    }
    (!days.is_empty()).then_some(Ok(days))
}

/// What the words say of the day; `None` where they say nothing, both, or that it is no day off: «не выходной».
fn kind(line: &str) -> Option<DayKind> {
    let mut said = None;
    let mut denied = false;
    for word in line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
        let kind = match (begins(&["выходн", "нерабоч", "праздн", "отдых"]), begins(&["рабоч", "работа"]))
        {
            (true, _) if denied => return None,
            (true, _) => Some(DayKind::Off),
            (_, true) if denied => Some(DayKind::Off),
            (_, true) => Some(DayKind::Worked),
            _ => None,
        };
        if kind.is_some() && said.is_some_and(|said| Some(said) != kind) {
            return None;
        }
        said = said.or(kind);
        denied = denies(word);
    }
    said
}

fn denies(word: &str) -> bool {
    matches!(word, "не" | "нет" | "ни" | "без")
}

/// The words that say what kind of day it is are left out; the dates and the days of the week stay.
fn without_words(line: &str) -> String {
    let known = ["выходн", "нерабоч", "праздн", "рабоч", "работ", "отдых", "день", "дни", "дня", "не", "будет", "это"];
    let joins = |word: &str| matches!(word, "в" | "во");
    let says_kind = |word: &&str| known.iter().any(|known| word.starts_with(known));
    let words = line.split_whitespace().filter(|word| !says_kind(word) && !joins(word));
    words.collect::<Vec<_>>().join(" ").trim_matches([':', '-', '–', '—', ',', '.', ' ']).to_owned()
}

/// «С 29 по 31 декабря»: the month is said once.
fn short_span(rest: &str, year: SchoolYear) -> Option<super::Span> {
    let rest = rest.strip_prefix("с ").unwrap_or(rest);
    let (first, last) = [" по ", "–", "—", "-"].iter().find_map(|between| rest.split_once(between))?;
    let month = last.trim().split_once(' ').map(|(_, month)| month)?;
    let first = day_in(&format!("{} {month}", first.trim()), year)?;
    Some(super::Span { first, last: day_in(last, year)? })
}

/// «3 и 4 мая» as «3 мая», «4 мая».
fn listed(rest: &str) -> Vec<String> {
    let parts: Vec<&str> = rest.split([',']).flat_map(|part| part.split(" и ")).map(str::trim).collect();
    let month = parts.last().and_then(|last| last.split_once(' ')).map(|(_, month)| month.to_owned());
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let full = |part: &&str| match &month {
        Some(month) if is_number(part) => format!("{part} {month}"),
        _ => (*part).to_owned(),
    };
    parts.iter().filter(|part| !part.is_empty()).map(full).collect()
}

/// One day, perhaps with its day of the week, which then has to be right.
fn one_day(text: &str, year: SchoolYear) -> Option<Result<NaiveDate, DayProblem>> {
    let weekday_of = |word: &str| WEEKDAYS.iter().position(|start| word.starts_with(start));
    let said = text.split(|c: char| !c.is_alphabetic()).find_map(weekday_of);
    let bare: Vec<&str> =
        text.split([' ', ',']).filter(|word| !word.is_empty() && weekday_of(word).is_none()).collect();
    let day = day_in(&bare.join(" "), year)?;
    let number = u8::try_from(said.unwrap_or(usize::MAX)).ok().and_then(|number| Weekday::try_from(number).ok());
    Some(match number {
        Some(weekday) if weekday != day.weekday() => Err(DayProblem::OtherWeekday(day)),
        _ => Ok(day),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{SchoolWeek, russia};
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Vec<String>, DayProblem> {
        let days = read_days(text, SchoolYear(2025), russia())?;
        Ok(days.iter().map(|(day, kind)| format!("{day} {kind}")).collect())
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        assert_eq!(read("Выходной 3 ноября").unwrap(), ["2025-11-03 off"]);
        assert_eq!(read("Рабочая суббота 1 ноября").unwrap(), ["2025-11-01 worked"]);
        assert_eq!(read("3 ноября — выходной").unwrap(), ["2025-11-03 off"]);
        assert_eq!(read("выходной в понедельник 3 ноября").unwrap(), ["2025-11-03 off"]);
        assert_eq!(read("нерабочий день: 08.05.2026").unwrap(), ["2026-05-08 off"]);
        assert_eq!(read("выходные 4 и 5 мая").unwrap(), ["2026-05-04 off", "2026-05-05 off"]);
        assert_eq!(
            read("не работаем с 29 по 31 декабря").unwrap(),
            ["2025-12-29 off", "2025-12-30 off", "2025-12-31 off"]
        );
        let two = "Выходной 3 ноября\nРабочая суббота 1 ноября";
        assert_eq!(read(two).unwrap(), ["2025-11-03 off", "2025-11-01 worked"]);
    }

    #[test]
    fn a_transfer_is_read_as_the_decree_writes_it() {
        let decree = "с субботы 1 ноября на понедельник 3 ноября";
        assert_eq!(read(decree).unwrap(), ["2025-11-03 off", "2025-11-01 worked"]);
        let january = "перенос с субботы 3 января на пятницу 9 января";
        assert_eq!(read(january).unwrap(), ["2026-01-09 off"], "a holiday is not worked");
        let six = russia().clone().with_week(SchoolWeek::SixDays);
        assert!(read_days(decree, SchoolYear(2025), &six).is_err(), "they work on Saturdays anyway");
    }

    #[test]
    fn a_day_that_is_said_to_be_both_or_denied_is_asked() {
        for typed in [
            "1 ноября не выходной",
            "1 ноября рабочий, не выходной",
            "1 ноября рабочий, а не выходной",
            "1 ноября — нет выходного",
            "рабочий день 1 ноября без праздника",
            "рабочий праздничный день 1 ноября",
            "не переносим выходной с субботы 1 ноября на понедельник 3 ноября",
            "выходной с 5 по 4 ноября",
            "рабочие дни 5–4 ноября",
        ] {
            assert!(matches!(read(typed), Err(DayProblem::NotUnderstood(_))), "{typed}: {:?}", read(typed));
        }
        for typed in ["3 ноября не рабочий день", "3 ноября не работаем", "3 ноября выходной, не работаем"]
        {
            assert_eq!(read(typed).unwrap(), ["2025-11-03 off"], "{typed}");
        }
        assert_eq!(read("1 ноября работаем").unwrap(), ["2025-11-01 worked"]);
        assert_eq!(read("выходной с 4 по 4 ноября").unwrap(), ["2025-11-04 off"]);
    }

    #[test]
    fn what_does_not_fit_is_asked_and_not_guessed() {
        assert!(matches!(read("суббота 3 ноября выходной"), Err(DayProblem::OtherWeekday(_))));
        for typed in ["3 ноября", "выходной", "выходной завтра", "выходной 31 сентября", "", "рабочая суббота"]
        {
            assert!(matches!(read(typed), Err(DayProblem::NotUnderstood(_))), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_the_reader(typed in "[а-я0-9 .,–\n]{0,60}") {
            let _ = read(&typed);
            let _ = super::super::vacation::read_span(&typed, SchoolYear(2025));
        }
    }
}
