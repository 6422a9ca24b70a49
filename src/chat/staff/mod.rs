//! The staff list: read from a file or added by hand, and a card for each person.

mod add;
mod card;
mod draft;
mod file;
mod list;
mod preview;
mod road_map;

pub(super) use file::refusal as table_refusal;

use super::{Action, Input, Screen, State, Talk, Turn, Typed};
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::store::{people, staff_drafts};
use crate::tr;

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::StaffCard { person } => card::show(talk, *person).await,
        State::StaffRelease { person } => card::release_question(talk, *person).await,
        State::StaffArchive { person } => card::archive_question(talk, *person).await,
        State::StaffFile => Ok(file::show(talk)),
        State::StaffPreview => preview::show(talk).await,
        State::StaffRoadMap { name } => Ok(road_map::show(talk, name)),
        State::StaffName | State::StaffPosition { .. } => Ok(add::show(talk, state)),
        State::Staff { page, find } => list::show(talk, (*page, find)).await,
        _ => list::show(talk, (0, &Typed::default())).await,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    match input {
        Input::Press(action) => press(talk, state, action).await,
        Input::Text(text) => match state {
            State::Staff { .. } => Ok(list::find(talk, &text)),
            State::StaffName => add::name(talk, &text).await,
            State::StaffPosition { name } => add::position(talk, name, &text).await,
            State::StaffFile | State::StaffPreview => Ok(Turn::hint(tr!(talk.locale, "staff-file-not-text"))),
            _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
        },
        Input::File(sent) if state.wants_file() => file::receive(talk, sent).await,
        Input::File(_) => Ok(Turn::hint(tr!(talk.locale, "staff-file-elsewhere"))),
        Input::Photo { .. } if state.wants_file() => Ok(Turn::hint(tr!(talk.locale, "staff-file-photo"))),
        Input::Photo { .. } => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

async fn press(talk: &mut Talk<'_>, state: State, action: Action) -> anyhow::Result<Turn> {
    match action {
        Action::StaffList { page } => Ok(Turn::to(list::page(&state, page))),
        Action::StaffCard { person } => Ok(Turn::to(State::StaffCard { person })),
        Action::StaffRole { person, role, on } => card::set_role(talk, person, (role, on)).await,
        Action::StaffRelease { person, sure } => card::release(talk, person, sure).await,
        Action::StaffArchive { person, sure } => card::archive(talk, person, sure).await,
        Action::StaffFile => {
            let me = talk.person()?.id;
            let waits = staff_drafts::find(talk.tx, me).await?.is_some();
            Ok(Turn::to(if waits { State::StaffPreview } else { State::StaffFile }))
        }
        Action::StaffSample => file::sample(talk).await,
        Action::StaffLoad => preview::load(talk).await,
        Action::StaffDrop => preview::discard(talk).await,
        Action::StaffAdd => Ok(Turn::to(State::StaffName)),
        Action::StaffNoPosition => match state {
            State::StaffPosition { name } => add::insert(talk, name, String::new()).await,
            _ => Ok(Turn::stay()),
        },
        _ => Ok(Turn::to(State::Staff { page: 0, find: Typed::default() })),
    }
}

/// A person of the curator's own organisation; a button that names somebody else's finds nobody.
async fn own(talk: &mut Talk<'_>, id: PersonId) -> anyhow::Result<Option<Person>> {
    let organisation = talk.organisation()?.id;
    let person = people::find(talk.tx, id).await?;
    Ok(person.filter(|person| person.organisation == organisation))
}

/// The list, with a word that the person is not on it.
fn gone(talk: &Talk<'_>) -> Turn {
    let list = State::Staff { page: 0, find: Typed::default() };
    Turn::to(list).with_note(tr!(talk.locale, "staff-gone"))
}
