//! To the curator: both agree, one said no, nobody answers.

use super::super::{Facts, Rendered};
use super::know;
use crate::chat::{Action, Screen, button};
use crate::domain::ids::PairId;
use crate::domain::pair::{AnswerPolicy, PairState, Side, Stage};
use crate::domain::reminder::LineKind;
use crate::store::organisations::Organisation;
use crate::store::pairs;
use crate::text::{Locale, Markup, Sheet, dates};
use crate::{label, tr};

/// To the curator: both agree, the order is next.
pub(in crate::delivery::render) async fn agreed(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    if known.record.pair.state() != PairState::Agreed {
        return Ok(None);
    }
    let waiting = waiting_for_order(facts, &known.organisation).await?;
    let text = tr!(locale, "notice-pair-agreed", couple = known.couple(), count = waiting);
    let order = button(label!(locale, "button-pairs-order", count = waiting), Action::PairsOrder);
    Ok(Some((Screen::new(text).row([order]).into_sheet(0), None)))
}

/// To the curator: one side said no.
pub(in crate::delivery::render) async fn declined(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let Stage::Declined { by, .. } = known.record.pair.stage else {
        return Ok(None);
    };
    let couple = known.couple();
    let text = match by {
        Side::Mentor => tr!(locale, "notice-pair-declined-mentor", couple = couple),
        Side::Mentee => tr!(locale, "notice-pair-declined-mentee", couple = couple),
    };
    Ok(Some((to_curator(locale, text, id), None)))
}

/// To the curator: no answer yet, or none in time.
pub(in crate::delivery::render) async fn silent(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let pair = &known.record.pair;
    let text = match pair.state() {
        PairState::Expired => tr!(locale, "notice-pair-expired", couple = known.couple()),
        PairState::Proposed => {
            let last = AnswerPolicy::default().expires_on(pair.asked_on).pred_opt();
            let today = known.organisation.today(facts.now);
            let day = last.map(|last| dates::on_weekday(locale, last, today)).unwrap_or_default();
            let (couple, who) = (known.couple(), known.silent());
            tr!(locale, "notice-pair-silent", couple = couple, who = who, day = day)
        }
        _ => return Ok(None),
    };
    Ok(Some((to_curator(locale, text, id), None)))
}

fn to_curator(locale: Locale, text: Markup, id: PairId) -> Sheet {
    let screen = Screen::new(text).row([
        button(label!(locale, "button-pair-card"), Action::PairCard { pair: id }),
        button(label!(locale, "button-pairs-other"), Action::Matching),
    ]);
    screen.into_sheet(0)
}

/// The same in one line, for a message that says several things; empty when it is settled.
pub(in crate::delivery::render) async fn news(
    facts: &mut Facts<'_>,
    kind: LineKind,
    id: PairId,
) -> anyhow::Result<Markup> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(Markup::default());
    };
    let (couple, pair) = (known.couple(), &known.record.pair);
    Ok(match (kind, &pair.stage) {
        (LineKind::PairAgreed, Stage::Agreed) => tr!(locale, "digest-pair-agreed", couple = couple),
        (LineKind::PairDeclined, Stage::Declined { by: Side::Mentor, .. }) => {
            tr!(locale, "digest-pair-declined-mentor", couple = couple)
        }
        (LineKind::PairDeclined, Stage::Declined { by: Side::Mentee, .. }) => {
            tr!(locale, "digest-pair-declined-mentee", couple = couple)
        }
        (LineKind::PairSilent, Stage::Proposed) => {
            tr!(locale, "digest-pair-silent", couple = couple, who = known.silent())
        }
        (LineKind::PairSilent, Stage::Expired { .. }) => tr!(locale, "digest-pair-expired", couple = couple),
        _ => Markup::default(),
    })
}

/// How many pairs wait for their order.
pub(in crate::delivery::render) async fn waiting_for_order(
    facts: &mut Facts<'_>,
    organisation: &Organisation,
) -> anyhow::Result<usize> {
    let all = pairs::list(facts.db, organisation.id, organisation.school_year).await?;
    Ok(all.iter().filter(|record| record.pair.state() == PairState::Agreed).count())
}
