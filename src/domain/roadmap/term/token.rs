//! Text → tokens: one spelling for letters, dashes and spaces; digits and words taken apart; broken words mended.

use super::fold::{Folded, fold, look_alike, repaired, roman};
use super::gaps::Gaps;
use super::glued::{number_glued, unglued};
use super::vocabulary::{Word, find, nearest};
use super::word_list::FEASTS;

/// One piece of a term phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    Word(Word),
    Dash,
    Comma,
    Dot,
    Colon,
    Slash,
    Open,
    Close,
    /// A sign that terms do not have; the grammar refuses it.
    Other,
}

/// A number as written: the count of digits tells a day from a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) digits: usize,
}

/// Splits a phrase. Spaces, soft hyphens, quotes and invisible signs leave no token.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        tokens: Vec::with_capacity(12),
        run: String::with_capacity(32),
        last: String::new(),
        spaced: true,
        line_starts_at: 0,
        bulleted: false,
        dotted_month: false,
    };
    let mut gaps = Gaps::default();
    for c in text.chars() {
        gaps.see(c);
        lexer.take(c);
        if c == '\n' {
            lexer.line_starts_at = lexer.tokens.len();
        }
    }
    lexer.end_run();
    gaps.see(' ');
    if gaps.speaks(&lexer.tokens) {
        lexer.tokens.push(Token::Other);
    }
    lexer.tokens
}

struct Lexer {
    tokens: Vec<Token>,
    /// Letters and digits not yet taken apart.
    run: String,
    /// The last word, in case that it goes on after a line break.
    last: String,
    spaced: bool,
    /// How many tokens there were when the line began; brackets before its first word do not count.
    line_starts_at: usize,
    /// The text is a list with dashes for bullets.
    bulleted: bool,
    /// The last word is the month of a day as a spreadsheet writes it: «15.сен».
    dotted_month: bool,
}

impl Lexer {
    fn take(&mut self, c: char) {
        match fold(c) {
            Folded::Keep(c) => self.run.push(c),
            Folded::Breve => self.add_breve(),
            Folded::Nothing => {}
            Folded::Space => {
                self.end_run();
                self.spaced = true;
            }
            Folded::Sign(Token::Close) if self.spells_number_out() => {}
            Folded::Sign(token) => {
                self.end_run();
                self.sign(token);
                self.spaced = false;
            }
        }
    }

    /// «сентябрь -- октябрь» has one dash; in a list of lines that begin with dashes they part the items.
    fn sign(&mut self, sign: Token) {
        let starts_line = self.tokens.len() == self.line_starts_at;
        if sign == Token::Open && starts_line {
            self.line_starts_at += 1;
        }
        if sign == Token::Dash && starts_line {
            self.bulleted |= self.tokens.iter().all(|token| *token == Token::Open);
            self.tokens.push(if self.bulleted { Token::Comma } else { sign });
        } else if sign != Token::Dash || self.tokens.last() != Some(&Token::Dash) {
            self.tokens.push(sign);
        }
    }

    /// «3 (трёх) дней»: the bracket repeats the number before it, and is dropped.
    fn spells_number_out(&mut self) -> bool {
        self.end_run();
        let found = matches!(
            self.tokens.as_slice(),
            [
                ..,
                Token::Number(_),
                Token::Open,
                Token::Word(Word::Count(_) | Word::Ordinal(_) | Word::DayOrdinal(_) | Word::Unknown)
            ]
        );
        if found {
            self.tokens.truncate(self.tokens.len() - 2);
        }
        found
    }

    /// «й» written as «и» with a combining sign.
    fn add_breve(&mut self) {
        if self.run.ends_with('и') {
            self.run.pop();
            self.run.push('й');
        }
    }

    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = repaired(std::mem::take(&mut self.run));
        let mut rest = run.as_str();
        while let Some(first) = rest.chars().next() {
            let digits = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
            let (piece, tail) = rest.split_at(end);
            if digits {
                self.number(piece);
            } else {
                self.word(piece);
            }
            rest = tail;
        }
        self.run = run;
        self.run.clear();
        self.spaced = false;
    }

    fn number(&mut self, digits: &str) {
        let mut token =
            digits.parse().map_or(Token::Other, |value| Token::Number(Number { value, digits: digits.len() }));
        let joined = self.dotted_month && !self.spaced && matches!(self.tokens.last(), Some(Token::Dot | Token::Dash));
        if let Token::Number(Number { value, digits: 2 | 4 }) = token
            && joined
        {
            self.tokens.pop();
            token = Token::Number(Number { value: if value < 100 { 2000 + value } else { value }, digits: 4 });
        }
        self.dotted_month = false;
        self.tokens.push(token);
        self.last.clear();
    }

    fn word(&mut self, letters: &str) {
        let cyrillic: String = letters.chars().map(look_alike).collect();
        self.dotted_month = false;
        if self.is_ordinal_ending(&cyrillic) || self.is_named_otherwise(&cyrillic) {
            return;
        }
        if let Some(value) = roman(letters) {
            self.tokens.push(Token::Number(Number { value, digits: 1 }));
            self.last = cyrillic;
            return;
        }
        let found = find(&cyrillic);
        self.dotted_month = self.ends_dotted_day(&cyrillic, found);
        if self.dotted_month {
            self.tokens.pop();
        }
        let mended = self.mended(&cyrillic, found);
        let Some(word) = mended.or(found) else {
            self.unknown(letters, cyrillic);
            return;
        };
        if mended.is_some() {
            self.last.push_str(&cyrillic);
        } else {
            self.last = cyrillic;
        }
        self.tokens.push(Token::Word(word));
    }

    /// What is no word may be several without spaces, or one with a slip of the pen.
    fn unknown(&mut self, letters: &str, cyrillic: String) {
        if let Some((value, rest)) = number_glued(letters) {
            self.tokens.push(Token::Number(Number { value, digits: 1 }));
            self.last.clear();
            self.word(rest);
        } else if let Some(pieces) = unglued(&cyrillic) {
            self.last.clear();
            self.tokens.extend(pieces.into_iter().map(Token::Word));
        } else {
            self.tokens.push(Token::Word(nearest(&cyrillic).unwrap_or(Word::Unknown)));
            self.last = cyrillic;
        }
    }

    /// «1-е», «15-го»: the ending belongs to the number.
    fn is_ordinal_ending(&mut self, letters: &str) -> bool {
        let ending = matches!(
            letters,
            "го" | "ого" | "е" | "ое" | "й" | "ый" | "ий" | "я" | "ая" | "м" | "ом" | "му" | "х" | "ей"
        );
        let dashed = matches!(self.tokens.as_slice(), [.., Token::Number(_), Token::Dash]);
        let glued = matches!(self.tokens.last(), Some(Token::Number(_))) && !self.spaced;
        if ending && dashed {
            self.tokens.pop();
        }
        ending && (dashed || glued)
    }

    /// «П/г» is a half-year and no Roman number, «День учителя» is a feast and no count of days.
    fn is_named_otherwise(&mut self, letters: &str) -> bool {
        let taken = match self.tokens.as_slice() {
            [.., Token::Number(_), Token::Slash] if letters == "г" && self.last == "п" => 2,
            [.., Token::Word(Word::DayUnit)] if FEASTS.contains(&letters) => 1,
            _ => return false,
        };
        self.tokens.truncate(self.tokens.len() - taken);
        self.tokens.push(Token::Word(if taken == 2 { Word::HalfYear } else { Word::Feast }));
        self.last.clear();
        true
    }

    /// «15.сен», «15-сен»: three letters glued to the day. «1. Сентябрь» may be the first line of a list.
    fn ends_dotted_day(&self, letters: &str, found: Option<Word>) -> bool {
        let dotted = matches!(
            self.tokens.as_slice(),
            [.., Token::Number(Number { value: 1..=31, digits: 1..=2 }), Token::Dot | Token::Dash]
        );
        dotted && !self.spaced && letters.chars().count() == 3 && matches!(found, Some(Word::Month(_)))
    }

    /// A word that a line break cut in two («сен-тябрь»): put together if the halves alone are not both words.
    fn mended(&mut self, second: &str, found: Option<Word>) -> Option<Word> {
        let dashed = match self.tokens.as_slice() {
            [.., Token::Word(_)] => false,
            [.., Token::Word(_), Token::Dash] => true,
            _ => return None,
        };
        let first = self.tokens[self.tokens.len() - 1 - usize::from(dashed)];
        if (first != Token::Word(Word::Unknown) && found.is_some()) || self.last.is_empty() {
            return None;
        }
        let whole = find(&format!("{}{second}", self.last))
            .filter(|_| second.chars().count() + self.last.chars().count() > 3)?;
        if first == Token::Word(whole) && !dashed {
            return None;
        }
        self.tokens.truncate(self.tokens.len() - 1 - usize::from(dashed));
        Some(whole)
    }
}
