//! The menu, the way in, and what works anywhere.
//!
//! To add an entry to the menu: one line in [`menu`].

mod menu;
mod settings;
mod start;

use super::consents::ConsentPlace;
use super::my_data::MyDataPlace;
use super::{Action, Input, Screen, State, Talk, Turn, setup};
use crate::domain::people::Role;
use crate::messenger::ChannelSeen;
use crate::tr;

pub(super) use start::start;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::Settings => settings::show(talk).await,
        _ => menu::show(talk).await,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, _state: State, input: Input) -> anyhow::Result<Turn> {
    Ok(match input {
        Input::Press(Action::Nothing) => Turn::quiet(),
        Input::Press(Action::Settings) => Turn::to(State::Settings),
        Input::Press(Action::SetLocale { locale }) => settings::set_locale(talk, locale).await?,
        Input::Press(_) => Turn::to(State::Home),
        _ if talk.person.is_none() => Turn::stay(),
        _ => Turn::hint(tr!(talk.locale, "hint-use-buttons")),
    })
}

/// Any command but `/start`.
pub(super) fn command(talk: &Talk<'_>, state: &State, name: &str) -> Turn {
    match name {
        "menu" | "cancel" => to_menu(talk, state),
        "consents" if talk.person.is_some() => Turn::to(State::Consent(ConsentPlace::List)),
        "data" if talk.person.is_some() => Turn::to(State::MyData(MyDataPlace::Overview)),
        "help" => Turn::to(State::Home).with_note(tr!(talk.locale, "help")),
        _ => Turn::hint(tr!(talk.locale, "hint-unknown-command")),
    }
}

/// The menu, with a word about what was begun and waits.
fn to_menu(talk: &Talk<'_>, left: &State) -> Turn {
    if left.has_draft() {
        Turn::to(State::Home).with_note(tr!(talk.locale, "home-draft-kept"))
    } else {
        Turn::to(State::Home)
    }
}

/// A channel was shown to the bot: only the curator's word links it.
pub(super) async fn channel(talk: &mut Talk<'_>, state: State, channel: ChannelSeen) -> anyhow::Result<Turn> {
    if talk.is(Role::Curator) {
        return setup::channel_seen(talk, &state, channel).await;
    }
    Ok(Turn::hint(tr!(talk.locale, "hint-channel-not-yours")))
}
