//! A pair and its life: `Proposed → Agreed → Ordered → Active → Completed`, with three exits.
//!
//! A transition (`transitions.rs`) consumes the pair and gives it back in the new stage, or a named error; nothing else changes a
//! stage. To add one: a variant of [`PairAction`], a method there, a row in the table of `tests/mod.rs`.

mod answer;
mod error;
#[cfg(test)]
mod tests;
mod transitions;

pub use answer::{AnswerPolicy, AnswerStep};
pub use error::{MissingConsent, PairError};
pub use transitions::missing_consents;

use crate::domain::ids::{PairId, PersonId};
use crate::domain::school_year::SchoolYear;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Where a pair is in its life.
    pub enum PairState {
        /// Both were asked.
        Proposed = "proposed",
        /// Both said yes.
        Agreed = "agreed",
        /// The director's order names the pair.
        Ordered = "ordered",
        /// Announced and at work.
        Active = "active",
        Completed = "completed",
        /// One of them said no.
        Declined = "declined",
        /// Somebody did not answer in time.
        Expired = "expired",
        Dissolved = "dissolved",
    }
}

coded_enum! {
    /// One of the two.
    pub enum Side {
        Mentor = "mentor",
        Mentee = "mentee",
    }
}

coded_enum! {
    /// Why a pair ended before its time.
    pub enum DissolveReason {
        /// The mentor refuses before the term: ТК РФ, art. 351.8, with notice of at least three working days.
        MentorRefused = "mentor_refused",
        /// The employer takes the task back: the same article, the same notice.
        EmployerCancelled = "employer_cancelled",
        MenteeRefused = "mentee_refused",
        ByAgreement = "by_agreement",
        MentorLeft = "mentor_left",
        MenteeLeft = "mentee_left",
        /// A consent that the order needs was withdrawn.
        ConsentWithdrawn = "consent_withdrawn",
        Other = "other",
    }
}

coded_enum! {
    /// What can be done with a pair.
    pub enum PairAction {
        Agree = "agree",
        Decline = "decline",
        Expire = "expire",
        Order = "order",
        Announce = "announce",
        Reschedule = "reschedule",
        Complete = "complete",
        Dissolve = "dissolve",
    }
}

/// The order that makes a pair official.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// As it stands on the paper, e.g. «45-о».
    pub number: String,
    pub date: NaiveDate,
}

/// A stage with what belongs to it alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Stage {
    Proposed,
    Agreed,
    Ordered { order: Order },
    Active { order: Order, since: NaiveDate },
    Completed { order: Order, on: NaiveDate },
    Declined { by: Side, at: DateTime<Utc> },
    Expired { on: NaiveDate },
    Dissolved { reason: DissolveReason, on: NaiveDate, order: Option<Order> },
}

/// One mentor with one mentee in a school year. A group is several pairs with one mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    pub id: PairId,
    pub mentor: PersonId,
    pub mentee: PersonId,
    /// The day on which both were asked: deadlines count from it.
    pub asked_on: NaiveDate,
    pub mentor_agreed_at: Option<DateTime<Utc>>,
    pub mentee_agreed_at: Option<DateTime<Utc>>,
    /// The day on which the programme is planned to end; `None` where nobody named one: the last teaching day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    pub stage: Stage,
}

/// The end of an official pair's programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgrammeEnd {
    /// Still ahead, or overdue: nobody has said that it is over.
    Planned(NaiveDate),
    /// It was completed on this day.
    Reached(NaiveDate),
}

impl Stage {
    pub fn state(&self) -> PairState {
        match self {
            Self::Proposed => PairState::Proposed,
            Self::Agreed => PairState::Agreed,
            Self::Ordered { .. } => PairState::Ordered,
            Self::Active { .. } => PairState::Active,
            Self::Completed { .. } => PairState::Completed,
            Self::Declined { .. } => PairState::Declined,
            Self::Expired { .. } => PairState::Expired,
            Self::Dissolved { .. } => PairState::Dissolved,
        }
    }
}

impl PairState {
    /// Whether the pair takes up the mentor's room.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Agreed | Self::Ordered | Self::Active)
    }
}

impl Pair {
    /// A pair that was put to both today.
    pub fn propose(id: PairId, mentor: PersonId, mentee: PersonId, asked_on: NaiveDate) -> Self {
        let (mentor_agreed_at, mentee_agreed_at) = (None, None);
        Self { id, mentor, mentee, asked_on, mentor_agreed_at, mentee_agreed_at, ends_on: None, stage: Stage::Proposed }
    }

    pub fn state(&self) -> PairState {
        self.stage.state()
    }

    /// When the pair's programme ends, or has ended; `None` for a pair that is not official or was dissolved.
    pub fn programme_end(&self, year: SchoolYear) -> Option<ProgrammeEnd> {
        match self.stage {
            Stage::Ordered { .. } | Stage::Active { .. } => {
                Some(ProgrammeEnd::Planned(self.ends_on.unwrap_or_else(|| year.last_teaching_day())))
            }
            Stage::Completed { on, .. } => Some(ProgrammeEnd::Reached(on)),
            _ => None,
        }
    }

    /// Who stands on a side.
    pub fn person(&self, side: Side) -> PersonId {
        match side {
            Side::Mentor => self.mentor,
            Side::Mentee => self.mentee,
        }
    }

    /// Who has not answered yet; nobody once the pair is past `Proposed`.
    pub fn awaited(&self) -> Vec<Side> {
        let answers = [(Side::Mentor, self.mentor_agreed_at), (Side::Mentee, self.mentee_agreed_at)];
        let silent = answers.into_iter().filter(|(_, agreed_at)| agreed_at.is_none());
        if self.stage == Stage::Proposed { silent.map(|(side, _)| side).collect() } else { Vec::new() }
    }
}
