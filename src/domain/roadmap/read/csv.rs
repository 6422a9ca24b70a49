//! Columns between semicolons or commas, with quotes around cells that hold the sign or a line's end.

use super::layout::{Grid, GridLine};
use crate::domain::records::record;

/// Splits the whole document.
pub(super) fn grid(lines: &[String], sign: char) -> Grid {
    let mut grid = Grid::of(Vec::new());
    let mut apart = false;
    let mut rest = lines;
    while let Some(line) = rest.first() {
        let blank = line.trim().is_empty();
        let (cells, taken) = if blank { (Vec::new(), 1) } else { record(rest, sign) };
        if !blank {
            grid.lines.push(GridLine { cells, apart, joined: false });
        }
        apart = blank;
        rest = &rest[taken..];
    }
    grid
}
