//! The sub-items of a cell: «1) …», «- …», «• …», on lines of their own or one after another in a line.

use super::join::one_line;

/// A sign that begins a sub-item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// Number or letter, with the sign after it.
    Ordinal(u32, char),
    Bullet,
    /// A dash may also stand between two words.
    Dash,
}

/// A sign with its place: where it begins, and where the text after it does.
struct Mark {
    start: usize,
    end: usize,
    sign: Sign,
}

/// Splits a cell into what stands before the sub-items and the sub-items. Line ends in `text` mark paragraphs.
pub(super) fn split(text: &str) -> Vec<String> {
    let marks = marks(text);
    let mut items: Vec<String> = Vec::new();
    let mut led = false;
    for (at, mark) in marks.iter().enumerate() {
        let end = marks.get(at + 1).map_or(text.len(), |next| next.start);
        let item = trimmed(&text[mark.end..end]);
        let appendix = item.to_lowercase().starts_with("приложени");
        match items.last_mut() {
            // «Обучение наставников: - подготовка…»: the first under-item belongs to the item that announces it.
            Some(last) if (led && matches!(mark.sign, Sign::Bullet | Sign::Dash)) || appendix => {
                last.push_str(if appendix { "; " } else { " " });
                last.push_str(&item);
            }
            _ if item.is_empty() => {}
            _ => items.push(item.clone()),
        }
        led = matches!(mark.sign, Sign::Ordinal(..)) && item.ends_with(':');
    }
    items
}

/// What stands before the sub-items, without the colon that announces them.
pub(super) fn lead(text: &str) -> &str {
    let end = marks(text).first().map_or(text.len(), |mark| mark.start);
    text[..end].trim().trim_end_matches(':').trim_end()
}

/// Whether a line begins with a sign of its own.
pub(super) fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    sign_at(line, 0).is_some_and(|(sign, end)| {
        matches!(sign, Sign::Bullet | Sign::Dash) || line[end..].starts_with(char::is_whitespace)
    })
}

fn marks(text: &str) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    // The last «1)» and the last «1.».
    let mut counted = [None; 2];
    for (start, _) in text.char_indices() {
        if found.last().is_some_and(|mark| start < mark.end) {
            continue;
        }
        let before = &text[..start];
        let Some((sign, end)) = sign_at(text, start) else {
            continue;
        };
        let kind = usize::from(matches!(sign, Sign::Ordinal(_, '.')));
        if accepted(sign, (before, &text[end..]), &found, counted[kind]) {
            if let Sign::Ordinal(number, _) = sign {
                counted[kind] = Some(number);
            }
            found.push(Mark { start, end, sign });
        }
    }
    found
}

/// Reads a sign at a place: a bullet, a dash, «1)», «1.», «а)».
fn sign_at(text: &str, start: usize) -> Option<(Sign, usize)> {
    let rest = &text[start..];
    let first = rest.chars().next()?;
    if !first.is_alphanumeric() && "•·●▪▫◦‣■□✓➢✔✅☑➤►▶🔹🔸".contains(first) {
        return Some((Sign::Bullet, start + first.len_utf8()));
    }
    if "-–—−".contains(first) {
        return Some((Sign::Dash, start + first.len_utf8()));
    }
    let (number, length) = if first.is_ascii_digit() {
        let length = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
        (rest[..length].parse().ok().filter(|_| length <= 2)?, length)
    } else {
        (letter(first)?, first.len_utf8())
    };
    let sign = rest[length..].chars().next().filter(|sign| *sign == ')' || (*sign == '.' && first.is_ascii_digit()))?;
    let next = rest[length + 1..].chars().next();
    let another_part = next.is_some_and(|next| next.is_ascii_digit());
    (!another_part).then_some((Sign::Ordinal(number, sign), start + length + 1))
}

fn letter(c: char) -> Option<u32> {
    "абвгдежзик".chars().zip(1..).find(|(letter, _)| *letter == c).map(|(_, number)| number)
}

/// Whether a sign between these texts begins an item; `last` is the number before it that has the same sign.
fn accepted(sign: Sign, (before, after): (&str, &str), found: &[Mark], last: Option<u32>) -> bool {
    let line_start =
        before.trim_end_matches([' ', '\t']).is_empty() || before.trim_end_matches([' ', '\t']).ends_with('\n');
    let spaced = before.is_empty() || before.ends_with(char::is_whitespace);
    let previous = before.trim_end().chars().next_back();
    let pause = previous.is_none_or(|c| ":;.!?".contains(c));
    let text_follows = after.trim_start().starts_with(|c: char| c.is_alphabetic() || "«\"“(".contains(c));
    if !text_follows {
        return false;
    }
    match sign {
        Sign::Ordinal(number, _) => {
            let first = found.is_empty() && (line_start || (number == 1 && pause && spaced));
            let named = names_a_number(before.trim_end());
            let under = number == 1 && previous == Some(':');
            (first || under || last.is_some_and(|last| number == last + 1)) && !named && (spaced || pause)
        }
        Sign::Bullet => spaced || pause,
        Sign::Dash => {
            let dashes = found.iter().rev().take(40).any(|mark| mark.sign == Sign::Dash);
            line_start || (spaced && pause) || (spaced && dashes && previous == Some(','))
        }
    }
}

/// «Приложение 2.», «№ 3)», «п. 1)»: the number belongs to the word that ends the text before it.
fn names_a_number(before: &str) -> bool {
    const NAMES: &[&str] = &["приложение", "приложения", "№", "п.", "пункт", "пункта", "ст.", "статья", "часть", "ч."];
    // One letter more than the longest of them has: a longer word is none.
    let word = before.char_indices().rev().take(11).take_while(|(_, c)| !c.is_whitespace()).last();
    word.is_some_and(|(start, _)| NAMES.contains(&before[start..].to_lowercase().as_str()))
}

fn trimmed(text: &str) -> String {
    let line = one_line(text);
    let bare = line.trim_end_matches([';', ',', ' ']);
    let short = bare.rsplit([' ', '.']).nth(1).is_some_and(|word| word.chars().count() < 3 && bare.ends_with('.'));
    if short { bare } else { bare.trim_end_matches('.') }.to_owned()
}
