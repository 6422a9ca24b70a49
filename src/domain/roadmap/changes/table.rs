//! A corrected table against the rows in force, three ways: what the table said when it was given out, what it says
//! now, what the bot says now.

use super::cells::rewritten;
use super::{Cells, Changes, Clash, Part};
use crate::domain::ids::ActivityId;
use crate::domain::people::Person;
use crate::domain::roadmap::activity::Activity;
use crate::domain::typed_text;
use std::collections::{HashMap, HashSet};

/// Whose word counts where both changed the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// What the bot says now.
    Ours,
    /// What the table says.
    Theirs,
}

/// What a table changes. `base` is what it said when it was given out, `sent` what it says now, in its order; `None`
/// in place of a cell is a column that the table does not have any more.
pub fn from_table(
    rows: &[Activity],
    base: &HashMap<ActivityId, Cells>,
    sent: &[SentRow],
    prefer: Prefer,
    (blank, staff): (&Activity, &[Person]),
) -> Changes {
    let known: HashMap<ActivityId, &Activity> = rows.iter().map(|row| (row.id, row)).collect();
    let mut named: HashSet<ActivityId> = HashSet::new();
    let mut changes = Changes::default();
    for (position, sent) in (1..).zip(sent) {
        // A row that was copied carries its source's identity twice: the second one is new.
        let id = sent.id.filter(|id| base.contains_key(id) && named.insert(*id));
        match (id, id.and_then(|id| known.get(&id))) {
            (Some(id), Some(row)) => {
                let after = merged(row, &base[&id], sent, prefer, staff, &mut changes.clashes);
                let after = Activity { position, ..after };
                changes.keep(row, after);
            }
            (Some(id), None) => {
                let differs =
                    |part: &Part| sent.cell(*part).is_some_and(|cell| !says_the_same(cell, base[&id].get(*part)));
                let rewritten_there = Part::ALL.iter().any(differs);
                if rewritten_there {
                    changes.clashes.push(Clash::Gone { heading: sent.heading() });
                    changes.added.extend((prefer == Prefer::Theirs).then(|| fresh(blank, sent, position, staff)));
                }
            }
            (None, _) => changes.added.push(fresh(blank, sent, position, staff)),
        }
    }
    absent(rows, base, &named, prefer, &mut changes);
    changes
}

/// A row of a table as it was given out.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct GivenRow {
    pub id: ActivityId,
    pub cells: Cells,
    /// What the document says where the curator wrote another term, else empty.
    pub term_document: String,
    /// How the term is understood, in words.
    pub understood: String,
    /// Who is reminded, in words.
    pub people: String,
}

/// A row of a table that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct SentRow {
    /// Empty in a row that was added at the desk.
    pub id: Option<ActivityId>,
    /// By part; a part without a column is absent.
    pub cells: std::collections::BTreeMap<Part, String>,
}

impl SentRow {
    pub fn cell(&self, part: Part) -> Option<&str> {
        self.cells.get(&part).map(String::as_str)
    }

    fn heading(&self) -> String {
        self.cell(Part::Activity)
            .or(self.cell(Part::Stage))
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    }
}

/// The same text once both are cleaned: a spreadsheet keeps neither double blanks nor what nobody sees.
fn says_the_same(one: &str, other: &str) -> bool {
    let cleaned = |text: &str| typed_text::clean(text, usize::MAX).unwrap_or_default();
    one == other || cleaned(one) == cleaned(other)
}

/// The row with what the table changed in it.
fn merged(
    row: &Activity,
    base: &Cells,
    sent: &SentRow,
    prefer: Prefer,
    staff: &[Person],
    clashes: &mut Vec<Clash>,
) -> Activity {
    let ours = Cells::of(row);
    let mut after = row.clone();
    for part in Part::ALL.iter().copied() {
        let differs = |theirs: &&str| !says_the_same(theirs, base.get(part)) && !says_the_same(theirs, ours.get(part));
        let Some(theirs) = sent.cell(part).filter(differs) else {
            continue;
        };
        let emptied = part == Part::Activity && theirs.is_empty();
        if emptied {
            continue;
        }
        if !says_the_same(ours.get(part), base.get(part)) {
            let (ours, theirs) = (ours.get(part).to_owned(), theirs.to_owned());
            clashes.push(Clash::Cell { row: row.clone(), part, ours, theirs });
            if prefer == Prefer::Ours {
                continue;
            }
        }
        after = rewritten(after, part, theirs, staff);
    }
    after
}

/// A row that was written at the desk.
fn fresh(blank: &Activity, sent: &SentRow, position: u32, staff: &[Person]) -> Activity {
    let mut row = Activity { position, ..blank.clone() };
    for part in [Part::Stage, Part::Activity, Part::Responsible, Part::Result] {
        row = rewritten(row, part, sent.cell(part).unwrap_or_default(), staff);
    }
    if row.heading.is_empty() {
        row.heading.clone_from(&row.stage);
    }
    // A row written by hand without a term is asked about, not taken for one that has none.
    Activity { term_text: sent.cell(Part::Term).unwrap_or_default().to_owned(), ..row }
}

/// Rows that the table had and has no more; rows that came into the bot since stay, below.
fn absent(
    rows: &[Activity],
    base: &HashMap<ActivityId, Cells>,
    named: &HashSet<ActivityId>,
    prefer: Prefer,
    changes: &mut Changes,
) {
    let mut position = u32::try_from(named.len() + changes.added.len()).unwrap_or(u32::MAX);
    for row in rows.iter().filter(|row| !named.contains(&row.id)) {
        let changed_here = base.get(&row.id).map(|said| *said != Cells::of(row));
        if changed_here == Some(true) {
            changes.clashes.push(Clash::Removed(row.clone()));
        }
        let stays = changed_here.is_none() || (changed_here == Some(true) && prefer == Prefer::Ours);
        if stays {
            position = position.saturating_add(1);
            changes.same.push(Activity { position, ..row.clone() });
        } else {
            changes.removed.push(row.clone());
        }
    }
}
