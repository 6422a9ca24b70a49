//! Words that a scan glued together, parted where no Russian word could have that seam.

use super::join::{Joiner, LONGEST_WORD};
use super::words::{CASE_ENDINGS, FIRST_WORDS, STEMS};
use std::ops::RangeInclusive;

/// The length of two words that were glued, in characters.
const GLUED: RangeInclusive<usize> = 9..=2 * LONGEST_WORD;

impl Joiner {
    /// Parts words that a scan glued: «дляреализации», «запросахпедагогов», «наставников,обеспечение».
    pub(super) fn unglued(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        for (at, word) in text.split(' ').enumerate() {
            if at > 0 {
                out.push(' ');
            }
            match self.seam(word) {
                Some(seam) => {
                    out.push_str(&word[..seam]);
                    out.push(' ');
                    out.push_str(&word[seam..]);
                }
                None => out.push_str(word),
            }
        }
        out
    }

    /// Where two words were glued. Only seams that no Russian word has inside are trusted.
    fn seam(&self, word: &str) -> Option<usize> {
        let comma = word.find([',', ';']).map(|at| at + 1);
        if let Some(at) = comma.filter(|at| word[*at..].starts_with(|c: char| c.is_alphabetic() && !c.is_ascii())) {
            return word[..at - 1].ends_with(char::is_alphabetic).then_some(at);
        }
        let lower = word.to_lowercase();
        if lower.len() != word.len() || !GLUED.contains(&word.chars().count()) {
            return None;
        }
        let tail_known = |tail: &str| {
            let bare: String = tail.chars().take_while(|c| c.is_alphabetic()).collect();
            bare.chars().count() > 5 && (self.words.contains(&bare) || STEMS.iter().any(|stem| bare.starts_with(stem)))
        };
        for head in FIRST_WORDS {
            let tail = lower.strip_prefix(head);
            if tail.is_some_and(|tail| tail.chars().take_while(|c| c.is_alphabetic()).count() > 4) {
                return Some(head.len());
            }
        }
        let short = ["для", "с"].iter().find(|head| {
            lower
                .strip_prefix(**head)
                .is_some_and(|tail| if **head == "с" { tail.starts_with("настав") } else { tail_known(tail) })
        });
        short.map(|head| head.len()).or_else(|| {
            let ends = lower
                .char_indices()
                .map(|(at, _)| at)
                .filter(|at| CASE_ENDINGS.iter().any(|ending| lower[..*at].ends_with(ending)));
            ends.into_iter().find(|at| lower[..*at].chars().count() > 4 && tail_known(&lower[*at..]))
        })
    }
}
