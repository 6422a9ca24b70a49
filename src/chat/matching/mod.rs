//! «Подобрать пары»: the whole cohort at once, every proposal with its reasons, and the curator's word on it.
//!
//! What matching proposes is kept until everybody is asked. A wish of the curator (together, not together, this one
//! instead, not now) is kept and matching runs again, so that the plan is always the best one that honours them all.
//! `cohort` brings the facts, `plan` shows the whole, `couple` one proposal, `left` who has nobody, `ask` puts the
//! pairs to those concerned.

mod ask;
mod cohort;
mod couple;
mod left;
mod plan;

pub(super) use cohort::Directory;
pub(super) use couple::reasons_text;

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::matching::{Couple, Proposal};
use crate::domain::school_year::SchoolYear;
use crate::label;
use crate::store::matching_plans::{self, Draft};
use crate::store::pair_wishes::{self, Wish};
use crate::tr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where the curator stands in matching.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "matching", rename_all = "snake_case")]
pub enum MatchingPlace {
    /// How matching came out.
    Plan,
    /// Who with whom.
    Pairs { page: u32 },
    /// One mentee's proposal.
    Couple { mentee: PersonId },
    /// Other mentors for a mentee.
    Others { mentee: PersonId },
    /// Who has nobody, and why.
    Left { page: u32 },
    /// What the curator wished.
    Wishes { page: u32 },
    /// Really ask everybody?
    Ask,
}

fn to(place: MatchingPlace) -> Turn {
    Turn::to(State::Matching(place))
}

/// Draws the screen of a place.
pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    let State::Matching(place) = state else {
        return plan::show(talk).await;
    };
    match *place {
        MatchingPlace::Plan => plan::show(talk).await,
        MatchingPlace::Pairs { page } => plan::show_pairs(talk, page).await,
        MatchingPlace::Couple { mentee } => couple::show(talk, mentee).await,
        MatchingPlace::Others { mentee } => couple::show_others(talk, mentee).await,
        MatchingPlace::Left { page } => left::show(talk, page).await,
        MatchingPlace::Wishes { page } => left::show_wishes(talk, page).await,
        MatchingPlace::Ask => ask::show(talk).await,
    }
}

/// Takes what the curator did.
pub(super) async fn turn(talk: &mut Talk<'_>, _state: State, input: Input) -> anyhow::Result<Turn> {
    let Input::Press(action) = input else {
        return Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons")));
    };
    match action {
        Action::MatchingRun { version } => run_again(talk, version).await,
        Action::MatchingPairs { page } => Ok(to(MatchingPlace::Pairs { page })),
        Action::MatchingCouple { mentee } => Ok(to(MatchingPlace::Couple { mentee })),
        Action::MatchingOthers { mentee } => Ok(to(MatchingPlace::Others { mentee })),
        Action::MatchingLeft { page } => Ok(to(MatchingPlace::Left { page })),
        Action::MatchingWishes { page } => Ok(to(MatchingPlace::Wishes { page })),
        Action::MatchingPin {
            mentee,
            on,
            version,
        } => pin(talk, (mentee, on), version).await,
        Action::MatchingBan { mentee, version } => ban(talk, mentee, version).await,
        Action::MatchingChoose {
            mentor,
            mentee,
            version,
        } => choose(talk, Couple { mentor, mentee }, version).await,
        Action::MatchingSetAside {
            mentee,
            on,
            version,
        } => set_aside(talk, (mentee, on), version).await,
        Action::MatchingLift {
            mentor,
            mentee,
            version,
        } => lift(talk, Couple { mentor, mentee }, version).await,
        Action::MatchingAsk => Ok(to(MatchingPlace::Ask)),
        Action::MatchingAskAll { version } => ask::ask_all(talk, version).await,
        _ => Ok(to(MatchingPlace::Plan)),
    }
}

/// Whose plan it is.
fn scope(talk: &Talk<'_>) -> anyhow::Result<(OrganisationId, SchoolYear)> {
    let organisation = talk.organisation()?;
    Ok((organisation.id, organisation.school_year))
}

async fn current(talk: &mut Talk<'_>) -> anyhow::Result<Option<(Draft, i64)>> {
    let scope = scope(talk)?;
    matching_plans::find(talk.tx, scope).await
}

/// The plan, if it is still the one that the screen showed (F28).
async fn seen(talk: &mut Talk<'_>, version: i64) -> anyhow::Result<Option<Draft>> {
    let current = current(talk).await?;
    Ok(current
        .filter(|(_, now)| *now == version)
        .map(|(draft, _)| draft))
}

fn proposal_of(draft: &Draft, mentee: PersonId) -> Option<&Proposal> {
    draft
        .plan
        .pairs
        .iter()
        .find(|proposal| proposal.mentee == mentee)
}

/// Another curator was quicker: nothing is done, and what this mentee has now is said.
async fn changed(talk: &mut Talk<'_>, mentee: Option<PersonId>) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let names = Directory::read(talk).await?;
    let draft = current(talk)
        .await?
        .map(|(draft, _)| draft)
        .unwrap_or_default();
    let mut note = tr!(locale, "matching-changed");
    if let Some(mentee) = mentee {
        let name = names.short(mentee);
        note = note.line(&match proposal_of(&draft, mentee) {
            Some(now) => {
                tr!(
                    locale,
                    "matching-changed-now",
                    mentee = name,
                    mentor = names.short(now.mentor)
                )
            }
            None => tr!(locale, "matching-changed-none", mentee = name),
        });
    }
    Ok(to(MatchingPlace::Plan).with_note(note))
}

/// Matches with the wishes as they are now and keeps the result.
async fn run(talk: &mut Talk<'_>, set_aside: BTreeSet<PersonId>) -> anyhow::Result<Draft> {
    let scope = scope(talk)?;
    let plan = cohort::matching(talk, &set_aside).await?.plan();
    let draft = Draft { plan, set_aside };
    matching_plans::save(talk.tx, scope, Some(&draft), talk.now).await?;
    Ok(draft)
}

/// «Подобрать» and «Подобрать заново»; 0 is the version of no plan. Whoever was left out is in again.
async fn run_again(talk: &mut Talk<'_>, version: i64) -> anyhow::Result<Turn> {
    let now = current(talk).await?.map_or(0, |(_, version)| version);
    if now != version {
        return changed(talk, None).await;
    }
    run(talk, BTreeSet::new()).await?;
    Ok(to(MatchingPlace::Plan).with_toast(label!(talk.locale, "matching-toast-done")))
}

async fn pin(
    talk: &mut Talk<'_>,
    (mentee, on): (PersonId, bool),
    version: i64,
) -> anyhow::Result<Turn> {
    let draft = seen(talk, version).await?;
    let Some((draft, proposal)) =
        draft.and_then(|draft| proposal_of(&draft, mentee).cloned().map(|one| (draft, one)))
    else {
        return changed(talk, Some(mentee)).await;
    };
    let scope = scope(talk)?;
    pair_wishes::delete_pins(talk.tx, scope, mentee).await?;
    if on {
        let couple = Couple {
            mentor: proposal.mentor,
            mentee,
        };
        pair_wishes::save(talk.tx, scope, couple, Wish::Pin).await?;
    }
    run(talk, draft.set_aside).await?;
    Ok(to(MatchingPlace::Couple { mentee }))
}

async fn ban(talk: &mut Talk<'_>, mentee: PersonId, version: i64) -> anyhow::Result<Turn> {
    let draft = seen(talk, version).await?;
    let Some((draft, proposal)) =
        draft.and_then(|draft| proposal_of(&draft, mentee).cloned().map(|one| (draft, one)))
    else {
        return changed(talk, Some(mentee)).await;
    };
    let couple = Couple {
        mentor: proposal.mentor,
        mentee,
    };
    let scope = scope(talk)?;
    pair_wishes::save(talk.tx, scope, couple, Wish::Ban).await?;
    let draft = run(talk, draft.set_aside).await?;
    after_change(talk, &draft, mentee).await
}

/// Another mentor for a mentee: a pin, and everybody else around it.
async fn choose(talk: &mut Talk<'_>, couple: Couple, version: i64) -> anyhow::Result<Turn> {
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
async fn set_aside(
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
async fn lift(talk: &mut Talk<'_>, couple: Couple, version: i64) -> anyhow::Result<Turn> {
    let Some(draft) = seen(talk, version).await? else {
        return changed(talk, Some(couple.mentee)).await;
    };
    let scope = scope(talk)?;
    pair_wishes::delete(talk.tx, scope, couple).await?;
    run(talk, draft.set_aside).await?;
    Ok(to(MatchingPlace::Wishes { page: 0 }))
}

/// After a wish the plan is another one: what has this mentee now?
async fn after_change(
    talk: &mut Talk<'_>,
    draft: &Draft,
    mentee: PersonId,
) -> anyhow::Result<Turn> {
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
        None => {
            to(MatchingPlace::Plan).with_note(tr!(locale, "matching-again-none", mentee = name))
        }
    })
}
