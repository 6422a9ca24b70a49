//! Footnotes and endnotes: their texts, to be put where the document refers to them.

use super::body::PASSED_OVER;
use crate::files::document::package::Package;
use crate::files::document::xml::{self, Piece, attribute};
use crate::files::document::{DocumentProblem, UNPACKED};
use std::collections::HashMap;

/// The parts that hold notes, by the element that refers to one of them.
const PARTS: [(&str, &str); 2] =
    [("footnoteReference", "word/footnotes.xml"), ("endnoteReference", "word/endnotes.xml")];

/// The texts of notes that nobody referred to yet.
#[derive(Default)]
pub(super) struct Notes(HashMap<(&'static str, String), String>);

impl Notes {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, DocumentProblem> {
        let mut notes = Self::default();
        for (reference, name) in PARTS {
            if let Some(part) = package.entry(name)? {
                notes.read_part(reference, part)?;
            }
        }
        Ok(notes)
    }

    /// The note's text, once: a second reference to it would multiply it.
    pub(super) fn take(&mut self, reference: &str, id: &str) -> Option<String> {
        let (reference, _) = PARTS.iter().find(|(known, _)| *known == reference)?;
        self.0.remove(&(*reference, id.to_owned()))
    }

    fn read_part(&mut self, reference: &'static str, part: impl std::io::BufRead) -> Result<(), DocumentProblem> {
        let (mut id, mut text, mut open, mut passed_over) = (None, String::new(), Vec::new(), 0_usize);
        xml::walk(part, UNPACKED, |piece| {
            match piece {
                Piece::Open(_) if passed_over > 0 => passed_over += 1,
                Piece::Close if passed_over > 0 => passed_over -= 1,
                Piece::Open(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    match name.as_str() {
                        name if PASSED_OVER.contains(&name) => {
                            passed_over = 1;
                            return Ok(());
                        }
                        "footnote" | "endnote" => (id, text) = (attribute(element, "id"), String::new()),
                        "p" | "br" | "tab" => text.push(' '),
                        _ => {}
                    }
                    open.push(name);
                }
                Piece::Close => {
                    if let Some("footnote" | "endnote") = open.pop().as_deref()
                        && let Some(id) = id.take()
                    {
                        self.keep(reference, id, &text);
                    }
                }
                Piece::Text(written) if open.last().is_some_and(|name| name == "t") => text.push_str(written),
                Piece::Text(_) => {}
            }
            Ok(())
        })
    }

    /// A line between notes has no text; a star before it is the sign of the reference.
    fn keep(&mut self, reference: &'static str, id: String, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = text.trim_start_matches(['*', ' ']);
        if !text.is_empty() {
            self.0.insert((reference, id), text.to_owned());
        }
    }
}
