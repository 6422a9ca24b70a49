//! XLSX (and XLSM): the sheets that look like a road map, with merged cells spread over what they cover.

use super::{CELL_CHARS, COLUMNS, DocumentProblem, LONGEST, MAX_BYTES, ROWS, ReadDocument, UNPACKED, tidy};
use crate::domain::roadmap::document::Document;
use crate::domain::roadmap::read::has_heading;
use crate::files::table::Limits;
use crate::files::table::workbook::{self, Book};
use calamine::Dimensions;

const LIMITS: Limits =
    Limits { bytes: MAX_BYTES, unpacked_bytes: UNPACKED, rows: ROWS, columns: COLUMNS, cell_chars: CELL_CHARS };

/// A sheet that holds something.
struct Sheet {
    name: String,
    rows: Vec<Vec<String>>,
}

pub(super) fn read(bytes: &[u8]) -> Result<ReadDocument, DocumentProblem> {
    let mut book = workbook::open(bytes, LIMITS)?;
    let (shown, hidden) = workbook::sheet_names(&book);
    let mut sheets = Vec::new();
    for name in shown {
        let rows = rows(&mut book, &name)?;
        if !rows.is_empty() {
            sheets.push(Sheet { name, rows });
        }
    }
    let (chosen, others) = choose(sheets);
    let rows: Vec<Vec<String>> = chosen.into_iter().flat_map(|sheet| sheet.rows).collect();
    let document = Document::Grid(rows);
    match document.chars() {
        0 => Err(DocumentProblem::Empty),
        chars if chars > LONGEST => Err(DocumentProblem::TooLong { limit: LONGEST / 1000 }),
        _ => {
            let left_out = others.into_iter().map(|sheet| sheet.name).chain(hidden).collect();
            Ok(ReadDocument { document, left_out, nested: 0 })
        }
    }
}

/// The sheets with a road map's heading; the first one where none has it, so that it can be said what is missing.
fn choose(sheets: Vec<Sheet>) -> (Vec<Sheet>, Vec<Sheet>) {
    let (mut chosen, mut others): (Vec<Sheet>, Vec<Sheet>) =
        sheets.into_iter().partition(|sheet| has_heading(&sheet.rows));
    if chosen.is_empty() && !others.is_empty() {
        chosen.push(others.remove(0));
    }
    (chosen, others)
}

fn rows(book: &mut Book<'_>, name: &str) -> Result<Vec<Vec<String>>, DocumentProblem> {
    let mut rows = workbook::sheet_rows(book, name, LIMITS)?;
    if rows.is_empty() {
        return Ok(rows);
    }
    for cell in rows.iter_mut().flatten() {
        let lines = cell.split('\n').map(tidy).filter(|line| !line.is_empty());
        *cell = lines.collect::<Vec<_>>().join("\n").replace('\t', " ");
    }
    let own: Vec<bool> = rows.iter().map(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let merged = book.merge_cells_by_sheet_name(name).map_err(|error| workbook::problem(&error))?;
    for area in &merged {
        spread(&mut rows, area)?;
    }
    let mut left = rows.iter().filter_map(|row| row.iter().position(|cell| !cell.is_empty())).min().unwrap_or(0);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    left = left.min(width);
    let mut wide = spanned(&merged, rows.len(), (left, width));
    // Above the table stand lines of text.
    let above = rows.iter().position(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1);
    wide[..above.unwrap_or(rows.len())].fill(true);
    let shown = rows.into_iter().zip(own).zip(wide).filter(|((_, own), _)| *own);
    Ok(shown.map(|((row, _), wide)| even(row, wide, (left, width))).collect())
}

/// Repeats the text of a merged area in its first column, down to the last row that holds anything.
fn spread(rows: &mut [Vec<String>], area: &Dimensions) -> Result<(), DocumentProblem> {
    let (top, column) = (area.start.0 as usize, area.start.1 as usize);
    let bottom = (area.end.0 as usize).min(rows.len().saturating_sub(1));
    let text = rows.get(top).and_then(|row| row.get(column)).cloned().unwrap_or_default();
    if text.is_empty() || bottom <= top {
        return Ok(());
    }
    if text.chars().count().saturating_mul(bottom - top) > LONGEST {
        return Err(DocumentProblem::TooLong { limit: LONGEST / 1000 });
    }
    for row in &mut rows[top + 1..=bottom] {
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column].clone_from(&text);
    }
    Ok(())
}

/// Which rows one merged cell covers from the table's first column over most of its width.
fn spanned(merged: &[Dimensions], rows: usize, (left, width): (usize, usize)) -> Vec<bool> {
    let mut wide = vec![false; rows];
    for area in merged {
        let (first, last) = (area.start.1 as usize, (area.end.1 as usize).min(width.saturating_sub(1)));
        if first <= left && left < last && (last + 1 - left) * 2 > width - left {
            let bottom = (area.end.0 as usize).min(rows.saturating_sub(1));
            for row in wide.iter_mut().take(bottom + 1).skip(area.start.0 as usize) {
                *row = true;
            }
        }
    }
    wide
}

/// A row as wide as the table; of one cell where a merged one is all that it has.
fn even(mut row: Vec<String>, wide: bool, (left, width): (usize, usize)) -> Vec<String> {
    row.drain(..left.min(row.len()));
    if wide && row.iter().skip(1).all(String::is_empty) {
        row.truncate(1);
    } else {
        row.resize(width - left, String::new());
    }
    row
}
