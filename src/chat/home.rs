//! The menu, the way in, and what works anywhere.

use super::consents::ConsentPlace;
use super::form;
use super::my_data::MyDataPlace;
use super::screen::{Button, button};
use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::people::Role;
use crate::messenger::ChannelSeen;
use crate::{label, tr};

/// The menu of whoever asks; for somebody unknown, how to get in.
pub(super) async fn show(talk: &mut Talk<'_>, _state: &State) -> anyhow::Result<Screen> {
    if talk.person.is_none() {
        return Ok(Screen::new(tr!(talk.locale, "home-unknown")));
    }
    let open = |questionnaire: &str| Action::FormOpen {
        questionnaire: questionnaire.to_owned(),
    };
    let bank = |questionnaire: &str| Action::BankOpen {
        questionnaire: questionnaire.to_owned(),
    };
    let locale = talk.locale;
    let mut buttons: Vec<Button> = vec![
        button(label!(locale, "button-become-mentor"), open("mentor")),
        button(label!(locale, "button-need-mentor"), open("mentee")),
        button(label!(locale, "button-consents"), Action::Consents),
        button(label!(locale, "button-my-data"), Action::MyData),
    ];
    if talk.is(Role::Curator) {
        buttons.push(button(
            label!(locale, "button-bank-mentors"),
            bank("mentor"),
        ));
        buttons.push(button(
            label!(locale, "button-bank-mentees"),
            bank("mentee"),
        ));
    }
    if talk.is(Role::Curator) || talk.is(Role::Publisher) {
        buttons.push(button(label!(locale, "menu-news"), Action::News));
    }
    Ok(Screen::new(tr!(talk.locale, "home")).grid(2, buttons))
}

pub(super) async fn turn(talk: &mut Talk<'_>, _state: State, input: Input) -> anyhow::Result<Turn> {
    Ok(match input {
        Input::Press(Action::Nothing) => Turn::quiet(),
        Input::Press(_) => Turn::to(State::Home),
        _ => Turn::hint(tr!(talk.locale, "hint-use-buttons")),
    })
}

/// `/start`, with the code of an invitation or without.
pub(super) async fn start(talk: &mut Talk<'_>, state: State, _code: &str) -> anyhow::Result<Turn> {
    let _ = &talk.sender;
    Ok(Turn::to(form::paused(&state).unwrap_or(State::Home)))
}

/// Any other command.
pub(super) async fn command(talk: &mut Talk<'_>, state: State, name: &str) -> anyhow::Result<Turn> {
    Ok(match name {
        "menu" | "cancel" => leave(talk, &state),
        "consents" if talk.person.is_some() => Turn::to(State::Consent(ConsentPlace::List)),
        "data" if talk.person.is_some() => Turn::to(State::MyData(MyDataPlace::Overview)),
        "help" => Turn::to(State::Home).with_note(tr!(talk.locale, "help")),
        _ => Turn::hint(tr!(talk.locale, "hint-unknown-command")),
    })
}

/// To the menu; a draft stays, and that is said.
fn leave(talk: &Talk<'_>, state: &State) -> Turn {
    match form::paused(state) {
        Some(_) => Turn::to(State::Home).with_note(tr!(talk.locale, "form-kept")),
        None => Turn::to(State::Home),
    }
}

/// A channel was shown to the bot.
pub(super) async fn channel(
    talk: &mut Talk<'_>,
    _state: State,
    _channel: ChannelSeen,
) -> anyhow::Result<Turn> {
    Ok(Turn::hint(tr!(talk.locale, "hint-unsupported-forward")))
}
