//! Road maps to start from: the one for the organisation's kind first, then those for the others.

use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk};
use crate::domain::people::OrganisationKind;
use crate::text;
use crate::tr;

pub(super) fn show(talk: &Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let own = talk.organisation()?.kind;
    let others = OrganisationKind::ALL.iter().copied().filter(|kind| *kind != own);
    let take = |kind: OrganisationKind| {
        let label = text::label(locale, &format!("kind-{kind}"), &[]);
        button(label, Action::RoadMapTemplateOf { kind })
    };
    let listed = [own].into_iter().chain(others).map(take);
    Ok(Screen::new(tr!(locale, "road-map-templates")).grid(1, listed).row([back(locale, Action::RoadMapFile)]))
}
