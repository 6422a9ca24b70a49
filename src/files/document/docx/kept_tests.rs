//! Text that stands beside a cell's own paragraphs and still belongs to it.

use super::*;
use crate::files::document::made::{cell, docx, docx_with, paragraphs};

const DELETED_MARK: &str = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>до 1 мая</w:t></w:r></w:p>";
const NOTES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn grid(bytes: &[u8]) -> Vec<Vec<String>> {
    match read(bytes).unwrap().document {
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
    assert_eq!(read(&docx(DELETED_MARK)).unwrap().document, Document::Text("до 1 мая".to_owned()));
}

fn note(kind: &str, id: &str, text: &str) -> String {
    format!(
        "<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p></w:{kind}>"
    )
}

#[test]
fn notes_are_read_where_they_are_referred_to() {
    let reference = |text: &str, kind: &str, id: &str| {
        format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:{kind}Reference w:id=\"{id}\"/></w:r></w:p></w:tc>")
    };
    let footnotes = format!(
        "<w:footnotes {NOTES}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}{}</w:footnotes>",
        note("footnote", "1", "до 1 октября"),
        note("footnote", "2", "* только новые пары")
    );
    let endnotes = format!("<w:endnotes {NOTES}>{}</w:endnotes>", note("endnote", "1", "по согласованию"));
    let body = row(&[
        reference("Опрос", "footnote", "2"),
        reference("сентябрь", "footnote", "1"),
        reference("куратор", "endnote", "1"),
    ]);
    let parts = [("word/footnotes.xml", footnotes.as_str()), ("word/endnotes.xml", endnotes.as_str())];
    let expected = ["Опрос (только новые пары)", "сентябрь (до 1 октября)", "куратор (по согласованию)"];
    assert_eq!(grid(&docx_with(&body, &parts)), [expected]);
    // A reference to a note that the package does not have says nothing.
    assert_eq!(grid(&docx(&body)), [["Опрос", "сентябрь", "куратор"]]);
}

#[test]
fn a_document_inside_the_document_is_named_as_not_read() {
    let body = format!("{}<w:altChunk r:id=\"AltChunkId1\"/>", paragraphs("План"));
    assert_eq!(read(&docx(&body)).unwrap().nested, 1);
    assert_eq!(read(&docx(&paragraphs("План"))).unwrap().nested, 0);
}
