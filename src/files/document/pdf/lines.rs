//! Letters → lines of text.

use super::page::{Letter, Sheet};
use crate::files::document::tidy;
use std::collections::HashSet;

/// The part of a page, at its top and at its bottom, where running heads and page numbers stand.
const MARGIN: f64 = 0.12;
/// Programs put them so far from the edge, in points, however small the page is.
const NARROWEST_MARGIN: f64 = 48.0;

/// White between two letters that parts words, in heights of a letter.
const SPACE: f64 = 0.12;

/// A line: its letters from left to right and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) letters: Vec<Letter>,
    pub(super) y: f64,
}

/// Letters that stand at the same height, from top to bottom.
pub(super) fn lines(mut letters: Vec<Letter>) -> Vec<Line> {
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Line> = Vec::new();
    for letter in letters {
        match lines.last_mut() {
            Some(line) if (letter.y - line.y).abs() < 0.4 * letter.size.max(4.0) => line.letters.push(letter),
            _ => lines.push(Line { y: letter.y, letters: vec![letter] }),
        }
    }
    for line in &mut lines {
        line.letters.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

impl Line {
    /// Where its words stand: from and to.
    pub(super) fn spans(&self) -> impl Iterator<Item = (f64, f64)> {
        let written = self.letters.iter().filter(|letter| !letter.text.trim().is_empty());
        written.map(|letter| (letter.x, letter.x + letter.width))
    }

    /// Where its words stand that have nothing but one space between them: from and to.
    pub(super) fn phrases(&self) -> Vec<(f64, f64)> {
        let mut phrases: Vec<(f64, f64)> = Vec::new();
        // Where the phrase that is being read would go on, and whether a space is the last of it.
        let mut end: Option<(f64, bool)> = None;
        for letter in &self.letters {
            let (to, blank) = (letter.x + letter.width, letter.text.trim().is_empty());
            let before = end.filter(|(end, spaced)| letter.x - end < SPACE * letter.size && !(*spaced && blank));
            match (before, phrases.last_mut()) {
                (Some((before, _)), Some(phrase)) => {
                    end = Some((before.max(to), blank));
                    phrase.1 = if blank { phrase.1 } else { phrase.1.max(to) };
                }
                _ if blank => end = None,
                _ => {
                    end = Some((to, false));
                    phrases.push((letter.x, to));
                }
            }
        }
        phrases
    }

    /// Its words with one space between them.
    pub(super) fn text(&self) -> String {
        let spaced = self.spaced(|_| 1);
        tidy(&spaced.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Its words with wide gaps kept, so that columns without lines stay apart.
    pub(super) fn with_columns(&self) -> String {
        tidy(&self.spaced(|gap| if gap > 1.5 { 4 } else { 1 }))
    }

    /// `spaces` says how many for a gap, counted in the height of the letters.
    fn spaced(&self, spaces: impl Fn(f64) -> usize) -> String {
        let mut text = String::new();
        let mut end: Option<f64> = None;
        for letter in &self.letters {
            if letter.text.trim().is_empty() {
                continue;
            }
            let gap = end.map_or(0.0, |end| (letter.x - end) / letter.size);
            if gap > SPACE {
                text.extend(std::iter::repeat_n(' ', spaces(gap)));
            }
            text.push_str(&letter.text);
            end = Some(letter.x + letter.width);
        }
        text
    }
}

/// Takes away page numbers, and headings and footings that repeat those of the page before.
pub(super) fn drop_running_heads(sheets: &mut [Sheet]) {
    let mut before: HashSet<(String, i64)> = HashSet::new();
    for sheet in sheets {
        let margin = (sheet.height * MARGIN).max(NARROWEST_MARGIN);
        let (top, bottom) = (margin, sheet.height - margin);
        let outside = |letter: &Letter| letter.y < top || letter.y > bottom;
        let (margins, mut letters): (Vec<Letter>, Vec<Letter>) =
            std::mem::take(&mut sheet.letters).into_iter().partition(outside);
        let mut here = HashSet::new();
        for line in lines(margins) {
            let text = line.text();
            // Whole points: the same line of the next page stands at the same height.
            #[expect(clippy::cast_possible_truncation, reason = "a page is some thousands of points high")]
            let place = (text.clone(), line.y.round() as i64);
            let alone = table_free(sheet, line.y);
            let repeated = before.contains(&place);
            here.insert(place);
            if !(alone && (is_page_number(&text) || repeated)) {
                letters.extend(line.letters);
            }
        }
        sheet.letters = letters;
        before = here;
    }
}

/// Whether no table's line stands upright at this height.
fn table_free(sheet: &Sheet, y: f64) -> bool {
    !sheet.upright.iter().any(|rule| rule.from < y && y < rule.to)
}

/// «3», «- 3 -», «стр. 3», «3 из 12».
fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let known = |word: &&str| word.parse::<u16>().is_ok() || matches!(*word, "стр" | "страница" | "из" | "page" | "of");
    !words.is_empty()
        && words.len() < 5
        && words.iter().all(known)
        && words.iter().any(|word| word.parse::<u16>().is_ok())
}
