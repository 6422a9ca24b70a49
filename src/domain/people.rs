//! Who is who in an organisation.

use crate::domain::ids::{OrganisationId, PersonId};
use serde::{Deserialize, Serialize};

coded_enum! {
    /// What a person may see and do. A person may hold several roles.
    pub enum Role {
        Curator = "curator",
        Director = "director",
        DeputyDirector = "deputy_director",
        /// Head of a methodical association, руководитель МО.
        MethodLead = "method_lead",
        Mentor = "mentor",
        Mentee = "mentee",
        Psychologist = "psychologist",
        Publisher = "publisher",
        DistrictCoordinator = "district_coordinator",
    }
}

coded_enum! {
    /// What kind of organisation runs the programme.
    pub enum OrganisationKind {
        School = "school",
        Kindergarten = "kindergarten",
        /// Additional education: a children's arts centre, a house of creativity.
        Additional = "additional",
        /// A municipal methodical centre: its road map concerns the organisations around it.
        Municipal = "municipal",
    }
}

/// A member of staff as the curator's list names them. `Debug` hides the name (guarantee I6).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub organisation: OrganisationId,
    /// Surname, first name, patronymic, as the curator wrote them.
    pub full_name: String,
    /// Post and subject, e.g. «учитель физики»; empty when unknown.
    pub position: String,
    pub roles: Vec<Role>,
}

impl Person {
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("id", &self.id).field("roles", &self.roles).finish_non_exhaustive()
    }
}

/// «Фамилия И. О.» of a full name: what lists and public posts show.
pub fn short_name(full_name: &str) -> String {
    let mut words = full_name.split_whitespace();
    let mut short = words.next().unwrap_or_default().to_owned();
    for initial in words.take(2).filter_map(|word| word.chars().next()) {
        short.push('\u{a0}');
        short.push(initial);
        short.push('.');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_keep_the_surname_and_initials() {
        assert_eq!(short_name("Иванова Мария Петровна"), "Иванова\u{a0}М.\u{a0}П.");
        assert_eq!(short_name("Ким"), "Ким");
    }
}
