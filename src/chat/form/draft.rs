//! A response that is being filled in, with everything a turn needs of it.

use super::super::Talk;
use crate::domain::ids::ResponseId;
use crate::domain::people::Role;
use crate::domain::questionnaire::{Answer, Answers, Bank, Question, Questionnaire, Questionnaires, Walk};
use crate::store::answers;
use crate::store::responses::{self, Response, ResponseState};
use anyhow::anyhow;

/// The questionnaires that come with the program; a fault in a preset names itself.
pub(crate) fn questionnaire(code: &str) -> anyhow::Result<&'static Questionnaire> {
    let all = Questionnaires::builtin().map_err(|error| anyhow!("{error}"))?;
    all.get(code).ok_or_else(|| anyhow!("no questionnaire {code}"))
}

/// The role of those who fill a bank.
pub(super) fn role(form: &Questionnaire) -> Role {
    match form.bank {
        Bank::Mentors => Role::Mentor,
        Bank::Mentees => Role::Mentee,
    }
}

/// A person's own open response.
pub(super) struct Draft {
    pub(super) id: ResponseId,
    pub(super) form: &'static Questionnaire,
    /// The way as the answers make it now.
    pub(super) walk: Walk<'static>,
    answers: Answers,
}

impl Draft {
    /// The draft, if it is one, and the asker's own.
    pub(super) async fn load(talk: &mut Talk<'_>, id: ResponseId) -> anyhow::Result<Option<Self>> {
        let person = talk.person()?.id;
        let found = responses::find(talk.tx, id).await?;
        match found.filter(|found| found.person == person && found.state == ResponseState::Draft) {
            Some(found) => Self::of(found).map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn of(response: Response) -> anyhow::Result<Self> {
        let form = questionnaire(&response.questionnaire)?;
        Ok(Self { id: response.id, form, walk: form.walk(&response.answers), answers: response.answers })
    }

    /// The answer that counts now.
    pub(super) fn standing(&self, question: &Question) -> Option<&Answer> {
        self.walk.standing().get(&question.code)
    }

    /// What is stored, overtaken answers included.
    pub(super) fn stored(&self) -> &Answers {
        &self.answers
    }

    /// Keeps an answer, on disk and here; an empty one is none.
    pub(super) async fn keep(
        &mut self,
        talk: &mut Talk<'_>,
        question: &Question,
        answer: Answer,
    ) -> anyhow::Result<()> {
        if is_empty(&answer) {
            answers::delete(talk.tx, self.id, &question.code).await?;
            self.answers.remove(&question.code);
        } else {
            answers::save(talk.tx, self.id, (&question.code, &answer), talk.now).await?;
            self.answers.set(&question.code, answer);
        }
        self.walk = self.form.walk(&self.answers);
        Ok(())
    }
}

fn is_empty(answer: &Answer) -> bool {
    match answer {
        Answer::Choices(chosen) => chosen.is_empty(),
        Answer::Grid(cells) => cells.is_empty(),
        Answer::Person(people) => people.is_empty(),
        Answer::Choice(_) | Answer::Scale(_) | Answer::Text(_) | Answer::Skipped => false,
    }
}
