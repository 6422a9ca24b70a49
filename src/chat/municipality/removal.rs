//! The centre takes an organisation out of its list: a second look, then its numbers are gone, and it is told.

use super::Place;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::OrganisationId;
use crate::domain::notice::Notice;
use crate::domain::people::Role;
use crate::store::{accounts, audit, municipality, organisations, people};
use crate::{label, tr};

/// Whether it is this person's to do: at the centre, only its curator's.
pub(super) fn may_remove(talk: &Talk<'_>) -> bool {
    talk.is(Role::Curator)
}

/// The name of an organisation that belongs to this centre; `None` for any other, whatever the button says.
async fn own_member(talk: &mut Talk<'_>, organisation: OrganisationId) -> anyhow::Result<Option<String>> {
    let own = talk.organisation()?.id;
    let centre = municipality::find_centre(talk.tx, organisation).await?;
    if !may_remove(talk) || centre.is_none_or(|(centre, _)| centre != own) {
        return Ok(None);
    }
    Ok(Some(organisations::get(talk.tx, organisation).await?.name))
}

/// «Убрать организацию из сводки?»
pub(super) async fn ask(talk: &mut Talk<'_>, organisation: OrganisationId, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(name) = own_member(talk, organisation).await? else {
        let back = back(locale, Action::Municipality { page });
        return Ok(Screen::new(tr!(locale, "municipality-gone")).row([back]));
    };
    let back = back(locale, Action::MunicipalityCard { organisation, page });
    let sure = Action::MunicipalityRemove { organisation, page, sure: true };
    Ok(Screen::new(tr!(locale, "municipality-remove", name = name))
        .row([back, button(label!(locale, "button-municipality-remove-sure"), sure)]))
}

pub(super) async fn remove(talk: &mut Talk<'_>, organisation: OrganisationId, page: u32) -> anyhow::Result<Turn> {
    let list = Turn::to(Place::Overview { page });
    let Some(name) = own_member(talk, organisation).await? else {
        return Ok(list);
    };
    municipality::leave(talk.tx, organisation).await?;
    let (centre, actor) = (talk.organisation()?.id, talk.person()?.id);
    audit::insert(talk.tx, Some(actor), ("taken out of a centre", &organisation.to_string()), talk.now).await?;
    for person in people::list(talk.tx, organisation).await?.iter().filter(|person| person.has(Role::Curator)) {
        if accounts::chat_of(talk.tx, person.id).await?.is_some() {
            let key = format!("removed:{}:{}", person.id, talk.key);
            talk.notify(person.id, &key, Notice::MemberRemoved { organisation, centre }).await?;
        }
    }
    Ok(list.with_note(tr!(talk.locale, "municipality-removed", name = name)))
}
