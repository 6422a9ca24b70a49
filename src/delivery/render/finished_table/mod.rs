//! The road map with what became of it, as a file for whoever checks.

mod cells;
mod dates_sheet;

use super::{Facts, Rendered, is_curators};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::{ActivityId, OccurrenceId, OrganisationId};
use crate::domain::people::{Person, Role, short_name};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::PairedMentors;
use crate::domain::roadmap::handover::Handovers;
use crate::domain::roadmap::standing::{Count, TableFormat};
use crate::files::finished_table::{Columns, FinishedTable, Line, Stage, docx, xlsx};
use crate::files::safe_name;
use crate::messenger::Attachment;
use crate::store::evidence::Given;
use crate::store::occurrences::Occurrence;
use crate::store::organisations::{self, Organisation};
use crate::store::{activities, calendars, evidence, handovers, occurrences, pairs, people, road_maps};
use crate::text::{Locale, Sheet, dates};
use crate::{label, tr};
use anyhow::Context;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Everything that the table is made of.
struct Year {
    calendar: WorkingDays,
    organisation: Organisation,
    title: String,
    staff: Vec<Person>,
    paired: PairedMentors,
    handovers: Handovers,
    rows: Vec<Activity>,
    by_row: HashMap<ActivityId, Vec<Occurrence>>,
    evidence: HashMap<OccurrenceId, Vec<Given>>,
    count: Count,
    today: NaiveDate,
}

/// The table in the asked format, for a curator of the organisation only.
pub(super) async fn document(
    facts: &mut Facts<'_>,
    organisation: OrganisationId,
    format: TableFormat,
) -> anyhow::Result<Rendered> {
    if !is_curators(facts, organisation).await? {
        return Ok(None);
    }
    let locale = facts.locale;
    let Some(year) = load(facts, organisation).await? else {
        return Ok(None);
    };
    let table = table(locale, &year);
    let name =
        safe_name(&label!(locale, "table-file", year = year.organisation.school_year.to_string()), format.code());
    let text = tr!(locale, "table-handed", done = year.count.done, all = year.count.all(), late = year.count.late);
    let write = move || match format {
        TableFormat::Docx => docx::write(&table),
        TableFormat::Xlsx => xlsx::write(&table),
    };
    // Making the file keeps the processor busy.
    let bytes = tokio::task::spawn_blocking(write).await.context("writing the table")??;
    Ok(Some((Sheet { text, ..Sheet::default() }, Some(Attachment::Document { name, bytes }))))
}

async fn load(facts: &mut Facts<'_>, organisation: OrganisationId) -> anyhow::Result<Option<Year>> {
    let organisation = organisations::get(facts.db, organisation).await?;
    let (id, year) = (organisation.id, organisation.school_year);
    let Some(road_map) = road_maps::find(facts.db, id, year).await? else {
        return Ok(None);
    };
    let today = organisation.today(facts.now);
    let all = occurrences::list_of_year(facts.db, id, year).await?;
    let count = occurrences::count(&all, organisation.zone, today);
    let mut by_row: HashMap<ActivityId, Vec<Occurrence>> = HashMap::new();
    for one in all {
        by_row.entry(one.activity).or_default().push(one);
    }
    let staff = people::list(facts.db, id).await?;
    let handovers = handovers::list(facts.db, id).await?.among(|given| staff.iter().any(|one| one.id == given));
    Ok(Some(Year {
        title: road_map.title,
        staff,
        paired: pairs::mentors(facts.db, id, year).await?,
        handovers,
        rows: activities::list(facts.db, id, year).await?,
        by_row,
        evidence: evidence::list_of_year(facts.db, id, year).await?,
        count,
        calendar: calendars::of(facts.db, &organisation).await?,
        today,
        organisation,
    }))
}

fn table(locale: Locale, year: &Year) -> FinishedTable {
    let mut stages: Vec<Stage> = Vec::new();
    for row in &year.rows {
        let cells = cells::row(locale, year, row);
        match stages.last_mut() {
            Some(stage) if stage.name == row.stage => stage.rows.push(cells),
            _ => stages.push(Stage { name: row.stage.clone(), rows: vec![cells] }),
        }
    }
    let school_year = year.organisation.school_year.to_string();
    FinishedTable {
        title: label!(locale, "table-title"),
        about: [year.title.clone(), label!(locale, "table-about", name = &year.organisation.name, year = school_year)]
            .into_iter()
            .filter(|line| !line.trim().is_empty())
            .collect(),
        made: label!(locale, "table-made", day = dates::full(locale, year.today)),
        totals: totals(locale, year),
        columns: columns(locale),
        stages,
        empty: label!(locale, "table-empty"),
        approval: approval(locale),
        signature: signature(locale, &year.staff),
        dates: dates_sheet::sheet(locale, year),
    }
}

fn columns(locale: Locale) -> Columns {
    Columns {
        number: label!(locale, "table-column-number"),
        activity: label!(locale, "table-column-activity"),
        term: label!(locale, "table-column-term"),
        responsible: label!(locale, "table-column-responsible"),
        state: label!(locale, "table-column-state"),
        actual: label!(locale, "table-column-actual"),
        evidence: label!(locale, "table-column-evidence"),
    }
}

/// How many rows and dates there are, and how they stand.
fn totals(locale: Locale, year: &Year) -> String {
    let undated = year.rows.iter().filter(|row| !year.by_row.contains_key(&row.id)).count();
    let asked = year.rows.iter().filter(|row| row.question(&year.calendar).is_some()).count();
    let count = year.count;
    let mut totals = label!(
        locale,
        "table-totals",
        rows = year.rows.len(),
        all = count.all(),
        done = count.done,
        late = count.late,
        ahead = count.ahead
    );
    for (count, key) in [(undated, "table-totals-undated"), (asked, "table-totals-asked")] {
        if count > 0 {
            totals.push(' ');
            totals.push_str(&crate::text::label(locale, key, &[("count", count.into())]));
        }
    }
    totals
}

/// Blank lines of the head of the organisation.
fn approval(locale: Locale) -> Vec<Line> {
    vec![
        line(label!(locale, "table-approve")),
        line("_".repeat(30)),
        caption(label!(locale, "table-approve-post")),
        line(format!("{} / {}", "_".repeat(12), "_".repeat(15))),
        caption(label!(locale, "table-approve-name")),
        line(label!(locale, "table-approve-day")),
    ]
}

/// The curator's line; the name is there where there is one curator.
fn signature(locale: Locale, staff: &[Person]) -> Vec<Line> {
    let mut curators = staff.iter().filter(|person| person.has(Role::Curator));
    let name = match (curators.next(), curators.next()) {
        (Some(only), None) => short_name(&only.full_name),
        _ => "_".repeat(20),
    };
    vec![line(label!(locale, "table-signature", line = "_".repeat(15), name = name))]
}

fn line(text: String) -> Line {
    Line { text, is_caption: false }
}

fn caption(text: String) -> Line {
    Line { text, is_caption: true }
}
