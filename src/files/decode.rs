//! Text of bytes: UTF-8, UTF-16 with a mark, and the Russian 8-bit encodings that schools still send.

use crate::files::kind::FileKind;
use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// The largest text file that is read, in bytes: a road map of hundreds of pages.
pub const MAX_TEXT_BYTES: usize = 2 * MEGABYTE;
pub(crate) const MEGABYTE: usize = 1024 * 1024;

/// Fewer letters of several bytes could be chance.
const FEWEST_LETTERS: usize = 8;

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
    decode_known(FileKind::recognise("", bytes), bytes)
}

/// The same of bytes whose kind is known.
pub(super) fn decode_known(kind: FileKind, bytes: &[u8]) -> Result<String, TextFileProblem> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(TextFileProblem::TooLarge { limit: MAX_TEXT_BYTES / MEGABYTE });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(TextFileProblem::Empty);
    }
    match kind {
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
        Some((_, mark)) => utf8(&bytes[mark..])?.to_owned(),
        None => match utf8(bytes) {
            Some(text) => text.to_owned(),
            None if is_garbled(bytes) => return None,
            None => eight_bit(bytes)?,
        },
    };
    (!text.is_empty() && !text.chars().any(is_binary)).then_some(text)
}

/// UTF-8, without a letter that the file's beginning or end cut.
fn utf8(bytes: &[u8]) -> Option<&str> {
    let cut = |byte: &&u8| matches!(**byte, 0x80..=0xBF);
    let begins = bytes.iter().take(3).take_while(cut).count();
    match std::str::from_utf8(&bytes[begins..]) {
        Ok(text) => Some(text).filter(|text| begins == 0 || has_letters(text)),
        Err(error) => {
            let whole = std::str::from_utf8(&bytes[begins..begins + error.valid_up_to()]).ok()?;
            Some(whole).filter(|whole| error.error_len().is_none() && has_letters(whole))
        }
    }
}

/// Enough letters of several bytes to know UTF-8 by them: no 8-bit Russian text has so many by chance and no others.
fn has_letters(text: &str) -> bool {
    text.chars().filter(|c| !c.is_ascii()).nth(FEWEST_LETTERS).is_some()
}

/// Whether bytes are UTF-8 that was damaged: some bytes fit nowhere, but most letters are whole. In another encoding
/// they would be read as letters that nobody wrote.
pub(crate) fn is_garbled(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken > 0 && letters > FEWEST_LETTERS && letters > 5 * broken
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
    fn f55_a_letter_that_the_end_of_a_file_cut_is_left_out() {
        let bytes = TEXT.as_bytes();
        assert_eq!(decode_text(&bytes[..bytes.len() - 1]).unwrap(), TEXT.strip_suffix('и').unwrap());
        assert_eq!(decode_text(&bytes[1..]).unwrap(), TEXT.strip_prefix('Д').unwrap());
        let marked = format!("\u{feff}{TEXT}").into_bytes();
        assert_eq!(decode_text(&marked[..marked.len() - 1]).unwrap(), TEXT.strip_suffix('и').unwrap());
    }

    #[test]
    fn f55_damaged_letters_are_not_read_as_others() {
        let garbled = Err(TextFileProblem::NotText { found: FileKind::Garbled });
        for (at, byte) in [(20, 0xFF), (21, b'x'), (70, 0xC0)] {
            let mut bytes = TEXT.as_bytes().to_vec();
            bytes[at] = byte;
            assert_eq!(decode_text(&bytes), garbled, "{at}");
            let marked: Vec<u8> = b"\xEF\xBB\xBF".iter().copied().chain(bytes).collect();
            assert_eq!(decode_text(&marked), garbled, "{at}");
        }
    }

    #[test]
    fn f55_empty_and_huge_texts_are_refused() {
        assert_eq!(decode_text(b""), Err(TextFileProblem::Empty));
        assert_eq!(decode_text(b" \r\n\t"), Err(TextFileProblem::Empty));
        assert_eq!(decode_text("\u{feff} \n".as_bytes()), Err(TextFileProblem::Empty));
        assert_eq!(decode_text(&vec![b'a'; MAX_TEXT_BYTES + 1]), Err(TextFileProblem::TooLarge { limit: 2 }));
    }
}
