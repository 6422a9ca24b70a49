//! The menu of whoever asks; for somebody unknown, how to get in.

use crate::chat::access::Audience;
use crate::chat::evidence::desk;
use crate::chat::{Action, Button, Screen, Talk, button, new_year, setup};
use crate::domain::people::{Role, short_name};
use crate::text::Markup;
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    if talk.person.is_none() {
        return Ok(Screen::new(tr!(talk.locale, "home-unknown")));
    }
    let left = if talk.is(Role::Curator) { setup::left(talk).await? } else { Vec::new() };
    let mut text = heading(talk)?.paragraph(&tr!(talk.locale, "home"));
    if !left.is_empty() {
        text = text.paragraph(&tr!(talk.locale, "home-left", count = left.len()));
    }
    let waiting = waiting(talk).await?;
    let year = if talk.is(Role::Curator) { new_year::entry(talk).await? } else { None };
    let steps = left.into_iter().map(|step| step.button(talk.locale));
    Ok(Screen::new(text).grid(1, steps).row(waiting).row(year).grid(2, entries(talk)))
}

/// To the curator: what waits for their word, while anything does.
async fn waiting(talk: &mut Talk<'_>) -> anyhow::Result<Option<Button>> {
    if !talk.is(Role::Curator) {
        return Ok(None);
    }
    let (organisation, today) = (talk.organisation()?.id, talk.today());
    let count = desk::waiting(talk.tx, organisation, today).await?.len();
    Ok((count > 0).then(|| button(label!(talk.locale, "button-desk", count = count), Action::Desk { page: 0 })))
}

/// Who and where: «Иванова М. П. · Школа № 5 · 2026/27».
fn heading(talk: &Talk<'_>) -> anyhow::Result<Markup> {
    let organisation = talk.organisation()?;
    let name = short_name(&talk.person()?.full_name);
    if name.is_empty() || organisation.name.is_empty() {
        return Ok(Markup::default());
    }
    let place = tr!(
        talk.locale,
        "home-heading",
        organisation = &organisation.name,
        year = organisation.school_year.to_string()
    );
    Ok(Markup::plain(&name).bold().line(&place))
}

/// Everything the menu leads to: who sees it, its label, where it goes. The lower, the nearer to the thumb.
fn entries(talk: &Talk<'_>) -> Vec<Button> {
    let locale = talk.locale;
    let curator = talk.is(Role::Curator);
    let district = Audience::District.admits(talk);
    let publishes = curator || talk.is(Role::Publisher);
    let open = |questionnaire: &str| Action::FormOpen { questionnaire: questionnaire.to_owned() };
    let bank = |questionnaire: &str| Action::BankOpen { questionnaire: questionnaire.to_owned() };
    let listing = [
        (true, label!(locale, "menu-settings"), Action::Settings),
        (curator, label!(locale, "menu-invite"), Action::Invite),
        (!curator, label!(locale, "button-my-data"), Action::MyData),
        (!curator, label!(locale, "button-consents"), Action::Consents),
        (true, label!(locale, "button-become-mentor"), open("mentor")),
        (true, label!(locale, "button-need-mentor"), open("mentee")),
        (curator, label!(locale, "button-bank-mentors"), bank("mentor")),
        (curator, label!(locale, "button-bank-mentees"), bank("mentee")),
        (curator, label!(locale, "menu-staff"), Action::StaffList { page: 0 }),
        (curator, label!(locale, "menu-road-map"), Action::RoadMap),
        (district, label!(locale, "menu-municipality"), Action::Municipality { page: 0 }),
        (curator, label!(locale, "menu-matching"), Action::Matching),
        (curator, label!(locale, "menu-pairs"), Action::Pairs),
        (publishes, label!(locale, "menu-news"), Action::News),
        (true, label!(locale, "menu-my-pair"), Action::MyPairs),
        (true, label!(locale, "menu-my-rows"), Action::MyRows { page: 0 }),
    ];
    listing.into_iter().filter(|(shown, ..)| *shown).map(|(_, label, action)| button(label, action)).collect()
}
