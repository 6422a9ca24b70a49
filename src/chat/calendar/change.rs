//! A change of the calendar: the due days that move with it are shown first, then it is kept and they move.

use super::place::Change;
use super::{CalendarPlace, Place};
use crate::chat::road_map::words;
use crate::chat::{Action, Screen, Talk, Turn, button};
use crate::domain::calendar::{CalendarSettings, WorkingDays};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::replan::Replan;
use crate::store::occurrences::{self, Occurrence};
use crate::store::plans::{self, RowPlan};
use crate::store::{activities, audit, calendars, reminders};
use crate::text::{Markup, dates};
use crate::{label, tr};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Moves that the question spells out.
const SHOWN: usize = 8;

/// A row whose due days move.
struct Moving {
    row: Activity,
    existing: Vec<Occurrence>,
    plan: RowPlan,
}

/// Keeps what was said, unless due days move with it: then it is asked.
pub(super) async fn propose(
    talk: &mut Talk<'_>,
    from: CalendarPlace,
    (settings, seen): (CalendarSettings, i64),
) -> anyhow::Result<Turn> {
    if moving(talk, &settings).await?.is_empty() {
        return keep(talk, Change { settings, seen, from }).await;
    }
    let change = Box::new(Change { settings, seen, from });
    Ok(Turn::to(Place::Sure { change }))
}

/// «Изменятся 3 срока: …».
pub(super) async fn show(talk: &mut Talk<'_>, change: &Change) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let lines: Vec<Markup> =
        moving(talk, &change.settings).await?.iter().flat_map(|one| moves(talk, one).collect::<Vec<_>>()).collect();
    let mut text = tr!(locale, "calendar-sure", count = lines.len()).bold();
    for line in lines.iter().take(SHOWN) {
        text = text.line(line);
    }
    if lines.len() > SHOWN {
        text = text.line(&tr!(locale, "calendar-sure-more", count = lines.len() - SHOWN));
    }
    let text = text.paragraph(&tr!(locale, "calendar-sure-hint"));
    Ok(Screen::new(text).row([
        button(label!(locale, "button-calendar-keep"), Action::CalendarBack),
        button(label!(locale, "button-calendar-apply"), Action::CalendarApply),
    ]))
}

pub(super) async fn apply(talk: &mut Talk<'_>, place: CalendarPlace) -> anyhow::Result<Turn> {
    match place {
        Place::Sure { change } => keep(talk, *change).await,
        other => Ok(Turn::to(other)),
    }
}

/// The rows of this year whose due days another calendar moves.
async fn moving(talk: &mut Talk<'_>, settings: &CalendarSettings) -> anyhow::Result<Vec<Moving>> {
    let organisation = talk.organisation()?.clone();
    let calendar: WorkingDays = settings.working_days(organisation.kind);
    let today = talk.today();
    let mut existing: HashMap<_, Vec<Occurrence>> = HashMap::new();
    for one in occurrences::list_of_year(talk.tx, organisation.id, organisation.school_year).await? {
        existing.entry(one.activity).or_default().push(one);
    }
    let mut found = Vec::new();
    for row in activities::list(talk.tx, organisation.id, organisation.school_year).await? {
        let existing = existing.remove(&row.id).unwrap_or_default();
        let plan = plans::difference(talk.tx, (&row, &existing), &calendar, today).await?;
        if !plan.is_empty() {
            found.push(Moving { row, existing, plan });
        }
    }
    Ok(found)
}

/// Its moves, a line for each.
fn moves<'m>(talk: &Talk<'_>, moving: &'m Moving) -> impl Iterator<Item = Markup> + 'm {
    let (locale, today) = (talk.locale, talk.today());
    let heading = words::short(&moving.row.heading, words::IN_A_LIST);
    let day = move |day: NaiveDate| dates::day(locale, day, today);
    moving.plan.iter().flat_map(move |(_, plan): &(_, Replan)| {
        let due_of = |id| moving.existing.iter().find(|one| one.id == id).map(|one| one.due);
        let shifted = plan.moves().filter_map(|(id, to)| {
            Some(tr!(locale, "calendar-move", heading = &heading, from = day(due_of(*id)?), to = day(to.due)))
        });
        let gone = plan
            .drop
            .iter()
            .filter_map(|id| Some(tr!(locale, "calendar-move-gone", heading = &heading, from = day(due_of(*id)?))));
        let new = plan.add.iter().map(|to| tr!(locale, "calendar-move-new", heading = &heading, to = day(to.due)));
        shifted.chain(gone).chain(new).collect::<Vec<_>>()
    })
}

/// Keeps the change and moves what is open.
async fn keep(talk: &mut Talk<'_>, change: Change) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let (organisation, today) = (talk.organisation()?.id, talk.today());
    let moving = moving(talk, &change.settings).await?;
    if !calendars::save(talk.tx, (organisation, change.seen), &change.settings, talk.now).await? {
        return Ok(Turn::to(Place::Home).with_note(tr!(locale, "calendar-changed")));
    }
    let mut count = 0;
    for one in &moving {
        count += moves(talk, one).count();
        plans::apply(talk.tx, &one.row, &one.plan, (today, talk.now)).await?;
    }
    // The mornings on which people are told something may be others now.
    reminders::look_again(talk.tx, organisation, today).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("calendar changed", &organisation.to_string()), talk.now).await?;
    let note = match count {
        0 => tr!(locale, "calendar-saved"),
        _ => tr!(locale, "calendar-saved-moved", count = count),
    };
    Ok(Turn::to(change.from).with_note(note))
}
