//! A long road map made short: one line for a stage, and under it the rows that are late.

use crate::files::road_map_picture::{MAX_ROWS, RowBar, StageBar, State};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Late rows that each stage shows at least; with few stages there is room for more.
const LATE_SHOWN: usize = 3;

/// A stage as the picture shows it.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) done: usize,
    pub(super) total: usize,
    /// The whole stage in one line; only where rows are folded.
    pub(super) summary: Option<RowBar>,
    pub(super) rows: Vec<RowBar>,
}

/// Stages with their rows, or folded where there are more than [`MAX_ROWS`]; stages without rows are left out.
pub(super) fn shown(stages: &[StageBar]) -> Vec<Shown> {
    let is_long = stages.iter().map(|stage| stage.rows.len()).sum::<usize>() > MAX_ROWS;
    let filled: Vec<&StageBar> = stages.iter().filter(|stage| !stage.rows.is_empty()).collect();
    let late_room = (MAX_ROWS / filled.len().max(1)).max(LATE_SHOWN);
    let show = |stage: &StageBar| {
        if is_long { folded(stage, late_room) } else { whole(stage, stage.rows.clone()) }
    };
    filled.into_iter().map(show).collect()
}

fn whole(stage: &StageBar, rows: Vec<RowBar>) -> Shown {
    let done = stage.rows.iter().filter(|row| row.state == State::Done).count();
    Shown { name: stage.name.clone(), done, total: stage.rows.len(), summary: None, rows }
}

fn folded(stage: &StageBar, late_room: usize) -> Shown {
    let late = stage.rows.iter().filter(|row| row.state == State::Late).take(late_room).cloned().collect();
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
