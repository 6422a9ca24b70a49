//! Names of people inside a cell: «Иванова А. П.», «А.П. Иванова», «Лаптева Ольга Викторовна», in any case form.

/// Endings of patronymics in their case forms.
const PATRONYMICS: &[&str] = &[
    "вич",
    "вича",
    "вичу",
    "вичем",
    "виче",
    "ьич",
    "ьича",
    "ьичу",
    "ьичем",
    "вна",
    "вны",
    "вне",
    "вну",
    "вной",
    "чна",
    "чны",
    "чне",
    "чну",
    "чной",
];

/// Whether a text is the name of one person and nothing else.
pub fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphabetic() || c == '-'))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let initials = words.iter().filter(|word| is_initial(word)).count();
    let names = words.iter().filter(|word| is_name(word)).count();
    let full = words.iter().any(|word| PATRONYMICS.iter().any(|ending| word.to_lowercase().ends_with(ending)));
    initials + names == words.len()
        && ((names == 1 && (1..=2).contains(&initials)) || (initials == 0 && names == 3 && full))
}

/// One capital letter.
pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// A capital letter, small ones after it; «Петрова-Водкина» too.
fn is_name(word: &str) -> bool {
    let parts = word.split('-').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some()
            && letters.all(char::is_lowercase)
    });
    parts && !word.is_empty()
}

/// Whether a person is named at the end of a text.
pub(super) fn ends_with_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=3.min(words.len())).any(|count| is_person(&words[words.len() - count..].join(" ")))
}

/// Whether words begin with somebody's name.
pub(super) fn begins_with_person(words: &[&str]) -> bool {
    (1..=3.min(words.len())).any(|count| is_person(&words[..count].join(" ")))
}
