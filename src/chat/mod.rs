//! Conversations: a dptree tree over what came in, one file per flow.
//!
//! A flow is two functions. `show` draws the screen of a [`State`]; `turn` takes what a person did there and
//! says where the chat goes next. Everything else is here, once: who may do it, buttons that have grown old,
//! hints for what no question takes, and the one row of the outbox that carries the answer.
//!
//! To add a flow: its places in `state.rs`, its buttons in `action.rs`, its file, and one line in [`show`] and
//! in [`turn`].

mod access;
mod action;
mod attached;
mod banks;
mod calendar;
mod closing;
mod consents;
pub(crate) mod evidence;
mod form;
mod home;
mod inspection;
mod invite;
mod join;
mod matching;
pub(crate) mod municipality;
mod my_data;
mod new_year;
mod news;
mod pairs;
mod receive;
mod reminder_settings;
pub(crate) mod road_map;
mod route;
mod screen;
mod setup;
mod staff;
mod staff_page;
mod state;
mod talk;
mod typed;

pub use action::Action;
pub use attached::Attached;
pub use receive::{Visit, receive, wants_file};
pub use screen::{Button, Pages, Screen, back, button, checked, link, menu};
pub use setup::{SetupStep, Zone};
pub use state::State;
pub use talk::{Input, Talk, Turn};
pub use typed::Typed;

use access::Audience;

/// The conversations, one file each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    Home,
    Matching,
    Pairs,
    /// One's own pairs, and the answers under notices about them.
    MyPairs,
    News,
    /// The answers under a notice of trouble; no place of its own.
    Trouble,
    RoadMap,
    Evidence,
    Inspection,
    Municipality,
    Invite,
    Join,
    Setup,
    Staff,
    Consents,
    Form,
    Banks,
    Calendar,
    NewYear,
    MyData,
    /// How the organisation wants to be reminded.
    Reminders,
}

/// Draws the screen of a place.
async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state.flow() {
        Flow::Home | Flow::Trouble => home::show(talk, state).await,
        Flow::Matching => matching::show(talk, state).await,
        Flow::Pairs | Flow::MyPairs => pairs::show(talk, state).await,
        Flow::News => news::show(talk, state).await,
        Flow::RoadMap => road_map::show(talk, state).await,
        Flow::Evidence => evidence::show(talk, state).await,
        Flow::Inspection => inspection::show(talk).await,
        Flow::Municipality => municipality::show(talk, state).await,
        Flow::Invite => invite::show(talk, state).await,
        Flow::Join => join::show(talk, state).await,
        Flow::Setup => setup::show(talk, state).await,
        Flow::Staff => staff::show(talk, state).await,
        Flow::Consents => consents::show(talk, state).await,
        Flow::Form => form::show(talk, state).await,
        Flow::Banks => banks::show(talk, state).await,
        Flow::Calendar => calendar::show(talk, state).await,
        Flow::NewYear => new_year::show(talk, state).await,
        Flow::MyData => my_data::show(talk, state).await,
        Flow::Reminders => reminder_settings::show(talk, state).await,
    }
}

/// Takes what a person did.
async fn turn(flow: Flow, talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    match flow {
        Flow::Home => home::turn(talk, state, input).await,
        Flow::Matching => matching::turn(talk, state, input).await,
        Flow::Pairs => pairs::turn(talk, state, input).await,
        Flow::MyPairs => pairs::turn_mine(talk, state, input).await,
        Flow::News => news::turn(talk, state, input).await,
        Flow::Trouble => news::turn_trouble(talk, state, input).await,
        Flow::RoadMap => road_map::turn(talk, state, input).await,
        Flow::Evidence => evidence::turn(talk, state, input).await,
        Flow::Inspection => inspection::turn(talk, input).await,
        Flow::Municipality => municipality::turn(talk, state, input).await,
        Flow::Invite => invite::turn(talk, state, input).await,
        Flow::Join => join::turn(talk, state, input).await,
        Flow::Setup => setup::turn(talk, state, input).await,
        Flow::Staff => staff::turn(talk, state, input).await,
        Flow::Consents => consents::turn(talk, state, input).await,
        Flow::Form => form::turn(talk, state, input).await,
        Flow::Banks => banks::turn(talk, state, input).await,
        Flow::Calendar => calendar::turn(talk, state, input).await,
        Flow::NewYear => new_year::turn(talk, state, input).await,
        Flow::MyData => my_data::turn(talk, state, input).await,
        Flow::Reminders => reminder_settings::turn(talk, state, input).await,
    }
}
