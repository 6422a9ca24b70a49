//! Where somebody can stand who has rows to do.

use crate::chat::Typed;
use crate::chat::state::State;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{ActivityId, DoubtId, HandoverId, OccurrenceId};
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
    /// How many?
    Count,
    /// Is it right?
    Check {
        evidence: Evidence,
    },
}

/// What evidence is given for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub(super) occurrence: OccurrenceId,
    /// As it was when it was looked at: of two devices the second is told.
    pub(super) version: i64,
    /// The words of a sub-item; '' for the whole row.
    #[serde(default)]
    pub(super) item: Typed,
}

/// A place at one's rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum EvidencePlace {
    /// What one has to do.
    Mine { page: u32 },
    /// The same, each to be put off or given away.
    NotNow { page: u32 },
    /// What others are late with, as one was told.
    Late { page: u32 },
    /// One of them, and the page of the list that it stands on.
    LateRow { occurrence: OccurrenceId, page: u32 },
    /// One dated instance of a row.
    Card { occurrence: OccurrenceId },
    /// Open it again? A typed reason is awaited, and not needed.
    Reopen { occurrence: OccurrenceId, version: i64 },
    /// What shows that it is done.
    Give {
        #[serde(flatten)]
        target: Target,
        step: EvidenceStep,
    },
    /// When to be reminded of it?
    Later { occurrence: OccurrenceId },
    /// Why is it not theirs?
    NotMine { occurrence: OccurrenceId },
    /// What a row waits for; `item` counts its sub-items from 1, 0 is the row; `facts` while another one is chosen.
    Binding { activity: ActivityId, item: u32, facts: bool },
    /// What waits for the curator's word.
    Desk { page: u32 },
    /// One question of the bot.
    Doubt { doubt: DoubtId },
    /// One row that somebody says is not theirs.
    Handover { handover: HandoverId, page: u32 },
    /// Somebody else's dated row: to whom does it go?
    PassOn { occurrence: OccurrenceId, page: u32 },
    /// Whom the bot cannot write to.
    Unreached { page: u32 },
    /// What was said and done about a row, or about one dated instance of it.
    Steps { activity: ActivityId, occurrence: Option<OccurrenceId>, page: u32 },
}

impl EvidencePlace {
    pub(in crate::chat) fn is_curators(&self) -> bool {
        matches!(
            self,
            Self::Reopen { .. }
                | Self::Binding { .. }
                | Self::Desk { .. }
                | Self::Doubt { .. }
                | Self::Handover { .. }
                | Self::PassOn { .. }
                | Self::Unreached { .. }
                | Self::Steps { occurrence: None, .. }
        )
    }
}

impl From<EvidencePlace> for State {
    fn from(place: EvidencePlace) -> Self {
        Self::Evidence(place)
    }
}
