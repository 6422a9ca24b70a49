//! PDF with a text layer: letters and lines by their places on the page → tables as they are drawn, text as it stands.
//!
//! `stream` weighs what is packed before anything is unpacked, `page` gathers letters and lines (`dots` those of
//! dots), `wide` lays the pages of one sheet side by side, `table` finds cells between the lines (`places`), `gutters`
//! and `unruled` columns and rows where none are drawn (`blocks` says where their numbers stand), `lines` makes lines
//! of letters, `side_by_side` joins the columns that only their heights tell, `page_ends` the rows that the end of a
//! page cuts, `seams` the words that the end of a line parts. A page is drawn by the library in a thread of its own
//! that gives up by itself after a time: a file can be written so that it never ends.

mod blocks;
mod cell;
mod dots;
mod gutters;
mod lines;
mod page;
mod page_ends;
mod places;
mod seams;
mod sentences;
mod side_by_side;
mod stream;
mod table;
mod unruled;
mod wide;

use super::{DocumentProblem, LONGEST, ROWS};
use crate::domain::roadmap::document::Document;
use crate::files::kind::FileKind;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use page::Sheet;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long the pages of one file may take.
const LONGEST_TIME: Duration = Duration::from_secs(10);
/// The thread is waited for a little longer, because it looks at the clock only between two letters.
const GRACE: Duration = Duration::from_secs(5);
/// Objects may be nested 512 deep; the stack must hold that in any build.
const STACK: usize = 64 * 1024 * 1024;
/// Threads at work; one that does not give up in time still counts, so that a bad day cannot pile them up.
const MOST_AT_WORK: usize = 8;
const MOST_PAGES: usize = 300;
const BROKEN: DocumentProblem = DocumentProblem::Broken { found: FileKind::Pdf };

static AT_WORK: AtomicUsize = AtomicUsize::new(0);

/// Counts a thread for as long as it lives.
struct AtWork;

impl AtWork {
    fn begin() -> Result<Self, DocumentProblem> {
        let work = Self;
        if AT_WORK.fetch_add(1, Ordering::Relaxed) < MOST_AT_WORK { Ok(work) } else { Err(DocumentProblem::TooSlow) }
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        AT_WORK.fetch_sub(1, Ordering::Relaxed);
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Document, DocumentProblem> {
    stream::weigh(bytes)?;
    let at_work = AtWork::begin()?;
    let (answer, answered) = mpsc::sync_channel(1);
    let owned = bytes.to_vec();
    let ends = Instant::now() + LONGEST_TIME;
    let work = move || {
        let _at_work = at_work;
        let read = std::panic::catch_unwind(AssertUnwindSafe(|| document(pages(owned, ends)?, ends)));
        let read = read.unwrap_or_else(|panic| Err(panic.downcast_ref::<DocumentProblem>().copied().unwrap_or(BROKEN)));
        // Nobody may wait any more.
        let _ = answer.send(read);
    };
    std::thread::Builder::new()
        .name("pdf".to_owned())
        .stack_size(STACK)
        .spawn(work)
        .map_err(|_| DocumentProblem::TooSlow)?;
    answered.recv_timeout(LONGEST_TIME + GRACE).unwrap_or(Err(DocumentProblem::TooSlow))
}

fn pages(bytes: Vec<u8>, ends: Instant) -> Result<Vec<Sheet>, DocumentProblem> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => DocumentProblem::Protected,
        LoadPdfError::Invalid => BROKEN,
    })?;
    if pdf.pages().len() > MOST_PAGES {
        return Err(DocumentProblem::TooLong { limit: LONGEST / 1000 });
    }
    page::sheets(&pdf, ends)
}

/// The pages one after another: a grid where any has a table, else text with its columns kept apart.
fn document(mut sheets: Vec<Sheet>, ends: Instant) -> Result<Document, DocumentProblem> {
    let letters: usize = sheets.iter().map(|sheet| sheet.letters.len()).sum();
    let nameless: usize = sheets.iter().map(|sheet| sheet.nameless).sum();
    let pictures: usize = sheets.iter().map(|sheet| sheet.pictures).sum();
    if nameless > letters / 2 && nameless > 20 {
        return Err(DocumentProblem::Unreadable);
    }
    // A stamp or a number on a scanned page is not its text.
    if letters < 40 * pictures.min(sheets.len()) {
        return Err(DocumentProblem::Scan);
    }
    if letters == 0 {
        return Err(if sheets.is_empty() { BROKEN } else { DocumentProblem::Empty });
    }
    seams::settle_hyphens(&mut sheets);
    lines::drop_running_heads(&mut sheets);
    let sheets = wide::unfolded(sheets)?;
    let mut pages = Vec::new();
    for sheet in sheets {
        if Instant::now() > ends {
            return Err(DocumentProblem::TooSlow);
        }
        pages.push(table::page(sheet));
    }
    let pages = table::parts(pages)?;
    let tabled = pages.iter().flatten().any(|part| matches!(part, table::Part::Row(_)));
    if tabled {
        let parts = page_ends::joined(side_by_side::joined(pages)?);
        let mut rows: Vec<Vec<String>> = parts.into_iter().map(table::Part::into_cells).collect();
        seams::close(&mut rows);
        if rows.len() > ROWS {
            return Err(DocumentProblem::TooManyRows { limit: ROWS });
        }
        return bounded(Document::Grid(rows));
    }
    let texts: Vec<String> = pages.into_iter().map(|page| table::as_text(&page)).collect();
    bounded(Document::Text(texts.join("\u{c}")))
}

fn bounded(document: Document) -> Result<Document, DocumentProblem> {
    if document.chars() > LONGEST { Err(DocumentProblem::TooLong { limit: LONGEST / 1000 }) } else { Ok(document) }
}

#[cfg(test)]
mod drawn;
#[cfg(test)]
mod page_tests;
#[cfg(test)]
mod seam_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod wide_tests;
