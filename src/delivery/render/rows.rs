//! Rows that changed hands or were opened again, and what waits for the curator's word.

use super::{Facts, Rendered};
use crate::chat::evidence::desk::{self, Waiting};
use crate::chat::road_map::{Answerer, words};
use crate::chat::{Action, Screen, button};
use crate::domain::ids::{HandoverId, OccurrenceId, PersonId};
use crate::domain::people::{Role, short_name};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::handover::Handover;
use crate::store::occurrences::Occurrence;
use crate::store::{accounts, activities, dated_rows, evidence, handovers, occurrences, organisations, people};
use crate::text::{Locale, Markup};
use crate::{label, tr};

/// Entries that the curator's message shows with buttons; the rest are one tap away.
const SHOWN: usize = 6;

/// To whoever closed a row: it is open again, and why. Nothing when it is closed by now.
pub(super) async fn reopened(facts: &mut Facts<'_>, id: OccurrenceId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(one) = occurrences::find(facts.db, id).await?.filter(Occurrence::is_open) else {
        return Ok(None);
    };
    let Some(row) = dated_rows::row_of(facts.db, &one).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, one.organisation).await?;
    let heading = words::short(&row.heading, 200);
    let due = words::due_in_words(locale, one.due, organisation.today(facts.now));
    let mut text = tr!(locale, "notice-row-reopened", heading = heading);
    if let Some(why) = evidence::why_withdrawn(facts.db, id).await? {
        // The whole message must fit.
        let why = words::short(&why, 500);
        text = text.line(&tr!(locale, "notice-row-reopened-why", why = why));
    }
    let text = text.paragraph(&tr!(locale, "occurrence-due", due = due));
    let done = Action::OccurrenceDone { occurrence: id, version: one.version };
    Ok(Some((Screen::new(text).row([button(label!(locale, "button-row-open"), done)]).into_sheet(0), None)))
}

/// To whoever does a row from now on; nothing when it has gone on to somebody else since.
pub(super) async fn given(facts: &mut Facts<'_>, id: HandoverId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(said) = handovers::find(facts.db, id).await? else {
        return Ok(None);
    };
    let Some((one, row)) = first_theirs(facts, &said).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, said.organisation).await?;
    let due = words::due_in_words(locale, one.due, organisation.today(facts.now));
    let heading = words::short(&row.heading, 200);
    let text = tr!(locale, "notice-row-given", heading = heading).line(&tr!(locale, "occurrence-due", due = due));
    let open = Action::OccurrenceDone { occurrence: one.id, version: one.version };
    Ok(Some((Screen::new(text).row([button(label!(locale, "button-row-open"), open)]).into_sheet(0), None)))
}

/// The earliest open date of what was handed over that is now to be done by whom it was given to.
async fn first_theirs(facts: &mut Facts<'_>, said: &Handover) -> anyhow::Result<Option<(Occurrence, Activity)>> {
    let Some(given_to) = said.given_to else {
        return Ok(None);
    };
    let Some(person) = people::find(facts.db, given_to).await? else {
        return Ok(None);
    };
    let answerer = Answerer::load(facts.db, &person).await?;
    for one in occurrences::list_of(facts.db, said.activity).await? {
        if !one.is_open() || said.occurrence.is_some_and(|meant| meant != one.id) {
            continue;
        }
        let row = dated_rows::row_of(facts.db, &one).await?;
        if let Some(row) = row.filter(|row| answerer.answers_for(&one, row)) {
            return Ok(Some((one, row)));
        }
    }
    Ok(None)
}

/// The row that was handed over: of one date, where one is meant.
async fn row_of(facts: &mut Facts<'_>, said: &Handover) -> anyhow::Result<Option<Activity>> {
    let meant = match said.occurrence {
        Some(id) => occurrences::find(facts.db, id).await?,
        None => None,
    };
    match meant {
        Some(one) => dated_rows::row_of(facts.db, &one).await,
        None => activities::find(facts.db, said.activity).await,
    }
}

/// To whoever said that a row is not theirs: who has it now, or that it stays theirs.
pub(super) async fn settled(facts: &mut Facts<'_>, id: HandoverId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(said) = handovers::find(facts.db, id).await? else {
        return Ok(None);
    };
    let (Some(row), Some(given)) = (row_of(facts, &said).await?, said.given_to) else {
        return Ok(None);
    };
    let heading = words::short(&row.heading, 200);
    if given == said.person {
        let list = button(label!(locale, "button-open-list"), Action::MyRows { page: 0 });
        let text = tr!(locale, "notice-row-stays", heading = heading);
        return Ok(Some((Screen::new(text).row([list]).into_sheet(0), None)));
    }
    let name = people::find(facts.db, given).await?.map_or_else(String::new, |to| short_name(&to.full_name));
    Ok(Some(super::words(tr!(locale, "notice-row-taken", heading = heading, name = name))))
}

/// To a curator: what waits, in so many UTF-16 units. Nothing when it was all settled meanwhile.
pub(super) async fn desk(facts: &mut Facts<'_>, person: PersonId, room: usize) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(curator) = people::find(facts.db, person).await?.filter(|person| person.has(Role::Curator)) else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, curator.organisation).await?;
    let all = desk::waiting(facts.db, organisation.id, organisation.today(facts.now)).await?;
    let unreached = accounts::list_unreached(facts.db, organisation.id).await?;
    let stopped: Vec<String> =
        unreached.iter().filter(|one| one.blocked_at.is_some()).map(|one| short_name(&one.full_name)).collect();
    if all.is_empty() && stopped.is_empty() {
        return Ok(None);
    }
    let below = match stopped.as_slice() {
        [] => Markup::default(),
        names => tr!(locale, "notice-unreached", names = first_names(locale, names)),
    };
    let (text, shown) = desk_in_words(locale, &all, room.saturating_sub(below.shown_len() + 2));
    let text = text.paragraph(&below);
    let mut last = Vec::new();
    if !stopped.is_empty() {
        last.push(button(label!(locale, "button-unreached"), Action::Unreached { page: 0 }));
    }
    if !all.is_empty() {
        last.push(button(label!(locale, "button-desk", count = all.len()), Action::Desk { page: 0 }));
    }
    let buttons: Vec<_> = (1..).zip(&all[..shown]).map(|(number, one)| one.button(locale, number)).collect();
    Ok(Some((Screen::new(text).grid(2, buttons).row(last).into_sheet(0), None)))
}

/// «Лаптева О. В., Сомова В. И. и ещё 3».
fn first_names(locale: Locale, names: &[String]) -> String {
    let first = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => first,
        hidden => format!("{first} {}", label!(locale, "road-map-more-people", count = hidden)),
    }
}

/// The entries that have room, and how many they are; the others are counted.
fn desk_in_words(locale: Locale, all: &[Waiting], room: usize) -> (Markup, usize) {
    if all.is_empty() {
        return (Markup::default(), 0);
    }
    let lines: Vec<Markup> = (1..).zip(all).take(SHOWN).map(|(number, one)| one.line(locale, number)).collect();
    let with = |shown: usize| {
        let head = tr!(locale, "notice-desk", count = all.len());
        let text = lines.iter().take(shown).fold(head, Markup::paragraph);
        let more = (shown < all.len()).then(|| tr!(locale, "notice-desk-more", count = all.len() - shown));
        text.paragraph(&more.unwrap_or_default())
    };
    let most = (1..=lines.len()).rev().map(|shown| (with(shown), shown)).find(|(text, _)| text.shown_len() <= room);
    // A list that is too long with its first entry is only counted.
    most.unwrap_or_else(|| (tr!(locale, "notice-desk", count = all.len()), 0))
}
