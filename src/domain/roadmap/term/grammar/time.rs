//! Times of day, which say nothing about the day: «в 14:00», «в 15 ч.», «с 10.00 до 12.00».

use super::super::token::Token;
use super::super::vocabulary::Word;
use super::Clause;
use super::cursor::Cursor;

pub(super) fn time_of_day(c: &mut Cursor<'_>) -> Option<Clause> {
    let lead = c.word(Word::In) || c.word(Word::From) || c.word(Word::Until) || c.word(Word::Toward);
    clock(c, lead)?;
    c.attempt(|c| {
        (c.sign(Token::Dash) || c.word(Word::Until) || c.word(Word::By)).then_some(())?;
        clock(c, true)
    });
    Some(Clause::Note)
}

/// Hours and minutes. With a dot between them only what cannot be a day and a month is believed.
fn clock(c: &mut Cursor<'_>, lead: bool) -> Option<()> {
    c.number(|n| n.digits <= 2 && n.value <= 24)?;
    if c.sign(Token::Colon) {
        c.number(|n| n.digits == 2 && n.value < 60)?;
        c.attempt(|c| c.sign(Token::Colon).then(|| c.number(|n| n.digits == 2 && n.value < 60))?);
    } else if !c.word(Word::Hour) {
        c.sign(Token::Dot).then_some(())?;
        c.number(|n| n.digits == 2 && (n.value == 0 || (lead && (13..60).contains(&n.value))))?;
        if c.peek() == Some(Token::Dot) && matches!(c.peek_second(), Some(Token::Number(_))) {
            return None;
        }
    }
    c.word(Word::Hour);
    c.sign(Token::Dot);
    Some(())
}
