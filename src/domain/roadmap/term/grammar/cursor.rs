//! A place in the tokens, with the small steps that all clauses use.

use super::super::token::{Number, Token};
use super::super::vocabulary::Word;

/// Where the reading stands. Cheap to copy, so that an attempt can be taken back.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    tokens: &'t [Token],
}

impl<'t> Cursor<'t> {
    pub(super) fn new(tokens: &'t [Token]) -> Self {
        Self { tokens }
    }

    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.first().copied()
    }

    /// The token after the next one.
    pub(super) fn peek_second(&self) -> Option<Token> {
        self.tokens.get(1).copied()
    }

    pub(super) fn advance(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or_default();
    }

    pub(super) fn sign(&mut self, sign: Token) -> bool {
        let found = self.peek() == Some(sign);
        if found {
            self.advance();
        }
        found
    }

    pub(super) fn word(&mut self, word: Word) -> bool {
        self.sign(Token::Word(word))
    }

    /// «В течение», «в теч.»: the dot goes with it.
    pub(super) fn during(&mut self) -> bool {
        let found = self.word(Word::During);
        if found {
            self.sign(Token::Dot);
        }
        found
    }

    /// «Учебный», «уч.», «уч/», «у.».
    pub(super) fn study(&mut self) -> bool {
        let found = self.word(Word::Study);
        if found {
            let _ = self.sign(Token::Dot) || self.sign(Token::Slash);
        }
        found
    }

    /// «Годы», «гг.», «г.г.».
    pub(super) fn years(&mut self) -> bool {
        let years = |c: &mut Self| {
            if c.word(Word::Years) {
                return Some(());
            }
            c.word(Word::Year).then_some(())?;
            c.sign(Token::Dot);
            c.word(Word::Year).then_some(())
        };
        let found = self.attempt(years).is_some();
        if found {
            self.sign(Token::Dot);
        }
        found
    }

    /// «Включительно», with or without a bracket.
    pub(super) fn inclusive(&mut self) -> bool {
        self.attempt(|c| {
            c.sign(Token::Comma);
            let bracket = c.sign(Token::Open);
            let found = c.word(Word::Inclusive) && (!bracket || c.sign(Token::Close));
            found.then(|| _ = c.sign(Token::Dot))
        })
        .is_some()
    }

    /// Takes a word that `wanted` knows.
    pub(super) fn word_as<T>(&mut self, wanted: impl Fn(Word) -> Option<T>) -> Option<T> {
        let Some(Token::Word(word)) = self.peek() else {
            return None;
        };
        let found = wanted(word)?;
        self.advance();
        Some(found)
    }

    /// Takes a number that `wanted` accepts.
    pub(super) fn number(&mut self, wanted: impl Fn(Number) -> bool) -> Option<u32> {
        match self.peek() {
            Some(Token::Number(number)) if wanted(number) => {
                self.advance();
                Some(number.value)
            }
            _ => None,
        }
    }

    /// Runs a clause and steps back if it does not fit.
    pub(super) fn attempt<T>(&mut self, clause: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        let before = *self;
        let found = clause(self);
        if found.is_none() {
            *self = before;
        }
        found
    }

    pub(super) fn separator(&mut self) -> bool {
        let found = matches!(
            self.peek(),
            Some(
                Token::Comma
                    | Token::Dot
                    | Token::Colon
                    | Token::Slash
                    | Token::Dash
                    | Token::Close
                    | Token::Word(Word::And)
            )
        );
        if found {
            self.advance();
        }
        found
    }

    /// The tokens of a bracket, which is taken with both its signs; an unclosed one goes to the end.
    pub(super) fn bracketed(&mut self) -> &'t [Token] {
        self.advance();
        let mut depth = 1;
        for (at, token) in self.tokens.iter().enumerate() {
            match token {
                Token::Open => depth += 1,
                Token::Close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let inner = &self.tokens[..at];
                self.tokens = &self.tokens[at + 1..];
                return inner;
            }
        }
        std::mem::take(&mut self.tokens)
    }

    /// Takes words that only describe («… работы методического объединения и психологической службы»).
    pub(super) fn description(&mut self) -> Described {
        let mut seen = Described::default();
        let mut last = Word::Unknown;
        while let Some(token) = self.peek() {
            let second = self.peek_second();
            let goes_on = matches!(second, Some(Token::Word(word)) if describes(word) || joins(word));
            let taken = match token {
                Token::Word(Word::Year) => last == Word::Study || second == Some(Token::Dot),
                Token::Word(word) => describes(word) || (joins(word) && goes_on),
                Token::Comma | Token::Dash | Token::Slash => second == Some(Token::Word(Word::Unknown)),
                Token::Dot | Token::Colon => true,
                _ => false,
            };
            if !taken {
                break;
            }
            seen.last = Some(token);
            if let Token::Word(word) = token {
                seen.note(word);
                last = word;
            }
            self.advance();
        }
        seen
    }

    /// Takes all that is left.
    pub(super) fn rest(&mut self) {
        self.tokens = &[];
    }
}

/// Which telling words a description held.
#[derive(Default)]
pub(super) struct Described {
    pub(super) programme: bool,
    pub(super) plan: bool,
    pub(super) running: bool,
    pub(super) words: usize,
    pub(super) last: Option<Token>,
}

impl Described {
    fn note(&mut self, word: Word) {
        self.words += 1;
        self.programme |= word == Word::Programme;
        self.plan |= word == Word::Plan;
        self.running |= word == Word::Running;
    }
}

/// Words that can stand in a description without saying a time.
fn describes(word: Word) -> bool {
    matches!(
        word,
        Word::Unknown
            | Word::Programme
            | Word::Running
            | Word::Plan
            | Word::Stage
            | Word::Period
            | Word::Term
            | Word::Working
            | Word::All
            | Word::Current
            | Word::Gathering
            | Word::Need
            | Word::Completion
            | Word::Study
            | Word::Calendar
            | Word::Manner
            | Word::Given
            | Word::Feast
    )
}

/// Words that lead from one description to the next, or to a time: which, the next word tells.
fn joins(word: Word) -> bool {
    matches!(word, Word::And | Word::On | Word::By | Word::In | Word::From | Word::For | Word::With)
}
