//! All rows of the next year as they would be.

use super::{carried, next};
use crate::chat::road_map::words;
use crate::chat::screen::{Pages, back, button};
use crate::chat::{Action, Screen, Talk};
use crate::domain::calendar::WorkingDays;
use crate::domain::roadmap::next_year::Carried;
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::NaiveDate;

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (all, calendar, today) = (carried(talk).await?, talk.calendar().await?, talk.today());
    let year = next(talk)?.to_string();
    let title = tr!(locale, "new-year-title", year = &year).bold();
    if all.is_empty() {
        return Ok(Screen::new(title.paragraph(&tr!(locale, "new-year-no-rows")))
            .row([back(locale, Action::NewYearBack), button(label!(locale, "button-new-year-map"), Action::RoadMap)]));
    }
    let kept = all.iter().filter(|one| one.is_kept);
    let dates: usize = kept.clone().map(|one| one.row.planned(&calendar).len()).sum();
    let single = all.iter().filter(|one| !one.is_yearly && !one.is_kept).count();
    let mut head = title.line(&tr!(locale, "new-year-count", kept = kept.count(), of = all.len(), dates = dates));
    if single > 0 {
        head = head.paragraph(&tr!(locale, "new-year-single", count = single));
    }
    let pages = Pages::new(&all, page);
    let lines =
        pages.shown.iter().fold(Markup::default(), |lines, one| lines.line(&line(locale, one, (&calendar, today))));
    let text = head.paragraph(&lines).paragraph(&tr!(locale, "new-year-how"));
    let open = |one: &Carried| button(one.row.position.to_string(), Action::NewYearRow { row: one.from });
    Ok(Screen::new(text).grid(4, pages.shown.iter().map(open)).row(pages.row(|page| Action::NewYear { page })).row([
        back(locale, Action::NewYearBack),
        button(label!(locale, "button-new-year-start", year = year), Action::NewYearStart),
    ]))
}

/// «✓ 3. приказ — до 30 сентября 2027 года».
fn line(locale: Locale, one: &Carried, (calendar, today): (&WorkingDays, NaiveDate)) -> Markup {
    let sign = match (one.is_kept, one.row.question(calendar).is_some()) {
        (false, _) => "▫",
        (true, true) => "⚠",
        (true, false) => "✓",
    };
    tr!(
        locale,
        "new-year-line",
        sign = sign,
        number = one.row.position,
        heading = words::short(&one.row.heading, words::IN_A_LIST),
        term = words::term_short(locale, &one.row, calendar, today),
    )
}
