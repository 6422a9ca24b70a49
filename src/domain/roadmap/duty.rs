//! Who does a row: posts of the document → people of the staff list.

use super::deputy::{Field, fields};
use super::named::{Named, named};
use super::responsible::{Responsible, ResponsibleRole, responsible};
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
    /// What the deputies in the document answer for: of several only these do the row.
    pub deputies: Vec<Field>,
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
        duty.deputies = fields_for(&duty.roles, cell.iter().map(|one| one.text.as_str()));
        duty
    }

    /// Whether the row itself makes this person responsible (without the curator's duty for rows of nobody), as far as
    /// can be said of one person alone: which of several deputies is meant, [`Duty::named`] tells.
    pub fn names(&self, person: &Person, paired: &PairedMentors) -> bool {
        self.persons.contains(&person.id) || self.roles.iter().any(|post| makes(*post, person, paired))
    }

    /// Those of a staff whom the row itself makes responsible.
    pub fn named<'s>(&self, staff: &'s [Person], paired: &PairedMentors) -> Vec<&'s Person> {
        let mut named: Vec<&Person> = staff.iter().filter(|person| self.names(person, paired)).collect();
        let says_so = |person: &Person| {
            person.has(Role::DeputyDirector) && fields(&person.position).iter().any(|one| self.deputies.contains(one))
        };
        // Where nobody's position says it, it may be anybody's.
        if !self.deputies.is_empty() && named.iter().any(|person| says_so(person)) {
            named.retain(|person| says_so(person) || !self.names_as_deputy_only(person, paired));
        }
        named
    }

    fn names_as_deputy_only(&self, person: &Person, paired: &PairedMentors) -> bool {
        let others = self.roles.iter().filter(|post| **post != ResponsibleRole::DeputyDirector);
        !self.persons.contains(&person.id) && !others.into_iter().any(|post| makes(*post, person, paired))
    }

    /// Those who do the row: those it names, or the curators when it names nobody of this staff.
    pub fn people<'s>(&self, staff: &'s [Person], paired: &PairedMentors) -> Vec<&'s Person> {
        let named = self.named(staff, paired);
        if named.is_empty() { staff.iter().filter(|person| person.has(Role::Curator)).collect() } else { named }
    }

    /// The posts that nobody on the staff list holds. None once the curator has chosen somebody beyond what the
    /// document's `cell` names: that was the answer.
    pub fn vacant(&self, cell: &str, staff: &[Person]) -> Vec<ResponsibleRole> {
        let read = Self::of(&responsible(cell), staff);
        let held = |post: &ResponsibleRole| staff.iter().any(|one| roles_of(*post).iter().any(|role| one.has(*role)));
        let a_person = self.persons.iter().any(|person| !read.persons.contains(person));
        let a_post = self.roles.iter().any(|post| !read.roles.contains(post) && held(post));
        if a_person || a_post {
            return Vec::new();
        }
        self.roles.iter().copied().filter(|post| !held(post)).collect()
    }
}

/// What deputies answer for that a row names by their post: the fields in the texts of its cell.
pub fn fields_for<'t>(posts: &[ResponsibleRole], texts: impl Iterator<Item = &'t str>) -> Vec<Field> {
    let mut found = Vec::new();
    if posts.contains(&ResponsibleRole::DeputyDirector) {
        texts.flat_map(fields).for_each(|field| push_new(&mut found, field));
    }
    found
}

/// Whether a post makes somebody responsible: a mentor without a pair only while there are no pairs.
fn makes(post: ResponsibleRole, person: &Person, paired: &PairedMentors) -> bool {
    let mentor_without_pair = post == ResponsibleRole::Mentors && !paired.is_empty() && !paired.contains(&person.id);
    !mentor_without_pair && roles_of(post).iter().any(|role| person.has(*role))
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(duty("педагог-психолог").vacant("педагог-психолог", &staff()), [ResponsibleRole::Psychologist]);
    }

    #[test]
    fn whoever_was_chosen_beside_a_vacant_post_answers_for_it() {
        let cell = "педагог-психолог, куратор";
        let vacant = |change: &dyn Fn(&mut Duty)| {
            let mut duty = duty(cell);
            change(&mut duty);
            duty.vacant(cell, &staff())
        };
        assert_eq!(vacant(&|_| {}), [ResponsibleRole::Psychologist], "the curator is named by the document");
        assert!(vacant(&|duty| duty.persons.push(PersonId(3))).is_empty());
        assert!(vacant(&|duty| duty.roles.push(ResponsibleRole::Director)).is_empty());
        let two = [ResponsibleRole::Psychologist, ResponsibleRole::SiteEditor];
        assert_eq!(vacant(&|duty| duty.roles.push(ResponsibleRole::SiteEditor)), two, "nobody holds that one either");
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

    /// Three deputies and the director.
    fn deputies() -> Vec<Person> {
        let deputy = |id, name: &str, position: &str| Person {
            position: position.to_owned(),
            ..person(id, name, &[Role::DeputyDirector])
        };
        vec![
            deputy(1, "Сомова Вера Ильинична", "заместитель директора по УВР"),
            deputy(2, "Лаптева Ольга Викторовна", "зам. директора по воспитательной работе, учитель истории"),
            deputy(3, "Ёлкин Пётр Андреевич", "Заместитель директора по АХЧ"),
            person(4, "Рыбин Олег Олегович", &[Role::Director]),
        ]
    }

    fn of_deputies(cell: &str, staff: &[Person]) -> Vec<i64> {
        let duty = Duty::of(&responsible(cell), staff);
        duty.people(staff, &PairedMentors::new()).into_iter().map(|person| person.id.0).collect()
    }

    #[test]
    fn a_deputy_of_a_field_is_the_one_whose_position_says_it() {
        for (cell, who) in [
            ("заместитель директора по УВР", &[1][..]),
            ("Зам. директора по учебно-воспитательной работе", &[1]),
            ("зам.директора по УВР, ВР", &[1, 2]),
            ("заместители директора по учебно-воспитательной и воспитательной работе", &[1, 2]),
            ("ЗДВР", &[2]),
            ("директор, заместитель директора по воспитательной работе", &[2, 4]),
            ("заместитель директора по административно-хозяйственной части", &[3]),
            // Nobody's position says it, or the cell does not: all of them, as before.
            ("заместитель директора по НМР", &[1, 2, 3]),
            ("заместитель директора", &[1, 2, 3]),
            ("администрация", &[1, 2, 3, 4]),
        ] {
            assert_eq!(of_deputies(cell, &deputies()), who, "{cell}");
        }
    }

    #[test]
    fn a_deputy_who_is_the_only_one_needs_no_field() {
        let only = [Person {
            position: "заместитель директора".to_owned(),
            ..person(1, "Сомова Вера Ильинична", &[Role::DeputyDirector])
        }];
        assert_eq!(of_deputies("заместитель директора по УВР", &only), [1]);
        let mut staff = deputies();
        staff.retain(|person| person.id.0 != 1);
        assert_eq!(of_deputies("заместитель директора по УВР", &staff), [2, 3], "nobody says that it is theirs");
    }

    #[test]
    fn a_deputy_who_is_named_stays() {
        assert_eq!(of_deputies("заместитель директора по УВР, Лаптева О. В.", &deputies()), [1, 2]);
    }
}
