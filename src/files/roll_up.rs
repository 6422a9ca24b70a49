//! The organisations of a municipal centre in numbers, as a workbook: real numbers with their sums.

use super::bank::{plain_text, table_format};
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, Formula, Workbook, Worksheet};

const A4: u8 = 9;
const NAME_WIDTH: f64 = 48.0;
const NUMBER_WIDTH: f64 = 14.0;

/// Everything that the workbook says.
pub struct RollUpSheet {
    pub title: String,
    /// Lines under the title.
    pub about: Vec<String>,
    /// Names of the columns: the organisation's, then one for each number.
    pub columns: Vec<String>,
    /// Organisations with their numbers.
    pub rows: Vec<(String, Vec<i64>)>,
    /// What the row of sums is called.
    pub total: String,
    /// A line below the table; '' when there is none.
    pub note: String,
}

/// The workbook's bytes; names are never formulas (fault F54), the sums are.
pub fn write(table: &RollUpSheet) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&table.title));
    let sheet = book.add_worksheet();
    sheet.set_column_width(0, NAME_WIDTH)?;
    for column in 1..u16::try_from(table.columns.len())? {
        sheet.set_column_width(column, NUMBER_WIDTH)?;
    }
    sheet.write_string_with_format(0, 0, plain_text(&table.title), &Format::new().set_bold().set_font_size(16))?;
    let mut row = 1;
    for line in &table.about {
        sheet.write_string(row, 0, plain_text(line))?;
        row += 1;
    }
    let header = row + 1;
    names(sheet, header, &table.columns)?;
    let last = numbers(sheet, header + 1, &table.rows)?;
    sums(sheet, (header + 1, last), table)?;
    sheet.write_string(last + 3, 0, plain_text(&table.note))?;
    sheet.set_freeze_panes(header + 1, 1)?;
    sheet.set_repeat_rows(header, header)?;
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(book.save_to_buffer()?)
}

fn names(sheet: &mut Worksheet, row: u32, columns: &[String]) -> anyhow::Result<()> {
    let format = table_format().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let format = format.set_background_color(Color::RGB(0x00E9_EDF1));
    sheet.set_row_height(row, 34)?;
    for (column, name) in (0..).zip(columns) {
        sheet.write_string_with_format(row, column, plain_text(name), &format)?;
    }
    Ok(())
}

/// Returns the last row that was written.
fn numbers(sheet: &mut Worksheet, first: u32, rows: &[(String, Vec<i64>)]) -> anyhow::Result<u32> {
    let format = table_format();
    let mut at = first;
    for (name, numbers) in rows {
        sheet.write_string_with_format(at, 0, plain_text(name), &format)?;
        for (column, number) in (1..).zip(numbers) {
            // Counts of rows and people are far below 2^31.
            sheet.write_number_with_format(at, column, i32::try_from(*number)?, &format)?;
        }
        at += 1;
    }
    Ok(at.saturating_sub(1).max(first))
}

fn sums(sheet: &mut Worksheet, (first, last): (u32, u32), table: &RollUpSheet) -> anyhow::Result<()> {
    let bold = table_format().set_bold();
    sheet.write_string_with_format(last + 1, 0, plain_text(&table.total), &bold)?;
    for column in 1..u16::try_from(table.columns.len())? {
        let number = |(_, numbers): &(String, Vec<i64>)| numbers.get(usize::from(column) - 1).copied().unwrap_or(0);
        let sum: i64 = table.rows.iter().map(number).sum();
        let letter = char::from(b'A' + u8::try_from(column)?);
        // The result is written too: not every program counts before it shows.
        let formula = Formula::new(format!("=SUM({letter}{}:{letter}{})", first + 1, last + 1));
        sheet.write_formula_with_format(last + 1, column, formula.set_result(sum.to_string()), &bold)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::table::{Limits, read_table};

    #[test]
    fn numbers_are_numbers_and_their_sums_stand_below() {
        let table = RollUpSheet {
            title: "Сводка".to_owned(),
            about: vec!["Центр".to_owned()],
            columns: ["Организация", "Сроков", "Выполнено"].map(str::to_owned).to_vec(),
            rows: vec![("=Школа № 1".to_owned(), vec![12, 3]), ("Школа № 2".to_owned(), vec![30, 4])],
            total: "Всего".to_owned(),
            note: "С 14 ноября ничего не изменилось.".to_owned(),
        };
        let read = read_table("s.xlsx", &write(&table).unwrap(), Limits::default()).unwrap();
        assert!(read.contains(&["'=Школа № 1", "12", "3"].map(str::to_owned).to_vec()), "f54: {read:?}");
        assert!(read.contains(&["Всего", "42", "7"].map(str::to_owned).to_vec()), "{read:?}");
    }
}
