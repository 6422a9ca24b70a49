//! XLSX (and XLSM): the sheets that look like a road map, with merged cells spread over what they cover.

use super::{CELL_CHARS, COLUMNS, DocumentProblem, LONGEST, MAX_BYTES, ROWS, ReadDocument, UNPACKED, tidy};
use crate::domain::roadmap::document::Document;
use crate::domain::roadmap::read::has_heading;
use crate::files::table::Limits;
use crate::files::table::workbook::{Book, MOST_SHEETS};
use calamine::Dimensions;

const LIMITS: Limits = Limits {
    bytes: MAX_BYTES,
    unpacked_bytes: UNPACKED,
    rows: ROWS,
    columns: COLUMNS,
    cell_chars: CELL_CHARS,
    // Of one sheet: those that are no road map are long sometimes.
    chars: 4 * LONGEST,
};
/// Merged areas of one sheet.
const MOST_AREAS: usize = 20_000;

/// What is kept of the sheets: those with a road map's heading, or the first one where none has it, so that it can be
/// said what is missing. Of the others only the names are.
#[derive(Default)]
struct Kept {
    rows: Vec<Vec<String>>,
    chars: usize,
    headed: bool,
    others: Vec<String>,
}

impl Kept {
    fn take(&mut self, name: String, rows: Vec<Vec<String>>) -> Result<(), DocumentProblem> {
        let headed = has_heading(&rows);
        let first = !self.headed && self.others.is_empty();
        if !headed {
            self.others.push(name);
            if !first {
                return Ok(());
            }
        } else if !self.headed {
            (self.rows, self.chars, self.headed) = (Vec::new(), 0, true);
        }
        self.chars += rows.iter().flatten().map(|cell| cell.chars().count()).sum::<usize>();
        self.rows.extend(rows);
        if self.rows.len() > ROWS {
            return Err(DocumentProblem::TooManyRows { limit: ROWS });
        }
        if self.chars > LONGEST {
            return Err(DocumentProblem::TooLong { limit: LONGEST / 1000 });
        }
        Ok(())
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<ReadDocument, DocumentProblem> {
    let mut book = Book::open(bytes, LIMITS)?;
    let (shown, hidden) = book.sheets()?;
    let mut kept = Kept::default();
    for name in shown {
        let rows = rows(&mut book, &name)?;
        if !rows.is_empty() {
            kept.take(name, rows)?;
        }
    }
    if kept.chars == 0 {
        return Err(DocumentProblem::Empty);
    }
    // Without a heading anywhere, the first of the others is the document.
    let others = kept.others.into_iter().skip(usize::from(!kept.headed));
    let left_out = others.chain(hidden).take(MOST_SHEETS).collect();
    Ok(ReadDocument { document: Document::Grid(kept.rows), left_out, nested: 0 })
}

fn rows(book: &mut Book<'_>, name: &str) -> Result<Vec<Vec<String>>, DocumentProblem> {
    let mut rows = book.rows(name)?;
    if rows.is_empty() {
        return Ok(rows);
    }
    for cell in rows.iter_mut().flatten() {
        let lines = cell.split('\n').map(tidy).filter(|line| !line.is_empty());
        *cell = lines.collect::<Vec<_>>().join("\n").replace('\t', " ");
    }
    let own: Vec<bool> = rows.iter().map(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let merged = book.merged(name)?;
    spread(&mut rows, &merged)?;
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

/// Repeats the text of each merged area in its first column, down to the last row that holds anything.
fn spread(rows: &mut [Vec<String>], areas: &[Dimensions]) -> Result<(), DocumentProblem> {
    let too_long = DocumentProblem::TooLong { limit: LONGEST / 1000 };
    if areas.len() > MOST_AREAS {
        return Err(too_long);
    }
    let mut left = LONGEST;
    for area in areas {
        let (top, column) = (area.start.0 as usize, area.start.1 as usize);
        let bottom = (area.end.0 as usize).min(rows.len().saturating_sub(1));
        let text = rows.get(top).and_then(|row| row.get(column)).filter(|text| !text.is_empty() && bottom > top);
        let Some(text) = text.cloned() else {
            continue;
        };
        left = left.checked_sub(text.chars().count().saturating_mul(bottom - top)).ok_or(too_long)?;
        for row in &mut rows[top + 1..=bottom] {
            if row.len() <= column {
                row.resize(column + 1, String::new());
            }
            row[column].clone_from(&text);
        }
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
