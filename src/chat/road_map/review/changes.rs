//! «Изменено 4 · добавлено 2 · убрано 1»: what will change, row by row, before it does.

use super::apply::{apply, from_document};
use super::days::days;
use super::edit::blank;
use super::place::{ChangesOf, ReviewPlace};
use super::sent::Sent;
use crate::chat::road_map::place::RoadMapPlace;
use crate::chat::road_map::plan::begun_in_words;
use crate::chat::road_map::{Rows, reading, words};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::changes::{self, Cells, Change, Changes, Clash, GivenRow, Part, Prefer};
use crate::store::{activities, audit, people, road_map_tables};
use crate::text::{Locale, Markup, label};
use crate::{label, tr};
use std::collections::BTreeMap;

/// The longest text of one cell in the list, in characters.
const CELL: usize = 160;
/// Characters of one page: with the head above it, the whole stays within a message.
const PAGE_CHARS: usize = 2_200;

/// What waits for a yes, and where it comes from.
struct Waiting {
    changes: Changes,
    source_name: String,
    unknown: Vec<String>,
}

async fn waiting(talk: &mut Talk<'_>, of: ChangesOf, theirs: bool) -> anyhow::Result<Option<Waiting>> {
    match of {
        ChangesOf::Table => of_table(talk, if theirs { Prefer::Theirs } else { Prefer::Ours }).await,
        ChangesOf::Document => {
            let Some(read) = reading::of_draft(talk).await? else {
                return Ok(None);
            };
            let changes = from_document(talk, &read.rows).await?;
            Ok(Some(Waiting { changes, source_name: read.source_name, unknown: Vec::new() }))
        }
    }
}

async fn of_table(talk: &mut Talk<'_>, prefer: Prefer) -> anyhow::Result<Option<Waiting>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(correction) = road_map_tables::find_correction(talk.tx, organisation, year).await? else {
        return Ok(None);
    };
    let Some(given) = road_map_tables::find(talk.tx, correction.base).await? else {
        return Ok(None);
    };
    let given: Vec<GivenRow> = serde_json::from_str(&given.rows)?;
    let base: BTreeMap<ActivityId, Cells> = given.into_iter().map(|row| (row.id, row.cells)).collect();
    let sent: Sent = serde_json::from_str(&correction.content)?;
    let rows = activities::list(talk.tx, organisation, year).await?;
    let staff = people::list(talk.tx, organisation).await?;
    let changes = changes::from_table(&rows, &base, &sent.rows, prefer, (&blank(talk)?, &staff));
    Ok(Some(Waiting { changes, source_name: correction.source_name, unknown: sent.unknown }))
}

pub(super) async fn show(talk: &mut Talk<'_>, of: ChangesOf, (page, theirs): (u32, bool)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(waiting) = waiting(talk, of, theirs).await? else {
        return Ok(Screen::new(tr!(locale, "review-changes-gone")).row([back(locale, Action::RoadMapBack)]));
    };
    let changes = &waiting.changes;
    let mut head = tr!(locale, "review-changes-of", name = &waiting.source_name).bold();
    if !waiting.unknown.is_empty() {
        head = head.paragraph(&tr!(locale, "review-sent-unknown", columns = waiting.unknown.join(", ")));
    }
    if changes.is_empty() && changes.clashes.is_empty() {
        let text = head.paragraph(&tr!(locale, "review-changes-none", rows = changes.same.len()));
        return Ok(Screen::new(text).row([back(locale, leaving(of))]));
    }
    let mut text = head.paragraph(&in_short(talk, changes).await?);
    if !changes.clashes.is_empty() {
        let key = if theirs { "review-clashes-theirs" } else { "review-clashes-ours" };
        text = text.paragraph(&crate::text::markup(locale, key, &[("count", changes.clashes.len().into())]));
    }
    let pages = pages(entries(locale, changes));
    let at = usize::try_from(page)?.min(pages.len().saturating_sub(1));
    text = text.paragraph(pages.get(at).unwrap_or(&Markup::default()));
    let mut screen = Screen::new(text).row(turner(of, (at, pages.len()), theirs));
    if !changes.clashes.is_empty() {
        let label = if theirs { label!(locale, "button-review-ours") } else { label!(locale, "button-review-theirs") };
        screen = screen.row([button(label, Action::RoadMapChanges { of, page: 0, theirs: !theirs })]);
    }
    let yes = match of {
        _ if changes.is_empty() => None,
        ChangesOf::Document => Some(button(label!(locale, "button-road-map-replace"), Action::RoadMapReplace)),
        ChangesOf::Table => {
            let apply = Action::RoadMapChangesApply { stamp: changes.stamp() };
            Some(button(label!(locale, "button-review-apply"), apply))
        }
    };
    let no = match of {
        ChangesOf::Document => back(locale, Action::RoadMapBack),
        ChangesOf::Table => button(label!(locale, "button-review-drop"), Action::RoadMapChangesDrop),
    };
    Ok(screen.row([no].into_iter().chain(yes)))
}

/// Where «← Назад» leads when there is nothing to say yes to.
fn leaving(of: ChangesOf) -> Action {
    match of {
        ChangesOf::Document => Action::RoadMapBack,
        ChangesOf::Table => Action::RoadMapChangesDrop,
    }
}

/// «← · 2 / 5 · →».
fn turner(of: ChangesOf, (at, count): (usize, usize), theirs: bool) -> Vec<crate::chat::Button> {
    let to = |page: usize| Action::RoadMapChanges { of, page: u32::try_from(page).unwrap_or(0), theirs };
    if count < 2 {
        return Vec::new();
    }
    let before = (at > 0).then(|| button("←", to(at - 1)));
    let here = button(format!("{} / {count}", at + 1), Action::Nothing);
    let after = (at + 1 < count).then(|| button("→", to(at + 1)));
    before.into_iter().chain([here]).chain(after).collect()
}

/// How many rows change, and what becomes of the days.
pub(in crate::chat::road_map) async fn in_short(talk: &mut Talk<'_>, changes: &Changes) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let (rewritten, added, removed) = (changes.changed.len(), changes.added.len(), changes.removed.len());
    let days = days(talk, changes).await?;
    let mut text = tr!(
        locale,
        "review-changes-count",
        changed = rewritten,
        added = added,
        removed = removed,
        same = changes.same.len(),
    );
    if days.dropped + days.added > 0 {
        text = text.line(&tr!(locale, "review-changes-days", dropped = days.dropped, added = days.added));
    }
    text = text.line(&begun_in_words(locale, days.begun));
    if days.moved > 0 {
        text = text.line(&tr!(locale, "review-changes-moved-days", count = days.moved));
    }
    if days.done > 0 {
        text = text.line(&tr!(locale, "review-changes-done", count = days.done));
    }
    if days.questions > 0 {
        text = text.line(&tr!(locale, "review-changes-questions", count = days.questions));
    }
    Ok(text)
}

/// One entry for each row, what needs a decision first.
fn entries(locale: Locale, changes: &Changes) -> Vec<Markup> {
    let heading = |row: &Activity| words::short(&row.heading, words::IN_A_LIST);
    let clashes = changes.clashes.iter().map(|one| clash(locale, one));
    let rewritten = changes.changed.iter().map(|one| change(locale, one));
    let added = changes.added.iter().map(|row| {
        let term = if row.phrase().is_empty() {
            label!(locale, "road-map-no-term")
        } else {
            words::verbatim(row.phrase(), CELL)
        };
        tr!(locale, "review-entry-added", number = row.position, heading = heading(row), term = term)
    });
    let removed = changes
        .removed
        .iter()
        .map(|row| tr!(locale, "review-entry-removed", number = row.position, heading = heading(row)));
    clashes.chain(rewritten).chain(added).chain(removed).collect()
}

fn change(locale: Locale, change: &Change) -> Markup {
    let heading = words::short(&change.before.heading, words::IN_A_LIST);
    let head = tr!(locale, "review-entry-changed", number = change.before.position, heading = heading);
    change.parts().iter().fold(head, |text, (part, old, new)| {
        let (old, new) = (cell(locale, old), cell(locale, new));
        text.line(&tr!(locale, "review-entry-part", part = part_name(locale, *part), old = old, new = new))
    })
}

fn clash(locale: Locale, clash: &Clash) -> Markup {
    match clash {
        Clash::Cell { row, part, ours, theirs } => {
            let heading = words::short(&row.heading, words::IN_A_LIST);
            let (ours, theirs) = (cell(locale, ours), cell(locale, theirs));
            let head = tr!(locale, "review-clash", number = row.position, heading = heading);
            let part = part_name(locale, *part);
            head.line(&tr!(locale, "review-clash-cell", part = part, ours = ours, theirs = theirs))
        }
        Clash::Removed(row) => {
            let heading = words::short(&row.heading, words::IN_A_LIST);
            let head = tr!(locale, "review-clash", number = row.position, heading = heading);
            head.line(&tr!(locale, "review-clash-removed"))
        }
        Clash::Gone { heading } => {
            tr!(locale, "review-clash-gone", heading = words::short(heading, words::IN_A_LIST))
        }
    }
}

fn cell(locale: Locale, text: &str) -> String {
    if text.is_empty() { label!(locale, "review-entry-empty") } else { words::verbatim(&text.replace('\n', " "), CELL) }
}

fn part_name(locale: Locale, part: Part) -> String {
    label(locale, &format!("review-column-{part}"), &[])
}

/// Entries gathered into pages that fit a message.
fn pages(entries: Vec<Markup>) -> Vec<Markup> {
    let mut pages: Vec<Markup> = Vec::new();
    let mut of_one_line = false;
    for entry in entries {
        let both = of_one_line && !entry.as_html().contains('\n');
        of_one_line = !entry.as_html().contains('\n');
        match pages.last_mut() {
            Some(page) if page.shown_len() + entry.shown_len() < PAGE_CHARS => {
                let above = std::mem::take(page);
                *page = if both { above.line(&entry) } else { above.paragraph(&entry) };
            }
            _ => pages.push(entry),
        }
    }
    pages
}

/// «Применить», if what is applied is what was shown.
pub(super) async fn accept(talk: &mut Talk<'_>, place: &RoadMapPlace, stamp: u32) -> anyhow::Result<Turn> {
    let RoadMapPlace::Review { step: ReviewPlace::Changes { of: ChangesOf::Table, theirs, .. } } = place else {
        return Ok(Turn::stay());
    };
    let Some(Waiting { changes, .. }) = waiting(talk, ChangesOf::Table, *theirs).await? else {
        return Ok(Turn::stay());
    };
    if changes.stamp() != stamp {
        return Ok(Turn::hint(tr!(talk.locale, "review-changes-moved")));
    }
    let questions = days(talk, &changes).await?.questions;
    apply(talk, &changes, true).await?;
    forget(talk).await?;
    let (actor, year) = (talk.person()?.id, talk.organisation()?.school_year);
    audit::insert(talk.tx, Some(actor), ("road map corrected by a table", &year.0.to_string()), talk.now).await?;
    let (rewritten, added, removed) = (changes.changed.len(), changes.added.len(), changes.removed.len());
    let note = tr!(talk.locale, "review-changes-applied", changed = rewritten, added = added, removed = removed);
    let list = if questions > 0 { Rows::Asked } else { Rows::All };
    Ok(Turn::to(RoadMapPlace::Rows { list, page: 0 }).with_note(note))
}

async fn forget(talk: &mut Talk<'_>) -> anyhow::Result<()> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    road_map_tables::delete_correction(talk.tx, organisation, year).await
}

/// «Не менять».
pub(super) async fn discard(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    forget(talk).await?;
    Ok(Turn::to(RoadMapPlace::Rows { list: Rows::All, page: 0 }))
}
