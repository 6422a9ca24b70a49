//! What the organisation's setup still lacks: «Что осталось».

use super::{SetupStep, walk_stands_at};
use crate::chat::{Action, Button, Screen, Talk, button, menu};
use crate::store::{accounts, invitations, people, road_maps};
use crate::text::{Locale, Markup};
use crate::{label, tr};

/// A thing that is yet to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chat) enum Left {
    /// The questions themselves, from this one on.
    Questions(SetupStep),
    Channel,
    StaffList,
    Invitation,
    RoadMap,
}

impl Left {
    /// The button that leads there.
    pub(in crate::chat) fn button(self, locale: Locale) -> Button {
        match self {
            Self::Questions(step) => button(label!(locale, "left-questions"), Action::SetupOpen { step }),
            Self::Channel => button(label!(locale, "left-channel"), Action::SetupOpen { step: SetupStep::Channel }),
            Self::StaffList => button(label!(locale, "left-staff"), Action::StaffFile),
            Self::Invitation => button(label!(locale, "left-invitation"), Action::Invite),
            Self::RoadMap => button(label!(locale, "left-road-map"), Action::RoadMap),
        }
    }

    /// Why it is worth doing.
    fn reason(self, locale: Locale) -> Markup {
        match self {
            Self::Questions(_) => tr!(locale, "left-questions-why"),
            Self::Channel => tr!(locale, "left-channel-why"),
            Self::StaffList => tr!(locale, "left-staff-why"),
            Self::Invitation => tr!(locale, "left-invitation-why"),
            Self::RoadMap => tr!(locale, "left-road-map-why"),
        }
    }
}

/// What is yet to be done, in the order in which it makes sense. The questions come first and alone.
pub(in crate::chat) async fn left(talk: &mut Talk<'_>) -> anyhow::Result<Vec<Left>> {
    if let Some(step) = walk_stands_at(talk).await? {
        return Ok(vec![Left::Questions(step)]);
    }
    let organisation = talk.organisation()?.clone();
    let staff = people::list(talk.tx, organisation.id).await?.len();
    let joined = accounts::list_joined(talk.tx, organisation.id).await?.len();
    let open_link = invitations::find_staff_link(talk.tx, organisation.id, talk.now).await?;
    let road_map = road_maps::find(talk.tx, organisation.id, organisation.school_year).await?;
    let lacking = [
        // The curator alone is no staff list.
        (staff < 2).then_some(Left::StaffList),
        (staff >= 2 && joined < 2 && open_link.is_none()).then_some(Left::Invitation),
        road_map.is_none().then_some(Left::RoadMap),
        (!organisation.has_channel()).then_some(Left::Channel),
    ];
    Ok(lacking.into_iter().flatten().collect())
}

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let left = left(talk).await?;
    let mut text = tr!(locale, "left").bold();
    if left.is_empty() {
        text = text.paragraph(&tr!(locale, "left-nothing"));
    }
    for step in &left {
        text = text.paragraph(&step.reason(locale));
    }
    let buttons = left.iter().map(|step| step.button(locale));
    Ok(Screen::new(text).grid(1, buttons).row([menu(locale)]))
}
