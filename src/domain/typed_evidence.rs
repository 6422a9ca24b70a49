//! What somebody types where the kind of evidence is still to be chosen: taken only where the words tell it plainly.

use super::evidence::{self, Evidence, EvidenceProblem};
use chrono::NaiveDate;

/// What the words come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedEvidence {
    Whole(Evidence),
    /// The number of an order; its day is still to be asked.
    OrderNumber(String),
}

/// Words that say nothing but that it is done.
const DONE: [&str; 8] = ["готово", "сделано", "выполнено", "сделал", "сделала", "да", "done", "+"];
/// How a document begins that is an order, whatever follows.
const ORDERS: [&str; 4] = ["приказ", "распоряжен", "№", "#"];
/// Letters that make words: fewer are a slip of the finger.
const FEWEST_LETTERS: usize = 3;
/// Endings of addresses in Russian letters.
const RUSSIAN_ENDINGS: [&str; 3] = ["рф", "дети", "онлайн"];

/// Reads evidence of any kind. `None` where the words do not tell of which kind it is, or are a question; an error
/// where the kind is plain and something is wrong with it.
pub fn read(text: &str, today: NaiveDate) -> Option<Result<TypedEvidence, EvidenceProblem>> {
    let text = text.trim();
    let whole = |evidence: Evidence| Some(Ok(TypedEvidence::Whole(evidence)));
    if DONE.contains(&text.trim_end_matches(['.', '!']).to_lowercase().as_str()) {
        return whole(Evidence::done());
    }
    if let Some(order) = order(text, today) {
        return Some(order);
    }
    if is_address(text)
        && let Ok(address) = evidence::link(text)
    {
        return whole(Evidence::link(address));
    }
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(evidence::count(text).map(|count| TypedEvidence::Whole(Evidence::count(count))));
    }
    // A day alone may be an order's, or the day on which it was done.
    let is_day = matches!(evidence::day(text, today), Ok(_) | Err(EvidenceProblem::Future));
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if is_day || text.ends_with('?') || letters < FEWEST_LETTERS {
        return None;
    }
    whole(Evidence::text(text.to_owned()))
}

/// «Приказ № 15 от 01.09.2026», «15-од от 1 сентября»; `None` for words that are no order.
fn order(text: &str, today: NaiveDate) -> Option<Result<TypedEvidence, EvidenceProblem>> {
    let lower = text.to_lowercase();
    let is_called_so = ORDERS.iter().any(|word| lower.starts_with(word));
    let mut words = lower.split_whitespace();
    let is_number = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let is_of_day = is_number && words.next() == Some("от");
    match evidence::order(text, today) {
        _ if !is_called_so && !is_of_day => None,
        Ok((number, Some(on))) => Some(Ok(TypedEvidence::Whole(Evidence::order(number, on)))),
        Ok((number, None)) if is_called_so => Some(Ok(TypedEvidence::OrderNumber(number))),
        Err(problem @ EvidenceProblem::Future) => Some(Err(problem)),
        Err(problem @ EvidenceProblem::BadDate) if is_called_so => Some(Err(problem)),
        // «Приказ подписан», «15 от каждого класса»: words.
        _ => None,
    }
}

/// Whether a word can be nothing but an address: «Сделано.Спасибо» is none.
fn is_address(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_latin = ending.len() > 1 && ending.bytes().all(|byte| byte.is_ascii_lowercase());
    text.contains("://") || host.contains('.') && (is_latin || RUSSIAN_ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-10-05".parse().unwrap()
    }

    fn whole(evidence: Evidence) -> TypedEvidence {
        TypedEvidence::Whole(evidence)
    }

    fn taken(text: &str) -> TypedEvidence {
        read(text, today()).unwrap().unwrap()
    }

    #[test]
    fn what_is_plain_is_taken() {
        let order = |number: &str, on: &str| whole(Evidence::order(number.to_owned(), on.parse().unwrap()));
        assert_eq!(taken("приказ № 15 от 01.09.2026"), order("15", "2026-09-01"));
        assert_eq!(taken("15-од от 1 сентября"), order("15-од", "2026-09-01"));
        assert_eq!(taken("№ 15"), TypedEvidence::OrderNumber("15".to_owned()));
        assert_eq!(taken("школа.рф/новость"), whole(Evidence::link("https://школа.рф/новость".to_owned())));
        assert_eq!(taken("12"), whole(Evidence::count(12)));
        assert_eq!(taken("Готово!"), whole(Evidence::done()));
        for words in [
            "Протокол № 3 от 05.09.2026",
            "Приказ подписан, лежит у секретаря",
            "15 от каждого класса",
            "5 консультаций",
            "Сделано.Спасибо",
            "1. план 2. отчёт",
        ] {
            assert_eq!(taken(words), whole(Evidence::text(words.to_owned())), "{words}");
        }
    }

    #[test]
    fn what_is_not_plain_is_asked_about() {
        for words in ["05.09.2026", "вчера", "15 октября", "куда писать?", "?", "ок", "🙂", ""]
        {
            assert_eq!(read(words, today()), None, "{words}");
        }
        assert_eq!(read("приказ 15 от 31.09.2026", today()), Some(Err(EvidenceProblem::BadDate)));
        assert_eq!(read("15 от 01.12.2026", today()), Some(Err(EvidenceProblem::Future)));
        assert_eq!(read("0", today()), Some(Err(EvidenceProblem::NoCount)));
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_the_reading(text in ".{0,60}") {
            let _ = read(&text, today());
        }
    }
}
