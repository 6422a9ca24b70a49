//! Words that a narrow cell tore without a hyphen: «Разработк|а», «педагогическ|их», «10.09.202|6».
//!
//! Where the last letter of a line fills its cell, two words may meet as well: what the pieces are decides.

use super::join::LONGEST_WORD;
use super::words::{ENDINGS, STEMS, small_word};
use std::collections::BTreeSet;

/// Ends that no Russian word has.
const NO_WORD_ENDS: &[&str] = &[
    "тк",
    "вк",
    "дк",
    "чк",
    "шк",
    "жк",
    "пк",
    "аци",
    "енци",
    "ств",
    "льн",
    "ческ",
    "нн",
    "иро",
    "изаци",
    "ног",
    "ког",
    "щег",
    "ност",
];
/// What the derived words of a plan are made of between the stem and the ending, the longest first.
const SUFFIXES: &[&str] = &[
    "ирован",
    "тельн",
    "тельств",
    "ирова",
    "ализ",
    "альн",
    "ческ",
    "ичес",
    "овань",
    "ован",
    "ност",
    "тель",
    "ацион",
    "ова",
    "ени",
    "ани",
    "аци",
    "льн",
    "ост",
    "ств",
    "еск",
    "щих",
    "ющ",
    "нн",
    "ск",
    "ст",
    "ци",
    "ни",
    "ен",
    "ан",
    "к",
    "н",
    "т",
    "л",
    "в",
];
const CASES: &[&str] = &[
    "", "а", "я", "ы", "и", "у", "ю", "е", "о", "ой", "ей", "ом", "ем", "ам", "ям", "ами", "ями", "ах", "ях", "ов",
    "ев", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ым", "им", "ыми", "ими", "ого", "его", "ому",
    "ему", "ую", "юю", "ь", "ью", "ть", "ться", "тся", "ия", "ию", "ии", "ием", "ью", "ий",
];
/// Longer pieces are words, in bytes.
const LONGEST_SUFFIX: usize = 28;
/// Words of terms.
const TERMS: &[&str] = &[
    "ежедневно",
    "еженедельно",
    "окончании",
    "окончания",
    "окончанию",
    "завершении",
    "завершения",
    "завершению",
    "ежемесячно",
    "ежеквартально",
    "ежегодно",
    "постоянно",
    "систематически",
    "учебного",
    "полугодие",
    "полугодия",
    "четверти",
    "квартала",
    "каникулы",
    "сентябрь",
    "сентября",
    "октябрь",
    "октября",
    "ноябрь",
    "ноября",
    "декабрь",
    "декабря",
    "январь",
    "января",
    "февраль",
    "февраля",
    "апрель",
    "апреля",
    "август",
    "августа",
];
/// Words that begin with as many of the same letters are kin.
const KIN: usize = 5;

/// The words of a document, by which a torn word is told from two.
#[derive(Debug, Default)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// Learns from texts in which no word is torn; signs between words do not matter.
    pub fn learn<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let words = texts.into_iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
        Self(words.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect())
    }

    /// Whether `below` goes on with the word that ends `above`, a line that filled its cell to the last letter. Both
    /// reach to the ends of the cell.
    pub fn are_torn(&self, above: &str, below: &str) -> bool {
        let (above, below) = (above.trim_end(), below.trim_start());
        let (Some(last), Some(first)) = (above.chars().next_back(), below.chars().next()) else {
            return false;
        };
        let compound = first == '-' && below[1..].starts_with(char::is_alphabetic);
        if compound || "»),.;:!?".contains(first) {
            return true;
        }
        if last.is_ascii_digit() && first.is_ascii_digit() {
            return is_date(end_of(above, |c| !c.is_whitespace()), below);
        }
        let head = end_of(above, char::is_alphabetic);
        let tail = below.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if [head, tail].iter().any(|piece| piece.len() > 2 * LONGEST_WORD) {
            return false;
        }
        let capitals = head.chars().count() > 2 && !head.contains(char::is_lowercase);
        if head.is_empty() || tail.is_empty() || first.is_uppercase() != capitals {
            return false;
        }
        let ends = below[tail.len()..].chars().next().is_none_or(|next| "»),.;:!?".contains(next));
        self.are_pieces(&head.to_lowercase(), &tail.to_lowercase(), ends)
    }

    /// Whether neither stands for itself; `ends`: no word follows `tail`.
    fn are_pieces(&self, head: &str, tail: &str, ends: bool) -> bool {
        let letters = tail.chars().count();
        let small = small_word(tail) && tail != "я" && !(ends && letters == 1);
        let whole = format!("{head}{tail}");
        if self.0.contains(head) && (small || self.0.contains(tail)) {
            return false;
        }
        let begun: String = whole.chars().take(head.chars().count() + letters.min(2)).collect();
        let known = TERMS.contains(&whole.as_str())
            || STEMS.iter().any(|stem| whole.starts_with(stem) && head.len() <= stem.len());
        if known || self.0.contains(&whole) || self.has_beginning(&begun) {
            return true;
        }
        let no_word = NO_WORD_ENDS.iter().any(|end| head.ends_with(end)) || !head.contains(vowel);
        if small {
            return no_word;
        }
        let ending = letters == 1 || tail.starts_with(['ь', 'ъ', 'ы', 'й']) || !tail.contains(vowel);
        if ending || ENDINGS.contains(&tail) {
            return true;
        }
        !self.has_kin(tail) && (no_word || is_suffix(tail))
    }

    /// Whether a word begins so.
    fn has_beginning(&self, beginning: &str) -> bool {
        self.0.range(beginning.to_owned()..).next().is_some_and(|word| word.starts_with(beginning))
    }

    fn has_kin(&self, tail: &str) -> bool {
        let kin: String = tail.chars().take(KIN).collect();
        if kin.chars().count() < KIN {
            return self.0.contains(tail);
        }
        self.has_beginning(&kin) || STEMS.iter().any(|stem| stem.starts_with(&kin))
    }
}

/// The letters at the end of a text that are all of a kind, as many as the longest word has at most.
fn end_of(text: &str, kind: impl Fn(char) -> bool) -> &str {
    let letters = text.char_indices().rev().take(LONGEST_WORD + 1).take_while(|(_, c)| kind(*c));
    letters.last().map_or("", |(at, _)| &text[at..])
}

fn vowel(c: char) -> bool {
    "аеёиоуыэюя".contains(c)
}

/// «10.09.202» and «6»: a day that is whole only with its last digits.
fn is_date(head: &str, below: &str) -> bool {
    let tail: String = below.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let whole = format!("{}{}", head.trim_start_matches('('), tail.trim_end_matches('.'));
    let parts: Vec<&str> = whole.split('.').collect();
    let is_number = |part: &str, digits: &[usize]| digits.contains(&part.len()) && part.parse::<u16>().is_ok();
    matches!(parts[..], [day, month, year] if is_number(day, &[1, 2]) && is_number(month, &[2]) && is_number(year, &[4]))
}

/// Whether a piece is made of what stands after the stem alone: «ованных», «ности».
fn is_suffix(piece: &str) -> bool {
    piece.len() <= LONGEST_SUFFIX
        && (CASES.contains(&piece) || SUFFIXES.iter().any(|suffix| piece.strip_prefix(suffix).is_some_and(is_suffix)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words::learn([
            "Работа с персонализированными программами",
            "наставник, наставники и их результат",
            "записка, план работы, обучение, практика наставничества",
        ])
    }

    #[test]
    fn torn_words_are_told() {
        for torn in [
            "Разработк|а плана",
            "сентябр|ь",
            "педагогическ|их работников",
            "анкетировани|я,",
            "профессионал|ьных",
            "«Наставничест|во»",
            "информацион|ного",
            "Корректировк|а дорожной",
            "персонализиро|ванных программ",
            "взаимодейств|ием",
            "удовлетворён|ности",
            "Взаимопосещ|ение занятий",
            "Консультиров|ание",
            "специалистам|и, опрос",
            "«Наставничество|»",
            "Сравнительна|я таблица",
            "до 10.09.202|6",
            "МЕРОПРИЯТ|ИЕ",
            "Технологичес|кие карты",
            "Информированно|сть",
            "27.05.20|27 г.",
            "рекомендаци|и",
            "муниципальног|о положения",
            "обеспеченност|и молодых",
            "ежемесяч|но, до 5",
            "до\n01.09.202|6",
            "информационно|-методический",
            "ежекварт|ально",
            "по\nокончани|и\nучебного года",
        ] {
            let (above, below) = torn.split_once('|').unwrap();
            assert!(words().are_torn(above, below), "{torn}");
        }
    }

    #[test]
    fn two_words_are_never_joined() {
        for two in [
            "Аналитическая|записка",
            "персонализированных|программ",
            "наставник|и наставляемый",
            "Оценка|результатов",
            "сентябрь|октябрь",
            "Проведение|анкет",
            "молодых|специалистов",
            "наставников|с педагогами",
            "Организация|обучения",
            "педагогов|в школе",
            "10.09.2026|15.10.2026",
            "до 12|5 встреч",
            "Директор|Куратор",
            "с 2026|2027",
            "наставляемых|план",
            "консультирование|опыт",
            "приказ|о закреплении",
            "отчёт|наставника",
            "материального|и\nнематериального",
            "педагог|и\nнаставник",
            "анкеты|- опрос",
        ] {
            let (above, below) = two.split_once('|').unwrap();
            assert!(!words().are_torn(above, below), "{two}");
        }
    }
}
