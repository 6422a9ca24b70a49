//! What has happened since the last morning: pairs, consents, rows that came back, what waits for the curator.

use super::super::{municipality, pairs, personal_data, rows};
use super::{Day, Facts};
use crate::chat::{Action, Button, button};
use crate::domain::ids::PairId;
use crate::domain::notice::Notice;
use crate::domain::reminder::LineKind;
use crate::label;
use crate::store::digest_lines::WaitingLine;
use crate::text::{Key, Locale, Markup, Sheet};
use std::collections::BTreeSet;

/// The longest message, in characters: a messenger takes 4096.
const ROOM: usize = 3_400;

/// The news in a message.
#[derive(Default)]
pub(super) struct News {
    pub(super) text: Markup,
    /// Where the curator does what follows.
    pub(super) buttons: Vec<Button>,
    /// The answers to a question that still waits.
    pub(super) keys: Vec<Vec<Key>>,
    /// Lines for which there was no room: they wait for the next message.
    pub(super) left: BTreeSet<i64>,
}

/// What the lines call for.
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
    /// The desk is spoken of once, whatever came to it on however many days.
    desk_said: bool,
}

pub(super) async fn part(facts: &mut Facts<'_>, day: &Day, above: &Markup) -> anyhow::Result<News> {
    let (mut news, mut calls) = (News::default(), Calls::default());
    for one in &day.lines {
        if one.line.kind == LineKind::Desk && calls.desk_said {
            continue;
        }
        let Some(said) = say(facts, one).await? else {
            continue;
        };
        if above.shown_len() + news.text.shown_len() + said.text.shown_len() > ROOM {
            news.left.insert(one.id);
            continue;
        }
        match one.line.kind {
            LineKind::PairAgreed => calls.agreed = true,
            LineKind::PairDeclined | LineKind::PairSilent => drop(calls.open.insert(PairId(one.line.subject))),
            LineKind::PairNudged => calls.questions.push(said.keyboard),
            LineKind::RowReopened | LineKind::RowGiven => calls.openings.push(said.keyboard),
            LineKind::Desk => (calls.desk, calls.desk_said) = (said.keyboard, true),
            _ => {}
        }
        let is_short = calls_curator(one.line.kind);
        news.text = if is_short { news.text.line(&said.text) } else { news.text.paragraph(&said.text) };
    }
    news.buttons = buttons(facts, day, &calls).await?;
    if let [question] = calls.questions.as_slice() {
        news.keys.clone_from(question);
    }
    // Rows that came are in the list anyway; one alone is opened from here.
    if let [opening] = calls.openings.as_slice() {
        news.keys.extend(opening.iter().cloned());
    }
    // «Готово: 1» and «Закрыть: 1» under one message could not be told apart: then all of it is one tap away.
    let whole = calls.desk.len().saturating_sub(1);
    let skipped = if day.mine().is_empty() { 0 } else { whole };
    news.keys.extend(calls.desk.into_iter().skip(skipped));
    Ok(news)
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
        Some(Notice::Desk { person, .. }) => rows::desk(facts, person).await?,
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
