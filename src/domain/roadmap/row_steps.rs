//! What was said and done about a dated row, step by step: who was reminded when, put it off, gave it away; who was told
//! that it is late.

use super::handover::HandoverReason;
use crate::domain::ids::PersonId;
use crate::domain::reminder::{Audience, LineEnd, LineKind, Mark};
use chrono::NaiveDate;

coded_enum! {
    /// What somebody was told.
    pub enum Word {
        Start = "start",
        Reminded = "reminded",
        Today = "today",
        Overdue = "overdue",
        Unconnected = "unconnected",
        UnconnectedDirector = "unconnected_director",
        LateForCurator = "late_for_curator",
        LateForDirector = "late_for_director",
        Missed = "missed",
    }
}

coded_enum! {
    /// Whether it reached them.
    pub enum Reached {
        Told = "told",
        /// It is in the next message.
        Waiting = "waiting",
        TooLate = "too_late",
        Unreachable = "unreachable",
    }
}

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    Told {
        word: Word,
        reached: Reached,
    },
    /// Somebody wants to hear of it on that day again.
    PutOff {
        until: NaiveDate,
    },
    /// Somebody said that it is not theirs; who does it instead, once the curator has decided.
    NotTheirs {
        reason: HandoverReason,
        given_to: Option<PersonId>,
    },
}

/// A step with its day and the people whom it concerns; what was told to several people on one day is one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowStep {
    pub on: NaiveDate,
    pub kind: StepKind,
    pub people: Vec<PersonId>,
}

/// What a line of somebody's day means as a step; `None` for what was settled before it could be said, and for what is
/// still to come. `end` is how the line ended.
pub fn told(
    (kind, mark): (LineKind, &str),
    end: Option<LineEnd>,
    (owed_on, today): (NaiveDate, NaiveDate),
) -> Option<StepKind> {
    let mark = Mark::from_code(mark);
    let word = match kind {
        LineKind::Reminder => match mark {
            Some(Mark::Start) => Word::Start,
            Some(Mark::Today) => Word::Today,
            Some(mark) if mark.is_after() => Word::Overdue,
            _ => Word::Reminded,
        },
        LineKind::Unconnected if mark.is_some_and(|mark| mark.audience() == Audience::Director) => {
            Word::UnconnectedDirector
        }
        LineKind::Unconnected => Word::Unconnected,
        LineKind::LateForCurator => Word::LateForCurator,
        LineKind::LateForDirector => Word::LateForDirector,
        LineKind::Missed => Word::Missed,
        _ => return None,
    };
    let reached = match end {
        Some(LineEnd::Told) => Reached::Told,
        Some(LineEnd::Missed) => Reached::TooLate,
        Some(LineEnd::Unreachable) => Reached::Unreachable,
        None if owed_on <= today => Reached::Waiting,
        Some(LineEnd::Settled) | None => return None,
    };
    Some(StepKind::Told { word, reached })
}

/// Steps in the order of time, as they are read: one line for what several people were told on one day.
pub fn gathered(steps: impl IntoIterator<Item = RowStep>) -> Vec<RowStep> {
    let mut gathered: Vec<RowStep> = Vec::new();
    for step in steps {
        let is_same = |known: &&mut RowStep| (known.on, known.kind) == (step.on, step.kind);
        match gathered.iter_mut().find(is_same) {
            Some(known) if matches!(step.kind, StepKind::Told { .. }) => {
                known.people.extend(step.people);
                known.people.sort_unstable();
                known.people.dedup();
            }
            _ => gathered.push(step),
        }
    }
    gathered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_several_people_hear_on_one_day_is_one_step() {
        let reminded = StepKind::Told { word: Word::Reminded, reached: Reached::Told };
        let put_off = StepKind::PutOff { until: day("2026-09-14") };
        let step = |on: &str, kind, person| RowStep { on: day(on), kind, people: vec![PersonId(person)] };
        let all = gathered([
            step("2026-09-11", reminded, 2),
            step("2026-09-11", put_off, 2),
            step("2026-09-11", reminded, 1),
            step("2026-09-11", put_off, 3),
            step("2026-09-14", reminded, 2),
            step("2026-09-14", reminded, 2),
        ]);
        let people: Vec<Vec<i64>> = all.iter().map(|step| step.people.iter().map(|one| one.0).collect()).collect();
        assert_eq!(people, [vec![1, 2], vec![2], vec![3], vec![2]]);
    }

    #[test]
    fn what_was_not_said_is_not_shown_as_said() {
        let (before, today) = (day("2026-09-10"), day("2026-09-11"));
        let reached = |end, owed_on| match told((LineKind::Reminder, "overdue_1"), end, (owed_on, today)) {
            Some(StepKind::Told { word: Word::Overdue, reached }) => Some(reached),
            other => {
                assert_eq!(other, None);
                None
            }
        };
        assert_eq!(reached(Some(LineEnd::Told), before), Some(Reached::Told));
        assert_eq!(reached(Some(LineEnd::Missed), before), Some(Reached::TooLate));
        assert_eq!(reached(Some(LineEnd::Unreachable), before), Some(Reached::Unreachable));
        assert_eq!(reached(Some(LineEnd::Settled), before), None, "done before it could be said");
        assert_eq!(reached(None, today), Some(Reached::Waiting));
        assert_eq!(reached(None, day("2026-09-14")), None, "put off: its day comes");
        assert_eq!(told((LineKind::PairSilent, ""), None, (today, today)), None);
    }
}
