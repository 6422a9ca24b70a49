//! Taking what is pressed under a question.

use super::super::{Action, State, Talk, Turn};
use super::draft::Draft;
use super::{Asked, FormPlace, ask, colleagues, review};
use crate::domain::ids::PersonId;
use crate::domain::questionnaire::{Answer, AnswerError, Question};
use crate::text::{Arg, Locale, Markup, label, markup};

pub(super) async fn press(talk: &mut Talk<'_>, mut draft: Draft, asked: Asked, action: Action) -> anyhow::Result<Turn> {
    let Some(question) = draft.walk.question(&asked.question) else {
        return Ok(Turn::stay());
    };
    let taken = match action {
        Action::FormSet { option, on } => choose(&draft, question, &option, on),
        Action::FormCell { row, column, on } => choose(&draft, question, &Question::cell_code(&row, &column), on),
        Action::FormColleague { person, on } => {
            if !colleagues::may_be_named(talk, person).await? {
                return refused(talk, &draft, asked, AnswerError::NotAnOption).await;
            }
            choose(&draft, question, &person.to_string(), on)
        }
        Action::FormColleagues { page } => {
            let asked = Asked { page, ..asked };
            return stay(talk, &draft, asked).await;
        }
        Action::FormEverybody => {
            let asked = Asked::new(asked.response, &asked.question, asked.fixing);
            return stay(talk, &draft, asked).await;
        }
        action => return walk(talk, draft, asked, action).await,
    };
    match taken {
        Ok(None) if question.one_press_answers() => onward(talk, &draft, &asked).await,
        Ok(None) => stay(talk, &draft, asked).await,
        Ok(Some(answer)) => {
            draft.keep(talk, question, answer).await?;
            if question.one_press_answers() {
                onward(talk, &draft, &asked).await
            } else {
                stay(talk, &draft, asked).await
            }
        }
        Err(error) => refused(talk, &draft, asked, error).await,
    }
}

/// The answer with an option on or off; `None` when it is so already: a second tap of two changes nothing (F24).
pub(super) fn choose(
    draft: &Draft,
    question: &Question,
    option: &str,
    on: bool,
) -> Result<Option<Answer>, AnswerError> {
    let current = draft.standing(question);
    if current.as_ref().is_some_and(|answer| holds(answer, option)) == on {
        return Ok(None);
    }
    draft.walk.press(question, option).map(Some)
}

fn holds(answer: &Answer, option: &str) -> bool {
    match answer {
        Answer::Scale(number) => number.to_string() == option,
        Answer::Grid(cells) => cells.iter().any(|(row, column)| Question::cell_code(row, column) == option),
        Answer::Person(people) => people.iter().any(|PersonId(id)| id.to_string() == option),
        other => other.has(option),
    }
}

/// Back, on, past, and to the end.
async fn walk(talk: &mut Talk<'_>, mut draft: Draft, asked: Asked, action: Action) -> anyhow::Result<Turn> {
    let Some(question) = draft.walk.question(&asked.question) else {
        return Ok(Turn::stay());
    };
    match action {
        Action::FormBack if asked.fixing => {
            let page = review::page_of(&draft, &asked.question);
            review::go(talk, &draft, page).await
        }
        Action::FormBack => match draft.walk.previous(&asked.question) {
            Some(previous) => stay(talk, &draft, Asked::new(draft.id, &previous.code, false)).await,
            None => stay(talk, &draft, asked).await,
        },
        Action::FormNext | Action::FormSkip => {
            match draft.standing(question) {
                Some(_) => {}
                None if question.optional => draft.keep(talk, question, Answer::Skipped).await?,
                None => return refused(talk, &draft, asked, AnswerError::NotOptional).await,
            }
            onward(talk, &draft, &asked).await
        }
        Action::FormFinish if draft.walk.may_finish() => review::go(talk, &draft, 0).await,
        _ => stay(talk, &draft, asked).await,
    }
}

/// To the next question; from a correction back to the review, unless it opened a question that must be answered.
pub(super) async fn onward(talk: &mut Talk<'_>, draft: &Draft, asked: &Asked) -> anyhow::Result<Turn> {
    let next = if asked.fixing {
        draft.walk.first_unanswered().filter(|question| !question.optional)
    } else {
        draft.walk.next(&asked.question)
    };
    match next {
        Some(next) => stay(talk, draft, Asked::new(draft.id, &next.code, asked.fixing)).await,
        None => review::go(talk, draft, if asked.fixing { review::page_of(draft, &asked.question) } else { 0 }).await,
    }
}

/// Shows a question, this one or another, from what is in hand.
pub(super) async fn stay(talk: &mut Talk<'_>, draft: &Draft, asked: Asked) -> anyhow::Result<Turn> {
    let screen = ask::draw(talk, draft, &asked).await?;
    Ok(Turn::drawn(State::Form(FormPlace::Question(asked)), screen))
}

async fn refused(talk: &mut Talk<'_>, draft: &Draft, asked: Asked, error: AnswerError) -> anyhow::Result<Turn> {
    let toast = label(talk.locale, error.text_key(), &arguments(error));
    Ok(stay(talk, draft, asked).await?.with_toast(toast))
}

/// Why an answer is not taken, above the question.
pub(super) fn why(locale: Locale, error: AnswerError) -> Markup {
    markup(locale, error.text_key(), &arguments(error))
}

fn arguments(error: AnswerError) -> Vec<(&'static str, Arg)> {
    error.text_arguments().into_iter().map(|(name, number)| (name, number.into())).collect()
}
