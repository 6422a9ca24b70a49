//! The staff of an organisation, and who of them can be written to.

use crate::domain::ids::PersonId;
use crate::domain::people::{Person, Role};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::PairedMentors;
use crate::store::organisations::Organisation;
use crate::store::{accounts, pairs, people};
use sqlx::AnyConnection;
use std::collections::HashMap;

pub(super) struct Circle {
    staff: Vec<Person>,
    paired: PairedMentors,
    chats: HashMap<PersonId, String>,
}

impl Circle {
    pub(super) async fn load(db: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<Self> {
        let (id, year) = (organisation.id, organisation.school_year);
        Ok(Self {
            staff: people::list(db, id).await?,
            paired: pairs::mentors(db, id, year).await?,
            chats: accounts::list_reachable(db, id).await?.into_iter().collect(),
        })
    }

    /// Where somebody can be written to.
    pub(super) fn chat(&self, person: PersonId) -> Option<&str> {
        self.chats.get(&person).map(String::as_str)
    }

    pub(super) fn curators(&self) -> impl Iterator<Item = PersonId> {
        let curators = self.staff.iter().filter(|person| person.has(Role::Curator));
        curators.map(|person| person.id)
    }

    /// Who hears about a row: those who do it, and the curators for those who cannot be written to.
    pub(super) fn reminded(&self, row: &Activity) -> Vec<PersonId> {
        let responsible = row.duty.people(&self.staff, &self.paired);
        let (near, far): (Vec<&Person>, Vec<&Person>) =
            responsible.into_iter().partition(|person| self.chats.contains_key(&person.id));
        let mut reminded: Vec<PersonId> = near.into_iter().map(|person| person.id).collect();
        if !far.is_empty() {
            reminded.extend(self.curators());
        }
        reminded
    }
}
