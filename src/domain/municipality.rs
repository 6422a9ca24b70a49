//! What a municipal centre sees of the organisations around it: numbers only, never names or texts.

use serde::{Deserialize, Serialize};

/// The state of an organisation's programme in one school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RollUp {
    /// Dates of the road map that are done.
    pub done: i64,
    /// Dates that have passed with nothing done.
    pub late: i64,
    /// Dates that lie ahead.
    pub ahead: i64,
    /// Pairs that an order names and that have not ended.
    pub pairs: i64,
    /// Mentors in these pairs, each once.
    pub mentors: i64,
    /// Mentees in these pairs, each once.
    pub mentees: i64,
    /// Questionnaires that were sent.
    pub questionnaires: i64,
}

impl RollUp {
    /// All dates of the road map.
    pub fn dates(&self) -> i64 {
        self.done + self.late + self.ahead
    }

    fn map(self, other: Self, with: fn(i64, i64) -> i64) -> Self {
        Self {
            done: with(self.done, other.done),
            late: with(self.late, other.late),
            ahead: with(self.ahead, other.ahead),
            pairs: with(self.pairs, other.pairs),
            mentors: with(self.mentors, other.mentors),
            mentees: with(self.mentees, other.mentees),
            questionnaires: with(self.questionnaires, other.questionnaires),
        }
    }
}

/// The organisations of a centre together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sum {
    pub organisations: i64,
    pub numbers: RollUp,
}

impl Sum {
    pub fn of(all: impl Iterator<Item = RollUp>) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            organisations: sum.organisations + 1,
            numbers: sum.numbers.map(one, |a, b| a + b),
        })
    }

    /// What has been added since, or taken away.
    #[must_use]
    pub fn since(self, earlier: Self) -> Self {
        Self {
            organisations: self.organisations - earlier.organisations,
            numbers: self.numbers.map(earlier.numbers, |a, b| a - b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_changes_are_those_of_each_number() {
        let one = RollUp { done: 3, late: 1, ahead: 5, pairs: 2, mentors: 1, mentees: 2, questionnaires: 9 };
        let sum = Sum::of([one, one].into_iter());
        assert_eq!((sum.organisations, sum.numbers.dates(), sum.numbers.questionnaires), (2, 18, 18));
        let change = sum.since(Sum::of([one].into_iter()));
        assert_eq!(change, Sum { organisations: 1, numbers: one });
    }
}
