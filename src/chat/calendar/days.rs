//! The organisation's own days off and worked days, and the transfers of years that the program does not know.

use super::{Place, change, settings};
use crate::chat::screen::{Pages, back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::calendar::{DayKind, DayProblem, read_days, russia};
use crate::text::{self, Locale, Markup, dates};
use crate::{label, tr};
use chrono::{Datelike, NaiveDate};

/// Own days that a calendar may have: more would be a mistake.
const MOST: usize = 200;
/// The longest line that is shown back.
const LONGEST: usize = 80;

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (year, today) = (talk.organisation()?.school_year, talk.today());
    let (settings, _) = settings(talk).await?;
    let all: Vec<(NaiveDate, DayKind)> = settings.days.iter().map(|(day, kind)| (*day, *kind)).collect();
    let pages = Pages::new(&all, page);
    let title = tr!(locale, "calendar-days-title", year = year.to_string()).bold();
    let lines = pages.shown.iter().fold(Markup::default(), |lines, (day, kind)| {
        let day = dates::day(locale, *day, today);
        lines.line(&match kind {
            DayKind::Off => tr!(locale, "calendar-day-off", day = day),
            DayKind::Worked => tr!(locale, "calendar-day-worked", day = day),
        })
    });
    let lines = if all.is_empty() {
        tr!(locale, "calendar-days-none")
    } else {
        lines.line(&tr!(locale, "calendar-days-drop-hint"))
    };
    let text = title.paragraph(&lines).paragraph(&tr!(locale, "calendar-days-hint"));
    let drops = pages.shown.iter().map(|(day, _)| {
        let label = label!(locale, "button-calendar-day-drop", day = dates::day(locale, *day, today));
        button(label, Action::CalendarDayDrop { day: *day })
    });
    let shipped: Vec<i32> = russia().public().known_years().collect();
    let unknown = [year.0, year.0 + 1].into_iter().filter(|year| !shipped.contains(year));
    let complete = unknown.filter_map(|year| {
        let on = !settings.complete.contains(&year);
        let label = if on {
            label!(locale, "button-calendar-complete", year = year.to_string())
        } else {
            label!(locale, "button-calendar-incomplete", year = year.to_string())
        };
        Some(button(label, Action::CalendarComplete { year: u32::try_from(year).ok()?, on }))
    });
    Ok(Screen::new(text)
        .grid(2, drops)
        .row(pages.row(|page| Action::CalendarDays { page }))
        .row([back(locale, Action::CalendarBack)].into_iter().chain(complete.take(1))))
}

pub(super) async fn take(talk: &mut Talk<'_>, text: &str) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let year = talk.organisation()?.school_year;
    let calendar = talk.calendar().await?;
    let days = match read_days(text, year, &calendar) {
        Ok(days) => days,
        Err(problem) => return Ok(Turn::hint(in_words(locale, &problem))),
    };
    let (mut settings, seen) = settings(talk).await?;
    settings.days.extend(days);
    if settings.days.len() > MOST {
        return Ok(Turn::hint(tr!(locale, "calendar-days-too-many")));
    }
    change::propose(talk, Place::Days { page: 0 }, (settings, seen)).await
}

fn in_words(locale: Locale, problem: &DayProblem) -> Markup {
    match problem {
        DayProblem::NotUnderstood(line) => {
            let line: String = line.chars().take(LONGEST).collect();
            tr!(locale, "calendar-days-bad", line = line)
        }
        DayProblem::OtherWeekday(day) => {
            let number = day.weekday().number_from_monday();
            let weekday = text::label(locale, &format!("weekday-name-{number}"), &[]);
            tr!(locale, "calendar-days-weekday", day = dates::full(locale, *day), weekday = weekday)
        }
    }
}

pub(super) async fn drop_day(talk: &mut Talk<'_>, day: NaiveDate) -> anyhow::Result<Turn> {
    let (mut settings, seen) = settings(talk).await?;
    settings.days.remove(&day);
    change::propose(talk, Place::Days { page: 0 }, (settings, seen)).await
}

/// The curator says that all transfers of a calendar year are entered, or takes it back.
pub(super) async fn set_complete(talk: &mut Talk<'_>, (year, on): (u32, bool)) -> anyhow::Result<Turn> {
    let (mut settings, seen) = settings(talk).await?;
    let year = i32::try_from(year)?;
    if on {
        settings.complete.insert(year);
    } else {
        settings.complete.remove(&year);
    }
    change::propose(talk, Place::Days { page: 0 }, (settings, seen)).await
}
