//! One pair for the curator: who, how far, why, and what can be done.

use super::list::state_label;
use super::{PairsPlace, changed, find_own, put_to_both, to};
use crate::chat::matching::{Directory, reasons_text};
use crate::chat::{Action, Button, Screen, Talk, Turn, back, button};
use crate::domain::ids::PairId;
use crate::domain::pair::{Pair, PairState, ProgrammeEnd, Side, Stage};
use crate::domain::post::PostState;
use crate::label;
use crate::store::outbox;
use crate::store::pairs::PairRecord;
use crate::text::{Locale, Markup, dates};
use crate::tr;

pub(super) async fn show(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(record) = find_own(talk, id).await? else {
        return Ok(Screen::new(tr!(locale, "pair-gone")).row([back(locale, Action::Pairs)]));
    };
    let names = Directory::read(talk).await?;
    let pair = &record.pair;
    let text = tr!(
        locale,
        "pair-card",
        mentor = names.full(pair.mentor),
        mentee = names.full(pair.mentee),
        state = state_label(locale, pair.state())
    );
    let text = text.paragraph(&history(talk, &record)).paragraph(&reasons_text(locale, &record.factors));
    let troubled = match record.announced {
        PostState::Unknown | PostState::Failed => outbox::find_by_key(talk.tx, &record.announcement).await?,
        _ => None,
    };
    let trouble = troubled.map(|row| trouble_buttons(locale, row.id)).unwrap_or_default();
    let list = back(locale, Action::PairsList { state: pair.state(), page: 0 });
    Ok(Screen::new(text)
        .row(trouble)
        .row(buttons(locale, &record))
        .row(horizon(talk, &record))
        .row([list].into_iter().chain(forward(locale, &record))))
}

fn trouble_buttons(locale: Locale, row: i64) -> Vec<Button> {
    let outbox = row.into();
    vec![
        button(label!(locale, "button-trouble-out"), Action::PairsTroubleSettle { outbox }),
        button(label!(locale, "button-trouble-again"), Action::PairsTroubleAgain { outbox }),
    ]
}

fn buttons(locale: Locale, record: &PairRecord) -> Vec<Button> {
    let pair = record.pair.id;
    let dissolve = || button(label!(locale, "button-pair-dissolve"), Action::PairDissolve { pair });
    match record.pair.state() {
        PairState::Proposed | PairState::Agreed | PairState::Ordered => vec![dissolve()],
        PairState::Active => {
            let complete = label!(locale, "button-pair-complete");
            vec![dissolve(), button(complete, Action::PairComplete { pair })]
        }
        PairState::Declined | PairState::Expired => {
            let again = Action::PairAskAgain { pair, version: record.version };
            vec![button(label!(locale, "button-pair-again"), again)]
        }
        PairState::Completed | PairState::Dissolved => Vec::new(),
    }
}

/// «Завершение: 31 мая»: the planned end of an official pair, and the way to change it.
fn horizon(talk: &Talk<'_>, record: &PairRecord) -> Option<Button> {
    let ProgrammeEnd::Planned(day) = record.pair.programme_end(record.year)? else {
        return None;
    };
    let label = label!(talk.locale, "button-pair-horizon", day = dates::day(talk.locale, day, talk.today()));
    Some(button(label, Action::PairHorizon { pair: record.pair.id }))
}

/// The next step, at the bottom right.
fn forward(locale: Locale, record: &PairRecord) -> Option<Button> {
    let pair = record.pair.id;
    match record.pair.state() {
        PairState::Agreed => Some(button(label!(locale, "button-pair-order"), Action::PairOrder { pair })),
        PairState::Declined | PairState::Expired | PairState::Dissolved => {
            Some(button(label!(locale, "button-pairs-other"), Action::Matching))
        }
        _ => None,
    }
}

/// What has happened, a line for each step.
fn history(talk: &Talk<'_>, record: &PairRecord) -> Markup {
    let locale = talk.locale;
    let pair = &record.pair;
    let today = talk.today();
    let mut lines = tr!(locale, "pair-asked", day = dates::day(locale, pair.asked_on, today));
    for (side, at) in [(Side::Mentor, pair.mentor_agreed_at), (Side::Mentee, pair.mentee_agreed_at)] {
        let who = side_label(locale, side);
        let line = match at {
            Some(at) => tr!(locale, "pair-agreed-on", who = who, when = moment(talk, at)),
            None if pair.stage == Stage::Proposed => tr!(locale, "pair-awaited", who = who),
            None => continue,
        };
        lines = lines.line(&line);
    }
    lines.line(&stage_line(talk, pair)).line(&announced_line(locale, record))
}

pub(super) fn side_label(locale: Locale, side: Side) -> String {
    crate::text::label(locale, &format!("pair-side-{side}"), &[])
}

pub(super) fn moment(talk: &Talk<'_>, at: chrono::DateTime<chrono::Utc>) -> String {
    let zone = talk.organisation.as_ref().map_or(chrono_tz::UTC, |organisation| organisation.zone);
    dates::moment(talk.locale, at, zone, talk.today())
}

fn stage_line(talk: &Talk<'_>, pair: &Pair) -> Markup {
    let locale = talk.locale;
    let day = |day| dates::day(locale, day, talk.today());
    let order_line =
        |order: &crate::domain::pair::Order| tr!(locale, "pair-order", number = &order.number, day = day(order.date));
    match &pair.stage {
        Stage::Proposed | Stage::Agreed => Markup::default(),
        Stage::Ordered { order } => order_line(order),
        Stage::Active { order, since } => order_line(order).line(&tr!(locale, "pair-since", day = day(*since))),
        Stage::Completed { order, on } => order_line(order).line(&tr!(locale, "pair-completed", day = day(*on))),
        Stage::Declined { by, at } => {
            tr!(locale, "pair-declined", who = side_label(locale, *by), when = moment(talk, *at))
        }
        Stage::Expired { on } => tr!(locale, "pair-expired", day = day(*on)),
        Stage::Dissolved { reason, on, order } => {
            let why = crate::text::label(locale, &format!("pair-dissolve-{reason}"), &[]);
            let line = tr!(locale, "pair-dissolved", day = day(*on), why = why);
            order.as_ref().map_or_else(Markup::default, order_line).line(&line)
        }
    }
}

fn announced_line(locale: Locale, record: &PairRecord) -> Markup {
    match record.announced {
        PostState::Published => tr!(locale, "pair-announced"),
        PostState::Scheduled => tr!(locale, "pair-announcing"),
        PostState::Unknown => tr!(locale, "pair-announced-unknown"),
        PostState::Failed => tr!(locale, "pair-announced-failed"),
        PostState::Draft | PostState::Dropped if record.pair.state() == PairState::Active => {
            tr!(locale, "pair-not-announced")
        }
        PostState::Draft | PostState::Dropped => Markup::default(),
    }
}

/// Asks the two once more who said no, or nothing, the first time: a new pair, so that the history stays.
pub(super) async fn ask_again(talk: &mut Talk<'_>, (id, seen): (PairId, i64)) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let Some(record) = find_own(talk, id).await?.filter(|record| record.version == seen) else {
        return Ok(changed(talk, id));
    };
    if !matches!(record.pair.state(), PairState::Declined | PairState::Expired) {
        return Ok(changed(talk, id));
    }
    let again = PairId(talk.tx.next_id(talk.now));
    let asked_on = talk.heard_on().await?;
    let pair = Pair::propose(again, record.pair.mentor, record.pair.mentee, asked_on);
    if !put_to_both(talk, &pair, &record.factors).await? {
        return Ok(Turn::hint(tr!(locale, "pair-again-busy")));
    }
    Ok(to(PairsPlace::Card { pair: again }).with_toast(label!(locale, "pair-again-done")))
}
