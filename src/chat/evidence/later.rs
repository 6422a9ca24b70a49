//! «Напомнить позже»: a day by a button.

use super::place::EvidencePlace as Place;
use super::{give, list_with, not_yours, own_to_do};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::{OccurrenceId, PersonId};
use crate::domain::reminder::{DigestLine, Later, LineKind, MOST_PUT_OFF, choices};
use crate::store::{digest_lines, reminder_settings, snoozes};
use crate::text::{Markup, dates};
use crate::tr;
use chrono::NaiveDate;

/// Only who does the row is asked when to be reminded: nobody else ever is.
pub(super) async fn open(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Turn> {
    Ok(match own_to_do(talk, id).await? {
        Some(_) => Turn::to(Place::Later { occurrence: id }),
        None => Turn::to(Place::Card { occurrence: id }),
    })
}

/// The days that can be chosen today: those on which this organisation tells people something.
async fn offered(talk: &mut Talk<'_>, due: NaiveDate) -> anyhow::Result<Vec<(Later, NaiveDate, bool)>> {
    let organisation = talk.organisation()?.id;
    let (calendar, today) = (talk.calendar().await?, talk.today());
    let settings = reminder_settings::find(talk.tx, organisation).await?;
    Ok(choices(due, today, &|day| settings.is_day(day, calendar.is_reminder_day(day))))
}

pub(super) async fn show(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((one, row)) = own_to_do(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let today = talk.today();
    let person = talk.person()?.id;
    let times = snoozes::list_of(talk.tx, (id, person)).await?.len();
    let due = words::due_in_words(locale, one.due, today);
    let text = Markup::plain(&words::short(&row.heading, 200)).bold().line(&tr!(locale, "occurrence-due", due = due));
    let previous = back(locale, Action::EvidenceBack);
    if times >= MOST_PUT_OFF {
        return Ok(Screen::new(text.paragraph(&tr!(locale, "later-often", times = times))).row([previous]));
    }
    let offered = offered(talk, one.due).await?;
    let mut text = text.paragraph(&tr!(locale, "later-ask"));
    if offered.iter().any(|(.., past)| *past) {
        text = text.line(&tr!(locale, "later-past-due"));
    }
    if times + 1 == MOST_PUT_OFF {
        text = text.line(&tr!(locale, "later-last"));
    }
    let buttons = offered.into_iter().map(|(later, day, past)| {
        let name = crate::text::label(locale, &format!("button-later-{later}"), &[]);
        let name = format!("{name}, {}", dates::day_month(locale, day));
        button(if past { format!("⚠ {name}") } else { name }, Action::LaterOn { occurrence: id, day })
    });
    Ok(Screen::new(text).grid(1, buttons).row([previous]))
}

/// Puts it off; only to a day that was offered today.
pub(super) async fn snooze(talk: &mut Talk<'_>, (id, day): (OccurrenceId, NaiveDate)) -> anyhow::Result<Turn> {
    let Some((one, _)) = own_to_do(talk, id).await? else {
        return Ok(Turn::to(Place::Card { occurrence: id }));
    };
    let person = talk.person()?.id;
    let times = snoozes::list_of(talk.tx, (id, person)).await?.len();
    let is_offered = offered(talk, one.due).await?.iter().any(|(_, offered, _)| *offered == day);
    if !one.is_open() || !is_offered || times >= MOST_PUT_OFF {
        return give::begin(talk, (id, one.version)).await;
    }
    snoozes::insert(talk.tx, (id, person), day, talk.now).await?;
    remind_on(talk, (id, person), day, times + 1).await?;
    let day = dates::on_weekday(talk.locale, day, talk.today());
    let mut note = tr!(talk.locale, "later-done", day = day);
    if times + 1 == MOST_PUT_OFF {
        note = note.line(&tr!(talk.locale, "later-curator-sees", times = times + 1));
    }
    Ok(list_with(talk, id).await?.with_note(note))
}

/// Until the chosen day nothing is said; in that morning's message there is a line of its own.
async fn remind_on(
    talk: &mut Talk<'_>,
    (id, person): (OccurrenceId, PersonId),
    day: NaiveDate,
    times: usize,
) -> anyhow::Result<()> {
    let (organisation, zone) = (talk.organisation()?.id, talk.organisation()?.zone);
    let opening = reminder_settings::find(talk.tx, organisation).await?.opening(day, zone);
    digest_lines::take_back_reminders(talk.tx, (id, person), talk.now).await?;
    let mark = format!("later_{times}");
    let line = DigestLine { person, kind: LineKind::Reminder, subject: id.0, mark, owed_on: day };
    digest_lines::insert_many(talk.tx, &[(organisation, line, opening)], talk.now).await?;
    Ok(())
}

/// «Напомню в понедельник, 5 октября», for whoever put it off.
pub(super) async fn line(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Markup> {
    let person = talk.person()?.id;
    let days = snoozes::list_of(talk.tx, (id, person)).await?;
    let today = talk.today();
    let waits = days.last().filter(|day| **day > today);
    Ok(waits.map_or_else(Markup::default, |day| {
        tr!(talk.locale, "later-waits", day = dates::on_weekday(talk.locale, *day, today))
    }))
}
