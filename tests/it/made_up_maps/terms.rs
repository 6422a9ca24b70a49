//! The phrases of `tests/data/terms.tsv` with their agreed readings.

use super::dice::Dice;

/// A phrase and how it is read in 2023/24.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) text: String,
    pub(crate) kind: String,
    pub(crate) start: String,
    pub(crate) due: String,
    pub(crate) rule: String,
    pub(crate) doubtful: bool,
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
    // «То же» means the row above.
    terms.filter(|term| !term.text.contains(['|', '"', '\t', '\\']) && term.text != "то же").collect()
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
