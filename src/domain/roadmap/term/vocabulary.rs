//! The words of terms. Spellings are folded before they come here: small letters, е for ё, Cyrillic for look-alikes.

use super::numerals::{count, month, ordinal, weekday};
use super::word_list::{ENDINGS, SPELLED, STEMS};
use chrono::Weekday;

/// A word by its part in the grammar. What is not listed is `Unknown` and is never skipped silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Month(u32),
    Season(Season),
    Weekday(Weekday),
    In,
    From,
    By,
    Until,
    Toward,
    On,
    Not,
    And,
    For,
    After,
    Through,
    With,
    Later,
    Earlier,
    /// «реже», «менее», «минимум»: a lower bound of a count.
    AtLeast,
    /// «чем» after «не реже», «не позднее», «бы» after «хотя».
    Than,
    /// «включительно».
    Inclusive,
    /// «крайний», «предельный» before «срок».
    Utmost,
    /// «несколько»: a count that is not said.
    Several,
    During,
    Year,
    Years,
    Study,
    Calendar,
    Current,
    HalfYear,
    Quarter,
    SchoolQuarter,
    /// Half a year of study, with days that each school sets itself.
    Semester,
    Week,
    MonthUnit,
    DayUnit,
    Working,
    /// «числа»: the number before it is a day of the month.
    DayOfMonth,
    Yearly,
    Monthly,
    Weekly,
    Quarterly,
    Daily,
    Every,
    Times,
    Twice(u32),
    Count(u32),
    /// «первый», «вторая»: 1–20 and 30.
    Ordinal(u32),
    /// «первое», «двадцатого»: a form in which days of a month are named too.
    DayOrdinal(u32),
    Last,
    HalfPart,
    TenDays,
    Beginning,
    Middle,
    End,
    Then,
    All,
    Period,
    Term,
    Continuous,
    Measure,
    Need,
    Case,
    Plan,
    Accord,
    Completion,
    Programme,
    Running,
    Stage,
    Vacation,
    Frames,
    Gathering,
    NoTerm,
    Without,
    /// «указан», «определён» after «не».
    Given,
    /// «час», «ч.» of a time of day.
    Hour,
    Start,
    AllYear,
    /// «с момента», «с даты»: an event that the bot does not know.
    Moment,
    /// «в рабочем порядке», «на постоянной основе».
    Manner,
    /// «День учителя»: what a day is called.
    Feast,
    Unknown,
}

/// The seasons by calendar months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Autumn,
    Winter,
    Spring,
    Summer,
}

/// Finds a word by its exact form or, for words with many forms, by stem.
pub(super) fn find(word: &str) -> Option<Word> {
    month(word).map(Word::Month).or_else(|| short(word)).or_else(|| ordinal(word)).or_else(|| stem(word))
}

fn short(word: &str) -> Option<Word> {
    Some(match word {
        "в" | "во" => Word::In,
        "с" | "со" | "от" => Word::From,
        "по" => Word::By,
        "до" => Word::Until,
        "к" | "ко" => Word::Toward,
        "на" => Word::On,
        "не" | "кроме" => Word::Not,
        "и" | "а" | "также" | "плюс" => Word::And,
        "за" => Word::For,
        "после" | "спустя" => Word::After,
        "через" => Word::Through,
        "при" => Word::With,
        "позднее" | "позже" | "позднеи" => Word::Later,
        "чем" | "бы" => Word::Than,
        "несколько" => Word::Several,
        "без" => Word::Without,
        "ч" | "час" | "часа" | "часов" => Word::Hour,
        "ранее" | "раньше" => Word::Earlier,
        "реже" | "менее" | "меньше" | "минимум" | "хотя" => Word::AtLeast,
        "г" | "год" | "года" | "году" | "годом" => Word::Year,
        "гг" | "годы" | "годов" | "годах" | "лет" => Word::Years,
        "уч" | "учеб" | "у" => Word::Study,
        "тг" | "т" | "тек" | "этого" | "сего" => Word::Current,
        "кв" => Word::Quarter,
        "четв" => Word::SchoolQuarter,
        "нед" => Word::Week,
        "мес" => Word::MonthUnit,
        "дн" | "день" | "дня" | "дней" | "дни" => Word::DayUnit,
        "число" | "числа" | "числу" | "числам" => Word::DayOfMonth,
        "раз" | "раза" | "разу" | "р" => Word::Times,
        "однократно" | "единовременно" | "разово" => Word::Twice(1),
        "дважды" => Word::Twice(2),
        "трижды" => Word::Twice(3),
        "далее" | "затем" | "потом" | "впоследствии" | "последующем" => {
            Word::Then
        }
        "весь" | "всего" | "всей" | "всех" | "всю" | "все" | "всем" | "круглый" => {
            Word::All
        }
        "мере" => Word::Measure,
        "случае" | "случаях" => Word::Case,
        "порядке" | "основе" | "режиме" => Word::Manner,
        "ходе" | "ходу" | "процессе" | "теч" => Word::During,
        "рамках" => Word::Frames,
        "нет" | "отсутствует" | "отсутствуют" => Word::NoTerm,
        "полгода" | "полуг" | "пг" => Word::HalfYear,
        "начиная" => Word::Start,
        "ситуативно" | "индивидуально" | "индивидуальном" => Word::Need,
        _ => return count(word).or_else(|| weekday(word).map(Word::Weekday)),
    })
}

fn stem(word: &str) -> Option<Word> {
    // Most stems differ in their first letter: two bytes decide faster than a comparison of texts.
    let first = word.as_bytes().get(..2)?;
    let fits = |stem: &str, tail: usize| {
        stem.as_bytes().starts_with(first)
            && word
                .strip_prefix(stem)
                .is_some_and(|rest| rest.chars().count() <= tail && (rest.is_empty() || ENDINGS.contains(&rest)))
    };
    STEMS.iter().find(|(stem, tail, _)| fits(stem, *tail)).map(|(_, _, word)| *word)
}

/// The word that an unknown one was meant to be: one letter lost, added, changed or swapped in a long word.
pub(super) fn nearest(word: &str) -> Option<Word> {
    let written: Vec<char> = word.chars().collect();
    if written.len() < 6 {
        return None;
    }
    let mut meant = SPELLED.iter().filter(|known| one_slip(&written, known)).filter_map(|known| find(known));
    let first = meant.next()?;
    meant.all(|other| other == first).then_some(first)
}

fn one_slip(written: &[char], known: &str) -> bool {
    let first = known.chars().next();
    if written.first().copied() != first && written.get(1).copied() != first {
        return false;
    }
    let known: Vec<char> = known.chars().collect();
    if known.len().abs_diff(written.len()) > 1 {
        return false;
    }
    let head = written.iter().zip(&known).take_while(|(a, b)| a == b).count();
    let (w, k) = (&written[head..], &known[head..]);
    match w.len().cmp(&k.len()) {
        std::cmp::Ordering::Less => w == &k[1..],
        std::cmp::Ordering::Greater => &w[1..] == k,
        std::cmp::Ordering::Equal => {
            w.is_empty() || w[1..] == k[1..] || (w.len() > 1 && w[0] == k[1] && w[1] == k[0] && w[2..] == k[2..])
        }
    }
}
