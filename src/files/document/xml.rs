//! XML piece by piece: no document types, no entities, no endless depth.

use super::DocumentProblem;
use crate::files::kind::FileKind;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{self, BufRead};

/// The deepest nesting that is followed: real documents have about thirty levels.
const DEEPEST: usize = 400;
/// Bytes of a name: it is kept, and looked up again for each paragraph.
const LONGEST_NAME: usize = 255;
const BROKEN: DocumentProblem = DocumentProblem::Broken { found: FileKind::Docx };

/// What comes next in a part.
pub(super) enum Piece<'p> {
    Open(&'p BytesStart<'p>),
    Close,
    Text(&'p str),
}

/// Walks through a part; `limit` (bytes) is what the problem names when the package holds too much.
pub(super) fn walk(
    source: impl BufRead,
    limit: u64,
    mut take: impl FnMut(Piece<'_>) -> Result<(), DocumentProblem>,
) -> Result<(), DocumentProblem> {
    let mut reader = Reader::from_reader(source);
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut depth) = (Vec::new(), 0_usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| problem(&error, limit))? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(BROKEN);
                }
                take(Piece::Open(&element))?;
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or(BROKEN)?;
                take(Piece::Close)?;
            }
            Event::Text(text) => take(Piece::Text(&text.xml10_content()))?,
            Event::CData(text) => take(Piece::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let sign = match reference.resolve_char_ref() {
                    Ok(Some(sign)) => sign,
                    Ok(None) => named(&reference).ok_or(BROKEN)?,
                    Err(_) => return Err(BROKEN),
                };
                take(Piece::Text(sign.encode_utf8(&mut [0; 4])))?;
            }
            Event::DocType(_) => return Err(BROKEN),
            Event::Eof => return if depth == 0 { Ok(()) } else { Err(BROKEN) },
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// The five entities that XML has of itself. Others would have to be declared, and declarations are refused.
fn named(reference: &str) -> Option<char> {
    match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn problem(error: &quick_xml::Error, limit: u64) -> DocumentProblem {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => DocumentProblem::TooSlow,
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            DocumentProblem::TooLargeInside { limit: usize::try_from(limit / (1024 * 1024)).unwrap_or(usize::MAX) }
        }
        _ => BROKEN,
    }
}

/// The value of an attribute by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    // Looking for doubles compares each attribute with all before it: an element may have millions.
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The value of an attribute that names something; empty where there is none.
pub(super) fn short_attribute(element: &BytesStart<'_>, name: &str) -> Result<String, DocumentProblem> {
    let value = attribute(element, name).unwrap_or_default();
    if value.len() > LONGEST_NAME { Err(BROKEN) } else { Ok(value) }
}
