//! What the curator answers, kept at once.

use super::{SetupStep, go_on, screens};
use crate::chat::{Action, Talk, Turn, typed};
use crate::domain::ids::PersonId;
use crate::domain::people::{OrganisationKind, Person, Role};
use crate::domain::staff_list::name_key;
use crate::store::organisations::Organisation;
use crate::store::{accounts, audit, organisations, people, reminders};
use crate::tr;
use anyhow::Context;

/// The longest name of an organisation, in characters: the official ones are long.
const LONGEST_TITLE: usize = 200;

/// A typed answer.
pub(super) async fn receive(talk: &mut Talk<'_>, (step, walk): (SetupStep, bool), text: &str) -> anyhow::Result<Turn> {
    match step {
        SetupStep::Name => match typed::full_name(talk.locale, text) {
            Ok(name) => call_oneself(talk, walk, name).await,
            Err(hint) => Ok(Turn::hint(hint)),
        },
        SetupStep::Organisation => match typed::line(talk.locale, text, LONGEST_TITLE) {
            Ok(name) => change(talk, (step, walk), |organisation| organisation.name = name).await,
            Err(hint) => Ok(Turn::hint(hint)),
        },
        SetupStep::Channel => Ok(Turn::hint(tr!(talk.locale, "setup-channel-not-seen"))),
        SetupStep::Kind | SetupStep::Zone | SetupStep::Year => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

/// A pressed answer; one to another question draws the present one anew.
pub(super) async fn press(
    talk: &mut Talk<'_>,
    (step, walk): (SetupStep, bool),
    action: Action,
) -> anyhow::Result<Turn> {
    match (step, action) {
        (SetupStep::Kind, Action::SetupKind { kind }) => {
            if kind == OrganisationKind::Municipal {
                coordinate(talk).await?;
            }
            change(talk, (step, walk), |organisation| organisation.kind = kind).await
        }
        (SetupStep::Zone, Action::SetupZone { zone }) => {
            change(talk, (step, walk), |organisation| {
                organisation.zone = zone.tz();
            })
            .await
        }
        (SetupStep::Year, Action::SetupYear { year }) => {
            let chosen = screens::offered_years(talk).into_iter().find(|one| u32::try_from(one.0) == Ok(year));
            match chosen {
                Some(year) => {
                    change(talk, (step, walk), |organisation| {
                        organisation.school_year = year;
                    })
                    .await
                }
                None => Ok(Turn::stay()),
            }
        }
        (SetupStep::Name, Action::SetupPick { person }) => pick(talk, walk, person).await,
        _ => Ok(Turn::stay()),
    }
}

/// Whoever sets a municipal centre up is its coordinator: rows of «методический центр» are theirs.
async fn coordinate(talk: &mut Talk<'_>) -> anyhow::Result<()> {
    let mut me = talk.person()?.clone();
    if !me.has(Role::DistrictCoordinator) {
        me.roles.push(Role::DistrictCoordinator);
        people::save(talk.tx, &me).await?;
        talk.person = Some(me);
    }
    Ok(())
}

async fn change(
    talk: &mut Talk<'_>,
    (step, walk): (SetupStep, bool),
    edit: impl FnOnce(&mut Organisation),
) -> anyhow::Result<Turn> {
    let organisation = talk.organisation.as_mut().context("a curator has an organisation")?;
    edit(organisation);
    organisations::save(talk.tx, organisation, talk.now).await?;
    if step == SetupStep::Zone {
        // The mornings are others now.
        let (id, today) = (organisation.id, organisation.today(talk.now));
        reminders::look_again(talk.tx, id, today).await?;
    }
    go_on(talk, step, walk).await
}

/// The curator's own name. One that stands on the staff list makes them that person, so that nobody is there twice.
async fn call_oneself(talk: &mut Talk<'_>, walk: bool, name: String) -> anyhow::Result<Turn> {
    let me = talk.person()?.clone();
    let staff = people::list(talk.tx, me.organisation).await?;
    let key = name_key(&name);
    let namesake = staff.into_iter().find(|one| one.id != me.id && name_key(&one.full_name) == key);
    if let Some(namesake) = namesake {
        return become_person(talk, walk, namesake).await;
    }
    let renamed = Person { full_name: name, ..me };
    people::save(talk.tx, &renamed).await?;
    talk.person = Some(renamed);
    go_on(talk, SetupStep::Name, walk).await
}

async fn pick(talk: &mut Talk<'_>, walk: bool, person: PersonId) -> anyhow::Result<Turn> {
    let me = talk.person()?.clone();
    match people::find(talk.tx, person).await? {
        Some(person) if person.organisation == me.organisation && person.id != me.id => {
            become_person(talk, walk, person).await
        }
        _ => Ok(Turn::stay()),
    }
}

/// Moves the curator to their own line of the staff list; the line made at the first start goes.
async fn become_person(talk: &mut Talk<'_>, walk: bool, mut listed: Person) -> anyhow::Result<Turn> {
    let me = talk.person()?.clone();
    if !accounts::claim(talk.tx, talk.chat, listed.id, talk.locale.code(), talk.now).await? {
        return Ok(Turn::hint(tr!(talk.locale, "setup-name-taken")));
    }
    let added: Vec<Role> = me.roles.iter().copied().filter(|role| !listed.has(*role)).collect();
    listed.roles.extend(added);
    people::save(talk.tx, &listed).await?;
    people::archive(talk.tx, me.id, talk.now).await?;
    audit::insert(talk.tx, Some(me.id), ("became", &listed.id.to_string()), talk.now).await?;
    talk.person = Some(listed);
    go_on(talk, SetupStep::Name, walk).await
}
