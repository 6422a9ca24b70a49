//! «Выполнено»: what kind of evidence, the evidence, a look at it, done. «Просто сделано» needs no look.

use super::place::EvidencePlace as Place;
use super::place::{EvidenceStep, Target};
use super::words::evidence_in_words;
use super::{already_done, checklist, list_with, not_yours, own};
use crate::chat::road_map::words;
use crate::chat::screen::{Button, back, button};
use crate::chat::{Action, Screen, State, Talk, Turn, Typed};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::ids::OccurrenceId;
use crate::domain::roadmap::activity::{Activity, item_mark};
use crate::store::occurrences::Occurrence;
use crate::store::{closing, evidence, occurrences};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::NaiveDate;

/// The counts that have a button; others are typed.
const COUNTS: std::ops::RangeInclusive<u32> = 1..=10;

/// Starts on the row, unless it is closed already.
pub(super) async fn begin(talk: &mut Talk<'_>, (id, version): (OccurrenceId, i64)) -> anyhow::Result<Turn> {
    let Some((occurrence, _)) = own(talk, id).await? else {
        return Ok(Turn::to(Place::Mine { page: 0 }).with_toast(label!(talk.locale, "toast-row-gone")));
    };
    if !occurrence.is_open() {
        let toast = already_done(talk, &occurrence)?;
        return Ok(Turn::to(Place::Card { occurrence: id }).with_toast(toast));
    }
    if occurrence.version != version {
        return Ok(Turn::to(Place::Card { occurrence: id }));
    }
    Ok(choosing(Target { occurrence: id, version, item: Typed::default() }))
}

/// Starts on the sub-item whose words have this mark; on one that is ticked off already takes the tick back.
pub(super) async fn begin_item(talk: &mut Talk<'_>, (id, item): (OccurrenceId, u32)) -> anyhow::Result<Turn> {
    let Some((occurrence, row)) = own(talk, id).await? else {
        return Ok(Turn::to(State::Home));
    };
    if !occurrence.is_open() {
        return Ok(Turn::to(Place::Card { occurrence: id }));
    }
    let version = occurrence.version;
    let Some(words) = row.items.iter().find(|words| item_mark(words) == item).cloned() else {
        return Ok(other_items(talk, &occurrence));
    };
    let given = evidence::list(talk.tx, id).await?;
    if given.iter().any(|given| given.item == words) {
        evidence::withdraw_item(talk.tx, (id, &words), talk.now).await?;
        let whole = Target { occurrence: id, version, item: Typed::default() };
        return Ok(choosing(whole).with_note(tr!(talk.locale, "item-unticked")));
    }
    Ok(choosing(Target { occurrence: id, version, item: Typed(words) }))
}

/// One more piece of evidence for what is done.
pub(super) async fn more(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Turn> {
    Ok(match own(talk, id).await? {
        Some((one, _)) => choosing(Target { occurrence: id, version: one.version, item: Typed::default() }),
        None => Turn::to(State::Home),
    })
}

/// The item is not there any more: the checklist was rewritten while it was looked at.
fn other_items(talk: &Talk<'_>, one: &Occurrence) -> Turn {
    let whole = Target { occurrence: one.id, version: one.version, item: Typed::default() };
    choosing(whole).with_toast(label!(talk.locale, "toast-items-changed"))
}

fn choosing(target: Target) -> Turn {
    Turn::to(Place::Give { target, step: EvidenceStep::Choose })
}

pub(super) async fn show(talk: &mut Talk<'_>, target: &Target, step: EvidenceStep) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((occurrence, row)) = own(talk, target.occurrence).await? else {
        return Ok(not_yours(talk));
    };
    let back = back(locale, Action::EvidenceBack);
    let about = if target.item.0.is_empty() { &row.heading } else { &target.item.0 };
    let heading = Markup::plain(&words::short(about, 200)).bold();
    let ask = |sentence: Markup| Screen::new(heading.clone().paragraph(&sentence));
    Ok(match step {
        EvidenceStep::Choose if target.item.0.is_empty() && occurrence.is_open() => {
            choose_for_row(talk, (&occurrence, &row)).await?
        }
        EvidenceStep::Choose => {
            let text = heading.paragraph(&tr!(locale, "evidence-choose"));
            let done = occurrence.is_open().then(|| done(label!(locale, "button-give-done")));
            Screen::new(text).grid(2, kinds(locale)).row([count(locale)]).row([back].into_iter().chain(done))
        }
        EvidenceStep::Order => ask(tr!(locale, "evidence-ask-order")).row([back]),
        EvidenceStep::OrderDay { number } => {
            let today = talk.today();
            let yesterday = today.pred_opt().unwrap_or(today);
            ask(tr!(locale, "evidence-ask-day", number = &number.0))
                .row([
                    button(label!(locale, "button-yesterday"), Action::EvidenceDay { day: yesterday }),
                    button(label!(locale, "button-today"), Action::EvidenceDay { day: today }),
                ])
                .row([back])
        }
        EvidenceStep::File => ask(tr!(locale, "evidence-ask-file")).row([back]),
        EvidenceStep::Link => ask(tr!(locale, "evidence-ask-link")).row([back]),
        EvidenceStep::Text => ask(tr!(locale, "evidence-ask-text")).row([back]),
        EvidenceStep::Count => {
            let numbers = COUNTS.map(|count| button(count.to_string(), Action::EvidenceCount { count }));
            ask(tr!(locale, "evidence-ask-count")).grid(5, numbers).row([back])
        }
        EvidenceStep::Check { evidence } => {
            let shown = heading.paragraph(&evidence_in_words(locale, &evidence));
            Screen::new(shown.paragraph(&tr!(locale, "evidence-check")))
                .row([back, button(label!(locale, "button-evidence-save"), Action::EvidenceSave)])
        }
    })
}

/// The whole row: its checklist, every way to show that it is done, and the two ways not to do it now.
async fn choose_for_row(talk: &mut Talk<'_>, (one, row): (&Occurrence, &Activity)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let given = evidence::list(talk.tx, one.id).await?;
    let due = words::due_in_words(locale, one.due, talk.today());
    let mut text = checklist::row_text(row, &given).paragraph(&tr!(locale, "occurrence-due", due = due));
    if !row.result.is_empty() {
        text = text.line(&tr!(locale, "road-map-card-result", result = words::short(&row.result, 400)));
    }
    let (steps, all_steps) = super::steps::block(talk, (row.id, Some(one.id))).await?;
    text = text.paragraph(&super::standing::lines(talk, (one, row)).await?).paragraph(&steps);
    let (choose, whole) = if row.items.is_empty() {
        (tr!(locale, "evidence-choose"), label!(locale, "button-give-done"))
    } else {
        (tr!(locale, "evidence-choose-items"), label!(locale, "button-give-whole"))
    };
    // A curator who looks at somebody else's row is never reminded of it, and has nothing to give away.
    let (later, not_mine) = if super::is_to_do(talk, (one, row)).await? {
        let later = button(label!(locale, "button-remind-later"), Action::Later { occurrence: one.id });
        (Some(later), button(label!(locale, "button-not-mine"), Action::NotMine { occurrence: one.id }))
    } else {
        (None, button(label!(locale, "button-pass-on"), Action::PassOn { occurrence: one.id, page: 0 }))
    };
    Ok(Screen::new(text.paragraph(&choose))
        .grid(4, checklist::buttons((one, row), &given))
        .grid(2, kinds(locale))
        .row([count(locale)].into_iter().chain(later))
        .row([not_mine].into_iter().chain(all_steps))
        .row([back(locale, Action::EvidenceBack), done(whole)]))
}

/// The four ways to show that a row is done; a photo is taken wherever a file is.
const CHOICES: [EvidenceKind; 4] = [EvidenceKind::Order, EvidenceKind::File, EvidenceKind::Link, EvidenceKind::Text];

fn kinds(locale: Locale) -> impl Iterator<Item = Button> {
    CHOICES.into_iter().map(move |kind| {
        let label = crate::text::label(locale, &format!("button-give-{kind}"), &[]);
        button(label, Action::EvidenceGive { kind })
    })
}

fn count(locale: Locale) -> Button {
    button(label!(locale, "button-give-count"), Action::EvidenceGive { kind: EvidenceKind::Count })
}

/// From a reminder to «done» in two taps: this is the second.
fn done(label: String) -> Button {
    button(label, Action::EvidenceGive { kind: EvidenceKind::Done })
}

pub(super) async fn choose(talk: &mut Talk<'_>, place: Place, kind: EvidenceKind) -> anyhow::Result<Turn> {
    let Place::Give { target, .. } = place else {
        return Ok(Turn::stay());
    };
    let step = match kind {
        EvidenceKind::Order => EvidenceStep::Order,
        EvidenceKind::File | EvidenceKind::Photo => EvidenceStep::File,
        EvidenceKind::Link => EvidenceStep::Link,
        EvidenceKind::Text => EvidenceStep::Text,
        EvidenceKind::Count => EvidenceStep::Count,
        EvidenceKind::Done => return keep(talk, target, Evidence::done()).await,
        // Only the bot itself gives what it knows.
        EvidenceKind::Bot => return Ok(Turn::stay()),
    };
    Ok(Turn::to(Place::Give { target, step }))
}

/// The order's day, by a button.
pub(super) fn dated(place: Place, day: NaiveDate) -> Turn {
    match place {
        Place::Give { target, step: EvidenceStep::OrderDay { number } } => {
            check(target, Evidence::order(number.0, day))
        }
        other => Turn::to(other),
    }
}

/// How many, by a button.
pub(super) async fn counted(talk: &mut Talk<'_>, place: Place, count: u32) -> anyhow::Result<Turn> {
    match place {
        Place::Give { target, step: EvidenceStep::Count } => keep(talk, target, Evidence::count(count)).await,
        other => Ok(Turn::to(other)),
    }
}

pub(super) fn check(target: Target, evidence: Evidence) -> Turn {
    Turn::to(Place::Give { target, step: EvidenceStep::Check { evidence } })
}

/// «Да, выполнено».
pub(super) async fn save(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    match place {
        Place::Give { target, step: EvidenceStep::Check { evidence } } => keep(talk, target, evidence).await,
        _ => Ok(Turn::stay()),
    }
}

/// Keeps the evidence: for a sub-item, for the row, or beside what closed the row before. Of two devices the first one
/// closes, the second is told.
async fn keep(talk: &mut Talk<'_>, target: Target, given: Evidence) -> anyhow::Result<Turn> {
    let id = target.occurrence;
    let by = talk.person()?.id;
    let Some((occurrence, row)) = own(talk, id).await? else {
        return Ok(Turn::to(State::Home));
    };
    if !target.item.0.is_empty() {
        return keep_for_item(talk, (&occurrence, &row), &target.item.0, given).await;
    }
    if !occurrence.is_open() && occurrence.version == target.version {
        evidence::insert(talk.tx, (id, ""), &given, Some(by), talk.now).await?;
        return Ok(Turn::to(Place::Card { occurrence: id }).with_note(tr!(talk.locale, "evidence-added")));
    }
    if !occurrences::close(talk.tx, (id, target.version), Some(by), talk.now).await? {
        let next = Turn::to(Place::Card { occurrence: id });
        return Ok(if occurrence.is_open() { next } else { next.with_toast(already_done(talk, &occurrence)?) });
    }
    evidence::insert(talk.tx, (id, ""), &given, Some(by), talk.now).await?;
    let note = tr!(talk.locale, "evidence-saved");
    Ok(list_with(talk, id).await?.with_note(note))
}

async fn keep_for_item(
    talk: &mut Talk<'_>,
    (one, row): (&Occurrence, &Activity),
    item: &str,
    given: Evidence,
) -> anyhow::Result<Turn> {
    if !one.is_open() {
        return Ok(Turn::to(Place::Card { occurrence: one.id }).with_toast(already_done(talk, one)?));
    }
    if !row.items.iter().any(|words| words == item) {
        return Ok(other_items(talk, one));
    }
    let by = talk.person()?.id;
    evidence::withdraw_item(talk.tx, (one.id, item), talk.now).await?;
    evidence::insert(talk.tx, (one.id, item), &given, Some(by), talk.now).await?;
    if closing::close_if_ticked(talk.tx, row, one.id, talk.now).await? {
        return Ok(list_with(talk, one.id).await?.with_note(tr!(talk.locale, "items-all-ticked")));
    }
    let whole = Target { occurrence: one.id, version: one.version, item: Typed::default() };
    Ok(choosing(whole).with_note(tr!(talk.locale, "item-ticked")))
}
