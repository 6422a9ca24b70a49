//! What the curator wants of a couple: kept, and everybody else matched around it.

use super::{Directory, MatchingPlace, changed, proposal_of, run, scope, seen, to};
use crate::chat::{Talk, Turn};
use crate::domain::ids::PersonId;
use crate::domain::matching::Couple;
use crate::store::matching_plans::Draft;
use crate::store::pair_wishes::{self, Wish};
use crate::tr;

pub(super) async fn pin(talk: &mut Talk<'_>, (mentee, on): (PersonId, bool), version: i64) -> anyhow::Result<Turn> {
    let draft = seen(talk, version).await?;
    let Some((draft, proposal)) = draft.and_then(|draft| proposal_of(&draft, mentee).cloned().map(|one| (draft, one)))
    else {
        return changed(talk, Some(mentee)).await;
    };
    let scope = scope(talk)?;
    pair_wishes::delete_pins(talk.tx, scope, mentee).await?;
    if on {
        let couple = Couple { mentor: proposal.mentor, mentee };
        pair_wishes::save(talk.tx, scope, couple, Wish::Pin).await?;
    }
    run(talk, draft.set_aside).await?;
    Ok(to(MatchingPlace::Couple { mentee }))
}

pub(super) async fn ban(talk: &mut Talk<'_>, mentee: PersonId, version: i64) -> anyhow::Result<Turn> {
    let draft = seen(talk, version).await?;
    let Some((draft, proposal)) = draft.and_then(|draft| proposal_of(&draft, mentee).cloned().map(|one| (draft, one)))
    else {
        return changed(talk, Some(mentee)).await;
    };
    let couple = Couple { mentor: proposal.mentor, mentee };
    let scope = scope(talk)?;
    pair_wishes::save(talk.tx, scope, couple, Wish::Ban).await?;
    let draft = run(talk, draft.set_aside).await?;
    after_change(talk, &draft, mentee).await
}

/// Another mentor for a mentee: a pin, and everybody else around it.
pub(super) async fn choose(talk: &mut Talk<'_>, couple: Couple, version: i64) -> anyhow::Result<Turn> {
    let Some(mut draft) = seen(talk, version).await? else {
        return changed(talk, Some(couple.mentee)).await;
    };
    let scope = scope(talk)?;
    pair_wishes::delete_pins(talk.tx, scope, couple.mentee).await?;
    pair_wishes::save(talk.tx, scope, couple, Wish::Pin).await?;
    draft.set_aside.remove(&couple.mentee);
    let draft = run(talk, draft.set_aside).await?;
    after_change(talk, &draft, couple.mentee).await
}

/// Leaves a mentee out for now, or takes them in again.
pub(super) async fn set_aside(
    talk: &mut Talk<'_>,
    (mentee, on): (PersonId, bool),
    version: i64,
) -> anyhow::Result<Turn> {
    let Some(mut draft) = seen(talk, version).await? else {
        return changed(talk, Some(mentee)).await;
    };
    if on {
        draft.set_aside.insert(mentee);
    } else {
        draft.set_aside.remove(&mentee);
    }
    let draft = run(talk, draft.set_aside).await?;
    after_change(talk, &draft, mentee).await
}

/// Forgets a pin or a ban.
pub(super) async fn lift(talk: &mut Talk<'_>, couple: Couple, version: i64) -> anyhow::Result<Turn> {
    let Some(draft) = seen(talk, version).await? else {
        return changed(talk, Some(couple.mentee)).await;
    };
    let scope = scope(talk)?;
    pair_wishes::delete(talk.tx, scope, couple).await?;
    run(talk, draft.set_aside).await?;
    Ok(to(MatchingPlace::Wishes { page: 0 }))
}

/// After a wish the plan is another one: what has this mentee now?
async fn after_change(talk: &mut Talk<'_>, draft: &Draft, mentee: PersonId) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let names = Directory::read(talk).await?;
    let name = names.short(mentee);
    Ok(match proposal_of(draft, mentee) {
        Some(now) => {
            let mentor = names.short(now.mentor);
            let note = tr!(locale, "matching-again-now", mentee = name, mentor = mentor);
            to(MatchingPlace::Couple { mentee }).with_note(note)
        }
        None if draft.set_aside.contains(&mentee) => {
            to(MatchingPlace::Plan).with_note(tr!(locale, "matching-again-aside", mentee = name))
        }
        None => to(MatchingPlace::Plan).with_note(tr!(locale, "matching-again-none", mentee = name)),
    })
}
