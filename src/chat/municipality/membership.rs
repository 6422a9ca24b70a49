//! An organisation's side: a centre's link, what the centre will see, joining and leaving.

use super::Place;
use super::words;
use crate::chat::screen::{back, button, menu};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::ids::OrganisationId;
use crate::domain::notice::Notice;
use crate::domain::people::{OrganisationKind, Role};
use crate::store::invitations::{self, Invitation};
use crate::store::{accounts, audit, municipality, organisations, people};
use crate::text::{Markup, dates};
use crate::{label, tr};
use anyhow::ensure;

/// What a code means for somebody who is in already: a centre's invitation is shown to a curator; `None` for any other.
pub(in crate::chat) async fn offered(talk: &mut Talk<'_>, code: &str) -> anyhow::Result<Option<Turn>> {
    if !invitations::looks_like_code(code) {
        return Ok(None);
    }
    let invitation = invitations::digest(code);
    if centre_of(talk, &invitation).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(if talk.is(Role::Curator) {
        Turn::to(Place::Offer { invitation })
    } else {
        Turn::to(State::Home).with_note(tr!(talk.locale, "municipality-for-curators"))
    }))
}

/// The centre whose open invitation has this digest.
async fn centre_of(talk: &mut Talk<'_>, invitation: &str) -> anyhow::Result<Option<OrganisationId>> {
    let found = invitations::find_open(talk.tx, invitation, talk.now).await?;
    Ok(match found {
        Some(Invitation::Member(centre)) => Some(centre),
        _ => None,
    })
}

/// Who invites, and what exactly will be seen.
pub(super) async fn offer(talk: &mut Talk<'_>, invitation: &str) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.clone();
    let Some(centre) = centre_of(talk, invitation).await? else {
        return Ok(Screen::new(tr!(locale, "municipality-dead-link")).row([menu(locale)]));
    };
    if organisation.kind == OrganisationKind::Municipal {
        return Ok(Screen::new(tr!(locale, "municipality-centre-cannot")).row([menu(locale)]));
    }
    if let Some((own, _)) = municipality::find_centre(talk.tx, organisation.id).await? {
        let name = organisations::get(talk.tx, own).await?.name;
        let text = tr!(locale, "municipality-already", name = name);
        let see = button(label!(locale, "button-municipality-membership"), Action::MunicipalityMembership);
        return Ok(Screen::new(text).row([menu(locale), see]));
    }
    let centre = organisations::get(talk.tx, centre).await?;
    let when = (organisation.school_year, talk.today());
    let numbers = municipality::numbers_of(talk.tx, organisation.id, when).await?;
    let text = tr!(locale, "municipality-offer", name = &centre.name)
        .paragraph(&tr!(locale, "municipality-sees"))
        .paragraph(&tr!(locale, "municipality-now").bold().line(&words::numbers(locale, &numbers)));
    let join = button(label!(locale, "button-municipality-join"), Action::MunicipalityJoin);
    Ok(Screen::new(text).row([menu(locale), join]))
}

/// Joins, unless the link was used meanwhile.
pub(super) async fn join(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    let Place::Offer { invitation } = place else {
        return Ok(Turn::to(Place::Membership));
    };
    let organisation = talk.organisation()?.clone();
    // Of two curators the second one finds what the first one did.
    organisations::lock(talk.tx, organisation.id).await?;
    let Some(centre) = centre_of(talk, &invitation).await? else {
        return Ok(Turn::stay());
    };
    let allowed = organisation.kind != OrganisationKind::Municipal
        && municipality::find_centre(talk.tx, organisation.id).await?.is_none();
    if !allowed || !invitations::use_up(talk.tx, &invitation, talk.now).await? {
        return Ok(Turn::stay());
    }
    let joined = municipality::join(talk.tx, (organisation.id, centre), talk.now).await?;
    ensure!(joined, "organisation {} belongs to a centre although it is locked", organisation.id);
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("joined a centre", &centre.to_string()), talk.now).await?;
    tell_centre(talk, centre, Notice::MemberJoined { organisation: organisation.id, centre }).await?;
    Ok(Turn::to(Place::Membership).with_note(tr!(talk.locale, "municipality-joined")))
}

/// Owes a word to everybody at the centre who may see the numbers.
async fn tell_centre(talk: &mut Talk<'_>, centre: OrganisationId, notice: Notice) -> anyhow::Result<()> {
    let staff = people::list(talk.tx, centre).await?;
    for person in staff.iter().filter(|one| one.has(Role::Curator) || one.has(Role::DistrictCoordinator)) {
        if accounts::chat_of(talk.tx, person.id).await?.is_some() {
            let key = format!("member:{}:{}", person.id, talk.key);
            talk.notify(person.id, &key, notice.clone()).await?;
        }
    }
    Ok(())
}

/// Which centre sees what.
pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.clone();
    let back = back(locale, Action::Settings);
    let Some((centre, since)) = municipality::find_centre(talk.tx, organisation.id).await? else {
        return Ok(Screen::new(tr!(locale, "municipality-none")).row([back]));
    };
    let centre = organisations::get(talk.tx, centre).await?;
    let when = (organisation.school_year, talk.today());
    let numbers = municipality::numbers_of(talk.tx, organisation.id, when).await?;
    let since = dates::full(locale, talk.day_of(since));
    let text = Markup::plain(&centre.name)
        .bold()
        .line(&tr!(locale, "municipality-since", day = since))
        .paragraph(&tr!(locale, "municipality-sees"))
        .paragraph(&tr!(locale, "municipality-now").bold().line(&words::numbers(locale, &numbers)));
    let leave = button(label!(locale, "button-municipality-leave"), Action::MunicipalityLeave { sure: false });
    Ok(Screen::new(text).row([back, leave]))
}

pub(super) fn ask_leave(talk: &Talk<'_>) -> Screen {
    let locale = talk.locale;
    let leave = button(label!(locale, "button-municipality-leave-sure"), Action::MunicipalityLeave { sure: true });
    Screen::new(tr!(locale, "municipality-leave")).row([back(locale, Action::MunicipalityMembership), leave])
}

pub(super) async fn leave(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let Some((centre, _)) = municipality::find_centre(talk.tx, organisation).await? else {
        return Ok(Turn::to(Place::Membership));
    };
    if !municipality::leave(talk.tx, organisation).await? {
        return Ok(Turn::to(Place::Membership));
    }
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("left a centre", &centre.to_string()), talk.now).await?;
    tell_centre(talk, centre, Notice::MemberLeft { organisation, centre }).await?;
    Ok(Turn::to(State::Settings).with_note(tr!(talk.locale, "municipality-left")))
}
