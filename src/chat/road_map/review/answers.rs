//! A ready answer is taken at once, and can be taken back.

use super::place::{ReviewPlace, Settled};
use super::questions::{Open, answered};
use crate::chat::road_map::place::RoadMapPlace;
use crate::chat::road_map::{own_row, plan, words};
use crate::chat::{Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::{Activity, Question};
use crate::domain::roadmap::ready_answers::{Answer, ready_answers};
use crate::store::{activities, audit, occurrences};
use crate::tr;

/// Takes the answer of a button, if the row still asks what the button answers.
pub(super) async fn take(
    talk: &mut Talk<'_>,
    place: &RoadMapPlace,
    (activity, version): (ActivityId, i64),
    key: u32,
) -> anyhow::Result<Turn> {
    let RoadMapPlace::Review { step: ReviewPlace::Question { round, .. } } = place else {
        return Ok(Turn::stay());
    };
    let open = Open::load(talk).await?;
    let asked = open.current(*round).filter(|(row, _)| row.id == activity && row.version == version);
    let found = asked.and_then(|(row, question)| {
        let answers = ready_answers(row, question, open.around());
        answers.into_iter().find(|answer| answer.key() == key).map(|answer| (row, answer))
    });
    let Some((row, answer)) = found else {
        return Ok(Turn::hint(tr!(talk.locale, "review-question-changed")));
    };
    let other_year = |row: &&Activity| row.term_question(&open.calendar) == Some(Question::OtherYear);
    let rows: Vec<&Activity> = match answer {
        Answer::RollAll => open.rows.iter().filter(other_year).collect(),
        _ => vec![row],
    };
    let mut undo = Vec::with_capacity(rows.len());
    let mut over = 0;
    for row in rows {
        let settled = answer.applied(row.clone());
        if !keep(talk, &settled, &open).await? {
            return Ok(Turn::hint(tr!(talk.locale, "review-question-changed")));
        }
        over += usize::from(settled.is_over(&open.calendar, talk.today()));
        undo.push(Settled::before(row));
    }
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("question answered", &activity.to_string()), talk.now).await?;
    Ok(answered(talk, *round, undo).with_more(&words::over(talk.locale, over)))
}

/// Keeps a row and plans it anew; `false` when somebody else was quicker.
async fn keep(talk: &mut Talk<'_>, row: &Activity, open: &Open) -> anyhow::Result<bool> {
    if !activities::save(talk.tx, row).await? {
        return Ok(false);
    }
    let existing = occurrences::list_of(talk.tx, row.id).await?;
    plan::plan(talk, &open.calendar, row, &existing).await?;
    Ok(true)
}

/// Takes the last answer back, for every row that nobody has changed since.
pub(super) async fn undo(talk: &mut Talk<'_>, place: RoadMapPlace) -> anyhow::Result<Turn> {
    let RoadMapPlace::Review { step: ReviewPlace::Question { mut round, undo } } = place else {
        return Ok(Turn::stay());
    };
    let open = Open::load(talk).await?;
    let (all, mut back) = (undo.len(), 0);
    for settled in undo {
        let row = own_row(talk, settled.activity()).await?;
        if let Some(row) = row.and_then(|row| settled.restored(row))
            && keep(talk, &row, &open).await?
        {
            back += 1;
        }
    }
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("answer taken back", &back.to_string()), talk.now).await?;
    round.answered = round.answered.saturating_sub(u32::try_from(back)?);
    let note = if back == all { tr!(talk.locale, "review-undone") } else { tr!(talk.locale, "review-undo-too-late") };
    Ok(Turn::to(RoadMapPlace::from(ReviewPlace::Question { round, undo: Vec::new() })).with_note(note))
}
