//! Signs that stand for something unwritten, which leaves no token of its own.

use super::fold::{Folded, fold};
use super::token::Token;

/// What stands for something unwritten: «__» to be filled in, a quotation mark that repeats the cell above.
#[derive(Default)]
pub(super) struct Gaps {
    before: Option<char>,
    opened: bool,
    blanks: bool,
    odd_quotes: bool,
}

impl Gaps {
    /// Underscores around a word («__сентябрь__») are bold type, not a gap.
    pub(super) fn see(&mut self, c: char) {
        if matches!(fold(c), Folded::Nothing) {
            return;
        }
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if c == '_' {
            self.opened = if self.before == Some('_') { self.opened } else { !letter(self.before) };
        } else {
            self.blanks |= self.before == Some('_') && self.opened && !letter(Some(c));
            // Two apostrophes are one quotation mark.
            let doubled = matches!(c, '\'' | '’') && self.before == Some(c);
            self.odd_quotes ^= doubled || matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
            if doubled {
                self.before = None;
                return;
            }
        }
        self.before = Some(c);
    }

    /// Whether the tokens leave out something that the text says.
    pub(super) fn speaks(&self, tokens: &[Token]) -> bool {
        let nothing_else = tokens.iter().all(|token| !matches!(token, Token::Word(_) | Token::Number(_)));
        // A lone quotation mark, also between dashes, repeats the cell above; a pair of them encloses.
        if nothing_else { self.odd_quotes } else { self.blanks }
    }
}
