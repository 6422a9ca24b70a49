//! Putting lines together again: words cut by a line's end, hyphens, words that a scan glued.

use std::collections::HashSet;

/// The words of a document, which tell a cut word from two words.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    words: HashSet<String>,
}

/// Long words of every road map: enough to know one by its beginning where the document has it only cut.
const STEMS: &[&str] = &[
    "персонализированн",
    "наставническ",
    "наставничеств",
    "наставляем",
    "педагогическ",
    "образовательн",
    "организац",
    "мероприят",
    "методическ",
    "формирован",
    "положени",
    "реализац",
    "сопровожден",
    "деятельност",
    "проведен",
    "потенциальн",
    "информационн",
    "профессиональн",
    "консультац",
    "анкетирован",
    "специалист",
    "ответственн",
    "результат",
    "психолого-педагогическ",
    "индивидуальн",
    "документ",
    "разработк",
    "утвержден",
    "закреплен",
    "дополнительн",
    "взаимодейств",
    "удовлетворенн",
    "эффективн",
    "муниципальн",
    "руководител",
    "заместител",
];

/// Pieces that end Russian words and are no words themselves.
const ENDINGS: &[&str] = &[
    "ых",
    "ый",
    "ий",
    "ая",
    "яя",
    "ое",
    "ые",
    "ыми",
    "ого",
    "ому",
    "ния",
    "ние",
    "нии",
    "ний",
    "нию",
    "нием",
    "ных",
    "ный",
    "ная",
    "ное",
    "ные",
    "ной",
    "ным",
    "ными",
    "нных",
    "нной",
    "нный",
    "нные",
    "нными",
    "ства",
    "ство",
    "ству",
    "ством",
    "тва",
    "ского",
    "ских",
    "ский",
    "ской",
    "ская",
    "ские",
    "ческих",
    "ческий",
    "ческой",
    "тельных",
    "тельной",
    "ции",
    "ция",
    "цию",
    "ций",
    "ть",
    "ться",
    "тся",
    "ости",
    "ость",
    "ями",
    "ях",
    "ов",
    "ев",
    "ам",
    "ами",
    "ей",
    "ров",
    "лей",
    "гов",
    "щих",
    "ющих",
    "вание",
    "вания",
    "мого",
    "емых",
];

/// Names of work that begin rows; nothing but another word can follow them.
const FIRST_WORDS: &[&str] = &[
    "подготовка",
    "формирование",
    "организация",
    "проведение",
    "разработка",
    "реализация",
];

/// Endings inside which no long word begins.
const CASE_ENDINGS: &[&str] = &["ых", "их", "ах", "ях", "ов", "ого"];

impl Joiner {
    /// Learns the words that stand whole inside lines.
    pub(super) fn learn<'l>(lines: impl IntoIterator<Item = &'l str>) -> Self {
        let words = lines
            .into_iter()
            .flat_map(|line| line.split(|c: char| !c.is_alphabetic() && c != '-'));
        Self {
            words: words
                .filter(|word| word.chars().count() > 3)
                .map(str::to_lowercase)
                .collect(),
        }
    }

    /// Adds the next line to a text.
    pub(super) fn add(&self, text: &mut String, line: &str) {
        let line = line.trim();
        if text.is_empty() || line.is_empty() {
            text.push_str(line);
            return;
        }
        let first = line
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        let hyphen =
            text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
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

    /// Parts words that a scan glued: «дляреализации», «запросахпедагогов», «наставников,обеспечение».
    pub(super) fn unglued(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        for (at, word) in text.split(' ').enumerate() {
            if at > 0 {
                out.push(' ');
            }
            match self.seam(word) {
                Some(seam) => {
                    out.push_str(&word[..seam]);
                    out.push(' ');
                    out.push_str(&word[seam..]);
                }
                None => out.push_str(word),
            }
        }
        out
    }

    /// Where two words were glued. Only seams that no Russian word has inside are trusted.
    fn seam(&self, word: &str) -> Option<usize> {
        let comma = word.find([',', ';']).map(|at| at + 1);
        if let Some(at) =
            comma.filter(|at| word[*at..].starts_with(|c: char| c.is_alphabetic() && !c.is_ascii()))
        {
            return word[..at - 1].ends_with(char::is_alphabetic).then_some(at);
        }
        let lower = word.to_lowercase();
        if lower.len() != word.len() || word.chars().count() < 9 {
            return None;
        }
        let tail_known = |tail: &str| {
            let bare: String = tail.chars().take_while(|c| c.is_alphabetic()).collect();
            bare.chars().count() > 5
                && (self.words.contains(&bare) || STEMS.iter().any(|stem| bare.starts_with(stem)))
        };
        for head in FIRST_WORDS {
            let tail = lower.strip_prefix(head);
            if tail.is_some_and(|tail| tail.chars().take_while(|c| c.is_alphabetic()).count() > 4) {
                return Some(head.len());
            }
        }
        let short = ["для", "с"].iter().find(|head| {
            lower.strip_prefix(**head).is_some_and(|tail| {
                if **head == "с" {
                    tail.starts_with("настав")
                } else {
                    tail_known(tail)
                }
            })
        });
        short.map(|head| head.len()).or_else(|| {
            let ends = lower.char_indices().map(|(at, _)| at).filter(|at| {
                CASE_ENDINGS
                    .iter()
                    .any(|ending| lower[..*at].ends_with(ending))
            });
            ends.into_iter()
                .find(|at| lower[..*at].chars().count() > 4 && tail_known(&lower[*at..]))
        })
    }

    /// «Нормативно-» + «правовых» keeps its hyphen, «настав-» + «ничества» loses it.
    fn is_compound(&self, head: &str, tail: &str) -> bool {
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let whole = format!("{head}{tail}");
        if self.words.contains(&whole) || begins_with_stem(&whole, &head) {
            return false;
        }
        self.words.contains(&format!("{head}-{tail}"))
            || (head.chars().count() > 5 && head.ends_with(['о', 'е']))
    }

    /// Whether a line's end cut a word: «персонализированны» + «х».
    fn is_cut(&self, head: &str, tail: &str) -> bool {
        if head.chars().count() < 3 || tail.is_empty() || !tail.starts_with(char::is_lowercase) {
            return false;
        }
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let whole = format!("{head}{tail}");
        let meant = self.words.contains(&whole) || begins_with_stem(&whole, &head);
        let no_word =
            ENDINGS.contains(&tail.as_str()) || (tail.chars().count() < 3 && !small_word(&tail));
        let cut_head = head.ends_with("нн") || (head.chars().count() > 3 && !head.contains(vowel));
        (meant && (no_word || !self.stands_alone(&tail)))
            || no_word && head.chars().count() > 3
            || cut_head
    }

    /// Whether the second piece is a word somewhere else in the document.
    fn stands_alone(&self, tail: &str) -> bool {
        small_word(tail) || self.words.contains(tail) && !ENDINGS.contains(&tail)
    }
}

fn begins_with_stem(whole: &str, head: &str) -> bool {
    STEMS
        .iter()
        .any(|stem| whole.starts_with(stem) && head.len() < stem.len() && head.chars().count() > 2)
}

fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic())
        .last();
    start.map_or("", |(at, _)| &text[at..])
}

fn vowel(c: char) -> bool {
    "аеёиоуыэюя".contains(c)
}

fn small_word(word: &str) -> bool {
    matches!(
        word,
        "а" | "и"
            | "в"
            | "с"
            | "к"
            | "о"
            | "у"
            | "я"
            | "ж"
            | "б"
            | "во"
            | "со"
            | "ко"
            | "об"
            | "от"
            | "до"
            | "за"
            | "на"
            | "не"
            | "ни"
            | "но"
            | "по"
            | "из"
            | "их"
            | "он"
            | "мы"
            | "вы"
            | "то"
            | "да"
            | "же"
            | "бы"
            | "ли"
            | "ее"
            | "её"
            | "им"
            | "ей"
            | "оу"
            | "оо"
            | "мо"
            | "вр"
            | "г"
            | "гг"
            | "п"
            | "пп"
            | "ст"
            | "др"
            | "д"
            | "т"
            | "вк"
            | "уч"
    )
}

/// Makes a text one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
