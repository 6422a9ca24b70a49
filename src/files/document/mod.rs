//! The document that a school sends, whatever it is: DOCX, XLSX, CSV, PDF with text, Markdown, plain text.
//!
//! What a file is is said by its bytes, not by its name. What comes out is [`Document`]: its tables as cells, or its
//! text. Each reader keeps the limits below while it reads, so that a file can take neither the memory nor the time
//! of the house; what cannot be read is a [`DocumentProblem`] with a sentence that says what to do instead.
//!
//! To read another format: its kind in [`crate::files::kind`], an arm in [`read_document`], a reader beside `docx`
//! that keeps the limits, a target in `tests/fuzz`.

mod docx;
mod package;
mod pdf;
mod problem;
mod sheets;
mod xml;

pub use problem::DocumentProblem;

use crate::domain::roadmap::document::Document;
use crate::files::decode::{self, MEGABYTE};
use crate::files::kind::FileKind;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 10 * MEGABYTE;
/// The longest document, in characters: about five hundred pages.
pub const LONGEST: usize = 1_000_000;
/// Bytes that may come out of a package: what a zip bomb is stopped by.
const UNPACKED: u64 = 40 * 1024 * 1024;
/// Lines outside tables: five hundred pages have a fifth of that.
const LINES: usize = 100_000;
/// Rows of all tables together.
const ROWS: usize = 5_000;
/// Columns of one table.
const COLUMNS: usize = 60;
/// Characters in one cell.
const CELL_CHARS: usize = 20_000;

/// A document and what of the file is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadDocument {
    pub document: Document,
    /// Names of the sheets that are not part of the road map.
    pub left_out: Vec<String>,
    /// How many documents lie inside the document and were not read (`altChunk`; Word joins them when it saves).
    pub nested: usize,
}

/// Reads a file. Busy for up to some seconds: call it from `spawn_blocking`, outside any unit of work.
pub fn read_document(name: &str, bytes: &[u8]) -> Result<ReadDocument, DocumentProblem> {
    if bytes.len() > MAX_BYTES {
        return Err(DocumentProblem::TooLarge { limit: MAX_BYTES / MEGABYTE });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DocumentProblem::Empty);
    }
    let whole = |document| ReadDocument { document, left_out: Vec::new(), nested: 0 };
    let kind = FileKind::recognise(name, bytes);
    match kind {
        FileKind::Docx => guarded(FileKind::Docx, || docx::read(bytes)),
        FileKind::Xlsx => guarded(FileKind::Xlsx, || sheets::read(bytes)),
        FileKind::Pdf => pdf::read(bytes).map(whole),
        FileKind::Csv | FileKind::Txt => Ok(whole(Document::Text(text(kind, bytes)?))),
        FileKind::Encrypted => Err(DocumentProblem::Protected),
        found => Err(DocumentProblem::WrongKind { found }),
    }
}

fn text(kind: FileKind, bytes: &[u8]) -> Result<String, DocumentProblem> {
    let text = decode::decode_known(kind, bytes)?;
    if text.chars().count() > LONGEST { Err(DocumentProblem::TooLong { limit: LONGEST / 1000 }) } else { Ok(text) }
}

/// A parser's panic over a crafted file is that file's fault, not a reason to lose the conversation.
fn guarded<T>(
    found: FileKind,
    read: impl FnOnce() -> Result<T, DocumentProblem> + std::panic::UnwindSafe,
) -> Result<T, DocumentProblem> {
    std::panic::catch_unwind(read).unwrap_or(Err(DocumentProblem::Broken { found }))
}

/// A line without what nobody sees: soft hyphens, marks of direction, control characters.
fn tidy(line: &str) -> String {
    let seen = line.chars().filter_map(|c| match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some(' '),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => None,
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}' => Some('•'),
        '\t' => Some('\t'),
        c if c.is_control() => None,
        c => Some(c),
    });
    seen.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod made;
#[cfg(test)]
mod tests;
