//! What has happened since the last morning: pairs, consents, rows that came back, what waits for the curator.

use super::super::{municipality, pairs, personal_data, rows};
use super::part::GAP;
use super::{Day, Facts, ROOM};
use crate::chat::{Action, Button, button};
use crate::domain::ids::PairId;
use crate::domain::notice::Notice;
use crate::domain::reminder::LineKind;
use crate::label;
use crate::store::digest_lines::WaitingLine;
use crate::text::{Key, Locale, Markup, Sheet};
use std::collections::BTreeSet;

/// What the news may take of a message that is full, in UTF-16 units; the oldest piece always has room.
const RESERVE: usize = 1_300;
/// The same of what waits for the curator's word: the rest is one tap away.
const DESK: usize = 1_200;

/// A piece of news in words.
pub(super) struct Item {
    kind: LineKind,
    subject: i64,
    /// The lines of the record that it tells.
    lines: BTreeSet<i64>,
    sheet: Sheet,
}

/// The news of a message.
#[derive(Default)]
pub(super) struct Placed {
    pub(super) text: Markup,
    pub(super) shown: Vec<Item>,
    /// Lines for which there was no room: they wait for the next message.
    pub(super) left: BTreeSet<i64>,
}

/// What stands below the news.
#[derive(Default)]
pub(super) struct Below {
    /// Where the curator does what follows.
    pub(super) buttons: Vec<Button>,
    /// The answers to a question that still waits.
    pub(super) keys: Vec<Vec<Key>>,
}

/// What still is news, the oldest first, and the lines that cannot be put into words now: they wait, and the rest of
/// the message goes out. The desk is spoken of once, whatever came to it on however many days.
pub(super) async fn gather(facts: &mut Facts<'_>, day: &Day) -> (Vec<Item>, BTreeSet<i64>) {
    let (mut items, mut unsaid): (Vec<Item>, _) = (Vec::new(), BTreeSet::new());
    for one in &day.lines {
        let (kind, subject) = (one.line.kind, one.line.subject);
        let said = items.iter_mut().find(|item| kind == LineKind::Desk && item.kind == kind);
        if let Some(said) = said {
            said.lines.insert(one.id);
            continue;
        }
        match say(facts, one).await {
            Ok(Some(sheet)) => items.push(Item { kind, subject, lines: BTreeSet::from([one.id]), sheet }),
            Ok(None) => {}
            Err(error) => {
                tracing::error!(line = one.id, error = format!("{error:#}"), "a line cannot be put into words");
                unsaid.insert(one.id);
            }
        }
    }
    (items, unsaid)
}

/// How much of a message has to be kept for the news.
pub(super) fn reserve(news: &[Item]) -> usize {
    let length = |item: &Item| item.sheet.text.shown_len() + GAP;
    let all: usize = news.iter().map(length).sum();
    all.min(news.first().map_or(0, length).max(RESERVE))
}

/// Puts news below what is above them, as far as there is room.
pub(super) fn place(news: Vec<Item>, above: &Markup) -> Placed {
    let mut placed = Placed::default();
    let above = above.shown_len() + GAP;
    for item in news {
        if above + placed.text.shown_len() + GAP + item.sheet.text.shown_len() > ROOM {
            placed.left.extend(item.lines);
            continue;
        }
        let text = &item.sheet.text;
        let is_short = calls_curator(item.kind);
        placed.text = if is_short { placed.text.line(text) } else { placed.text.paragraph(text) };
        placed.shown.push(item);
    }
    placed
}

impl Placed {
    /// The lines that are told.
    pub(super) fn told(&self) -> BTreeSet<i64> {
        self.shown.iter().flat_map(|item| item.lines.iter().copied()).collect()
    }
}

/// The buttons below the news; `beside_rows` where the message has rows with buttons of their own.
pub(super) async fn below(
    facts: &mut Facts<'_>,
    day: &Day,
    shown: Vec<Item>,
    beside_rows: bool,
) -> anyhow::Result<Below> {
    let mut calls = Calls::default();
    for item in shown {
        match item.kind {
            LineKind::PairAgreed => calls.agreed = true,
            LineKind::PairDeclined | LineKind::PairSilent => drop(calls.open.insert(PairId(item.subject))),
            LineKind::PairNudged => calls.questions.push(item.sheet.keyboard),
            LineKind::RowReopened | LineKind::RowGiven => calls.openings.push(item.sheet.keyboard),
            LineKind::Desk => calls.desk = item.sheet.keyboard,
            _ => {}
        }
    }
    let mut below = Below { buttons: buttons(facts, day, &calls).await?, keys: Vec::new() };
    if let [question] = calls.questions.as_slice() {
        below.keys.clone_from(question);
    }
    // Rows that came are in the list anyway; one alone is opened from here.
    if let [opening] = calls.openings.as_slice() {
        below.keys.extend(opening.iter().cloned());
    }
    // «Готово: 1» and «Закрыть: 1» under one message could not be told apart: then all of it is one tap away.
    let whole = calls.desk.len().saturating_sub(1);
    below.keys.extend(calls.desk.into_iter().skip(if beside_rows { whole } else { 0 }));
    Ok(below)
}

/// What the news call for.
#[derive(Default)]
struct Calls {
    agreed: bool,
    /// Pairs that came to nothing, or may.
    open: BTreeSet<PairId>,
    questions: Vec<Vec<Vec<Key>>>,
    /// Where rows that came to this person are opened.
    openings: Vec<Vec<Vec<Key>>>,
    /// What the curator's desk is settled with; empty while there is nothing on it.
    desk: Vec<Vec<Key>>,
}

fn calls_curator(kind: LineKind) -> bool {
    matches!(kind, LineKind::PairAgreed | LineKind::PairDeclined | LineKind::PairSilent)
}

/// A line in words; `None` for lines about rows, and for what was settled meanwhile.
async fn say(facts: &mut Facts<'_>, one: &WaitingLine) -> anyhow::Result<Option<Sheet>> {
    let line = &one.line;
    let rendered = match Notice::of_line(line.kind, line.subject, &line.mark) {
        Some(Notice::PairNudged { pair, side }) => pairs::asked(facts, (pair, side), true).await?,
        Some(Notice::PairOver { pair, side }) => pairs::over(facts, (pair, side)).await?,
        Some(Notice::ConsentWithdrawn { person, kind }) => personal_data::withdrawn(facts, person, kind).await?,
        Some(Notice::RowReopened { occurrence }) => rows::reopened(facts, occurrence).await?,
        Some(Notice::RowGiven { handover }) => rows::given(facts, handover).await?,
        Some(Notice::RowTaken { handover }) => rows::settled(facts, handover).await?,
        Some(Notice::Desk { person, .. }) => rows::desk(facts, person, DESK).await?,
        Some(Notice::MemberJoined { organisation, centre }) => {
            municipality::joined(facts, organisation, centre).await?
        }
        Some(Notice::MemberLeft { organisation, centre }) => municipality::left(facts, organisation, centre).await?,
        Some(Notice::MemberRemoved { organisation, centre }) => {
            municipality::removed(facts, organisation, centre).await?
        }
        Some(_) if calls_curator(line.kind) => {
            let text = pairs::news(facts, line.kind, PairId(line.subject)).await?;
            return Ok((!text.is_empty()).then(|| Sheet { text, ..Sheet::default() }));
        }
        _ => None,
    };
    Ok(rendered.map(|(sheet, _)| sheet))
}

async fn buttons(facts: &mut Facts<'_>, day: &Day, calls: &Calls) -> anyhow::Result<Vec<Button>> {
    let locale: Locale = facts.locale;
    let mut buttons = Vec::new();
    if calls.agreed {
        let count = pairs::waiting_for_order(facts, &day.organisation).await?;
        buttons.push(button(label!(locale, "button-pairs-order", count = count), Action::PairsOrder));
    }
    if let (Some(pair), 1) = (calls.open.first(), calls.open.len()) {
        buttons.push(button(label!(locale, "button-pair-card"), Action::PairCard { pair: *pair }));
    }
    if !calls.open.is_empty() {
        buttons.push(button(label!(locale, "button-pairs-other"), Action::Matching));
    }
    // Two questions under one message could not be told apart: then they are answered on the card.
    if calls.questions.len() > 1 {
        buttons.push(button(label!(locale, "menu-my-pair"), Action::MyPairs));
    }
    Ok(buttons)
}
