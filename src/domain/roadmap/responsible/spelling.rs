//! One spelling for posts.

use crate::domain::roadmap::term::look_alike;

/// Writes «зам.» out; its «дир.» too. Latin look-alikes in Russian words become Russian letters.
pub(super) fn spelled_out(cell: &str) -> String {
    let cell = russian(cell);
    let mut out = String::with_capacity(cell.len() + 16);
    let mut rest = cell.as_str();
    while let Some(found) = rest.char_indices().find(|(at, c)| matches!(c, 'з' | 'З') && begins_deputy(rest, *at)) {
        let (at, capital) = (found.0, found.1 == 'З');
        out.push_str(&rest[..at]);
        out.push_str(if capital { "Заместитель " } else { "заместитель " });
        rest = rest[at + "зам".len()..].trim_start_matches(|c: char| c == '.' || c == '-' || c.is_whitespace());
        for (short, whole) in
            [("дир.", "директора"), ("дир ", "директора"), ("зав.", "заведующего"), ("зав ", "заведующего")]
        {
            if let Some(tail) = rest.strip_prefix(short) {
                out.push_str(whole);
                rest = tail.trim_start();
                out.push_str(if rest.is_empty() { "" } else { " " });
                break;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Russian letters for Latin ones in words that have Russian letters too.
fn russian(text: &str) -> String {
    let mixed = |word: &str| word.chars().any(|c| c.is_ascii_alphabetic()) && word.chars().any(is_russian);
    let letter = |c: char| {
        let small = look_alike(c.to_ascii_lowercase());
        if c.is_ascii_uppercase() && is_russian(small) { small.to_uppercase().next().unwrap_or(small) } else { small }
    };
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        if mixed(word) {
            out.extend(word.chars().map(|c| if c.is_ascii_alphabetic() { letter(c) } else { c }));
        } else {
            out.push_str(word);
        }
    }
    out
}

fn is_russian(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')
}

fn begins_deputy(text: &str, at: usize) -> bool {
    let inside_word = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    let Some(tail) = text[at..].get("з".len()..).and_then(|tail| tail.strip_prefix("ам")) else {
        return false;
    };
    let rest = tail.trim_start_matches(|c: char| c == '.' || c == '-' || c.is_whitespace());
    let rest = rest.chars().take(3).collect::<String>().to_lowercase();
    !inside_word && ["дир", "зав", "рук", "нач", "гл", "по "].iter().any(|post| rest.starts_with(post))
}

/// A text in small letters, without the signs around it and without Latin look-alikes in Russian words.
pub(super) fn fold(text: &str) -> String {
    let small = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('ё', "е");
    if small.chars().any(|c| ('а'..='я').contains(&c)) { small.chars().map(look_alike).collect() } else { small }
}
