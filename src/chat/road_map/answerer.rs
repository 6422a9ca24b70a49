//! Whether somebody answers for a row: by their post, by name, or as the curator for rows of nobody.

use crate::domain::people::{Person, Role};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::PairedMentors;
use crate::domain::school_year::SchoolYear;
use crate::store::{pairs, people};
use sqlx::AnyConnection;

/// One person's eyes on the road map.
pub(crate) struct Answerer {
    person: Person,
    paired: PairedMentors,
    /// The whole staff, only for a curator: to see which rows nobody holds.
    staff: Option<Vec<Person>>,
}

impl Answerer {
    pub(crate) async fn load(conn: &mut AnyConnection, person: &Person, year: SchoolYear) -> anyhow::Result<Self> {
        let organisation = person.organisation;
        let (paired, staff) = if person.has(Role::Curator) {
            let staff = people::list(conn, organisation).await?;
            (pairs::mentors(conn, organisation, year).await?, Some(staff))
        } else {
            (pairs::mentor(conn, (organisation, year), person.id).await?, None)
        };
        Ok(Self { person: person.clone(), paired, staff })
    }

    /// Whether the row is theirs to do.
    pub(crate) fn answers(&self, row: &Activity) -> bool {
        if row.organisation != self.person.organisation {
            return false;
        }
        let falls_to_curator =
            |staff: &Vec<Person>| row.duty.people(staff, &self.paired).iter().any(|person| person.id == self.person.id);
        row.duty.names(&self.person, &self.paired) || self.staff.as_ref().is_some_and(falls_to_curator)
    }

    /// Whether they may close it: those who do it, and the curator any row.
    pub(crate) fn may_close(&self, row: &Activity) -> bool {
        row.organisation == self.person.organisation && (self.person.has(Role::Curator) || self.answers(row))
    }

    /// The whole staff, for a curator.
    pub(crate) fn staff(&self) -> Option<&[Person]> {
        self.staff.as_deref()
    }

    pub(crate) fn paired(&self) -> &PairedMentors {
        &self.paired
    }
}
