//! The numbers of rows and stages.

use super::join::{Joiner, one_line};
use super::limits;
use super::rows::{Lines, RawRow, flat};

/// Rows under a numbered stage are «2.1», «2.2»; other numbers stay as written.
pub(super) fn numbers(rows: &[RawRow], staged: bool) -> Vec<String> {
    let bare = |row: &RawRow| row.number.trim_end_matches(['.', ')', ' ']).trim_start_matches(['№', ' ']).to_owned();
    let stages_numbered =
        staged && rows.iter().any(|row| row.number.is_empty()) && rows.iter().any(|row| !row.number.is_empty());
    if !stages_numbered {
        return rows.iter().map(bare).collect();
    }
    let (mut stage, mut nth) = (String::new(), 0);
    rows.iter()
        .map(|row| {
            nth = if row.number.is_empty() { nth + 1 } else { 1 };
            if !row.number.is_empty() {
                stage = limits::number(bare(row));
            }
            if stage.is_empty() { String::new() } else { format!("{stage}.{nth}") }
        })
        .collect()
}

/// Counts stages and sections as they come.
#[derive(Default)]
pub(super) struct Stages {
    count: usize,
    last: Option<(Option<usize>, Lines)>,
}

impl Stages {
    /// The ordinal and the title of a row's stage.
    pub(super) fn place(&mut self, row: &RawRow, sections: &[String], joiner: &Joiner) -> (usize, String) {
        let section = row.section.and_then(|at| sections.get(at));
        if row.stage.is_empty() && section.is_none() {
            return (0, String::new());
        }
        let here = (row.section, row.stage.clone());
        if row.opens_stage || self.last.as_ref() != Some(&here) {
            self.count += 1;
            self.last = Some(here);
        }
        let text = if row.stage.is_empty() {
            one_line(section.map_or("", String::as_str))
        } else {
            one_line(&joiner.unglued(&flat(&row.stage, joiner)))
        };
        (self.count, limits::name(without_number(&text).to_owned()))
    }
}

/// A stage's title without a number that slipped into it: «1) Отбор» → «Отбор».
fn without_number(text: &str) -> &str {
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(0);
    let rest = &text[digits..];
    let cut = rest.strip_prefix(')').or_else(|| text[..digits].ends_with('.').then_some(rest)).filter(|_| digits > 0);
    cut.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(text)
}
