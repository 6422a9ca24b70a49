//! A document → rows as they would be loaded, before anything is kept.

use crate::chat::Talk;
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::OrganisationId;
use crate::domain::people::{OrganisationKind, Person};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::document::Document;
use crate::domain::roadmap::loaded::activities;
use crate::domain::roadmap::read::{PlanYear, Remark, RoadMapReading, read_text, remarks};
use crate::domain::roadmap::template::read_template;
use crate::domain::school_year::SchoolYear;
use crate::store::road_maps::{Draft, Source};
use crate::store::{people, road_maps};
use chrono::NaiveDate;

/// The longest text that is put together from messages, in characters: about a hundred pages.
pub(super) const LONGEST_TYPED: usize = 200_000;
/// The most rows of one road map: a municipality's plans of several years.
pub(super) const MOST_ROWS: usize = 2_000;

/// A read document.
pub(super) struct Reading {
    pub(super) title: String,
    pub(super) source: Source,
    pub(super) source_name: String,
    /// As they would be loaded; identifiers come with the loading.
    pub(super) rows: Vec<Activity>,
    pub(super) remarks: Vec<Remark>,
}

/// How many rows a document has.
pub(super) fn count(draft: &Draft, year: SchoolYear) -> usize {
    read(draft, year).rows.len()
}

fn read(draft: &Draft, year: SchoolYear) -> RoadMapReading {
    match draft.source {
        // Rows are kept for this year, whatever year the document names.
        Source::File | Source::Typed => draft.document.read(PlanYear::Fixed(year)),
        // The shipped templates are read by a test; a broken one shows as a document without rows.
        Source::Template => read_template(template(&draft.document), year).unwrap_or_else(|_| read_text("", year)),
    }
}

/// The kind of organisation whose template was taken: its code stands in the document's place.
fn template(document: &Document) -> OrganisationKind {
    let kind = match document {
        Document::Text(code) => OrganisationKind::from_code(code),
        Document::Grid(_) => None,
    };
    kind.unwrap_or(OrganisationKind::School)
}

/// Reads the kept document anew; `None` when there is none.
pub(super) async fn of_draft(talk: &mut Talk<'_>) -> anyhow::Result<Option<Reading>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(draft) = road_maps::find_draft(talk.tx, organisation, year).await? else {
        return Ok(None);
    };
    let staff = people::list(talk.tx, organisation).await?;
    let calendar = talk.calendar().await?;
    Ok(Some(of_document(draft, (organisation, year), &staff, (&calendar, talk.today()))))
}

fn of_document(
    draft: Draft,
    (organisation, year): (OrganisationId, SchoolYear),
    staff: &[Person],
    (calendar, today): (&WorkingDays, NaiveDate),
) -> Reading {
    let read = read(&draft, year);
    let remarks = remarks(&read, calendar, Some(today));
    Reading {
        title: read.title,
        source: draft.source,
        source_name: draft.source_name,
        rows: activities(read.rows, (organisation, year), staff),
        remarks,
    }
}
