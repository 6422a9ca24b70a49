//! A long road map made short: one line for a stage, and under it the rows that are late.

use crate::files::road_map_picture::{MAX_ROWS, RowBar, StageBar, State};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Late rows that a folded road map shows by name; the stages' counts tell of the others.
const LATE_SHOWN: usize = 10;

/// A stage as the picture shows it.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) done: usize,
    pub(super) late: usize,
    pub(super) total: usize,
    /// The whole stage in one line; only where rows are folded.
    pub(super) summary: Option<RowBar>,
    pub(super) rows: Vec<RowBar>,
}

/// Stages with their rows, or folded where there are more than [`MAX_ROWS`]; stages without rows are left out.
pub(super) fn shown(stages: &[StageBar]) -> Vec<Shown> {
    let is_long = stages.iter().map(|stage| stage.rows.len()).sum::<usize>() > MAX_ROWS;
    let filled: Vec<&StageBar> = stages.iter().filter(|stage| !stage.rows.is_empty()).collect();
    if !is_long {
        return filled.into_iter().map(|stage| whole(stage, stage.rows.clone())).collect();
    }
    let late: Vec<usize> = filled.iter().map(|stage| late_rows(stage).count()).collect();
    let named = shared_out(&late, LATE_SHOWN);
    filled.into_iter().zip(named).map(|(stage, room)| folded(stage, room)).collect()
}

/// Shares places out in turns: whoever wants fewer leaves them to the others; each that wants any gets one.
fn shared_out(wanted: &[usize], places: usize) -> Vec<usize> {
    let mut given: Vec<usize> = wanted.iter().map(|one| usize::from(*one > 0)).collect();
    let mut left = places.saturating_sub(given.iter().sum());
    while left > 0 {
        let before = left;
        for (one, wanted) in given.iter_mut().zip(wanted) {
            if left > 0 && *one < *wanted {
                *one += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    given
}

fn late_rows(stage: &StageBar) -> impl Iterator<Item = &RowBar> {
    stage.rows.iter().filter(|row| row.state == State::Late)
}

fn whole(stage: &StageBar, rows: Vec<RowBar>) -> Shown {
    let done = stage.rows.iter().filter(|row| row.state == State::Done).count();
    let late = late_rows(stage).count();
    Shown { name: stage.name.clone(), done, late, total: stage.rows.len(), summary: None, rows }
}

fn folded(stage: &StageBar, late_room: usize) -> Shown {
    let late = late_rows(stage).take(late_room).cloned().collect();
    Shown { summary: Some(summary(stage)), ..whole(stage, late) }
}

/// One line for a stage: in each month the state that most needs eyes.
fn summary(stage: &StageBar) -> RowBar {
    let mut months: BTreeMap<NaiveDate, State> = BTreeMap::new();
    for (day, state) in stage.rows.iter().flat_map(dates) {
        let middle = day.with_day(15).unwrap_or(day);
        let worst = months.entry(middle).or_insert(state);
        if weight(state) > weight(*worst) {
            *worst = state;
        }
    }
    let (from, due) = (months.keys().next().copied(), months.keys().next_back().copied());
    RowBar {
        label: String::new(),
        from,
        due,
        marks: months.into_iter().collect(),
        // A grey bar: the signs on it speak.
        state: State::Undated,
    }
}

/// The dates of a row: its marks, else its last day.
pub(super) fn dates(row: &RowBar) -> Vec<(NaiveDate, State)> {
    match (row.marks.is_empty(), row.due) {
        (true, Some(due)) => vec![(due, row.state)],
        _ => row.marks.clone(),
    }
}

const fn weight(state: State) -> u8 {
    match state {
        State::Undated => 0,
        State::Done => 1,
        State::Open => 2,
        State::Late => 3,
    }
}
