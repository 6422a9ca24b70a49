//! The questionnaire in chat: one question per screen, each tap on disk before the next question.
//!
//! A tap costs one query (the response with all its answers) and one upsert: the next screen is drawn from what is in
//! hand. The way through the questions is `domain::questionnaire`'s; here are screens and buttons.

mod ask;
mod colleagues;
mod draft;
mod enter;
pub(super) mod lines;
mod mine;
mod place;
mod review;
mod send;
mod take;
mod typed;

pub(super) use draft::questionnaire;
pub(super) use enter::{enter, paused};
pub(super) use mine::forget;
pub(super) use place::{Asked, FormPlace, Search};

use super::{Action, Input, Screen, State, Talk, Turn, menu};
use crate::tr;
use draft::Draft;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    let State::Form(place) = state else {
        return Ok(gone(talk));
    };
    match place {
        FormPlace::Intro { questionnaire } => enter::show_intro(talk, questionnaire),
        FormPlace::Paused { response, wanted } => enter::show_paused(talk, *response, wanted.as_deref()).await,
        FormPlace::Question(asked) => match Draft::load(talk, asked.response).await? {
            Some(draft) => ask::draw(talk, &draft, asked).await,
            None => Ok(gone(talk)),
        },
        FormPlace::Review { response, page } => match Draft::load(talk, *response).await? {
            Some(draft) => review::draw(talk, &draft, *page).await,
            None => Ok(gone(talk)),
        },
        FormPlace::Sent { questionnaire, page } => mine::show(talk, questionnaire, *page).await,
        FormPlace::Withdraw { questionnaire } => mine::show_withdraw(talk, questionnaire),
    }
}

/// The response was withdrawn or sent meanwhile.
fn gone(talk: &Talk<'_>) -> Screen {
    Screen::new(tr!(talk.locale, "form-gone")).row([menu(talk.locale)])
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    match input {
        Input::Press(Action::FormOpen { questionnaire }) => enter::open(talk, &questionnaire).await,
        Input::Press(Action::FormSent { questionnaire, page }) => {
            Ok(Turn::to(State::Form(FormPlace::Sent { questionnaire, page })))
        }
        input => match state {
            State::Form(place) => at(talk, place, input).await,
            _ => Ok(Turn::stay()),
        },
    }
}

async fn at(talk: &mut Talk<'_>, place: FormPlace, input: Input) -> anyhow::Result<Turn> {
    match (place, input) {
        (FormPlace::Question(asked), input) => question(talk, asked, input).await,
        (FormPlace::Review { response, .. }, Input::Press(action)) => review::turn(talk, response, action).await,
        (FormPlace::Intro { questionnaire }, Input::Press(Action::FormBegin)) => {
            enter::begin(talk, &questionnaire).await
        }
        (FormPlace::Paused { response, .. }, Input::Press(Action::FormResume)) => enter::resume(talk, response).await,
        (FormPlace::Paused { response, wanted }, Input::Press(Action::FormAnew)) => {
            enter::anew(talk, response, wanted).await
        }
        (FormPlace::Sent { questionnaire, .. }, Input::Press(Action::FormCorrect)) => {
            mine::correct(talk, &questionnaire).await
        }
        (FormPlace::Sent { questionnaire, .. }, Input::Press(Action::FormWithdraw)) => {
            Ok(Turn::to(State::Form(FormPlace::Withdraw { questionnaire })))
        }
        (FormPlace::Withdraw { questionnaire }, Input::Press(Action::FormWithdrawn)) => {
            mine::withdraw(talk, &questionnaire).await
        }
        (_, Input::Press(_)) => Ok(Turn::stay()),
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

async fn question(talk: &mut Talk<'_>, asked: Asked, input: Input) -> anyhow::Result<Turn> {
    let Some(draft) = Draft::load(talk, asked.response).await? else {
        return Ok(Turn::to(State::Home).with_note(tr!(talk.locale, "form-gone")));
    };
    match input {
        Input::Press(action) => take::press(talk, draft, asked, action).await,
        Input::Text(text) => typed::read(talk, draft, asked, &text).await,
        Input::File(_) | Input::Photo { .. } => typed::refuse_file(talk, &draft, asked).await,
    }
}
