//! The finished table as a workbook: a sheet to print, and a sheet with every date to sort and sift.

use super::{DatesSheet, FinishedTable, Row};
use crate::files::bank::{self, plain_text, sizes};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

const A4: u8 = 9;
/// Widths of the columns in characters: together they fill a landscape page in a size that can be read.
const WIDTHS: [usize; 7] = [5, 46, 20, 25, 17, 12, 34];
const LAST_COLUMN: u16 = 6;
/// Widths of the sheet of dates.
const DATE_WIDTHS: [usize; 7] = [5, 30, 46, 12, 18, 12, 40];
/// Excel's limit for the name of a sheet.
const SHEET_NAME_CHARS: usize = 31;

/// The workbook's bytes. Texts are never formulas (fault F54).
pub fn write(table: &FinishedTable) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&table.title));
    let sheet = book.add_worksheet().set_name(sheet_name(&table.title))?;
    let header = head(sheet, table)?;
    let end = body(sheet, table, header + 1)?;
    let totals = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    across(sheet, end + 1, &table.totals, &totals)?;
    prepare(sheet, header)?;
    if !table.dates.rows.is_empty() {
        dates(book.add_worksheet(), &table.dates)?;
    }
    Ok(book.save_to_buffer()?)
}

/// A title as the name of a sheet.
fn sheet_name(title: &str) -> String {
    title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(SHEET_NAME_CHARS).collect()
}

/// Title and what stands under it, then the names of the columns; returns their row.
fn head(sheet: &mut Worksheet, table: &FinishedTable) -> anyhow::Result<u32> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, f64::from(u8::try_from(width)?))?;
    }
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    across(sheet, 0, &table.title, &text.clone().set_bold().set_font_size(16))?;
    sheet.set_row_height(0, 24)?;
    let mut row = 1;
    for line in &table.about {
        across(sheet, row, line, &text)?;
        row += 1;
    }
    across(sheet, row, &table.made, &text.set_font_color(Color::RGB(0x0061_6E7C)))?;
    let header = row + 2;
    let names = &table.columns;
    let names =
        [&names.number, &names.activity, &names.term, &names.responsible, &names.state, &names.actual, &names.evidence];
    column_names(sheet, header, names.into_iter())?;
    Ok(header)
}

/// A text over the whole width of the table: one that ran out of its cell would make the printed page wider.
fn across(sheet: &mut Worksheet, row: u32, text: &str, format: &Format) -> anyhow::Result<()> {
    sheet.merge_range(row, 0, row, LAST_COLUMN, &plain_text(text), format)?;
    sheet.set_row_height(row, sizes::height(&[text.to_owned()], &[WIDTHS.iter().sum()]))?;
    Ok(())
}

/// Borders that a printer shows.
fn table_format() -> Format {
    bank::table_format().set_border_color(Color::RGB(0x007B_8794))
}

fn column_names<'n>(sheet: &mut Worksheet, row: u32, names: impl Iterator<Item = &'n String>) -> anyhow::Result<()> {
    let format = table_format().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let format = format.set_background_color(Color::RGB(0x00E9_EDF1));
    sheet.set_row_height(row, 32)?;
    for (column, name) in (0..).zip(names) {
        sheet.write_string_with_format(row, column, plain_text(name), &format)?;
    }
    Ok(())
}

/// Stages as bands across the table with their rows below; returns the row after the last one.
fn body(sheet: &mut Worksheet, table: &FinishedTable, first: u32) -> anyhow::Result<u32> {
    let mut at = first;
    if !table.has_rows() {
        across(sheet, at, &table.empty, &table_format())?;
        return Ok(at + 1);
    }
    let band = table_format().set_bold().set_background_color(Color::RGB(0x00F5_F7FA));
    for stage in &table.stages {
        if !stage.name.is_empty() {
            across(sheet, at, &stage.name, &band)?;
            at += 1;
        }
        for row in &stage.rows {
            cells(sheet, at, row)?;
            at += 1;
        }
    }
    Ok(at)
}

fn cells(sheet: &mut Worksheet, at: u32, row: &Row) -> anyhow::Result<()> {
    let format = table_format();
    let late = table_format().set_bold();
    let number = table_format().set_align(FormatAlign::Center);
    let texts = [&row.number, &row.activity, &row.term, &row.responsible, &row.state, &row.actual, &row.evidence];
    let texts = texts.map(Clone::clone);
    sheet.set_row_height(at, sizes::height(&texts, &WIDTHS))?;
    for (column, text) in (0..).zip(&texts) {
        let format = match column {
            0 => &number,
            4 if row.is_late => &late,
            _ => &format,
        };
        sheet.write_string_with_format(at, column, plain_text(text), format)?;
    }
    Ok(())
}

fn prepare(sheet: &mut Worksheet, header: u32) -> anyhow::Result<()> {
    sheet.set_freeze_panes(header + 1, 0)?;
    sheet.set_repeat_rows(header, header)?;
    print_setup(sheet);
    Ok(())
}

fn print_setup(sheet: &mut Worksheet) {
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_margins(0.5, 0.4, 0.5, 0.6, 0.2, 0.3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&R&P / &N");
}

/// One line for each date, with real dates, sorted and sifted by whoever likes.
fn dates(sheet: &mut Worksheet, dates: &DatesSheet) -> anyhow::Result<()> {
    sheet.set_name(sheet_name(&dates.name))?;
    for (column, width) in (0..).zip(DATE_WIDTHS) {
        sheet.set_column_width(column, f64::from(u8::try_from(width)?))?;
    }
    column_names(sheet, 0, dates.columns.iter())?;
    let text = table_format();
    let number = table_format().set_align(FormatAlign::Center);
    let day = table_format().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left);
    for (at, row) in (1..).zip(&dates.rows) {
        sheet.write_number_with_format(at, 0, row.number, &number)?;
        sheet.write_string_with_format(at, 1, plain_text(&row.stage), &text)?;
        sheet.write_string_with_format(at, 2, plain_text(&row.activity), &text)?;
        sheet.write_datetime_with_format(at, 3, excel_day(row.last_day)?, &day)?;
        sheet.write_string_with_format(at, 4, plain_text(&row.state), &text)?;
        match row.done_on {
            Some(done) => sheet.write_datetime_with_format(at, 5, excel_day(done)?, &day)?,
            None => sheet.write_blank(at, 5, &text)?,
        };
        sheet.write_string_with_format(at, 6, plain_text(&row.evidence), &text)?;
        let texts = ["", &row.stage, &row.activity, "", &row.state, "", &row.evidence].map(str::to_owned);
        sheet.set_row_height(at, sizes::height(&texts, &DATE_WIDTHS))?;
    }
    sheet.autofilter(0, 0, u32::try_from(dates.rows.len())?, LAST_COLUMN)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    print_setup(sheet);
    Ok(())
}

fn excel_day(day: NaiveDate) -> anyhow::Result<ExcelDateTime> {
    let (month, of_month) = (u8::try_from(day.month())?, u8::try_from(day.day())?);
    Ok(ExcelDateTime::from_ymd(u16::try_from(day.year())?, month, of_month)?)
}
