//! Silence: every question to a pair has a deadline, one polite nudge, then the curator, then the next candidate.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// When silence has consequences, in days after the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerPolicy {
    pub nudge_after_days: u16,
    pub tell_curator_after_days: u16,
    pub expire_after_days: u16,
}

/// What silence calls for. Later ones include the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerStep {
    Wait,
    /// Ask once more, politely.
    Nudge,
    TellCurator,
    /// Give the pair up: the next candidate is asked.
    Expire,
}

impl Default for AnswerPolicy {
    fn default() -> Self {
        Self { nudge_after_days: 2, tell_curator_after_days: 4, expire_after_days: 7 }
    }
}

impl AnswerPolicy {
    pub fn nudges_on(&self, asked_on: NaiveDate) -> NaiveDate {
        later(asked_on, self.nudge_after_days)
    }

    pub fn tells_curator_on(&self, asked_on: NaiveDate) -> NaiveDate {
        later(asked_on, self.tell_curator_after_days)
    }

    /// The first day on which the answer comes too late.
    pub fn expires_on(&self, asked_on: NaiveDate) -> NaiveDate {
        later(asked_on, self.expire_after_days)
    }

    /// What the silence of those who were asked calls for today.
    pub fn step(&self, asked_on: NaiveDate, today: NaiveDate) -> AnswerStep {
        let steps = [
            (self.expires_on(asked_on), AnswerStep::Expire),
            (self.tells_curator_on(asked_on), AnswerStep::TellCurator),
            (self.nudges_on(asked_on), AnswerStep::Nudge),
        ];
        let reached = steps.into_iter().find(|(from, _)| today >= *from);
        reached.map_or(AnswerStep::Wait, |(_, step)| step)
    }
}

/// Dates here are far inside chrono's range.
fn later(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}
