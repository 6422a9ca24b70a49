//! What happens to a row's occurrences when its term or its document changes.

use super::occurrences::DueOccurrence;
use crate::domain::ids::OccurrenceId;
use chrono::{Datelike, NaiveDate};

coded_enum! {
    /// What became of a dated instance of a row.
    pub enum OccurrenceState {
        Open = "open",
        Done = "done",
    }
}

/// An occurrence as far as planning needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Existing {
    pub id: OccurrenceId,
    pub official_due: NaiveDate,
    pub due: NaiveDate,
    pub state: OccurrenceState,
}

/// The difference between what is and what should be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replan {
    pub drop: Vec<OccurrenceId>,
    /// Open ones that stay the same thing on a day near by: what was said about them is not said again.
    pub shift: Vec<Move>,
    /// Open ones that stay the same thing on a day further away: what was given for them stays, and people are told
    /// of the day anew.
    pub anew: Vec<Move>,
    pub add: Vec<DueOccurrence>,
}

/// An open occurrence and where it goes.
pub type Move = (OccurrenceId, DueOccurrence);

impl Replan {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Everything that moves, near or far.
    pub fn moves(&self) -> impl Iterator<Item = &Move> {
        self.shift.iter().chain(&self.anew)
    }
}

/// Days by which an occurrence may move and still be what people were told of: «через две недели» is then still true
/// enough. Further away it is told anew, from the first reminder on.
const NEAR: i64 = 7;

/// Days by which a date of a repeated row may move and still be the same turn.
const SAME_TURN: i64 = 31;

/// Plans a row anew. What is done stays as it is. A row with one date moves as a whole, however far and also when it
/// is late. Of a repeated row only what lies ahead is planned: what it owed earlier stays owed, and days before the
/// road map was loaded are not made up afterwards.
pub fn replan(existing: &[Existing], planned: &[DueOccurrence], today: NaiveDate) -> Replan {
    let repeated = planned.len() > 1;
    let wanted: Vec<DueOccurrence> = planned.iter().copied().filter(|one| !repeated || one.due >= today).collect();
    let same = |old: &Existing, new: &DueOccurrence| old.official_due == new.official_due && old.due == new.due;
    let is_kept = |old: &Existing| {
        old.state == OccurrenceState::Done || wanted.iter().any(|new| same(old, new)) || (repeated && old.due < today)
    };
    let (kept, mut gone): (Vec<&Existing>, Vec<&Existing>) = existing.iter().partition(|old| is_kept(old));
    let is_new = |new: &DueOccurrence| !kept.iter().any(|old| old.official_due == new.official_due);
    // A row with one date that was done is done, wherever the date moves.
    let finished = !repeated && kept.iter().any(|old| old.state == OccurrenceState::Done);
    let mut add: Vec<DueOccurrence> = wanted.into_iter().filter(|new| !finished && is_new(new)).collect();
    let shift = take_moves(&mut gone, &mut add, is_near);
    let mut anew = take_moves(&mut gone, &mut add, is_same_month);
    anew.extend(take_moves(&mut gone, &mut add, |old, new| !repeated || apart(old, new) <= SAME_TURN));
    Replan { drop: gone.into_iter().map(|old| old.id).collect(), shift, anew, add }
}

/// Takes out what goes from an old day to a new one: each to the closest of those that fit, to the document's same day
/// before all.
fn take_moves(
    gone: &mut Vec<&Existing>,
    add: &mut Vec<DueOccurrence>,
    fits: impl Fn(&Existing, &DueOccurrence) -> bool,
) -> Vec<Move> {
    let mut moves = Vec::new();
    gone.retain(|old| {
        let fitting = add.iter().enumerate().filter(|(_, new)| fits(old, new));
        let distance = |new: &DueOccurrence| (old.official_due != new.official_due, apart(old, new));
        let closest = fitting.min_by_key(|(_, new)| distance(new)).map(|(at, _)| at);
        moves.extend(closest.map(|at| (old.id, add.remove(at))));
        closest.is_none()
    });
    moves
}

fn apart(old: &Existing, new: &DueOccurrence) -> i64 {
    (new.due - old.due).num_days().abs()
}

/// Whether a planned day is the same thing, moved a little: the document's own day stays, or the new one lies near by.
fn is_near(old: &Existing, new: &DueOccurrence) -> bool {
    old.official_due == new.official_due || apart(old, new) <= NEAR
}

fn is_same_month(old: &Existing, new: &DueOccurrence) -> bool {
    let month = |day: NaiveDate| (day.year(), day.month());
    month(old.official_due) == month(new.official_due)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn planned(days: &[&str]) -> Vec<DueOccurrence> {
        let one = |text: &&str| DueOccurrence { official_due: day(text), due: day(text), window_start: None };
        days.iter().map(one).collect()
    }

    fn existing(days: &[(&str, OccurrenceState)]) -> Vec<Existing> {
        let one = |(at, (text, state)): (usize, &(&str, OccurrenceState))| Existing {
            id: OccurrenceId(i64::try_from(at).unwrap()),
            official_due: day(text),
            due: day(text),
            state: *state,
        };
        days.iter().enumerate().map(one).collect()
    }

    fn added(plan: &Replan) -> Vec<String> {
        plan.add.iter().map(|one| one.due.to_string()).collect()
    }

    #[test]
    fn a_row_with_one_date_moves_as_a_whole_even_when_late() {
        let old = existing(&[("2026-09-30", OccurrenceState::Open)]);
        let plan = replan(&old, &planned(&["2026-11-16"]), day("2026-10-05"));
        assert_eq!(plan, Replan { anew: vec![(OccurrenceId(0), planned(&["2026-11-16"])[0])], ..Replan::default() });
        let nothing = replan(&old, &planned(&["2026-09-30"]), day("2026-10-05"));
        assert_eq!(nothing, Replan::default());
    }

    #[test]
    fn a_day_near_by_is_the_same_thing() {
        let old = existing(&[("2026-09-30", OccurrenceState::Open)]);
        let plan = replan(&old, &planned(&["2026-09-28"]), day("2026-09-20"));
        assert_eq!((plan.drop.len(), plan.add.len()), (0, 0));
        assert_eq!(plan.shift, [(OccurrenceId(0), planned(&["2026-09-28"])[0])]);
        // The calendar moved the working day only.
        let moved = DueOccurrence { due: day("2026-12-30"), ..planned(&["2026-12-31"])[0] };
        let old = existing(&[("2026-12-31", OccurrenceState::Open), ("2027-05-31", OccurrenceState::Done)]);
        let plan = replan(&old, &[moved, planned(&["2027-05-31"])[0]], day("2026-09-20"));
        assert_eq!((plan.shift.as_slice(), plan.drop.len(), plan.add.len()), (&[(OccurrenceId(0), moved)][..], 0, 0));
    }

    #[test]
    fn what_is_done_stays_and_is_not_asked_again() {
        let old = existing(&[("2026-09-30", OccurrenceState::Done)]);
        assert_eq!(replan(&old, &planned(&["2026-11-16"]), day("2026-10-05")), Replan::default());
        assert_eq!(replan(&old, &[], day("2026-10-05")), Replan::default());
    }

    #[test]
    fn a_repeated_row_is_planned_from_today_on() {
        let days = ["2026-09-30", "2026-10-30", "2026-11-30"];
        let fresh = replan(&[], &planned(&days), day("2026-10-05"));
        assert_eq!(added(&fresh), ["2026-10-30", "2026-11-30"]);
        let old = existing(&[("2026-09-15", OccurrenceState::Open), ("2026-10-15", OccurrenceState::Open)]);
        let moved = replan(&old, &planned(&days), day("2026-10-05"));
        assert_eq!(moved.anew, [(OccurrenceId(1), planned(&days)[1])], "September stays owed, October moves");
        assert_eq!((added(&moved), moved.drop.len()), (vec!["2026-11-30".to_owned()], 0));
        // Fewer dates: each goes where its month has one, or to one that is not further than a month; the rest go.
        let monthly = ["2026-10-15", "2026-11-15", "2026-12-15", "2027-01-15"];
        let old = existing(&monthly.map(|day| (day, OccurrenceState::Open)));
        let fewer = replan(&old, &planned(&["2026-12-30", "2027-03-30"]), day("2026-10-05"));
        assert_eq!(fewer.anew, [(OccurrenceId(2), planned(&["2026-12-30"])[0])]);
        assert_eq!(fewer.drop, [OccurrenceId(0), OccurrenceId(1), OccurrenceId(3)]);
        assert_eq!(added(&fewer), ["2027-03-30"]);
    }
}
