//! What a workbook says of itself, looked at before the library believes it.
//!
//! The library makes room for as many texts as a part says it has, and repeats what stands once: the format's code and
//! the font's name in each style, the target of a relationship in each sheet. A few kilobytes could ask for terabytes.
//! All parts are looked at, for any part may be named as any other.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufRead, BufReader, Cursor};
use zip::ZipArchive;

/// Texts that all cells of a workbook share; a text takes some fifty bytes when it is read.
const MOST_TEXTS: usize = 1_000_000;
/// Styles of cells, and fonts, fills and borders of them: Excel has no more than 64 thousand.
const MOST_STYLES: usize = 65_536;
/// Sheets, seen or not.
const MOST_SHEETS: usize = 5_000;
/// Bytes that the library may write for what a workbook says once.
const MOST_REPEATED: usize = 64 * 1024 * 1024;

#[derive(Default)]
struct Claims {
    texts: usize,
    styles: usize,
    parts_of_styles: usize,
    /// Bytes of the longest name and format that a style may repeat.
    longest_style: usize,
    sheets: usize,
    longest_target: usize,
}

/// Whether the memory that a workbook asks for is within reason. What is no package is left to the library.
pub(super) fn are_modest(bytes: &[u8]) -> bool {
    let Ok(mut package) = ZipArchive::new(Cursor::new(bytes)) else {
        return true;
    };
    let mut claims = Claims::default();
    (0..package.len()).all(|at| package.by_index(at).map_or(true, |part| claims.of(BufReader::new(part))))
}

impl Claims {
    /// Adds those of a part, up to its end or to what the library will not read either.
    fn of(&mut self, part: impl BufRead) -> bool {
        let mut reader = Reader::from_reader(part);
        let config = reader.config_mut();
        // As the library has it.
        (config.check_end_names, config.check_comments) = (false, false);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) if !self.take(&element) => return false,
                Ok(Event::Eof) | Err(_) => return true,
                Ok(_) => {}
            }
        }
    }

    fn take(&mut self, element: &BytesStart<'_>) -> bool {
        match element.local_name().as_ref() {
            "sst" => return texts_said(element).all(|texts| texts <= MOST_TEXTS),
            "si" => self.texts += 1,
            "xf" => self.styles += 1,
            "font" | "fill" | "border" => self.parts_of_styles += 1,
            "numFmt" | "name" => self.longest_style = self.longest_style.max(element.len()),
            "sheet" => {
                self.sheets += 1;
                self.longest_target = self.longest_target.max(element.len());
            }
            "Relationship" => self.longest_target = self.longest_target.max(element.len()),
            _ => return true,
        }
        self.texts <= MOST_TEXTS
            && self.styles <= MOST_STYLES
            && self.parts_of_styles <= 3 * MOST_STYLES
            && self.sheets <= MOST_SHEETS
            && self.styles.saturating_mul(self.longest_style) <= MOST_REPEATED
            && self.sheets.saturating_mul(self.longest_target) <= MOST_REPEATED
    }
}

/// How many texts a part says to have, wherever in its tag that stands: the library and a parser of ours might not see
/// the same attributes in a crafted one.
fn texts_said<'e>(element: &'e BytesStart<'_>) -> impl Iterator<Item = usize> + 'e {
    let tag: &str = element;
    tag.split("uniqueCount").skip(1).map(|rest| {
        let value = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || "=\"'".contains(c));
        let digits = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
        if digits == 0 { 0 } else { value[..digits].parse().unwrap_or(usize::MAX) }
    })
}
