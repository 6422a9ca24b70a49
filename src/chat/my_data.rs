//! «Мои данные»: what is kept about the one who asks, as a document, and the way to have the answers deleted.

use super::{Action, Input, Screen, State, Talk, Turn, back, button, form, menu};
use crate::domain::notice::Notice;
use crate::domain::questionnaire::Answer;
use crate::store::audit;
use crate::store::consents;
use crate::store::responses::{self, Response, ResponseState};
use crate::text::{Markup, markup};
use crate::{label, tr};
use serde::{Deserialize, Serialize};

/// Where a chat stands in «Мои данные».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "my_data", rename_all = "snake_case")]
pub enum MyDataPlace {
    Overview,
    /// Whether to delete the answers.
    Forget,
}

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::MyData(MyDataPlace::Forget) => Ok(confirm(talk)),
        _ => overview(talk).await,
    }
}

async fn overview(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let person = talk.person()?.clone();
    let given = consents::list_latest(talk.tx, person.id).await?.iter().filter(|c| c.is_given()).count();
    let answered = responses::list_all(talk.tx, person.id).await?;
    let position = match person.position.as_str() {
        "" => "—",
        position => position,
    };
    let mut shown = tr!(locale, "my-data", name = &person.full_name, position = position);
    for response in answered.iter().filter(|response| response.state != ResponseState::Withdrawn) {
        shown = shown.line(&line(talk, response)?);
    }
    let shown = shown.line(&tr!(locale, "my-data-consents", count = given));
    let forget = answered
        .iter()
        .any(|response| !response.answers.is_empty())
        .then(|| button(label!(locale, "button-my-data-forget"), Action::MyDataForget));
    Ok(Screen::new(shown.paragraph(&tr!(locale, "my-data-who-sees")))
        .row([
            button(label!(locale, "button-consents"), Action::Consents),
            button(label!(locale, "button-my-data-export"), Action::MyDataExport),
        ])
        .row(forget)
        .row([menu(locale)]))
}

fn line(talk: &Talk<'_>, response: &Response) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let form = form::questionnaire(&response.questionnaire)?;
    let title = markup(locale, &form.title_key(), &[]);
    let said = |(_, answer): &(&str, &Answer)| **answer != Answer::Skipped;
    let count = form.standing(&response.answers).iter().filter(said).count();
    Ok(match response.state {
        ResponseState::Finished => tr!(locale, "my-data-sent", title = title, count = count),
        _ => tr!(locale, "my-data-draft", title = title, count = count),
    })
}

fn confirm(talk: &Talk<'_>) -> Screen {
    let locale = talk.locale;
    Screen::new(tr!(locale, "my-data-forget")).row([
        back(locale, Action::MyData),
        button(label!(locale, "button-my-data-forget-sure"), Action::MyDataForgotten),
    ])
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let overview = State::MyData(MyDataPlace::Overview);
    let person = talk.person()?.id;
    match input {
        Input::Press(Action::MyData) => Ok(Turn::to(overview)),
        Input::Press(Action::MyDataForget) => Ok(Turn::to(State::MyData(MyDataPlace::Forget))),
        Input::Press(Action::MyDataForgotten) if state == State::MyData(MyDataPlace::Forget) => {
            form::forget(talk).await?;
            audit::insert(talk.tx, Some(person), ("own answers deleted", &person.to_string()), talk.now).await?;
            Ok(Turn::to(overview).with_note(tr!(locale, "my-data-forgotten")))
        }
        Input::Press(Action::MyDataExport) => {
            let key = format!("personal data:{}", talk.key);
            talk.hand_over(&key, Notice::PersonalData { person }).await?;
            Ok(Turn::quiet().with_toast(label!(locale, "toast-file-coming")))
        }
        Input::Press(_) => Ok(Turn::stay()),
        _ => Ok(Turn::hint(tr!(locale, "hint-use-buttons"))),
    }
}
