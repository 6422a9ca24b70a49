//! A pair ends: dissolved before its time, or completed.

use super::{PairsPlace, card, changed, find_own, tell_over, to};
use crate::chat::matching::Directory;
use crate::chat::{Action, Screen, Talk, Turn, button};
use crate::domain::ids::PairId;
use crate::domain::pair::{DissolveReason, Pair, PairError, Side};
use crate::label;
use crate::store::{audit, pairs};
use crate::text::Locale;
use crate::tr;

fn reason_label(locale: Locale, reason: DissolveReason) -> String {
    crate::text::label(locale, &format!("pair-dissolve-{reason}"), &[])
}

/// Why is it dissolved?
pub(super) async fn show_reasons(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(record) = find_own(talk, id).await?.filter(|record| record.pair.state().is_open()) else {
        return card::show(talk, id).await;
    };
    let names = Directory::read(talk).await?;
    let couple = names.couple(record.pair.mentor, record.pair.mentee);
    let reasons = DissolveReason::ALL.iter().map(|reason| {
        let action = Action::PairDissolveWhy { pair: id, reason: *reason };
        button(reason_label(locale, *reason), action)
    });
    let keep = button(label!(locale, "button-pair-keep"), Action::PairCard { pair: id });
    Ok(Screen::new(tr!(locale, "pair-dissolve-ask", couple = couple)).grid(1, reasons).row([keep]))
}

pub(super) async fn show_dissolve(talk: &mut Talk<'_>, id: PairId, reason: DissolveReason) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(record) = find_own(talk, id).await?.filter(|record| record.pair.state().is_open()) else {
        return card::show(talk, id).await;
    };
    let names = Directory::read(talk).await?;
    let couple = names.couple(record.pair.mentor, record.pair.mentee);
    let why = reason_label(locale, reason);
    let mut text = tr!(locale, "pair-dissolve-sure-ask", couple = couple, why = why);
    if matches!(reason, DissolveReason::MentorRefused | DissolveReason::EmployerCancelled) {
        text = text.paragraph(&tr!(locale, "pair-dissolve-law"));
    }
    let version = record.version;
    Ok(Screen::new(text).row([
        button(label!(locale, "button-pair-keep"), Action::PairCard { pair: id }),
        button(label!(locale, "button-pair-dissolve-sure"), Action::PairDissolveSure { pair: id, reason, version }),
    ]))
}

pub(super) async fn show_complete(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(record) = find_own(talk, id).await? else {
        return card::show(talk, id).await;
    };
    let names = Directory::read(talk).await?;
    let couple = names.couple(record.pair.mentor, record.pair.mentee);
    let version = record.version;
    Ok(Screen::new(tr!(locale, "pair-complete-ask", couple = couple)).row([
        button(label!(locale, "button-pair-keep"), Action::PairCard { pair: id }),
        button(label!(locale, "button-pair-complete-sure"), Action::PairCompleteSure { pair: id, version }),
    ]))
}

pub(super) async fn dissolve(
    talk: &mut Talk<'_>,
    place: (PairId, i64),
    reason: DissolveReason,
) -> anyhow::Result<Turn> {
    let today = talk.today();
    let act = format!("pair dissolved: {reason}");
    end(talk, place, &act, |pair| pair.dissolve(reason, today)).await
}

pub(super) async fn complete(talk: &mut Talk<'_>, place: (PairId, i64)) -> anyhow::Result<Turn> {
    let today = talk.today();
    end(talk, place, "pair completed", |pair| pair.complete(today)).await
}

/// Ends a pair whose card the curator saw as it is, and tells both.
async fn end(
    talk: &mut Talk<'_>,
    (id, seen): (PairId, i64),
    act: &str,
    step: impl FnOnce(Pair) -> Result<Pair, PairError>,
) -> anyhow::Result<Turn> {
    let Some(record) = find_own(talk, id).await?.filter(|record| record.version == seen) else {
        return Ok(changed(talk, id));
    };
    let year = record.year;
    let Ok(pair) = step(record.pair) else {
        return Ok(changed(talk, id));
    };
    if !pairs::save(talk.tx, &pair, seen, talk.now).await? {
        return Ok(changed(talk, id));
    }
    super::replan(talk, year).await?;
    for side in Side::ALL.iter().copied() {
        tell_over(talk, &pair, side).await?;
    }
    let by = talk.person()?.id;
    audit::insert(talk.tx, Some(by), (act, &id.to_string()), talk.now).await?;
    Ok(to(PairsPlace::Card { pair: id }))
}
