//! Rows that wait for something the bot itself knows: an order for the pairs, a questionnaire that everybody has sent.
//!
//! To add a fact: a variant of [`Fact`], its words in `presets/facts.toml`, its function in `store::facts`, its
//! sentences in `locales/*/evidence.ftl`.

mod decide;
mod finding;
mod words;

pub use decide::{ASKED_BEFORE, Verdict, Window, decide, still_holds};
pub use finding::{Finding, OrderRef};
pub use words::{FactsError, WordList, shipped};

use super::activity::Activity;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Something about the programme that the bot itself knows, in the order of the year.
    pub enum Fact {
        /// The year's road map is in force here.
        RoadMap = "road_map",
        /// Everybody who is to be mentored has sent the questionnaire.
        MenteeForms = "mentee_forms",
        /// The bank of mentees holds somebody, and nobody is still writing.
        MenteeBank = "mentee_bank",
        /// Every mentor has sent the questionnaire.
        MentorForms = "mentor_forms",
        /// The bank of mentors holds somebody, and nobody is still writing.
        MentorBank = "mentor_bank",
        /// Both sides of every pair said yes.
        PairsAgreed = "pairs_agreed",
        /// Everybody in a pair has given the consents that the order needs.
        PairConsents = "pair_consents",
        /// Every pair has its order.
        PairsOrdered = "pairs_ordered",
        /// News came out in the channel.
        NewsOut = "news_out",
        /// Every pair's programme is completed.
        PairsCompleted = "pairs_completed",
    }
}

impl Fact {
    /// Whether more may always come although nothing is left now: such a fact never closes a row by words alone, and
    /// is not asked about long before the row is due.
    pub fn is_soft(self) -> bool {
        matches!(self, Self::RoadMap | Self::MenteeForms | Self::MenteeBank | Self::MentorForms | Self::MentorBank)
    }
}

coded_enum! {
    /// What happens when the fact has come true.
    pub enum BindingMode {
        /// The row closes.
        Close = "close",
        /// The curator is asked.
        Ask = "ask",
        /// Nothing.
        Off = "off",
    }
}

coded_enum! {
    /// What the bot believes of an occurrence.
    pub enum DoubtKind {
        /// It looks done.
        Close = "close",
        /// What closed it is not true any more.
        Lost = "lost",
    }
}

/// What a row, or a sub-item of it, waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binding {
    pub fact: Fact,
    pub mode: BindingMode,
}

/// A binding with what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The words of a sub-item; '' for the whole row.
    pub item: String,
    pub binding: Binding,
    /// The curator said so; otherwise it is read from the row's words.
    pub chosen: bool,
}

impl Activity {
    /// What the row and its sub-items wait for: what the curator has `chosen`, and what the words say of the rest.
    pub fn bound(&self, chosen: &[(String, Binding)], words: &WordList) -> Vec<Bound> {
        let targets = std::iter::once("").chain(self.items.iter().map(String::as_str));
        let bound = targets.filter_map(|item| {
            let settled = chosen.iter().find(|(of, _)| of == item);
            let binding = settled.map(|(_, binding)| *binding).or_else(|| self.proposed(item, words))?;
            Some(Bound { item: item.to_owned(), binding, chosen: settled.is_some() })
        });
        bound.collect()
    }

    /// What the words say: of a row with sub-items each speaks for itself.
    fn proposed(&self, item: &str, words: &WordList) -> Option<Binding> {
        match item {
            "" if self.items.is_empty() => words.propose(&format!("{} {}", self.activity, self.result)),
            "" => None,
            item => words.propose(item),
        }
    }
}
