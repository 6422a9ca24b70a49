//! Each trap of Word's documents, and each thing that must not be lost in them.

use super::*;
use crate::files::document::made::{cell, docx, docx_with, paragraphs, table};
use crate::files::document::{CELL_CHARS, ROWS, read_document};
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Result<Document, DocumentProblem> {
    read_document("план.docx", bytes).map(|read| read.document)
}

fn grid(body: &str) -> Vec<Vec<String>> {
    match read(&docx(body)).unwrap() {
        Document::Grid(rows) => rows,
        Document::Text(text) => panic!("text, not a table: {text}"),
    }
}

/// A table around rows.
fn rows(rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
    let rows = rows.concat();
    format!("<w:tbl>{rows}</w:tbl>")
}

/// A table of one row whose first cell holds this XML.
fn first_cell(xml: &str) -> String {
    grid(&rows(&[&format!("<w:tc>{xml}</w:tc>{}", cell("", "x"))])).remove(0).remove(0)
}

fn run(inside: &str) -> String {
    format!("<w:p><w:r>{inside}</w:r></w:p>")
}

#[test]
fn paragraphs_and_tables_come_in_order() {
    let plain = |cells: &[&str]| vec![cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()];
    let body = [
        paragraphs("УТВЕРЖДАЮ\nДорожная карта"),
        table(&plain(&["№", "Мероприятие"])),
        paragraphs("Раздел 2"),
        table(&plain(&["1", "приказ\nположение"])),
        paragraphs("Директор"),
    ];
    let expected: [&[&str]; 6] = [
        &["УТВЕРЖДАЮ"],
        &["Дорожная карта"],
        &["№", "Мероприятие"],
        &["Раздел 2"],
        &["1", "приказ\nположение"],
        &["Директор"],
    ];
    assert_eq!(grid(&body.concat()), expected);
}

#[test]
fn a_document_without_tables_is_text() {
    let text = read(&docx(&paragraphs("План\n\n1. Опрос"))).unwrap();
    assert_eq!(text, Document::Text("План\n\n1. Опрос".to_owned()));
}

#[test]
fn merged_cells_stand_in_every_row_that_they_cover_and_in_the_first_column() {
    let (begins, goes_on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let wide = "<w:gridSpan w:val=\"2\"/>";
    let body = rows(&[
        &[cell(begins, "Этап 1"), cell("", "а"), cell("", "б")].concat(),
        &[cell(goes_on, ""), cell(wide, "в и г")].concat(),
        &[cell(begins, "Этап 2"), cell("", "д"), cell("", "е")].concat(),
        &[cell("", ""), cell("", "ж"), cell("", "з")].concat(),
    ]);
    assert_eq!(grid(&body), [["Этап 1", "а", "б"], ["Этап 1", "в и г", ""], ["Этап 2", "д", "е"], ["", "ж", "з"]]);
}

#[test]
fn a_row_of_one_wide_cell_is_a_row_of_one_cell() {
    let body = rows(&[
        &[cell("", "№"), cell("", "Дело")].concat(),
        &cell("<w:gridSpan w:val=\"2\"/>", "Раздел 1"),
        &[cell("", "1"), cell("", "опрос")].concat(),
    ]);
    assert_eq!(grid(&body)[1], ["Раздел 1"]);
}

#[test]
fn rows_that_say_nothing_of_their_own_are_no_rows() {
    let body = rows(&[
        &[cell("<w:vMerge w:val=\"restart\"/>", "Этап"), cell("", "а")].concat(),
        &[cell("<w:vMerge/>", ""), cell("", "")].concat(),
        &[cell("", ""), cell("", " ")].concat(),
    ]);
    assert_eq!(grid(&body), [["Этап", "а"]]);
}

#[test]
fn columns_before_a_row_keep_their_place() {
    let body = rows(&[
        &[cell("", "а"), cell("", "б"), cell("", "в")].concat(),
        &["<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_owned(), cell("", "г"), cell("", "д")].concat(),
    ]);
    assert_eq!(grid(&body)[1], ["", "г", "д"]);
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let words = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p><w:ins>{}</w:ins><w:del><w:r><w:delText>до 1 мая</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom>{}</w:p>",
        words("до "),
        words("потом"),
        words("1 июня")
    );
    assert_eq!(first_cell(&body), "до 1 июня");
    let gone = ["<w:trPr><w:del w:id=\"1\"/></w:trPr>".to_owned(), cell("", "старое"), cell("", "x")].concat();
    assert_eq!(grid(&rows(&[&[cell("", "новое"), cell("", "y")].concat(), &gone])), [["новое", "y"]]);
    let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>до 1 </w:t></w:r></w:p><w:p><w:r><w:t>мая</w:t></w:r></w:p>";
    assert_eq!(first_cell(joined), "до 1 мая");
}

#[test]
fn fields_give_their_result_and_not_their_code() {
    let field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE \\@ \"dd\"</w:instrText></w:r>\
                 <w:r><w:t>15 мая</w:t></w:r></w:p>";
    assert_eq!(first_cell(field), "15 мая");
    assert_eq!(first_cell("<w:p><w:hyperlink><w:r><w:t>сайт</w:t></w:r></w:hyperlink></w:p>"), "сайт");
    let control = "<w:sdt><w:sdtPr><w:alias w:val=\"Срок\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>май</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    assert_eq!(first_cell(control), "май");
}

#[test]
fn signs_that_are_elements_are_read() {
    assert_eq!(first_cell(&run("<w:t>а</w:t><w:br/><w:t>б</w:t><w:tab/><w:t>в</w:t>")), "а\nб в");
    assert_eq!(first_cell(&run("<w:t>2026</w:t><w:noBreakHyphen/><w:t>27</w:t>")), "2026-27");
    assert_eq!(first_cell(&run("<w:t>персо</w:t><w:softHyphen/><w:t>нали\u{ad}зация</w:t>")), "персонализация");
    assert_eq!(first_cell(&run("<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:t> опрос</w:t>")), "• опрос");
    assert_eq!(first_cell(&run("<w:t>А &amp; Б &#171;В&#187;</w:t>")), "А & Б «В»");
    let stops = "<w:p><w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>а</w:t></w:r></w:p>";
    assert_eq!(first_cell(stops), "а");
    assert_eq!(first_cell(&run("<w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t>")), "");
    assert_eq!(first_cell(&run("<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>видно</w:t>")), "видно");
}

#[test]
fn a_text_box_is_read_once() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>УТВЕРЖДАЮ</w:t></w:r></w:p></w:txbxContent>";
    let drawing = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r><w:r><w:t>План</w:t></w:r></w:p>"
    );
    assert_eq!(read(&docx(&drawing)).unwrap(), Document::Text("УТВЕРЖДАЮ\nПлан".to_owned()));
}

#[test]
fn a_table_inside_a_cell_is_lines_of_the_cell() {
    let inner = table(&[vec!["приказ".to_owned(), "№ 5".to_owned()], vec!["акт".to_owned(), String::new()]]);
    assert_eq!(first_cell(&format!("{}{inner}<w:p/>", paragraphs("Документы:"))), "Документы:\nприказ № 5\nакт");
}

#[test]
fn a_frame_around_everything_is_no_table() {
    let inner = table(&[vec!["а".to_owned(), "б".to_owned()]]);
    let framed = rows(&[&format!("<w:tc>{}{inner}</w:tc>", paragraphs("План"))]);
    assert_eq!(grid(&framed), [vec!["План"], vec!["а", "б"]]);
}

const NUMBERING: &str = "<w:numbering xmlns:w=\"w\">\
    <w:abstractNum w:abstractNumId=\"0\">\
      <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
      <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>\
      <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"russianLower\"/><w:lvlText w:val=\"%3)\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"x\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num>\
    </w:numbering>";

const STYLES: &str = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>\
    <w:style w:styleId=\"Own\"><w:basedOn w:val=\"Base\"/></w:style></w:styles>";

#[test]
fn numbers_that_word_draws_are_read() {
    let item = |list: u8, level: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let numbered = |inside: &str, text: &str| format!("<w:tc>{inside}</w:tc>{}", cell("", text));
    let list = [item(4, 0, "приказ"), item(4, 0, "акт"), item(4, 0, "")].concat();
    let styled = "<w:p><w:pPr><w:pStyle w:val=\"Own\"/></w:pPr><w:r><w:t>опрос</w:t></w:r></w:p>";
    let body = rows(&[
        &numbered(&item(3, 0, ""), "первое"),
        &numbered(&item(3, 1, ""), "под первым"),
        &numbered(&item(3, 0, ""), "второе"),
        &numbered(&item(3, 2, "буква"), "третье"),
        &numbered(&list, "список"),
        &numbered(styled, "стиль"),
        &numbered(&item(0, 0, "без номера"), "нет"),
    ]);
    let bytes = docx_with(&body, &[("word/numbering.xml", NUMBERING), ("word/styles.xml", STYLES)]);
    let Document::Grid(read) = read(&bytes).unwrap() else { panic!() };
    let first: Vec<&str> = read.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(first, ["1.", "1.1.", "2.", "а) буква", "• приказ\n• акт", "• опрос", "без номера"]);
}

#[test]
fn the_document_may_have_another_name_and_macros() {
    let document = "<d xmlns=\"x\"><body><p><r><t>План</t></r></p></body></d>";
    let bytes = crate::files::document::made::package(&[
        ("word/document2.xml", document.as_bytes()),
        ("word/vbaProject.bin", b"macros"),
    ]);
    assert_eq!(read(&bytes).unwrap(), Document::Text("План".to_owned()));
}

#[test]
fn entities_and_document_types_are_refused() {
    let bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:t>&b;</w:t></w:document>";
    let broken = Err(DocumentProblem::Broken { found: FileKind::Docx });
    assert_eq!(read(&crate::files::document::made::package(&[("word/document.xml", bomb.as_bytes())])), broken);
    assert_eq!(read(&docx(&run("<w:t>&unknown;</w:t>"))), broken);
}

#[test]
fn what_is_too_much_is_refused_by_the_limit_that_it_breaks() {
    let long = "я".repeat(CELL_CHARS + 1);
    let row = [cell("", &long), cell("", "б")].concat();
    assert_eq!(read(&docx(&rows(&[&row]))), Err(DocumentProblem::CellTooLong { row: 1, limit: CELL_CHARS }));
    let huge = "я".repeat(5 * 1024 * 1024);
    assert_eq!(read(&docx(&paragraphs(&huge))), Err(DocumentProblem::TooLong { limit: LONGEST / 1000 }));
    let many = table(&vec![vec!["а".to_owned(), "б".to_owned()]; ROWS + 1]);
    assert_eq!(read(&docx(&many)), Err(DocumentProblem::TooManyRows { limit: ROWS }));
    let wide = rows(&[&cell("<w:gridSpan w:val=\"4000000000\"/>", "а")]);
    assert_eq!(read(&docx(&wide)), Err(DocumentProblem::TooManyColumns { limit: 60 }));
    // A merged cell of 15,000 letters over a hundred rows is written a hundred times.
    let first = [cell("<w:vMerge w:val=\"restart\"/>", &"я".repeat(15_000)), cell("", "б")].concat();
    let next = [cell("<w:vMerge/>", ""), cell("", "б")].concat();
    let merged: Vec<&str> = std::iter::once(first.as_str()).chain(std::iter::repeat_n(next.as_str(), 100)).collect();
    assert_eq!(read(&docx(&rows(&merged))), Err(DocumentProblem::TooLong { limit: LONGEST / 1000 }));
    let deep = format!("{}{}", "<w:sdt>".repeat(500), "</w:sdt>".repeat(500));
    assert_eq!(read(&docx(&deep)), Err(DocumentProblem::Broken { found: FileKind::Docx }));
}

#[test]
fn a_bomb_is_stopped_by_what_comes_out_of_it() {
    let limit = 1024 * 1024;
    let bytes = docx(&" ".repeat(3 * 1024 * 1024));
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    let mut package = Package::open(&bytes, limit).unwrap();
    let part = package.entry(DOCUMENT).unwrap().unwrap();
    assert_eq!(xml::walk(part, limit, |_| Ok(())), Err(DocumentProblem::TooLargeInside { limit: 1 }));
    let mut roomy = Package::open(&bytes, 4 * limit).unwrap();
    let part = roomy.entry(DOCUMENT).unwrap().unwrap();
    assert_eq!(xml::walk(part, limit, |_| Ok(())), Ok(()));
}

#[test]
fn two_documents_of_one_name_are_refused() {
    let mut bytes =
        crate::files::document::made::package(&[("word/document.xml", b"<d/>"), ("word/documenu.xml", b"<d/>")]);
    for at in 0..bytes.len() - 8 {
        if bytes[at..].starts_with(b"documenu") {
            bytes[at + 7] = b't';
        }
    }
    assert_eq!(read(&bytes), Err(DocumentProblem::Broken { found: FileKind::Docx }));
}

#[test]
fn a_cut_archive_is_refused() {
    let whole = docx(&paragraphs("Дорожная карта\nещё"));
    for part in 1..8 {
        let cut = &whole[..whole.len() * part / 8];
        assert!(read(cut).is_err(), "{part}/8");
    }
}

/// What a cell may hold: letters, signs that XML reserves, several lines.
fn texts() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[а-яёА-Я0-9.,;:&<>\"'«»№–-]{1,12}( [а-яё&<>]{1,8}){0,3}(\n[а-яё0-9]{1,9}){0,2}")
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_written_into_a_table_comes_back(
        cells in (2_usize..7, 1_usize..9).prop_flat_map(|(width, height)| {
            proptest::collection::vec(proptest::collection::vec(texts(), width), height)
        })
    ) {
        prop_assert_eq!(grid(&table(&cells)), cells);
    }
}
