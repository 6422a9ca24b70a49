//! The finished table as a document for Word: landscape, plain borders, blank lines to sign; every word can be edited.

mod package;
mod table;
mod xml;

use super::{FinishedTable, Line};
use xml::{Paragraph, Xml};

/// A4 across, and its margins, in twentieths of a point.
const PAGE: (u32, u32) = (16_838, 11_906);
const LEFT: u32 = 1_134;
const RIGHT: u32 = 850;
const EDGE: u32 = 850;
/// What is left between the margins.
const ROOM: u32 = PAGE.0 - LEFT - RIGHT;
/// Where the lines of whoever approves begin.
const APPROVAL_INDENT: u32 = 9_400;

/// The document's bytes.
pub fn write(table: &FinishedTable) -> anyhow::Result<Vec<u8>> {
    package::pack(&document(table), &table.title)
}

/// `word/document.xml`.
fn document(table: &FinishedTable) -> String {
    let mut xml = Xml::new();
    blank_lines(&mut xml, &table.approval, APPROVAL_INDENT);
    xml.paragraph(
        &Paragraph { bold: true, centred: true, size: 28, before: 240, ..Paragraph::default() },
        &table.title,
    );
    for line in &table.about {
        xml.paragraph(&Paragraph { centred: true, ..Paragraph::default() }, line);
    }
    xml.paragraph(&Paragraph { after: 160, centred: true, size: 22, ..Paragraph::default() }, &table.made);
    table::write(&mut xml, table);
    xml.paragraph(&Paragraph { before: 200, after: 360, ..Paragraph::default() }, &table.totals);
    blank_lines(&mut xml, &table.signature, 0);
    let section = format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/>\
         <w:pgMar w:top=\"{EDGE}\" w:right=\"{RIGHT}\" w:bottom=\"{EDGE}\" w:left=\"{LEFT}\" w:header=\"400\" \
         w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>",
        PAGE.0, PAGE.1
    );
    xml.raw(&section);
    xml.into_document()
}

/// Lines to be filled in by hand; a caption is small and keeps to the line above.
fn blank_lines(xml: &mut Xml, lines: &[Line], indent: u32) {
    for line in lines {
        let (size, after) = if line.is_caption { (18, 60) } else { (24, 0) };
        xml.paragraph(&Paragraph { indent, size, after, keep_next: true, ..Paragraph::default() }, &line.text);
    }
}
