//! People's names as staff lists write them, made ready to be kept.

use crate::domain::staff_list::{MAX_NAME_CHARS, RowErrorKind};
use unicode_normalization::UnicodeNormalization;

/// More words than this is a sentence, not a name: «Мамедова Айгуль Рашид кызы» has four.
const MAX_WORDS: usize = 6;
/// Parts of names that stay small.
const PARTICLES: [&str; 12] = ["оглы", "кызы", "оглу", "гызы", "улы", "уулу", "фон", "де", "ван", "дер", "аль", "эль"];

/// A full name in its normal form, or why the text is none.
pub fn read(text: &str) -> Result<String, RowErrorKind> {
    let tidied = tidy(text);
    let name = without_number(&tidied).trim_end_matches([',', ';', ':']).replace(',', " ");
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.is_empty() {
        return Err(if tidied.is_empty() { RowErrorKind::NoName } else { RowErrorKind::NotAName });
    }
    if name.chars().count() > MAX_NAME_CHARS {
        return Err(RowErrorKind::TooLong { limit: MAX_NAME_CHARS });
    }
    let starts_well = |word: &&str| word.starts_with(|c: char| c.is_alphabetic() || c == '(');
    if !name.chars().all(belongs_to_a_name) || !words.iter().all(starts_well) || words.len() > MAX_WORDS {
        return Err(RowErrorKind::NotAName);
    }
    match words.as_slice() {
        [single] if is_initials_and_surname(single) => {}
        [_] => return Err(RowErrorKind::OnlySurname),
        _ => {}
    }
    Ok(words.into_iter().map(|word| in_normal_case(&one_alphabet(word))).collect::<Vec<_>>().join(" "))
}

/// NFC, no control, direction or zero-width characters, single spaces.
pub(super) fn tidy(text: &str) -> String {
    let plain: String =
        text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_invisible(*c)).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two writings of one name have in common: case, «ё» and the form of the dash do not count.
pub fn key(full_name: &str) -> String {
    full_name.to_lowercase().replace('ё', "е").replace(['‐', '‑', '–'], "-")
}

/// Whether a text could be a full name: for lists without the names of columns.
pub(super) fn looks_like_one(text: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    read(text).is_ok_and(|name| {
        let words: Vec<&str> = name.split(' ').collect();
        let small = words.iter().filter(|word| !is_capital(word)).count();
        (2..=5).contains(&words.len()) && small <= 1 && is_capital(words[0])
    }) && text.chars().any(char::is_uppercase)
}

/// «12. Иванова» and «3) Иванова» without the number that a list puts in front.
fn without_number(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == text.len() || text.len() - rest.len() > 4 {
        return text;
    }
    let name = rest.trim_start_matches(['.', ')', ' ']);
    if name.len() < rest.len() && name.starts_with(char::is_alphabetic) { name } else { text }
}

fn belongs_to_a_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, ' ' | '-' | '‐' | '‑' | '–' | '.' | '\'' | '’' | '(' | ')' | '\u{300}'..='\u{36f}')
}

/// C0 and C1 controls, zero-width characters, direction marks, the byte order mark.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// «И.И.Иванов», written without a space.
fn is_initials_and_surname(word: &str) -> bool {
    let parts: Vec<usize> = word.split('.').map(|part| part.chars().count()).collect();
    parts.len() >= 2 && parts.contains(&1) && parts.iter().any(|&len| len > 2)
}

/// A Cyrillic word with Latin look-alikes (a keyboard left in the other layout) in Cyrillic alone.
fn one_alphabet(word: &str) -> String {
    const LATIN: &str = "aceopxyABCEHKMOPTX";
    const CYRILLIC: &str = "асеорхуАВСЕНКМОРТХ";
    if !word.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')) {
        return word.to_owned();
    }
    let twin = |c: char| LATIN.chars().zip(CYRILLIC.chars()).find(|(latin, _)| *latin == c).map_or(c, |(_, twin)| twin);
    word.chars().map(twin).collect()
}

/// «ИВАНОВА-КИМ» and «иванова-ким» as «Иванова-Ким»; initials and mixed case stay as they are.
fn in_normal_case(word: &str) -> String {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let shouted = letters().count() > 1 && letters().all(char::is_uppercase) && !word.contains('.');
    let small = letters().all(char::is_lowercase);
    if !shouted && !small {
        return word.to_owned();
    }
    let lower = word.to_lowercase();
    if PARTICLES.contains(&lower.as_str()) {
        return lower;
    }
    let mut at_start = true;
    let capitalised = lower.chars().flat_map(|c| {
        let capital = at_start && c.is_alphabetic();
        at_start = !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c);
        if capital { c.to_uppercase().collect::<Vec<_>>() } else { vec![c] }
    });
    capitalised.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_out_in_their_normal_form() {
        for (written, kept) in [
            ("  Иванова\u{a0} Мария\n Петровна ", "Иванова Мария Петровна"),
            ("ПЕТРОВ-ВОДКИН КУЗЬМА", "Петров-Водкин Кузьма"),
            ("ежова алёна", "Ежова Алёна"),
            ("МАМЕДОВ ТИМУР РАШИД ОГЛЫ", "Мамедов Тимур Рашид оглы"),
            ("12. Ким Анна", "Ким Анна"),
            ("3) Ким Анна,", "Ким Анна"),
            ("Иванова (Петрова) Мария", "Иванова (Петрова) Мария"),
            ("Иванов И.И.", "Иванов И.И."),
            ("И.И.Иванов", "И.И.Иванов"),
            ("О'КОННОР ДЖОН", "О'Коннор Джон"),
            ("Семе\u{308}нов Андреи\u{306}", "Семёнов Андрей"),
            ("Ив\u{200b}анов\u{202e} Пётр", "Иванов Пётр"),
            ("Ивaнoвa Мapия", "Иванова Мария"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(kept));
        }
    }

    #[test]
    fn what_is_no_name_is_said_to_be_none() {
        assert_eq!(read(" \u{200b}"), Err(RowErrorKind::NoName));
        assert_eq!(read("Иванова"), Err(RowErrorKind::OnlySurname));
        for text in ["8 900 123-45-67", "Иванова2 Мария", "a@b.ru", "- -", "3)", "да нет или то и это всё"]
        {
            assert_eq!(read(text), Err(RowErrorKind::NotAName), "{text}");
        }
        assert_eq!(read(&"Я".repeat(121)), Err(RowErrorKind::TooLong { limit: MAX_NAME_CHARS }));
    }

    #[test]
    fn one_name_written_twice_is_one_name() {
        assert_eq!(key("Семёнов Пётр"), key("СЕМЕНОВ ПЕТР"));
        assert_ne!(key("Иванова Анна"), key("Иванова Инна"));
    }
}
