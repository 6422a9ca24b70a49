//! All answers before they are sent, each with a way to mend it.

use super::super::screen::page_of as page_at;
use super::super::{Action, Button, Pages, Screen, State, Talk, Turn, back, button};
use super::draft::Draft;
use super::{Asked, FormPlace, lines, send, take};
use crate::domain::ids::ResponseId;
use crate::domain::questionnaire::Question;
use crate::text::{Locale, label, markup};
use crate::{label, tr};

pub(super) async fn draw(talk: &mut Talk<'_>, draft: &Draft, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let names = lines::names(talk, [draft.walk.standing()]).await?;
    let standing = draft.walk.standing();
    let asked = draft.walk.asked();
    let pages = Pages::new(&asked, page);
    let open = missing(draft);
    let shown = tr!(locale, "form-review", title = markup(locale, &draft.form.title_key(), &[]));
    let note = match open {
        Some(_) => tr!(locale, "form-review-open"),
        None => tr!(locale, "form-review-ready"),
    };
    let shown = shown.paragraph(&lines::answers(locale, draft.form, pages.shown, standing, &names)).paragraph(&note);
    let forward = match open {
        Some(_) => button(label!(locale, "button-form-answer-rest"), Action::FormRest),
        None => button(label!(locale, "button-form-send"), Action::FormSend),
    };
    Ok(Screen::new(shown)
        .grid(2, pages.shown.iter().map(|question| fix(locale, draft, question)))
        .row(pages.row(|page| Action::FormReview { page }))
        .row([back(locale, Action::FormBack), forward]))
}

fn fix(locale: Locale, draft: &Draft, question: &Question) -> Button {
    let label = label(locale, &draft.form.label_key(question), &[]);
    button(format!("✎ {label}"), Action::FormFix { question: question.code.clone() })
}

/// A question that must be answered and is not.
fn missing(draft: &Draft) -> Option<&'static Question> {
    draft.walk.first_unanswered().filter(|question| !question.optional)
}

/// Shows the review from what is in hand.
pub(super) async fn go(talk: &mut Talk<'_>, draft: &Draft, page: u32) -> anyhow::Result<Turn> {
    let screen = draw(talk, draft, page).await?;
    Ok(Turn::drawn(State::Form(FormPlace::Review { response: draft.id, page }), screen))
}

pub(super) async fn turn(talk: &mut Talk<'_>, response: ResponseId, action: Action) -> anyhow::Result<Turn> {
    let Some(draft) = Draft::load(talk, response).await? else {
        return Ok(Turn::to(State::Home).with_note(tr!(talk.locale, "form-gone")));
    };
    match action {
        Action::FormReview { page } => go(talk, &draft, page).await,
        Action::FormFix { question } => match draft.walk.question(&question) {
            Some(question) => take::stay(talk, &draft, Asked::new(response, &question.code, true)).await,
            None => go(talk, &draft, 0).await,
        },
        Action::FormBack => match draft.walk.asked().last() {
            Some(last) => take::stay(talk, &draft, Asked::new(response, &last.code, false)).await,
            None => Ok(Turn::stay()),
        },
        Action::FormSend | Action::FormRest => match missing(&draft) {
            Some(question) => take::stay(talk, &draft, Asked::new(response, &question.code, true)).await,
            None => send::send(talk, draft).await,
        },
        _ => Ok(Turn::stay()),
    }
}

/// The page of the review on which a question stands.
pub(super) fn page_of(draft: &Draft, question: &str) -> u32 {
    let place = draft.walk.asked().iter().position(|asked| asked.code == question);
    page_at(place.unwrap_or(0))
}
