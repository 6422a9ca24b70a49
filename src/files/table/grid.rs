//! Cells gathered into rows under the limits, whatever order and gaps they come with.

use crate::files::table::{Limits, TableProblem};

/// Rows in the making: never larger than the limits, however far away a cell claims to be.
pub(in crate::files) struct Grid {
    limits: Limits,
    rows: Vec<Vec<String>>,
}

impl Grid {
    pub(in crate::files) fn new(limits: Limits) -> Self {
        Self { limits, rows: Vec::new() }
    }

    /// Puts a text at a row and column counted from 0. Blank texts take no place and meet no limit.
    pub(in crate::files) fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), TableProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if row >= self.limits.rows {
            return Err(TableProblem::TooManyRows { limit: self.limits.rows });
        }
        if column >= self.limits.columns {
            return Err(TableProblem::TooManyColumns { limit: self.limits.columns });
        }
        if text.chars().count() > self.limits.cell_chars {
            return Err(TableProblem::CellTooLong { row: row + 1, limit: self.limits.cell_chars });
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        text.clone_into(&mut cells[column]);
        Ok(())
    }

    pub(in crate::files) fn into_rows(self) -> Vec<Vec<String>> {
        self.rows
    }
}
