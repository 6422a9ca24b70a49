//! Where the rows are that a message names or only counts: the buttons at its end.

use super::{Day, Facts};
use crate::chat::{Action, Button, button};
use crate::domain::people::Role;
use crate::domain::reminder::LineKind;
use crate::label;
use crate::store::digest_lines;
use crate::text::Key;
use std::collections::BTreeSet;

/// The list first. Under a message about nothing but others' late rows it is the list of those; beside other things they
/// have a button of their own. `above` are keys that the message has already.
pub(super) async fn buttons(
    facts: &mut Facts<'_>,
    day: &Day,
    (told, above): (&BTreeSet<i64>, &[Vec<Key>]),
) -> anyhow::Result<Vec<Button>> {
    let locale = facts.locale;
    let is_late = |id: &i64| day.lines.iter().any(|one| one.id == *id && LineKind::LATE.contains(&one.line.kind));
    let tells_late = told.iter().any(is_late);
    let alone = tells_late && told.iter().all(is_late);
    let to_late = Action::LateRows { page: 0 };
    let own = if day.person.has(Role::Curator) { Action::RoadMap } else { Action::MyRows { page: 0 } };
    let list = button(label!(locale, "button-open-list"), if alone { to_late.clone() } else { own });
    let mut buttons = vec![list];
    if tells_late && !alone {
        // As many as the list shows: those of earlier messages are late still.
        let who = (day.organisation.id, day.person.id);
        let late = digest_lines::list_told_open(facts.db, who, &LineKind::late_for(&day.person)).await?;
        buttons.push(button(label!(locale, "button-late-rows", count = late.len()), to_late));
    }
    let unreached = label!(locale, "button-unreached");
    let is_there = above.iter().flatten().any(|key| key.label == unreached);
    if day.tells(LineKind::Unconnected, told) && !is_there {
        buttons.push(button(unreached, Action::Unreached { page: 0 }));
    }
    Ok(buttons)
}
