//! The table itself: names of the columns on each page, stages as bands across, rows that stay together.

use super::ROOM;
use super::xml::{Paragraph, Xml};
use crate::files::finished_table::{FinishedTable, Row};
use std::fmt::Write as _;

/// Widths of the columns; together they are [`ROOM`].
const WIDTHS: [u32; 6] = [680, 4_574, 2_300, 2_450, 2_050, 2_800];
const _: () = assert!(sum(&WIDTHS) == ROOM);
/// A row of more characters than this may go over to the next page: it would not fit one.
const LONG_ROW: usize = 1_500;

const CELL: Paragraph =
    Paragraph { bold: false, centred: false, size: 22, indent: 0, before: 0, after: 0, keep_next: false };

const fn sum(widths: &[u32]) -> u32 {
    let (mut total, mut at) = (0, 0);
    while at < widths.len() {
        total += widths[at];
        at += 1;
    }
    total
}

pub(super) fn write(xml: &mut Xml, table: &FinishedTable) {
    xml.raw(&opening());
    header(xml, table);
    if !table.has_rows() {
        band(xml, &CELL, &table.empty);
    }
    for stage in &table.stages {
        if !stage.name.is_empty() {
            band(xml, &Paragraph { bold: true, centred: true, keep_next: true, ..CELL }, &stage.name);
        }
        for row in &stage.rows {
            cells(xml, row);
        }
    }
    xml.raw("</w:tbl>");
}

/// Borders, fixed widths, the grid.
fn opening() -> String {
    let mut borders = String::new();
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(borders, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    let grid = WIDTHS.iter().fold(String::new(), |mut grid, width| {
        let _ = write!(grid, "<w:gridCol w:w=\"{width}\"/>");
        grid
    });
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{ROOM}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/>\
         <w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/>\
         <w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
}

fn header(xml: &mut Xml, table: &FinishedTable) {
    let names = &table.columns;
    let names = [&names.number, &names.activity, &names.term, &names.responsible, &names.state, &names.evidence];
    let look = Paragraph { bold: true, centred: true, ..CELL };
    xml.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (width, name) in WIDTHS.into_iter().zip(names) {
        cell(xml, (width, 1), &look, name);
    }
    xml.raw("</w:tr>");
}

/// One cell over all columns.
fn band(xml: &mut Xml, look: &Paragraph, text: &str) {
    xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    cell(xml, (ROOM, WIDTHS.len()), look, text);
    xml.raw("</w:tr>");
}

fn cells(xml: &mut Xml, row: &Row) {
    let long = [&row.activity, &row.responsible, &row.evidence].iter().any(|text| text.chars().count() > LONG_ROW);
    xml.raw(if long { "<w:tr>" } else { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" });
    let centred = Paragraph { centred: true, ..CELL };
    cell(xml, (WIDTHS[0], 1), &centred, &row.number);
    cell(xml, (WIDTHS[1], 1), &CELL, &row.activity);
    cell(xml, (WIDTHS[2], 1), &CELL, &row.term);
    cell(xml, (WIDTHS[3], 1), &CELL, &row.responsible);
    opening_cell(xml, (WIDTHS[4], 1));
    xml.paragraph(&Paragraph { bold: row.is_late, ..CELL }, &row.state);
    if !row.actual.is_empty() {
        xml.paragraph(&CELL, &row.actual);
    }
    xml.raw("</w:tc>");
    cell(xml, (WIDTHS[5], 1), &CELL, &row.evidence);
    xml.raw("</w:tr>");
}

fn cell(xml: &mut Xml, size: (u32, usize), look: &Paragraph, text: &str) {
    opening_cell(xml, size);
    xml.paragraph(look, text);
    xml.raw("</w:tc>");
}

fn opening_cell(xml: &mut Xml, (width, columns): (u32, usize)) {
    let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
    xml.raw(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}</w:tcPr>"));
}
