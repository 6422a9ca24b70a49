//! The document's title and the school year it names.

use super::join::{Joiner, one_line};
use super::markup::without_markup;
use crate::domain::school_year::SchoolYear;

/// The title out of the lines above the table: from «Дорожная карта» or «План» on, without the order it is attached to.
pub(super) fn title(above: &[String], joiner: &Joiner) -> String {
    let lines: Vec<String> = above
        .iter()
        .map(|line| one_line(without_markup(line).trim_start_matches(['#', ' '])))
        .filter(|line| !line.is_empty())
        .collect();
    let named = |line: &String| {
        let lower = line.to_lowercase();
        lower.contains("дорожная карта") || lower.contains("дорожной карты") || lower.starts_with("план")
    };
    // «Об утверждении дорожной карты» heads the order that the map is attached to.
    let of_order = |line: &String| {
        let lower = line.to_lowercase();
        ["об утвержд", "о внедрен", "об организац", "утверд"].iter().any(|words| lower.starts_with(words))
    };
    let own = lines.iter().position(|line| named(line) && !of_order(line));
    let first = own.or_else(|| lines.iter().position(named)).unwrap_or(0);
    let mut title = String::new();
    let heading = |line: &&String| {
        line.starts_with('№') || line.starts_with("No") || line.to_lowercase().starts_with("содержание")
    };
    for line in lines.iter().skip(first).take(8).take_while(|line| !heading(line)) {
        joiner.add(&mut title, line);
    }
    title
}

/// «На 2023–2024 учебный год»: the school year that a title names, if it is one.
pub(super) fn school_year(title: &str) -> Option<SchoolYear> {
    let lower = title.to_lowercase();
    if !(lower.contains("учебн") || lower.contains("уч.")) {
        return None;
    }
    let numbers = numbers(&lower);
    let named = numbers.windows(2).filter_map(|pair| {
        let (first, second) = (pair[0].year().filter(|_| pair[0].is_joined(&pair[1], &lower))?, pair[1].value?);
        let follows = (pair[1].digits() == 4 && second == first + 1)
            || (pair[1].digits() == 2 && second == (first + 1).rem_euclid(100));
        (follows && !pair[1].is_taken).then_some(SchoolYear(first))
    });
    let mut named: Vec<SchoolYear> = named.collect();
    named.dedup();
    <[SchoolYear; 1]>::try_from(named).ok().map(|[year]| year)
}

/// «На 2023–2025 годы»: the first and the last calendar year that a title names.
pub(super) fn calendar_years(title: &str) -> Option<(i32, i32)> {
    let years: Vec<i32> = numbers(title).iter().filter_map(Digits::year).collect();
    let (first, last) = (years.first()?, years.last()?);
    (first < last).then_some((*first, *last))
}

/// A run of digits in a title.
struct Digits {
    from: usize,
    to: usize,
    value: Option<i32>,
    /// A part of a date («29.05.2023») or the number of an order («№ 24»).
    is_taken: bool,
}

impl Digits {
    fn digits(&self) -> usize {
        self.to - self.from
    }

    fn year(&self) -> Option<i32> {
        self.value.filter(|year| self.digits() == 4 && !self.is_taken && (1990..=2100).contains(year))
    }

    /// Only a dash or a stroke stands between the two years of a school year.
    fn is_joined(&self, next: &Self, title: &str) -> bool {
        let between = title[self.to..next.from].trim();
        between.chars().count() == 1 && between.contains(['-', '‑', '–', '—', '−', '/'])
    }
}

fn numbers(title: &str) -> Vec<Digits> {
    let mut found: Vec<Digits> = Vec::new();
    let mut at = 0;
    while let Some(from) = title[at..].find(|c: char| c.is_ascii_digit()).map(|offset| at + offset) {
        let to = title[from..].find(|c: char| !c.is_ascii_digit()).map_or(title.len(), |length| from + length);
        let (before, after) = (&title[..from], &title[to..]);
        let digit = |c: char| c.is_ascii_digit();
        let numbered = before.trim_end().ends_with(['№', '#', 'N', 'n']);
        let dated = before.strip_suffix('.').is_some_and(|before| before.ends_with(digit))
            || after.strip_prefix('.').is_some_and(|after| after.starts_with(digit));
        // «№ 12/2023», «29.05.2023-24»: what hangs on such a number belongs to it.
        let hangs = before.ends_with(['/', '-', '–'])
            && found.last().is_some_and(|last| last.is_taken && title[last.to..from].chars().count() == 1);
        let is_taken = numbered || dated || hangs;
        found.push(Digits { from, to, value: title[from..to].parse().ok(), is_taken });
        at = to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_numbers_of_orders_are_no_school_years() {
        let year = |title: &str| school_year(title).map(|year| year.0);
        let order = "Приложение к приказу от 29.05.2023 № 24. План на 2024–2025 учебный год";
        assert_eq!(year(order), Some(2024));
        assert_eq!(year("приказ от 29.05.2023-24 на 2024/2025 учебный год"), Some(2024));
        assert_eq!(year("приказ № 2022/23, на 2024 - 25 уч. год"), Some(2024));
        assert_eq!(year("приказ от 01.09.2023 г. 24 человека, учебный план"), None);
        assert_eq!(year("План на 2024–2025 учебный год."), Some(2024));
        assert_eq!(year("Карта на 2024—25 учебный год"), Some(2024));
        assert_eq!(year("на 2023–2024 и 2024–2025 учебные годы"), None, "which of the two?");
        assert_eq!(year("на 2024–2025 годы"), None);
    }

    #[test]
    fn dates_and_numbers_of_orders_are_no_calendar_years() {
        assert_eq!(calendar_years("Приказ от 29.05.2021 № 2020. План на 2024–2026 годы"), Some((2024, 2026)));
        assert_eq!(calendar_years("Приказ от 29.05.2023. План на 2025 год"), None);
    }
}
