//! One person added by hand: the name, the position, then the roles on the card.

use crate::chat::{Action, Screen, State, Talk, Turn, Typed, back, button, typed};
use crate::domain::people::Person;
use crate::domain::staff_list::{MAX_TEXT_CHARS, name_key};
use crate::store::{organisations, people};
use crate::{label, tr};

pub(super) fn show(talk: &Talk<'_>, state: &State) -> Screen {
    let locale = talk.locale;
    match state {
        State::StaffPosition { name } => {
            let skip = button(label!(locale, "button-skip"), Action::StaffNoPosition);
            Screen::new(tr!(locale, "staff-position", name = &name.0)).row([back(locale, Action::StaffAdd), skip])
        }
        _ => Screen::new(tr!(locale, "staff-name")).row([back(locale, Action::StaffList { page: 0 })]),
    }
}

/// The name: one that is on the list already opens its card.
pub(super) async fn name(talk: &mut Talk<'_>, text: &str) -> anyhow::Result<Turn> {
    let name = match typed::full_name(talk.locale, text) {
        Ok(name) => name,
        Err(hint) => return Ok(Turn::hint(hint)),
    };
    Ok(known(talk, &name).await?.unwrap_or_else(|| Turn::to(State::StaffPosition { name: Typed(name) })))
}

/// The card of somebody of that name, if there is one.
async fn known(talk: &mut Talk<'_>, name: &str) -> anyhow::Result<Option<Turn>> {
    let organisation = talk.organisation()?.id;
    let staff = people::list(talk.tx, organisation).await?;
    let found = staff.iter().find(|person| name_key(&person.full_name) == name_key(name));
    Ok(found.map(|person| Turn::to(State::StaffCard { person: person.id }).with_note(tr!(talk.locale, "staff-known"))))
}

pub(super) async fn position(talk: &mut Talk<'_>, name: Typed, text: &str) -> anyhow::Result<Turn> {
    match typed::line(talk.locale, text, MAX_TEXT_CHARS) {
        Ok(position) => insert(talk, name, position).await,
        Err(hint) => Ok(Turn::hint(hint)),
    }
}

pub(super) async fn insert(talk: &mut Talk<'_>, name: Typed, position: String) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    organisations::lock(talk.tx, organisation).await?;
    if let Some(known) = known(talk, &name.0).await? {
        return Ok(known);
    }
    let id = talk.tx.next_id(talk.now).into();
    let person = Person { id, organisation, full_name: name.0, position, roles: Vec::new() };
    people::insert(talk.tx, &person, talk.now).await?;
    Ok(Turn::to(State::StaffCard { person: id }).with_note(tr!(talk.locale, "staff-added")))
}
