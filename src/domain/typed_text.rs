//! Text that a person typed, made fit to keep and to show: one door for every free answer, name and title.
//!
//! Whatever comes in, what goes out has no control characters, no invisible marks and no towers of accents, so that
//! nothing typed can break a list, a document or a database (faults F44, F47, F48).

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The limit where a question names no other (F44): leaves room for our own words in one Telegram message.
pub const LONGEST: usize = 3_500;

/// Marks kept on one letter: Russian needs one, Vietnamese two; more is a joke or an attack (F47).
const MARKS_PER_LETTER: usize = 3;

/// Why a typed text cannot be kept. Holds sizes only, never the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TextProblem {
    /// Lengths are in characters, after cleaning.
    #[error("{is} characters, at most {max} are kept")]
    TooLong { max: usize, is: usize },
    /// Nothing but blanks, punctuation or pictures (F48).
    #[error("no letter and no figure")]
    Empty,
    /// A NUL, which no database text can hold (F47).
    #[error("not plain text")]
    NotPlain,
}

/// Cleans a text of one or more lines.
///
/// Lines are kept, with at most one blank line between them; runs of blanks become one space. `max_chars` counts
/// characters of the cleaned text, as people see them in an editor, not bytes. Cleaning twice changes nothing.
pub fn clean(raw: &str, max_chars: usize) -> Result<String, TextProblem> {
    if raw.contains('\0') {
        return Err(TextProblem::NotPlain);
    }
    let text = tidy_lines(&bound_marks(&strip(raw)));
    if !text.chars().any(carries_meaning) {
        return Err(TextProblem::Empty);
    }
    let is = text.chars().count();
    if is > max_chars {
        return Err(TextProblem::TooLong { max: max_chars, is });
    }
    Ok(text)
}

/// Cleans a text that must stay on one line: a name, a title, the number of an order.
pub fn clean_line(raw: &str, max_chars: usize) -> Result<String, TextProblem> {
    let one_line: String = raw.chars().map(|c| if is_line_break(c) { ' ' } else { c }).collect();
    clean(&one_line, max_chars)
}

/// Line ends become `\n`, other blanks a space; what cannot be seen goes; the two signs that build an emoji (the
/// joiner and the colour selector) stay only there. Composed first: some pictures are other signs' doubles.
fn strip(raw: &str) -> String {
    let mut kept = String::with_capacity(raw.len());
    let mut chars = raw.nfc().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            c if is_line_break(c) => kept.push('\n'),
            c if c.is_whitespace() || is_blank_letter(c) => kept.push(' '),
            JOINER if joins_emoji(&kept, chars.peek().copied()) => kept.push(c),
            IN_COLOUR if kept.ends_with(|c| is_picture(c) || c.is_ascii()) => kept.push(c),
            c if is_invisible(c) => {}
            c => kept.push(c),
        }
    }
    kept
}

/// Composes (NFC) and drops the marks above the limit of each letter, or of nothing at all.
fn bound_marks(text: &str) -> String {
    let mut marks = MARKS_PER_LETTER;
    text.nfc()
        .filter(|&c| {
            marks = match c {
                c if is_combining_mark(c) => marks + 1,
                c if c.is_whitespace() => MARKS_PER_LETTER,
                _ => 0,
            };
            marks <= MARKS_PER_LETTER
        })
        .collect()
}

fn tidy_lines(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank_lines = 0;
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.is_empty() {
            blank_lines += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if blank_lines > 0 { "\n\n" } else { "\n" });
        }
        tidy.push_str(&words.join(" "));
        blank_lines = 0;
    }
    tidy
}

/// Zero-width joiner: makes one emoji of several.
const JOINER: char = '\u{200d}';
/// Variation selector 16: asks for the coloured form.
const IN_COLOUR: char = '\u{fe0f}';

fn joins_emoji(before: &str, after: Option<char>) -> bool {
    before.trim_end_matches(IN_COLOUR).ends_with(is_picture) && after.is_some_and(is_picture)
}

const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Letters and signs of other scripts that are drawn as nothing: the usual way to send an «empty» message.
const fn is_blank_letter(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// Controls, direction marks, zero-width signs, tags and the other format characters.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Emoji and the other pictures, with skin tones and flags. Some count as letters in Unicode; none is an answer.
const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

fn carries_meaning(c: char) -> bool {
    c.is_alphanumeric() && !is_picture(c)
}

#[cfg(test)]
mod tests;
