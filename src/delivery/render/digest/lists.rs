//! Where the rows are that a message names or only counts: the buttons at its end.

use super::Day;
use crate::chat::{Action, Button, button};
use crate::domain::people::Role;
use crate::domain::reminder::LineKind;
use crate::label;
use crate::text::{Key, Locale};
use std::collections::BTreeSet;

/// What is told of others' rows.
const LATE: [LineKind; 2] = [LineKind::LateForCurator, LineKind::LateForDirector];

/// The list first. Under a message about nothing but others' late rows it is the list of those; beside other things they
/// have a button of their own. `above` are keys that the message has already.
pub(super) fn buttons(locale: Locale, day: &Day, (told, above): (&BTreeSet<i64>, &[Vec<Key>])) -> Vec<Button> {
    let late: BTreeSet<i64> = LATE
        .into_iter()
        .filter(|kind| day.tells(*kind, told))
        .flat_map(|kind| day.of_kind(kind).map(|(one, _)| one.id.0))
        .collect();
    let is_late = |id: &i64| day.lines.iter().any(|one| one.id == *id && LATE.contains(&one.line.kind));
    let alone = !late.is_empty() && told.iter().all(is_late);
    let to_late = Action::LateRows { page: 0 };
    let own = if day.person.has(Role::Curator) { Action::RoadMap } else { Action::MyRows { page: 0 } };
    let list = button(label!(locale, "button-open-list"), if alone { to_late.clone() } else { own });
    let beside =
        (!late.is_empty() && !alone).then(|| button(label!(locale, "button-late-rows", count = late.len()), to_late));
    let unreached = label!(locale, "button-unreached");
    let is_there = above.iter().flatten().any(|key| key.label == unreached);
    let wanted = day.tells(LineKind::Unconnected, told) && !is_there;
    let unreached = wanted.then(|| button(unreached, Action::Unreached { page: 0 }));
    [list].into_iter().chain(beside).chain(unreached).collect()
}
