//! «Согласен(на)» and «Не сейчас»: what the two sides press.

use super::{card::moment, find_own, other, side_of, tell_curators, tell_over};
use crate::chat::Talk;
use crate::chat::matching::Directory;
use crate::domain::ids::PairId;
use crate::domain::notice::Notice;
use crate::domain::pair::{Pair, PairState, Side, Stage};
use crate::store::pairs;
use crate::text::Markup;
use crate::tr;

/// The pair as the one who presses knows it: theirs, and how they stand in it. Others are told nothing (F26).
pub(super) async fn own_side(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Option<(pairs::PairRecord, Side)>> {
    let person = talk.person()?.id;
    let record = find_own(talk, id).await?;
    Ok(record.and_then(|record| side_of(&record.pair, person).map(|side| (record, side))))
}

/// A yes; returns what to tell. The second yes makes the pair agreed, and the curators hear of it.
pub(super) async fn agree(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let Some((record, side)) = own_side(talk, id).await? else {
        return Ok(tr!(locale, "pair-gone"));
    };
    if let Some(answered) = answered(talk, &record.pair, side) {
        return Ok(answered);
    }
    let pair = record.pair.agree(side, talk.now)?;
    if !pairs::save(talk.tx, &pair, record.version, talk.now).await? {
        anyhow::bail!("a pair changed while its unit of work held it");
    }
    let name = partner(talk, &pair, side).await?;
    if pair.state() != PairState::Agreed {
        return Ok(tr!(locale, "pair-yes", name = name));
    }
    let notice = Notice::PairAgreed { pair: id };
    tell_curators(talk, &format!("pair agreed:{id}"), &notice).await?;
    Ok(tr!(locale, "pair-yes-both", name = name))
}

/// A no; returns what to tell. The other side and the curators hear of it; nobody is asked why.
pub(super) async fn decline(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let Some((record, side)) = own_side(talk, id).await? else {
        return Ok(tr!(locale, "pair-gone"));
    };
    if let Some(answered) = answered(talk, &record.pair, side) {
        return Ok(answered);
    }
    let name = partner(talk, &record.pair, side).await?;
    say_no(talk, record, side).await?;
    Ok(tr!(locale, "pair-no", name = name))
}

/// The other one: the answer takes the place of the question, and somebody may have been asked twice.
pub(super) async fn partner(talk: &mut Talk<'_>, pair: &Pair, side: Side) -> anyhow::Result<String> {
    let names = Directory::read(talk).await?;
    Ok(names.full(pair.person(other(side))))
}

/// Keeps a no and tells whom it concerns.
pub(super) async fn say_no(talk: &mut Talk<'_>, record: pairs::PairRecord, side: Side) -> anyhow::Result<()> {
    let pair = record.pair.decline(side, talk.now)?;
    if !pairs::save(talk.tx, &pair, record.version, talk.now).await? {
        anyhow::bail!("a pair changed while its unit of work held it");
    }
    tell_over(talk, &pair, other(side)).await?;
    let notice = Notice::PairDeclined { pair: pair.id };
    tell_curators(talk, &format!("pair declined:{}", pair.id), &notice).await
}

/// What to say to a press that comes when there is nothing to answer any more (F23, F25).
fn answered(talk: &Talk<'_>, pair: &Pair, side: Side) -> Option<Markup> {
    let locale = talk.locale;
    let agreed_at = match side {
        Side::Mentor => pair.mentor_agreed_at,
        Side::Mentee => pair.mentee_agreed_at,
    };
    match &pair.stage {
        Stage::Proposed | Stage::Agreed => {
            agreed_at.map(|at| tr!(locale, "pair-answered-yes", when = moment(talk, at)))
        }
        Stage::Declined { by, at } if *by == side => Some(tr!(locale, "pair-answered-no", when = moment(talk, *at))),
        Stage::Declined { .. } | Stage::Expired { .. } | Stage::Dissolved { .. } => {
            Some(tr!(locale, "pair-answer-late"))
        }
        Stage::Ordered { .. } | Stage::Active { .. } | Stage::Completed { .. } => {
            Some(tr!(locale, "pair-answer-official"))
        }
    }
}
