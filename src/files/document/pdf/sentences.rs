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

/// Whether a text begins with the item that follows the last one of a list above: «2) …» and «3) …».
pub(super) fn continues_list(above: &str, below: &str) -> bool {
    let item = |line: &str| -> Option<(u32, char)> {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let sign = line[digits..].chars().next().filter(|sign| ".)".contains(*sign))?;
        Some((line[..digits].parse().ok()?, sign))
    };
    let last = above.lines().filter_map(item).next_back();
    last.zip(item(below)).is_some_and(|((last, sign), (next, other))| next == last + 1 && sign == other)
}

/// «3», «1.2.», «№ 7»: what a column of numbers holds.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 8
        && text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || ".)№ ".contains(c))
}
