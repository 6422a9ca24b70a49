//! Answers as the lines of a screen: «Уровень: 5–9 классы».

use super::super::Talk;
use crate::domain::questionnaire::{Answer, Answers, Question, Questionnaire};
use crate::store::people;
use crate::text::{Locale, Markup, Names, answer_in_words, markup};
use crate::tr;

/// A longer answer is cut on screens that show many, in characters; the whole stands at its question.
const LONGEST: usize = 600;

/// The names that these answers mention; asks the database only when there are any.
pub(crate) async fn names<'a>(
    talk: &mut Talk<'_>,
    all: impl IntoIterator<Item = &'a Answers>,
) -> anyhow::Result<Names> {
    let names_people = |(_, answer): (&str, &Answer)| matches!(answer, Answer::Person(_));
    if !all.into_iter().any(|answers| answers.iter().any(names_people)) {
        return Ok(Names::default());
    }
    let organisation = talk.organisation()?.id;
    Ok(Names::of(&people::list(talk.tx, organisation).await?))
}

/// One line for each question, «—» where nothing was answered.
pub(crate) fn answers(
    locale: Locale,
    form: &Questionnaire,
    questions: &[&Question],
    standing: &Answers,
    names: &Names,
) -> Markup {
    let line = |question: &&Question| {
        let words = standing.get(&question.code).map(|answer| answer_in_words(locale, question, answer, names));
        let words = words.filter(|words| !words.is_empty()).unwrap_or_else(|| "—".to_owned());
        tr!(locale, "form-line", label = markup(locale, &form.label_key(question), &[]), answer = cut(words))
    };
    questions.iter().map(line).fold(Markup::default(), |all, line| all.line(&line))
}

fn cut(words: String) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}
