//! Files that ask for more than they are: refused by their problem, before they take the memory or the time.

use super::made::package;
use super::*;
use crate::files::document::package::Package;
use crate::files::kind::FileKind as Kind;
use crate::files::table::{self, TableProblem};
use rust_xlsxwriter::Workbook;
use std::fmt::Write as _;
use std::sync::mpsc;
use std::time::{Duration, Instant};

const BROKEN_DOCX: DocumentProblem = DocumentProblem::Broken { found: Kind::Docx };
const TOO_LONG: DocumentProblem = DocumentProblem::TooLong { limit: LONGEST / 1000 };

/// A workbook of one sheet, with more parts.
fn workbook(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let (root, relations) =
        (relation("officeDocument", "xl/workbook.xml"), relation("worksheet", "worksheets/sheet1.xml"));
    let book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        .to_owned();
    let mut parts = vec![
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(more.iter().map(|(name, content)| (*name, content.as_bytes())));
    package(&parts)
}

const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";

fn docx(document: &str, more: &[(&str, &str)]) -> Result<ReadDocument, DocumentProblem> {
    let mut parts = vec![("word/document.xml", document.as_bytes())];
    parts.extend(more.iter().map(|(name, content)| (*name, content.as_bytes())));
    let (bytes, (done, read)) = (package(&parts), mpsc::channel());
    std::thread::spawn(move || done.send(read_document("план.docx", &bytes)));
    read.recv_timeout(Duration::from_mins(2)).expect("reading takes too long")
}

#[test]
fn a_workbook_gets_no_room_for_texts_that_it_only_claims() {
    let too_large = Err(DocumentProblem::TooLargeInside { limit: 40 });
    for tag in ["count=\"1\" uniqueCount=\"1000000000000\"", "a=\"\"uniqueCount='99999999999999999999999'"] {
        let strings = format!("<!-- x --><x:sst {tag}><x:si><x:t>опрос</x:t></x:si></x:sst>");
        for name in ["xl/sharedStrings.xml", "xl/SHAREDstrings.XML", "XL\\sharedStrings.xml"] {
            let bytes = workbook(SHEET, &[(name, &strings)]);
            assert_eq!(read_document("план.xlsx", &bytes), too_large, "{name} {tag}");
            let staff = table::read_table("staff.xlsx", &bytes, table::Limits::default());
            assert_eq!(staff, Err(TableProblem::TooLargeInside { limit: 30 }), "{name} {tag}");
        }
    }
    let careless = "<sst uniqueCount=\"70\"><si><t>опрос</t></si></sst>";
    let read = read_document("план.xlsx", &workbook(SHEET, &[("xl/sharedStrings.xml", careless)]));
    assert_eq!(read.unwrap().document, Document::Grid(vec![vec!["опрос".to_owned()]]));
}

#[test]
fn what_a_workbook_says_once_is_not_repeated_without_end() {
    let format = format!("<numFmts><numFmt numFmtId=\"9\" formatCode=\"{}\"/></numFmts>", "0".repeat(5_000));
    let styles = |format: &str, xf: usize| {
        format!("<styleSheet>{format}<cellXfs>{}</cellXfs></styleSheet>", "<xf numFmtId=\"9\"/>".repeat(xf))
    };
    let strings = ("xl/sharedStrings.xml", "<sst><si><t>опрос</t></si></sst>");
    let read = |styles: &str| read_document("план.xlsx", &workbook(SHEET, &[("xl/styles.xml", styles), strings]));
    assert_eq!(read(&styles(&format, 20_000)), Err(DocumentProblem::TooLargeInside { limit: 40 }));
    assert!(read(&styles(&format, 1_000)).is_ok());
}

#[test]
fn a_workbook_has_no_sheets_without_end() {
    let mut book = Workbook::new();
    (0..51).for_each(|_| {
        book.add_worksheet();
    });
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(read_document("план.xlsx", &bytes), Err(DocumentProblem::TooManySheets { limit: 50 }));
    let staff = table::read_table("staff.xlsx", &bytes, table::Limits::default());
    assert_eq!(staff, Err(TableProblem::TooManySheets { limit: 50 }));
}

#[test]
fn rows_of_all_sheets_together_have_the_limit_of_rows() {
    let mut book = Workbook::new();
    for _ in 0..2 {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["Мероприятие", "Срок"]).unwrap();
        for row in 1..3_000 {
            sheet.write_row(row, 0, ["опрос", "май"]).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(read_document("план.xlsx", &bytes), Err(DocumentProblem::TooManyRows { limit: ROWS }));
}

#[test]
fn merged_areas_have_an_end() {
    let areas = |count: usize| {
        let cell = |row: u32, place: &str, text: &str| {
            format!("<row r=\"{row}\"><c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>")
        };
        let cells = [cell(1, "A1", &"опрос ".repeat(300)), cell(2, "B2", "май")].concat();
        let merged = "<mergeCell ref=\"A1:A2\"/>".repeat(count);
        format!("<worksheet><sheetData>{cells}</sheetData><mergeCells>{merged}</mergeCells></worksheet>")
    };
    assert_eq!(read_document("план.xlsx", &workbook(&areas(20_001), &[])), Err(TOO_LONG));
    assert_eq!(read_document("план.xlsx", &workbook(&areas(1_000), &[])), Err(TOO_LONG));
    assert!(read_document("план.xlsx", &workbook(&areas(1), &[])).is_ok());
}

#[test]
fn cells_and_paragraphs_are_counted_as_they_come() {
    // The document goes on after what is too much: it is not read so far.
    let cells = format!("<d><tbl><tr>{}", "<tc/>".repeat(COLUMNS + 1));
    assert_eq!(docx(&cells, &[]), Err(DocumentProblem::TooManyColumns { limit: COLUMNS }));
    assert_eq!(docx(&format!("<d>{}", "<p/>".repeat(LINES + 1)), &[]), Err(TOO_LONG));
    assert_eq!(docx(&format!("<d>{}</d>", "<p/>".repeat(LINES)), &[]), Err(DocumentProblem::Empty));
}

#[test]
fn attributes_without_end_are_read_in_passing() {
    let mut element = "<d><p><pPr><pStyle".to_owned();
    (0..60_000).for_each(|at| write!(element, " a{at}=\"\"").unwrap());
    element.push_str(" val=\"x\"/></pPr><r><t>опрос</t></r></p></d>");
    assert_eq!(docx(&element, &[]).unwrap().document, Document::Text("опрос".to_owned()));
}

#[test]
fn names_and_labels_of_lists_are_short() {
    let long = "%1".repeat(200);
    let plain = "<d><p><pPr><pStyle val=\"a\"/></pPr><r><t>опрос</t></r></p></d>";
    let styles = format!("<styles><style styleId=\"{long}\"/></styles>");
    assert_eq!(docx(plain, &[("word/styles.xml", &styles)]), Err(BROKEN_DOCX));
    let parent = format!("<styles><style styleId=\"a\"><basedOn val=\"{long}\"/></style></styles>");
    assert_eq!(docx(plain, &[("word/styles.xml", &parent)]), Err(BROKEN_DOCX));
    let level = format!(
        "<n><abstractNum abstractNumId=\"1\"><lvl ilvl=\"0\"><lvlText val=\"{long}\"/></lvl></abstractNum></n>"
    );
    assert_eq!(docx(plain, &[("word/numbering.xml", &level)]), Err(BROKEN_DOCX));
    let mut many = "<n>".to_owned();
    (0..40_001).for_each(|at| write!(many, "<num numId=\"{at}\"><abstractNumId val=\"1\"/></num>").unwrap());
    assert_eq!(docx(plain, &[("word/numbering.xml", &many)]), Err(BROKEN_DOCX));
}

#[test]
fn a_package_is_not_read_longer_than_it_may_take() {
    let bytes = package(&[("word/document.xml", b"<d><p/></d>")]);
    let read = |ends: Instant| {
        let mut package = Package::open_until(ends, &bytes, UNPACKED).unwrap();
        let part = package.entry("word/document.xml").unwrap().unwrap();
        xml::walk(part, UNPACKED, |_| Ok(()))
    };
    assert_eq!(read(Instant::now()), Err(DocumentProblem::TooSlow));
    assert_eq!(read(Instant::now() + Duration::from_mins(1)), Ok(()));
}
