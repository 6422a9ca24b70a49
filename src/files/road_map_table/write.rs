//! The workbook: a title, what to do, the names of the columns, the rows.

use super::{Column, CorrectionTable, Line, ROW_MARK, TABLE_MARK};
use crate::files::bank::{plain_text, sizes, table_format};
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, Workbook, Worksheet};

const HEADER_ROW: u32 = 2;
/// The hidden column of marks stands first; the table begins beside it.
const FIRST_COLUMN: u16 = 1;
/// Points of a line of text, for the instruction's height.
const LINE_POINTS: f64 = 15.0;
const A4: u8 = 9;
/// Empty rows below the table that look like rows of it: for what is added at the desk.
const SPARE_ROWS: u32 = 10;
const GREY: Color = Color::RGB(0x0061_6E7C);

/// An XLSX file's bytes.
pub fn write(table: &CorrectionTable) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&table.title));
    let sheet = book.add_worksheet();
    for (column, made) in (FIRST_COLUMN..).zip(&table.columns) {
        sheet.set_column_width(column, f64::from(made.width))?;
    }
    write_head(sheet, table)?;
    let widths: Vec<usize> = table.columns.iter().map(|column| usize::from(column.width)).collect();
    for (row, line) in (HEADER_ROW + 1..).zip(&table.lines) {
        write_line(sheet, row, (line, &table.columns), &widths)?;
    }
    let after = HEADER_ROW + 1 + u32::try_from(table.lines.len())?;
    for row in after..after + SPARE_ROWS {
        for (column, made) in (FIRST_COLUMN..).zip(&table.columns) {
            sheet.write_blank(row, column, &cell_format(made))?;
        }
    }
    prepare(sheet)?;
    Ok(book.save_to_buffer()?)
}

fn write_head(sheet: &mut Worksheet, table: &CorrectionTable) -> anyhow::Result<()> {
    let title = Format::new().set_bold().set_font_size(16);
    sheet.write_string_with_format(0, FIRST_COLUMN, plain_text(&table.title), &title)?;
    sheet.set_row_height(0, 26)?;
    let last = FIRST_COLUMN + u16::try_from(table.columns.len().saturating_sub(1))?;
    let note = Format::new().set_font_color(GREY).set_text_wrap().set_align(FormatAlign::Top).set_italic();
    sheet.merge_range(1, FIRST_COLUMN, 1, last, &plain_text(&table.instruction), &note)?;
    let width: usize = table.columns.iter().map(|column| usize::from(column.width)).sum();
    let lines = (table.instruction.chars().count() * 11 / 10).div_ceil(width.max(1)).max(1);
    sheet.set_row_height(1, LINE_POINTS * f64::from(u8::try_from(lines.min(10))?) + 4.0)?;
    sheet.write_string(HEADER_ROW, 0, format!("{TABLE_MARK}{}", table.mark))?;
    sheet.set_row_height(HEADER_ROW, 32)?;
    for (column, made) in (FIRST_COLUMN..).zip(&table.columns) {
        let background = if made.for_reference { 0x00EE_F0F2 } else { 0x00DC_E8F7 };
        let header = table_format().set_bold().set_align(FormatAlign::VerticalCenter);
        let header = header.set_background_color(Color::RGB(background));
        sheet.write_string_with_format(HEADER_ROW, column, plain_text(&made.name), &header)?;
    }
    Ok(())
}

fn cell_format(column: &Column) -> Format {
    if column.for_reference { table_format().set_font_color(GREY) } else { table_format() }
}

fn write_line(
    sheet: &mut Worksheet,
    row: u32,
    (line, columns): (&Line, &[Column]),
    widths: &[usize],
) -> anyhow::Result<()> {
    sheet.write_string(row, 0, format!("{ROW_MARK}{}", line.mark))?;
    sheet.set_row_height(row, sizes::height(&line.cells, widths) + 2.0)?;
    for (column, (made, text)) in (FIRST_COLUMN..).zip(columns.iter().zip(&line.cells)) {
        sheet.write_string_with_format(row, column, plain_text(text), &cell_format(made))?;
    }
    Ok(())
}

/// What stays in sight, what is hidden, and how it is printed.
fn prepare(sheet: &mut Worksheet) -> anyhow::Result<()> {
    sheet.set_column_hidden(0)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.2, 0.3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    sheet.set_footer("&R&P / &N");
    Ok(())
}
