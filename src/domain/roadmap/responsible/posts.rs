//! One cell → the posts in it.

use super::person::{begins_with_person, is_person};
use super::spelling::fold;

/// Words of a person's name, with signs that stand alone between them.
const MOST_NAMES: usize = 6;

/// Pieces between commas, strokes and line ends that are outside quotes and brackets.
pub(super) fn parts(cell: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, c) in cell.char_indices() {
        match c {
            '«' | '(' | '“' | '„' => depth += 1,
            '»' | ')' | '”' => depth -= 1,
            ',' | ';' | '/' | '\n' | '•' | '·' if depth <= 0 => {
                parts.push(&cell[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&cell[start..]);
    parts.into_iter().map(trimmed).map(without_label).filter(|part| !part.is_empty()).collect()
}

/// «Отв.: Иванова А. П.», «Ответственный – куратор»: the word that only repeats the heading goes.
fn without_label(part: &str) -> &str {
    let lower = part.to_lowercase();
    let labels = ["ответственные", "ответственный", "ответственная", "исполнители", "исполнитель", "отв"];
    let Some(label) = labels.iter().find(|label| lower.starts_with(**label)) else {
        return part;
    };
    let rest = part.get(label.len()..).unwrap_or_default();
    let sign = rest.trim_start().starts_with([':', '.', '–', '—', '-']);
    if sign || is_person(rest) { trimmed(rest.trim_start_matches(['.', ':', ' '])) } else { part }
}

/// Without the signs around it; the dot of an initial stays («Иванова И. И.»).
fn trimmed(part: &str) -> &str {
    let part =
        part.trim_matches(|c: char| c.is_whitespace() || "-–—:".contains(c)).trim_start_matches('.').trim_start();
    let bare = part.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let initial = bare.chars().rev().take_while(|c| c.is_alphabetic()).count() == 1;
    if initial { part } else { bare }
}

/// Posts that stand side by side in one piece.
pub(super) fn posts(part: &str) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mut posts: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let post_follows = || folded.get(at + 1).is_some_and(|next| opens_post(next, folded.get(at + 2)));
        // «И.» and «И» before a surname are initials.
        let joined = at > 0
            && ((folded[at] == "и" && !word.ends_with('.') && post_follows())
                || (*word == "и" && begins_with_person(&words[at + 1..])));
        if joined {
            posts.push(Vec::new());
            continue;
        }
        let person_before = posts.last().is_some_and(|post| post.len() <= MOST_NAMES && is_person(&post.join(" ")));
        let follows = at > 0 && !posts.last().is_none_or(Vec::is_empty) && !person_before;
        if follows && opens_post(word_at(&folded, at), folded.get(at + 1)) && !belongs_to_previous(&folded, at) {
            posts.push(Vec::new());
        }
        if let Some(post) = posts.last_mut() {
            post.push(word);
        }
    }
    posts.into_iter().filter(|post| !post.is_empty()).map(|post| post.join(" ")).collect()
}

fn word_at(words: &[String], at: usize) -> &str {
    words.get(at).map_or("", String::as_str)
}

/// First words of posts in the nominative; a genitive («совет наставников») goes on the post before it.
fn opens_post(word: &str, next: Option<&String>) -> bool {
    let methodical = |next: &String| ["мо", "шмо", "рмо", "гмо", "методич"].iter().any(|stem| next.starts_with(stem));
    let known = matches!(
        word,
        "директор"
            | "заместитель"
            | "заместители"
            | "куратор"
            | "кураторы"
            | "руководитель"
            | "руководители"
            | "наставник"
            | "наставники"
            | "психолог"
            | "психологи"
            | "педагог-психолог"
            | "педагоги-психологи"
            | "методист"
            | "методисты"
            | "администрация"
            | "завуч"
            | "заведующий"
            | "заведующая"
            | "наставляемый"
            | "наставляемые"
            | "учителя"
            | "учителя-наставники"
            | "педагоги"
            | "педагоги-наставники"
            | "педагог-наставник"
            | "молодые"
            | "молодой"
            | "секретарь"
            | "председатель"
            | "председатели"
    );
    // A slip of case that schools make: «заместитель директора руководителя МО».
    known || (matches!(word, "руководителя" | "руководителей") && next.is_some_and(methodical))
}

/// «Классный руководитель», «педагог наставник», «для педагоги»: one post, not two.
fn belongs_to_previous(words: &[String], at: usize) -> bool {
    let previous = word_at(words, at - 1);
    let post = word_at(words, at);
    matches!(
        previous,
        "по" | "с"
            | "со"
            | "для"
            | "от"
            | "при"
            | "за"
            | "и"
            | "о"
            | "и.о"
            | "ио"
            | "все"
            | "ст"
            | "кл"
            | "соц"
    ) || ["классн", "старш", "социальн", "школьн", "муниципальн", "главн", "ответственн"]
        .iter()
        .any(|stem| previous.starts_with(stem))
        || describes(previous)
        || (post.starts_with("психолог") && previous.starts_with("педагог"))
        || (post.starts_with("наставник") && ["педагог", "педагоги", "учитель", "учителя"].contains(&previous))
        || (matches!(previous, "заместитель" | "заместители") && post.starts_with("руководител"))
}

/// An adjective before a post: «молодые педагоги», «опытный наставник».
fn describes(word: &str) -> bool {
    let post = ["заведующ", "наставляем", "управляющ"].iter().any(|stem| word.starts_with(stem));
    !post && ["ый", "ий", "ой", "ые", "ие"].iter().any(|ending| word.ends_with(ending))
}
