//! What can be changed at any time: one's language; for the curator, everything the setup asked.

use crate::chat::setup::{SetupStep, Zone};
use crate::chat::{Action, Button, Screen, Talk, Turn, back, button, checked, municipality};
use crate::domain::people::Role;
use crate::store::accounts;
use crate::text::{self, Locale, Markup};
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let curator = talk.is(Role::Curator);
    let text = if curator {
        curators_text(talk)?
    } else {
        tr!(locale, "settings").bold().paragraph(&tr!(locale, "settings-language"))
    };
    let steps = if curator { SetupStep::ALL } else { &[] };
    // The curator's menu is long: what concerns them as a person is here.
    let personal = [
        button(label!(locale, "button-my-data"), Action::MyData),
        button(label!(locale, "button-consents"), Action::Consents),
    ];
    // Only an organisation that has joined a centre has anything to see there.
    let is_member = curator && municipality::is_member(talk).await?;
    let membership =
        is_member.then(|| button(label!(locale, "button-municipality-membership"), Action::MunicipalityMembership));
    let calendar = curator.then(|| button(label!(locale, "menu-calendar"), Action::Calendar));
    Ok(Screen::new(text)
        .grid(2, steps.iter().map(|step| step_button(locale, *step)))
        .row(
            calendar
                .into_iter()
                .chain(curator.then(|| button(label!(locale, "button-reminders"), Action::ReminderSettings))),
        )
        .row(personal.into_iter().filter(|_| curator))
        .row(membership)
        .row(languages(locale))
        .row([back(locale, Action::Menu)]))
}

fn step_button(locale: Locale, step: SetupStep) -> Button {
    button(text::label(locale, &format!("setup-change-{step}"), &[]), Action::SetupOpen { step })
}

/// Each language in its own words, so that it is found by who needs it.
fn languages(locale: Locale) -> impl Iterator<Item = Button> {
    [(Locale::Ru, "Русский"), (Locale::En, "English")]
        .into_iter()
        .map(move |(one, name)| button(checked(one == locale, name), Action::SetLocale { locale: one }))
}

/// How everything stands now.
fn curators_text(talk: &Talk<'_>) -> anyhow::Result<Markup> {
    let (locale, organisation) = (talk.locale, talk.organisation()?);
    let channel = if organisation.has_channel() {
        organisation.channel_title.clone()
    } else {
        label!(locale, "settings-no-channel")
    };
    let facts = tr!(
        locale,
        "settings-curator",
        name = &talk.person()?.full_name,
        organisation = &organisation.name,
        kind = text::label(locale, &format!("kind-{}", organisation.kind), &[]),
        zone = Zone::name_of(locale, organisation.zone),
        year = organisation.school_year.to_string(),
        channel = channel
    );
    Ok(tr!(locale, "settings").bold().paragraph(&facts))
}

/// Speaks another language from now on.
pub(super) async fn set_locale(talk: &mut Talk<'_>, locale: Locale) -> anyhow::Result<Turn> {
    accounts::set_locale(talk.tx, talk.chat, locale.code()).await?;
    talk.locale = locale;
    Ok(Turn::to(crate::chat::State::Settings))
}
