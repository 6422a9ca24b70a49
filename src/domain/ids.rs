//! Identifiers. All are made by the program (see `store::ids`), grow with time and fit SQL's `BIGINT`.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<i64> for $name {
            fn from(raw: i64) -> Self {
                Self(raw)
            }
        }
    )+};
}

ids! {
    /// A school, a kindergarten, a centre.
    OrganisationId,
    /// A member of staff.
    PersonId,
    /// One row of a road map.
    ActivityId,
    /// One dated instance of an activity.
    OccurrenceId,
    /// One person's filling of a questionnaire.
    ResponseId,
    /// A mentor with a mentee.
    PairId,
    /// A piece of news or an event.
    PostId,
    /// Something that leaves the bot.
    OutboxId,
    /// A question to the curator about what closes a row.
    DoubtId,
    /// A row that somebody says is not theirs.
    HandoverId,
}
