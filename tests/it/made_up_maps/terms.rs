//! The phrases of `tests/data/terms.tsv` with their agreed readings.

use chrono::{Days, NaiveDate};
use nastavnik::domain::dice::Dice;

/// A phrase and how it is read in 2023/24.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) text: String,
    pub(crate) kind: String,
    pub(crate) start: String,
    pub(crate) due: String,
    pub(crate) rule: String,
    pub(crate) doubtful: bool,
    /// How office documents hold it.
    pub(crate) held: Held,
}

/// What a cell of an office document holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Held {
    Text,
    /// A day in this number format.
    Day(NaiveDate, &'static str),
    /// First and last day, in two columns.
    Days(NaiveDate, NaiveDate),
    /// First and last month, in two columns.
    Months(&'static str, &'static str),
}

impl Term {
    /// An empty cell.
    pub(crate) fn none(text: &str) -> Self {
        let empty = String::new;
        Self {
            text: text.to_owned(),
            kind: "none".to_owned(),
            start: empty(),
            due: empty(),
            rule: empty(),
            doubtful: false,
            held: Held::Text,
        }
    }

    fn of_line(line: &str) -> Option<Self> {
        let (text, reading) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
        let mut words = reading.split(' ');
        let mut term = Self { kind: words.next()?.to_owned(), ..Self::none(text) };
        for word in words {
            match word.split_once("..") {
                Some((start, due)) => (term.start, term.due) = (start.to_owned(), due.to_owned()),
                None if word == "?" => term.doubtful = true,
                None if word.contains('=') => word.clone_into(&mut term.rule),
                None => {}
            }
        }
        Some(term)
    }
}

/// Every phrase that a cell of a table can hold on one line (the file writes a line break as «\n»).
pub(crate) fn all() -> Vec<Term> {
    let terms = include_str!("../../data/terms.tsv").lines().filter_map(Term::of_line);
    // «То же» and «-//-» mean the row above.
    let says = |term: &Term| term.text.contains(char::is_alphanumeric) && term.text != "то же";
    terms.filter(|term| says(term) && !term.text.contains(['|', '"', '\t', '\\'])).collect()
}

/// Mostly plain phrases, as plans have them; now and then a doubtful one.
pub(crate) fn draw(dice: &mut Dice, from: &[Term]) -> Term {
    for _ in 0..8 {
        let term = &from[dice.below(from.len())];
        if term.kind != "none" && (!term.doubtful || dice.chance(10)) {
            return term.clone();
        }
    }
    from[0].clone()
}

const MONTHS: [&str; 9] = ["сентябрь", "октябрь", "ноябрь", "декабрь", "январь", "февраль", "март", "апрель", "май"];
const ENDS: [&str; 9] = [
    "2023-09-30",
    "2023-10-31",
    "2023-11-30",
    "2023-12-31",
    "2024-01-31",
    "2024-02-29",
    "2024-03-31",
    "2024-04-30",
    "2024-05-31",
];

/// A day of the school year 2023/24 as a workbook holds it, in one of the formats that people choose.
pub(crate) fn day(dice: &mut Dice) -> Term {
    let day = some_day(dice);
    let (year, month) = (day.format("%Y").to_string(), day.format("%m").to_string());
    let at = MONTHS.iter().zip(ENDS).position(|(_, end)| end[..7] == format!("{year}-{month}")).unwrap();
    let whole = |text: String, format| Term {
        kind: "date".to_owned(),
        start: day.to_string(),
        due: day.to_string(),
        held: Held::Day(day, format),
        ..Term::none(&text)
    };
    let of_month = |text: String, format| Term {
        kind: "month".to_owned(),
        start: format!("{}-01", &ENDS[at][..7]),
        due: ENDS[at].to_owned(),
        held: Held::Day(day, format),
        ..Term::none(&text)
    };
    match dice.below(8) {
        0 => whole(day.format("%d.%m").to_string(), "d mmm"),
        1 => of_month(format!("{} {year}", MONTHS[at]), "mmmm yyyy"),
        2 => of_month(format!("{} {year}", MONTHS[at]), "[$-419]mmmm\\ yyyy;@"),
        3 => of_month(MONTHS[at].to_owned(), "mmmm"),
        4 => whole(day.format("%d.%m.%Y").to_string(), "yyyy-mm-dd"),
        5 => whole(day.format("%d.%m.%Y").to_string(), "d mmmm yyyy \"г.\""),
        _ => whole(day.format("%d.%m.%Y").to_string(), "dd.mm.yyyy"),
    }
}

/// A beginning and an end, each in a column of its own.
pub(crate) fn two_ends(dice: &mut Dice) -> Term {
    if dice.chance(30) {
        let first = dice.below(MONTHS.len() - 1);
        let last = first + 1 + dice.below(MONTHS.len() - 1 - first);
        return Term {
            kind: "month_range".to_owned(),
            start: format!("{}-01", &ENDS[first][..7]),
            due: ENDS[last].to_owned(),
            held: Held::Months(MONTHS[first], MONTHS[last]),
            ..Term::none(&format!("{} – {}", MONTHS[first], MONTHS[last]))
        };
    }
    let start = some_day(dice);
    let due = start + Days::new(1 + u64::try_from(dice.below(40)).unwrap());
    let text = format!("{} – {}", start.format("%d.%m.%Y"), due.format("%d.%m.%Y"));
    Term {
        kind: "date_range".to_owned(),
        start: start.to_string(),
        due: due.to_string(),
        held: Held::Days(start, due),
        ..Term::none(&text)
    }
}

/// A day from September to May.
fn some_day(dice: &mut Dice) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 9, 1).unwrap() + Days::new(u64::try_from(dice.below(270)).unwrap())
}
