//! The day of an event, and the time at which a piece of news comes out.

use super::{card, changed, find_own, write};
use crate::chat::{Action, Screen, Talk, Turn, back, button};
use crate::domain::ids::PostId;
use crate::domain::post::Post;
use crate::domain::reminder::reminder_instant;
use crate::domain::typed_moment::{read_day, read_moment};
use crate::label;
use crate::text::dates;
use crate::tr;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// When news is read: after lessons today, before lessons tomorrow.
const EVENING: u8 = 18;
const MORNING: u8 = 9;

pub(super) async fn show_day(talk: &mut Talk<'_>, id: PostId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let today = talk.today();
    let Some(post) = find_own(talk, id).await?.filter(Post::is_open) else {
        return card::show(talk, id).await;
    };
    let days = [today, today + TimeDelta::days(1)]
        .map(|on| button(dates::on_weekday(locale, on, today), Action::NewsSetDay { post: id, on }));
    let clear = post.event_on.map(|_| button(label!(locale, "button-news-no-day"), Action::NewsClearDay { post: id }));
    let to = back(locale, Action::NewsOpen { post: id });
    Ok(Screen::new(tr!(locale, "news-ask-day")).grid(1, days).row([to].into_iter().chain(clear)))
}

pub(super) async fn type_day(talk: &mut Talk<'_>, id: PostId, text: &str) -> anyhow::Result<Turn> {
    match read_day(text, talk.today()) {
        Some(day) => set_day(talk, id, Some(day)).await,
        None => Ok(Turn::hint(tr!(talk.locale, "news-bad-day"))),
    }
}

pub(super) async fn set_day(talk: &mut Talk<'_>, id: PostId, event_on: Option<NaiveDate>) -> anyhow::Result<Turn> {
    let Some(post) = find_own(talk, id).await?.filter(Post::is_open) else {
        return Ok(changed(talk, id));
    };
    let seen = post.version;
    let post = Post { event_on, ..post };
    if let Some(hint) = write::too_long(talk, &post) {
        return Ok(Turn::hint(hint));
    }
    write::keep(talk, Some(seen), post).await
}

pub(super) async fn show_time(talk: &mut Talk<'_>, id: PostId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let post = find_own(talk, id).await?;
    if !post.is_some_and(|post| post.is_open()) {
        return card::show(talk, id).await;
    }
    let organisation = talk.organisation()?;
    let local = talk.now.with_timezone(&organisation.zone).naive_local();
    let now = local.format("%-H:%M").to_string();
    let text = tr!(locale, "news-ask-time", channel = &organisation.channel_title, now = now);
    let today = local.date();
    let evening = moment(today, EVENING).filter(|evening| *evening > local).map(|_| {
        let label = label!(locale, "news-time-today", time = format!("{EVENING}:00"));
        button(label, Action::NewsSchedule { post: id, on: today, hour: EVENING })
    });
    let label = label!(locale, "news-time-tomorrow", time = format!("{MORNING}:00"));
    let on = today + TimeDelta::days(1);
    let morning = button(label, Action::NewsSchedule { post: id, on, hour: MORNING });
    Ok(Screen::new(text).row(evening.into_iter().chain([morning])).row([back(locale, Action::NewsOpen { post: id })]))
}

fn moment(day: NaiveDate, hour: u8) -> Option<NaiveDateTime> {
    NaiveTime::from_hms_opt(hour.into(), 0, 0).map(|time| day.and_time(time))
}

pub(super) async fn press_time(talk: &mut Talk<'_>, id: PostId, (on, hour): (NaiveDate, u8)) -> anyhow::Result<Turn> {
    set_time(talk, id, moment(on, hour)).await
}

pub(super) async fn type_time(talk: &mut Talk<'_>, id: PostId, text: &str) -> anyhow::Result<Turn> {
    let zone = talk.organisation()?.zone;
    let local = talk.now.with_timezone(&zone).naive_local();
    set_time(talk, id, read_moment(text, local)).await
}

async fn set_time(talk: &mut Talk<'_>, id: PostId, local: Option<NaiveDateTime>) -> anyhow::Result<Turn> {
    let zone = talk.organisation()?.zone;
    match local {
        Some(local) => {
            let at = reminder_instant(local.date(), zone, local.time());
            card::send_off(talk, (id, None), at).await
        }
        None => Ok(Turn::hint(tr!(talk.locale, "news-bad-time"))),
    }
}
