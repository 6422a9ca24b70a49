//! Blocks → a Word document.

use super::{Block, Cell, Table};
use nastavnik::domain::dice::Dice;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" \
ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

const RELATIONSHIPS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
Target=\"word/document.xml\"/></Relationships>";

/// The file's bytes. Runs are cut anywhere, as Word leaves them after corrections.
pub(crate) fn write(blocks: &[Block], dice: &mut Dice) -> Vec<u8> {
    let mut body = String::new();
    for block in blocks {
        match block {
            Block::Text(text) => body += &paragraph(text, dice),
            Block::Break => body += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>",
            Block::Table(table) => {
                body += &self::table(table, dice);
                body += "<w:p/>";
            }
        }
    }
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\
         \"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in
        [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONSHIPS), ("word/document.xml", &document)]
    {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn table(table: &Table, dice: &mut Dice) -> String {
    let mut xml = "<w:tbl><w:tblPr/><w:tblGrid>".to_owned() + &"<w:gridCol w:w=\"1800\"/>".repeat(table.width);
    xml += "</w:tblGrid>";
    for (row, cells) in table.rows.iter().enumerate() {
        xml += "<w:tr>";
        for (column, cell) in cells.iter().enumerate() {
            let area = table.area(row, column);
            if area.is_some_and(|area| area.columns.0 != column) {
                continue;
            }
            let mut props = String::new();
            if let Some(area) = area {
                let span = area.columns.1 - area.columns.0 + 1;
                if span > 1 {
                    props += &format!("<w:gridSpan w:val=\"{span}\"/>");
                }
                if area.rows.0 < area.rows.1 {
                    props += if area.rows.0 == row { "<w:vMerge w:val=\"restart\"/>" } else { "<w:vMerge/>" };
                }
            }
            let covered = area.is_some_and(|area| area.rows.0 < row);
            let text = if covered { "<w:p/>".to_owned() } else { content(cell, dice) };
            xml += &format!("<w:tc><w:tcPr>{props}</w:tcPr>{text}</w:tc>");
        }
        xml += "</w:tr>";
    }
    xml + "</w:tbl>"
}

fn content(cell: &Cell, dice: &mut Dice) -> String {
    cell.text.split('\n').map(|line| paragraph(line, dice)).collect()
}

fn paragraph(text: &str, dice: &mut Dice) -> String {
    let run = |text: &str, props: &str| {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!("<w:r>{props}<w:t xml:space=\"preserve\">{escaped}</w:t></w:r>")
    };
    let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let (first, second) = text.split_at(if cuts.is_empty() { 0 } else { cuts[dice.below(cuts.len())] });
    let bold = if dice.chance(20) { "<w:rPr><w:b/></w:rPr>" } else { "" };
    format!("<w:p>{}{}</w:p>", run(first, ""), run(second, bold))
}
