//! Choosing oneself from the staff list, after opening the staff link.

use super::staff_page::{self, Matches};
use super::{Action, Input, Pages, Screen, State, Talk, Turn, Typed, button, menu};
use crate::domain::ids::PersonId;
use crate::domain::staff_list::name_key;
use crate::store::invitations::{self, Invitation};
use crate::store::staff_pages::{self, StaffPart};
use crate::store::{accounts, organisations, people};
use crate::{label, tr};
use anyhow::Context;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::Join { invitation, page, find } => list(talk, invitation, (*page, find)).await,
        State::JoinConfirm { person, .. } => confirm(talk, *person).await,
        _ => welcome(talk),
    }
}

async fn list(talk: &mut Talk<'_>, invitation: &str, (page, find): (u32, &Typed)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let wanted = name_key(&find.0);
    let matches = |name: &str| name_key(name).contains(&wanted);
    let sought = (!wanted.is_empty()).then_some(&matches as Matches<'_>);
    let (shown, count, nobody) = match free(talk, invitation).await? {
        Some(free) => {
            let (shown, count) = staff_page::read(talk, free, sought, page).await?;
            let nobody = count == 0 && staff_pages::count(talk.tx, free).await? == 0;
            (shown, count, nobody)
        }
        None => (Vec::new(), 0, true),
    };
    let text = match (nobody, count, wanted.is_empty()) {
        (true, ..) => tr!(locale, "join-nobody-left"),
        (_, 0, _) => tr!(locale, "join-nobody-found", typed = &find.0),
        (_, _, true) => tr!(locale, "join"),
        _ => tr!(locale, "join-found", typed = &find.0, count = count),
    };
    let pages = Pages::part(&shown, count, page);
    let names: Vec<_> =
        pages.shown.iter().map(|one| button(&one.full_name, Action::JoinPick { person: one.id })).collect();
    let screen = Screen::new(text).grid(1, names).row(pages.row(|page| Action::JoinPage { page }));
    let missing = button(label!(locale, "join-missing"), Action::JoinMissing);
    Ok(if wanted.is_empty() {
        screen.row([missing])
    } else {
        screen.row([button(label!(locale, "join-all"), Action::JoinAll), missing])
    })
}

/// The list of those whom nobody has chosen yet; `None` when the link is not good any more.
async fn free(talk: &mut Talk<'_>, invitation: &str) -> anyhow::Result<Option<StaffPart>> {
    let found = invitations::find_open(talk.tx, invitation, talk.now).await?;
    Ok(match found {
        Some(Invitation::Staff(organisation)) => Some(StaffPart::Unclaimed(organisation)),
        _ => None,
    })
}

async fn confirm(talk: &mut Talk<'_>, person: PersonId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(person) = people::find(talk.tx, person).await? else {
        let list = button(label!(locale, "join-all"), Action::JoinPage { page: 0 });
        return Ok(Screen::new(tr!(locale, "join-taken")).row([list]));
    };
    let text = if person.position.is_empty() {
        tr!(locale, "join-confirm", name = &person.full_name)
    } else {
        tr!(locale, "join-confirm-position", name = &person.full_name, position = &person.position)
    };
    let yes = button(label!(locale, "join-yes"), Action::JoinYes { person: person.id });
    Ok(Screen::new(text).row([button(label!(locale, "join-no"), Action::JoinPage { page: 0 }), yes]))
}

fn welcome(talk: &Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let person = talk.person()?;
    let organisation = talk.organisation()?;
    let text = tr!(locale, "welcome", name = &person.full_name, organisation = &organisation.name);
    let text = text.paragraph(&tr!(locale, "welcome-data")).paragraph(&tr!(locale, "welcome-next"));
    let consents = button(label!(locale, "button-consents"), Action::Consents);
    Ok(Screen::new(text).row([menu(locale), consents]))
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    // Somebody who is in already, or an old button pressed without a link.
    let (State::Join { invitation, .. } | State::JoinConfirm { invitation, .. }) = &state else {
        return Ok(match input {
            Input::Press(_) => Turn::to(State::Home),
            _ => Turn::hint(tr!(talk.locale, "hint-use-buttons")),
        });
    };
    if talk.person.is_some() {
        return Ok(Turn::to(State::Home));
    }
    let invitation = invitation.clone();
    if invitations::find_open(talk.tx, &invitation, talk.now).await?.is_none() {
        return Ok(Turn::to(State::Home).with_note(tr!(talk.locale, "start-dead-link")));
    }
    let at = |page, find| State::Join { invitation: invitation.clone(), page, find };
    let find = match &state {
        State::Join { find, .. } => find.clone(),
        _ => Typed::default(),
    };
    match input {
        Input::Text(text) => Ok(match super::typed::line(talk.locale, &text, 60) {
            Ok(part) => Turn::to(at(0, Typed(part))),
            Err(hint) => Turn::hint(hint),
        }),
        Input::Press(Action::JoinPage { page }) => Ok(Turn::to(at(page, find))),
        Input::Press(Action::JoinAll) => Ok(Turn::to(at(0, Typed::default()))),
        Input::Press(Action::JoinMissing) => Ok(Turn::hint(tr!(talk.locale, "join-missing-what"))),
        Input::Press(Action::JoinPick { person }) => pick(talk, invitation, person).await,
        Input::Press(Action::JoinYes { person }) => enter(talk, &state, (invitation, person)).await,
        _ => Ok(Turn::hint(tr!(talk.locale, "join-type-or-press"))),
    }
}

async fn pick(talk: &mut Talk<'_>, invitation: String, person: PersonId) -> anyhow::Result<Turn> {
    let is_free = match free(talk, &invitation).await? {
        Some(free) => staff_pages::holds(talk.tx, free, person).await?,
        None => false,
    };
    Ok(if is_free {
        Turn::to(State::JoinConfirm { invitation, person })
    } else {
        Turn::to(State::Join { invitation, page: 0, find: Typed::default() }).with_note(tr!(talk.locale, "join-taken"))
    })
}

/// Ties the chat to the person, unless somebody was quicker.
async fn enter(talk: &mut Talk<'_>, state: &State, (invitation, person): (String, PersonId)) -> anyhow::Result<Turn> {
    let asked = State::JoinConfirm { invitation: invitation.clone(), person };
    let claimed = *state == asked && accounts::claim(talk.tx, talk.chat, person, talk.locale.code(), talk.now).await?;
    if !claimed {
        return Ok(Turn::to(State::Join { invitation, page: 0, find: Typed::default() })
            .with_note(tr!(talk.locale, "join-taken")));
    }
    let person = people::get(talk.tx, person).await?;
    let organisation = organisations::find(talk.tx, person.organisation).await?;
    talk.organisation = Some(organisation.context("a person has an organisation")?);
    talk.person = Some(person);
    Ok(Turn::to(State::Welcome))
}
