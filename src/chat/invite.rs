//! The link for the staff: one message to forward or print, with a QR picture.

use super::{Action, Input, Screen, State, Talk, Turn, back, button};
use crate::domain::notice::Notice;
use crate::store::invitations::{self, Invitation};
use crate::store::{accounts, people};
use crate::text::dates;
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    match state {
        State::InviteAnew => Ok(anew(talk)),
        _ => overview(talk).await,
    }
}

async fn overview(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.clone();
    let staff = people::list(talk.tx, organisation.id).await?.len();
    if staff < 2 {
        let load = button(label!(locale, "left-staff"), Action::StaffFile);
        return Ok(Screen::new(tr!(locale, "invite-no-staff")).row([load]).row([back(locale, Action::Menu)]));
    }
    let joined = accounts::list_joined(talk.tx, organisation.id).await?.len();
    let text = tr!(locale, "invite").bold();
    let text = text.paragraph(&tr!(locale, "invite-joined", joined = joined, staff = staff));
    let open = invitations::find_staff_link(talk.tx, organisation.id, talk.now).await?;
    let (text, make) = match open {
        None => {
            let make = button(label!(locale, "invite-make"), Action::InviteNew { sure: true });
            (text.paragraph(&tr!(locale, "invite-none")), make)
        }
        Some((made, ends)) => {
            let on = |moment| dates::moment(locale, moment, organisation.zone, organisation.today(talk.now));
            let open = tr!(locale, "invite-open", made = on(made), ends = on(ends));
            let again = button(label!(locale, "invite-anew"), Action::InviteNew { sure: false });
            (text.paragraph(&open), again)
        }
    };
    Ok(Screen::new(text).row([back(locale, Action::Menu), make]))
}

/// A new link ends the present one, also on the paper in the staff room: that is asked first.
fn anew(talk: &Talk<'_>) -> Screen {
    let make = button(label!(talk.locale, "invite-make"), Action::InviteNew { sure: true });
    Screen::new(tr!(talk.locale, "invite-anew-sure")).row([back(talk.locale, Action::Invite), make])
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    Ok(match input {
        Input::Press(Action::InviteNew { sure: false }) => Turn::to(State::InviteAnew),
        Input::Press(Action::InviteNew { sure: true }) if matches!(state, State::Invite | State::InviteAnew) => {
            make(talk, &state).await?
        }
        Input::Press(_) => Turn::to(State::Invite),
        _ => Turn::hint(tr!(talk.locale, "hint-use-buttons")),
    })
}

/// Makes a link and sends it as a message of its own: the one to forward. Only its digest is kept, so later
/// nobody, not even the bot, can show it again.
async fn make(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let open = invitations::find_staff_link(talk.tx, organisation, talk.now).await?;
    if open.is_some() && *state != State::InviteAnew {
        return Ok(Turn::to(State::InviteAnew));
    }
    let issued = invitations::issue(talk.tx, Invitation::Staff(organisation), talk.now).await?;
    let link = format!("{}{}", talk.start_link, issued.code);
    let key = format!("invitation:{organisation}:{}", invitations::digest(&issued.code));
    talk.hand_over(&key, Notice::InvitationCard { organisation, link }).await?;
    Ok(Turn::to(State::Invite).with_note(tr!(talk.locale, "invite-made")))
}
