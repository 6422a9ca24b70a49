//! Tables for Excel: banks, road maps and whatever else a curator opens, prints or sends on.

pub(in crate::files) mod sizes;

use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

/// The row of column names; above it the title and the line about when the table was made.
const HEADER_ROW: u32 = 2;
/// Excel refuses longer cells (32,767 characters); some room is left for the apostrophe.
const MAX_CELL_CHARS: usize = 32_000;
const A4: u8 = 9;

/// One sheet with a title, a line about when it was made, column names, and rows: an XLSX file's bytes.
///
/// Ready to print (landscape, one page wide, names on each page) and to sift (filter, frozen names). Texts
/// are never formulas (fault F54). For an empty bank pass one row that says so; it gets no filter.
pub fn write_bank(title: &str, generated: &str, columns: &[String], rows: &[Vec<String>]) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(title));
    let sheet = book.add_worksheet();
    sheet.write_string_with_format(0, 0, plain_text(title), &Format::new().set_bold().set_font_size(16))?;
    let grey = Format::new().set_font_color(Color::RGB(0x0061_6E7C));
    sheet.write_string_with_format(1, 0, plain_text(generated), &grey)?;
    let widths = sizes::widths(columns, if is_note(columns, rows) { &[] } else { rows });
    for (column, width) in (0..).zip(&widths) {
        sheet.set_column_width(column, f64::from(u8::try_from(*width)?))?;
    }
    write_header(sheet, columns)?;
    if is_note(columns, rows) {
        sheet.write_string_with_format(HEADER_ROW + 1, 0, plain_text(&rows[0][0]), &grey)?;
    } else {
        write_cells(sheet, rows, &widths)?;
    }
    prepare(sheet, columns, rows)?;
    Ok(book.save_to_buffer()?)
}

/// The same table under a neutral name, for exports that are not banks.
pub fn write_table(title: &str, generated: &str, columns: &[String], rows: &[Vec<String>]) -> anyhow::Result<Vec<u8>> {
    write_bank(title, generated, columns, rows)
}

/// Borders, top of the cell, wrapped: what all cells of the table share.
pub(in crate::files) fn table_format() -> Format {
    let line = Color::RGB(0x00CB_D2D9);
    let bordered = Format::new().set_border(FormatBorder::Thin).set_border_color(line);
    bordered.set_align(FormatAlign::Top).set_text_wrap()
}

fn write_header(sheet: &mut Worksheet, columns: &[String]) -> anyhow::Result<()> {
    let header = table_format().set_bold().set_align(FormatAlign::VerticalCenter);
    let header = header.set_background_color(Color::RGB(0x00DC_E8F7));
    sheet.set_row_height(HEADER_ROW, 24)?;
    for (column, name) in (0..).zip(columns) {
        sheet.write_string_with_format(HEADER_ROW, column, plain_text(name), &header)?;
    }
    Ok(())
}

fn write_cells(sheet: &mut Worksheet, rows: &[Vec<String>], widths: &[usize]) -> anyhow::Result<()> {
    let format = table_format();
    for (row, cells) in (HEADER_ROW + 1..).zip(rows) {
        sheet.set_row_height(row, sizes::height(cells, widths))?;
        for (column, text) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, plain_text(text), &format)?;
        }
    }
    Ok(())
}

/// One row of one cell under several columns is a sentence about the table, not a part of it.
fn is_note(columns: &[String], rows: &[Vec<String>]) -> bool {
    columns.len() > 1 && rows.len() == 1 && rows[0].len() == 1
}

/// What stays in sight, what can be sifted, and how it is printed.
fn prepare(sheet: &mut Worksheet, columns: &[String], rows: &[Vec<String>]) -> anyhow::Result<()> {
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    let last_column = u16::try_from(columns.len().saturating_sub(1))?;
    let last_row = HEADER_ROW + u32::try_from(rows.len())?;
    if !rows.is_empty() && !is_note(columns, rows) {
        sheet.autofilter(HEADER_ROW, 0, last_row, last_column)?;
    }
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.2, 0.3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    sheet.set_footer("&R&P / &N");
    Ok(())
}

/// A text that no spreadsheet takes for a formula, also after it was saved as CSV (OWASP, CWE-1236).
pub(in crate::files) fn plain_text(text: &str) -> String {
    let cut: String = text.chars().take(MAX_CELL_CHARS).collect();
    if cut.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cut}") } else { cut }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::table::{Limits, read_table};

    fn texts(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
        read_table("bank.xlsx", bytes, Limits { rows: 10_000, ..Limits::default() }).unwrap()
    }

    #[test]
    fn a_bank_reads_back_as_it_was_written() {
        let rows = vec![texts(&["Иванова Мария Петровна", "физика"]), texts(&["Ким Анна", "две\nстроки"])];
        let bytes = write_bank("Банк наставников", "21 ноября", &texts(&["ФИО", "Предмет"]), &rows).unwrap();
        let read = read_back(&bytes);
        assert_eq!(read[0], ["Банк наставников"]);
        assert_eq!(read[2], ["ФИО", "Предмет"]);
        assert_eq!(read[3..], rows);
    }

    #[test]
    fn f54_no_text_becomes_a_formula() {
        let dangerous = ["=HYPERLINK(\"http://x\")", "+7 900", "-1", "@SUM(A1)", "\tx", "\rx"];
        let rows: Vec<_> = dangerous.iter().map(|&text| texts(&[text, "-"])).collect();
        let bytes = write_bank("=1+1", "@", &texts(&["=A", "B"]), &rows).unwrap();
        for (read, text) in read_back(&bytes)[3..].iter().zip(dangerous) {
            assert_eq!(read[0].replace("_x000D_", "\r"), format!("'{text}"));
            assert_eq!(read[1], "'-");
        }
        assert_eq!(read_back(&bytes)[0], ["'=1+1"]);
        assert_eq!(read_back(&bytes)[2][0], "'=A");
    }

    #[test]
    fn an_empty_bank_says_so_under_its_header() {
        let bytes =
            write_bank("Банк", "сегодня", &texts(&["ФИО", "Предмет"]), &[texts(&["Пока нет ответов"])]).unwrap();
        assert_eq!(read_back(&bytes)[3], ["Пока нет ответов"]);
    }

    #[test]
    fn f43_five_thousand_rows_are_written_and_none_is_lost() {
        let rows: Vec<_> = (0..5_000).map(|i| vec![format!("Сотрудник {i}"), "ответ ".repeat(20)]).collect();
        let bytes = write_bank("Банк", "сегодня", &texts(&["ФИО", "Ответ"]), &rows).unwrap();
        let read = read_back(&bytes);
        assert_eq!(read.len(), 5_003);
        assert_eq!(read[5_002][0], "Сотрудник 4999");
    }

    #[test]
    fn f44_an_endless_answer_is_cut_where_excel_would_refuse_it() {
        let bytes = write_bank("Б", "с", &texts(&["A"]), &[texts(&[&"я".repeat(40_000)])]).unwrap();
        let limits = Limits { cell_chars: 100_000, ..Limits::default() };
        assert_eq!(read_table("b.xlsx", &bytes, limits).unwrap()[3][0].chars().count(), MAX_CELL_CHARS);
    }
}
