//! What each target does with the bytes that it is given. The fuzzer and the mutated corpus in `cargo test` use this.

use nastavnik::domain::roadmap::term;
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::files::document::read_document;
use nastavnik::messenger::Messenger;
use nastavnik::messenger::telegram::Telegram;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const YEAR: SchoolYear = SchoolYear(2026);

/// What a target does with bytes.
pub(crate) type Feed = fn(&[u8]);

/// A target by its name; the corpus of each lies in `tests/data/fuzz/NAME`.
pub(crate) const TARGETS: &[(&str, Feed)] = &[
    ("terms", terms),
    ("text", text),
    ("csv", csv),
    ("docx", docx),
    ("xlsx", xlsx),
    ("pdf", pdf),
    ("updates", updates),
];

pub(crate) fn terms(data: &[u8]) {
    let phrase = String::from_utf8_lossy(data);
    let reading = term::read(&phrase, YEAR);
    if let (Some(start), Some(due)) = (reading.start, reading.due) {
        assert!(start <= due, "{phrase:?} begins after it ends");
    }
}

pub(crate) fn text(data: &[u8]) {
    document("план.txt", data);
}

pub(crate) fn csv(data: &[u8]) {
    document("план.csv", data);
    let _ = nastavnik::files::table::read_table("план.csv", data, nastavnik::files::table::Limits::default());
}

/// A package as it is, or what is put into one as the document itself.
pub(crate) fn docx(data: &[u8]) {
    if data.starts_with(b"PK") {
        document("план.docx", data);
    } else {
        document("план.docx", &package(&[("word/document.xml", data)]));
        for part in ["word/numbering.xml", "word/styles.xml"] {
            document("план.docx", &package(&[("word/document.xml", b"<d><p/></d>"), (part, data)]));
        }
    }
}

/// A package as it is, or what is put into one as its only sheet, its texts and its styles.
pub(crate) fn xlsx(data: &[u8]) {
    if data.starts_with(b"PK") {
        document("план.xlsx", data);
        return;
    }
    let types = b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let root =
        b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let workbook =
        b"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
        <sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let relations =
        b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let sheet = b"<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        let mut parts: Vec<(&str, &[u8])> = vec![
            ("[Content_Types].xml", types),
            ("_rels/.rels", root),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", relations),
            (part, data),
        ];
        if part != "xl/worksheets/sheet1.xml" {
            parts.push(("xl/worksheets/sheet1.xml", sheet));
        }
        document("план.xlsx", &package(&parts));
    }
}

pub(crate) fn pdf(data: &[u8]) {
    document("план.pdf", data);
}

/// An update as the messenger might send it.
pub(crate) fn updates(data: &[u8]) {
    static TELEGRAM: LazyLock<Telegram> =
        LazyLock::new(|| Telegram::new("http://127.0.0.1:1", "1:x".to_owned().into()).expect("a client"));
    let _ = TELEGRAM.read(&String::from_utf8_lossy(data));
}

/// Reads a file and the rows in it; what cannot be read has a problem that says so.
fn document(name: &str, data: &[u8]) {
    match read_document(name, data) {
        Ok(read) => assert!(read.document.read(YEAR).rows.len() <= 100_000),
        Err(problem) => assert!(!problem.key().is_empty()),
    }
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry begins");
        writer.write_all(content).expect("memory is enough");
    }
    writer.finish().expect("a package").into_inner()
}
