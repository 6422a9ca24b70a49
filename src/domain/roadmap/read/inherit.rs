//! Merged cells of terms and people: a text written once counts for all the rows that its cell covered.
//!
//! A single empty cell may as well be a forgotten term: it stays empty and is asked about. Only a pattern counts.

use super::Remark;
use super::cells::names_time;
use super::join::one_line;
use super::limits;
use super::rows::{Draft, Lines, RawRow};
use crate::domain::roadmap::term::{TermKind, read};
use crate::domain::school_year::SchoolYear;
use std::ops::Range;

/// So many empty cells below one written cell are a merged cell by themselves.
const MANY: usize = 2;

/// Fills the cells that a merged one covered.
pub(super) fn inherit(draft: &mut Draft, notes: &mut Vec<Remark>) {
    if draft.term_leads {
        inherit_leading_terms(&mut draft.rows, draft.term_first, notes);
    }
    inherit_from_sections(draft, notes);
    if draft.staged {
        let groups = stages(&draft.rows);
        let bare = |row: &RawRow| row.term.is_empty() && row.responsible.is_empty();
        let sure: Vec<bool> =
            groups.iter().map(|group| draft.rows[group.start + 1..group.end].iter().all(bare)).collect();
        fill(&mut draft.rows, (&groups, &sure), |row| &mut row.term, |at| notes.push(Remark::TermInherited(at)));
        fill(
            &mut draft.rows,
            (&groups, &sure),
            |row| &mut row.responsible,
            |at| notes.push(Remark::ResponsibleInherited(at)),
        );
    }
}

/// The time that a section's name is or ends with: «Сентябрь», «Этап 1. Подготовка (август – сентябрь)».
fn time_of(name: &str) -> Option<String> {
    let ends_with = || {
        let inner = name.trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?.1.trim();
        let reading = read(inner, SchoolYear(2023));
        // «(2026 г.)» says less than what stands before it.
        let is_time = reading.due.is_some() && reading.review.is_none() && reading.kind != TermKind::YearRound;
        is_time.then(|| inner.to_owned())
    };
    ends_with().or_else(|| names_time(name).then(|| name.to_owned()))
}

/// «Сентябрь» above rows without a term of their own is their term.
fn inherit_from_sections(draft: &mut Draft, notes: &mut Vec<Remark>) {
    let times: Vec<Option<String>> = draft.sections.iter().map(|name| time_of(&one_line(name))).collect();
    for (at, row) in draft.rows.iter_mut().enumerate().filter(|(_, row)| row.term.is_empty()) {
        if let Some(time) = row.section.and_then(|at| times.get(at)).and_then(Option::as_ref) {
            row.term = vec![time.clone()];
            notes.push(Remark::TermInherited(at));
        }
    }
}

/// The rows of each stage.
fn stages(rows: &[RawRow]) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = (0..rows.len()).filter(|at| *at == 0 || rows[*at].opens_stage).collect();
    starts.push(rows.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Fills a column where the first row of a stage has a text and the others have none.
fn fill(
    rows: &mut [RawRow],
    (stages, sure): (&[Range<usize>], &[bool]),
    cell: fn(&mut RawRow) -> &mut Lines,
    mut inherited: impl FnMut(usize),
) {
    let mut is_merged = |stage: &Range<usize>| {
        let written = !cell(&mut rows[stage.start]).is_empty();
        let short = limits::may_repeat(cell(&mut rows[stage.start]));
        written && short && rows[stage.start + 1..stage.end].iter_mut().all(|row| cell(row).is_empty())
    };
    let several: Vec<(&Range<usize>, bool)> =
        stages.iter().zip(sure.iter().copied()).filter(|(stage, _)| stage.len() > 1).collect();
    let merged: Vec<(&Range<usize>, bool)> = several.iter().copied().filter(|(stage, _)| is_merged(stage)).collect();
    let usual = merged.len() > 1 && merged.len() * 2 >= several.len();
    // Terms and people empty together are two merged cells.
    for (stage, _) in merged.into_iter().filter(|(stage, sure)| usual || *sure || stage.len() > MANY) {
        let text = cell(&mut rows[stage.start]).clone();
        for (at, row) in rows.iter_mut().enumerate().take(stage.end).skip(stage.start + 1) {
            cell(row).clone_from(&text);
            inherited(at);
        }
    }
}

/// «Август» in the first column counts for all rows down to the next month.
fn inherit_leading_terms(rows: &mut [RawRow], first: bool, notes: &mut Vec<Remark>) {
    // A row with its own number and an empty term has no term: that is not a merged cell.
    let covered = |row: &RawRow| row.number.is_empty() && row.term.is_empty();
    let empty = rows.iter().filter(|row| covered(row)).count();
    // Where terms are not the first thing in a row, only a table that has more empty cells than terms is one of merged
    // cells: else they are forgotten.
    if !first && (empty < MANY || empty * 2 < rows.len()) {
        return;
    }
    for at in 1..rows.len() {
        if covered(&rows[at]) && !rows[at - 1].term.is_empty() && limits::may_repeat(&rows[at - 1].term) {
            let above = rows[at - 1].term.clone();
            rows[at].term = above;
            notes.push(Remark::TermInherited(at));
        }
    }
}
