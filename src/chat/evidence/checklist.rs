//! The sub-items of a row, each with its own tick.

use crate::chat::Action;
use crate::chat::road_map::words;
use crate::chat::screen::{Button, button};
use crate::domain::roadmap::activity::{Activity, item_mark};
use crate::store::evidence::Given;
use crate::store::occurrences::Occurrence;
use crate::text::Markup;

/// The longest checklist that a screen shows, in UTF-16 units.
const LONGEST: usize = 1_800;
/// Sub-items that have a button.
const MOST: usize = 40;

fn is_ticked(item: &str, given: &[Given]) -> bool {
    given.iter().any(|given| given.item == item)
}

/// The row in words, its checklist numbered and ticked.
pub(super) fn row_text(row: &Activity, given: &[Given]) -> Markup {
    if row.items.is_empty() {
        return words::row_text(row);
    }
    let stage =
        if row.stage.is_empty() { Markup::default() } else { Markup::plain(&words::short(&row.stage, 150)).bold() };
    // Without a name of its own a row is called by its first sub-item, which the list says anyway.
    let heading = if row.items.first() == Some(&row.heading) { String::new() } else { words::short(&row.heading, 300) };
    let list = (1..).zip(&row.items).fold(Markup::default(), |list, (number, item)| {
        let sign = if is_ticked(item, given) { "✓" } else { "▫" };
        let longest = (LONGEST / row.items.len()).clamp(30, 300);
        list.line(&Markup::plain(&format!("{sign} {number}. {}", words::short(item, longest))))
    });
    stage.line(&Markup::plain(&heading)).line(&list)
}

/// A number for each sub-item: pressed, it asks for evidence, or takes the tick back.
pub(super) fn buttons<'a>(
    (one, row): (&Occurrence, &'a Activity),
    given: &'a [Given],
) -> impl Iterator<Item = Button> + use<'a> {
    let occurrence = one.id;
    (1..).zip(&row.items).take(MOST).map(move |(number, words)| {
        let sign = if is_ticked(words, given) { "✓" } else { "▫" };
        button(format!("{sign} {number}"), Action::ItemTick { occurrence, item: item_mark(words) })
    })
}
