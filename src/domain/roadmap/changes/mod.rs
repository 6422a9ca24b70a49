//! What a newer document or a corrected table changes in the road map in force: one mechanism for both.
//!
//! `document` pairs rows by their words, `table` by the identity that the table carries, against what the table said
//! when it was given out, so that nothing done in the bot meanwhile is lost. Both give [`Changes`], which are shown
//! before they apply.

mod cells;
mod document;
mod table;
#[cfg(test)]
mod tests;

pub use cells::{Cells, Part, WITHOUT, rewritten};
pub use document::{Original, from_document};
pub use table::{GivenRow, Prefer, SentRow, from_table};

use super::activity::Activity;
use crate::domain::ids::ActivityId;

/// The difference between the rows in force and the rows to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    pub changed: Vec<Change>,
    /// Rows to be, without identifiers yet.
    pub added: Vec<Activity>,
    pub removed: Vec<Activity>,
    /// Rows that say the same: to be kept, perhaps at another place.
    pub same: Vec<Activity>,
    /// What both the table and somebody in the bot have changed.
    pub clashes: Vec<Clash>,
    /// What a newer document says in rows that were rewritten since the last one.
    pub originals: Vec<(ActivityId, Original)>,
}

/// A row that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub before: Activity,
    pub after: Activity,
}

/// Two people changed the same thing: the table says one, the bot another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// One cell; `ours` is what the bot says now, `theirs` what the table says.
    Cell { row: Activity, part: Part, ours: String, theirs: String },
    /// Taken out of the table, changed in the bot.
    Removed(Activity),
    /// Changed in the table, taken out of the bot.
    Gone { heading: String },
}

impl Change {
    /// The parts that differ: what, how it was, how it will be.
    pub fn parts(&self) -> Vec<(Part, String, String)> {
        let (before, after) = (Cells::of(&self.before), Cells::of(&self.after));
        let differs = |part: &Part| before.get(*part) != after.get(*part);
        let told = |part: Part| (part, before.get(part).to_owned(), after.get(part).to_owned());
        Part::ALL.iter().copied().filter(differs).map(told).collect()
    }
}

impl Changes {
    /// Whether the rows stay as they are, whatever their order.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.added.is_empty() && self.removed.is_empty()
    }

    /// A row that stays: changed, or saying the same.
    fn keep(&mut self, before: &Activity, after: Activity) {
        if Cells::of(before) == Cells::of(&after) {
            self.same.push(after);
        } else {
            self.changed.push(Change { before: before.clone(), after });
        }
    }

    /// A number that changes when the changes do: what a curator says yes to is what was shown.
    pub fn stamp(&self) -> u32 {
        let changed =
            self.changed.iter().map(|one| format!("{}.{} {:?}", one.before.id, one.before.version, one.parts()));
        let added = self.added.iter().map(|one| format!("+ {:?}", Cells::of(one)));
        let removed = self.removed.iter().map(|one| format!("- {}.{}", one.id, one.version));
        let text = changed.chain(added).chain(removed).collect::<Vec<_>>().join("\n");
        stamp(&text)
    }
}

/// FNV-1a over the text: the same on every machine and in every version.
pub(super) fn stamp(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
