//! Whether somebody answers for a row: by their post, by name, or as the curator for rows of nobody.

use crate::domain::ids::PersonId;
use crate::domain::people::{Person, Role};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::PairedMentors;
use crate::domain::roadmap::handover::Handovers;
use crate::domain::school_year::SchoolYear;
use crate::store::occurrences::Occurrence;
use crate::store::{handovers, pairs, people};
use sqlx::AnyConnection;

/// One person's eyes on the road map.
pub(crate) struct Answerer {
    person: Person,
    paired: PairedMentors,
    /// The whole staff, for a curator (to see which rows nobody holds) and for whoever is told of others' rows.
    staff: Option<Vec<Person>>,
    /// Who has given which row away.
    handovers: Handovers,
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
        let handovers = handovers::list(conn, organisation).await?;
        Ok(Self { person: person.clone(), paired, staff, handovers })
    }

    /// The same, able to tell who does what: for a director, who hears of others' rows too.
    pub(crate) async fn knowing_all(mut self, conn: &mut AnyConnection, year: SchoolYear) -> anyhow::Result<Self> {
        if self.staff.is_none() {
            let organisation = self.person.organisation;
            self.staff = Some(people::list(conn, organisation).await?);
            self.paired = pairs::mentors(conn, organisation, year).await?;
        }
        Ok(self)
    }

    /// Whether an occurrence is theirs to do.
    pub(crate) fn answers_for(&self, one: &Occurrence, row: &Activity) -> bool {
        let who = (self.person.id, self.person.has(Role::Curator));
        row.organisation == self.person.organisation
            && self.handovers.is_theirs(who, self.answers(row), (row.id, one.id))
    }

    /// Everybody who is to do an occurrence; nobody where the staff is not known.
    pub(crate) fn doers(&self, one: &Occurrence, row: &Activity) -> Vec<PersonId> {
        let Some(staff) = &self.staff else { return Vec::new() };
        let named: Vec<PersonId> = row.duty.people(staff, &self.paired).into_iter().map(|person| person.id).collect();
        let theirs = |person: &&Person| {
            let who = (person.id, person.has(Role::Curator));
            self.handovers.is_theirs(who, named.contains(&person.id), (row.id, one.id))
        };
        staff.iter().filter(theirs).map(|person| person.id).collect()
    }

    /// Whether the row makes it theirs, whatever was said since about one of its days.
    pub(crate) fn answers(&self, row: &Activity) -> bool {
        if row.organisation != self.person.organisation {
            return false;
        }
        let falls_to_curator =
            |staff: &Vec<Person>| row.duty.people(staff, &self.paired).iter().any(|person| person.id == self.person.id);
        row.duty.names(&self.person, &self.paired) || self.staff.as_ref().is_some_and(falls_to_curator)
    }

    /// Whether they may close it: those who do it, and the curator any row.
    pub(crate) fn may_close(&self, one: &Occurrence, row: &Activity) -> bool {
        row.organisation == self.person.organisation && (self.person.has(Role::Curator) || self.answers_for(one, row))
    }

    /// The whole staff, for a curator and for whoever is told of others' rows.
    pub(crate) fn staff(&self) -> Option<&[Person]> {
        self.staff.as_deref()
    }
}
