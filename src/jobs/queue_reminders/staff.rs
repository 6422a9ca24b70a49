//! Who does the rows of a portion, who curates, who directs, and who of them can be written to.

use super::schools::School;
use crate::domain::ids::{ActivityId, OccurrenceId, OrganisationId, PersonId};
use crate::domain::people::{Person, Role};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::{PairedMentors, roles_of};
use crate::domain::roadmap::handover::Handovers;
use crate::domain::roadmap::responsible::ResponsibleRole;
use crate::domain::school_year::SchoolYear;
use crate::store::{handovers, pairs, people};
use sqlx::AnyConnection;
use std::collections::{BTreeSet, HashMap};

/// The people of several organisations, as far as their rows name them.
pub(super) struct Staff {
    people: HashMap<OrganisationId, Vec<Person>>,
    paired: HashMap<(OrganisationId, SchoolYear), PairedMentors>,
    chats: HashMap<PersonId, String>,
    /// Who has given which row away.
    handovers: HashMap<ActivityId, Handovers>,
}

impl Staff {
    /// Everybody whom these rows concern; the curators and directors always.
    pub(super) async fn load(db: &mut AnyConnection, rows: &[&Activity]) -> anyhow::Result<Self> {
        let posts: BTreeSet<ResponsibleRole> = rows.iter().flat_map(|row| &row.duty.roles).copied().collect();
        let mut roles: BTreeSet<Role> = posts.iter().flat_map(|post| roles_of(*post)).copied().collect();
        roles.extend([Role::Curator, Role::Director]);
        let roles: Vec<Role> = roles.into_iter().collect();
        let row_ids: BTreeSet<ActivityId> = rows.iter().map(|row| row.id).collect();
        let row_ids: Vec<ActivityId> = row_ids.into_iter().collect();
        let handovers = handovers::list_by_activities(db, &row_ids).await?;
        let given = handovers.values().flat_map(|said| &said.0).filter_map(|said| said.given_to);
        let named: BTreeSet<PersonId> = rows.iter().flat_map(|row| &row.duty.persons).copied().chain(given).collect();
        let named: Vec<PersonId> = named.into_iter().collect();
        let ids: BTreeSet<OrganisationId> = rows.iter().map(|row| row.organisation).collect();
        let ids: Vec<OrganisationId> = ids.into_iter().collect();
        let mut found = people::list_holding(db, &ids, &roles).await?;
        found.extend(people::list_by_ids(db, &named).await?);
        let by_pairs = posts.contains(&ResponsibleRole::Mentors);
        let paired = if by_pairs { pairs::mentors_of(db, &ids).await? } else { HashMap::new() };
        let there: BTreeSet<PersonId> = found.iter().map(|one| one.person.id).collect();
        // What was given to somebody who has left is the curators' again.
        let held = |(row, said): (_, Handovers)| (row, said.among(|given| there.contains(&given)));
        let handovers = handovers.into_iter().map(held).collect();
        Ok(Self { handovers, ..Self::of(found, paired) })
    }

    /// The curators of some organisations and some more people.
    pub(super) async fn curators_and(
        db: &mut AnyConnection,
        ids: &[OrganisationId],
        people: &[PersonId],
    ) -> anyhow::Result<Self> {
        let mut found = people::list_by_ids(db, people).await?;
        found.extend(people::list_holding(db, ids, &[Role::Curator]).await?);
        Ok(Self::of(found, HashMap::new()))
    }

    fn of(found: Vec<people::Reachable>, paired: HashMap<(OrganisationId, SchoolYear), PairedMentors>) -> Self {
        let (mut people, mut chats, mut seen) = (HashMap::<_, Vec<Person>>::new(), HashMap::new(), BTreeSet::new());
        for one in found {
            if let Some(chat) = one.chat {
                chats.entry(one.person.id).or_insert(chat);
            }
            if seen.insert(one.person.id) {
                people.entry(one.person.organisation).or_default().push(one.person);
            }
        }
        Self { people, paired, chats, handovers: HashMap::new() }
    }

    /// Where somebody can be written to.
    pub(super) fn chat(&self, person: PersonId) -> Option<&str> {
        self.chats.get(&person).map(String::as_str)
    }

    fn list(&self, organisation: OrganisationId) -> &[Person] {
        self.people.get(&organisation).map_or(&[], Vec::as_slice)
    }

    /// Those who hold a role at an organisation and can be written to.
    pub(super) fn holding(&self, organisation: OrganisationId, role: Role) -> impl Iterator<Item = PersonId> {
        self.all_holding(organisation, role).filter(|person| self.chats.contains_key(person))
    }

    /// Those who hold a role at an organisation, also those who cannot be written to.
    pub(super) fn all_holding(&self, organisation: OrganisationId, role: Role) -> impl Iterator<Item = PersonId> {
        self.list(organisation).iter().filter(move |person| person.has(role)).map(|person| person.id)
    }

    /// Those who do a row, or one occurrence of it: those who can be written to, and whether there are others. Only
    /// occurrences are given to somebody else.
    pub(super) fn responsible(
        &self,
        school: &School,
        row: &Activity,
        occurrence: Option<OccurrenceId>,
    ) -> (Vec<PersonId>, bool) {
        let organisation = school.organisation.id;
        let nobody = PairedMentors::new();
        let paired = self.paired.get(&(organisation, row.school_year)).unwrap_or(&nobody);
        let staff = self.list(organisation);
        let people = match self.handovers.get(&row.id).zip(occurrence) {
            Some((said, occurrence)) => said.doers((staff, paired), (row, occurrence)),
            None => row.duty.people(staff, paired),
        };
        let (near, far): (Vec<PersonId>, Vec<PersonId>) =
            people.into_iter().map(|person| person.id).partition(|person| self.chats.contains_key(person));
        (near, !far.is_empty())
    }
}
