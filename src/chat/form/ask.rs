//! One question on one screen.

use super::super::{Action, Button, Screen, Talk, back, button, checked, menu};
use super::draft::Draft;
use super::{Asked, colleagues};
use crate::domain::questionnaire::{Answer, Kind, Question, QuestionOption};
use crate::text::{Locale, Markup, keys, label, markup};
use crate::{label, tr};

pub(super) async fn draw(talk: &mut Talk<'_>, draft: &Draft, asked: &Asked) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(question) = draft.walk.question(&asked.question) else {
        return Ok(super::gone(talk));
    };
    let answer = draft.standing(question);
    let screen = Screen::new(words(locale, draft, question));
    let screen = match &question.kind {
        Kind::Single { .. } | Kind::Multi { .. } => {
            screen.grid(question.per_row.into(), options(locale, draft, question, answer))
        }
        Kind::Scale { from, to } => screen.row(scale(*from, *to, answer)),
        Kind::Grid { rows, columns } => {
            let cells = rows.iter().map(|row| cells(locale, row, columns, answer));
            cells.fold(screen, Screen::row)
        }
        Kind::Text { .. } => screen.below(&typed_before(locale, answer)),
        Kind::Person { .. } => colleagues::list(talk, screen, asked, answer).await?,
    };
    Ok(screen.row(early_end(locale, draft, question, asked)).row(way(locale, draft, question, asked)))
}

/// «Анкета наставника · 7 из 14», the question, and a line of help where there is one.
fn words(locale: Locale, draft: &Draft, question: &Question) -> Markup {
    let form = draft.form;
    let (number, of) = draft.walk.progress(&question.code);
    let title = markup(locale, &form.title_key(), &[]);
    let heading = tr!(locale, "form-heading", title = title, number = number, of = of);
    let asking = markup(locale, &form.question_key(question), &[]).bold();
    let hint_key = form.hint_key(question);
    let hint = if keys(locale)(&hint_key) { markup(locale, &hint_key, &[]) } else { Markup::default() };
    heading.paragraph(&asking).line(&hint)
}

fn options(locale: Locale, draft: &Draft, question: &Question, answer: Option<&Answer>) -> Vec<Button> {
    let chosen = |option: &QuestionOption| answer.is_some_and(|answer| answer.has(&option.code));
    draft
        .walk
        .offered(question)
        .into_iter()
        .map(|option| {
            let on = chosen(option);
            let wanted = question.one_press_answers() || !on;
            let set = Action::FormSet { option: option.code.clone(), on: wanted };
            button(checked(on, &label(locale, &option.text_key, &[])), set)
        })
        .collect()
}

fn scale(from: u8, to: u8, answer: Option<&Answer>) -> Vec<Button> {
    let number = |number: u8| {
        let on = matches!(answer, Some(Answer::Scale(chosen)) if *chosen == number);
        let number = number.to_string();
        button(checked(on, &number), Action::FormSet { option: number, on: true })
    };
    (from..=to).map(number).collect()
}

/// A row of the grid: «Пн утро», «✓ день», «вечер».
fn cells(locale: Locale, row: &QuestionOption, columns: &[QuestionOption], answer: Option<&Answer>) -> Vec<Button> {
    let chosen = |column: &QuestionOption| matches!(answer, Some(Answer::Grid(cells)) if cells.iter().any(|(r, c)| *r == row.code && *c == column.code));
    let day = label(locale, &row.text_key, &[]);
    let cell = |column: &QuestionOption| {
        let on = chosen(column);
        let text = format!("{day} {}", label(locale, &column.text_key, &[]));
        let set = Action::FormCell { row: row.code.clone(), column: column.code.clone(), on: !on };
        button(checked(on, &text), set)
    };
    columns.iter().map(cell).collect()
}

/// What was typed before, so that it need not be remembered.
fn typed_before(locale: Locale, answer: Option<&Answer>) -> Markup {
    match answer {
        Some(Answer::Text(text)) => tr!(locale, "form-typed-before", text = text),
        _ => tr!(locale, "form-type-now"),
    }
}

/// «К проверке», once only questions that may be skipped are left.
fn early_end(locale: Locale, draft: &Draft, question: &Question, asked: &Asked) -> Option<Button> {
    let offer = question.optional && !asked.fixing && draft.walk.may_finish();
    offer.then(|| button(label!(locale, "button-form-finish"), Action::FormFinish))
}

/// The bottom row: back on the left, forward on the right.
fn way(locale: Locale, draft: &Draft, question: &Question, asked: &Asked) -> Vec<Button> {
    let first = draft.walk.previous(&question.code).is_none();
    let left = if first && !asked.fixing { menu(locale) } else { back(locale, Action::FormBack) };
    let answer = draft.standing(question).filter(|answer| **answer != Answer::Skipped);
    let skip = answer.is_none() && question.optional;
    let waits = answer.is_none() && (question.one_press_answers() || matches!(question.kind, Kind::Text { .. }));
    let right = if skip {
        Some(button(label!(locale, "button-form-skip"), Action::FormSkip))
    } else {
        (!waits).then(|| button(label!(locale, "button-form-next"), Action::FormNext))
    };
    [left].into_iter().chain(right).collect()
}
