//! The way in: consents, the introduction, and what to do with a draft that is there already.

use super::super::consents;
use super::super::{Action, Screen, State, Talk, Turn, button, menu};
use super::draft::{Draft, questionnaire, role};
use super::{Asked, FormPlace, gone};
use crate::domain::ids::ResponseId;
use crate::domain::questionnaire::Questionnaires;
use crate::store::answers;
use crate::store::responses::{self, Response, ResponseState};
use crate::text::markup;
use crate::{label, tr};

/// Where somebody goes who asks for a questionnaire: what is unfinished comes first, nothing is lost.
pub(super) async fn open(talk: &mut Talk<'_>, code: &str) -> anyhow::Result<Turn> {
    let known = Questionnaires::builtin().is_ok_and(|all| all.get(code).is_some());
    if !known {
        return Ok(Turn::stay().with_toast(label!(talk.locale, "toast-unknown-button")));
    }
    let mine = mine(talk).await?;
    let draft = |response: &&Response| response.state == ResponseState::Draft && !response.answers.is_empty();
    let other = mine.iter().filter(draft).find(|response| response.questionnaire != code);
    let begun =
        mine.iter().any(|response| response.questionnaire == code && response.state != ResponseState::Withdrawn);
    match other {
        Some(other) if !begun => {
            let wanted = Some(code.to_owned());
            Ok(Turn::to(State::Form(FormPlace::Paused { response: other.id, wanted })))
        }
        _ => enter(talk, code).await,
    }
}

/// On to the questionnaire, by way of the consents it needs.
pub(crate) async fn enter(talk: &mut Talk<'_>, code: &str) -> anyhow::Result<Turn> {
    let form = questionnaire(code)?;
    if let Some(consent) = consents::gate(talk, role(form), code).await? {
        return Ok(Turn::to(consent));
    }
    let mine = mine(talk).await?;
    let place = match mine.into_iter().find(|response| response.questionnaire == code) {
        Some(response) if response.state == ResponseState::Finished => {
            FormPlace::Sent { questionnaire: code.to_owned(), page: 0 }
        }
        Some(response) if response.state == ResponseState::Draft && !response.answers.is_empty() => {
            FormPlace::Paused { response: response.id, wanted: None }
        }
        _ => FormPlace::Intro { questionnaire: code.to_owned() },
    };
    Ok(Turn::to(State::Form(place)))
}

async fn mine(talk: &mut Talk<'_>) -> anyhow::Result<Vec<Response>> {
    let (person, year) = (talk.person()?.id, talk.organisation()?.school_year);
    responses::list_of(talk.tx, person, year).await
}

/// Where a chat goes that is called away in the middle of a questionnaire, e.g. by `/start`.
pub(crate) fn paused(state: &State) -> Option<State> {
    let response = match state {
        State::Form(FormPlace::Question(asked)) => asked.response,
        State::Form(FormPlace::Review { response, .. } | FormPlace::Paused { response, .. }) => *response,
        _ => return None,
    };
    Some(State::Form(FormPlace::Paused { response, wanted: None }))
}

pub(super) fn show_intro(talk: &Talk<'_>, code: &str) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let form = questionnaire(code)?;
    let numbers = [("minutes", form.minutes.into()), ("questions", form.most_asked().into())];
    let shown = markup(locale, &form.title_key(), &[]).bold().paragraph(&markup(locale, &form.intro_key(), &numbers));
    Ok(Screen::new(shown).row([menu(locale), button(label!(locale, "button-form-begin"), Action::FormBegin)]))
}

/// «Продолжить / Начать заново / В меню» (F30).
pub(super) async fn show_paused(
    talk: &mut Talk<'_>,
    response: ResponseId,
    wanted: Option<&str>,
) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(draft) = Draft::load(talk, response).await? else {
        return Ok(gone(talk));
    };
    let title = markup(locale, &draft.form.title_key(), &[]);
    let asked = draft.walk.asked().len();
    let answered = draft.walk.standing().len();
    let shown = tr!(locale, "form-paused", title = title, answered = answered, asked = asked);
    let anew = match wanted {
        Some(_) => label!(locale, "button-form-other"),
        None => label!(locale, "button-form-anew"),
    };
    Ok(Screen::new(shown)
        .row([button(label!(locale, "button-form-resume"), Action::FormResume)])
        .row([menu(locale), button(anew, Action::FormAnew)]))
}

/// The first question, in a new response or in one that was withdrawn.
pub(super) async fn begin(talk: &mut Talk<'_>, code: &str) -> anyhow::Result<Turn> {
    let form = questionnaire(code)?;
    if let Some(consent) = consents::gate(talk, role(form), code).await? {
        return Ok(Turn::to(consent));
    }
    let owner = (talk.organisation()?.id, talk.organisation()?.school_year);
    let person = talk.person()?.id;
    let now = talk.now;
    let response = responses::open(talk.tx, owner, (person, code), now).await?;
    go_on(talk, response).await
}

pub(super) async fn resume(talk: &mut Talk<'_>, response: ResponseId) -> anyhow::Result<Turn> {
    go_on(talk, response).await
}

/// Where the first open question is, or the review when there is none.
async fn go_on(talk: &mut Talk<'_>, response: ResponseId) -> anyhow::Result<Turn> {
    let Some(draft) = Draft::load(talk, response).await? else {
        return Ok(Turn::to(State::Home).with_note(tr!(talk.locale, "form-gone")));
    };
    Ok(Turn::to(State::Form(match draft.walk.first_unanswered() {
        Some(question) => FormPlace::Question(Asked::new(response, &question.code, false)),
        None => FormPlace::Review { response, page: 0 },
    })))
}

/// All answers of the draft away and from the first question; or the draft stays and the other one begins.
pub(super) async fn anew(talk: &mut Talk<'_>, response: ResponseId, wanted: Option<String>) -> anyhow::Result<Turn> {
    if let Some(wanted) = wanted {
        return enter(talk, &wanted).await;
    }
    if Draft::load(talk, response).await?.is_some() {
        answers::delete_all(talk.tx, response).await?;
    }
    go_on(talk, response).await
}
