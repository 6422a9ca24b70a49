//! One spelling for posts.

use crate::domain::roadmap::term::look_alike;

/// Writes «зам.» out; its «дир.» too.
pub(super) fn spelled_out(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 16);
    let mut rest = cell;
    while let Some(found) = rest.char_indices().find(|(at, c)| matches!(c, 'з' | 'З') && begins_deputy(rest, *at)) {
        let (at, capital) = (found.0, found.1 == 'З');
        out.push_str(&rest[..at]);
        out.push_str(if capital { "Заместитель " } else { "заместитель " });
        rest = rest[at + "зам".len()..].trim_start_matches(|c: char| c == '.' || c == '-' || c.is_whitespace());
        if let Some(tail) = rest.strip_prefix("дир.").or_else(|| rest.strip_prefix("дир ")) {
            out.push_str("директора ");
            rest = tail.trim_start();
        }
    }
    out.push_str(rest);
    out
}

fn begins_deputy(text: &str, at: usize) -> bool {
    let inside_word = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    let Some(tail) = text[at..].get("з".len()..).and_then(|tail| tail.strip_prefix("ам")) else {
        return false;
    };
    let rest = tail.trim_start_matches(|c: char| c == '.' || c == '-' || c.is_whitespace()).to_lowercase();
    !inside_word && ["дир", "завед", "рук", "нач", "гл"].iter().any(|post| rest.starts_with(post))
}

/// A text in small letters, without the signs around it and without Latin look-alikes in Russian words.
pub(super) fn fold(text: &str) -> String {
    let small = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('ё', "е");
    if small.chars().any(|c| ('а'..='я').contains(&c)) { small.chars().map(look_alike).collect() } else { small }
}
