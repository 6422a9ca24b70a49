//! One generated person filling in a questionnaire, by its rules and not by its contents: a new question needs nothing here.

use crate::domain::dice::Dice;
use crate::domain::fictional_staff::generate::{Teacher, Words};
use crate::domain::ids::PersonId;
use crate::domain::questionnaire::{
    Answer, Answers, Bank, Kind, Question, QuestionOption, Questionnaire, Questionnaires,
};

/// One person filling in a questionnaire.
pub(super) struct Form<'a> {
    pub(super) words: &'a Words,
    pub(super) teacher: &'a Teacher,
    pub(super) number: i64,
    /// How many people there are to name.
    pub(super) staff: usize,
    pub(super) dice: &'a mut Dice,
}

impl Form<'_> {
    /// Answers as a mentor, or as a mentee, or neither.
    pub(super) fn fill_one_of(&mut self, questionnaires: &Questionnaires) -> (Option<Answers>, Option<Answers>) {
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
                let mut offered = questionnaire.offered(question, &answers);
                if questionnaire.bank == Bank::Mentors && question.code == "experience" {
                    // The list begins with beginners; a mentor has taught for a while.
                    offered.drain(..offered.len() / 2);
                }
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
                let all: Vec<_> =
                    rows.iter().flat_map(|row| columns.iter().map(move |column| cell(row, column))).collect();
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
