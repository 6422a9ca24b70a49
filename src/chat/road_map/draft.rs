//! What was read in a document, before it is loaded: the summary first, then the rows.

use super::reading::{self, Reading};
use super::{review, words};
use crate::chat::screen::{Pages, back, button};
use crate::chat::{Action, Screen, Talk};
use crate::domain::calendar::WorkingDays;
use crate::domain::roadmap::activity::{Activity, Question};
use crate::domain::roadmap::ready_answers;
use crate::store::road_maps::Source;
use crate::store::{pairs, people};
use crate::text::{Locale, Markup, row_question};
use crate::{label, tr};

/// Questions that the summary spells out; the rest are in the list.
const SPELLED_QUESTIONS: usize = 4;

/// «7 строк понято, 2 вопроса».
pub(super) async fn summary(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(read) = reading::of_draft(talk).await? else {
        return super::document::ask(talk).await;
    };
    let calendar = &talk.calendar().await?;
    let asked = read.rows.iter().filter(|row| row.question(calendar).is_some()).count();
    let open = questions_in(&read, calendar);
    let dates: usize = read.rows.iter().map(|row| row.planned(calendar).len()).sum();
    let undated = read.rows.iter().filter(|row| row.planned(calendar).is_empty()).count() - unplanned(&read, calendar);
    let (remarks, more) = review::remarks_in_short(locale, &read.remarks);
    let text = heading(locale, &read)
        .paragraph(&tr!(locale, "road-map-read", understood = read.rows.len() - asked, questions = open.len()))
        .line(&tr!(locale, "road-map-read-dates", dates = dates, undated = undated))
        .paragraph(&questions(locale, &open))
        .paragraph(&remarks)
        .paragraph(&tr!(locale, if asked == 0 { "road-map-read-next" } else { "review-next" }));
    let rows = button(label!(locale, "button-road-map-read-rows"), Action::RoadMapReadRows { page: 0 });
    let all_remarks = (more > 0)
        .then(|| button(label!(locale, "button-review-remarks", count = more), Action::RoadMapRemarks { page: 0 }));
    let ask =
        (asked > 0).then(|| button(label!(locale, "button-review-ask", count = open.len()), Action::RoadMapLoadAsk));
    Ok(Screen::new(text).row([rows].into_iter().chain(all_remarks)).row(ask).row([
        button(label!(locale, "button-road-map-other-file"), Action::RoadMapFile),
        button(label!(locale, "button-road-map-load"), Action::RoadMapLoad),
    ]))
}

/// A row may leave two questions: about its term and about its people.
fn questions_in<'r>(read: &'r Reading, calendar: &WorkingDays) -> Vec<(&'r Activity, Question)> {
    let of_row = |row| ready_answers::questions(row, calendar).into_iter().map(move |question| (row, question));
    read.rows.iter().flat_map(of_row).collect()
}

/// Rows without dates because something about their term must be settled first.
fn unplanned(read: &Reading, calendar: &WorkingDays) -> usize {
    read.rows.iter().filter(|row| row.term_question(calendar).is_some()).count()
}

fn heading(locale: Locale, read: &Reading) -> Markup {
    let source = match read.source {
        Source::File => tr!(locale, "road-map-source-file", name = &read.source_name),
        Source::Typed => tr!(locale, "road-map-source-typed"),
        Source::Template => tr!(locale, "road-map-source-template"),
    };
    Markup::plain(&words::short(&read.title, 200)).bold().line(&source)
}

/// The first of them, and how many more there are: together what the sentence above says.
fn questions(locale: Locale, open: &[(&Activity, Question)]) -> Markup {
    let shown = if open.len() == SPELLED_QUESTIONS + 1 { open.len() } else { SPELLED_QUESTIONS };
    let list = open.iter().take(shown).fold(Markup::default(), |list, (row, question)| {
        list.line(&tr!(
            locale,
            "road-map-question-line",
            number = row.position,
            heading = words::short(&row.heading, words::IN_A_LIST),
            question = row_question(locale, *question),
        ))
    });
    let more = open.len().saturating_sub(shown);
    if more == 0 { list } else { list.line(&tr!(locale, "road-map-questions-more", count = more)) }
}

/// The rows, to look at.
pub(super) async fn rows(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(read) = reading::of_draft(talk).await? else {
        return super::document::ask(talk).await;
    };
    let (calendar, today) = (&talk.calendar().await?, talk.today());
    let pages = Pages::new(&read.rows, page);
    let text = pages.shown.iter().fold(tr!(locale, "road-map-read-rows"), |text, row| {
        text.line(&super::rows::line(locale, row, (calendar, today), &[]))
    });
    let open = |position: u32| button(position.to_string(), Action::RoadMapReadRow { row: position.saturating_sub(1) });
    Ok(Screen::new(text)
        .grid(4, pages.shown.iter().map(|row| open(row.position)))
        .row(pages.row(|page| Action::RoadMapReadRows { page }))
        .row([back(locale, Action::RoadMapBack), button(label!(locale, "button-road-map-load"), Action::RoadMapLoad)]))
}

/// One row, to look at.
pub(super) async fn row(talk: &mut Talk<'_>, row: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let read = reading::of_draft(talk).await?;
    let at = usize::try_from(row)?;
    let Some((read, count)) = read.map(|read| {
        let count = read.rows.len();
        (read, count)
    }) else {
        return super::document::ask(talk).await;
    };
    let Some(shown) = read.rows.get(at) else {
        return rows(talk, 0).await;
    };
    let staff = people::list(talk.tx, organisation).await?;
    let paired = pairs::mentors(talk.tx, organisation, year).await?;
    let calendar = talk.calendar().await?;
    let text = super::card::text(locale, (shown, &calendar), None, (&staff, &paired))
        .paragraph(&tr!(locale, "road-map-read-row-hint"));
    let step = |to: u32| Action::RoadMapReadRow { row: to };
    let before = (row > 0).then(|| button("←", step(row - 1)));
    let after = (at + 1 < count).then(|| button("→", step(row + 1)));
    Ok(Screen::new(text).row(before.into_iter().chain(after)).row([back(locale, Action::RoadMapBack)]))
}
