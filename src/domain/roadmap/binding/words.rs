//! From the words of a row to the fact that it waits for. The words are data: `presets/facts.toml`.

use super::{Binding, BindingMode, Fact};
use serde::Deserialize;
use std::sync::LazyLock;

/// The words as shipped.
const SHIPPED: &str = include_str!("../../../../presets/facts.toml");

/// The shipped words; a test reads them, so they cannot be broken.
pub fn shipped() -> &'static WordList {
    static WORDS: LazyLock<WordList> = LazyLock::new(|| WordList::from_preset(SHIPPED).unwrap_or_default());
    &WORDS
}

/// Why a preset of words cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FactsError {
    #[error("the words of facts are not readable: {0}")]
    Toml(#[from] toml::de::Error),
    #[error("{0:?} is no fact that the bot knows")]
    Unknown(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    fact: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    #[serde(default)]
    sure: Vec<String>,
    #[serde(default)]
    likely: Vec<String>,
    /// A text with one of these is about something else.
    #[serde(default)]
    unless: Vec<String>,
}

/// Phrases by fact, each a few beginnings of words.
#[derive(Debug, Clone, Default)]
pub struct WordList(Vec<Known>);

#[derive(Debug, Clone)]
struct Known {
    fact: Fact,
    sure: Vec<Phrase>,
    likely: Vec<Phrase>,
    unless: Vec<Phrase>,
}

type Phrase = Vec<String>;

impl WordList {
    /// Reads a preset (see `presets/facts.toml`).
    pub fn from_preset(text: &str) -> Result<Self, FactsError> {
        let preset: Preset = toml::from_str(text)?;
        let known = preset.fact.into_iter().map(|entry| {
            let fact = Fact::from_code(&entry.code).ok_or(FactsError::Unknown(entry.code))?;
            let phrases = |list: Vec<String>| list.iter().map(|phrase| words(phrase)).collect();
            let (sure, likely, unless) = (phrases(entry.sure), phrases(entry.likely), phrases(entry.unless));
            Ok(Known { fact, sure, likely, unless })
        });
        known.collect::<Result<_, FactsError>>().map(Self)
    }

    /// What a text waits for. Where it speaks of several facts, the last of the year is meant, and the curator is asked.
    pub fn propose(&self, text: &str) -> Option<Binding> {
        let text = words(text);
        let says = |phrases: &[Phrase]| phrases.iter().any(|phrase| is_in(phrase, &text));
        let about: Vec<&Known> = self.0.iter().filter(|known| !says(&known.unless)).collect();
        let by = |list: fn(&Known) -> &[Phrase]| -> Vec<Fact> {
            about.iter().filter(|known| says(list(known))).map(|known| known.fact).collect()
        };
        let sure = by(|known| &known.sure);
        let fact = sure.iter().max().copied().or_else(|| by(|known| &known.likely).into_iter().max())?;
        let certain = sure.len() == 1 && !fact.is_soft();
        Some(Binding { fact, mode: if certain { BindingMode::Close } else { BindingMode::Ask } })
    }
}

/// Words without signs, in lower case, «ё» as «е».
fn words(text: &str) -> Vec<String> {
    let folded = text.to_lowercase().replace('ё', "е");
    folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_in(phrase: &Phrase, text: &[String]) -> bool {
    phrase.iter().all(|beginning| text.iter().any(|word| word.starts_with(beginning.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::OrganisationKind;
    use crate::domain::roadmap::read::RowReading;
    use crate::domain::roadmap::template::read_template;
    use crate::domain::school_year::SchoolYear;
    use std::collections::BTreeSet;

    fn proposed(text: &str) -> Option<(Fact, BindingMode)> {
        shipped().propose(text).map(|binding| (binding.fact, binding.mode))
    }

    #[test]
    fn every_fact_has_words() {
        let words = WordList::from_preset(SHIPPED).unwrap();
        let known: Vec<Fact> = words.0.iter().map(|known| known.fact).collect();
        let mut all = Fact::ALL.to_vec();
        all.retain(|fact| !known.contains(fact));
        assert!(all.is_empty(), "{all:?}");
        assert!(WordList::from_preset("[[fact]]\ncode = \"weather\"").is_err());
    }

    #[test]
    fn an_order_for_the_pairs_is_certain() {
        let closes = Some((Fact::PairsOrdered, BindingMode::Close));
        for text in [
            "Приказ о закреплении пар/групп с письменного согласия участников",
            "Закрепить пары приказом",
            "приказы о закреплении наставнических групп",
            "Приказ «Об утверждении наставнических пар»",
        ] {
            assert_eq!(proposed(text), closes, "{text}");
        }
        assert_eq!(proposed("Закрепление наставников за молодыми"), Some((Fact::PairsOrdered, BindingMode::Ask)));
        assert_eq!(proposed("Проект приказа о закреплении пар"), None);
    }

    #[test]
    fn what_may_grow_is_never_closed_by_words() {
        let asks = |fact| Some((fact, BindingMode::Ask));
        assert_eq!(proposed("Анкетирование потенциальных наставников"), asks(Fact::MentorForms));
        assert_eq!(proposed("Сбор информации о профессиональных запросах"), asks(Fact::MenteeForms));
        assert_eq!(proposed("Формирование банка данных наставников"), asks(Fact::MentorBank));
        assert_eq!(proposed("банк наставляемых"), asks(Fact::MenteeBank));
        assert_eq!(proposed("Утверждение дорожной карты"), asks(Fact::RoadMap));
    }

    #[test]
    fn other_work_waits_for_nobody() {
        for text in [
            "Провести установочную встречу наставников памятки",
            "Приказ о назначении куратора",
            "Консультировать молодых коллег",
            "Приказ об утверждении положения",
            "Конкурс «Наставник года»",
        ] {
            assert_eq!(proposed(text), None, "{text}");
        }
    }

    #[test]
    fn several_facts_in_one_text_are_asked() {
        let both = "Приказ о закреплении пар, публикация на сайте";
        assert_eq!(proposed(both), Some((Fact::NewsOut, BindingMode::Ask)));
    }

    /// The shipped template waits for everything that the bot knows in a year, but the road map itself.
    #[test]
    fn the_usual_road_map_is_bound_where_the_bot_knows() {
        let read = read_template(OrganisationKind::School, SchoolYear(2026)).unwrap();
        let text = |row: &RowReading| format!("{} {}", row.activity, row.result);
        let bound: BTreeSet<Fact> =
            read.rows.iter().filter_map(|row| proposed(&text(row))).map(|(fact, _)| fact).collect();
        let missing: Vec<&Fact> = Fact::ALL.iter().filter(|fact| !bound.contains(fact)).collect();
        assert_eq!(missing, [&Fact::RoadMap, &Fact::PairConsents]);
    }
}
