//! Random road maps, played day by day.

use super::*;
use chrono::Days;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const YEAR: u64 = 400;

fn first() -> NaiveDate {
    day(2026, 9, 1)
}

fn nth(days: u64) -> NaiveDate {
    first() + Days::new(days)
}

fn due(due: NaiveDate) -> DueDays {
    DueDays { due, start: None }
}

fn occurrences() -> impl Strategy<Value = Vec<OpenOccurrence>> {
    let one = (30..YEAR - 60, any::<bool>(), proptest::collection::vec(0_i64..4, 0..4));
    proptest::collection::vec(one, 1..8).prop_map(|rows| {
        let rows = rows.into_iter().zip(1..).map(|((due, monthly, people), id)| {
            let kind = if monthly { ReminderKind::Monthly } else { ReminderKind::Deadline };
            OpenOccurrence { kind, ..row(id, nth(due), &people) }
        });
        rows.collect()
    })
}

type Owed = BTreeSet<(OccurrenceId, PersonId, Mark)>;

/// What must go out: every mark, but of several that meet on one day only the latest.
fn owed(open: &[OpenOccurrence], policy: &ReminderPolicy, is_working: IsReminderDay<'_>) -> Owed {
    let mut owed = Owed::new();
    for occurrence in open {
        let days = policy.marks(occurrence.kind).days(occurrence.days, is_working).into_iter();
        let days: BTreeMap<NaiveDate, Mark> =
            days.filter(|(_, mark)| mark.audience() == Audience::Responsible).collect();
        for person in &occurrence.responsible {
            owed.extend(days.values().map(|mark| (occurrence.id, *person, *mark)));
        }
    }
    owed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_mark_goes_out_on_exactly_one_working_day(
        open in occurrences(),
        off in proptest::collection::btree_set(0..YEAR, 0..80),
    ) {
        let is_working = |day: NaiveDate| weekdays(day) && !off.contains(&(day - first()).num_days().unsigned_abs());
        let policy = ReminderPolicy::shipped();
        let (mut last, mut seen) = (Some(nth(0)), Owed::new());
        for today in (1..YEAR).map(nth) {
            let out = reminders(&open, policy, (last, today), &is_working);
            prop_assert!(out.missed.is_empty());
            prop_assert!(is_working(today) || out.digests.is_empty());
            let people: BTreeSet<_> = out.digests.iter().map(|digest| digest.person).collect();
            prop_assert_eq!(people.len(), out.digests.len(), "one digest for each person");
            for (digest, line) in out.digests.iter().flat_map(|digest| digest.lines.iter().map(move |line| (digest, line))) {
                prop_assert!(seen.insert((line.occurrence, digest.person, line.mark)), "twice");
                let told_late = matches!(line.mark, Mark::Before(_) | Mark::Today) && today > line.due;
                prop_assert!(!told_late, "a day to come has passed");
            }
            if is_working(today) {
                last = Some(today);
            }
        }
        prop_assert_eq!(seen, owed(&open, policy, &is_working));
    }

    #[test]
    fn downtime_loses_nothing_silently_and_repeats_nothing(
        open in occurrences(),
        down in proptest::collection::btree_map(1..YEAR, 1_u64..6, 0..12),
        grace in 0_u8..6,
    ) {
        let asleep = |day: u64| down.iter().any(|(from, length)| (*from..from + length).contains(&day));
        let policy = ReminderPolicy { grace_days: grace, ..ReminderPolicy::shipped().clone() };
        let (mut last, mut seen) = (Some(nth(0)), BTreeMap::new());
        let mut missed = BTreeSet::new();
        for (today, number) in (1..YEAR).map(|number| (nth(number), number)).filter(|(_, number)| !asleep(*number)) {
            let out = reminders(&open, &policy, (last, today), &weekdays);
            for (digest, line) in out.digests.iter().flat_map(|digest| digest.lines.iter().map(move |line| (digest, line))) {
                let key = (line.occurrence, digest.person, line.mark);
                prop_assert!(seen.insert(key, number).is_none(), "twice");
                let should = send_day(due(line.due), line.mark, &weekdays).unwrap();
                prop_assert!(days_late(should, today, &weekdays) <= usize::from(grace), "beyond grace");
            }
            for one in &out.missed {
                prop_assert!(missed.insert((one.line.occurrence, one.line.mark)), "missed twice");
            }
            if weekdays(today) {
                last = Some(today);
            }
        }
        for (occurrence, person, mark) in owed(&open, &policy, &weekdays) {
            let row = open.iter().find(|row| row.id == occurrence).unwrap();
            let later_said = policy.marks(row.kind).days(row.days, &weekdays).into_iter().any(|(_, other)| {
                other > mark && seen.get(&(occurrence, person, other)).is_some_and(|on| {
                    days_late(send_day(row.days, mark, &weekdays).unwrap(), nth(*on), &weekdays) <= usize::from(grace)
                })
            });
            let said = seen.contains_key(&(occurrence, person, mark));
            prop_assert!(said || missed.contains(&(occurrence, mark)) || later_said, "{mark} of {occurrence} was lost");
        }
    }
}
