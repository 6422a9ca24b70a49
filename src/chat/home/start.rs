//! `/start`: with the code of an invitation or without.

use crate::chat::setup::SetupStep;
use crate::chat::{State, Talk, Turn, Typed, form, municipality, setup};
use crate::domain::people::{OrganisationKind, Person, Role};
use crate::domain::school_year::SchoolYear;
use crate::store::invitations::{self, Invitation};
use crate::store::organisations::{self, Organisation};
use crate::store::{accounts, people};
use crate::tr;
use anyhow::ensure;
use chrono_tz::Tz;

/// Lets in whoever has a good code. Somebody known goes to the menu, whatever the code: nothing is doubled.
pub(in crate::chat) async fn start(talk: &mut Talk<'_>, state: State, code: &str) -> anyhow::Result<Turn> {
    if talk.person.is_some() {
        if let Some(offered) = municipality::offered(talk, code).await? {
            return Ok(offered);
        }
        if let Some(paused) = form::paused(&state) {
            return Ok(Turn::to(paused));
        }
        let turn = super::to_menu(talk, &state);
        let again = !code.is_empty() && !state.has_draft();
        return Ok(if again { turn.with_note(tr!(talk.locale, "start-known")) } else { turn });
    }
    if code.is_empty() {
        return Ok(Turn::to(State::Home));
    }
    let digest = invitations::digest(code);
    let opened = match open(talk, code, &digest).await? {
        Some(Invitation::Curator) if invitations::use_up(talk.tx, &digest, talk.now).await? => {
            found_organisation(talk).await?;
            State::Setup { step: SetupStep::Name, walk: true, page: 0 }
        }
        Some(Invitation::Member(_)) => {
            return Ok(Turn::to(State::Home).with_note(tr!(talk.locale, "municipality-for-curators")));
        }
        Some(Invitation::Staff(_)) => State::Join { invitation: digest, page: 0, find: Typed::default() },
        _ => return Ok(Turn::to(State::Home).with_note(tr!(talk.locale, "start-dead-link"))),
    };
    Ok(Turn::to(opened))
}

/// What a code opens. Used, too old, never made and tried too often all look the same.
async fn open(talk: &mut Talk<'_>, code: &str, digest: &str) -> anyhow::Result<Option<Invitation>> {
    if !invitations::looks_like_code(code) || invitations::is_guessing(talk.tx, talk.chat, talk.now).await? {
        return Ok(None);
    }
    let found = invitations::find_open(talk.tx, digest, talk.now).await?;
    if found.is_none() {
        invitations::count_wrong(talk.tx, talk.chat, talk.now).await?;
    }
    Ok(found)
}

/// An organisation and its curator come into being at once, so that the used-up code is never lost; the setup
/// fills in what they are called.
async fn found_organisation(talk: &mut Talk<'_>) -> anyhow::Result<()> {
    let zone = Tz::Europe__Moscow;
    let organisation = Organisation {
        id: talk.tx.next_id(talk.now).into(),
        name: String::new(),
        kind: OrganisationKind::School,
        zone,
        school_year: SchoolYear::containing(talk.now.with_timezone(&zone).date_naive()),
        channel: String::new(),
        channel_title: String::new(),
    };
    let curator = Person {
        id: talk.tx.next_id(talk.now).into(),
        organisation: organisation.id,
        full_name: String::new(),
        position: String::new(),
        roles: vec![Role::Curator],
    };
    organisations::save(talk.tx, &organisation, talk.now).await?;
    people::insert(talk.tx, &curator, talk.now).await?;
    let claimed = accounts::claim(talk.tx, talk.chat, curator.id, talk.locale.code(), talk.now).await?;
    ensure!(claimed, "a person made this moment cannot be taken");
    talk.organisation = Some(organisation);
    talk.person = Some(curator);
    setup::begin_walk(talk).await
}
