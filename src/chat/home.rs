//! The menu, the way in, and what works anywhere.

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
    let locale = talk.locale;
    let publishes = talk.is(Role::Curator) || talk.is(Role::Publisher);
    let entries = [(publishes, label!(locale, "menu-news"), Action::News)];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    let buttons: Vec<Button> = shown.map(|(_, label, action)| button(label, action)).collect();
    Ok(Screen::new(tr!(locale, "home")).grid(2, buttons))
}

pub(super) async fn turn(talk: &mut Talk<'_>, _state: State, input: Input) -> anyhow::Result<Turn> {
    Ok(match input {
        Input::Press(Action::Nothing) => Turn::quiet(),
        Input::Press(_) => Turn::to(State::Home),
        _ => Turn::hint(tr!(talk.locale, "hint-use-buttons")),
    })
}

/// `/start`, with the code of an invitation or without.
pub(super) async fn start(talk: &mut Talk<'_>, _state: State, _code: &str) -> anyhow::Result<Turn> {
    let _ = &talk.sender;
    Ok(Turn::to(State::Home))
}

/// Any other command.
pub(super) async fn command(
    talk: &mut Talk<'_>,
    _state: State,
    name: &str,
) -> anyhow::Result<Turn> {
    Ok(match name {
        "menu" | "cancel" => Turn::to(State::Home),
        "help" => Turn::to(State::Home).with_note(tr!(talk.locale, "help")),
        _ => Turn::hint(tr!(talk.locale, "hint-unknown-command")),
    })
}

/// A channel was shown to the bot.
pub(super) async fn channel(
    talk: &mut Talk<'_>,
    _state: State,
    _channel: ChannelSeen,
) -> anyhow::Result<Turn> {
    Ok(Turn::hint(tr!(talk.locale, "hint-unsupported-forward")))
}
