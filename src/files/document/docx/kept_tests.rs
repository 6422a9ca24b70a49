//! Text that stands beside a cell's own paragraphs and still belongs to it.

use super::*;
use crate::files::document::made::{cell, docx, paragraphs};

const DELETED_MARK: &str = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>до 1 мая</w:t></w:r></w:p>";

fn grid(bytes: &[u8]) -> Vec<Vec<String>> {
    match read(bytes).unwrap() {
        Document::Grid(rows) => rows,
        Document::Text(text) => panic!("text, not a table: {text}"),
    }
}

fn row(cells: &[String]) -> String {
    format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cells.concat())
}

#[test]
fn a_deleted_mark_at_the_end_of_a_cell_leaves_its_text_there() {
    let open = format!("<w:tc>{DELETED_MARK}</w:tc>");
    let body = row(&[cell("", "опрос"), open.clone(), cell("", "куратор")]);
    assert_eq!(grid(&docx(&body)), [["опрос", "до 1 мая", "куратор"]]);
    let last = row(&[cell("", "опрос"), open]);
    assert_eq!(grid(&docx(&format!("{last}{}", paragraphs("конец"))))[0], ["опрос", "до 1 мая"]);
    let before = format!("{DELETED_MARK}{}", row(&[cell("", "опрос"), cell("", "май")]));
    assert_eq!(grid(&docx(&before)), [vec!["до 1 мая"], vec!["опрос", "май"]]);
    assert_eq!(read(&docx(DELETED_MARK)).unwrap(), Document::Text("до 1 мая".to_owned()));
}
