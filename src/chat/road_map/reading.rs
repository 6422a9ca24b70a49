//! A document → rows as they would be loaded, before anything is kept.

use crate::chat::Talk;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::people::{OrganisationKind, Person};
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::duty::Duty;
use crate::domain::roadmap::read::{Remark, RoadMapReading, RowReading, read_text};
use crate::domain::roadmap::template::read_template;
use crate::domain::school_year::SchoolYear;
use crate::store::road_maps::{Draft, Source};
use crate::store::{people, road_maps};

/// The longest document, in characters: about a hundred pages.
pub(super) const LONGEST_DOCUMENT: usize = 200_000;
/// The most rows of one road map.
pub(super) const MOST_ROWS: usize = 300;

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
        Source::File | Source::Typed => read_text(&draft.document, year),
        // The shipped templates are read by a test; a broken one shows as a document without rows.
        Source::Template => {
            let kind = OrganisationKind::from_code(&draft.document).unwrap_or(OrganisationKind::School);
            read_template(kind, year).unwrap_or_else(|_| read_text("", year))
        }
    }
}

/// Reads the kept document anew; `None` when there is none.
pub(super) async fn of_draft(talk: &mut Talk<'_>) -> anyhow::Result<Option<Reading>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(draft) = road_maps::find_draft(talk.tx, organisation, year).await? else {
        return Ok(None);
    };
    let staff = people::list(talk.tx, organisation).await?;
    Ok(Some(of_document(draft, (organisation, year), &staff)))
}

fn of_document(draft: Draft, (organisation, year): (OrganisationId, SchoolYear), staff: &[Person]) -> Reading {
    let read = read(&draft, year);
    let as_row = |(at, row): (usize, RowReading)| Activity {
        id: ActivityId(0),
        organisation,
        school_year: year,
        position: u32::try_from(at + 1).unwrap_or(u32::MAX),
        stage: row.stage,
        heading: row.heading,
        activity: row.activity,
        items: row.items,
        term_text: row.term_text,
        term_own: String::new(),
        term_choice: TermChoice::AsRead,
        responsible_text: row.responsible_text,
        duty: Duty::of(&row.responsible, staff),
        result: row.result,
        version: 1,
    };
    Reading {
        title: read.title,
        source: draft.source,
        source_name: draft.source_name,
        rows: read.rows.into_iter().enumerate().map(as_row).collect(),
        remarks: read.notes,
    }
}
