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
    /// The whole staff, for a curator (to see which rows nobody holds), for a deputy (to see which of them is meant)
    /// and for whoever is told of others' rows.
    staff: Option<Vec<Person>>,
    /// Who has given which row away.
    handovers: Handovers,
}

impl Answerer {
    pub(crate) async fn load(conn: &mut AnyConnection, person: &Person) -> anyhow::Result<Self> {
        let mut answerer = Self {
            person: person.clone(),
            paired: pairs::mentor(conn, person.organisation, person.id).await?,
            nobody: PairedMentors::new(),
            staff: None,
            handovers: handovers::list(conn, person.organisation).await?,
        };
        if person.has(Role::Curator) || person.has(Role::DeputyDirector) {
            answerer.learn_staff(conn).await?;
        }
        Ok(answerer)
    }

    /// The same, able to tell who does what: for a director, who hears of others' rows too.
    pub(crate) async fn knowing_all(mut self, conn: &mut AnyConnection) -> anyhow::Result<Self> {
        if self.staff.is_none() {
            self.learn_staff(conn).await?;
        }
        Ok(self)
    }

    async fn learn_staff(&mut self, conn: &mut AnyConnection) -> anyhow::Result<()> {
        let organisation = self.person.organisation;
        let staff = people::list(conn, organisation).await?;
        self.handovers = std::mem::take(&mut self.handovers).among(|given| staff.iter().any(|one| one.id == given));
        let paired = pairs::mentors_of(conn, &[organisation]).await?;
        self.paired = paired.into_iter().map(|((_, year), mentors)| (year, mentors)).collect();
        self.staff = Some(staff);
        Ok(())
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
        let people = self.handovers.doers((staff, self.paired(row.school_year)), (row, one.id));
        people.into_iter().map(|person| person.id).collect()
    }

    /// Whether the row makes it theirs, whatever was said since about one of its days.
    pub(crate) fn answers(&self, row: &Activity) -> bool {
        if row.organisation != self.person.organisation {
            return false;
        }
        let paired = self.paired(row.school_year);
        match &self.staff {
            None => row.duty.names(&self.person, paired),
            Some(staff) => row.duty.people(staff, paired).iter().any(|person| person.id == self.person.id),
        }
    }

    /// Whether they may close it: those who do it, and the curator any row.
    pub(crate) fn may_close(&self, one: &Occurrence, row: &Activity) -> bool {
        row.organisation == self.person.organisation && (self.person.has(Role::Curator) || self.answers_for(one, row))
    }

    /// The whole staff, for a curator and for whoever is told of others' rows.
    pub(crate) fn staff(&self) -> Option<&[Person]> {
        self.staff.as_deref()
    }

    /// The mentors of a year's pairs; for somebody who is no curator, as much of it as tells whether they are one.
    pub(crate) fn paired(&self, year: SchoolYear) -> &PairedMentors {
        self.paired.get(&year).unwrap_or(&self.nobody)
    }
}
