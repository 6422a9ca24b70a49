//! What is too much for a road map: it is cut, and a remark says so.

use super::layout::Grid;
use super::remark::{Limit, Remark};
use super::rows::Draft;

/// Two thousand rows with a list of sub-items in each.
const MOST_LINES: usize = 20_000;
/// Characters of a line of text: all cells of a row.
const LONGEST_LINE: usize = 60_000;
/// Characters of a cell: ten pages.
const LONGEST_CELL: usize = 20_000;
/// Columns: no printed table has more.
pub(super) const MOST_COLUMNS: usize = 64;
/// Rows of one road map.
const MOST_ROWS: usize = 5_000;
/// Characters of a text that stands for several rows: a page. A longer one is no name, no term and no list of people;
/// repeated in each row it would take the memory of thousands.
const LONGEST_REPEATED: usize = 2_000;
/// Characters of a number that is repeated in front of others: «2» in «2.1».
const LONGEST_NUMBER: usize = 20;

/// Cuts a text.
pub(super) fn lines(mut lines: Vec<String>) -> (Vec<String>, Vec<Remark>) {
    let mut cut = Vec::new();
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        cut.push(Remark::Cut(Limit::Lines));
    }
    let mut long = false;
    for line in &mut lines {
        long |= shorten(line, LONGEST_LINE);
    }
    if long {
        cut.push(Remark::Cut(Limit::Cell));
    }
    (lines, cut)
}

/// Cuts a table.
pub(super) fn cells(mut rows: Vec<Vec<String>>) -> (Vec<Vec<String>>, Vec<Remark>) {
    let mut cut = Vec::new();
    if rows.len() > MOST_ROWS {
        rows.truncate(MOST_ROWS);
        cut.push(Remark::Cut(Limit::Rows));
    }
    let (mut wide, mut long) = (false, false);
    for row in &mut rows {
        wide |= row.len() > MOST_COLUMNS;
        row.truncate(MOST_COLUMNS);
        for cell in row {
            long |= shorten(cell, LONGEST_CELL);
        }
    }
    cut.extend(wide.then_some(Remark::Cut(Limit::Columns)));
    cut.extend(long.then_some(Remark::Cut(Limit::Cell)));
    (rows, cut)
}

/// Cuts the columns and cells of a text's table.
pub(super) fn widths(mut grid: Grid) -> (Grid, Vec<Remark>) {
    let (mut wide, mut long) = (false, false);
    for line in &mut grid.lines {
        wide |= line.cells.len() > MOST_COLUMNS;
        line.cells.truncate(MOST_COLUMNS);
        for cell in &mut line.cells {
            long |= shorten(cell, LONGEST_CELL);
        }
    }
    let wide = wide.then_some(Remark::Cut(Limit::Columns));
    (grid, wide.into_iter().chain(long.then_some(Remark::Cut(Limit::Cell))).collect())
}

/// Cuts the rows that a text or a table gave.
pub(super) fn rows(draft: &mut Draft) {
    if draft.rows.len() > MOST_ROWS {
        draft.rows.truncate(MOST_ROWS);
        draft.remarks.push(Remark::Cut(Limit::Rows));
    }
}

/// Whether the lines of a cell may count for more rows than their own.
pub(super) fn may_repeat(lines: &[String]) -> bool {
    // Bytes are counted first: of most cells there are fewer than of characters that may be.
    lines.iter().map(String::len).sum::<usize>() <= LONGEST_REPEATED
        || lines.iter().map(|line| line.chars().count()).sum::<usize>() <= LONGEST_REPEATED
}

/// A name that stands in each row of its stage, cut where it is longer than any.
pub(super) fn name(mut text: String) -> String {
    shorten(&mut text, LONGEST_REPEATED);
    text
}

/// A number that stands before those of the rows below, cut where it is longer than any.
pub(super) fn number(mut text: String) -> String {
    shorten(&mut text, LONGEST_NUMBER);
    text
}

fn shorten(text: &mut String, most: usize) -> bool {
    // Most texts are short in bytes already: no counting then.
    let end = if text.len() <= most { None } else { text.char_indices().nth(most).map(|(at, _)| at) };
    if let Some(end) = end {
        text.truncate(end);
    }
    end.is_some()
}
