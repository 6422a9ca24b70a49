//! DOCX (and DOCM, whose macros nobody runs): paragraphs and tables in order, as people see them.
//!
//! `body` walks through the document, `pile` puts rows together, `lists` knows the numbers that Word draws itself.
//! `notes` holds footnotes, which are read where the text
//! refers to them. Left out as on paper or as accepted: deleted text, field codes, headers and footers, hidden text.

mod body;
mod lists;
mod notes;
mod pile;

use super::package::Package;
use super::{DocumentProblem, LONGEST, ReadDocument, UNPACKED, xml};
use crate::domain::roadmap::document::Document;
use crate::files::kind::FileKind;
use body::Body;
use lists::Lists;
use notes::Notes;
use pile::Block;

/// Where Word keeps the document; Office 365 sometimes calls it `document2.xml`.
const DOCUMENT: &str = "word/document.xml";

pub(super) fn read(bytes: &[u8]) -> Result<ReadDocument, DocumentProblem> {
    let broken = DocumentProblem::Broken { found: FileKind::Docx };
    let mut package = Package::open(bytes, UNPACKED)?;
    let name = if package.has(DOCUMENT) {
        DOCUMENT.to_owned()
    } else {
        package.find(("word/document", ".xml")).ok_or(broken)?
    };
    let mut body = Body::new(Lists::read(&mut package)?, Notes::read(&mut package)?);
    let part = package.entry(&name)?.ok_or(broken)?;
    xml::walk(part, UNPACKED, |piece| body.take(&piece))?;
    let (blocks, nested) = body.finish()?;
    Ok(ReadDocument { document: document(blocks)?, left_out: Vec::new(), nested })
}

/// Text where there is no table, else everything as rows of a grid.
fn document(blocks: Vec<Block>) -> Result<Document, DocumentProblem> {
    let chars: usize = blocks.iter().map(Block::chars).sum();
    if chars > LONGEST {
        return Err(DocumentProblem::TooLong { limit: LONGEST / 1000 });
    }
    if chars == 0 {
        return Err(DocumentProblem::Empty);
    }
    if blocks.iter().any(|block| matches!(block, Block::Row(cells) if cells.len() > 1)) {
        let rows = blocks.into_iter().map(Block::into_row).filter(|row| row.iter().any(|cell| !cell.is_empty()));
        return Ok(Document::Grid(rows.collect()));
    }
    let lines: Vec<String> = blocks.into_iter().flat_map(Block::into_row).collect();
    Ok(Document::Text(lines.join("\n")))
}

#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod tests;
