//! The way through a questionnaire: what is asked, in which order, and what is still open.
//!
//! Everything here looks at the answers from the first question to the last and lets count only what still stands: an
//! answer to a question that is no longer asked, or an option that is no longer offered, is as good as not there. So a
//! person may go back and change anything, in any order, and the way stays right.

use crate::domain::questionnaire::{
    Answer, AnswerError, Answers, Kind, Question, QuestionOption, Questionnaire,
};

/// A question that is asked, and the answer to it that stands.
struct Step<'q> {
    question: &'q Question,
    answer: Option<Answer>,
    /// Its place among all questions of the preset.
    position: usize,
}

impl Questionnaire {
    /// The first question after the one named that is asked, `None` at the end.
    pub fn next(&self, after: &str, answers: &Answers) -> Option<&Question> {
        let place = self.place(after)?;
        self.steps(answers)
            .into_iter()
            .find(|step| step.position > place)
            .map(|step| step.question)
    }

    /// The last question before the one named that is asked, `None` at the start.
    pub fn previous(&self, before: &str, answers: &Answers) -> Option<&Question> {
        let place = self.place(before)?;
        self.steps(answers)
            .into_iter()
            .rev()
            .find(|step| step.position < place)
            .map(|step| step.question)
    }

    /// «3 из 14»: the number of a question and how many are asked, as far as the answers tell so far.
    pub fn progress(&self, question: &str, answers: &Answers) -> (usize, usize) {
        let steps = self.steps(answers);
        let place = self.place(question).unwrap_or(0);
        let number = steps.iter().filter(|step| step.position <= place).count();
        (number, steps.len())
    }

    /// How many questions one person can meet at most: what the introduction promises.
    pub fn most_asked(&self) -> usize {
        let depends_on = |code: &str| {
            let conditions: Vec<_> = self
                .questions
                .iter()
                .filter_map(|q| q.only_if.as_ref())
                .filter(|c| c.question == code)
                .collect();
            match self.question(code).map(|question| &question.kind) {
                Some(Kind::Single { options, .. }) => options
                    .iter()
                    .map(|option| {
                        conditions
                            .iter()
                            .filter(|c| c.any_of.contains(&option.code))
                            .count()
                    })
                    .max()
                    .unwrap_or(0),
                _ => conditions.len(),
            }
        };
        let always = self
            .questions
            .iter()
            .filter(|question| question.only_if.is_none())
            .count();
        always
            + self
                .questions
                .iter()
                .map(|question| depends_on(&question.code))
                .sum::<usize>()
    }

    /// Every question that is asked, in order: the review before sending.
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        self.steps(answers)
            .into_iter()
            .map(|step| step.question)
            .collect()
    }

    /// Where to go on: the first question that is asked and has neither an answer nor been skipped.
    pub fn first_unanswered(&self, answers: &Answers) -> Option<&Question> {
        self.steps(answers)
            .into_iter()
            .find(|step| step.answer.is_none())
            .map(|step| step.question)
    }

    /// Whether every question that is asked has been answered or skipped.
    pub fn is_complete(&self, answers: &Answers) -> bool {
        self.first_unanswered(answers).is_none()
    }

    /// Whether only questions that may be skipped are left: time to offer «Закончить».
    pub fn may_finish(&self, answers: &Answers) -> bool {
        self.steps(answers)
            .iter()
            .all(|step| step.answer.is_some() || step.question.optional)
    }

    /// The answers with every open question that may be skipped marked as skipped.
    pub fn skip_rest(&self, answers: &Answers) -> Answers {
        let mut answers = self.standing(answers);
        while let Some(question) = self
            .first_unanswered(&answers)
            .filter(|question| question.optional)
        {
            answers.set(&question.code, Answer::Skipped);
        }
        answers
    }

    /// The answers that count, without those that later changes have overtaken: what is shown, kept and matched.
    pub fn standing(&self, answers: &Answers) -> Answers {
        let answered = |step: Step<'_>| {
            step.answer
                .map(|answer| (step.question.code.clone(), answer))
        };
        self.steps(answers)
            .into_iter()
            .filter_map(answered)
            .collect()
    }

    /// The standing answers that others than the curator may see (guarantee I9).
    pub fn public_part(&self, answers: &Answers) -> Answers {
        let mut answers = self.standing(answers);
        for question in self.questions.iter().filter(|question| question.private) {
            answers.remove(&question.code);
        }
        answers
    }

    /// The options to show as buttons, given the answers to earlier questions.
    pub fn offered<'q>(
        &self,
        question: &'q Question,
        answers: &Answers,
    ) -> Vec<&'q QuestionOption> {
        question.offered(&self.standing(answers))
    }

    /// The answer after a press on an option, see [`Question::toggle`]; refuses what is not on offer.
    pub fn press(
        &self,
        question: &Question,
        option: &str,
        answers: &Answers,
    ) -> Result<Answer, AnswerError> {
        let standing = self.standing(answers);
        let has_options = matches!(question.kind, Kind::Single { .. } | Kind::Multi { .. });
        if has_options
            && !question
                .offered(&standing)
                .iter()
                .any(|offered| offered.code == option)
        {
            return Err(AnswerError::NotAnOption);
        }
        question.toggle(standing.get(&question.code), option)
    }

    fn place(&self, code: &str) -> Option<usize> {
        self.questions
            .iter()
            .position(|question| question.code == code)
    }

    fn steps(&self, answers: &Answers) -> Vec<Step<'_>> {
        let mut earlier = Answers::default();
        let mut steps = Vec::with_capacity(self.questions.len());
        for (position, question) in self.questions.iter().enumerate() {
            if !question.is_asked(&earlier) {
                continue;
            }
            let answer = answers
                .get(&question.code)
                .and_then(|answer| question.standing(answer, &earlier));
            if let Some(answer) = &answer {
                earlier.set(&question.code, answer.clone());
            }
            steps.push(Step {
                question,
                answer,
                position,
            });
        }
        steps
    }
}
