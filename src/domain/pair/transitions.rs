//! What may happen to a pair, and when.

use super::{AnswerPolicy, DissolveReason, MissingConsent, Order, Pair, PairAction, PairError, PairState, Side, Stage};
use crate::domain::consent::{ConsentKind, Consents};
use chrono::{DateTime, NaiveDate, Utc};

impl Pair {
    /// One side says yes; with the second yes the pair is agreed. A repeated yes keeps the first time.
    pub fn agree(mut self, side: Side, at: DateTime<Utc>) -> Result<Self, PairError> {
        self.must_be(PairAction::Agree, &[PairState::Proposed])?;
        let agreed_at = match side {
            Side::Mentor => &mut self.mentor_agreed_at,
            Side::Mentee => &mut self.mentee_agreed_at,
        };
        agreed_at.get_or_insert(at);
        let stage = if self.awaited().is_empty() { Stage::Agreed } else { Stage::Proposed };
        Ok(self.at(stage))
    }

    /// One side says no. Taking part is voluntary, so a yes can be taken back until the order.
    pub fn decline(self, by: Side, at: DateTime<Utc>) -> Result<Self, PairError> {
        self.must_be(PairAction::Decline, &[PairState::Proposed, PairState::Agreed])?;
        Ok(self.at(Stage::Declined { by, at }))
    }

    /// Ends the waiting for answers once the policy's time is up.
    pub fn expire(self, on: NaiveDate, policy: &AnswerPolicy) -> Result<Self, PairError> {
        self.must_be(PairAction::Expire, &[PairState::Proposed])?;
        let until = policy.expires_on(self.asked_on);
        if on < until {
            return Err(PairError::NotYetExpired { until });
        }
        Ok(self.at(Stage::Expired { on }))
    }

    /// Enters the order. It names both, so it needs the personal-data consent of both and the mentor's consent to
    /// extra duties; the error lists all that is missing.
    pub fn order(self, order: &Order, mentor: &Consents, mentee: &Consents) -> Result<Self, PairError> {
        self.must_be(PairAction::Order, &[PairState::Agreed])?;
        let order = Order { number: order.number.trim().to_owned(), date: order.date };
        if order.number.is_empty() {
            return Err(PairError::NoOrderNumber);
        }
        let missing = missing_consents(mentor, mentee);
        if missing.is_empty() {
            Ok(self.at(Stage::Ordered { order }))
        } else {
            Err(PairError::ConsentsMissing(missing))
        }
    }

    /// The pair was told, and the channel too where names allow: work begins.
    pub fn announce(self, since: NaiveDate) -> Result<Self, PairError> {
        match self.stage.clone() {
            Stage::Ordered { order } => Ok(self.at(Stage::Active { order, since })),
            other => Err(cannot(PairAction::Announce, &other)),
        }
    }

    /// The programme is planned to end on another day.
    pub fn reschedule(self, ends_on: NaiveDate) -> Result<Self, PairError> {
        self.must_be(PairAction::Reschedule, &[PairState::Ordered, PairState::Active])?;
        Ok(Self { ends_on: Some(ends_on), ..self })
    }

    /// The programme is done.
    pub fn complete(self, on: NaiveDate) -> Result<Self, PairError> {
        match self.stage.clone() {
            Stage::Active { order, .. } => Ok(self.at(Stage::Completed { order, on })),
            other => Err(cannot(PairAction::Complete, &other)),
        }
    }

    /// Ends an open pair before its time; the order, if there was one, stays known for the order that undoes it.
    pub fn dissolve(self, reason: DissolveReason, on: NaiveDate) -> Result<Self, PairError> {
        let order = match self.stage.clone() {
            Stage::Proposed | Stage::Agreed => None,
            Stage::Ordered { order } | Stage::Active { order, .. } => Some(order),
            other => return Err(cannot(PairAction::Dissolve, &other)),
        };
        Ok(self.at(Stage::Dissolved { reason, on, order }))
    }

    fn must_be(&self, action: PairAction, states: &[PairState]) -> Result<(), PairError> {
        if states.contains(&self.state()) { Ok(()) } else { Err(cannot(action, &self.stage)) }
    }

    fn at(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }
}

/// What both have yet to agree to before an order may name them.
pub fn missing_consents(mentor: &Consents, mentee: &Consents) -> Vec<MissingConsent> {
    let of = |side, kinds: Vec<ConsentKind>| kinds.into_iter().map(move |kind| MissingConsent { side, kind });
    of(Side::Mentor, mentor.missing_as_mentor()).chain(of(Side::Mentee, mentee.missing_as_mentee())).collect()
}

fn cannot(action: PairAction, stage: &Stage) -> PairError {
    PairError::WrongState { action, state: stage.state() }
}
