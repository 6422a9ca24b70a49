//! The rows of the road map in force: all, those with a question, those without a day.

use super::{ChangesOf, Rows, plan, words};
use crate::chat::screen::{Button, Pages, back, button, menu};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::{Activity, Question, TermChoice};
use crate::domain::roadmap::ready_answers::questions;
use crate::store::occurrences::Occurrence;
use crate::store::{activities, audit, occurrences, road_map_tables};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::NaiveDate;
use std::collections::HashMap;

/// One row in a list: number, sign, heading, term; of a row with several days, how many are done.
pub(super) fn line(
    locale: Locale,
    row: &Activity,
    (calendar, today): (&WorkingDays, NaiveDate),
    own: &[Occurrence],
) -> Markup {
    let done = own.iter().filter(|one| !one.is_open()).count();
    let sign = if row.question(calendar).is_some() {
        "⚠ "
    } else if own.iter().any(|one| one.is_late(today)) {
        "❗ "
    } else if done > 0 && done == own.len() {
        "✓ "
    } else {
        ""
    };
    let term = if own.len() > 1 {
        label!(locale, "road-map-row-progress", done = done, all = own.len())
    } else {
        words::term_short(locale, row, calendar, today)
    };
    let heading = words::short(&row.heading, words::IN_A_LIST);
    tr!(locale, "road-map-row-line", number = row.position, sign = sign, heading = heading, term = term)
}

/// `undo` takes the removal of a row back.
pub(super) async fn show(
    talk: &mut Talk<'_>,
    (list, page): (Rows, u32),
    undo: Option<Button>,
) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let all = activities::list(talk.tx, organisation, year).await?;
    let (calendar, today) = (&talk.calendar().await?, talk.today());
    let asked = all.iter().filter(|row| row.question(calendar).is_some()).count();
    let undated = all.iter().filter(|row| is_undated(row, calendar)).count();
    let other_year = all.iter().any(|row| row.term_question(calendar) == Some(Question::OtherYear));
    let kept: Vec<Activity> = all.into_iter().filter(|row| belongs(row, list, calendar)).collect();
    let pages = Pages::new(&kept, page);
    let head = match list {
        Rows::All => tr!(locale, "road-map-rows", count = kept.len()),
        Rows::Asked if kept.is_empty() => tr!(locale, "road-map-rows-asked-none"),
        Rows::Asked => tr!(locale, "road-map-rows-asked", count = kept.len()),
        Rows::Undated if kept.is_empty() => tr!(locale, "road-map-rows-undated-none"),
        Rows::Undated => tr!(locale, "road-map-rows-undated"),
    };
    let mut existing: HashMap<ActivityId, Vec<Occurrence>> = HashMap::new();
    for one in occurrences::list_of_year(talk.tx, organisation, year).await? {
        existing.entry(one.activity).or_default().push(one);
    }
    let lines = pages.shown.iter().fold(Markup::default(), |text, row| {
        let own = existing.get(&row.id).map_or(&[][..], Vec::as_slice);
        text.line(&line(locale, row, (calendar, today), own))
    });
    let open = |row: &Activity| button(row.position.to_string(), Action::RoadMapRow { activity: row.id });
    let mut screen = Screen::new(head.paragraph(&lines))
        .grid(4, pages.shown.iter().map(open))
        .row(pages.row(|page| Action::RoadMapRows { list, page }))
        .row(undo);
    if list == Rows::Asked && !kept.is_empty() {
        let label = label!(
            locale,
            "button-review-ask",
            count = kept.iter().map(|row| questions(row, calendar).len()).sum::<usize>()
        );
        screen = screen.row([button(label, Action::RoadMapQuestions)]);
    }
    if list == Rows::Asked && other_year {
        let label = label!(locale, "button-road-map-roll", year = year.to_string());
        screen = screen.row([button(label, Action::RoadMapRoll)]);
    }
    if list == Rows::All {
        // A corrected table that was left waiting is not lost.
        let waits = road_map_tables::find_correction(talk.tx, organisation, year).await?.is_some();
        let look = Action::RoadMapChanges { of: ChangesOf::Table, page: 0, theirs: false };
        screen = screen.row(waits.then(|| button(label!(locale, "button-review-waiting"), look)));
        screen = screen.row(filters(locale, (asked, undated))).row([
            button(label!(locale, "button-review-new"), Action::RoadMapNewRow),
            button(label!(locale, "button-review-table"), Action::RoadMapTable),
        ]);
        return Ok(screen.row([
            back(locale, Action::RoadMapBack),
            button(label!(locale, "button-road-map-other-map"), Action::RoadMapFile),
        ]));
    }
    Ok(screen.row([back(locale, Action::RoadMapBack), menu(locale)]))
}

/// The ways from the list of all rows to those that need something.
fn filters(locale: Locale, (asked, undated): (usize, usize)) -> Vec<Button> {
    let to = |label: String, list: Rows| button(label, Action::RoadMapRows { list, page: 0 });
    let questions = (asked > 0).then(|| to(label!(locale, "button-road-map-asked", count = asked), Rows::Asked));
    let days = (undated > 0).then(|| to(label!(locale, "button-road-map-undated", count = undated), Rows::Undated));
    questions.into_iter().chain(days).collect()
}

/// Clear, and without a day.
pub(super) fn is_undated(row: &Activity, calendar: &WorkingDays) -> bool {
    row.term_question(calendar).is_none() && row.planned(calendar).is_empty()
}

fn belongs(row: &Activity, list: Rows, calendar: &WorkingDays) -> bool {
    match list {
        Rows::All => true,
        Rows::Asked => row.question(calendar).is_some(),
        Rows::Undated => is_undated(row, calendar),
    }
}

/// Moves every term of another year to this one, as if it said «далее ежегодно».
pub(super) async fn roll(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let calendar = talk.calendar().await?;
    let (mut moved, mut over) = (0, 0);
    for row in activities::list(talk.tx, organisation, year).await? {
        if row.term_question(&calendar) != Some(Question::OtherYear) {
            continue;
        }
        let row = Activity { term_choice: TermChoice::Rolled, ..row };
        activities::save(talk.tx, &row).await?;
        let existing = occurrences::list_of(talk.tx, row.id).await?;
        plan::plan(talk, &calendar, &row, &existing).await?;
        moved += 1;
        over += usize::from(row.is_over(&calendar, talk.today()));
    }
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("road map moved to this year", &year.0.to_string()), talk.now).await?;
    let note = tr!(talk.locale, "road-map-rolled", count = moved, year = year.to_string());
    Ok(Turn::stay().with_note(note).with_more(&words::over(talk.locale, over)))
}
