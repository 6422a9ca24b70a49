//! «Подобрать пары»: the whole cohort at once, every proposal with its reasons, and the curator's word on it.
//!
//! What matching proposes is kept until everybody is asked. A wish of the curator (together, not together, this one
//! instead, not now) is kept and matching runs again, so that the plan is always the best one that honours them all.
//! `cohort` brings the facts, `plan` shows the whole, `couple` one proposal, `left` who has nobody, `wish` keeps what
//! the curator wants, `ask` puts the pairs to those concerned.

mod ask;
mod cohort;
mod couple;
mod left;
mod plan;
mod wish;

pub(super) use cohort::Directory;
pub(super) use couple::reasons_text;

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::matching::{Couple, Proposal};
use crate::domain::school_year::SchoolYear;
use crate::label;
use crate::store::matching_plans::{self, Draft};
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
        Action::MatchingPin { mentee, on, version } => wish::pin(talk, (mentee, on), version).await,
        Action::MatchingBan { mentee, version } => wish::ban(talk, mentee, version).await,
        Action::MatchingChoose { mentor, mentee, version } => {
            wish::choose(talk, Couple { mentor, mentee }, version).await
        }
        Action::MatchingSetAside { mentee, on, version } => wish::set_aside(talk, (mentee, on), version).await,
        Action::MatchingLift { mentor, mentee, version } => wish::lift(talk, Couple { mentor, mentee }, version).await,
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
    Ok(current.filter(|(_, now)| *now == version).map(|(draft, _)| draft))
}

fn proposal_of(draft: &Draft, mentee: PersonId) -> Option<&Proposal> {
    draft.plan.pairs.iter().find(|proposal| proposal.mentee == mentee)
}

/// Another curator was quicker: nothing is done, and what this mentee has now is said.
async fn changed(talk: &mut Talk<'_>, mentee: Option<PersonId>) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let names = Directory::read(talk).await?;
    let draft = current(talk).await?.map(|(draft, _)| draft).unwrap_or_default();
    let mut note = tr!(locale, "matching-changed");
    if let Some(mentee) = mentee {
        let name = names.short(mentee);
        note = note.line(&match proposal_of(&draft, mentee) {
            Some(now) => {
                tr!(locale, "matching-changed-now", mentee = name, mentor = names.short(now.mentor))
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
