//! What a new staff list changes in the one that is there. It adds and corrects; it never takes anybody off.

use crate::domain::people::{Person, Role};
use crate::domain::staff_list::{StaffLine, name_key};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Letters of a subject that show up in a position that names it: «физ» of «физика» in «учитель физики».
const STEM: usize = 4;

/// A person as a list gives them. `Debug` hides the name (guarantee I6).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub full_name: String,
    /// Post and subject.
    pub position: String,
    pub roles: Vec<Role>,
}

impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listed").field("roles", &self.roles).finish_non_exhaustive()
    }
}

impl From<&StaffLine> for Listed {
    fn from(line: &StaffLine) -> Self {
        Self {
            full_name: line.full_name.clone(),
            position: with_subject(&line.position, &line.subject),
            roles: line.roles.iter().copied().filter(|role| given_by_list(*role)).collect(),
        }
    }
}

/// Whether a list may give a role. The curator's is given by a curator to somebody who has come in: else whoever
/// opens the link for the staff and chooses such a name would be let in to everything.
pub fn given_by_list(role: Role) -> bool {
    role != Role::Curator
}

/// «учитель» and «физика» as one line, without saying the subject twice.
fn with_subject(position: &str, subject: &str) -> String {
    let stem: String = subject.to_lowercase().chars().take(STEM).collect();
    if subject.is_empty() || position.to_lowercase().contains(&stem) {
        position.to_owned()
    } else if position.is_empty() {
        subject.to_owned()
    } else {
        format!("{position}, {subject}")
    }
}

/// What applying a list would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StaffUpdate {
    pub added: Vec<Listed>,
    /// People whose record changes, as it will be.
    pub changed: Vec<Person>,
    /// How many stay as they are.
    pub same: usize,
    /// People whom the list names no more, curators left out. They stay until the curator says otherwise.
    pub missing: Vec<Person>,
}

/// Compares a list with the staff; people are matched by full name, «ё» and case do not count.
///
/// A list adds roles and never takes one away, since the curator may have given it by hand; a position is
/// replaced only by a position.
pub fn compare(staff: &[Person], list: &[Listed]) -> StaffUpdate {
    let by_name: HashMap<String, &Person> = staff.iter().map(|person| (name_key(&person.full_name), person)).collect();
    let mut update = StaffUpdate::default();
    let mut named = HashSet::new();
    for listed in list {
        let key = name_key(&listed.full_name);
        match by_name.get(&key) {
            None => update.added.push(listed.clone()),
            Some(person) => {
                let new = corrected(person, listed);
                if new == **person {
                    update.same += 1;
                } else {
                    update.changed.push(new);
                }
            }
        }
        named.insert(key);
    }
    let is_missing = |person: &&Person| !person.has(Role::Curator) && !named.contains(&name_key(&person.full_name));
    update.missing = staff.iter().filter(is_missing).cloned().collect();
    update
}

fn corrected(person: &Person, listed: &Listed) -> Person {
    let holds = |role: &Role| person.has(*role) || listed.roles.contains(role);
    let position = if listed.position.is_empty() { &person.position } else { &listed.position };
    let mut roles = person.roles.clone();
    roles.extend(Role::ALL.iter().filter(|role| holds(role) && !person.has(**role)));
    Person { full_name: listed.full_name.clone(), position: position.clone(), roles, ..person.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: i64, full_name: &str, roles: &[Role]) -> Person {
        Person {
            id: id.into(),
            organisation: 1.into(),
            full_name: full_name.to_owned(),
            position: "учитель".to_owned(),
            roles: roles.to_vec(),
        }
    }

    fn listed(full_name: &str, position: &str, roles: &[Role]) -> Listed {
        Listed { full_name: full_name.to_owned(), position: position.to_owned(), roles: roles.to_vec() }
    }

    #[test]
    fn a_list_adds_and_corrects_but_takes_nobody_off() {
        let staff = [
            person(1, "Алёхина Анна Ивановна", &[Role::Mentor]),
            person(2, "Борисов Борис Борисович", &[]),
            person(3, "Власова Вера Викторовна", &[]),
            person(4, "Куратов Кирилл Кириллович", &[Role::Curator]),
        ];
        let list = [
            listed("Алехина Анна Ивановна", "", &[Role::Mentee]),
            listed("Борисов Борис Борисович", "учитель", &[]),
            listed("Громова Галина Глебовна", "психолог", &[Role::Psychologist]),
        ];
        let update = compare(&staff, &list);
        assert_eq!(update.added, [list[2].clone()]);
        assert_eq!(update.same, 1);
        assert_eq!(update.missing, [staff[2].clone()]);
        let [changed] = update.changed.as_slice() else { panic!("one changes") };
        assert_eq!(changed.id, staff[0].id);
        assert_eq!(changed.roles, [Role::Mentor, Role::Mentee]);
        assert_eq!(changed.position, "учитель");
    }

    #[test]
    fn the_same_list_twice_changes_nothing() {
        let list = [listed("Борисов Борис Борисович", "учитель", &[Role::Mentor])];
        let staff = [person(2, "Борисов Борис Борисович", &[Role::Mentor])];
        let update = compare(&staff, &list);
        assert_eq!((update.added.len(), update.changed.len(), update.same), (0, 0, 1));
    }

    #[test]
    fn a_subject_is_not_said_twice() {
        assert_eq!(with_subject("учитель физики", "Физика"), "учитель физики");
        assert_eq!(with_subject("учитель", "физика"), "учитель, физика");
        assert_eq!(with_subject("", "физика"), "физика");
        assert_eq!(with_subject("психолог", ""), "психолог");
    }
}
