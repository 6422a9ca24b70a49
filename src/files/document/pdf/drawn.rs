//! Pages drawn by hand, for tests.

use crate::domain::roadmap::document::Document;
use crate::files::document::read_document;
use std::fmt::Write as _;

/// Where the columns of a made table stand.
pub(super) const COLUMNS: [u32; 4] = [50, 250, 350, 500];
/// The height of a line of a made table, and where its text stands in it.
pub(super) const LINE: u32 = 14;

/// A file with a page for each of these contents: /F is Helvetica, /G has Russian letters, each 5 points wide.
pub(super) fn book(contents: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", 6 + 2 * at)).collect();
    let names = "begincmap 4 beginbfrange <20> <7e> <0020> <90> <91> <2010> <ab> <bb> <00ab> <c0> <ff> <0410> endbfrange \
                 3 beginbfchar <96> <2013> <97> <2116> <98> <0451> endbfchar endcmap";
    let mut text = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [{}] /Count {} >>\n\
         endobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Length {} >>\n\
         stream\n{names}\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R \
         /FirstChar 32 /LastChar 255 /Widths [{}] >>\nendobj\n",
        kids.join(" "),
        contents.len(),
        names.len(),
        "500 ".repeat(224)
    );
    for (content, number) in contents.iter().zip((6..).step_by(2)) {
        let _ = write!(
            text,
            "{number} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources << /Font \
             << /F 3 0 R /G 5 0 R >> >> >>\nendobj\n{} 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n",
            number + 1,
            number + 1,
            content.len()
        );
    }
    let _ = write!(text, "trailer\n<< /Root 1 0 R /Size {} >>\n%%EOF\n", 6 + 2 * contents.len());
    text.into_bytes()
}

/// Text at a place, 10 points high.
pub(super) fn at(x: u32, y: u32, text: &str) -> String {
    if text.is_ascii() {
        return format!("BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n");
    }
    let code = |letter: char| match letter {
        'А'..='я' => u32::from(letter) - 0x410 + 0xc0,
        '–' => 0x96,
        '№' => 0x97,
        'ё' => 0x98,
        '‐' => 0x90,
        '‑' => 0x91,
        other => u32::from(other),
    };
    let codes = text.chars().fold(String::new(), |mut codes, letter| {
        let _ = write!(codes, "{:02x}", code(letter));
        codes
    });
    format!("BT /G 10 Tf {x} {y} Td <{codes}> Tj ET\n")
}

/// A table from the top of a page down: each row so many lines high, with its cells, whose lines are parted by `/`.
pub(super) fn table(columns: &[u32], rows: &[(u32, &[&str])]) -> String {
    let mut content = String::new();
    let (mut top, left, right) = (700, columns[0], columns[columns.len() - 1]);
    let _ = writeln!(content, "{left} {top} m {right} {top} l S");
    for (lines, cells) in rows {
        for (cell, x) in cells.iter().zip(columns) {
            for (line, nth) in cell.split('/').zip(1..) {
                content.push_str(&at(x + 4, top - nth * LINE + 4, line));
            }
        }
        let bottom = top - lines * LINE;
        for x in columns {
            let _ = writeln!(content, "{x} {top} m {x} {bottom} l S");
        }
        let _ = writeln!(content, "{left} {bottom} m {right} {bottom} l S");
        top = bottom;
    }
    content
}

/// The cells of a file.
pub(super) fn grid(bytes: &[u8]) -> Vec<Vec<String>> {
    match read_document("plan.pdf", bytes).unwrap().document {
        Document::Grid(rows) => rows,
        other @ Document::Text(_) => panic!("text: {other:?}"),
    }
}
