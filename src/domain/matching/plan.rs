//! What matching answers: who with whom and why, who is left without a mentor and why, where room is left.

use super::cohort::Couple;
use super::reason::{Detail, Factor, FactorKind, HardStop};
use crate::domain::ids::PersonId;
use serde::{Deserialize, Serialize};

/// A couple that matching suggests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub mentor: PersonId,
    pub mentee: PersonId,
    /// The sum of the factors' points.
    pub score: i32,
    pub factors: Vec<Factor>,
    /// Fixed by the curator.
    pub pinned: bool,
}

/// Why somebody is left without a mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyUnmatched {
    /// The mentee has not consented to the use of personal data.
    NotConsented,
    /// The bank of mentors is empty.
    NoMentors,
    /// Nothing but room is missing; `best` would fit best, the best first.
    NoRoom { best: Vec<PersonId> },
    /// Each mentor is ruled out; how many of them by what. A mentor may count several times.
    RuledOut { by: Vec<(HardStop, u32)> },
}

/// A mentee without a mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    pub mentee: PersonId,
    pub why: WhyUnmatched,
}

/// A mentor who could take more mentees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spare {
    pub mentor: PersonId,
    pub room: u8,
}

/// A pin that breaks a hard stop: the mentee was matched like the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedPin {
    pub couple: Couple,
    pub stops: Vec<HardStop>,
}

/// The proposal for a whole cohort. All lists are in the order of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// In the order of mentors, then mentees.
    pub pairs: Vec<Proposal>,
    pub unmatched: Vec<Unmatched>,
    pub spare: Vec<Spare>,
    pub refused_pins: Vec<RefusedPin>,
}

impl Plan {
    /// The sum of the scores of all pairs.
    pub fn total(&self) -> i64 {
        self.pairs.iter().map(|pair| i64::from(pair.score)).sum()
    }
}

impl Proposal {
    pub(super) fn new(couple: Couple, factors: Vec<Factor>, pinned: bool) -> Self {
        let score = factors.iter().map(|factor| factor.points).sum();
        Self { mentor: couple.mentor, mentee: couple.mentee, score, factors, pinned }
    }

    /// Adds the price of the mentees that the mentor has besides this one.
    pub(super) fn share_mentor(&mut self, others: u32, each: u32) {
        if others == 0 {
            return;
        }
        // A weight is at most 1000 and a mentor has at most 255 + 255 mentees: far inside `i32`.
        let points = -i32::try_from(others * each).unwrap_or(i32::MAX);
        self.score += points;
        self.factors.push(Factor { kind: FactorKind::OtherMentees, points, detail: Detail::Count(others) });
    }
}
