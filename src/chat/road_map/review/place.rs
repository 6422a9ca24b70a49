//! Where a curator can stand while going over the road map.

use super::former::Former;
use crate::chat::road_map::place::ListedRow;
use crate::domain::ids::{ActivityId, PersonId};
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::responsible::ResponsibleRole;
use serde::{Deserialize, Serialize};

/// A place of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stands", rename_all = "snake_case")]
pub enum ReviewPlace {
    /// The questions, one by one.
    Question {
        round: Round,
        /// What the last answer changed, to be taken back.
        #[serde(default)]
        undo: Vec<Settled>,
    },
    /// Everything that the reading remarked on.
    Remarks { page: u32 },
    /// What of a row is to be rewritten?
    Edit { row: ListedRow },
    /// New words are wanted.
    Rewrite { row: ListedRow, part: RowPart },
    /// Really take the row out?
    Remove { row: ListedRow },
    /// The row is out: the list it stood on, and the way back.
    Removed { row: ListedRow, undo: Box<Former> },
    /// A new row's work is wanted.
    NewRow,
    /// The table was given out; it may come back here.
    Table,
    /// What a table or a document changes.
    Changes { of: ChangesOf, page: u32, theirs: bool },
}

/// How far the questions have come. The current one is the first open one after those that were skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Round {
    pub(in crate::chat::road_map) answered: u32,
    pub(in crate::chat::road_map) skipped: u32,
}

impl Round {
    pub(in crate::chat::road_map) fn answered(self, more: usize) -> Self {
        Self { answered: self.answered.saturating_add(u32::try_from(more).unwrap_or(u32::MAX)), ..self }
    }
}

coded_enum! {
    /// What brings changes.
    pub enum ChangesOf {
        Document = "document",
        Table = "table",
    }
}

coded_enum! {
    /// What of a row can be rewritten in the chat, beside its term and its people.
    pub enum RowPart {
        Stage = "stage",
        Work = "work",
        Items = "items",
        Result = "result",
    }
}

/// A row as it was before an answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    activity: ActivityId,
    /// The version that the answer made: a later change is not taken back with it.
    version: i64,
    term_own: String,
    term_choice: TermChoice,
    roles: Vec<ResponsibleRole>,
    persons: Vec<PersonId>,
    unclear: bool,
}

/// Without the words (guarantee I6).
impl std::fmt::Debug for Settled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Settled({})", self.activity)
    }
}

impl Settled {
    /// Remembers a row that is about to be saved.
    pub(in crate::chat::road_map) fn before(row: &Activity) -> Self {
        Self {
            activity: row.id,
            version: row.version + 1,
            term_own: row.term_own.clone(),
            term_choice: row.term_choice,
            roles: row.duty.roles.clone(),
            persons: row.duty.persons.clone(),
            unclear: row.duty.unclear,
        }
    }

    pub(super) fn activity(&self) -> ActivityId {
        self.activity
    }

    /// The same for a row that is about to be saved once more; `None` when somebody else has changed it since.
    pub(super) fn moved_on(self, row: &Activity) -> Option<Self> {
        (row.version == self.version).then_some(Self { version: row.version + 1, ..self })
    }

    /// The row as it was; `None` when somebody has changed it since.
    pub(super) fn restored(self, row: Activity) -> Option<Activity> {
        let mut row = (row.version == self.version).then_some(row)?;
        row.term_own = self.term_own;
        row.term_choice = self.term_choice;
        row.duty.roles = self.roles;
        row.duty.persons = self.persons;
        row.duty.unclear = self.unclear;
        Some(row)
    }
}
