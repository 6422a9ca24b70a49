//! Text of bytes: UTF-8, UTF-16 with a mark, and the Russian 8-bit encodings that schools still send.

use crate::files::kind::FileKind;
use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// The largest text file that is read, in bytes: a road map of hundreds of pages.
pub const MAX_TEXT_BYTES: usize = 2 * MEGABYTE;
pub(crate) const MEGABYTE: usize = 1024 * 1024;

/// Why a file is not a text that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFileProblem {
    #[error("the file holds no text")]
    Empty,
    /// `limit` in whole megabytes.
    #[error("the file is larger than {limit} MB")]
    TooLarge { limit: usize },
    #[error("the file is not plain text but {}", found.code())]
    NotText { found: FileKind },
}

/// The text of a file, without its byte order mark.
///
/// Without a mark, what is not UTF-8 is taken for Windows-1251, CP866 or KOI8-R, whichever gives the most
/// of the commonest Russian letters (Windows-1251 when they tie).
pub fn decode_text(bytes: &[u8]) -> Result<String, TextFileProblem> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(TextFileProblem::TooLarge { limit: MAX_TEXT_BYTES / MEGABYTE });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(TextFileProblem::Empty);
    }
    match FileKind::recognise("", bytes) {
        FileKind::Csv | FileKind::Txt => {}
        found => return Err(TextFileProblem::NotText { found }),
    }
    match guess_text(bytes) {
        None => Err(TextFileProblem::NotText { found: FileKind::Unknown }),
        Some(text) if text.trim().is_empty() => Err(TextFileProblem::Empty),
        Some(text) => Ok(text),
    }
}

/// The text of bytes that carry no other format's signature; `None` for binary.
pub(crate) fn guess_text(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?.into_owned()
        }
        Some((_, mark)) => std::str::from_utf8(&bytes[mark..]).ok()?.to_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => eight_bit(bytes)?,
        },
    };
    (!text.is_empty() && !text.chars().any(is_binary)).then_some(text)
}

fn eight_bit(bytes: &[u8]) -> Option<String> {
    let (mut best, mut best_score) = (None, 0);
    for encoding in [WINDOWS_1251, IBM866, KOI8_R] {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let score = text.chars().filter(|c| "оеаинтсрвлкОЕАИНТСРВЛК".contains(*c)).count();
        if score > best_score {
            (best, best_score) = (Some(text.into_owned()), score);
        }
    }
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    // Those letters are two thirds of any Russian text; noise has about a fifth.
    best.filter(|_| best_score * 3 >= high)
}

/// Tabs, line ends, page breaks and DOS's end-of-file mark belong to text; other control characters do not.
fn is_binary(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\x1a')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "ДОРОЖНАЯ КАРТА\r\nПодъём: Иванова Мария Петровна, учитель физики";

    fn encoded(encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(TEXT).0.into_owned()
    }

    #[test]
    fn f55_every_usual_russian_encoding_is_read() {
        assert_eq!(decode_text(TEXT.as_bytes()).unwrap(), TEXT);
        assert_eq!(decode_text(format!("\u{feff}{TEXT}").as_bytes()).unwrap(), TEXT);
        for encoding in [WINDOWS_1251, IBM866, KOI8_R] {
            assert_eq!(decode_text(&encoded(encoding)).unwrap(), TEXT, "{}", encoding.name());
        }
        let units = || "\u{feff}".encode_utf16().chain(TEXT.encode_utf16());
        assert_eq!(decode_text(&units().flat_map(u16::to_le_bytes).collect::<Vec<_>>()).unwrap(), TEXT);
        assert_eq!(decode_text(&units().flat_map(u16::to_be_bytes).collect::<Vec<_>>()).unwrap(), TEXT);
    }

    #[test]
    fn f55_capitals_alone_are_enough_to_tell_the_encoding() {
        for encoding in [WINDOWS_1251, IBM866, KOI8_R] {
            let bytes = encoding.encode("ПЕТРОВ ИВАН").0.into_owned();
            assert_eq!(decode_text(&bytes).unwrap(), "ПЕТРОВ ИВАН", "{}", encoding.name());
        }
    }

    #[test]
    fn f55_what_is_not_text_is_refused_by_its_kind() {
        assert_eq!(decode_text(b"%PDF-1.7 x"), Err(TextFileProblem::NotText { found: FileKind::Pdf }));
        assert_eq!(decode_text(b"a\0b\0c"), Err(TextFileProblem::NotText { found: FileKind::Unknown }));
        let noise: Vec<u8> = (0..4000_u32).map(|i| u8::try_from(0x80 | (i * 77 % 128)).unwrap()).collect();
        assert_eq!(decode_text(&noise), Err(TextFileProblem::NotText { found: FileKind::Unknown }));
        assert_eq!(decode_text(b"\xFF\xFE\x00\xD8x"), Err(TextFileProblem::NotText { found: FileKind::Unknown }));
    }

    #[test]
    fn f55_empty_and_huge_texts_are_refused() {
        assert_eq!(decode_text(b""), Err(TextFileProblem::Empty));
        assert_eq!(decode_text(b" \r\n\t"), Err(TextFileProblem::Empty));
        assert_eq!(decode_text("\u{feff} \n".as_bytes()), Err(TextFileProblem::Empty));
        assert_eq!(decode_text(&vec![b'a'; MAX_TEXT_BYTES + 1]), Err(TextFileProblem::TooLarge { limit: 2 }));
    }
}
