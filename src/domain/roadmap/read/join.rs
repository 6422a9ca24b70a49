//! Putting lines together again: words cut by a line's end, hyphens.

use super::hyphen;
use super::words::{ENDINGS, STEMS, small_word};
use crate::domain::roadmap::term::{TermKind, look_alike, read};
use crate::domain::school_year::SchoolYear;
use std::collections::HashSet;

/// The words of a document, which tell a cut word from two words.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    pub(super) words: HashSet<String>,
}

/// No Russian word is longer; what seems so is not one word.
pub(super) const LONGEST_WORD: usize = 48;

impl Joiner {
    /// Learns the words that stand whole inside lines.
    pub(super) fn learn<'l>(lines: impl IntoIterator<Item = &'l str>) -> Self {
        let mut parted = false;
        let words = lines.into_iter().flat_map(|line| {
            // What a hyphen at a line's end parts may be pieces of a word.
            let start = if parted { line.find(' ').unwrap_or(line.len()) } else { 0 };
            parted = line.trim_end().ends_with('-');
            let end = if parted { line.trim_end().rfind(' ').unwrap_or(0) } else { line.len() };
            line.get(start..end).unwrap_or_default().split(|c: char| !c.is_alphabetic() && c != '-')
        });
        Self { words: words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect() }
    }

    /// Adds the next line to a text.
    pub(super) fn add(&self, text: &mut String, line: &str) {
        let line = line.trim();
        if text.is_empty() || line.is_empty() {
            text.push_str(line);
            return;
        }
        let first = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let hyphen = text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        if hyphen && first.starts_with(char::is_lowercase) {
            let head = last_word(text.trim_end_matches('-')).to_owned();
            if !self.is_compound(&head, first) {
                text.pop();
            }
        } else if !hyphen::holds(text) && !self.is_cut(last_word(text), first) {
            text.push(' ');
        }
        text.push_str(line);
    }

    /// «Нормативно-» + «правовых» keeps its hyphen, «настав-» + «ничества» loses it.
    fn is_compound(&self, head: &str, tail: &str) -> bool {
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let whole = format!("{head}{tail}");
        if self.words.contains(&whole) || begins_with_stem(&whole, &head) {
            return false;
        }
        let months = is_month(&head) && is_month(&tail);
        let written = self.words.contains(&format!("{head}-{tail}"));
        months || written || hyphen::parts(&head, &tail, |word| self.words.contains(word))
    }

    /// Whether a line's end cut a word: «персонализированны» + «х».
    fn is_cut(&self, head: &str, tail: &str) -> bool {
        if head.chars().count() < 3 || tail.is_empty() || !tail.starts_with(char::is_lowercase) {
            return false;
        }
        let plain = |word: &str| word.to_lowercase().chars().map(look_alike).collect::<String>();
        let (head, tail) = (plain(head), plain(tail));
        let whole = format!("{head}{tail}");
        let meant = self.words.contains(&whole) || begins_with_stem(&whole, &head);
        let no_word = ENDINGS.contains(&tail.as_str()) || (tail.chars().count() < 3 && !small_word(&tail));
        let cut_head = head.ends_with("нн") || (head.chars().count() > 3 && !head.contains(vowel));
        (meant && (no_word || !self.stands_alone(&tail))) || no_word && head.chars().count() > 3 || cut_head
    }

    /// Whether the second piece is a word somewhere else in the document.
    fn stands_alone(&self, tail: &str) -> bool {
        small_word(tail) || self.words.contains(tail) && !ENDINGS.contains(&tail)
    }
}

/// «Ноябрь-» + «декабрь» are two months.
fn is_month(word: &str) -> bool {
    let reading = read(word, SchoolYear(2023));
    reading.kind == TermKind::Month && reading.review.is_none()
}

fn begins_with_stem(whole: &str, head: &str) -> bool {
    STEMS.iter().any(|stem| whole.starts_with(stem) && head.len() < stem.len() && head.chars().count() > 2)
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take(LONGEST_WORD).take_while(|(_, c)| c.is_alphabetic()).last();
    start.map_or("", |(at, _)| &text[at..])
}

fn vowel(c: char) -> bool {
    "аеёиоуыэюя".contains(c)
}

/// Makes a text one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
