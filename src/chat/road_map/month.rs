//! A month of the road map: what is due, what is done, what is late.

use super::{Rows, words};
use crate::chat::screen::{Button, Pages, button, menu};
use crate::chat::{Action, Screen, Talk};
use crate::domain::calendar::last_of_month;
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::{activities, dated_rows, occurrences};
use crate::text::{Locale, Markup, dates};
use crate::{label, tr};
use chrono::{Datelike, Days, Months, NaiveDate};

pub(super) async fn show(talk: &mut Talk<'_>, (month, page): (NaiveDate, u32)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let month = first_of_month(month.clamp(year.first_day(), year.last_day()));
    let span = (month, last_of_month(month));
    let due = occurrences::list_due(talk.tx, organisation, span).await?;
    let rows = activities::list_due(talk.tx, organisation, span).await?;
    let mut due = dated_rows::with_rows(talk.tx, due, &rows).await?;
    due.sort_by_key(|(one, row)| (one.due, row.position));
    let today = talk.today();
    let earlier = (year.first_day(), month.pred_opt().unwrap_or(month));
    let late = occurrences::list_open(talk.tx, organisation, earlier).await?;
    let late = late.iter().filter(|one| one.is_late(today)).count();
    let all = activities::list(talk.tx, organisation, year).await?;
    let calendar = talk.calendar().await?;
    let asked = all.iter().filter(|row| row.question(&calendar).is_some()).count();

    let mut head = head(locale, (&due, month), today);
    if late > 0 {
        head = head.line(&tr!(locale, "road-map-late-earlier", count = late));
    }
    if asked > 0 {
        head = head.line(&tr!(locale, "road-map-asked", count = asked));
    }
    let pages = Pages::new(&due, page);
    let number = numbers(&due, pages.shown);
    let mut list = Markup::default();
    let mut buttons = Vec::new();
    for (number, (one, row)) in number.zip(pages.shown) {
        list = list.line(&entry(locale, (number, one), &row.heading, today));
        buttons.push(entry_button(locale, number, one));
    }
    let screen = Screen::new(head.paragraph(&list))
        .grid(2, buttons)
        .row(pages.row(|page| Action::RoadMapMonth { month, page }))
        .row([
            button(label!(locale, "button-road-map-rows"), Action::RoadMapRows { list: Rows::All, page: 0 }),
            button(label!(locale, "button-road-map-picture"), Action::RoadMapPicture),
        ]);
    let screen = screen.row([button(label!(locale, "button-inspection"), Action::Inspection)]);
    let (before, after) = neighbours(locale, month, (year.first_day(), year.last_day()));
    Ok(screen.row(before.into_iter().chain([menu(locale)]).chain(after)))
}

/// An occurrence with its row.
type Dated = (Occurrence, Activity);

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// «Дорожная карта · сентябрь. Готово 3 из 9, на этой неделе — 2».
fn head(locale: Locale, (due, month): (&[Dated], NaiveDate), today: NaiveDate) -> Markup {
    let title = tr!(locale, "road-map-month", month = dates::month_name(locale, month.month())).bold();
    if due.is_empty() {
        return title.line(&tr!(locale, "road-map-month-empty"));
    }
    let done = due.iter().filter(|(one, _)| !one.is_open()).count();
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    let week =
        due.iter().filter(|(one, _)| one.is_open() && one.due >= monday && one.due <= monday + Days::new(6)).count();
    title.line(&if week > 0 {
        tr!(locale, "road-map-progress-week", done = done, all = due.len(), week = week)
    } else {
        tr!(locale, "road-map-progress", done = done, all = due.len())
    })
}

/// The numbers under which a page's entries are listed.
fn numbers(all: &[Dated], shown: &[Dated]) -> impl Iterator<Item = usize> {
    let first = shown.first().and_then(|(first, _)| all.iter().position(|(one, _)| one.id == first.id));
    (first.unwrap_or(0) + 1)..
}

/// «1. ✓ до 30 сентября · приказ о назначении куратора».
fn entry(locale: Locale, (number, one): (usize, &Occurrence), heading: &str, today: NaiveDate) -> Markup {
    let sign = match (one.is_open(), one.is_late(today)) {
        (false, _) => "✓",
        (true, true) => "❗",
        (true, false) => "▫",
    };
    tr!(
        locale,
        "road-map-month-line",
        number = number,
        sign = sign,
        day = dates::day_month(locale, one.due),
        heading = words::short(heading, words::IN_A_LIST),
    )
}

fn entry_button(locale: Locale, number: usize, one: &Occurrence) -> Button {
    if one.is_open() {
        let done = Action::OccurrenceDone { occurrence: one.id, version: one.version };
        button(label!(locale, "button-done", number = number), done)
    } else {
        let open = Action::OccurrenceOpen { occurrence: one.id };
        button(label!(locale, "button-done-open", number = number), open)
    }
}

/// The months before and after, inside the school year.
fn neighbours(
    locale: Locale,
    month: NaiveDate,
    (first, last): (NaiveDate, NaiveDate),
) -> (Option<Button>, Option<Button>) {
    let to = |month: NaiveDate, label: String| button(label, Action::RoadMapMonth { month, page: 0 });
    let before = month.checked_sub_months(Months::new(1)).filter(|month| *month >= first);
    let after = month.checked_add_months(Months::new(1)).filter(|month| *month <= last);
    (
        before.map(|month| to(month, format!("← {}", words::month_title(locale, month)))),
        after.map(|month| to(month, format!("{} →", words::month_title(locale, month)))),
    )
}
