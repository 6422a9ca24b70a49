//! The curator settles what a row waits for: one tap each for «close», «ask me», «leave it», and for another fact.

use super::place::EvidencePlace as Place;
use super::standing::bound;
use super::words::binding_in_words;
use crate::chat::road_map::words;
use crate::chat::screen::{back, button, checked};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::binding::{Binding, BindingMode, Bound, Fact};
use crate::store::{activities, audit, bindings};
use crate::text::{Locale, Markup};
use crate::{label, tr};

/// Sub-items that have a button.
const MOST: usize = 40;

/// The line on the row's card: what closes by itself.
pub(crate) fn summary(locale: Locale, row: &Activity, bound: &[Bound]) -> Markup {
    let on = || bound.iter().filter(|bound| bound.binding.mode != BindingMode::Off);
    match on().next() {
        None => Markup::default(),
        Some(only) if row.items.is_empty() => binding_in_words(locale, only.binding),
        Some(_) => tr!(locale, "binding-of-items", count = on().count(), all = row.items.len()),
    }
}

pub(super) async fn show(
    talk: &mut Talk<'_>,
    (activity, item): (ActivityId, u32),
    facts: bool,
) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(super::not_yours(talk));
    };
    let bound = bound(talk, &row).await?;
    if item == 0 && !row.items.is_empty() {
        return Ok(items(locale, &row, &bound));
    }
    let words = target(&row, item).unwrap_or_default();
    let binding = bound.into_iter().find(|bound| bound.item == words).map(|bound| bound.binding);
    let about = if words.is_empty() { &row.heading } else { &words };
    let heading = Markup::plain(&words::short(about, 200)).bold();
    let previous = back(locale, Action::EvidenceBack);
    if facts {
        let choices = Fact::ALL.iter().map(|fact| {
            let on = binding.is_some_and(|binding| binding.fact == *fact);
            let label = crate::text::label(locale, &format!("button-fact-{fact}"), &[]);
            button(checked(on, &label), Action::BindingFact { fact: *fact })
        });
        return Ok(Screen::new(heading.paragraph(&tr!(locale, "binding-choose"))).grid(2, choices).row([previous]));
    }
    let said = binding.map_or_else(|| tr!(locale, "binding-none"), |binding| binding_in_words(locale, binding));
    let modes = binding.into_iter().flat_map(|binding| {
        BindingMode::ALL.iter().map(move |mode| {
            let label = crate::text::label(locale, &format!("button-binding-{mode}"), &[]);
            button(checked(binding.mode == *mode, &label), Action::BindingMode { mode: *mode })
        })
    });
    let (hint, other) = match binding {
        Some(_) => (tr!(locale, "binding-hint"), label!(locale, "button-binding-other")),
        None => (Markup::default(), label!(locale, "button-binding-choose")),
    };
    let other = button(other, Action::BindingFacts);
    Ok(Screen::new(heading.paragraph(&said).paragraph(&hint)).grid(1, modes).row([previous, other]))
}

/// Each sub-item may wait for something of its own.
fn items(locale: Locale, row: &Activity, bound: &[Bound]) -> Screen {
    let longest = (1_800 / row.items.len().max(1)).clamp(30, 200);
    let list = (1..).zip(&row.items).fold(Markup::default(), |list, (number, item)| {
        let own = bound.iter().find(|bound| bound.item == *item);
        let said = own.map_or_else(Markup::default, |bound| binding_in_words(locale, bound.binding));
        let line = Markup::plain(&format!("{number}. {}", words::short(item, longest)));
        list.line(&line).line(&said)
    });
    let numbers = (1..).zip(row.items.iter().take(MOST)).map(|(number, _): (u32, _)| {
        button(number.to_string(), Action::BindingOpen { activity: row.id, item: number })
    });
    let text = tr!(locale, "binding-items").paragraph(&list);
    Screen::new(text).grid(5, numbers).row([back(locale, Action::EvidenceBack)])
}

fn target(row: &Activity, item: u32) -> Option<String> {
    let at = usize::try_from(item).ok()?.checked_sub(1)?;
    row.items.get(at).cloned()
}

/// A row of this organisation.
pub(super) async fn own_row(talk: &mut Talk<'_>, id: ActivityId) -> anyhow::Result<Option<Activity>> {
    let organisation = talk.organisation()?.id;
    Ok(activities::find(talk.tx, id).await?.filter(|row| row.organisation == organisation))
}

/// One step back: to the sub-items, to the row's card.
pub(super) fn back_from((activity, item): (ActivityId, u32), facts: bool) -> Turn {
    match (facts, item) {
        (true, _) => Turn::to(Place::Binding { activity, item, facts: false }),
        (false, 0) => Turn::to(crate::chat::road_map::card_of(activity)),
        (false, _) => Turn::to(Place::Binding { activity, item: 0, facts: false }),
    }
}

/// Close, ask, or leave it.
pub(super) async fn set_mode(talk: &mut Talk<'_>, place: Place, mode: BindingMode) -> anyhow::Result<Turn> {
    set(talk, place, |binding| binding.map(|binding| Binding { mode, ..binding })).await
}

/// Another fact: what was a guess or nothing before is asked first, what closed goes on to close.
pub(super) async fn set_fact(talk: &mut Talk<'_>, place: Place, fact: Fact) -> anyhow::Result<Turn> {
    let change = |binding: Option<Binding>| {
        let mode = binding.map(|binding| binding.mode).filter(|mode| *mode != BindingMode::Off);
        Some(Binding { fact, mode: mode.unwrap_or(BindingMode::Ask) })
    };
    set(talk, place, change).await
}

async fn set(
    talk: &mut Talk<'_>,
    place: Place,
    change: impl Fn(Option<Binding>) -> Option<Binding>,
) -> anyhow::Result<Turn> {
    let Place::Binding { activity, item, .. } = place else {
        return Ok(Turn::stay());
    };
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(Turn::to(State::Home));
    };
    // Of a row with a checklist each sub-item speaks for itself.
    let words = if row.items.is_empty() { Some(String::new()) } else { target(&row, item) };
    let now = bound(talk, &row).await?;
    let find = |words: &String| now.iter().find(|bound| bound.item == *words).map(|bound| bound.binding);
    let Some((words, binding)) = words.and_then(|words| change(find(&words)).map(|binding| (words, binding))) else {
        return Ok(Turn::stay());
    };
    let by = talk.person()?.id;
    bindings::save(talk.tx, (row.organisation, activity, &words), binding, by, talk.now).await?;
    audit::insert(talk.tx, Some(by), ("what closes a row changed", &activity.to_string()), talk.now).await?;
    Ok(Turn::to(Place::Binding { activity, item, facts: false }))
}
