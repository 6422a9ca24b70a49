//! XLSX by calamine, cell by cell: a stray cell in the last row of a sheet must cost nothing.

use crate::files::table::{Grid, Limits, TableProblem, unpacked};
use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    if unpacked::declared_size(bytes) > limits.unpacked_bytes {
        return Err(TableProblem::TooLargeInside { limit: limits.unpacked_bytes / (1024 * 1024) });
    }
    // A parser's panic over a crafted file is that file's fault, not a reason to lose the conversation.
    std::panic::catch_unwind(|| first_sheet(bytes, limits)).unwrap_or(Err(TableProblem::Broken))
}

/// The first visible sheet that holds anything: people leave empty ones in front.
fn first_sheet(bytes: &[u8], limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
    let visible = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let rows = match sheet_rows(&mut book, &name, limits) {
            Err(SheetError::NotCells) => continue,
            Err(SheetError::Problem(problem)) => return Err(problem),
            Ok(rows) => rows,
        };
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
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

fn sheet_rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, limits: Limits) -> Result<Vec<Vec<String>>, SheetError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    let mut grid = Grid::new(limits);
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let text = as_seen(cell.get_value());
        grid.put(row as usize, column as usize, &text).map_err(SheetError::Problem)?;
    }
    Ok(grid.into_rows())
}

fn problem(error: &XlsxError) -> TableProblem {
    match error {
        XlsxError::Password => TableProblem::Protected,
        _ => TableProblem::Broken,
    }
}

/// A value as Russian Excel shows it.
fn as_seen(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_as_seen(*number),
        DataRef::Bool(yes) => if *yes { "ИСТИНА" } else { "ЛОЖЬ" }.to_owned(),
        DataRef::DateTime(moment) => moment_as_seen(*moment),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Nine digits after the comma, as many as a cell ever shows, without trailing zeros.
fn number_as_seen(number: f64) -> String {
    let text = format!("{number:.9}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// 21.11.2026, with the time where there is one; a time alone where there is no day.
fn moment_as_seen(moment: ExcelDateTime) -> String {
    if moment.is_duration() {
        return number_as_seen(moment.as_f64() * 24.0);
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let (date, time) = (format!("{day:02}.{month:02}.{year}"), format!("{hour:02}:{minute:02}"));
    if moment.as_f64() < 1.0 {
        time
    } else if moment.as_f64().fract() == 0.0 {
        date
    } else {
        format!("{date} {time}")
    }
}
