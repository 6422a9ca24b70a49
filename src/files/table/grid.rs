//! Cells gathered into rows under the limits, whatever order and gaps they come with.

use crate::files::table::{Limits, TableProblem};

/// Rows in the making: never larger than the limits, however far away a cell claims to be.
pub(in crate::files) struct Grid {
    limits: Limits,
    rows: Vec<Vec<String>>,
    chars: usize,
}

impl Grid {
    pub(in crate::files) fn new(limits: Limits) -> Self {
        Self { limits, rows: Vec::new(), chars: 0 }
    }

    /// Puts a text at a row and column counted from 0. Blank texts take no place and meet no limit but that of all
    /// characters.
    pub(in crate::files) fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), TableProblem> {
        self.chars += text.chars().count();
        if self.chars > self.limits.chars {
            return Err(TableProblem::TooLong { limit: self.limits.chars / 1000 });
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_in_many_cells_is_counted_in_each() {
        let mut grid = Grid::new(Limits { chars: 10_000, ..Limits::default() });
        let text = "я".repeat(1_000);
        let put = (0..20).map(|row| grid.put(row, 0, &text)).take_while(Result::is_ok).count();
        assert_eq!(put, 10);
        assert_eq!(grid.put(10, 0, "я"), Err(TableProblem::TooLong { limit: 10 }));
        let blank = " ".repeat(1_000);
        let mut grid = Grid::new(Limits { chars: 10_000, ..Limits::default() });
        assert_eq!((0..20).map(|row| grid.put(row, 0, &blank)).take_while(Result::is_ok).count(), 10);
    }
}
