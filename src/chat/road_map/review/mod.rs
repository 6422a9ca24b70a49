//! Going over the road map: questions one by one, rows rewritten, added and taken out, the table out and back.
//!
//! Questions are about rows in force: what is clear works at once, and a question never holds it up. What changes
//! many rows at once is shown before it applies.

mod answers;
mod apply;
mod changes;
mod days;
mod edit;
mod former;
mod place;
mod questions;
mod remarks;
mod remove;
mod sent;
mod table;

pub(super) use apply::{apply, from_document};
pub(super) use changes::in_short;
pub(super) use former::{Former, take_back, undo};
pub(in crate::chat) use place::{ChangesOf, RowPart};
pub(super) use place::{ReviewPlace, Round, Settled};
pub(super) use questions::{again, answered, start};
pub(super) use remarks::summary as remarks_in_short;

use super::place::RoadMapPlace;
use crate::chat::{Action, Screen, Talk, Turn};
use crate::messenger::IncomingFile;
use crate::tr;

pub(super) async fn show(talk: &mut Talk<'_>, at: ReviewPlace) -> anyhow::Result<Screen> {
    match at {
        ReviewPlace::Question { round, undo } => questions::show(talk, round, &undo).await,
        ReviewPlace::Remarks { page } => remarks::show(talk, page).await,
        ReviewPlace::Edit { row } => edit::show(talk, row).await,
        ReviewPlace::Rewrite { row, part } => edit::ask(talk, row, part).await,
        ReviewPlace::Remove { row } => remove::ask(talk, row).await,
        ReviewPlace::Removed { row, .. } => {
            super::rows::show(talk, (row.list, row.page), Some(undo(talk.locale))).await
        }
        ReviewPlace::NewRow => Ok(edit::ask_new(talk)),
        ReviewPlace::Table => Ok(table::show(talk)),
        ReviewPlace::Changes { of, page, theirs } => changes::show(talk, of, (page, theirs)).await,
    }
}

/// A press of the review.
pub(super) async fn turn(talk: &mut Talk<'_>, place: RoadMapPlace, action: Action) -> anyhow::Result<Turn> {
    match action {
        Action::RoadMapQuestions => Ok(start()),
        Action::RoadMapRemarks { page } => Ok(Turn::to(RoadMapPlace::from(ReviewPlace::Remarks { page }))),
        Action::RoadMapAnswer { activity, version, answer } => {
            answers::take(talk, &place, (activity, version), answer).await
        }
        Action::RoadMapSkip { skipped } => Ok(questions::skip(&place, skipped)),
        Action::RoadMapUndo => answers::undo(talk, place).await,
        Action::RoadMapOtherAnswer { activity, people } => Ok(questions::other(&place, activity, people)),
        Action::RoadMapEdit => Ok(edit::open(place)),
        Action::RoadMapRewrite { part } => Ok(edit::choose(place, part)),
        Action::RoadMapStage { activity } => edit::take_stage(talk, &place, activity).await,
        Action::RoadMapEmpty { version } => edit::empty(talk, &place, version).await,
        Action::RoadMapNewRow => Ok(Turn::to(RoadMapPlace::from(ReviewPlace::NewRow))),
        Action::RoadMapRemove => Ok(remove::open(place)),
        Action::RoadMapRemoveSure { version } => remove::remove(talk, &place, version).await,
        Action::RoadMapTable => table::hand_over(talk).await,
        Action::RoadMapChanges { of, page, theirs } => {
            Ok(Turn::to(RoadMapPlace::from(ReviewPlace::Changes { of, page, theirs })))
        }
        Action::RoadMapChangesApply { stamp } => changes::accept(talk, &place, stamp).await,
        Action::RoadMapChangesDrop => changes::discard(talk).await,
        _ => Ok(Turn::stay()),
    }
}

/// Words for a place of the review.
pub(super) async fn typed(talk: &mut Talk<'_>, at: ReviewPlace, text: &str) -> anyhow::Result<Turn> {
    match at {
        ReviewPlace::Rewrite { row, part } => edit::take(talk, row, part, text).await,
        ReviewPlace::NewRow => edit::take_new(talk, text).await,
        ReviewPlace::Question { round, .. } => questions::typed(talk, round, text).await,
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

/// A table of ours that came back; `None` for any other file.
pub(super) async fn take_table(talk: &mut Talk<'_>, file: &IncomingFile) -> anyhow::Result<Option<Turn>> {
    sent::take(talk, file).await
}

impl ReviewPlace {
    /// One step back.
    pub(super) fn parent(self) -> RoadMapPlace {
        use super::Rows;
        match self {
            Self::Question { round, .. } if round.skipped > 0 => {
                let round = Round { skipped: round.skipped - 1, ..round };
                Self::Question { round, undo: Vec::new() }.into()
            }
            Self::Question { .. } => RoadMapPlace::Rows { list: Rows::Asked, page: 0 },
            Self::Remarks { .. } => RoadMapPlace::Read,
            Self::Edit { row } => RoadMapPlace::Row { row, undo: None },
            Self::Rewrite { row, .. } | Self::Remove { row } => Self::Edit { row }.into(),
            // The list itself is on the screen already: where it leads, `back_from` says.
            Self::Removed { row, .. } => RoadMapPlace::Rows { list: row.list, page: row.page },
            Self::NewRow | Self::Table | Self::Changes { of: ChangesOf::Table, .. } => {
                RoadMapPlace::Rows { list: Rows::All, page: 0 }
            }
            Self::Changes { of: ChangesOf::Document, .. } => RoadMapPlace::Replace,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::changes::Part;
    use crate::domain::roadmap::term::Doubt;
    use crate::text::Locale;

    #[test]
    fn every_computed_sentence_exists() {
        let computed = (Doubt::ALL.iter().map(|one| format!("review-ask-{one}")))
            .chain(RowPart::ALL.iter().map(|one| format!("review-rewrite-{one}")))
            .chain(RowPart::ALL.iter().map(|one| format!("button-review-part-{one}")))
            .chain(Part::ALL.iter().map(|one| format!("review-column-{one}")))
            .chain(["number", "understood", "document", "people"].map(|one| format!("review-column-{one}")))
            .chain(
                ["written-term", "written-own", "written-people", "clashes-ours", "clashes-theirs"]
                    .map(|one| format!("review-{one}")),
            );
        for key in computed {
            for locale in Locale::ALL {
                assert!(crate::text::keys(*locale)(&key), "{key} in {locale}");
            }
        }
    }
}
