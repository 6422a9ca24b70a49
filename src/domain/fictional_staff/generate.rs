//! A fictional staff of any size, the same for the same seed on every machine and in every version.

use crate::domain::fictional_staff::FictionalPerson;
use crate::domain::ids::PersonId;
use crate::domain::people::Role;
use crate::domain::questionnaire::{Answer, Answers, Bank, Kind, Place, PresetError, Question, QuestionOption};
use crate::domain::questionnaire::{Questionnaire, Questionnaires};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

const WORDS: (&str, &str) = ("fictional_names.toml", include_str!("../../../presets/people/fictional_names.toml"));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    /// Pairs of a man's and a woman's form.
    surnames: Vec<(String, String)>,
    men: Names,
    women: Names,
    leader: Vec<Leader>,
    teacher: Vec<Teacher>,
    /// Typed answers by question.
    texts: BTreeMap<String, Vec<String>>,
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
struct Teacher {
    position: String,
    levels: Vec<String>,
    subject: String,
}

/// `n` people, leaders first. About a third of the teachers become mentors, a quarter mentees, with complete answers.
/// No two have the same name as long as there are names to go round (some sixteen thousand).
pub fn generate(n: usize, seed: u64, questionnaires: &Questionnaires) -> Result<Vec<FictionalPerson>, PresetError> {
    let place = Place { file: WORDS.0, entry: "the file" };
    let words: Words = toml::from_str(WORDS.1).map_err(|error| place.unreadable(&error))?;
    let mut dice = Dice(seed);
    let mut taken = HashSet::new();
    let mut staff = Vec::with_capacity(n);
    for (index, number) in (1..).enumerate().take(n) {
        let full_name = unused_name(&words, &mut taken, &mut dice);
        staff.push(match words.leader.get(index) {
            Some(leader) => FictionalPerson {
                number,
                full_name,
                position: leader.position.clone(),
                roles: leader.roles.clone(),
                subject: None,
                mentor: None,
                mentee: None,
            },
            None => {
                let teacher = dice.pick(&words.teacher);
                let mut form = Form { words: &words, teacher, number, staff: n, dice: &mut dice };
                let (mentor, mentee) = form.fill_one_of(questionnaires);
                FictionalPerson {
                    number,
                    full_name,
                    position: teacher.position.clone(),
                    roles: Vec::new(),
                    subject: Some(teacher.subject.clone()),
                    mentor,
                    mentee,
                }
            }
        });
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

/// One person filling in a questionnaire.
struct Form<'a> {
    words: &'a Words,
    teacher: &'a Teacher,
    number: i64,
    staff: usize,
    dice: &'a mut Dice,
}

impl Form<'_> {
    fn fill_one_of(&mut self, questionnaires: &Questionnaires) -> (Option<Answers>, Option<Answers>) {
        let lot = self.dice.below(12);
        let mut fill = |bank| questionnaires.of_bank(bank).map(|questionnaire| self.fill(questionnaire));
        match lot {
            0..4 => (fill(Bank::Mentors), None),
            4..7 => (None, fill(Bank::Mentees)),
            _ => (None, None),
        }
    }

    /// Once through, in order: what is asked depends on earlier answers only.
    fn fill(&mut self, questionnaire: &Questionnaire) -> Answers {
        let mut answers = Answers::default();
        for question in &questionnaire.questions {
            if questionnaire.asked(&answers).contains(&question) {
                let offered = questionnaire.offered(question, &answers);
                let answer = self.answer(question, &offered, &answers);
                answers.set(&question.code, answer);
            }
        }
        answers
    }

    fn answer(&mut self, question: &Question, offered: &[&QuestionOption], earlier: &Answers) -> Answer {
        if question.optional && self.dice.below(4) == 0 {
            return Answer::Skipped;
        }
        let own = self.own_codes(question, offered);
        match &question.kind {
            Kind::Single { .. } => Answer::Choice(self.dice.pick(offered).code.clone()),
            Kind::Multi { .. } if !own.is_empty() => Answer::Choices(own),
            Kind::Multi { max, .. } => {
                let count = 1 + self.dice.below(3.min(*max).min(offered.len()));
                let chosen = self.dice.some(offered, count);
                Answer::Choices(chosen.into_iter().map(|option| option.code.clone()).collect())
            }
            Kind::Scale { from, to } => {
                let step = self.dice.below(usize::from(to - from) + 1);
                Answer::Scale(from + u8::try_from(step).unwrap_or(0))
            }
            Kind::Grid { rows, columns } => {
                let cell = |row: &QuestionOption, column: &QuestionOption| (row.code.clone(), column.code.clone());
                let all: Vec<_> = rows.iter().flat_map(|row| columns.iter().map(move |column| cell(row, column))).collect();
                let count = 1 + self.dice.below(4.min(all.len()));
                Answer::Grid(self.dice.some(&all, count))
            }
            Kind::Text { .. } => self.typed(question),
            Kind::Person { .. } => self.somebody(earlier),
        }
    }

    /// Level and subject follow from the post.
    fn own_codes(&self, question: &Question, offered: &[&QuestionOption]) -> Vec<String> {
        let own: Vec<&String> = match question.code.as_str() {
            "levels" => self.teacher.levels.iter().collect(),
            "subjects" => vec![&self.teacher.subject],
            _ => Vec::new(),
        };
        let is_own = |option: &&&QuestionOption| own.contains(&&option.code);
        offered.iter().filter(is_own).map(|option| option.code.clone()).collect()
    }

    fn typed(&mut self, question: &Question) -> Answer {
        let texts = self.words.texts.get(&question.code).filter(|texts| !texts.is_empty());
        let text = texts.map_or("Расскажу при встрече.", |texts| self.dice.pick(texts).as_str());
        question.read_typed(text).unwrap_or(Answer::Skipped)
    }

    /// A wish is rare and names one colleague, never oneself or somebody named before.
    fn somebody(&mut self, earlier: &Answers) -> Answer {
        let person = PersonId(i64::try_from(1 + self.dice.below(self.staff)).unwrap_or(1));
        let named = earlier.iter().any(|(question, _)| earlier.people(question).contains(&person));
        if person.0 == self.number || named || self.dice.below(4) != 0 {
            return Answer::Skipped;
        }
        Answer::Person(vec![person])
    }
}

/// SplitMix64 (public domain): a dozen lines that never change, unlike a library's generator.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to `bound - 1`; 0 for a bound of 0.
    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.roll() % bound).unwrap_or(0)
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }

    /// `count` different ones, in their own order.
    fn some<T: Clone>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut places: Vec<usize> = (0..from.len()).collect();
        while places.len() > count {
            places.remove(self.below(places.len()));
        }
        places.into_iter().map(|place| from[place].clone()).collect()
    }
}
