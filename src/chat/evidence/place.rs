//! Where somebody can stand who has rows to do.

use crate::chat::Typed;
use crate::chat::state::State;
use crate::domain::evidence::Evidence;
use crate::domain::ids::OccurrenceId;
use serde::{Deserialize, Serialize};

/// How far the giving of evidence has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum EvidenceStep {
    /// Which kind?
    Choose,
    Order,
    /// The number is known, the date is asked.
    OrderDay {
        number: Typed,
    },
    File,
    Link,
    Text,
    /// Is it right?
    Check {
        evidence: Evidence,
    },
}

/// A place at one's rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum EvidencePlace {
    /// What one has to do.
    Mine { page: u32 },
    /// One dated instance of a row.
    Card { occurrence: OccurrenceId },
    /// Open it again?
    Reopen { occurrence: OccurrenceId, version: i64 },
    /// What shows that it is done.
    Give { occurrence: OccurrenceId, version: i64, step: EvidenceStep },
}

impl EvidencePlace {
    pub(in crate::chat) fn is_curators(&self) -> bool {
        matches!(self, Self::Reopen { .. })
    }
}

impl From<EvidencePlace> for State {
    fn from(place: EvidencePlace) -> Self {
        Self::Evidence(place)
    }
}
