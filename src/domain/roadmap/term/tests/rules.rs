//! What holds for every reading, whatever the text.

use super::*;
use chrono::Months;

#[test]
fn the_examples_keep_the_rules() {
    for (phrase, _) in examples() {
        let reading = read(&phrase, YEAR);
        assert!(reading.is_sound(), "{phrase}: {reading:?}");
    }
}

/// Without a year in the text, the next school year moves every day by a year.
#[test]
fn days_without_a_year_move_with_the_school_year() {
    let named = |phrase: &str| phrase.chars().any(|c| c.is_ascii_digit()) && !parse(phrase).named_years().is_empty();
    // The days of a week and the end of February move otherwise.
    let moves_otherwise = ["недел", "пятниц", "суббот", "понедельник", "вторник", "евр", "зим", "29"];
    let mut moved = 0;
    for (phrase, _) in examples() {
        let has_year = named(&phrase) || ["20", "2О", "2о", "23", "24"].iter().any(|digits| phrase.contains(digits));
        if has_year || moves_otherwise.iter().any(|word| phrase.to_lowercase().contains(word)) {
            continue;
        }
        let (this, next) = (read(&phrase, YEAR), read(&phrase, SchoolYear(YEAR.0 + 1)));
        let later = |day: Option<NaiveDate>| day.and_then(|day| day.checked_add_months(Months::new(12)));
        assert_eq!((later(this.start), later(this.due)), (next.start, next.due), "{phrase}");
        assert_eq!((this.kind, this.recurrence, this.review), (next.kind, next.recurrence, next.review), "{phrase}");
        moved += usize::from(this.due.is_some());
    }
    assert!(moved > 200, "{moved}");
}

/// A cell of megabytes is cut before it is taken apart, and never understood.
#[test]
fn an_endless_cell_is_cut() {
    for piece in ["май ", "до 1 ", "(", "по плану ", "сентябрь, ", "втечениевтечение", "_", "\u{301}"]
    {
        let text = piece.repeat(10_000_000 / piece.len());
        let reading = read(&text, YEAR);
        assert!(reading.due.is_none() && reading.needs_review(), "{piece}: {reading:?}");
        assert!(token::tokens(&text[..0]).is_empty());
    }
}

proptest! {
    #[test]
    fn every_reading_keeps_the_rules(text in jumble()) {
        let reading = read(&text, YEAR);
        prop_assert!(reading.is_sound(), "{text}: {reading:?}");
    }

    #[test]
    fn any_signs_are_read(text in any::<String>()) {
        prop_assert!(read(&text, YEAR).is_sound());
    }
}
