//! What else is to be known of an open row: that it closes by itself, why it was opened again.

use super::later;
use super::words::{binding_in_words, finding_in_words};
use crate::chat::Talk;
use crate::chat::road_map::words;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::binding::{self, BindingMode, Bound, Window};
use crate::store::occurrences::Occurrence;
use crate::store::{bindings, evidence, facts};
use crate::text::Markup;
use crate::tr;

/// Lines under an open row.
pub(super) async fn lines(talk: &mut Talk<'_>, (one, row): (&Occurrence, &Activity)) -> anyhow::Result<Markup> {
    let mut lines = Markup::default();
    if let Some(why) = evidence::why_withdrawn(talk.tx, one.id).await? {
        lines = lines.line(&tr!(talk.locale, "occurrence-reopened-why", why = why));
    }
    lines = lines.line(&later::line(talk, one.id).await?);
    for bound in bound(talk, row).await? {
        lines = lines.line(&line(talk, (one, row), &bound).await?);
    }
    Ok(lines)
}

/// What the row and its sub-items wait for.
pub(super) async fn bound(talk: &mut Talk<'_>, row: &Activity) -> anyhow::Result<Vec<Bound>> {
    let chosen = bindings::list_of(talk.tx, row.id).await?;
    Ok(row.bound(&chosen, binding::shipped()))
}

/// «Закроется само, когда у всех пар будет приказ. Сейчас: …»
async fn line(talk: &mut Talk<'_>, (one, row): (&Occurrence, &Activity), bound: &Bound) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    if bound.binding.mode == BindingMode::Off {
        return Ok(Markup::default());
    }
    let mut said = binding_in_words(locale, bound.binding);
    if !bound.item.is_empty() {
        said = tr!(locale, "binding-of-item", item = words::short(&bound.item, words::IN_A_LIST), said = said);
    }
    let organisation = talk.organisation()?.clone();
    let planned = row.planned(&talk.calendar().await?);
    let window = Window::of(one.official_due, &planned, bound.binding.fact);
    let asked = facts::Asked { fact: bound.binding.fact, window, pair: one.pair };
    let found = facts::find(talk.tx, &organisation, asked).await?;
    Ok(match found.filter(|found| window.holds(found.on)) {
        Some(found) => said.line(&tr!(locale, "binding-so-far", found = finding_in_words(locale, &found))),
        None => said,
    })
}
