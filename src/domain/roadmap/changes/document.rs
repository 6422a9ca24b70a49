//! A newer document against the rows in force: rows that say the same work are the same row.

use super::cells::folded;
use super::{Cells, Changes};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::Activity;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What a document said in a row before a curator rewrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Original {
    pub cells: Cells,
    /// The whole text of the cell with the work.
    pub activity: String,
}

impl Original {
    pub fn of(row: &Activity) -> Self {
        Self { cells: Cells::of(row), activity: row.activity.clone() }
    }

    /// Of a row that a curator added: no document says anything.
    pub fn by_hand() -> Self {
        Self::default()
    }

    pub fn is_by_hand(&self) -> bool {
        self.activity.is_empty()
    }
}

/// What a document changes. Rows that say the same as before keep what was done and what the curator settled;
/// `originals` are the documents' words of rows that were rewritten since. Rows in `retired` went out of force
/// earlier and come back if the document has them.
pub fn from_document(
    rows: &[Activity],
    originals: &HashMap<ActivityId, Original>,
    retired: &[Activity],
    document: &[Activity],
) -> Changes {
    let mut old: Vec<&Activity> = rows.iter().collect();
    let mut earlier: Vec<&Activity> = retired.iter().collect();
    let mut changes = Changes::default();
    for row in document {
        let says_the_same = |one: &&Activity| says_the_same(one, originals.get(&one.id), row);
        if let Some(at) = old.iter().position(says_the_same) {
            let before = old.remove(at);
            if originals.contains_key(&before.id) {
                changes.originals.push((before.id, Original::of(row)));
            }
            let after = renewed(row, before, originals.get(&before.id));
            changes.keep(before, after);
        } else if let Some(at) = earlier.iter().position(says_the_same) {
            let before = earlier.remove(at);
            changes.added.push(renewed(row, before, originals.get(&before.id)));
        } else {
            changes.added.push(row.clone());
        }
    }
    let by_hand = |one: &&Activity| originals.get(&one.id).is_some_and(Original::is_by_hand);
    let (own, gone): (Vec<&Activity>, Vec<&Activity>) = old.into_iter().partition(by_hand);
    changes.removed = gone.into_iter().cloned().collect();
    // What the curator added is in no document: it stays, below.
    let last = u32::try_from(document.len()).unwrap_or(u32::MAX);
    changes.same.extend((1..).zip(own).map(|(at, row)| Activity { position: last.saturating_add(at), ..row.clone() }));
    changes
}

/// The same work, whatever became of its term or people.
fn says_the_same(one: &Activity, original: Option<&Original>, other: &Activity) -> bool {
    let written = original.filter(|own| !own.is_by_hand());
    let (activity, stage) = written.map_or((&one.activity, &one.stage), |own| (&own.activity, &own.cells.stage));
    folded(activity) == folded(&other.activity) && folded(stage) == folded(&other.stage)
}

/// The new document's row under the old one's identity; what the curator settled stays while the words are the same.
fn renewed(row: &Activity, before: &Activity, original: Option<&Original>) -> Activity {
    let said = original.filter(|own| !own.is_by_hand()).map_or_else(|| Cells::of(before), |own| own.cells.clone());
    let same_term = row.term_text == before.term_text;
    let same_people = row.responsible_text == said.responsible;
    let same_result = row.result == said.result;
    // Without an original the two say the same work, in the newer document's spelling.
    let wording = if original.is_some() { before } else { row };
    Activity {
        id: before.id,
        version: before.version,
        stage: wording.stage.clone(),
        heading: wording.heading.clone(),
        activity: wording.activity.clone(),
        items: wording.items.clone(),
        term_own: if same_term { before.term_own.clone() } else { String::new() },
        term_choice: if same_term { before.term_choice } else { row.term_choice },
        responsible_text: if same_people { before.responsible_text.clone() } else { row.responsible_text.clone() },
        duty: if same_people { before.duty.clone() } else { row.duty.clone() },
        result: if same_result { before.result.clone() } else { row.result.clone() },
        ..row.clone()
    }
}
