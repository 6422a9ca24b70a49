//! The parts of a message and the room that they share: a part that has too little room names fewer rows and counts
//! the others.

use crate::text::{Locale, Markup};
use std::collections::BTreeSet;

/// Rows that one part names; the rest are one tap away.
pub(super) const SHOWN: usize = 8;
/// Units between two paragraphs.
pub(super) const GAP: usize = 2;

/// What stands between a row and what is above it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    Line,
    Paragraph,
}

/// A head and the rows below it, in words.
pub(super) struct Part {
    pub(super) head: Markup,
    /// At most [`SHOWN`] of them; none for a part that is a sentence.
    pub(super) rows: Vec<(Gap, Markup)>,
    /// How many rows there are, named or not.
    pub(super) count: usize,
    /// Says of so many rows that they are not named, and where they are.
    pub(super) more: fn(Locale, usize) -> (Gap, Markup),
    /// The lines of the record that are told by it.
    pub(super) lines: BTreeSet<i64>,
}

/// Parts as they stand in a message.
pub(super) struct Fitted {
    pub(super) text: Markup,
    /// How many rows each part names; `None` for a part that has to wait.
    pub(super) named: Vec<Option<usize>>,
    /// The lines of parts that have to wait.
    pub(super) left: BTreeSet<i64>,
}

impl Part {
    /// The part with the first `named` rows.
    fn text(&self, locale: Locale, named: usize) -> Markup {
        let put = |text: Markup, (gap, row): &(Gap, Markup)| match gap {
            Gap::Line => text.line(row),
            Gap::Paragraph => text.paragraph(row),
        };
        let text = self.rows.iter().take(named).fold(self.head.clone(), put);
        let hidden = self.count.saturating_sub(named);
        if hidden == 0 { text } else { put(text, &(self.more)(locale, hidden)) }
    }
}

/// Puts parts below each other in so many UTF-16 units. Where they are too long together, the longest gives up its
/// last row, again and again; where even one row of each is too much, the last parts wait for another message.
pub(super) fn fit(locale: Locale, parts: &[Part], room: usize) -> Fitted {
    let mut named: Vec<Option<usize>> = parts.iter().map(|part| Some(part.rows.len())).collect();
    loop {
        let said = |(part, named): (&Part, &Option<usize>)| named.map(|named| part.text(locale, named));
        let texts: Vec<Option<Markup>> = parts.iter().zip(&named).map(said).collect();
        let length = |text: &Option<Markup>| text.as_ref().map_or(0, |text| text.shown_len() + GAP);
        let all: usize = texts.iter().map(length).sum();
        if all <= room || named.iter().all(Option::is_none) {
            let waits = parts.iter().zip(&named).filter(|(_, named)| named.is_none());
            let left = waits.flat_map(|(part, _)| part.lines.iter().copied()).collect();
            let text = texts.iter().flatten().fold(Markup::default(), Markup::paragraph);
            return Fitted { text, named, left };
        }
        let shortens = |place: &usize| named[*place].is_some_and(|named| named > 1);
        match (0..parts.len()).filter(shortens).max_by_key(|place| length(&texts[*place])) {
            Some(longest) => named[longest] = named[longest].map(|named| named - 1),
            None => drop(named.iter_mut().rev().find(|named| named.is_some()).and_then(Option::take)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(rows: usize, length: usize, lines: &[i64]) -> Part {
        let row = || (Gap::Line, Markup::plain(&"ы".repeat(length)));
        Part {
            head: Markup::plain("Ы"),
            rows: (0..rows).map(|_| row()).collect(),
            count: rows,
            more: |_, count| (Gap::Line, Markup::plain(&format!("+{count}"))),
            lines: lines.iter().copied().collect(),
        }
    }

    #[test]
    fn the_longest_part_gives_up_rows_first() {
        let parts = [part(2, 10, &[1]), part(5, 20, &[2])];
        let all = fit(Locale::Ru, &parts, 1_000);
        assert_eq!(all.named, [Some(2), Some(5)]);
        assert!(!all.text.as_html().contains('+'));
        let some = fit(Locale::Ru, &parts, 80);
        assert_eq!(some.named, [Some(2), Some(2)]);
        assert!(some.text.as_html().ends_with("+3"), "{}", some.text.as_html());
        assert!(some.text.shown_len() <= 80 && some.left.is_empty());
    }

    #[test]
    fn what_has_no_room_at_all_waits() {
        let parts = [part(3, 40, &[1]), part(3, 40, &[2, 3])];
        let fitted = fit(Locale::Ru, &parts, 60);
        assert_eq!(fitted.named, [Some(1), None]);
        assert_eq!(fitted.left, BTreeSet::from([2, 3]));
        assert_eq!(fit(Locale::Ru, &parts, 10).text, Markup::default());
    }
}
