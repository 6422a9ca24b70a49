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
use std::collections::HashMap;

/// One person's eyes on the road map.
pub(crate) struct Answerer {
    person: Person,
    /// Of each school year: what is owed from the year before is owed by that year's mentors.
    paired: HashMap<SchoolYear, PairedMentors>,
    nobody: PairedMentors,
    /// The whole staff, only for a curator: to see which rows nobody holds.
    staff: Option<Vec<Person>>,
    /// Who has given which row away.
    handovers: Handovers,
}

impl Answerer {
    pub(crate) async fn load(conn: &mut AnyConnection, person: &Person) -> anyhow::Result<Self> {
        let organisation = person.organisation;
        let mut handovers = handovers::list(conn, organisation).await?;
        let (paired, staff) = if person.has(Role::Curator) {
            let staff = people::list(conn, organisation).await?;
            handovers = handovers.among(|given| staff.iter().any(|one| one.id == given));
            let paired = pairs::mentors_of(conn, &[organisation]).await?;
            (paired.into_iter().map(|((_, year), mentors)| (year, mentors)).collect(), Some(staff))
        } else {
            (pairs::mentor(conn, organisation, person.id).await?, None)
        };
        Ok(Self { person: person.clone(), paired, nobody: PairedMentors::new(), staff, handovers })
    }

    /// Whether an occurrence is theirs to do.
    pub(crate) fn answers_for(&self, one: &Occurrence, row: &Activity) -> bool {
        let who = (self.person.id, self.person.has(Role::Curator));
        row.organisation == self.person.organisation
            && self.handovers.is_theirs(who, self.answers(row), (row.id, one.id))
    }

    /// Everybody who is to do an occurrence; only a curator can see that, for others it is nobody.
    pub(crate) fn doers(&self, one: &Occurrence, row: &Activity) -> Vec<PersonId> {
        let staff = self.staff.as_deref().unwrap_or_default();
        self.doers_among((staff, self.paired(row.school_year)), one, row).into_iter().map(|person| person.id).collect()
    }

    /// Those of a staff who are to do an occurrence: whom its row names, and to whom it was given instead.
    pub(crate) fn doers_among<'s>(
        &self,
        (staff, paired): (&'s [Person], &PairedMentors),
        one: &Occurrence,
        row: &Activity,
    ) -> Vec<&'s Person> {
        let named: Vec<PersonId> = row.duty.people(staff, paired).into_iter().map(|person| person.id).collect();
        let theirs = |person: &&Person| {
            let who = (person.id, person.has(Role::Curator));
            self.handovers.is_theirs(who, named.contains(&person.id), (row.id, one.id))
        };
        staff.iter().filter(theirs).collect()
    }

    /// Whether the row makes it theirs, whatever was said since about one of its days.
    pub(crate) fn answers(&self, row: &Activity) -> bool {
        if row.organisation != self.person.organisation {
            return false;
        }
        let falls_to_curator = |staff: &Vec<Person>| {
            row.duty.people(staff, self.paired(row.school_year)).iter().any(|person| person.id == self.person.id)
        };
        row.duty.names(&self.person, self.paired(row.school_year)) || self.staff.as_ref().is_some_and(falls_to_curator)
    }

    /// Whether they may close it: those who do it, and the curator any row.
    pub(crate) fn may_close(&self, one: &Occurrence, row: &Activity) -> bool {
        row.organisation == self.person.organisation && (self.person.has(Role::Curator) || self.answers_for(one, row))
    }

    /// The whole staff, for a curator.
    pub(crate) fn staff(&self) -> Option<&[Person]> {
        self.staff.as_deref()
    }

    /// The mentors of a year's pairs; for somebody who is no curator, as much of it as tells whether they are one.
    pub(crate) fn paired(&self, year: SchoolYear) -> &PairedMentors {
        self.paired.get(&year).unwrap_or(&self.nobody)
    }
}
