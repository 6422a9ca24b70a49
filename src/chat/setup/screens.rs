//! The questions of the setup as they are shown.

use super::{SetupStep, Zone, walk_stands_at};
use crate::chat::{Action, Button, Pages, Screen, Talk, back, button, checked};
use crate::domain::people::OrganisationKind;
use crate::domain::school_year::SchoolYear;
use crate::store::organisations::Organisation;
use crate::store::people;
use crate::text::{self, Locale, Markup};
use crate::{label, tr};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

pub(super) async fn show(talk: &mut Talk<'_>, (step, walk, page): (SetupStep, bool, u32)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.clone();
    // What a new organisation starts with is nobody's answer, so it is not ticked yet.
    let answered = walk_stands_at(talk).await?.is_none_or(|next| next > step);
    let screen = match step {
        SetupStep::Name => name(talk, walk, page).await?,
        SetupStep::Organisation => Screen::new(organisation_question(locale, &organisation)),
        SetupStep::Kind => kinds(locale, answered.then_some(organisation.kind)),
        SetupStep::Zone => {
            let zone = answered.then_some(organisation.zone);
            zones(locale, zone, (talk.now, page))
        }
        SetupStep::Year => years(talk, answered.then_some(organisation.school_year)),
        SetupStep::Channel => channel(locale, &organisation, walk),
    };
    let screen = if walk { screen.with_note(&progress(locale, step)) } else { screen };
    Ok(match step {
        // The last row has a way forward there.
        SetupStep::Channel => screen,
        SetupStep::Name if walk => screen,
        _ => screen.row([back(locale, Action::SetupBack)]),
    })
}

/// «Настройка · 2 из 6».
fn progress(locale: Locale, step: SetupStep) -> Markup {
    tr!(locale, "setup-progress", step = step.number(), steps = SetupStep::ALL.len()).bold()
}

/// The name is typed; where the staff list is loaded already, it can be picked.
async fn name(talk: &mut Talk<'_>, walk: bool, page: u32) -> anyhow::Result<Screen> {
    let organisation = talk.organisation()?.id;
    let listed = if walk { Vec::new() } else { people::list_unclaimed(talk.tx, organisation).await? };
    let text = if listed.is_empty() { tr!(talk.locale, "setup-name") } else { tr!(talk.locale, "setup-name-listed") };
    let pages = Pages::new(&listed, page);
    let picks = pages.shown.iter().map(|one| button(&one.full_name, Action::SetupPick { person: one.id }));
    let picks: Vec<Button> = picks.collect();
    Ok(Screen::new(text).grid(1, picks).row(pages.row(|page| Action::SetupPage { page })))
}

fn organisation_question(locale: Locale, organisation: &Organisation) -> Markup {
    let question = tr!(locale, "setup-organisation");
    if organisation.name.is_empty() {
        question
    } else {
        question.paragraph(&tr!(locale, "setup-organisation-now", name = &organisation.name))
    }
}

fn kinds(locale: Locale, chosen: Option<OrganisationKind>) -> Screen {
    let kinds = OrganisationKind::ALL.iter().map(|kind| {
        let label = text::label(locale, &format!("kind-{kind}"), &[]);
        let label = checked(chosen == Some(*kind), &label);
        button(label, Action::SetupKind { kind: *kind })
    });
    Screen::new(tr!(locale, "setup-kind")).grid(1, kinds)
}

fn zones(locale: Locale, chosen: Option<Tz>, (now, page): (DateTime<Utc>, u32)) -> Screen {
    let pages = Pages::new(Zone::ALL, page);
    let buttons = pages.shown.iter().map(|zone| {
        let label = checked(chosen == Some(zone.tz()), &zone.label(locale, now));
        button(label, Action::SetupZone { zone: *zone })
    });
    Screen::new(tr!(locale, "setup-zone")).grid(2, buttons).row(pages.row(|page| Action::SetupPage { page }))
}

/// The school years that can be chosen: the one that runs and the next.
pub(super) fn offered_years(talk: &Talk<'_>) -> [SchoolYear; 2] {
    let current = SchoolYear::containing(talk.today());
    [current, SchoolYear(current.0 + 1)]
}

fn years(talk: &Talk<'_>, chosen: Option<SchoolYear>) -> Screen {
    let offered = offered_years(talk);
    let years = offered.map(|year| {
        let label = checked(chosen == Some(year), &year.to_string());
        button(label, Action::SetupYear { year: u32::try_from(year.0).unwrap_or_default() })
    });
    Screen::new(tr!(talk.locale, "setup-year", year = offered[0].to_string())).row(years)
}

fn channel(locale: Locale, organisation: &Organisation, walk: bool) -> Screen {
    let mut text = tr!(locale, "setup-channel");
    if organisation.has_channel() {
        text = text.paragraph(&tr!(locale, "setup-channel-now", title = &organisation.channel_title));
    }
    let forward = if walk {
        button(label!(locale, "button-later"), Action::SetupSkip)
    } else {
        button(label!(locale, "button-check-again"), Action::SetupRecheck)
    };
    let screen = Screen::new(text);
    let screen =
        if walk { screen.row([button(label!(locale, "button-check-again"), Action::SetupRecheck)]) } else { screen };
    screen.row([back(locale, Action::SetupBack), forward])
}
