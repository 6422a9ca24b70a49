//! What the curator says about the organisation: once, question by question; later, any of it from the settings.
//!
//! To ask one more thing: a step in [`SetupStep`], its screen in `screens`, its answer in `answers`.

mod answers;
mod channel;
mod left;
mod screens;
mod zones;

pub(super) use channel::channel_seen;
pub(super) use left::left;
pub use zones::Zone;

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::store::marks;
use crate::tr;

coded_enum! {
    /// A question of the setup, in the order in which they are asked.
    pub enum SetupStep {
        /// The curator's own name.
        Name = "name",
        Organisation = "organisation",
        Kind = "kind",
        Zone = "zone",
        Year = "year",
        Channel = "channel",
    }
}

impl SetupStep {
    /// Counted from 1.
    fn number(self) -> usize {
        Self::ALL.iter().take_while(|step| **step != self).count() + 1
    }

    fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    fn previous(self) -> Option<Self> {
        self.number().checked_sub(2).and_then(|index| Self::ALL.get(index)).copied()
    }
}

/// The mark that says how far the first walk through the questions has come.
const WALK: &str = "setup";
/// Its value once every question was asked.
const WALKED: &str = "done";

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::Setup { step, walk, page } => screens::show(talk, (*step, *walk, *page)).await,
        _ => left::show(talk).await,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    match input {
        Input::Press(Action::SetupLeft) => return Ok(Turn::to(State::SetupLeft)),
        Input::Press(Action::SetupOpen { step }) => {
            let walk = walk_stands_at(talk).await?.is_some();
            return Ok(Turn::to(State::Setup { step, walk, page: 0 }));
        }
        _ => {}
    }
    let State::Setup { step, walk, .. } = state else {
        return Ok(match input {
            Input::Press(_) => Turn::to(State::SetupLeft),
            _ => Turn::hint(tr!(talk.locale, "hint-use-buttons")),
        });
    };
    match input {
        Input::Press(Action::SetupBack) => Ok(Turn::to(before(step, walk))),
        Input::Press(Action::SetupSkip) if step == SetupStep::Channel => go_on(talk, step, walk).await,
        Input::Press(Action::SetupRecheck) => Ok(Turn::hint(tr!(talk.locale, "setup-channel-again"))),
        Input::Press(Action::SetupPage { page }) => Ok(Turn::to(State::Setup { step, walk, page })),
        Input::Press(action) => answers::press(talk, (step, walk), action).await,
        Input::Text(text) => answers::receive(talk, (step, walk), &text).await,
        Input::File(_) | Input::Photo { .. } => Ok(Turn::hint(tr!(talk.locale, "setup-no-file"))),
    }
}

/// Where «Назад» leads.
fn before(step: SetupStep, walk: bool) -> State {
    match step.previous().filter(|_| walk) {
        Some(step) => State::Setup { step, walk, page: 0 },
        None if walk => State::Home,
        None => State::Settings,
    }
}

/// After an answer: the next question of the first walk, or back to the settings.
async fn go_on(talk: &mut Talk<'_>, step: SetupStep, walk: bool) -> anyhow::Result<Turn> {
    if !walk {
        return Ok(match step {
            SetupStep::Channel => Turn::to(State::SetupLeft),
            _ => Turn::to(State::Settings).with_note(tr!(talk.locale, "setup-saved")),
        });
    }
    let next = step.next();
    // Going back to correct an answer does not undo the later ones.
    let further = walk_stands_at(talk).await?.is_some_and(|at| next.is_none_or(|next| next > at));
    if further {
        let organisation = talk.organisation()?.id;
        let mark = next.map_or(WALKED, SetupStep::code);
        marks::set_once(talk.tx, WALK, organisation, mark).await?;
    }
    Ok(Turn::to(next.map_or(State::SetupLeft, |step| State::Setup { step, walk, page: 0 })))
}

/// Notes that the questions are yet to be asked.
pub(super) async fn begin_walk(talk: &mut Talk<'_>) -> anyhow::Result<()> {
    let organisation = talk.organisation()?.id;
    marks::set_once(talk.tx, WALK, organisation, SetupStep::Name.code()).await?;
    Ok(())
}

/// The question at which the first walk stands; `None` once it is over, or where somebody else set everything up.
async fn walk_stands_at(talk: &mut Talk<'_>) -> anyhow::Result<Option<SetupStep>> {
    let organisation = talk.organisation()?.id;
    let mark = marks::find(talk.tx, WALK, organisation).await?;
    Ok(mark.and_then(|mark| SetupStep::from_code(&mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_follow_one_another_and_end() {
        let walked: Vec<_> = std::iter::successors(Some(SetupStep::Name), |step| step.next()).collect();
        assert_eq!(walked, SetupStep::ALL);
        assert_eq!(SetupStep::Channel.number(), 6);
        assert_eq!(before(SetupStep::Name, true), State::Home);
        assert_eq!(before(SetupStep::Kind, false), State::Settings);
    }
}
