//! A person's card: roles, whether they have come in, and the ways out.

use super::{gone, own};
use crate::chat::{Action, Button, Screen, State, Talk, Turn, Typed, back, button, checked};
use crate::domain::ids::PersonId;
use crate::domain::people::{Person, Role};
use crate::store::{accounts, audit, people};
use crate::text::{self, Locale, Markup};
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>, id: PersonId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let list = back(locale, Action::StaffList { page: 0 });
    let Some(person) = own(talk, id).await? else {
        return Ok(Screen::new(tr!(locale, "staff-gone")).row([list]));
    };
    let joined = accounts::chat_of(talk.tx, id).await?.is_some();
    let state = if joined { tr!(locale, "card-joined") } else { tr!(locale, "card-not-joined") };
    let text = heading(&person).paragraph(&state).paragraph(&tr!(locale, "card-roles"));
    let roles = Role::ALL.iter().map(|role| role_button(locale, &person, *role));
    let mine = talk.person()?.id == id;
    let release = (joined && !mine)
        .then(|| button(label!(locale, "card-release"), Action::StaffRelease { person: id, sure: false }));
    let archive =
        (!mine).then(|| button(label!(locale, "card-archive"), Action::StaffArchive { person: id, sure: false }));
    let papers = button(label!(locale, "button-card-consents"), Action::Papers { person: id });
    Ok(Screen::new(text).grid(2, roles).row(release.into_iter().chain(archive)).row([list, papers]))
}

fn heading(person: &Person) -> Markup {
    Markup::plain(&person.full_name).bold().line(&Markup::plain(&person.position))
}

/// The button says what pressing it makes of the role, so that a double tap has one effect.
fn role_button(locale: Locale, person: &Person, role: Role) -> Button {
    let held = person.has(role);
    let label = text::label(locale, &format!("role-{role}"), &[]);
    button(checked(held, &label), Action::StaffRole { person: person.id, role, on: !held })
}

pub(super) async fn set_role(talk: &mut Talk<'_>, id: PersonId, (role, on): (Role, bool)) -> anyhow::Result<Turn> {
    let Some(mut person) = own(talk, id).await? else {
        return Ok(gone(talk));
    };
    let me = talk.person()?.id;
    if role == Role::Curator && !on && id == me {
        return Ok(Turn::to(State::StaffCard { person: id }).with_toast(label!(talk.locale, "card-own-curator")));
    }
    if role == Role::Curator && on && accounts::chat_of(talk.tx, id).await?.is_none() {
        let toast = label!(talk.locale, "card-curator-not-joined");
        return Ok(Turn::to(State::StaffCard { person: id }).with_toast(toast));
    }
    if person.has(role) != on {
        person.roles.retain(|held| *held != role);
        person.roles.extend(on.then_some(role));
        people::save(talk.tx, &person).await?;
        let act = if on { "role given" } else { "role taken" };
        audit::insert(talk.tx, Some(me), (act, &format!("{id} {role}")), talk.now).await?;
        if id == me {
            talk.person = Some(person);
        }
    }
    Ok(Turn::to(State::StaffCard { person: id }))
}

pub(super) async fn release_question(talk: &mut Talk<'_>, id: PersonId) -> anyhow::Result<Screen> {
    let yes = button(label!(talk.locale, "card-release-yes"), Action::StaffRelease { person: id, sure: true });
    let name = own(talk, id).await?.map(|person| person.full_name).unwrap_or_default();
    Ok(question(talk.locale, &tr!(talk.locale, "card-release-sure", name = name), (id, yes)))
}

pub(super) async fn archive_question(talk: &mut Talk<'_>, id: PersonId) -> anyhow::Result<Screen> {
    let yes = button(label!(talk.locale, "card-archive-yes"), Action::StaffArchive { person: id, sure: true });
    let name = own(talk, id).await?.map(|person| person.full_name).unwrap_or_default();
    Ok(question(talk.locale, &tr!(talk.locale, "card-archive-sure", name = name), (id, yes)))
}

fn question(locale: Locale, text: &Markup, (person, yes): (PersonId, Button)) -> Screen {
    Screen::new(text.clone()).row([back(locale, Action::StaffCard { person }), yes])
}

/// Frees a name that the wrong colleague chose: asked first, then done. Oneself cannot be shut out.
pub(super) async fn release(talk: &mut Talk<'_>, id: PersonId, sure: bool) -> anyhow::Result<Turn> {
    let me = talk.person()?.id;
    match own(talk, id).await? {
        None => Ok(gone(talk)),
        Some(_) if id == me => Ok(Turn::to(State::StaffCard { person: id })),
        Some(_) if !sure => Ok(Turn::to(State::StaffRelease { person: id })),
        Some(mut person) => {
            accounts::release(talk.tx, id).await?;
            // Whoever takes the name next must not get everything with it.
            person.roles.retain(|role| *role != Role::Curator);
            people::save(talk.tx, &person).await?;
            audit::insert(talk.tx, Some(me), ("name freed", &id.to_string()), talk.now).await?;
            Ok(Turn::to(State::StaffCard { person: id }).with_note(tr!(talk.locale, "card-released")))
        }
    }
}

/// Takes somebody off the list: asked first, then done. What they did stays.
pub(super) async fn archive(talk: &mut Talk<'_>, id: PersonId, sure: bool) -> anyhow::Result<Turn> {
    let me = talk.person()?.id;
    match own(talk, id).await? {
        None => Ok(gone(talk)),
        Some(_) if id == me => Ok(Turn::to(State::StaffCard { person: id })),
        Some(_) if !sure => Ok(Turn::to(State::StaffArchive { person: id })),
        Some(person) => {
            people::archive(talk.tx, id, talk.now).await?;
            accounts::release(talk.tx, id).await?;
            audit::insert(talk.tx, Some(me), ("taken off the staff list", &id.to_string()), talk.now).await?;
            let note = tr!(talk.locale, "card-archived", name = &person.full_name);
            Ok(Turn::to(State::Staff { page: 0, find: Typed::default() }).with_note(note))
        }
    }
}
