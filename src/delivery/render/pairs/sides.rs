//! To the two: would you be a pair, it is official, it is over.

use super::super::{Facts, Rendered, words};
use super::know;
use crate::chat::{Action, Screen, button};
use crate::domain::ids::PairId;
use crate::domain::pair::{AnswerPolicy, Side, Stage};
use crate::text::{Markup, dates, reasons};
use crate::{label, tr};

/// Would you be a pair? Nothing once this side has answered or nobody waits any more.
pub(in crate::delivery::render) async fn asked(
    facts: &mut Facts<'_>,
    (id, side): (PairId, Side),
    again: bool,
) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let pair = &known.record.pair;
    if !pair.awaited().contains(&side) {
        return Ok(None);
    }
    let partner = known.partner(side);
    let mut text = match side {
        Side::Mentor => tr!(locale, "notice-pair-asked-mentor", name = partner),
        Side::Mentee => tr!(locale, "notice-pair-asked-mentee", name = partner),
    };
    if again {
        text = tr!(locale, "notice-pair-nudged").paragraph(&text);
    }
    let why = reasons::reasons_for(locale, side, &known.record.factors);
    if !why.is_empty() {
        let points =
            why.iter().fold(Markup::default(), |all, line| all.line(&tr!(locale, "matching-point", text = line)));
        text = text.paragraph(&tr!(locale, "notice-pair-why").line(&points));
    }
    let last = AnswerPolicy::default().expires_on(pair.asked_on).pred_opt();
    let today = known.organisation.today(facts.now);
    let until = last.map(|last| dates::on_weekday(locale, last, today)).unwrap_or_default();
    text = text.paragraph(&tr!(locale, "notice-pair-until", day = until));
    let screen = Screen::new(text).row([
        button(label!(locale, "button-pair-no"), Action::PairNo { pair: id }),
        button(label!(locale, "button-pair-yes"), Action::PairYes { pair: id }),
    ]);
    Ok(Some((screen.into_sheet(0), None)))
}

/// To one side: nothing comes of the pair, or it has ended.
pub(in crate::delivery::render) async fn over(
    facts: &mut Facts<'_>,
    (id, side): (PairId, Side),
) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let partner = known.partner(side);
    Ok(match known.record.pair.stage {
        Stage::Declined { .. } | Stage::Expired { .. } | Stage::Dissolved { order: None, .. } => {
            Some(words(tr!(locale, "notice-pair-off", name = partner)))
        }
        Stage::Dissolved { order: Some(_), .. } => Some(words(tr!(locale, "notice-pair-dissolved", name = partner))),
        Stage::Completed { .. } => Some(words(tr!(locale, "notice-pair-completed", name = partner))),
        _ => None,
    })
}

/// To each side: the pair is official.
pub(in crate::delivery::render) async fn official(
    facts: &mut Facts<'_>,
    (id, side): (PairId, Side),
) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let (Stage::Ordered { order } | Stage::Active { order, .. }) = &known.record.pair.stage else {
        return Ok(None);
    };
    let partner = known.partner(side);
    let day = dates::full(locale, order.date);
    let number = &order.number;
    let text = match side {
        Side::Mentor => {
            tr!(locale, "notice-pair-official-mentor", name = partner, number = number, day = day)
        }
        Side::Mentee => {
            tr!(locale, "notice-pair-official-mentee", name = partner, number = number, day = day)
        }
    };
    let mine = button(label!(locale, "menu-my-pair"), Action::MyPairs);
    Ok(Some((Screen::new(text).row([mine]).into_sheet(0), None)))
}
