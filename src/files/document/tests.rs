//! Whole files of every kind through `read_document`: what they are, what is in them, what is said of those that
//! cannot be read.

use super::made::package;
use super::*;
use crate::files::kind::FileKind as Kind;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn sheet(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    book(|book| fill(book.add_worksheet()))
}

fn grid(bytes: &[u8]) -> Vec<Vec<String>> {
    match read_document("план.xlsx", bytes).unwrap().document {
        Document::Grid(rows) => rows,
        Document::Text(text) => panic!("text, not a table: {text}"),
    }
}

fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
}

#[test]
fn merged_cells_of_a_sheet_stand_in_every_row_that_they_cover() {
    let plain = Format::new();
    let bytes = sheet(|sheet| {
        sheet.merge_range(1, 1, 1, 3, "ДОРОЖНАЯ КАРТА", &plain).unwrap();
        write(
            sheet,
            &[
                &[],
                &[],
                &["", "Этап", "Мероприятие", "Срок"],
                &["", "", "приказ", "май"],
                &["", "", "опрос\n  анкета", "июнь"],
            ],
        );
        sheet.merge_range(3, 1, 4, 1, "1. Подготовка", &plain).unwrap();
        sheet.merge_range(5, 1, 5, 3, "Раздел 2", &plain).unwrap();
    });
    let expected: [&[&str]; 5] = [
        &["ДОРОЖНАЯ КАРТА"],
        &["Этап", "Мероприятие", "Срок"],
        &["1. Подготовка", "приказ", "май"],
        &["1. Подготовка", "опрос\nанкета", "июнь"],
        &["Раздел 2"],
    ];
    assert_eq!(grid(&bytes), expected);
}

#[test]
fn a_row_with_only_its_first_cell_filled_is_as_wide_as_the_table() {
    let bytes = sheet(|sheet| {
        write(
            sheet,
            &[
                &["Мероприятие", "Срок", "Ответственный"],
                &["Опрос", "май", "куратор"],
                &["Круглый стол"],
                &["", "июнь", ""],
            ],
        );
        sheet.merge_range(4, 0, 4, 2, "Раздел 2", &Format::new()).unwrap();
        sheet.merge_range(5, 0, 6, 0, "Отчёт", &Format::new()).unwrap();
        sheet.write_string(6, 1, "июль").unwrap();
    });
    let expected: [&[&str]; 7] = [
        &["Мероприятие", "Срок", "Ответственный"],
        &["Опрос", "май", "куратор"],
        &["Круглый стол", "", ""],
        &["", "июнь", ""],
        &["Раздел 2"],
        &["Отчёт", "", ""],
        &["Отчёт", "июль", ""],
    ];
    assert_eq!(grid(&bytes), expected);
}

#[test]
fn a_merged_area_over_the_whole_sheet_costs_nothing() {
    let bytes = sheet(|sheet| {
        write(sheet, &[&["Мероприятие", "Срок"], &["опрос", "май"]]);
        sheet.merge_range(2, 0, 1_048_575, 0, "далее", &Format::new()).unwrap();
    });
    assert_eq!(grid(&bytes), [vec!["Мероприятие", "Срок"], vec!["опрос", "май"], vec!["далее", ""]]);
}

#[test]
fn the_sheets_that_look_like_a_road_map_are_read_and_the_others_named() {
    let bytes = book(|book| {
        write(book.add_worksheet().set_name("Титул").unwrap(), &[&["Школа № 1"]]);
        write(book.add_worksheet().set_name("План").unwrap(), &[&["Мероприятие", "Срок"], &["опрос", "май"]]);
        write(book.add_worksheet().set_name("План 2").unwrap(), &[&["Мероприятие", "Срок"], &["анкета", "июнь"]]);
        write(
            book.add_worksheet().set_name("Старый").unwrap().set_hidden(true),
            &[&["Мероприятие", "Срок"], &["x", "май"]],
        );
        book.add_worksheet();
    });
    let read = read_document("план.xlsx", &bytes).unwrap();
    assert_eq!(read.left_out, ["Титул", "Старый"]);
    let Document::Grid(rows) = read.document else { panic!() };
    assert_eq!(
        rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(),
        ["Мероприятие", "опрос", "Мероприятие", "анкета"]
    );
}

#[test]
fn values_of_a_sheet_are_read_as_people_see_them() {
    let day = ExcelDateTime::from_ymd(2026, 9, 15).unwrap();
    let bytes = sheet(|sheet| {
        write(sheet, &[&["№", "Мероприятие", "Срок"]]);
        for (row, shown) in (1..).zip(["dd.mm.yyyy", "mmmm yyyy", "[$-419]mmmm;@", "d mmm", "yyyy"]) {
            sheet.write_number(row, 0, f64::from(row)).unwrap();
            sheet.write_formula(row, 1, Formula::new("=UPPER(A1)").set_result("ОПРОС")).unwrap();
            sheet.write_datetime_with_format(row, 2, &day, &Format::new().set_num_format(shown)).unwrap();
        }
        sheet.set_row_hidden(1).unwrap();
        sheet.set_column_hidden(1).unwrap();
    });
    let rows = grid(&bytes);
    assert_eq!(rows[1], ["1", "ОПРОС", "15.09.2026"]);
    let terms: Vec<&str> = rows[2..].iter().map(|row| row[2].as_str()).collect();
    assert_eq!(terms, ["сентябрь 2026", "сентябрь", "15.09", "2026"]);
}

#[test]
fn a_workbook_without_a_plan_is_still_a_document() {
    let bytes = sheet(|sheet| write(sheet, &[&["Школа № 1"], &["Директор", "Сомова"]]));
    assert_eq!(
        grid(&bytes),
        [vec!["Школа № 1", ""], vec!["Директор", "Сомова"]].map(|mut row| {
            if row[1].is_empty() {
                row.pop();
            }
            row
        })
    );
    assert_eq!(
        read_document(
            "x.xlsx",
            &book(|book| {
                book.add_worksheet();
            })
        ),
        Err(DocumentProblem::Empty)
    );
}

#[test]
fn texts_in_the_encodings_of_schools_are_documents() {
    let text = "Мероприятие;Срок\nопрос;май\n";
    let document = Document::Text(text.to_owned());
    let sixteen: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), sixteen, windows] {
        assert_eq!(read_document("план.docx", &bytes).unwrap().document, document);
    }
}

/// An OLE container that has a stream of this name.
fn compound(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain([0; 504]).chain(name).collect()
}

#[test]
fn what_cannot_be_read_is_named_whatever_its_name() {
    let wrong = |found| Err(DocumentProblem::WrongKind { found });
    let named = |content: &[u8]| package(&[("mimetype", content)]);
    let cases: [(Vec<u8>, Result<ReadDocument, DocumentProblem>); 17] = [
        (compound("WordDocument"), wrong(Kind::Doc)),
        (compound("Workbook"), wrong(Kind::Xls)),
        (compound("PowerPoint Document"), wrong(Kind::Pptx)),
        (compound("EncryptedPackage"), Err(DocumentProblem::Protected)),
        (compound("?"), wrong(Kind::Unknown)),
        (package(&[("ppt/presentation.xml", b"<p/>")]), wrong(Kind::Pptx)),
        (package(&[("xl/workbook.bin", b"x")]), wrong(Kind::Xlsb)),
        (package(&[("photo.jpg", b"x")]), wrong(Kind::Zip)),
        (package(&[("xl/workbook.xml", b"<x")]), Err(DocumentProblem::Broken { found: Kind::Xlsx })),
        (package(&[("word/document.xml", b"<x")]), Err(DocumentProblem::Broken { found: Kind::Docx })),
        (b"{\\rtf1 x}".to_vec(), wrong(Kind::Rtf)),
        (b"\x89PNG\r\n\x1a\n".to_vec(), wrong(Kind::Image)),
        (b"<html><table><tr><td>x</td></tr></table></html>".to_vec(), wrong(Kind::Html)),
        (b"Rar!\x1a\x07".to_vec(), wrong(Kind::Zip)),
        (vec![0, 1, 2, 3, 0, 255], wrong(Kind::Unknown)),
        (b" \r\n".to_vec(), Err(DocumentProblem::Empty)),
        (vec![b'a'; MAX_BYTES + 1], Err(DocumentProblem::TooLarge { limit: 10 })),
    ];
    for name in ["план.docx", "план.xls", ""] {
        for (bytes, expected) in &cases {
            // Between look-alikes the name decides: an OLE container called .doc is a document.
            assert_eq!(&read_document(name, bytes), expected, "{name} {:?}", &bytes[..bytes.len().min(16)]);
        }
    }
    let odf = |kind: &str| read_document("x", &named(format!("application/vnd.oasis.opendocument.{kind}").as_bytes()));
    assert!(matches!(odf("text"), Err(DocumentProblem::WrongKind { .. })));
}

#[test]
fn a_document_that_holds_a_workbook_is_a_document() {
    let inside = sheet(|sheet| write(sheet, &[&["x"]]));
    let document = b"<w:document><w:p><w:r><w:t>x</w:t></w:r></w:p></w:document>";
    let bytes = package(&[("word/embeddings/book.xlsx", &inside), ("word/document.xml", document)]);
    assert_eq!(read_document("план.docx", &bytes).unwrap().document, Document::Text("x".to_owned()));
}

fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[а-яёА-Я0-9.,;:&<>\"'«»№–-]{1,12}( [а-яё&<>]{1,8}){0,3}(\n[а-яё0-9]{1,9}){0,2}";
    (2_usize..7, 1_usize..9)
        .prop_flat_map(move |(width, height)| proptest::collection::vec(proptest::collection::vec(cell, width), height))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_written_into_a_sheet_comes_back(cells in cells()) {
        let bytes = sheet(|sheet| {
            for (row, line) in (0..).zip(&cells) {
                for (column, text) in (0..).zip(line) {
                    sheet.write_string(row, column, text).unwrap();
                }
            }
        });
        prop_assert_eq!(grid(&bytes), cells);
    }

    #[test]
    fn no_bytes_bring_the_readers_down(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "[a-z.]{0,8}") {
        let _ = read_document(&name, &bytes);
    }
}
