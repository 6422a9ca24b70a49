//! The way through a questionnaire: what is asked, in which order, and what is still open.
//!
//! Everything here looks at the answers from the first question to the last and lets count only what still stands: an
//! answer to a question that is no longer asked, or an option that is no longer offered, is as good as not there. So a
//! person may go back and change anything, in any order, and the way stays right.

use crate::domain::questionnaire::{Answer, AnswerError, Answers, Kind, Question, QuestionOption, Questionnaire};

/// A question that is asked, and the answer to it that stands.
struct Step<'q> {
    question: &'q Question,
    is_open: bool,
    /// Its place among all questions of the preset.
    position: usize,
}

/// The way through a questionnaire as some answers make it: worked out once, asked many times.
pub struct Walk<'q> {
    form: &'q Questionnaire,
    steps: Vec<Step<'q>>,
    standing: Answers,
}

impl<'q> Walk<'q> {
    /// Every question that is asked, in order: the review before sending.
    pub fn asked(&self) -> Vec<&'q Question> {
        self.steps.iter().map(|step| step.question).collect()
    }

    /// The question with this code, if it is asked.
    pub fn question(&self, code: &str) -> Option<&'q Question> {
        let questions = self.steps.iter().map(|step| step.question);
        questions.into_iter().find(|question| question.code == code)
    }

    /// The answers that count, without those that later changes have overtaken: what is shown, kept and matched.
    pub fn standing(&self) -> &Answers {
        &self.standing
    }

    /// The first question after the one named that is asked, `None` at the end.
    pub fn next(&self, after: &str) -> Option<&'q Question> {
        let place = self.form.place(after)?;
        let next = self.steps.iter().find(|step| step.position > place);
        next.map(|step| step.question)
    }

    /// The last question before the one named that is asked, `None` at the start.
    pub fn previous(&self, before: &str) -> Option<&'q Question> {
        let place = self.form.place(before)?;
        let previous = self.steps.iter().rev().find(|step| step.position < place);
        previous.map(|step| step.question)
    }

    /// «3 из 14»: the number of a question and how many are asked, as far as the answers tell so far.
    pub fn progress(&self, question: &str) -> (usize, usize) {
        let place = self.form.place(question).unwrap_or(0);
        let before = |step: &&Step<'_>| step.position <= place;
        (self.steps.iter().filter(before).count(), self.steps.len())
    }

    /// Where to go on: the first question that is asked and has neither an answer nor been skipped.
    pub fn first_unanswered(&self) -> Option<&'q Question> {
        let open = self.steps.iter().find(|step| step.is_open);
        open.map(|step| step.question)
    }

    /// Whether only questions that may be skipped are left: time to offer «Закончить».
    pub fn may_finish(&self) -> bool {
        self.steps.iter().all(|step| !step.is_open || step.question.optional)
    }

    /// The options to show as buttons, given the answers to earlier questions.
    pub fn offered(&self, question: &'q Question) -> Vec<&'q QuestionOption> {
        question.offered(&self.standing)
    }

    /// The answer after a press on an option, see [`Question::toggle`]; refuses what is not on offer.
    pub fn press(&self, question: &Question, option: &str) -> Result<Answer, AnswerError> {
        let has_options = matches!(question.kind, Kind::Single { .. } | Kind::Multi { .. });
        let is_offered = |offered: &&QuestionOption| offered.code == option;
        if has_options && !question.offered(&self.standing).iter().any(is_offered) {
            return Err(AnswerError::NotAnOption);
        }
        question.toggle(self.standing.get(&question.code), option)
    }
}

impl Questionnaire {
    /// The way as these answers make it.
    pub fn walk(&self, answers: &Answers) -> Walk<'_> {
        let mut standing = Answers::default();
        let mut steps = Vec::with_capacity(self.questions.len());
        for (position, question) in self.questions.iter().enumerate() {
            if !question.is_asked(&standing) {
                continue;
            }
            let answer = answers.get(&question.code).and_then(|answer| question.standing(answer, &standing));
            let is_open = answer.is_none();
            if let Some(answer) = answer {
                standing.set(&question.code, answer);
            }
            steps.push(Step { question, is_open, position });
        }
        Walk { form: self, steps, standing }
    }

    /// [`Walk::next`] for one question.
    pub fn next(&self, after: &str, answers: &Answers) -> Option<&Question> {
        self.walk(answers).next(after)
    }

    /// [`Walk::previous`] for one question.
    pub fn previous(&self, before: &str, answers: &Answers) -> Option<&Question> {
        self.walk(answers).previous(before)
    }

    /// [`Walk::progress`] for one question.
    pub fn progress(&self, question: &str, answers: &Answers) -> (usize, usize) {
        self.walk(answers).progress(question)
    }

    /// How many questions one person can meet at most: what the introduction promises.
    pub fn most_asked(&self) -> usize {
        let depends_on = |code: &str| {
            let conditions: Vec<_> =
                self.questions.iter().filter_map(|q| q.only_if.as_ref()).filter(|c| c.question == code).collect();
            match self.question(code).map(|question| &question.kind) {
                Some(Kind::Single { options, .. }) => options
                    .iter()
                    .map(|option| conditions.iter().filter(|c| c.any_of.contains(&option.code)).count())
                    .max()
                    .unwrap_or(0),
                _ => conditions.len(),
            }
        };
        let always = self.questions.iter().filter(|question| question.only_if.is_none()).count();
        always + self.questions.iter().map(|question| depends_on(&question.code)).sum::<usize>()
    }

    /// [`Walk::asked`] for these answers.
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        self.walk(answers).asked()
    }

    /// [`Walk::first_unanswered`] for these answers.
    pub fn first_unanswered(&self, answers: &Answers) -> Option<&Question> {
        self.walk(answers).first_unanswered()
    }

    /// Whether every question that is asked has been answered or skipped.
    pub fn is_complete(&self, answers: &Answers) -> bool {
        self.first_unanswered(answers).is_none()
    }

    /// [`Walk::may_finish`] for these answers.
    pub fn may_finish(&self, answers: &Answers) -> bool {
        self.walk(answers).may_finish()
    }

    /// The answers with every open question that may be skipped marked as skipped.
    pub fn skip_rest(&self, answers: &Answers) -> Answers {
        let mut answers = self.standing(answers);
        while let Some(question) = self.first_unanswered(&answers).filter(|question| question.optional) {
            answers.set(&question.code, Answer::Skipped);
        }
        answers
    }

    /// [`Walk::standing`] for these answers.
    pub fn standing(&self, answers: &Answers) -> Answers {
        self.walk(answers).standing
    }

    /// The standing answers that others than the curator may see (guarantee I9).
    pub fn public_part(&self, answers: &Answers) -> Answers {
        let mut answers = self.standing(answers);
        for question in self.questions.iter().filter(|question| question.private) {
            answers.remove(&question.code);
        }
        answers
    }

    /// [`Walk::offered`] for one question.
    pub fn offered<'q>(&self, question: &'q Question, answers: &Answers) -> Vec<&'q QuestionOption> {
        question.offered(&self.walk(answers).standing)
    }

    /// [`Walk::press`] for one press.
    pub fn press(&self, question: &Question, option: &str, answers: &Answers) -> Result<Answer, AnswerError> {
        self.walk(answers).press(question, option)
    }

    fn place(&self, code: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.code == code)
    }
}
