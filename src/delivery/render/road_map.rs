//! The road map's state as a picture, and files given as evidence.

use super::{Facts, Rendered};
use crate::chat::road_map::words;
use crate::domain::calendar::WorkingDays;
use crate::domain::evidence::EvidenceKind;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::roadmap::activity::Activity;
use crate::domain::school_year::SchoolYear;
use crate::files::road_map_picture::{self, Legend, RoadMapView, RowBar, StageBar, State};
use crate::messenger::Attachment;
use crate::store::occurrences::Occurrence;
use crate::store::organisations::{self, Organisation};
use crate::store::{activities, calendars, evidence, occurrences, road_maps};
use crate::text::{Locale, Sheet, dates};
use crate::{label, tr};
use anyhow::Context;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// The school year as one picture, with what is done under it.
pub(super) async fn picture(facts: &mut Facts<'_>, organisation: OrganisationId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let organisation = organisations::get(facts.db, organisation).await?;
    let year = organisation.school_year;
    let Some(road_map) = road_maps::find(facts.db, organisation.id, year).await? else {
        return Ok(None);
    };
    let rows = activities::list(facts.db, organisation.id, year).await?;
    let all = occurrences::list_of_year(facts.db, organisation.id, year).await?;
    let done = all.iter().filter(|one| !one.is_open()).count();
    let caption = tr!(locale, "road-map-picture", year = year.to_string(), done = done, all = all.len());
    let today = organisation.today(facts.now);
    let calendar = calendars::of(facts.db, &organisation).await?;
    let view = view(locale, (&organisation, &road_map.title, &calendar), (&rows, all), today);
    let bytes = tokio::task::spawn_blocking(move || road_map_picture::draw(&view)).await.context("drawing")??;
    let photo = Attachment::Photo { name: "road-map.png".to_owned(), bytes };
    Ok(Some((Sheet { text: caption, ..Sheet::default() }, Some(photo))))
}

fn view(
    locale: Locale,
    (organisation, title, calendar): (&Organisation, &str, &WorkingDays),
    (rows, all): (&[Activity], Vec<Occurrence>),
    today: NaiveDate,
) -> RoadMapView {
    let year = organisation.school_year;
    let done = all.iter().filter(|one| !one.is_open()).count();
    let name = &organisation.name;
    let subtitle =
        label!(locale, "picture-subtitle", name = name, year = year.to_string(), done = done, all = all.len());
    let mut by_row: HashMap<ActivityId, Vec<Occurrence>> = HashMap::new();
    for one in all {
        by_row.entry(one.activity).or_default().push(one);
    }
    let mut stages: Vec<StageBar> = Vec::new();
    for row in rows {
        let bar = bar((row, calendar), by_row.get(&row.id).map_or(&[], Vec::as_slice), today);
        match stages.last_mut() {
            Some(stage) if stage.name == row.stage => stage.rows.push(bar),
            _ => stages.push(StageBar { name: row.stage.clone(), rows: vec![bar] }),
        }
    }
    RoadMapView {
        title: words::short(title, 120),
        subtitle,
        today,
        today_label: label!(locale, "picture-today", day = dates::day_month(locale, today)),
        year_start: year.first_day(),
        year_end: year.last_day(),
        months: months(locale, year),
        stages,
        legend: Legend {
            done: label!(locale, "picture-done"),
            open: label!(locale, "picture-open"),
            late: label!(locale, "picture-late"),
            undated: label!(locale, "picture-undated"),
        },
        empty: label!(locale, "picture-empty"),
    }
}

/// Short names of the months of a school year.
fn months(locale: Locale, year: SchoolYear) -> Vec<String> {
    let first = year.first_day().month0();
    let name = |month: u32| crate::text::label(locale, &format!("month-short-{}", (first + month) % 12 + 1), &[]);
    (0..12).map(name).collect()
}

fn bar((row, calendar): (&Activity, &WorkingDays), own: &[Occurrence], today: NaiveDate) -> RowBar {
    let planned = row.planned(calendar);
    let state_of = |one: &Occurrence| match (one.is_open(), one.is_late(today)) {
        (false, _) => State::Done,
        (true, true) => State::Late,
        (true, false) => State::Open,
    };
    let marks: Vec<(NaiveDate, State)> = own.iter().map(|one| (one.due, state_of(one))).collect();
    let any = |state: State| marks.iter().any(|(_, one)| *one == state);
    let state = if marks.is_empty() {
        State::Undated
    } else if any(State::Late) {
        State::Late
    } else if any(State::Open) {
        State::Open
    } else {
        State::Done
    };
    RowBar {
        label: words::short(&row.heading, 120),
        from: planned.iter().filter_map(|one| one.window_start).min(),
        due: own.iter().map(|one| one.due).max(),
        marks,
        state,
    }
}

/// A file or photo given as evidence, shown back.
pub(super) async fn evidence_file(facts: &mut Facts<'_>, file: &str) -> anyhow::Result<Rendered> {
    let text = tr!(facts.locale, "evidence-shown");
    let kind = evidence::find_kind(facts.db, file).await?;
    Ok(Some(if kind == Some(EvidenceKind::Photo) {
        (Sheet { text, photo: Some(file.to_owned()), ..Sheet::default() }, None)
    } else {
        (Sheet { text, ..Sheet::default() }, Some(Attachment::Stored(file.to_owned())))
    }))
}
