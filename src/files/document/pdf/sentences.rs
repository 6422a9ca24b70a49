//! What a text in a cell says of what stands before and after it.

/// A text that begins in the middle of a sentence.
pub(super) fn begins_small(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_lowercase() || ",;.()»".contains(c))
}

/// A text after which more must come.
pub(super) fn ends_open(text: &str) -> bool {
    const SMALL: &[&str] = &[
        "и", "в", "во", "с", "со", "по", "на", "о", "об", "от", "до", "для", "за", "из", "к", "при", "над", "под",
        "или", "а", "у", "не",
    ];
    let text = text.trim_end();
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    text.ends_with([',', '-', '–', '—', '(', '«', ':']) || SMALL.contains(&word)
}

/// «3», «1.2.», «№ 7»: what a column of numbers holds.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 8
        && text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || ".)№ ".contains(c))
}
