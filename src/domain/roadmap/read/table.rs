//! Grid → rows: which lines begin a row, which go on with the one before, which are sections or nothing.

use super::Remark;
use super::cells::{clean, is_numbering, names_section};
use super::header::{Column, Columns};
use super::join::one_line;
use super::layout::{Grid, GridLine, is_number};
use super::markup::without_markup;
use super::rows::{Draft, RawRow};
use crate::domain::roadmap::responsible::responsible;
use crate::domain::roadmap::term::{Doubt, TermKind, parse};
use crate::domain::school_year::SchoolYear;

/// Interprets a grid that has a heading; without one it has no rows.
pub(super) fn interpret(grid: &Grid) -> Draft {
    let mut draft = Draft::default();
    let Some(heading) = grid.lines.iter().position(|line| Columns::of(&line.cells).is_some()) else {
        draft.remarks.push(Remark::NoRows);
        return draft;
    };
    draft.above = grid.lines[..heading].iter().map(|line| line.cells.join(" ")).collect();
    let (columns, body) = whole_heading(&grid.lines[heading..]);
    // A section's name stands above its own heading, where each section has a table of its own.
    if draft.above.last().is_some_and(|line| names_section(&without_markup(line))) {
        draft.sections.extend(draft.above.pop().map(|line| one_line(&without_markup(&line))));
    }
    draft.term_leads = columns.leads(Column::Term);
    let mut reader = TableReader { columns, draft, rows_seen: false, wrapped: false };
    reader.wrapped = body.iter().any(|line| reader.is_wrapped(&clean(line, &mut Vec::new())));
    for (at, line) in body.iter().enumerate() {
        reader.line(line, body.get(at + 1));
    }
    reader.draft
}

/// A heading may be written over several lines: they belong to it up to the first row.
fn whole_heading(lines: &[GridLine]) -> (Columns, &[GridLine]) {
    let mut cells = lines[0].cells.clone();
    let mut columns = Columns::of(&cells).unwrap_or_default();
    let mut taken = 1;
    let first_row = lines.iter().position(|line| line.cells.first().is_some_and(|cell| is_number(cell)));
    let last = first_row.filter(|_| columns.has(Column::Number)).unwrap_or(1);
    for line in &lines[1..last.max(1)] {
        let goes_on = !is_numbering(&line.cells)
            && line.cells.len() == cells.len()
            && line.cells.iter().filter(|cell| !cell.trim().is_empty()).all(|cell| cell.trim().chars().count() < 40)
            && line.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
        if !goes_on {
            break;
        }
        for (heading, more) in cells.iter_mut().zip(&line.cells) {
            heading.push(' ');
            heading.push_str(more);
        }
        let Some(better) = Columns::of(&cells) else {
            break;
        };
        columns = better;
        taken += 1;
    }
    (columns, &lines[taken..])
}

/// Reads line by line below a heading.
pub(super) struct TableReader {
    pub(super) columns: Columns,
    pub(super) draft: Draft,
    pub(super) rows_seen: bool,
    /// Some lines begin in the middle of a sentence: then a capital letter alone does not begin a row.
    pub(super) wrapped: bool,
}

impl TableReader {
    fn line(&mut self, line: &GridLine, next: Option<&GridLine>) {
        let mut cells = clean(line, &mut self.draft.remarks);
        self.part_number(&mut cells);
        let written: Vec<&String> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
        if written.is_empty() || is_numbering(&cells) {
            return;
        }
        if let Some(columns) =
            Columns::of(&cells).filter(|columns| columns.known_count() >= 3.min(self.columns.known_count()))
        {
            self.columns = columns;
            return;
        }
        if let Some(section) = self.section(line, &cells, next) {
            self.draft.sections.push(section);
            self.draft.close_stage();
            return;
        }
        if cells.len() == 1 && self.columns.len() > 1 {
            return self.lone_text(&cells[0], line.apart, next);
        }
        let row = RawRow::of(&self.columns, &cells);
        if self.begins_row(&cells) {
            self.rows_seen = true;
            self.draft.begin(row);
        } else {
            self.draft.go_on(&row);
        }
    }

    /// «1. Провести опрос» in one cell where the heading has two.
    fn part_number(&self, cells: &mut Vec<String>) {
        if !self.columns.leads(Column::Number) || cells.len() + 1 != self.columns.len() {
            return;
        }
        let parted = cells[0].trim().split_once(' ').filter(|(number, _)| is_number(number));
        if let Some((number, text)) = parted.map(|(number, text)| (number.to_owned(), text.to_owned())) {
            cells[0] = text;
            cells.insert(0, number);
        }
    }

    fn begins_row(&self, cells: &[String]) -> bool {
        let text = |column| self.columns.text(column, cells);
        let previous = self.draft.rows.last();
        let Some(previous) = previous else {
            return true;
        };
        let number = text(Column::Number);
        let doing = text(self.columns.activity());
        let stage = self.columns.stage().map(text).unwrap_or_default();
        if !number.trim().is_empty() {
            let again = number.trim() == previous.number.trim() && doing.trim().starts_with(char::is_lowercase);
            return !again;
        }
        let (term, people) = (text(Column::Term), text(Column::Responsible));
        let fresh_term = is_whole_term(&term) && previous.term_is_whole();
        let fresh_people = responsible(&people).iter().any(|one| one.role.is_some()) && !previous.people_go_on();
        let small = |text: &str| text.trim_start().starts_with(|c: char| c.is_lowercase() || ",;.)»".contains(c));
        if doing.trim().is_empty() {
            return !stage.trim().is_empty() && !small(&stage) && !self.wrapped;
        }
        if small(&stage) {
            return false;
        }
        let complete = fresh_term && (fresh_people || !self.columns.has(Column::Responsible));
        if complete || (!small(&doing) && (fresh_term || (fresh_people && term.trim().is_empty()))) {
            return true;
        }
        // Where each row has a number, a line without one needs more than a capital letter to be a row.
        let free = !self.columns.has(Column::Number) || self.columns.stage().is_some();
        free && !small(&doing)
            && !self.wrapped
            && !super::items::begins_item(&doing)
            && term.trim().is_empty() == people.trim().is_empty()
    }

    /// A line that plainly goes on in the middle of a sentence.
    fn is_wrapped(&self, cells: &[String]) -> bool {
        let empty = |column| self.columns.text(column, cells).trim().is_empty();
        let small = self.columns.text(self.columns.activity(), cells);
        let goes_on = if self.columns.has(Column::Number) {
            empty(Column::Number)
        } else {
            empty(Column::Term) && empty(Column::Responsible)
        };
        goes_on && small.trim_start().starts_with(char::is_lowercase)
    }
}

/// A term that needs nothing after it.
pub(super) fn is_whole_term(text: &str) -> bool {
    let text = text.trim();
    let reading = parse(text).in_year(SchoolYear(2023));
    let open = text.ends_with(['-', '–', '—', ',', '(']);
    !open
        && !matches!(reading.kind, TermKind::None)
        && reading.review != Some(Doubt::NotUnderstood)
        && reading.kind != TermKind::Other
}
