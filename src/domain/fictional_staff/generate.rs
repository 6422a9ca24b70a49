//! A fictional staff of any size, the same for the same seed on every machine and in every version.

use crate::domain::dice::Dice;
use crate::domain::fictional_staff::FictionalPerson;
use crate::domain::fictional_staff::form::Form;
use crate::domain::people::Role;
use crate::domain::questionnaire::{Place, PresetError, Questionnaires};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

const WORDS: (&str, &str) = ("fictional_names.toml", include_str!("../../../presets/people/fictional_names.toml"));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Pairs of a man's and a woman's form.
    surnames: Vec<(String, String)>,
    men: Names,
    women: Names,
    leader: Vec<Leader>,
    teacher: Vec<Teacher>,
    /// Typed answers by question.
    pub(super) texts: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    names: Vec<String>,
    patronymics: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Leader {
    position: String,
    roles: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Teacher {
    position: String,
    pub(super) levels: Vec<String>,
    pub(super) subject: String,
}

/// `n` people, leaders first. About a third of the teachers become mentors, a quarter mentees, with complete answers.
/// No two have the same name as long as there are names to go round (some sixteen thousand).
pub fn generate(n: usize, seed: u64, questionnaires: &Questionnaires) -> Result<Vec<FictionalPerson>, PresetError> {
    let place = Place { file: WORDS.0, entry: "the file" };
    let words: Words = toml::from_str(WORDS.1).map_err(|error| place.unreadable(&error))?;
    let mut dice = Dice::new(seed);
    let mut taken = HashSet::new();
    let mut staff = Vec::with_capacity(n);
    for (index, number) in (1..).enumerate().take(n) {
        let full_name = unused_name(&words, &mut taken, &mut dice);
        let (position, roles, subject, mentor, mentee);
        if let Some(leader) = words.leader.get(index) {
            (position, roles) = (leader.position.clone(), leader.roles.clone());
            (subject, mentor, mentee) = (None, None, None);
        } else {
            let teacher = dice.pick(&words.teacher);
            let mut form = Form { words: &words, teacher, number, staff: n, dice: &mut dice };
            (mentor, mentee) = form.fill_one_of(questionnaires);
            (position, roles) = (teacher.position.clone(), Vec::new());
            subject = Some(teacher.subject.clone());
        }
        staff.push(FictionalPerson { number, full_name, position, roles, subject, mentor, mentee });
    }
    Ok(staff)
}

/// Four of five are women, as in schools.
fn unused_name(words: &Words, taken: &mut HashSet<String>, dice: &mut Dice) -> String {
    const TRIES: usize = 1_000;
    let mut name = String::new();
    for _ in 0..TRIES {
        let (man, woman) = dice.pick(&words.surnames);
        let (surname, names) = if dice.below(5) == 0 { (man, &words.men) } else { (woman, &words.women) };
        name = format!("{surname} {} {}", dice.pick(&names.names), dice.pick(&names.patronymics));
        if taken.insert(name.clone()) {
            break;
        }
    }
    name
}
