//! Simulated people: each reads what the bot shows and presses, types or keeps silent.
//!
//! They know no labels and no screens, only what buttons mean, so a new screen needs a line in `rules` at most. The
//! same seed plays the same person.

mod reading;
mod rules;

use crate::domain::fictional_staff::FictionalPerson;
use crate::domain::questionnaire::{Bank, Questionnaires};
use crate::sandbox::{Sandbox, SeenMessage, UserId};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reading::Reading;
use std::collections::VecDeque;

/// What a simulated person does.
#[derive(Clone, PartialEq, Eq)]
pub enum Move {
    /// Presses the button with this data under this message.
    Press { message: i64, data: String },
    /// Types a message.
    Say(String),
}

impl Move {
    /// Does it in the sandbox.
    pub fn make(&self, sandbox: &Sandbox, user: UserId) {
        match self {
            Self::Press { message, data } => {
                sandbox.press(user, *message, data);
            }
            Self::Say(text) => {
                sandbox.say(user, text);
            }
        }
    }
}

/// Where a person stands in a talk, as far as it decides what typed words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Elsewhere,
    /// Answers a questionnaire.
    Form,
    /// Was asked to describe what was done.
    Evidence,
}

/// A simulated person.
pub struct Actor {
    /// As the staff list names them; typed to find oneself.
    full_name: String,
    /// Codes of the questionnaires that this person means to answer.
    wants: VecDeque<String>,
    place: Place,
    has_searched: bool,
    /// What is to be done when nothing else is asked.
    later: VecDeque<Move>,
    /// In a hundred: how many rows of a digest this person closes.
    diligence: u32,
    dice: StdRng,
}

impl Actor {
    /// Somebody of the fictional staff, who answers the questionnaires that the staff's maker meant for them.
    pub fn new(person: &FictionalPerson, questionnaires: &Questionnaires, seed: u64) -> Self {
        let meant = [(Bank::Mentors, person.mentor.is_some()), (Bank::Mentees, person.mentee.is_some())];
        let wants = meant
            .into_iter()
            .filter(|(_, is_meant)| *is_meant)
            .filter_map(|(bank, _)| questionnaires.of_bank(bank))
            .map(|form| form.code.clone())
            .collect();
        let mut dice = StdRng::seed_from_u64(seed ^ person.number.unsigned_abs().rotate_left(32));
        Self {
            full_name: person.full_name.clone(),
            wants,
            place: Place::Elsewhere,
            has_searched: false,
            later: VecDeque::new(),
            diligence: dice.random_range(40..90),
            dice,
        }
    }

    /// What this person does about a message that the bot sent or changed.
    pub fn respond(&mut self, message: &SeenMessage) -> Option<Move> {
        let reading = Reading::of(message);
        match rules::decide(self, &reading) {
            rules::Verdict::Do(step) => Some(step),
            rules::Verdict::Rest | rules::Verdict::Pass => self.later.pop_front(),
        }
    }

    /// Keeps a step for later: one talk at a time.
    pub fn put_off(&mut self, step: Move) {
        self.later.push_back(step);
    }

    /// How many questionnaires this person has not sent yet.
    pub fn unsent(&self) -> usize {
        self.wants.len()
    }

    fn chance(&mut self, in_a_hundred: u32) -> bool {
        self.dice.random_range(0..100) < in_a_hundred
    }

    fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        (!among.is_empty()).then(|| &among[self.dice.random_range(0..among.len())])
    }
}
