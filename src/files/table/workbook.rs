//! XLSX by calamine, cell by cell: a stray cell in the last row of a sheet must cost nothing.

use crate::files::table::value::as_seen;
use crate::files::table::{Grid, Limits, TableProblem, unpacked};
use calamine::{Reader, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    // A parser's panic over a crafted file is that file's fault, not a reason to lose the conversation.
    std::panic::catch_unwind(|| first_sheet(bytes, limits)).unwrap_or(Err(TableProblem::Broken))
}

/// A workbook that the library has open.
pub(in crate::files) type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Opens a workbook that says it unpacks to no more than the limit.
pub(in crate::files) fn open(bytes: &[u8], limits: Limits) -> Result<Book<'_>, TableProblem> {
    if unpacked::declared_size(bytes) > limits.unpacked_bytes {
        return Err(TableProblem::TooLargeInside { limit: limits.unpacked_bytes / (1024 * 1024) });
    }
    Xlsx::new(Cursor::new(bytes)).map_err(|error| problem(&error))
}

/// The names of the sheets: those that are shown, and those that are hidden.
pub(in crate::files) fn sheet_names(book: &Book<'_>) -> (Vec<String>, Vec<String>) {
    let (shown, hidden): (Vec<_>, Vec<_>) =
        book.sheets_metadata().iter().partition(|sheet| sheet.visible == SheetVisible::Visible);
    let names = |sheets: Vec<&calamine::Sheet>| sheets.into_iter().map(|sheet| sheet.name.clone()).collect();
    (names(shown), names(hidden))
}

/// The first visible sheet that holds anything: people leave empty ones in front.
fn first_sheet(bytes: &[u8], limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    let mut book = open(bytes, limits)?;
    for name in sheet_names(&book).0 {
        let rows = sheet_rows(&mut book, &name, limits)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// The cells of a sheet; none of one that has no cells, such as a chart.
pub(in crate::files) fn sheet_rows(
    book: &mut Book<'_>,
    name: &str,
    limits: Limits,
) -> Result<Vec<Vec<String>>, TableProblem> {
    match cells_of(book, name, limits) {
        Err(SheetError::NotCells) => Ok(Vec::new()),
        Err(SheetError::Problem(problem)) => Err(problem),
        Ok(rows) => Ok(rows),
    }
}

enum SheetError {
    /// A sheet of another sort, such as a chart.
    NotCells,
    Problem(TableProblem),
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_) => Self::NotCells,
            other => Self::Problem(problem(&other)),
        }
    }
}

fn cells_of(book: &mut Book<'_>, name: &str, limits: Limits) -> Result<Vec<Vec<String>>, SheetError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    let formats: Vec<String> = cells.styles().iter().map(format_of).collect();
    let mut grid = Grid::new(limits);
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        let (row, column) = cell.get_position();
        let text = as_seen(cell.get_value(), formats.get(style).map_or("", String::as_str));
        grid.put(row as usize, column as usize, &text).map_err(SheetError::Problem)?;
    }
    Ok(grid.into_rows())
}

fn format_of(style: &calamine::Style) -> String {
    style.number_format.as_ref().map_or(String::new(), |format| format.format_code.clone())
}

pub(in crate::files) fn problem(error: &XlsxError) -> TableProblem {
    match error {
        XlsxError::Password => TableProblem::Protected,
        _ => TableProblem::Broken,
    }
}
