//! How the calendar stands.

use super::settings;
use crate::chat::{Action, Screen, Talk, back, button};
use crate::domain::calendar::{CalendarSettings, SchoolWeek, Span, Summer, VacationKind, Vacations};
use crate::domain::school_year::SchoolYear;
use crate::text::{Locale, Markup, dates};
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (kind, year) = (talk.organisation()?.kind, talk.organisation()?.school_year);
    let (settings, _) = settings(talk).await?;
    let summer = settings.summer.unwrap_or_else(|| Summer::usual(kind));
    let says = |prefix: &str, code: &str| crate::text::markup(locale, &format!("{prefix}-{code}"), &[]);
    let text = tr!(locale, "calendar-title", year = year.to_string())
        .bold()
        .paragraph(&says("calendar-week", settings.week.code()))
        .line(&says("calendar-summer", summer.code()))
        .line(&says("calendar-quiet", if settings.quiet_vacations { "on" } else { "off" }))
        .paragraph(&vacations(locale, &settings.vacations, year))
        .paragraph(&years(locale, &settings, year));
    let week = match settings.week {
        SchoolWeek::FiveDays => (label!(locale, "button-calendar-six"), SchoolWeek::SixDays),
        SchoolWeek::SixDays => (label!(locale, "button-calendar-five"), SchoolWeek::FiveDays),
    };
    let season = match summer {
        Summer::Rests => (label!(locale, "button-calendar-summer-works"), Summer::Works),
        Summer::Works => (label!(locale, "button-calendar-summer-rests"), Summer::Rests),
    };
    let quiet = if settings.quiet_vacations {
        label!(locale, "button-calendar-quiet-off")
    } else {
        label!(locale, "button-calendar-quiet-on")
    };
    Ok(Screen::new(text)
        .row([
            button(week.0, Action::CalendarWeek { week: week.1 }),
            button(season.0, Action::CalendarSummer { summer: season.1 }),
        ])
        .row([button(quiet, Action::CalendarQuiet { on: !settings.quiet_vacations })])
        .row([
            button(label!(locale, "button-calendar-vacations"), Action::CalendarVacations),
            button(label!(locale, "button-calendar-days"), Action::CalendarDays { page: 0 }),
        ])
        .row([back(locale, Action::CalendarBack)]))
}

/// The quarters, or what they still lack.
fn vacations(locale: Locale, vacations: &Vacations, year: SchoolYear) -> Markup {
    if vacations.has_quarters(year) {
        let quarter = |(number, roman): (u32, &str)| {
            let days = vacations.quarter(year, number).map(|span| days(locale, span));
            label!(locale, "calendar-quarter", number = roman, days = days.unwrap_or_default())
        };
        let all: Vec<String> = [(1, "I"), (2, "II"), (3, "III"), (4, "IV")].map(quarter).into();
        return tr!(locale, "calendar-quarters", quarters = all.join("; "));
    }
    let named = VacationKind::ALL.iter().any(|kind| vacations.of(year, *kind).is_some());
    if named { tr!(locale, "calendar-vacations-some") } else { tr!(locale, "calendar-vacations-none") }
}

/// Which years' transfers are known, of the two calendar years that the school year lies in.
fn years(locale: Locale, settings: &CalendarSettings, year: SchoolYear) -> Markup {
    let own = settings.days.len();
    let lines = [year.0, year.0 + 1].into_iter().fold(Markup::default(), |text, year| {
        let said = year.to_string();
        text.line(&match (settings.knows(year), settings.complete.contains(&year)) {
            (false, _) => tr!(locale, "calendar-year-unknown", year = said),
            (true, true) => tr!(locale, "calendar-year-entered", year = said),
            (true, false) => tr!(locale, "calendar-year-known", year = said),
        })
    });
    if own == 0 { lines } else { lines.line(&tr!(locale, "calendar-own-days", count = own)) }
}

/// «25 октября – 2 ноября».
pub(super) fn days(locale: Locale, span: Span) -> String {
    let day = |day| dates::day_month(locale, day);
    label!(locale, "calendar-span", first = day(span.first), last = day(span.last))
}
