//! XLSX by calamine, cell by cell: a stray cell in the last row of a sheet must cost nothing.

use crate::files::table::value::as_seen;
use crate::files::table::{Grid, Limits, TableProblem, claims, unpacked};
use calamine::{Dimensions, Reader, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;
use std::time::{Duration, Instant};

/// The most sheets that are looked into.
pub(in crate::files) const MOST_SHEETS: usize = 50;
/// How long the sheets of one workbook may take: many may name the same large part.
const LONGEST_TIME: Duration = Duration::from_secs(20);

pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    // A parser's panic over a crafted file is that file's fault, not a reason to lose the conversation.
    std::panic::catch_unwind(|| first_sheet(bytes, limits)).unwrap_or(Err(TableProblem::Broken))
}

/// The first visible sheet that holds anything: people leave empty ones in front.
fn first_sheet(bytes: &[u8], limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    let mut book = Book::open(bytes, limits)?;
    for name in book.sheets()?.0 {
        let rows = book.rows(&name)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// A workbook that the library has open.
pub(in crate::files) struct Book<'b> {
    library: Xlsx<Cursor<&'b [u8]>>,
    limits: Limits,
    ends: Instant,
}

impl<'b> Book<'b> {
    /// Opens a workbook that says it unpacks to no more than the limit, and that asks for no more memory.
    pub(in crate::files) fn open(bytes: &'b [u8], limits: Limits) -> Result<Self, TableProblem> {
        let ends = Instant::now() + LONGEST_TIME;
        if unpacked::declared_size(bytes) > limits.unpacked_bytes || !claims::are_modest(bytes) {
            return Err(TableProblem::TooLargeInside { limit: limits.unpacked_bytes / (1024 * 1024) });
        }
        let library = Xlsx::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
        Ok(Self { library, limits, ends })
    }

    /// The names of the sheets: those that are shown, and those that are hidden.
    pub(in crate::files) fn sheets(&self) -> Result<(Vec<String>, Vec<String>), TableProblem> {
        let (shown, hidden): (Vec<_>, Vec<_>) =
            self.library.sheets_metadata().iter().partition(|sheet| sheet.visible == SheetVisible::Visible);
        if shown.len() > MOST_SHEETS {
            return Err(TableProblem::TooManySheets { limit: MOST_SHEETS });
        }
        let names = |sheets: Vec<&calamine::Sheet>| sheets.into_iter().map(|sheet| sheet.name.clone()).collect();
        Ok((names(shown), names(hidden)))
    }

    /// The cells of a sheet; none of one that has no cells, such as a chart.
    pub(in crate::files) fn rows(&mut self, name: &str) -> Result<Vec<Vec<String>>, TableProblem> {
        match self.cells_of(name) {
            Err(SheetError::NotCells) => Ok(Vec::new()),
            Err(SheetError::Problem(problem)) => Err(problem),
            Ok(rows) => Ok(rows),
        }
    }

    /// The merged areas of a sheet.
    pub(in crate::files) fn merged(&mut self, name: &str) -> Result<Vec<Dimensions>, TableProblem> {
        in_time(self.ends)?;
        self.library.merge_cells_by_sheet_name(name).map_err(|error| problem(&error))
    }

    fn cells_of(&mut self, name: &str) -> Result<Vec<Vec<String>>, SheetError> {
        let mut cells = self.library.worksheet_cells_reader(name)?;
        let formats: Vec<String> = cells.styles().iter().map(format_of).collect();
        let mut grid = Grid::new(self.limits);
        loop {
            in_time(self.ends)?;
            let Some((cell, style)) = cells.next_cell_with_style_id()? else {
                return Ok(grid.into_rows());
            };
            let (row, column) = cell.get_position();
            let text = as_seen(cell.get_value(), formats.get(style).map_or("", String::as_str));
            grid.put(row as usize, column as usize, &text)?;
        }
    }
}

fn in_time(ends: Instant) -> Result<(), TableProblem> {
    if Instant::now() > ends { Err(TableProblem::TooSlow) } else { Ok(()) }
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

impl From<TableProblem> for SheetError {
    fn from(problem: TableProblem) -> Self {
        Self::Problem(problem)
    }
}

fn format_of(style: &calamine::Style) -> String {
    style.number_format.as_ref().map_or(String::new(), |format| format.format_code.clone())
}

fn problem(error: &XlsxError) -> TableProblem {
    match error {
        XlsxError::Password => TableProblem::Protected,
        _ => TableProblem::Broken,
    }
}
