//! Whether a line of cells begins a row or goes on with the one above.

use super::header::Column;
use super::layout::GridLine;
use super::sections::names_signature;
use super::table::TableReader;
use crate::domain::roadmap::responsible::{is_person, responsible};
use crate::domain::roadmap::term::{Doubt, TermKind, parse};
use crate::domain::school_year::SchoolYear;

/// A longer text says what to do.
const LONGEST_POST: usize = 60;

impl TableReader {
    pub(super) fn begins_row(&self, cells: &[String], apart: bool) -> bool {
        let text = |column| self.columns.text(column, cells);
        let previous = self.draft.rows.last();
        let Some(previous) = previous else {
            return true;
        };
        let number = text(Column::Number);
        let doing = text(self.columns.activity());
        let stage = self.columns.stage().map(text).unwrap_or_default();
        if self.exact || (self.whole_rows && !apart) {
            return self.begins_exact_row(&number, &doing, cells);
        }
        if !number.trim().is_empty() {
            let again = number.trim() == previous.number.trim() && begins_small(&doing);
            return !again;
        }
        let (term, people) = (text(Column::Term), text(Column::Responsible));
        let fresh_term = is_whole_term(&term) && previous.term_is_whole();
        let fresh_people = responsible(&people).iter().any(|one| one.role.is_some()) && !previous.people_go_on();
        if doing.trim().is_empty() {
            return !stage.trim().is_empty() && !begins_small(&stage) && !self.wrapped;
        }
        if begins_small(&stage) {
            return false;
        }
        let complete = fresh_term && (fresh_people || !self.columns.has(Column::Responsible));
        if complete || (!begins_small(&doing) && (fresh_term || (fresh_people && term.trim().is_empty()))) {
            return true;
        }
        // Where each row has a number, a line without one needs more than a capital letter to be a row.
        let free = !self.columns.has(Column::Number) || self.columns.stage().is_some();
        free && !begins_small(&doing)
            && !self.wrapped
            && !super::items::begins_item(&doing)
            && term.trim().is_empty() == people.trim().is_empty()
    }

    /// In a table whose lines are rows, only the lower half of a row that a page's end cut is none.
    fn begins_exact_row(&self, number: &str, doing: &str, cells: &[String]) -> bool {
        if !number.trim().is_empty() {
            return true;
        }
        let doing_only = self.columns.text(Column::Term, cells).trim().is_empty()
            && self.columns.text(Column::Responsible, cells).trim().is_empty();
        !(doing.trim().is_empty() || (begins_small(doing) && doing_only))
    }

    /// A line that holds less than a row, or begins where no row begins.
    pub(super) fn is_torn(&self, cells: &[String]) -> bool {
        let written = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let doing = self.columns.text(self.columns.activity(), cells);
        // One text alone may be the name of a section; two without an activity are the rest of a row.
        let rest = doing.trim().is_empty() && (written > 1 || cells.first().is_some_and(|cell| cell.trim().is_empty()));
        let numberless = self.columns.has(Column::Number)
            && self.columns.stage().is_none()
            && self.columns.text(Column::Number, cells).trim().is_empty()
            && written > 1
            && !cells.iter().all(|cell| *cell == cells[0]);
        written > 0 && (rest || numberless || cells.len() < self.columns.len() || begins_small(&doing))
    }

    /// A line that plainly goes on in the middle of a sentence.
    pub(super) fn is_wrapped(&self, cells: &[String]) -> bool {
        let empty = |column| self.columns.text(column, cells).trim().is_empty();
        let small = self.columns.text(self.columns.activity(), cells);
        let goes_on = if self.columns.has(Column::Number) {
            empty(Column::Number)
        } else {
            empty(Column::Term) && empty(Column::Responsible)
        };
        goes_on && small.trim_start().starts_with(char::is_lowercase)
    }

    /// A single text below the rows of a table with all its cells: who signed, not what to do.
    pub(super) fn is_signature(&self, cells: &[String], next: Option<&GridLine>) -> bool {
        let mut written = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let (Some(text), None) = (written.next(), written.next()) else {
            return false;
        };
        let last = next.is_none_or(|next| next.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 2);
        let at_first = cells.first().is_some_and(|cell| !cell.trim().is_empty());
        let row_alone = self.bare || (self.columns.leads_with_activity() && !self.columns.has(Column::Number));
        self.rows_seen && at_first && last && (!row_alone || names_signature(text))
    }

    /// «Методист | | | Орлова Е. В.» below all rows: who signed.
    pub(super) fn is_post_and_name(&self, cells: &[String], rest: &[GridLine]) -> bool {
        let written = |cells: &[String]| cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let told = |cell: &&str| !cell.is_empty() && !cell.chars().all(|c| "_/ ".contains(c));
        let [post, name] = cells.iter().map(|cell| cell.trim()).filter(told).collect::<Vec<_>>()[..] else {
            return false;
        };
        let is_post = || responsible(post).iter().any(|one| one.role.is_some()) && post.chars().count() < LONGEST_POST;
        let below_all = || rest.iter().all(|line| written(&line.cells) < 3);
        self.rows_seen && is_person(name) && below_all() && is_post()
    }
}

/// A text that begins in the middle of a sentence.
fn begins_small(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_lowercase() || ",;.)»".contains(c))
}

/// A term that needs nothing after it.
pub(super) fn is_whole_term(text: &str) -> bool {
    let text = text.trim();
    let term = parse(text);
    let reading = term.in_year(SchoolYear(2023));
    let open = text.ends_with(['-', '–', '—', ',', '(']);
    !open
        && !matches!(reading.kind, TermKind::None)
        && term.is_read_whole()
        && reading.review != Some(Doubt::NotUnderstood)
        && reading.kind != TermKind::Other
}
