//! Putting lines together again: words cut by a line's end, hyphens, and signs that a scan added.

use std::collections::HashSet;

/// The words of a document, which tell a cut word from two words.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    words: HashSet<String>,
}

/// Long words of every road map: enough to know one by its beginning where the document has it only cut.
const STEMS: &[&str] = &[
    "персонализированн", "наставническ", "наставничеств", "наставляем", "педагогическ", "образовательн", "организац",
    "мероприят", "методическ", "формирован", "положени", "реализац", "сопровожден", "деятельност", "проведен",
    "потенциальн", "информационн", "профессиональн", "консультац", "анкетирован", "специалист", "ответственн",
    "результат", "психолого-педагогическ", "индивидуальн", "документ", "разработк", "утвержден", "закреплен",
    "дополнительн", "взаимодейств", "удовлетворенн", "эффективн", "муниципальн", "руководител", "заместител",
];

/// Pieces that end Russian words and are no words themselves.
const ENDINGS: &[&str] = &[
    "ых", "ый", "ий", "ая", "яя", "ое", "ые", "ыми", "ого", "ому", "ния", "ние", "нии", "ний", "нию", "нием", "ных", "ный",
    "ная", "ное", "ные", "ной", "ным", "ными", "нных", "нной", "нный", "нные", "нными", "ства", "ство", "ству", "ством",
    "тва", "ского", "ских", "ский", "ской", "ская", "ские", "ческих", "ческий", "ческой", "тельных", "тельной", "ции", "ция",
    "цию", "ций", "ть", "ться", "тся", "ости", "ость", "ями", "ях", "ов", "ев", "ам", "ами", "ей", "ров", "лей", "гов",
    "щих", "ющих", "вание", "вания", "мого", "емых",
];

impl Joiner {
    /// Learns the words that stand whole inside lines.
    pub(super) fn learn<'l>(lines: impl IntoIterator<Item = &'l str>) -> Self {
        let words = lines.into_iter().flat_map(|line| line.split(|c: char| !c.is_alphabetic() && c != '-'));
        Self { words: words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect() }
    }

    /// Adds the next line to a text.
    pub(super) fn add(&self, text: &mut String, line: &str) {
        let line = line.trim();
        if text.is_empty() || line.is_empty() {
            text.push_str(line);
            return;
        }
        let first = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let hyphen = text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        if hyphen && first.starts_with(char::is_lowercase) {
            let head = last_word(text.trim_end_matches('-')).to_owned();
            if !self.is_compound(&head, first) {
                text.pop();
            }
        } else if !self.is_cut(last_word(text), first) {
            text.push(' ');
        }
        text.push_str(line);
    }

    /// «Нормативно-» + «правовых» keeps its hyphen, «настав-» + «ничества» loses it.
    fn is_compound(&self, head: &str, tail: &str) -> bool {
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let whole = format!("{head}{tail}");
        if self.words.contains(&whole) || begins_with_stem(&whole, &head) {
            return false;
        }
        self.words.contains(&format!("{head}-{tail}")) || (head.chars().count() > 5 && head.ends_with(['о', 'е']))
    }

    /// Whether a line's end cut a word: «персонализированны» + «х».
    fn is_cut(&self, head: &str, tail: &str) -> bool {
        if head.chars().count() < 3 || tail.is_empty() || !tail.starts_with(char::is_lowercase) {
            return false;
        }
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let whole = format!("{head}{tail}");
        let meant = self.words.contains(&whole) || begins_with_stem(&whole, &head);
        let no_word = ENDINGS.contains(&tail.as_str()) || (tail.chars().count() < 3 && !small_word(&tail));
        let cut_head = head.ends_with("нн") || (head.chars().count() > 3 && !head.contains(vowel));
        (meant && (no_word || !self.stands_alone(&tail))) || no_word && head.chars().count() > 3 || cut_head
    }

    /// Whether the second piece is a word somewhere else in the document.
    fn stands_alone(&self, tail: &str) -> bool {
        small_word(tail) || self.words.contains(tail) && !ENDINGS.contains(&tail)
    }
}

fn begins_with_stem(whole: &str, head: &str) -> bool {
    STEMS.iter().any(|stem| whole.starts_with(stem) && head.len() < stem.len() && head.chars().count() > 2)
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last();
    start.map_or("", |(at, _)| &text[at..])
}

fn vowel(c: char) -> bool {
    "аеёиоуыэюя".contains(c)
}

fn small_word(word: &str) -> bool {
    matches!(
        word,
        "а" | "и" | "в" | "с" | "к" | "о" | "у" | "я" | "ж" | "б" | "во" | "со" | "ко" | "об" | "от" | "до" | "за" | "на" | "не" | "ни"
            | "но" | "по" | "из" | "их" | "он" | "мы" | "вы" | "то" | "да" | "же" | "бы" | "ли" | "ее" | "её" | "им" | "ей" | "оу" | "оо"
            | "мо" | "вр" | "г" | "гг" | "п" | "пп" | "ст" | "др" | "д" | "т" | "вк" | "уч"
    )
}

/// Makes a text one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

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
    let Some(tag) = text.strip_prefix('<') else { return ("", 0) };
    let name = tag.trim_start_matches('/');
    let end = tag.find('>').filter(|end| *end < 40 && name.starts_with(|c: char| c.is_ascii_alphabetic()));
    match end {
        Some(end) => (if name.starts_with("br") || name.starts_with("BR") { "\n" } else { "" }, end + 2),
        None => ("", 0),
    }
}

/// Latin crumbs that a scan leaves in an empty cell: «F ggs», «I», «T».
pub(super) fn is_noise(text: &str) -> bool {
    let crumb = |word: &str| {
        let letters = word.chars().count();
        letters <= 3 && word.chars().all(|c| c.is_ascii_alphabetic()) && (letters == 1 || word.chars().any(|c| c.is_ascii_lowercase()))
    };
    let sign_only = |word: &str| word.chars().all(|c| "^~`|\\_=".contains(c));
    !text.trim().is_empty() && text.split_whitespace().all(|word| crumb(word) || sign_only(word))
}
