//! Rows as a document was read → rows as they would be kept. The chat and the command that prints a document ask about
//! the same rows.

use super::activity::{Activity, TermChoice};
use super::duty::Duty;
use super::read::RowReading;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::people::Person;
use crate::domain::school_year::SchoolYear;

/// The rows of a document for one organisation's school year, in their order; identifiers come with the loading.
pub fn activities(
    rows: Vec<RowReading>,
    (organisation, school_year): (OrganisationId, SchoolYear),
    staff: &[Person],
) -> Vec<Activity> {
    let activity = |(position, row): (u32, RowReading)| Activity {
        id: ActivityId(0),
        organisation,
        school_year,
        position,
        stage: row.stage,
        heading: row.heading,
        activity: row.activity,
        items: row.items,
        term_text: row.term_text,
        term_own: String::new(),
        term_choice: TermChoice::AsRead,
        duty: Duty::of(&row.responsible, staff),
        responsible_text: row.responsible_text,
        result: row.result,
        version: 1,
    };
    (1..).zip(rows).map(activity).collect()
}
