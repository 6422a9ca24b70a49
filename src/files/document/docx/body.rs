//! The walk through `word/document.xml`: which elements are text, and where it belongs.

use super::lists::Lists;
use super::notes::Notes;
use super::pile::{Block, Merge, Pile};
use crate::files::document::DocumentProblem;
use crate::files::document::xml::{Piece, attribute};
use quick_xml::events::BytesStart;

/// Elements whose content is not read: what was deleted or moved away, codes of fields, readings above signs, former
/// properties, and the second version of a drawing that has two.
pub(super) const PASSED_OVER: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "rt",
    "sdtPr",
    "sectPr",
    "tblPr",
    "tblGrid",
    "tblPrEx",
    "pPrChange",
    "rPrChange",
    "tcPrChange",
    "trPrChange",
    "Fallback",
];

/// What an open element is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Paragraph,
    ParagraphProps,
    /// Properties of the paragraph's end.
    MarkProps,
    ListProps,
    Run {
        hidden: bool,
    },
    RunProps,
    /// `w:t`: its text is the document's.
    Written,
    /// A row, a cell or a table that the pile has opened.
    Piled,
    RowProps,
    CellProps,
    Other,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<String>,
    level: Option<usize>,
    /// Its end was deleted: the next paragraph goes on in the same line.
    goes_on: bool,
}

/// What was read so far.
pub(super) struct Body {
    lists: Lists,
    pile: Pile,
    open: Vec<Tag>,
    /// How many open elements belong to one that is passed over.
    passed_over: usize,
    /// The prefix of the document's own elements: `w` by custom.
    prefix: Option<Vec<u8>>,
    /// The innermost is last: a text box stands inside a paragraph.
    paragraphs: Vec<Paragraph>,
    /// A paragraph whose mark was deleted: the next one goes on in the same line.
    carried: Option<Paragraph>,
    notes: Notes,
    /// Documents inside the document, which are not read.
    chunks: usize,
}

impl Body {
    pub(super) fn new(lists: Lists, notes: Notes) -> Self {
        let (pile, open, paragraphs) = (Pile::default(), Vec::new(), Vec::new());
        Self { lists, pile, open, passed_over: 0, prefix: None, paragraphs, carried: None, notes, chunks: 0 }
    }

    pub(super) fn take(&mut self, piece: &Piece<'_>) -> Result<(), DocumentProblem> {
        match piece {
            Piece::Open(_) | Piece::Close if self.passed_over > 0 => {
                self.passed_over =
                    if matches!(piece, Piece::Open(_)) { self.passed_over + 1 } else { self.passed_over - 1 };
            }
            Piece::Open(element) => match self.opened(element)? {
                Some(tag) => self.open.push(tag),
                None => self.passed_over = 1,
            },
            Piece::Close => self.closed()?,
            Piece::Text(text) if self.open.last() == Some(&Tag::Written) && self.passed_over == 0 => self.write(text),
            Piece::Text(_) => {}
        }
        Ok(())
    }

    /// What was read, and how many documents inside it were not.
    pub(super) fn finish(mut self) -> Result<(Vec<Block>, usize), DocumentProblem> {
        self.end_carried()?;
        Ok((self.pile.finish(), self.chunks))
    }

    /// What an element is; `None` when it is passed over.
    fn opened(&mut self, element: &BytesStart<'_>) -> Result<Option<Tag>, DocumentProblem> {
        let local = element.local_name();
        let name = local.as_ref();
        let prefix = element.name().prefix().map(|prefix| prefix.as_ref().as_bytes().to_vec()).unwrap_or_default();
        let own = *self.prefix.get_or_insert_with(|| prefix.clone()) == prefix;
        let above = self.open.last().copied().unwrap_or(Tag::Other);
        if !own {
            let formula = name == "t" && prefix == b"m";
            return Ok(if name == "Fallback" { None } else { Some(if formula { Tag::Written } else { Tag::Other }) });
        }
        if self.property(above, name, element)? {
            return Ok(Some(Tag::Other));
        }
        if matches!(name, "tbl" | "tc") {
            self.end_carried()?;
        }
        Ok(if PASSED_OVER.contains(&name) { None } else { Some(self.content(above, name, element)?) })
    }

    /// Takes what an element says about the paragraph, run, row or cell that it stands in.
    fn property(&mut self, above: Tag, name: &str, element: &BytesStart<'_>) -> Result<bool, DocumentProblem> {
        let value = || attribute(element, "val").unwrap_or_default();
        let number = || value().trim().parse::<usize>().unwrap_or(0);
        match (above, name) {
            (Tag::MarkProps, "del" | "moveFrom") => self.paragraph().goes_on = true,
            (Tag::RowProps, "del" | "moveFrom") => self.pile.drop_row(),
            (Tag::ParagraphProps, "pStyle") => self.paragraph().style = value(),
            (Tag::ListProps, "numId") => self.paragraph().list = Some(value()),
            (Tag::ListProps, "ilvl") => self.paragraph().level = Some(number()),
            (Tag::RunProps, "vanish") => self.hide_run(!matches!(value().as_str(), "0" | "false" | "off")),
            (Tag::RowProps, "gridBefore") => self.pile.empty_before(number())?,
            (Tag::CellProps, "gridSpan") => self.pile.span(number())?,
            (Tag::CellProps, "vMerge") => {
                self.pile.merge(if value() == "restart" { Merge::Begins } else { Merge::GoesOn });
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn content(&mut self, above: Tag, name: &str, element: &BytesStart<'_>) -> Result<Tag, DocumentProblem> {
        Ok(match (above, name) {
            (_, "p") => {
                self.paragraphs.push(Paragraph::default());
                Tag::Paragraph
            }
            (Tag::Paragraph, "pPr") => Tag::ParagraphProps,
            (Tag::ParagraphProps, "rPr") => Tag::MarkProps,
            (Tag::ParagraphProps, "numPr") => Tag::ListProps,
            (_, "r") => Tag::Run { hidden: false },
            (Tag::Run { .. }, "rPr") => Tag::RunProps,
            (Tag::Run { hidden: false }, "t") => Tag::Written,
            (Tag::Run { hidden: false }, "footnoteReference" | "endnoteReference") => {
                if let Some(note) = attribute(element, "id").and_then(|id| self.notes.take(name, &id)) {
                    self.write(&format!(" ({note})"));
                }
                Tag::Other
            }
            (_, "altChunk") => {
                self.chunks += 1;
                Tag::Other
            }
            (Tag::Run { hidden: false }, name) => {
                self.write(sign(name, element));
                Tag::Other
            }
            (_, "tbl") if self.pile.open_table() => Tag::Piled,
            (_, "tr") if self.pile.open_row() => Tag::Piled,
            (_, "tc") if self.pile.open_cell()? => Tag::Piled,
            (Tag::Piled, "trPr") => Tag::RowProps,
            (Tag::Piled, "tcPr") => Tag::CellProps,
            _ => Tag::Other,
        })
    }

    fn closed(&mut self) -> Result<(), DocumentProblem> {
        match self.open.pop() {
            Some(Tag::Paragraph) => self.end_paragraph(),
            Some(Tag::Piled) => {
                self.end_carried()?;
                self.pile.close()
            }
            _ => Ok(()),
        }
    }

    fn end_paragraph(&mut self) -> Result<(), DocumentProblem> {
        let Some(mut paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        if let Some(carried) = self.carried.take() {
            paragraph.text.insert_str(0, &carried.text);
        }
        if paragraph.goes_on {
            self.carried = Some(paragraph);
            return Ok(());
        }
        self.pile_up(&paragraph)
    }

    /// Nothing is left for a paragraph to go on in: its cell or the document ends, or a table begins.
    fn end_carried(&mut self) -> Result<(), DocumentProblem> {
        self.carried.take().map_or(Ok(()), |paragraph| self.pile_up(&paragraph))
    }

    fn pile_up(&mut self, Paragraph { text, style, list, level, .. }: &Paragraph) -> Result<(), DocumentProblem> {
        let label = self.lists.label(style, list.as_deref(), *level);
        let label = label.filter(|label| !text.trim().is_empty() || !label.starts_with('•')).unwrap_or_default();
        if label.is_empty() {
            self.pile.paragraph(text)
        } else {
            self.pile.paragraph(&format!("{label} {}", text.trim_start()))
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn paragraph(&mut self) -> &mut Paragraph {
        if self.paragraphs.is_empty() {
            self.paragraphs.push(Paragraph::default());
        }
        let last = self.paragraphs.len() - 1;
        &mut self.paragraphs[last]
    }

    /// The run whose properties are open.
    fn hide_run(&mut self, hidden: bool) {
        if let Some(Tag::Run { hidden: run }) = self.open.iter_mut().rev().nth(1) {
            *run = hidden;
        }
    }
}

/// Elements that stand for a sign.
fn sign(name: &str, element: &BytesStart<'_>) -> &'static str {
    match name {
        "tab" | "ptab" => "\t",
        "br" | "cr" => "\n",
        "noBreakHyphen" => "-",
        // Pictures of signs: Symbol and Wingdings put them beyond U+F000.
        "sym" => match attribute(element, "char").unwrap_or_default().to_uppercase().as_str() {
            "F02D" | "2013" | "F0BE" => "–",
            _ => "•",
        },
        _ => "",
    }
}
