//! Blocks → a workbook.

use super::{Area, Block, Cell, Table};
use nastavnik::domain::dice::Dice;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The file's bytes. A table of people in the annex may stand in a sheet of its own.
pub(crate) fn write(blocks: &[Block], dice: &mut Dice) -> Vec<u8> {
    let mut book = Workbook::new();
    let (across, gap, own_annex) = (dice.chance(40), dice.chance(50), dice.chance(50));
    let left = u16::from(dice.chance(20));
    let mut row = u32::try_from(dice.below(3)).unwrap();
    let mut sheet = book.add_worksheet();
    for block in blocks {
        let annex = matches!(block, Block::Text(text) if text == "Состав наставнических пар");
        match block {
            Block::Break => (sheet, row) = (book.add_worksheet(), 0),
            Block::Text(_) if annex && own_annex => (sheet, row) = (book.add_worksheet(), 0),
            Block::Text(text) => {
                let format = Format::new();
                if across {
                    sheet.merge_range(row, left, row, left + 3, text, &format).map(|_| ()).unwrap();
                } else {
                    sheet.write_string(row, left, text).map(|_| ()).unwrap();
                }
                row += 1;
            }
            Block::Table(table) => {
                row += u32::from(gap && row > 0);
                put(sheet, table, (row, left)).unwrap();
                row += u32::try_from(table.rows.len()).unwrap() + u32::from(gap);
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn put(sheet: &mut Worksheet, table: &Table, (top, left): (u32, u16)) -> Result<(), XlsxError> {
    let row_at = |row: usize| top + u32::try_from(row).unwrap();
    let column_at = |column: usize| left + u16::try_from(column).unwrap();
    for Area { rows, columns } in &table.merged {
        let format = Format::new().set_text_wrap();
        sheet.merge_range(row_at(rows.0), column_at(columns.0), row_at(rows.1), column_at(columns.1), "", &format)?;
    }
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let first = table.area(row, column).is_none_or(|area| (area.rows.0, area.columns.0) == (row, column));
            if first && !cell.text.is_empty() {
                write_cell(sheet, (row_at(row), column_at(column)), cell)?;
            }
        }
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell) -> Result<(), XlsxError> {
    if let Some((day, format)) = cell.day {
        let value = ExcelDateTime::parse_from_str(&day.to_string())?;
        sheet.write_datetime_with_format(row, column, &value, &Format::new().set_num_format(format))?;
    } else if let (true, Ok(number)) = (cell.is_number, cell.text.parse::<f64>()) {
        sheet.write_number(row, column, number)?;
    } else {
        sheet.write_string_with_format(row, column, &cell.text, &Format::new().set_text_wrap())?;
    }
    Ok(())
}
