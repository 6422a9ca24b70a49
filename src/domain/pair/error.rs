//! Why a transition is refused.

use super::{PairAction, PairState, Side};
use crate::domain::consent::ConsentKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why a pair stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PairError {
    #[error("cannot {action} a pair that is {state}")]
    WrongState { action: PairAction, state: PairState },
    #[error("consents are missing before the order: {}", list(.0))]
    ConsentsMissing(Vec<MissingConsent>),
    #[error("the number of the order is empty")]
    NoOrderNumber,
    #[error("answers are awaited until {until}")]
    NotYetExpired { until: NaiveDate },
}

/// A consent that an order needs and that was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingConsent {
    pub side: Side,
    pub kind: ConsentKind,
}

fn list(missing: &[MissingConsent]) -> String {
    let named: Vec<String> = missing.iter().map(|one| format!("{} of the {}", one.kind, one.side)).collect();
    named.join(", ")
}
