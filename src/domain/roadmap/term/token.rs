//! Text → tokens: one spelling for letters, dashes and spaces; digits and words taken apart; broken words mended.

use super::vocabulary::{Word, find, nearest};

/// One piece of a term phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    Word(Word),
    Dash,
    Comma,
    Dot,
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
    };
    for c in text.chars() {
        lexer.take(c);
    }
    lexer.end_run();
    lexer.tokens
}

struct Lexer {
    tokens: Vec<Token>,
    /// Letters and digits not yet taken apart.
    run: String,
    /// The last word, in case that it goes on after a line break.
    last: String,
    spaced: bool,
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
            Folded::Sign(token) => {
                self.end_run();
                self.tokens.push(token);
                self.spaced = false;
            }
        }
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
            let end = rest
                .find(|c: char| c.is_ascii_digit() != digits)
                .unwrap_or(rest.len());
            let (piece, tail) = rest.split_at(end);
            if digits {
                self.number(piece)
            } else {
                self.word(piece)
            }
            rest = tail;
        }
        self.run = run;
        self.run.clear();
        self.spaced = false;
    }

    fn number(&mut self, digits: &str) {
        let token = digits.parse().map_or(Token::Other, |value| {
            Token::Number(Number {
                value,
                digits: digits.len(),
            })
        });
        self.tokens.push(token);
        self.last.clear();
    }

    fn word(&mut self, letters: &str) {
        if let Some(value) = roman(letters) {
            self.tokens.push(Token::Number(Number { value, digits: 1 }));
            self.last.clear();
            return;
        }
        let cyrillic: String = letters.chars().map(look_alike).collect();
        if self.is_ordinal_ending(&cyrillic) {
            return;
        }
        let found = find(&cyrillic);
        let mended = self.mended(&cyrillic, found);
        let word = mended
            .or(found)
            .or_else(|| nearest(&cyrillic))
            .unwrap_or(Word::Unknown);
        if mended.is_some() {
            self.last.push_str(&cyrillic);
        } else {
            self.last = cyrillic;
        }
        self.tokens.push(Token::Word(word));
    }

    /// «1-е», «15-го»: the ending belongs to the number.
    fn is_ordinal_ending(&mut self, letters: &str) -> bool {
        let ending = matches!(
            letters,
            "го" | "ого"
                | "е"
                | "ое"
                | "й"
                | "ый"
                | "ий"
                | "я"
                | "ая"
                | "м"
                | "ом"
                | "му"
                | "х"
                | "ей"
        );
        let dashed = matches!(self.tokens.as_slice(), [.., Token::Number(_), Token::Dash]);
        let glued = matches!(self.tokens.last(), Some(Token::Number(_))) && !self.spaced;
        if ending && dashed {
            self.tokens.pop();
        }
        ending && (dashed || glued)
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
        self.tokens
            .truncate(self.tokens.len() - 1 - usize::from(dashed));
        Some(whole)
    }
}

enum Folded {
    Keep(char),
    Breve,
    Nothing,
    Space,
    Sign(Token),
}

fn fold(c: char) -> Folded {
    match c {
        'а'..='я' | '0'..='9' | 'a'..='z' => Folded::Keep(c),
        'А'..='Я' => Folded::Keep(char::from_u32(u32::from(c) + 32).unwrap_or(c)),
        'ё' | 'Ё' => Folded::Keep('е'),
        'A'..='Z' => Folded::Keep(c.to_ascii_lowercase()),
        'І' | 'і' | 'Ӏ' | 'Ⅰ' | '|' => Folded::Keep('i'),
        'Ⅱ' => Folded::Keep('п'),
        'Ⅲ' => Folded::Keep('ш'),
        '\u{306}' => Folded::Breve,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {
            Folded::Nothing
        }
        '«' | '»' | '"' | '“' | '”' | '„' | '\'' | '’' | '*' | '_' => Folded::Space,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' | '﹣' | '－' | '÷' => {
            Folded::Sign(Token::Dash)
        }
        ',' | ';' | '，' => Folded::Sign(Token::Comma),
        '.' | ':' | '…' | '•' | '·' => Folded::Sign(Token::Dot),
        '/' | '\\' => Folded::Sign(Token::Slash),
        '(' | '[' => Folded::Sign(Token::Open),
        ')' | ']' => Folded::Sign(Token::Close),
        c if c.is_whitespace() => Folded::Space,
        c if c.is_alphabetic() => Folded::Keep(c),
        _ => Folded::Sign(Token::Other),
    }
}

/// Latin letters that a scan or a hurried hand puts into Russian words.
fn look_alike(c: char) -> char {
    match c {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'n' => 'п',
        'o' => 'о',
        'p' => 'р',
        'r' => 'г',
        't' => 'т',
        'u' => 'и',
        'x' => 'х',
        'y' => 'у',
        _ => c,
    }
}

/// Roman numbers up to XII, also as a Russian keyboard gives them: П, Ш, 1У.
fn roman(letters: &str) -> Option<u32> {
    Some(match letters {
        "i" | "l" => 1,
        "ii" | "п" | "ll" => 2,
        "iii" | "ш" | "lll" => 3,
        "iv" | "iу" | "lv" | "iy" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" | "iх" => 9,
        "x" => 10,
        "xi" | "хi" => 11,
        "xii" | "хii" => 12,
        _ => return None,
    })
}

/// Digits that stand for letters in a word («0ктябрь», «сентя6рь») and letters that stand for digits («2О23»).
fn repaired(run: String) -> String {
    if run == "1у" || run == "1v" {
        return "iv".to_owned();
    }
    let digits = run.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || digits == run.chars().count() {
        return run;
    }
    let chars: Vec<char> = run.chars().collect();
    if chars.len() == 4
        && digits >= 2
        && chars[0].is_ascii_digit()
        && chars.iter().all(|c| digit_for(*c).is_some())
    {
        return chars.iter().filter_map(|c| digit_for(*c)).collect();
    }
    let letter_at = |i: usize| chars.get(i).is_some_and(|c| c.is_alphabetic());
    let inside =
        |i: usize| letter_at(i + 1) && ((i == 0 && chars[0] == '0') || (i > 0 && letter_at(i - 1)));
    chars
        .iter()
        .enumerate()
        .map(|(i, c)| if inside(i) { letter_for(*c) } else { *c })
        .collect()
}

fn digit_for(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'о' | 'o' => Some('0'),
        'з' => Some('3'),
        'l' | 'i' => Some('1'),
        _ => None,
    }
}

fn letter_for(c: char) -> char {
    match c {
        '0' => 'о',
        '3' => 'з',
        '6' => 'б',
        _ => c,
    }
}
