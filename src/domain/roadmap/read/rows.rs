//! Rows as they are gathered line by line.

use super::Remark;
use super::header::{Column, Columns};
use super::items::begins_item;
use super::join::{Joiner, one_line};
use super::layout::is_number;
use super::limits;
use super::row_start::is_whole_term;

/// One cell: its lines as they came.
pub(super) type Lines = Vec<String>;

/// A row before its lines are joined.
#[derive(Debug, Clone, Default)]
pub(super) struct RawRow {
    pub(super) number: String,
    pub(super) stage: Lines,
    pub(super) activity: Lines,
    /// The contents beside a named activity.
    pub(super) details: Lines,
    pub(super) term: Lines,
    pub(super) responsible: Lines,
    pub(super) result: Lines,
    /// The section above the row, counted in `Draft::sections`.
    pub(super) section: Option<usize>,
    /// Begins a stage: its number or name is written in this row.
    pub(super) opens_stage: bool,
    pub(super) continued: bool,
}

/// What was gathered from a document.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent findings about one table, each asked for alone")]
pub(super) struct Draft {
    /// Lines above the table.
    pub(super) above: Vec<String>,
    pub(super) rows: Vec<RawRow>,
    pub(super) sections: Vec<String>,
    pub(super) remarks: Vec<Remark>,
    /// The table has a column of stages, and rows below one stage leave it empty.
    pub(super) staged: bool,
    /// Terms stand before the activities: one may cover several rows.
    pub(super) term_leads: bool,
    /// Terms are the first thing in a row, as in plans by months.
    pub(super) term_first: bool,
    pub(super) stage_closed: bool,
}

impl RawRow {
    pub(super) fn of(columns: &Columns, cells: &[String]) -> Self {
        let lines = |column: Column| -> Lines {
            columns.text(column, cells).split('\n').map(str::to_owned).filter(|line| !line.trim().is_empty()).collect()
        };
        let mut row = Self {
            number: columns.text(Column::Number, cells).trim().to_owned(),
            stage: columns.stage().map(lines).unwrap_or_default(),
            activity: lines(columns.activity()),
            details: columns.details().map(lines).unwrap_or_default(),
            term: lines(Column::Term),
            responsible: lines(Column::Responsible),
            result: lines(Column::Result),
            section: None,
            opens_stage: false,
            continued: false,
        };
        row.opens_stage = !row.stage.is_empty();
        row
    }

    pub(super) fn term_is_whole(&self) -> bool {
        self.term.is_empty() || is_whole_term(&self.term.join(" "))
    }

    /// The list of people ends with a comma: more of them follow.
    pub(super) fn people_go_on(&self) -> bool {
        self.responsible.last().is_some_and(|line| line.trim_end().ends_with([',', '-']))
    }

    /// No cell ends in the middle of a sentence or a list.
    pub(super) fn ends_whole(&self) -> bool {
        let cells = [&self.activity, &self.details, &self.term, &self.responsible, &self.result];
        !cells
            .into_iter()
            .filter_map(|cell| cell.last())
            // A dash alone stands for nothing, and nothing follows it.
            .filter(|line| line.contains(char::is_alphanumeric))
            .any(|line| line.trim_end().ends_with([',', '-', '–', '(', '«', ':']))
    }

    fn append(&mut self, more: &Self) {
        self.stage.extend_from_slice(&more.stage);
        self.activity.extend_from_slice(&more.activity);
        self.details.extend_from_slice(&more.details);
        self.term.extend_from_slice(&more.term);
        self.responsible.extend_from_slice(&more.responsible);
        self.result.extend_from_slice(&more.result);
        self.continued = true;
    }

    /// The cell of the last column, or the last that holds something.
    fn last_cell(&mut self, columns: &Columns) -> &mut Lines {
        let order = [Column::Result, Column::Responsible, Column::Term];
        let by_place = columns.last().filter(|last| *last == columns.activity() || order.contains(last));
        let by_place = by_place.filter(|last| !self.cell(*last).is_empty());
        let last = order.into_iter().find(|column| columns.has(*column) && !self.cell(*column).is_empty());
        match by_place.or(last) {
            Some(column) => self.cell(column),
            None if !self.details.is_empty() => &mut self.details,
            None => &mut self.activity,
        }
    }

    fn cell(&mut self, column: Column) -> &mut Lines {
        match column {
            Column::Result => &mut self.result,
            Column::Responsible => &mut self.responsible,
            Column::Term => &mut self.term,
            _ => &mut self.activity,
        }
    }
}

impl Draft {
    pub(super) fn begin(&mut self, mut row: RawRow) {
        row.section = self.sections.len().checked_sub(1);
        self.staged |= row.opens_stage;
        if row.stage.is_empty() && !self.stage_closed {
            let above = self.rows.last().map(|last| &last.stage).filter(|stage| limits::may_repeat(stage));
            row.stage = above.cloned().unwrap_or_default();
        }
        self.stage_closed = false;
        self.rows.push(row);
    }

    /// Names of sections below which no row came belong to none.
    pub(super) fn end(&mut self) {
        let used = self.rows.iter().filter_map(|row| row.section).max().map_or(0, |at| at + 1);
        if !self.rows.is_empty() {
            let texts = self.sections[used..].iter().map(|text| Remark::TextAfterTable(one_line(text)));
            self.remarks.extend(texts);
        }
    }

    /// A section ends the stage above it.
    pub(super) fn close_stage(&mut self) {
        self.stage_closed = true;
    }

    pub(super) fn go_on(&mut self, more: &RawRow) {
        match self.rows.last_mut() {
            Some(row) => row.append(more),
            None => self.begin(more.clone()),
        }
    }

    pub(super) fn go_on_in_last_cell(&mut self, columns: &Columns, text: &str) {
        if let Some(row) = self.rows.last_mut() {
            row.last_cell(columns).push(text.to_owned());
            row.continued = true;
        }
    }

    /// All whole lines, from which the joiner learns words.
    pub(super) fn lines(&self) -> impl Iterator<Item = &str> {
        let cells = self
            .rows
            .iter()
            .flat_map(|row| [&row.stage, &row.activity, &row.details, &row.term, &row.responsible, &row.result]);
        cells.flatten().chain(&self.above).map(String::as_str)
    }
}

/// Joins the lines of a cell; lines that begin a sub-item stay lines.
pub(super) fn joined(lines: &[String], joiner: &Joiner) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() && begins_item(line) && !is_number(line) {
            text.push('\n');
            text.push_str(line.trim());
        } else {
            joiner.add(&mut text, line);
        }
    }
    joiner.unglued(&text)
}

/// Joins the lines of a cell into one.
pub(super) fn flat(lines: &[String], joiner: &Joiner) -> String {
    let mut text = String::new();
    for line in lines {
        joiner.add(&mut text, line);
    }
    text
}
