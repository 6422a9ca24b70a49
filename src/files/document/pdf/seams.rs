//! Where a cell's line ends inside a word: torn by a cell too narrow for it, or parted by a hyphen of the line's own.

use super::lines::Line;
use super::page::{Letter, Sheet};
use crate::domain::roadmap::document::PAGE_BREAK;
use crate::domain::roadmap::read::Words;

/// At the beginning of a line: the one above is one word that left no room for the next letter.
const FULL: char = '\u{1f}';
/// A hyphen that is there because a line ends. What was drawn so inside of lines is any hyphen.
const SOFT: char = '\u{2010}';

/// What parts two lines: how much of the cell's width the upper one leaves free is known.
pub(super) fn between(above: &Line, room: f64, below: &Line) -> String {
    if is_one_word(above) && room < first_letter(below) { format!("\n{FULL}") } else { "\n".to_owned() }
}

/// Whether no space stands in a line.
fn is_one_word(line: &Line) -> bool {
    !line.text().contains(' ')
}

/// How wide the first letter of a line is.
fn first_letter(line: &Line) -> f64 {
    line.letters.iter().find(|letter| !letter.text.trim().is_empty()).map_or(0.0, |letter| letter.width)
}

/// Says of each hyphen what it is. Programs that end lines with one of a kind of its own draw it nowhere else.
pub(super) fn settle_hyphens(sheets: &mut [Sheet]) {
    let is_own = |letter: &Letter| {
        letter.text.starts_with(['\u{ad}', SOFT])
            && letter.text.chars().count() == 1
            && letter.width > 0.1 * letter.size
    };
    let inside = |pair: &[Letter]| is_own(&pair[0]) && pair[1].goes_on(&pair[0]);
    let any = sheets.iter().any(|sheet| sheet.letters.windows(2).any(inside));
    for letter in sheets.iter_mut().flat_map(|sheet| &mut sheet.letters) {
        if letter.text == "\u{2011}" || (any && is_own(letter)) {
            "-".clone_into(&mut letter.text);
        } else if is_own(letter) {
            letter.text = SOFT.to_string();
        }
    }
}

/// A text in which no line's end matters any more.
pub(super) fn plain(text: &str) -> String {
    text.replace(SOFT, "-")
}

/// Puts together the words of all cells that their lines' ends part.
pub(super) fn close(rows: &mut [Vec<String>]) {
    let words = Words::learn(rows.iter().flatten().flat_map(|cell| whole_words(cell)));
    for cell in rows.iter_mut().flatten().filter(|cell| cell.contains(['\n', SOFT])) {
        *cell = closed(cell, &words);
    }
}

fn closed(cell: &str, words: &Words) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    loop {
        let line = rest.split('\n').next().unwrap_or_default();
        let (full, seen) = (line.starts_with(FULL), line.trim_start_matches(FULL));
        let begins = seen.trim_start_matches(PAGE_BREAK);
        if text.ends_with(SOFT) && begins.starts_with(char::is_lowercase) {
            text.pop();
        } else if rest.len() < cell.len() && !(full && words.are_torn(&text, &rest[line.len() - begins.len()..])) {
            text.push('\n');
        }
        text.push_str(seen);
        let Some(below) = rest.get(line.len() + 1..) else {
            break;
        };
        rest = below;
    }
    plain(&text)
}

/// What of a cell's lines is surely no piece of a word.
fn whole_words(cell: &str) -> Vec<&str> {
    let mut whole = Vec::new();
    let mut lines = cell.split('\n').peekable();
    let mut parted = false;
    while let Some(line) = lines.next() {
        let after_first = |line: &str| line.find(' ').map_or(line.len(), |at| at);
        let mut text = if parted || line.starts_with(FULL) { &line[after_first(line)..] } else { line };
        parted = line.ends_with([SOFT, '-']);
        if parted || lines.peek().is_some_and(|next| next.starts_with(FULL)) {
            text = &text[..text.rfind(' ').unwrap_or(0)];
        }
        whole.push(text);
    }
    whole
}
