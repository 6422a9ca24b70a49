//! What the bot found about a fact: numbers and orders, no names.

use super::Fact;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An order as far as it is quoted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OrderRef {
    pub date: NaiveDate,
    pub number: String,
}

/// What is known of a fact at one moment. Kept with the evidence that it gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub fact: Fact,
    /// People, pairs or posts that it is true of; never 0.
    pub count: u32,
    /// Those of whom it is not true yet; with 0 it is complete.
    pub left: u32,
    /// The day of the latest of them, where days matter.
    pub on: Option<NaiveDate>,
    /// The orders that it rests on, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<OrderRef>,
    /// The curator has said so: nothing is left to be asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub declared: bool,
}

impl Finding {
    /// `None` while it is true of nobody.
    pub fn new(fact: Fact, (count, left): (usize, usize), on: Option<NaiveDate>) -> Option<Self> {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        (count > 0).then(|| Self {
            fact,
            count: number(count),
            left: number(left),
            on,
            orders: Vec::new(),
            declared: false,
        })
    }

    /// The same, called complete by the curator on a day, whoever may still be missing.
    #[must_use]
    pub fn declared_on(self, day: NaiveDate) -> Self {
        Self { left: 0, on: Some(day), declared: true, ..self }
    }

    pub fn is_complete(&self) -> bool {
        self.left == 0
    }
}
