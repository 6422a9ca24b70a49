//! Signs that are not text: bold, HTML tags, crumbs of a scan.

/// Bytes of a tag between its brackets.
const LONGEST_TAG: usize = 40;

/// Takes away bold signs and HTML tags.
pub(super) fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['*', '<', '_', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = markup(rest);
        if taken.1 == 0 {
            let sign = rest.chars().next().unwrap_or_default();
            out.push(sign);
            rest = &rest[sign.len_utf8()..];
        } else {
            out.push_str(taken.0);
            rest = &rest[taken.1..];
        }
    }
    out.push_str(rest);
    out
}

/// The markup at the beginning of a text: what to write for it, and its length.
fn markup(text: &str) -> (&'static str, usize) {
    for (sign, written) in [("**", ""), ("__", ""), ("&nbsp;", " "), ("&amp;", "&"), ("&quot;", "\"")] {
        if text.starts_with(sign) {
            return (written, sign.len());
        }
    }
    let Some(tag) = text.strip_prefix('<') else {
        return ("", 0);
    };
    let name = tag.trim_start_matches('/');
    // A tag is short: what follows a lone «<» is not searched to its end.
    let near = (tag.len().min(LONGEST_TAG)..=tag.len()).find(|at| tag.is_char_boundary(*at)).unwrap_or(tag.len());
    let end = tag[..near].find('>');
    let end = end.filter(|_| name.starts_with(|c: char| c.is_ascii_alphabetic()));
    match end {
        Some(end) => (if name.starts_with("br") || name.starts_with("BR") { "\n" } else { "" }, end + 2),
        None => ("", 0),
    }
}

/// Latin crumbs that a scan leaves in an empty cell: «F ggs», «I», «T».
pub(super) fn is_noise(text: &str) -> bool {
    let crumb = |word: &str| {
        let letters = word.chars().count();
        letters <= 3
            && word.chars().all(|c| c.is_ascii_alphabetic())
            && (letters == 1 || word.chars().any(|c| c.is_ascii_lowercase()))
    };
    let sign_only = |word: &str| word.chars().all(|c| "^~`|\\_=".contains(c));
    !text.trim().is_empty() && text.split_whitespace().all(|word| crumb(word) || sign_only(word))
}
