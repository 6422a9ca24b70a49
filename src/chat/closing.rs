//! What a curator does may close rows of the road map: at once, in the same unit of work, and it is said.

use super::{Talk, Turn};
use crate::domain::people::Role;
use crate::store::closing;
use crate::tr;

/// Headings that the note names.
const NAMED: usize = 3;

/// Looks at the rows when the turn has changed a fact. For everybody else a job looks a moment later.
pub(super) async fn after(talk: &mut Talk<'_>, facts_before: u64, turn: Turn) -> anyhow::Result<Turn> {
    if talk.tx.facts() == facts_before || !talk.is(Role::Curator) {
        return Ok(turn);
    }
    let Some(organisation) = talk.organisation.clone() else {
        return Ok(turn);
    };
    let settled = closing::settle(talk.tx, &organisation, talk.now).await?;
    let mut note = turn.note.clone();
    for heading in settled.closed.iter().take(NAMED) {
        let heading = super::road_map::words::short(heading, super::road_map::words::IN_A_LIST);
        note = note.line(&tr!(talk.locale, "closed-itself", heading = heading));
    }
    if settled.closed.len() > NAMED {
        note = note.line(&tr!(talk.locale, "closed-itself-more", count = settled.closed.len() - NAMED));
    }
    Ok(turn.with_note(note))
}
