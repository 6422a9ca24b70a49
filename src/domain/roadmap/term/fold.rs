//! One spelling for each sign: small letters, one dash, Cyrillic for look-alikes, digits for digits.

use super::token::Token;

/// What a sign of the text becomes.
pub(super) enum Folded {
    Keep(char),
    Breve,
    Nothing,
    Space,
    Sign(Token),
}

/// One spelling for letters, dashes and spaces.
pub(super) fn fold(c: char) -> Folded {
    match c {
        'а'..='я' | '0'..='9' | 'a'..='z' => Folded::Keep(c),
        'А'..='Я' => Folded::Keep(char::from_u32(u32::from(c) + 32).unwrap_or(c)),
        'ё' | 'Ё' => Folded::Keep('е'),
        'A'..='Z' => Folded::Keep(c.to_ascii_lowercase()),
        'І' | 'і' | 'Ӏ' | 'Ⅰ' | '|' => Folded::Keep('i'),
        'Ⅱ'..='Ⅻ' => Folded::Keep(c),
        '\u{306}' => Folded::Breve,
        '\u{ad}'
        | '¬'
        | '¹'
        | '²'
        | '³'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{300}'..='\u{36f}' => Folded::Nothing,
        '«' | '»' | '"' | '“' | '”' | '„' | '\'' | '’' | '*' | '_' => Folded::Space,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' | '﹣' | '－' | '÷' => {
            Folded::Sign(Token::Dash)
        }
        ',' | ';' | '，' => Folded::Sign(Token::Comma),
        '.' | '…' | '•' | '·' => Folded::Sign(Token::Dot),
        ':' => Folded::Sign(Token::Colon),
        '/' | '\\' => Folded::Sign(Token::Slash),
        '(' | '[' => Folded::Sign(Token::Open),
        ')' | ']' => Folded::Sign(Token::Close),
        c if c.is_whitespace() => Folded::Space,
        c if c.is_alphabetic() => Folded::Keep(c),
        _ => Folded::Sign(Token::Other),
    }
}

/// Latin letters that a scan or a hurried hand puts into Russian words.
pub(in crate::domain::roadmap) fn look_alike(c: char) -> char {
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
pub(super) fn roman(letters: &str) -> Option<u32> {
    Some(match letters {
        "i" | "l" => 1,
        "ii" | "п" | "ll" | "Ⅱ" => 2,
        "iii" | "ш" | "lll" | "Ⅲ" => 3,
        "iv" | "iу" | "lv" | "iy" | "Ⅳ" => 4,
        "v" | "Ⅴ" => 5,
        "vi" | "Ⅵ" => 6,
        "vii" | "Ⅶ" => 7,
        "viii" | "Ⅷ" => 8,
        "ix" | "iх" | "Ⅸ" => 9,
        "x" | "Ⅹ" => 10,
        "xi" | "хi" | "Ⅺ" => 11,
        "xii" | "хii" | "Ⅻ" => 12,
        _ => return None,
    })
}

/// Digits that stand for letters in a word («0ктябрь», «сентя6рь») and letters that stand for digits («2О23»).
pub(super) fn repaired(run: String) -> String {
    if run == "1у" || run == "1v" {
        return "iv".to_owned();
    }
    let digits = run.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || digits == run.chars().count() {
        return run;
    }
    let chars: Vec<char> = run.chars().collect();
    if (chars.len() == 2 || (chars.len() == 4 && digits >= 2 && chars[0].is_ascii_digit()))
        && chars.iter().all(|c| digit_for(*c).is_some())
    {
        return chars.iter().filter_map(|c| digit_for(*c)).collect();
    }
    let letter_at = |i: usize| chars.get(i).is_some_and(|c| c.is_alphabetic());
    let after_letter = |i: usize| i > 0 && letter_at(i - 1);
    let begins = |i: usize| i == 0 && chars[0] == '0' && letter_at(1);
    let ends = |i: usize| i + 1 == chars.len() && i > 3 && chars[i] == '0';
    let inside = |i: usize| begins(i) || (after_letter(i) && (letter_at(i + 1) || ends(i)));
    chars.iter().enumerate().map(|(i, c)| if inside(i) { letter_for(*c) } else { *c }).collect()
}

fn digit_for(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'о' | 'o' => Some('0'),
        'з' => Some('3'),
        'б' => Some('6'),
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
