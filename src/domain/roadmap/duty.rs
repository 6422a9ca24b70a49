//! Who does a row: posts of the document → people of the staff list.

use super::named::{Named, named};
use super::responsible::{Responsible, ResponsibleRole};
use crate::domain::ids::PersonId;
use crate::domain::people::{Person, Role};
use std::collections::BTreeSet;

/// Who is responsible for a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Duty {
    pub roles: Vec<ResponsibleRole>,
    /// People named by the document or chosen by the curator.
    pub persons: Vec<PersonId>,
    /// Somebody in the document is neither a known post nor on the staff list, or could be one of two people.
    pub unclear: bool,
}

/// The mentors of pairs at work. While there is none, «наставники» means everybody with that role.
pub type PairedMentors = BTreeSet<PersonId>;

/// The posts that a curator can choose for a row, in the order of the screen.
pub const CHOICES: &[ResponsibleRole] = &[
    ResponsibleRole::Curator,
    ResponsibleRole::Director,
    ResponsibleRole::DeputyDirector,
    ResponsibleRole::MethodLead,
    ResponsibleRole::Mentors,
    ResponsibleRole::Mentees,
    ResponsibleRole::Psychologist,
    ResponsibleRole::SiteEditor,
];

/// The staff-list roles that a post of the document stands for; none when the staff list does not know it.
pub fn roles_of(post: ResponsibleRole) -> &'static [Role] {
    match post {
        ResponsibleRole::Director | ResponsibleRole::OrganisationsHeads => &[Role::Director],
        ResponsibleRole::DeputyDirector => &[Role::DeputyDirector],
        ResponsibleRole::Administration => &[Role::Director, Role::DeputyDirector],
        ResponsibleRole::Curator => &[Role::Curator],
        ResponsibleRole::MethodLead | ResponsibleRole::Methodist => &[Role::MethodLead],
        ResponsibleRole::Mentors => &[Role::Mentor],
        ResponsibleRole::Mentees => &[Role::Mentee],
        ResponsibleRole::Psychologist => &[Role::Psychologist],
        ResponsibleRole::SiteEditor => &[Role::Publisher],
        ResponsibleRole::MunicipalCentre => &[Role::DistrictCoordinator],
        ResponsibleRole::MentorCouncil
        | ResponsibleRole::SocialTeacher
        | ResponsibleRole::ClassTeachers
        | ResponsibleRole::Teachers
        | ResponsibleRole::WorkingGroup
        | ResponsibleRole::Clerk
        | ResponsibleRole::Union => &[],
    }
}

impl Duty {
    /// What a cell means for this staff: posts, named people, and whether something stays unknown.
    pub fn of(cell: &[Responsible], staff: &[Person]) -> Self {
        let mut duty = Self::default();
        for one in cell {
            let Named { persons, ambiguous } = named(&one.text, staff);
            duty.unclear |= ambiguous;
            match (one.role, persons.is_empty()) {
                (_, false) => persons.into_iter().for_each(|person| push_new(&mut duty.persons, person)),
                (Some(role), true) => push_new(&mut duty.roles, role),
                (None, true) => duty.unclear = true,
            }
        }
        duty
    }

    /// Whether the row itself makes this person responsible (without the curator's duty for rows of nobody).
    pub fn names(&self, person: &Person, paired: &PairedMentors) -> bool {
        let by_post = |post: &ResponsibleRole| {
            let mentor_without_pair =
                *post == ResponsibleRole::Mentors && !paired.is_empty() && !paired.contains(&person.id);
            !mentor_without_pair && roles_of(*post).iter().any(|role| person.has(*role))
        };
        self.persons.contains(&person.id) || self.roles.iter().any(by_post)
    }

    /// Those who do the row: those it names, or the curators when it names nobody of this staff.
    pub fn people<'s>(&self, staff: &'s [Person], paired: &PairedMentors) -> Vec<&'s Person> {
        let named: Vec<&Person> = staff.iter().filter(|person| self.names(person, paired)).collect();
        if named.is_empty() { staff.iter().filter(|person| person.has(Role::Curator)).collect() } else { named }
    }

    /// The posts that nobody on the staff list holds.
    pub fn vacant(&self, staff: &[Person]) -> Vec<ResponsibleRole> {
        let held = |post: &ResponsibleRole| staff.iter().any(|one| roles_of(*post).iter().any(|role| one.has(*role)));
        self.roles.iter().copied().filter(|post| !held(post)).collect()
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

#[cfg(test)]
mod tests {
    use super::super::responsible::responsible;
    use super::*;
    use crate::domain::ids::OrganisationId;

    fn person(id: i64, full_name: &str, roles: &[Role]) -> Person {
        Person {
            id: PersonId(id),
            organisation: OrganisationId(1),
            full_name: full_name.to_owned(),
            position: String::new(),
            roles: roles.to_vec(),
        }
    }

    fn staff() -> Vec<Person> {
        vec![
            person(1, "Сомова Вера Ильинична", &[Role::Curator]),
            person(2, "Лаптева Ольга Викторовна", &[Role::Director]),
            person(3, "Ёлкин Пётр Андреевич", &[Role::Mentor]),
            person(4, "Рыбин Олег Олегович", &[Role::Mentor]),
        ]
    }

    fn duty(cell: &str) -> Duty {
        Duty::of(&responsible(cell), &staff())
    }

    fn ids(cell: &str, paired: &[i64]) -> Vec<i64> {
        let paired = paired.iter().copied().map(PersonId).collect();
        duty(cell).people(&staff(), &paired).into_iter().map(|person| person.id.0).collect()
    }

    #[test]
    fn posts_become_the_people_who_hold_them() {
        assert_eq!(ids("директор куратор", &[]), [1, 2]);
        assert_eq!(ids("наставники", &[]), [3, 4]);
        assert_eq!(ids("наставники", &[4]), [4], "only mentors with a pair once there are pairs");
    }

    #[test]
    fn a_row_of_nobody_goes_to_the_curator() {
        assert_eq!(ids("педагог-психолог", &[]), [1]);
        assert_eq!(ids("", &[]), [1]);
        assert_eq!(duty("педагог-психолог").vacant(&staff()), [ResponsibleRole::Psychologist]);
    }

    #[test]
    fn people_are_recognised_by_surname_and_initials() {
        for cell in ["Елкин П.А.", "П. А. Ёлкин", "наставник Ёлкин Пётр Андреевич"]
        {
            assert_eq!(duty(cell).persons, [PersonId(3)], "{cell}");
        }
        let stranger = duty("Ёлкин И. И.");
        assert!(stranger.persons.is_empty() && stranger.unclear);
    }
}
