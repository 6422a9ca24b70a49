//! The curator loads the road map and says yes wherever the bot has understood a row and only wants to be sure.

use super::curator::Curator;
use crate::chat::Action;
use crate::domain::ids::ActivityId;
use std::collections::HashSet;

/// The school's own document, or the template.
pub(super) async fn load(curator: &mut Curator<'_>, document: Option<&(String, Vec<u8>)>) -> anyhow::Result<()> {
    curator.opens(|action| *action == Action::RoadMap, "the road map").await?;
    if let Some((name, bytes)) = document {
        curator.sends(name, bytes).await?;
    } else {
        let template = |action: &Action| *action == Action::RoadMapTemplate;
        curator.presses(template, "the template").await?;
    }
    curator.presses(|action| *action == Action::RoadMapLoad, "take the road map").await?;
    // Terms of another year move to this one, if the bot offers it.
    curator.presses_if_there(|action| *action == Action::RoadMapRoll).await?;
    settle(curator).await
}

/// Looks at each row of the list on the screen once, page by page.
async fn settle(curator: &mut Curator<'_>) -> anyhow::Result<()> {
    let mut seen = HashSet::new();
    // Where no row is in question, another screen is shown.
    while unseen(curator, &seen).is_some() {
        while let Some(row) = unseen(curator, &seen) {
            seen.insert(row);
            let open = |action: &Action| *action == Action::RoadMapRow { activity: row };
            curator.presses(open, "a row in question").await?;
            curator.presses_if_there(|action| matches!(action, Action::RoadMapTermConfirm { .. })).await?;
            curator.presses(|action| *action == Action::RoadMapBack, "back to the list").await?;
        }
        let onward = |action: &Action| matches!(action, Action::RoadMapRows { .. });
        let before = curator.actions();
        // The last of these buttons leads on; on the last page it leads back to rows that were seen.
        let Some(next) = before.into_iter().rev().find(onward) else {
            return Ok(());
        };
        curator.presses(|action| *action == next, "the next page").await?;
    }
    Ok(())
}

fn unseen(curator: &Curator<'_>, seen: &HashSet<ActivityId>) -> Option<ActivityId> {
    let rows = curator.actions().into_iter().filter_map(|action| match action {
        Action::RoadMapRow { activity } => Some(activity),
        _ => None,
    });
    rows.into_iter().find(|row| !seen.contains(row))
}
