//! Who may be meant by somebody that the staff list does not know.

use super::{Answer, Around};
use crate::domain::people::Person;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::{Duty, roles_of};
use crate::domain::roadmap::responsible::{Responsible, ResponsibleRole, responsible};

/// People with a surname like the one in the document.
const MOST_PEOPLE: usize = 3;
/// Posts of the stage's other rows.
const MOST_POSTS: usize = 2;
/// Letters that two forms of one surname share at least: «Сидоровой» and «Сидорова».
const COMMON_LETTERS: usize = 4;

/// People with such a surname, the posts that answer for the stage's other rows, the curator.
pub(super) fn likely(row: &Activity, around: Around<'_>) -> Vec<Answer> {
    let words = words(&row.responsible_text);
    let named = around.staff.iter().filter(|person| is_like(person, &words) && !row.duty.persons.contains(&person.id));
    let mut answers: Vec<Answer> = named.take(MOST_PEOPLE).map(|person| Answer::Person(person.id)).collect();
    let held =
        |post: &ResponsibleRole| around.staff.iter().any(|one| roles_of(*post).iter().any(|role| one.has(*role)));
    let of_stage = around.rows.iter().filter(|one| one.stage == row.stage && one.id != row.id);
    let mut posts: Vec<ResponsibleRole> = Vec::new();
    for post in of_stage.flat_map(|one| &one.duty.roles) {
        let new = *post != ResponsibleRole::Curator && !posts.contains(post) && !row.duty.roles.contains(post);
        if posts.len() < MOST_POSTS && new && held(post) {
            posts.push(*post);
        }
    }
    answers.extend(posts.into_iter().map(Answer::Post));
    answers.push(Answer::Post(ResponsibleRole::Curator));
    answers
}

/// The place of the stage's other row that such a post answers for; the curator is offered whatever they do.
pub(super) fn place_of(row: &Activity, post: ResponsibleRole, rows: &[Activity]) -> Option<u32> {
    let of_stage = rows.iter().filter(|one| one.stage == row.stage && one.id != row.id);
    let mut with_post = of_stage.filter(|one| post != ResponsibleRole::Curator && one.duty.roles.contains(&post));
    with_post.next().map(|one| one.position)
}

/// Those in a cell who are neither a known post nor on the staff list, as it names them.
pub fn unknown_people(cell: &str, staff: &[Person]) -> Vec<String> {
    let unknown = |one: &Responsible| Duty::of(std::slice::from_ref(one), staff).unclear;
    responsible(cell).into_iter().filter(unknown).map(|one| one.text).collect()
}

fn words(text: &str) -> Vec<String> {
    let folded = text.to_lowercase().replace('ё', "е");
    folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_like(person: &Person, cell: &[String]) -> bool {
    let name = words(&person.full_name);
    let Some(surname) = name.first() else {
        return false;
    };
    cell.iter().any(|word| {
        let common = surname.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        let rest = surname.chars().count().max(word.chars().count()) - common;
        common >= COMMON_LETTERS && rest <= 3
    })
}
