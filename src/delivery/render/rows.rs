//! Rows that changed hands or were opened again, and what waits for the curator's word.

use super::{Facts, Rendered};
use crate::chat::evidence::desk;
use crate::chat::road_map::{Answerer, words};
use crate::chat::{Action, Screen, button};
use crate::domain::ids::{HandoverId, OccurrenceId, PersonId};
use crate::domain::people::{Role, short_name};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::handover::Handover;
use crate::store::occurrences::Occurrence;
use crate::store::{accounts, activities, dated_rows, evidence, handovers, occurrences, organisations, people};
use crate::text::Markup;
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

/// To a curator: what waits. Nothing when it was all settled meanwhile.
pub(super) async fn desk(facts: &mut Facts<'_>, person: PersonId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(curator) = people::find(facts.db, person).await?.filter(|person| person.has(Role::Curator)) else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, curator.organisation).await?;
    let all = desk::waiting(facts.db, organisation.id, organisation.today(facts.now)).await?;
    let unreached = accounts::list_unreached(facts.db, organisation.id).await?;
    let stopped: Vec<String> = unreached
        .iter()
        .filter(|one| one.blocked_at.is_some())
        .map(|one| short_name(&one.full_name))
        .take(SHOWN)
        .collect();
    if all.is_empty() && stopped.is_empty() {
        return Ok(None);
    }
    let head = if all.is_empty() { Markup::default() } else { tr!(locale, "notice-desk", count = all.len()) };
    let shown = || (1..).zip(all.iter().take(SHOWN));
    let mut text = shown().fold(head, |text, (number, one)| text.paragraph(&one.line(locale, number)));
    if all.len() > SHOWN {
        text = text.paragraph(&tr!(locale, "digest-more", count = all.len() - SHOWN));
    }
    let mut last = Vec::new();
    if !stopped.is_empty() {
        text = text.paragraph(&tr!(locale, "notice-unreached", names = stopped.join(", ")));
        last.push(button(label!(locale, "button-unreached"), Action::Unreached { page: 0 }));
    }
    if !all.is_empty() {
        last.push(button(label!(locale, "button-desk", count = all.len()), Action::Desk { page: 0 }));
    }
    let buttons: Vec<_> = shown().map(|(number, one)| one.button(locale, number)).collect();
    Ok(Some((Screen::new(text).grid(2, buttons).row(last).into_sheet(0), None)))
}
