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
    let mut rows = String::new();
    for row in 0..table.rows.len() {
        let cells: String = (0..table.rows[row].len()).map(|column| cell(table, (row, column), dice)).collect();
        rows += &["<w:tr>", &cells, "</w:tr>"].concat();
    }
    let columns = "<w:gridCol w:w=\"1800\"/>".repeat(table.width);
    format!("<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>")
}

/// A cell with what it is merged with; nothing where a merged one covers it from the left.
fn cell(table: &Table, (row, column): (usize, usize), dice: &mut Dice) -> String {
    let Some(area) = table.area(row, column) else {
        return format!("<w:tc><w:tcPr/>{}</w:tc>", content(&table.rows[row][column], dice));
    };
    if area.columns.0 != column {
        return String::new();
    }
    let span = format!("<w:gridSpan w:val=\"{}\"/>", area.columns.1 - area.columns.0 + 1);
    let merge = match (area.rows.0 == row, area.rows.0 < area.rows.1) {
        (_, false) => "",
        (true, true) => "<w:vMerge w:val=\"restart\"/>",
        (false, true) => "<w:vMerge/>",
    };
    let text = if area.rows.0 == row { content(&table.rows[row][column], dice) } else { "<w:p/>".to_owned() };
    format!("<w:tc><w:tcPr>{span}{merge}</w:tcPr>{text}</w:tc>")
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
