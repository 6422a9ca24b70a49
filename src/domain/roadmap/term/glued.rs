//! Words written without the spaces between them: «втечение», «поплану», «доконцагода».

use super::fold::{look_alike, roman};
use super::vocabulary::{Word, find};

/// The longest chain of words that is taken apart, in letters.
const LONGEST: usize = 40;

/// Short words that may stand at the front of a chain; within it only longer words are believed.
const SHORT: &[&str] = &["в", "во", "с", "со", "к", "по", "до", "на", "за", "не"];

/// The words of a chain, if all of it is made of known words. The longest first word is tried first.
pub(super) fn unglued(letters: &str) -> Option<Vec<Word>> {
    if letters.len() / 2 > LONGEST {
        return None;
    }
    let mut words = Vec::new();
    (taken_apart(letters, &mut words) && words.len() > 1).then(|| {
        words.reverse();
        words
    })
}

/// Collects the words from the last to the first.
fn taken_apart(letters: &str, words: &mut Vec<Word>) -> bool {
    if letters.is_empty() {
        return true;
    }
    let ends = letters.char_indices().map(|(at, c)| at + c.len_utf8());
    for (count, end) in ends.enumerate().collect::<Vec<_>>().into_iter().rev() {
        let (first, rest) = letters.split_at(end);
        if count < 2 && !SHORT.contains(&first) {
            continue;
        }
        if let Some(word) = find(first)
            && taken_apart(rest, words)
        {
            words.push(word);
            return true;
        }
    }
    false
}

/// «IVквартал»: a Roman number and the known word glued to it.
pub(super) fn number_glued(letters: &str) -> Option<(u32, &str)> {
    let end = letters.find(|c| !matches!(c, 'i' | 'v' | 'x' | 'Ⅱ'..='Ⅻ'))?;
    let (number, rest) = letters.split_at(end);
    let value = roman(number)?;
    (rest.chars().count() > 2).then(|| find(&rest.chars().map(look_alike).collect::<String>())).flatten()?;
    Some((value, rest))
}
