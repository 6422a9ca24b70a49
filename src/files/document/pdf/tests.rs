//! PDFs as programs write them, and as nobody should.

use super::*;
use crate::domain::school_year::SchoolYear;
use crate::files::document::read_document;
use proptest::prelude::*;
use std::fmt::Write as _;

fn fixture(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/documents").join(name);
    std::fs::read(path).unwrap()
}

fn read(bytes: &[u8]) -> Result<Document, DocumentProblem> {
    read_document("план.pdf", bytes).map(|read| read.document)
}

/// A file of these objects, the first of which is the catalog.
fn file(objects: &[String]) -> Vec<u8> {
    let mut text = "%PDF-1.4\n".to_owned();
    for (number, object) in (1..).zip(objects) {
        let _ = write!(text, "{number} 0 obj\n{object}\nendobj\n");
    }
    text.push_str("trailer\n<< /Root 1 0 R /Size 9 >>\n%%EOF\n");
    text.into_bytes()
}

/// A page with this content; object 5 is its font, object 6 a picture of one dot.
fn page(content: &str) -> Vec<u8> {
    let stream =
        |dictionary: &str, data: &str| format!("<< {dictionary} /Length {} >>\nstream\n{data}\nendstream", data.len());
    file(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> \
         /XObject << /P 6 0 R /L 7 0 R >> >> >>"
            .to_owned(),
        stream("", content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /L 7 0 R >> >>",
            "/L Do /L Do",
        ),
    ])
}

/// Text at a place.
fn at(x: u32, y: u32, text: &str) -> String {
    format!("BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n")
}

#[test]
fn a_printed_table_is_read_from_its_lines() {
    let document = read(&fixture("rechnaya.pdf")).unwrap();
    let Document::Grid(rows) = &document else { panic!("text: {document:?}") };
    let heading = ["Этап", "Мероприятие", "Срок", "Ответственный"];
    assert!(rows.iter().any(|row| row.get(1..).is_some_and(|cells| cells == heading)), "{rows:#?}");
    let reading = document.read(SchoolYear(2026));
    let seen: Vec<String> = reading
        .rows
        .iter()
        .map(|row| format!("{} | {} | {} | {}", row.number, row.stage, row.activity, row.term_text))
        .collect();
    assert_eq!(reading.rows.len(), 20, "{seen:#?}");
    assert!(reading.title.starts_with("ДОРОЖНАЯ КАРТА"), "{}", reading.title);
    assert!(reading.rows.iter().all(|row| !row.needs_review() && !row.responsible.is_empty()), "{seen:#?}");
    assert!(reading.rows[18].stage.starts_with("Завершение"), "{seen:#?}");
    for (row, number) in reading.rows.iter().zip(1..) {
        assert!(row.activity.ends_with(&format!("({number})")), "{seen:#?}");
    }
}

#[test]
fn cells_are_told_by_lines_and_merged_where_there_is_none() {
    let mut content = String::new();
    for line in ["10 700 m 310 700 l S", "10 600 m 310 600 l S", "110 650 m 310 650 l S", "10 550 m 310 550 l S"] {
        content.push_str(line);
        content.push('\n');
    }
    // Filled thin boxes are lines, too.
    for line in ["9.5 550 1 150 re f", "110 550 0.5 150 re f", "210 600 0.5 100 re f", "309 550 1 150 re f"] {
        content.push_str(line);
        content.push('\n');
    }
    content.push_str(
        &[at(20, 680, "stage"), at(120, 680, "one"), at(220, 680, "two"), at(120, 630, "three"), at(120, 618, "more")]
            .concat(),
    );
    content.push_str(
        &[
            at(220, 630, "four"),
            at(20, 570, "last"),
            at(120, 570, "wide cell over two"),
            at(20, 740, "ABOVE THE TABLE"),
        ]
        .concat(),
    );
    content.push_str(&at(20, 30, "page 1"));
    let expected: [&[&str]; 4] = [
        &["ABOVE THE TABLE"],
        &["stage", "one", "two"],
        &["stage", "three\nmore", "four"],
        &["last", "wide cell over two", ""],
    ];
    let Document::Grid(rows) = read(&page(&content)).unwrap() else { panic!() };
    assert_eq!(rows, expected);
}

#[test]
fn columns_without_lines_stay_apart() {
    let content =
        [at(20, 700, "Name"), at(300, 700, "Term"), at(20, 680, "a long activity"), at(300, 680, "May")].concat();
    assert_eq!(read(&page(&content)).unwrap(), Document::Text("Name    Term\na long activity    May".to_owned()));
}

#[test]
fn a_scan_and_a_locked_file_and_an_empty_one_are_told_apart() {
    assert_eq!(read(&page("q 500 0 0 700 0 0 cm /P Do Q")), Err(DocumentProblem::Scan));
    let stamped = format!("q 500 0 0 700 0 0 cm /P Do Q\n{}", at(20, 20, "No 5"));
    assert_eq!(read(&page(&stamped)), Err(DocumentProblem::Scan));
    assert_eq!(read(&page("")), Err(DocumentProblem::Empty));
    assert_eq!(read(&fixture("locked.pdf")), Err(DocumentProblem::Protected));
    assert_eq!(read(b"%PDF-1.7 ..."), Err(BROKEN));
}

#[test]
fn a_page_that_draws_itself_without_end_ends() {
    let endless = format!("/L Do\n{}", at(20, 700, "seen"));
    assert!(matches!(read(&page(&endless)), Ok(_) | Err(DocumentProblem::TooSlow)));
}

#[test]
fn deep_nesting_and_crooked_numbers_do_no_harm() {
    for bad in
        ["[".repeat(200_000), "<<".repeat(100_000), "q ".repeat(200_000), "1e38 0 0 1e38 0 0 cm (x) Tj".to_owned()]
    {
        let _ = read(&page(&bad));
        let _ = read(&file(&[format!("<< /Type /Catalog /Pages 2 0 R /X {bad} >>"), bad]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_damaged_file_is_answered(places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = fixture("locked.pdf");
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read(&bytes);
        let _ = read(&bytes[..bytes.len() / 2]);
    }
}
