//! «Мои мероприятия»: the open rows that are one's own, the late ones first; and the same rows with the two other things
//! that can be said of each, beside that it is done.

use super::Answerer;
use crate::chat::road_map::words;
use crate::chat::screen::{Button, Pages, back, button, menu};
use crate::chat::{Action, Screen, Talk};
use crate::domain::roadmap::activity::Activity;
use crate::domain::school_year::SchoolYear;
use crate::store::occurrences::Occurrence;
use crate::store::{activities, dated_rows, occurrences};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::{Days, NaiveDate};

/// How far ahead the list looks, in days; what is due later is only counted.
const AHEAD: u64 = 45;

/// `not_now`: each row is to be put off or given away.
pub(super) async fn show(talk: &mut Talk<'_>, page: u32, not_now: bool) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let today = talk.today();
    let mine = mine(talk).await?;
    let soon: Vec<(Occurrence, Activity)> =
        mine.iter().filter(|(one, _)| one.due <= today + Days::new(AHEAD)).cloned().collect();
    let later = mine.len() - soon.len();
    let pages = Pages::new(&soon, page);
    let first = pages.shown.first().and_then(|(shown, _)| soon.iter().position(|(one, _)| one.id == shown.id));
    let mut text = if not_now { tr!(locale, "my-rows-not-now").bold() } else { tr!(locale, "my-rows").bold() };
    if soon.is_empty() {
        text = text.paragraph(&tr!(locale, "my-rows-empty"));
    }
    let numbered = || (first.unwrap_or(0) + 1..).zip(pages.shown);
    let rows = numbered().map(|(number, (one, row))| (number, one.due, row));
    text = text.paragraph(&words::due_list(locale, rows, today));
    if not_now {
        let buttons = numbered().flat_map(|(number, (one, _))| not_now_buttons(locale, number, one));
        return Ok(Screen::new(text)
            .grid(2, buttons)
            .row(pages.row(|page| Action::NotNow { page }))
            .row([back(locale, Action::EvidenceBack)]));
    }
    let buttons = numbered().map(|(number, (one, _))| {
        let done = Action::OccurrenceDone { occurrence: one.id, version: one.version };
        button(label!(locale, "button-done", number = number), done)
    });
    if later > 0 {
        text = text.paragraph(&tr!(locale, "my-rows-later", count = later));
    }
    text = text.paragraph(&undated(talk).await?);
    let not_now = (!soon.is_empty()).then(|| button(label!(locale, "button-not-now"), Action::NotNow { page }));
    let last = [menu(locale)].into_iter().chain(not_now);
    Ok(Screen::new(text).grid(2, buttons).row(pages.row(|page| Action::MyRows { page })).row(last))
}

/// «Позже: 1» and «Не моё: 1».
fn not_now_buttons(locale: Locale, number: usize, one: &Occurrence) -> [Button; 2] {
    [
        button(label!(locale, "button-later-of", number = number), Action::Later { occurrence: one.id }),
        button(label!(locale, "button-not-mine-of", number = number), Action::NotMine { occurrence: one.id }),
    ]
}

/// Everything open of this year's road map that this person does, earliest first.
async fn mine(talk: &mut Talk<'_>) -> anyhow::Result<Vec<(Occurrence, Activity)>> {
    let person = talk.person()?.clone();
    let year = talk.organisation()?.school_year;
    // What the year before still owes is not forgotten with it.
    let before = SchoolYear(year.0 - 1);
    let span: (NaiveDate, NaiveDate) = (before.first_day(), year.last_day());
    let answerer = Answerer::load(talk.tx, &person).await?;
    let rows = activities::list_due(talk.tx, person.organisation, span).await?;
    let open = occurrences::list_open(talk.tx, person.organisation, span).await?;
    let all = dated_rows::with_rows(talk.tx, open, &rows).await?;
    Ok(all.into_iter().filter(|(one, row)| answerer.answers_for(one, row)).collect())
}

/// The rows of this person that have no day: named once, so that they are not forgotten.
async fn undated(talk: &mut Talk<'_>) -> anyhow::Result<Markup> {
    let person = talk.person()?.clone();
    let year = talk.organisation()?.school_year;
    let answerer = Answerer::load(talk.tx, &person).await?;
    let rows = activities::list(talk.tx, person.organisation, year).await?;
    let calendar = &talk.calendar().await?;
    let undated: Vec<&Activity> = rows
        .iter()
        .filter(|row| row.term_question(calendar).is_none() && row.planned(calendar).is_empty())
        .filter(|row| answerer.answers(row))
        .take(8)
        .collect();
    if undated.is_empty() {
        return Ok(Markup::default());
    }
    let today = talk.today();
    Ok(undated.iter().fold(tr!(talk.locale, "my-rows-undated"), |text, row| {
        text.line(&tr!(
            talk.locale,
            "my-rows-undated-line",
            heading = words::short(&row.heading, words::IN_A_LIST),
            term = words::term_short(talk.locale, row, calendar, today),
        ))
    }))
}
