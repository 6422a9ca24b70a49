//! Examples in words: `tests/data/terms.tsv` holds phrases and their readings for 2023/24; here is what they must keep to.

mod noise;
mod rules;

use super::*;
use proptest::prelude::*;
use std::fmt::Write;

const YEAR: SchoolYear = SchoolYear(2023);
const EXAMPLES: &str = include_str!("../../../../../tests/data/terms.tsv");

/// A reading in one line: kind, days, rule, doubt.
fn line(reading: &Reading) -> String {
    let mut line = reading.kind.to_string();
    if reading.start.is_some() || reading.due.is_some() {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let _ = write!(line, " {}..{}", day(reading.start), day(reading.due));
    }
    if let Some(rule) = reading.recurrence {
        let _ = write!(line, " {rule}");
    }
    if let Some(doubt) = reading.review {
        let _ = write!(line, " ? {doubt}");
    }
    line
}

fn examples() -> impl Iterator<Item = (String, &'static str)> {
    let lines = EXAMPLES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    lines.map(|(phrase, expected)| (phrase.replace("\\n", "\n"), expected))
}

#[test]
fn every_example_reads_as_agreed() {
    let wrong: Vec<String> = examples()
        .map(|(phrase, expected)| (phrase.clone(), expected, line(&read(&phrase, YEAR))))
        .filter(|(_, expected, actual)| expected != actual)
        .map(|(phrase, expected, actual)| format!("{phrase}\n  expected {expected}\n  actual   {actual}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(examples().count() > 200);
}

#[test]
fn a_month_without_a_year_follows_the_school_year() {
    let days = |text, year| read(text, SchoolYear(year)).due.map(|day| day.to_string());
    assert_eq!(days("февраль", 2027), Some("2028-02-29".to_owned()));
    assert_eq!(days("февраль", 2026), Some("2027-02-28".to_owned()));
    assert_eq!(days("август", 2026), Some("2026-08-31".to_owned()));
}

#[test]
fn a_year_that_a_list_names_counts_for_what_follows() {
    let days = |text: &str| {
        let reading = read(text, SchoolYear(2024));
        let windows: Vec<String> = reading.windows.iter().map(|(_, due)| due.to_string()).collect();
        (windows.join(" "), reading.review)
    };
    assert_eq!(days("2 раза в год (декабрь 2023, май)"), ("2023-12-31 2024-05-31".to_owned(), None));
    assert_eq!(days("2 раза в год (15.12.2023, 15 мая)"), ("2023-12-15 2024-05-15".to_owned(), None));
    assert_eq!(
        days("3 раза в год (октябрь, декабрь 2023, май)"),
        ("2023-10-31 2023-12-31 2024-05-31".to_owned(), None)
    );
    assert_eq!(days("2 раза в год (декабрь, май 2024)"), ("2023-12-31 2024-05-31".to_owned(), None));
    // After May 2024 comes September 2024, but the school year of May has the one before.
    assert_eq!(days("2 раза в год (май 2024, сентябрь)"), (String::new(), Some(Doubt::YearUnclear)));
}

#[test]
fn the_years_that_a_phrase_names_are_known() {
    assert_eq!(parse("август – сентябрь 2022").named_years(), [SchoolYear(2022)]);
    assert_eq!(parse("до 01.05.2022").named_years(), [SchoolYear(2021)]);
    assert_eq!(parse("сентябрь").named_years(), []);
}

#[test]
fn deep_brackets_and_long_texts_are_survived() {
    for text in ["(".repeat(100_000), "по плану ".repeat(50_000), "до 1 ".repeat(50_000), "с весны ".repeat(50_000)]
    {
        assert_eq!(read(&text, YEAR).due, None);
    }
}

/// Words, signs and numbers of terms in any order.
fn jumble() -> impl Strategy<Value = String> {
    let words: Vec<String> = EXAMPLES.lines().flat_map(|line| line.split([' ', '\t'])).map(str::to_owned).collect();
    let piece = prop_oneof![prop::sample::select(words), "[0-9]{1,5}", "[-–.,;:/()«»]", "\\PC{0,3}",];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,60}") {
        read(&text, YEAR);
    }

    #[test]
    fn a_foreign_word_is_never_passed_over(at in 0..200usize, word in "(?:зам[кч]|щег|бурл)[а-я]{4,6}") {
        let (phrase, _) = examples().nth(at).unwrap_or_default();
        // After these the phrase goes on freely: «по плану …», «при необходимости …».
        let free = ["план", "граф", "мере", "необход", "запрос", "соглас", "факт", "период", "срок", "действ", "реализ", "программ", "этап", "совет", "рамках", "(", "порядк", "после", "через", "дней", "итог", "окончан", "за "];
        if !free.iter().any(|opener| phrase.contains(opener)) {
            prop_assert!(read(&format!("{phrase}, {word}"), YEAR).needs_review(), "{phrase}, {word}");
            prop_assert!(read(&format!("{word} {phrase}"), YEAR).needs_review(), "{word} {phrase}");
        }
    }
}
