//! A table that came back, by its marks: whatever was moved, sorted, added or left out.

use super::{ROW_MARK, TABLE_MARK};
use crate::files::kind::FileKind;
use crate::files::table::{Limits, TableProblem, read_known};

/// Characters of one cell: a checklist may be long.
const CELL_CHARS: usize = 20_000;

/// A table of ours, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedTable {
    pub mark: String,
    /// Names of the columns, without the one that holds the marks.
    pub columns: Vec<String>,
    /// Rows that hold anything: the mark, and as many cells as there are columns.
    pub rows: Vec<(Option<String>, Vec<String>)>,
}

/// Reads a workbook or a CSV file; `None` when it carries no mark of ours. Busy for up to a second.
pub fn read(name: &str, bytes: &[u8]) -> Result<Option<MarkedTable>, TableProblem> {
    let kind = FileKind::recognise(name, bytes);
    if !matches!(kind, FileKind::Xlsx | FileKind::Csv) {
        return Ok(None);
    }
    let limits = Limits { cell_chars: CELL_CHARS, ..Limits::default() };
    let rows = read_known(kind, bytes, limits)?;
    let is_mark = |cell: &String| cell.starts_with(TABLE_MARK);
    let Some(head) = rows.iter().position(|row| row.iter().any(is_mark)) else {
        return Ok(None);
    };
    let at = rows[head].iter().position(is_mark).unwrap_or(0);
    let mut columns = rows[head].clone();
    let mark = columns.remove(at).trim_start_matches(TABLE_MARK).to_owned();
    let columns: Vec<String> = columns.iter().map(|name| bare(name)).collect();
    let line = |row: &Vec<String>| {
        let mark = row.get(at).and_then(|cell| cell.strip_prefix(ROW_MARK)).map(str::to_owned);
        let others = row.iter().enumerate().filter(|(column, _)| *column != at);
        let mut cells: Vec<String> = others.map(|(_, cell)| bare(cell)).collect();
        cells.resize(columns.len().max(cells.len()), String::new());
        (mark, cells)
    };
    let lines = rows[head + 1..].iter().map(line);
    let rows = lines.filter(|(mark, cells)| mark.is_some() || cells.iter().any(|cell| !cell.is_empty())).collect();
    Ok(Some(MarkedTable { mark, columns, rows }))
}

/// A text without the apostrophe that kept it from being a formula.
fn bare(cell: &str) -> String {
    let shielded = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    let lines = shielded.unwrap_or(cell).lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
