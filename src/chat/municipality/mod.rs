//! The municipal centre and the organisations around it: they join by a link, the centre sees their numbers.
//!
//! `overview` is the centre's side, `removal` its way to let one go, `membership` the organisation's: what will be seen, joining, leaving.

mod membership;
mod overview;
mod place;
mod removal;
pub(crate) mod words;

pub(in crate::chat) use place::MunicipalityPlace;

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::store::municipality;
use crate::tr;
use place::MunicipalityPlace as Place;

pub(super) use membership::offered;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match here(state) {
        Place::Overview { page } => overview::show(talk, page).await,
        Place::Card { organisation, page } => overview::card(talk, organisation, page).await,
        Place::Remove { organisation, page } => removal::ask(talk, organisation, page).await,
        Place::Offer { invitation } => membership::offer(talk, &invitation).await,
        Place::Membership => membership::show(talk).await,
        Place::Leave => Ok(membership::ask_leave(talk)),
    }
}

/// The place among these; whoever comes from elsewhere starts at the membership, which everybody may see.
fn here(state: &State) -> Place {
    match state {
        State::Municipality(place) => place.clone(),
        _ => Place::Membership,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let Input::Press(action) = input else {
        return Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons")));
    };
    Ok(match action {
        Action::Municipality { page } => {
            overview::remember(talk).await?;
            Turn::to(Place::Overview { page })
        }
        Action::MunicipalityCard { organisation, page } => Turn::to(Place::Card { organisation, page }),
        Action::MunicipalityRemove { organisation, page, sure: true } => {
            removal::remove(talk, organisation, page).await?
        }
        Action::MunicipalityRemove { organisation, page, sure: false } => {
            Turn::to(Place::Remove { organisation, page })
        }
        Action::MunicipalityInvite => overview::invite(talk).await?,
        Action::MunicipalityTable => overview::table(talk).await?,
        Action::MunicipalityJoin => membership::join(talk, here(&state)).await?,
        Action::MunicipalityLeave { sure: true } => membership::leave(talk).await?,
        Action::MunicipalityLeave { sure: false } => Turn::to(Place::Leave),
        _ => Turn::to(Place::Membership),
    })
}

/// Whether the organisation's numbers are seen by a centre.
pub(super) async fn is_member(talk: &mut Talk<'_>) -> anyhow::Result<bool> {
    let organisation = talk.organisation()?.id;
    Ok(municipality::find_centre(talk.tx, organisation).await?.is_some())
}
