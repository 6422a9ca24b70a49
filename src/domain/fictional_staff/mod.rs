//! People who do not exist: a staff of 24 for the demo, and as many as a rehearsal wants.
//!
//! To add a person to the demo: one `[[person]]` in `presets/people/staff24.toml`. To add words to generated names:
//! `presets/people/fictional_names.toml`.

mod compact;
mod form;
mod generate;
#[cfg(test)]
mod tests;

pub use generate::generate;

use crate::domain::ids::PersonId;
use crate::domain::people::Role;
use crate::domain::questionnaire::{Answers, Bank, Place, PresetError, PresetProblem, Questionnaires};
use serde::Deserialize;

const STAFF_24: (&str, &str) = ("staff24.toml", include_str!("../../../presets/people/staff24.toml"));

/// Somebody who does not exist. In the answers a `PersonId` is a `number` of the same list: use
/// [`Answers::with_people`] once the real ids are known. `Debug` hides the name as for everybody (guarantee I6).
#[derive(Clone, PartialEq, Eq)]
pub struct FictionalPerson {
    /// Place in the list, from 1.
    pub number: i64,
    /// Surname, first name, patronymic.
    pub full_name: String,
    pub position: String,
    /// Appointed roles; none for most teachers.
    pub roles: Vec<Role>,
    /// The code of what this person mainly teaches, an option of the question `subjects`.
    pub subject: Option<String>,
    /// Complete answers to the mentor's questionnaire, if this person is going to be a mentor.
    pub mentor: Option<Answers>,
    /// Complete answers to the mentee's request.
    pub mentee: Option<Answers>,
}

impl FictionalPerson {
    /// How answers of this list name this person.
    pub const fn stand_in_id(&self) -> PersonId {
        PersonId(self.number)
    }
}

impl std::fmt::Debug for FictionalPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FictionalPerson").field("number", &self.number).finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStaff {
    person: Vec<RawPerson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPerson {
    number: i64,
    name: String,
    position: String,
    #[serde(default)]
    roles: Vec<Role>,
    subject: Option<String>,
    mentor: Option<toml::Table>,
    mentee: Option<toml::Table>,
}

/// The demo's staff of 24, in the order of their numbers, with answers checked against the questionnaires.
pub fn load_builtin(questionnaires: &Questionnaires) -> Result<Vec<FictionalPerson>, PresetError> {
    parse(STAFF_24.0, STAFF_24.1, questionnaires)
}

fn parse(file: &str, toml: &str, questionnaires: &Questionnaires) -> Result<Vec<FictionalPerson>, PresetError> {
    let whole = Place { file, entry: "the file" };
    let raw: RawStaff = toml::from_str(toml).map_err(|error| whole.unreadable(&error))?;
    let mut staff = Vec::with_capacity(raw.person.len());
    for (person, expected) in raw.person.into_iter().zip(1..) {
        let entry = format!("person {expected}");
        let place = Place { file, entry: &entry };
        if person.number != expected {
            let (value, allowed) = (person.number.to_string(), expected.to_string());
            return Err(place.error(PresetProblem::NotAllowed { key: "number", value, allowed }));
        }
        staff.push(FictionalPerson {
            number: person.number,
            full_name: person.name,
            position: person.position,
            roles: person.roles,
            subject: person.subject,
            mentor: answers_to(Bank::Mentors, person.mentor, questionnaires, place)?,
            mentee: answers_to(Bank::Mentees, person.mentee, questionnaires, place)?,
        });
    }
    Ok(staff)
}

fn answers_to(
    bank: Bank,
    given: Option<toml::Table>,
    questionnaires: &Questionnaires,
    place: Place<'_>,
) -> Result<Option<Answers>, PresetError> {
    match (given, questionnaires.of_bank(bank)) {
        (Some(given), Some(questionnaire)) => compact::read(&given, questionnaire, place).map(Some),
        _ => Ok(None),
    }
}
