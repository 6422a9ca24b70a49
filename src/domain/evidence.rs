//! What closes a row: an order, a file, a link or words. Reading what people type for it.

use crate::domain::roadmap::binding::Finding;
use crate::domain::roadmap::term::{self, TermKind};
use crate::domain::school_year::SchoolYear;
use chrono::NaiveDate;

coded_enum! {
    /// What shows that a row is done.
    pub enum EvidenceKind {
        /// The number and date of an order.
        Order = "order",
        File = "file",
        /// A photograph, which messengers keep apart from files.
        Photo = "photo",
        Link = "link",
        Text = "text",
        /// How many: «провели 5 консультаций».
        Count = "count",
        /// Nothing but the word of the one who did it.
        Done = "done",
        /// What the bot itself knows.
        Bot = "bot",
    }
}

/// Evidence as given.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    /// The number of an order, the name of a file, a link, the words, a count, or a finding as JSON.
    pub content: String,
    /// The date of an order.
    pub dated: Option<NaiveDate>,
    /// The messenger's reference of a file or photo; '' otherwise.
    pub file: String,
}

impl Evidence {
    pub fn order(number: String, on: NaiveDate) -> Self {
        Self { dated: Some(on), ..Self::new(EvidenceKind::Order, number) }
    }

    /// `file` is the messenger's reference.
    pub fn file(name: String, file: String) -> Self {
        Self { file, ..Self::new(EvidenceKind::File, name) }
    }

    /// `file` is the messenger's reference.
    pub fn photo(file: String) -> Self {
        Self { file, ..Self::new(EvidenceKind::Photo, String::new()) }
    }

    pub fn link(address: String) -> Self {
        Self::new(EvidenceKind::Link, address)
    }

    pub fn text(words: String) -> Self {
        Self::new(EvidenceKind::Text, words)
    }

    pub fn count(count: u32) -> Self {
        Self::new(EvidenceKind::Count, count.to_string())
    }

    pub fn done() -> Self {
        Self::new(EvidenceKind::Done, String::new())
    }

    /// What the bot itself knows; `None` for a finding that cannot be written down, which there is not.
    pub fn bot(finding: &Finding) -> Option<Self> {
        let content = serde_json::to_string(finding).ok()?;
        let order = finding.orders.last().map(|order| order.date);
        Some(Self { dated: order, ..Self::new(EvidenceKind::Bot, content) })
    }

    /// What the bot knew, if it was the bot that gave this.
    pub fn finding(&self) -> Option<Finding> {
        (self.kind == EvidenceKind::Bot).then(|| serde_json::from_str(&self.content).ok()).flatten()
    }

    fn new(kind: EvidenceKind, content: String) -> Self {
        Self { kind, content, dated: None, file: String::new() }
    }
}

impl std::fmt::Debug for Evidence {
    /// The kind only: the rest is somebody's words (guarantee I6).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Evidence").field("kind", &self.kind).finish_non_exhaustive()
    }
}

coded_enum! {
    /// Why what was typed is no evidence of its kind; the sentence is `evidence-problem-{code}`.
    pub enum EvidenceProblem {
        /// No number of an order in it.
        NoNumber = "no_number",
        /// The date does not exist or is not understood.
        BadDate = "bad_date",
        /// The order would be signed after today.
        Future = "future",
        /// No address that starts with http.
        NoLink = "no_link",
        /// No number that counts something.
        NoCount = "no_count",
    }
}

/// The longest number of an order: «01-05/127-од» and the like, in characters.
const LONGEST_NUMBER: usize = 30;

/// Reads «№ 45 от 01.09.2026», «45-од 1 сентября» or only «45-од»; the date may come later.
pub fn order(text: &str, today: NaiveDate) -> Result<(String, Option<NaiveDate>), EvidenceProblem> {
    let text = without_quotes(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let said_from = words.iter().position(|word| word.to_lowercase() == "от");
    if let Some(at) = said_from {
        let on = day(&words[at + 1..].join(" "), today)?;
        return Ok((order_number(&words[..at])?, Some(on)));
    }
    // Without «от» the date is the longest end that reads as one.
    let dated = (1..words.len()).find_map(|at| day(&words[at..].join(" "), today).ok().map(|on| (at, on)));
    match dated {
        Some((at, on)) => Ok((order_number(&words[..at])?, Some(on))),
        None => Ok((order_number(&words)?, None)),
    }
}

/// «от «3» октября»: quotes stand around the day on printed forms.
fn without_quotes(text: &str) -> String {
    text.replace(['«', '»', '"', '“', '”', '„'], "").replace('\u{a0}', " ")
}

/// Words before the number itself.
const BEFORE_NUMBER: [&str; 6] = ["приказ", "приказа", "приказом", "распоряжение", "номер", "n"];

fn order_number(words: &[&str]) -> Result<String, EvidenceProblem> {
    let bare = words.iter().map(|word| word.trim_start_matches(is_number_sign)).filter(|word| !word.is_empty());
    let number: Vec<&str> =
        bare.skip_while(|word| BEFORE_NUMBER.contains(&word.trim_end_matches('.').to_lowercase().as_str())).collect();
    // «12 - од» is «12-од».
    let number = number.join(" ").replace(" - ", "-").replace(" / ", "/");
    let number = number.trim_end_matches([',', '.', ';']).to_owned();
    let plausible = number.chars().any(|c| c.is_ascii_digit()) && number.chars().count() <= LONGEST_NUMBER;
    if plausible { Ok(number) } else { Err(EvidenceProblem::NoNumber) }
}

fn is_number_sign(c: char) -> bool {
    c == '№' || c == '#'
}

/// Reads a day that has passed: «01.09.2026», «1 сентября», «сегодня», «вчера». A day without a year is the latest one.
pub fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, EvidenceProblem> {
    let text = text.trim().trim_end_matches(['.', 'г']).trim();
    match text.to_lowercase().as_str() {
        "сегодня" => return Ok(today),
        "вчера" => return today.pred_opt().ok_or(EvidenceProblem::BadDate),
        _ => {}
    }
    let read = |year: SchoolYear| {
        let reading = term::read(text, year);
        (reading.kind == TermKind::Date && reading.review.is_none()).then_some(reading.due).flatten()
    };
    let year = SchoolYear::containing(today);
    let found = read(year).ok_or(EvidenceProblem::BadDate)?;
    if found <= today {
        return Ok(found);
    }
    read(SchoolYear(year.0 - 1)).filter(|earlier| *earlier <= today).ok_or(EvidenceProblem::Future)
}

/// The largest count that is believed.
const MOST: u32 = 10_000;

/// Reads how many: «5», «5 консультаций», «провели 5».
pub fn count(text: &str) -> Result<u32, EvidenceProblem> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let (first, more) = (numbers.next(), numbers.next());
    let read = first.filter(|_| more.is_none()).and_then(|digits| digits.parse().ok());
    read.filter(|count| (1..=MOST).contains(count)).ok_or(EvidenceProblem::NoCount)
}

/// Reads a link; one typed without «https://» gets it.
pub fn link(text: &str) -> Result<String, EvidenceProblem> {
    let text = text.trim();
    let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let rest = with_scheme.strip_prefix("https://").or_else(|| with_scheme.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let one_word = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    let named = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    if one_word && named { Ok(with_scheme) } else { Err(EvidenceProblem::NoLink) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::binding::{Fact, OrderRef};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_typed_breaks_the_reading(text in ".{0,60}") {
            let today = date("2026-10-05");
            let _ = (count(&text), link(&text), day(&text, today));
            if let Ok((number, on)) = order(&text, today) {
                prop_assert!(number.chars().any(|c| c.is_ascii_digit()));
                prop_assert!(on.is_none_or(|on| on <= today));
            }
        }
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn orders_are_read_as_schools_write_them() {
        let today = date("2026-10-05");
        let read = |text: &str| order(text, today).map(|(number, on)| (number, on.map(|on| on.to_string())));
        let with = |number: &str, on: &str| Ok((number.to_owned(), Some(on.to_owned())));
        assert_eq!(read("№ 45 от 01.09.2026"), with("45", "2026-09-01"));
        assert_eq!(read("Приказ №127-од от 1 сентября"), with("127-од", "2026-09-01"));
        assert_eq!(read("45 от 30.12.2025 г."), with("45", "2025-12-30"));
        assert_eq!(read("01-05/127"), Ok(("01-05/127".to_owned(), None)));
        for text in [
            "№ 12-од от 3.10.2026",
            "приказ №12-од от 03.10.2026г.",
            "12-од 3 октября",
            "Приказ № 12 - од от «3» октября 2026 г.",
            "ПРИКАЗ N 12-од ОТ 03.10.2026",
            "12-од, 03.10.2026 г",
            "12-од от 03.10.26",
        ] {
            assert_eq!(read(text), with("12-од", "2026-10-03"), "{text}");
        }
        assert_eq!(read("12 1"), Ok(("12 1".to_owned(), None)), "a number alone is no date");
        assert_eq!(read("45 от 31.09.2026"), Err(EvidenceProblem::BadDate));
        assert_eq!(read("45 от 01.12.2026"), Err(EvidenceProblem::Future));
        assert_eq!(read("о закреплении пар"), Err(EvidenceProblem::NoNumber));
    }

    #[test]
    fn counts_are_one_number() {
        assert_eq!(count("провели 5 консультаций"), Ok(5));
        assert_eq!(count("12"), Ok(12));
        for wrong in ["много", "5 или 6", "0", "999999999999"] {
            assert_eq!(count(wrong), Err(EvidenceProblem::NoCount), "{wrong}");
        }
    }

    #[test]
    fn what_the_bot_knew_is_read_again() {
        let order = OrderRef { date: date("2026-10-03"), number: "12-од".to_owned() };
        let found = Finding {
            fact: Fact::PairsOrdered,
            count: 3,
            left: 0,
            on: Some(order.date),
            orders: vec![order],
            declared: false,
        };
        let given = Evidence::bot(&found).unwrap();
        assert_eq!(given.finding(), Some(found));
        assert_eq!(Evidence::text("{}".to_owned()).finding(), None);
    }

    #[test]
    fn days_without_a_year_are_the_latest_ones() {
        let today = date("2026-10-05");
        assert_eq!(day("сегодня", today), Ok(today));
        assert_eq!(day("5 мая", today).map(|day| day.to_string()), Ok("2026-05-05".to_owned()));
        assert_eq!(day("когда-нибудь", today), Err(EvidenceProblem::BadDate));
    }

    #[test]
    fn links_need_a_host() {
        assert_eq!(link("school.ru/news/1"), Ok("https://school.ru/news/1".to_owned()));
        assert_eq!(link("http://x.ru"), Ok("http://x.ru".to_owned()));
        for wrong in ["сайт школы", "javascript:alert(1)", "https://", "https://x", "ftp://x.ru"] {
            assert_eq!(link(wrong), Err(EvidenceProblem::NoLink), "{wrong}");
        }
    }
}
