//! Random cohorts against an exact solver that knows neither capacities nor empty places.

use super::*;
use crate::domain::matching::assignment::{FORBIDDEN, Problem, Room, assign};
use pathfinding::prelude::{Matrix, kuhn_munkres};
use proptest::prelude::*;

/// The most mentees that can be matched and the best sum for that many, by brute expansion: one column for each
/// place at a mentor, one for each mentee who may stay alone.
fn exact(mentees: usize, places: &[(usize, i64)], score: impl Fn(usize, usize) -> Option<i64>) -> (usize, i64) {
    const MATCHED: i64 = 1 << 32;
    if mentees == 0 {
        return (0, 0);
    }
    let worth = |(mentee, column): (usize, usize)| match places.get(column) {
        None => 0,
        Some((mentor, price)) => {
            score(mentor.to_owned(), mentee).map_or(-MATCHED * 1000, |score| MATCHED + score - price)
        }
    };
    let table = Matrix::from_fn(mentees, places.len() + mentees, worth);
    let (_, columns) = kuhn_munkres(&table);
    let values: Vec<i64> = columns.iter().enumerate().map(|(mentee, column)| table[(mentee, *column)]).collect();
    let matched = values.iter().filter(|value| **value != 0).count();
    (matched, values.iter().sum::<i64>() - MATCHED * i64::try_from(matched).unwrap())
}

fn problem() -> impl Strategy<Value = Problem> {
    let room = (0_u32..4, 0_u32..3).prop_map(|(left, held)| Room { left, held });
    (proptest::collection::vec(room, 0..25), 0_usize..25, 0_u32..12).prop_flat_map(|(rooms, mentees, step)| {
        let score = prop_oneof![1 => Just(FORBIDDEN), 3 => -40_i32..60, 1 => Just(7)];
        proptest::collection::vec(score, rooms.len() * mentees).prop_map(move |scores| Problem {
            rooms: rooms.clone(),
            mentees,
            scores,
            step,
        })
    })
}

fn some_codes() -> impl Strategy<Value = BTreeSet<Code>> {
    proptest::collection::btree_set("[abcd]", 0..4)
}

/// People with few different answers and ids that overlap, so that ties, vetoes and double roles are common.
fn people() -> impl Strategy<Value = BTreeSet<PersonId>> {
    proptest::collection::btree_set((0_i64..14).prop_map(PersonId), 0..3)
}

fn some_mentor() -> impl Strategy<Value = Mentor> {
    let limits = (0_i64..10, 0_u8..4, 0_u8..2, prop::bool::weighted(0.9));
    (limits, some_codes(), some_codes(), people(), people(), any::<bool>()).prop_map(
        |((id, capacity, busy_with, consented), helps_with, subjects, avoid, wish, been_mentor)| Mentor {
            consented,
            busy_with,
            subjects,
            helps_with,
            been_mentor,
            avoid,
            wish,
            ..mentor(id, capacity)
        },
    )
}

fn some_mentee() -> impl Strategy<Value = Mentee> {
    let flags = (4_i64..14, prop::bool::weighted(0.9), any::<bool>());
    (flags, some_codes(), some_codes(), people(), people()).prop_map(
        |((id, consented, urgent), difficulties, subjects, avoid, wish)| Mentee {
            consented,
            urgent,
            main_difficulty: difficulties.first().cloned(),
            difficulties,
            subjects,
            avoid,
            wish,
            ..mentee(id)
        },
    )
}

fn couples() -> impl Strategy<Value = BTreeSet<Couple>> {
    let one = (0_i64..10, 4_i64..14).prop_map(|(mentor, mentee)| couple(mentor, mentee));
    proptest::collection::btree_set(one, 0..5)
}

/// One entry for each person: what a bank is.
fn cohort() -> impl Strategy<Value = Cohort> {
    let mentors = proptest::collection::vec(some_mentor(), 0..9);
    let mentees = proptest::collection::vec(some_mentee(), 0..9);
    (mentors, mentees, couples(), couples(), couples()).prop_map(|(mentors, mentees, bosses, pins, bans)| {
        let bosses = bosses.iter().map(|pair| Boss { boss: pair.mentor, of: pair.mentee }).collect();
        Cohort { mentors, mentees, bosses, pins, bans }.in_order()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_assignment_is_as_good_as_the_exact_one(problem in problem()) {
        let mentors = problem.rooms.len();
        let score = |mentor: usize, mentee: usize| {
            let score = problem.scores[mentee * mentors + mentor];
            (score != FORBIDDEN).then_some(i64::from(score))
        };
        let places: Vec<(usize, i64)> = problem.rooms.iter().enumerate().flat_map(|(mentor, room)| {
            (room.held..room.held + room.left).map(move |held| (mentor, i64::from(held)))
        }).map(|(mentor, held)| (mentor, held * i64::from(problem.step))).collect();

        let chosen = assign(&problem);

        let mut held: Vec<u32> = problem.rooms.iter().map(|room| room.held).collect();
        let mut sum = 0;
        for (mentee, mentor) in chosen.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?))) {
            prop_assert!(score(mentor, mentee).is_some(), "a forbidden couple was chosen");
            sum += score(mentor, mentee).unwrap() - i64::from(held[mentor]) * i64::from(problem.step);
            held[mentor] += 1;
            prop_assert!(held[mentor] <= problem.rooms[mentor].held + problem.rooms[mentor].left);
        }
        let matched = chosen.iter().flatten().count();
        prop_assert_eq!((matched, sum), exact(problem.mentees, &places, score));
    }

    #[test]
    fn a_plan_is_as_good_as_the_exact_one(cohort in cohort()) {
        let matching = matching(&cohort);
        let plan = matching.plan();
        let pinned: Vec<&Proposal> = plan.pairs.iter().filter(|pair| pair.pinned).collect();
        let step = i64::from(matching.weights.other_mentee);
        let places: Vec<(usize, i64)> = cohort.mentors.iter().enumerate().flat_map(|(place, mentor)| {
            let pins = pinned.iter().filter(|pair| pair.mentor == mentor.person).count();
            (usize::from(mentor.busy_with) + pins..usize::from(mentor.capacity)).map(move |held| (place, held))
        }).map(|(place, held)| (place, i64::try_from(held).unwrap() * step)).collect();
        let free: Vec<PersonId> = cohort.mentees.iter().map(|mentee| mentee.person)
            .filter(|mentee| pinned.iter().all(|pair| pair.mentee != *mentee)).collect();
        let score = |mentor: usize, mentee: usize| {
            let factors = matching.explain(cohort.mentors[mentor].person, free[mentee]).ok()?;
            Some(factors.iter().map(|factor| i64::from(factor.points)).sum::<i64>())
        };
        let (matched, sum) = exact(free.len(), &places, score);
        let pinned_sum: i64 = pinned.iter().map(|pair| i64::from(pair.score)).sum();
        prop_assert_eq!((plan.pairs.len(), plan.total()), (matched + pinned.len(), sum + pinned_sum));
    }

    #[test]
    fn a_plan_breaks_no_hard_stop_and_keeps_pins(cohort in cohort()) {
        let matching = matching(&cohort);
        let plan = matching.plan();
        let made: BTreeSet<Couple> =
            plan.pairs.iter().map(|pair| Couple { mentor: pair.mentor, mentee: pair.mentee }).collect();
        for mentor in &cohort.mentors {
            let taken = plan.pairs.iter().filter(|pair| pair.mentor == mentor.person).count();
            prop_assert!(taken <= usize::from(mentor.capacity.saturating_sub(mentor.busy_with)));
            for met in plan.pairs.iter().filter(|pair| pair.mentor == mentor.person).map(|pair| pair.mentee) {
                let mentee = cohort.mentees.iter().find(|mentee| mentee.person == met).unwrap();
                prop_assert!(mentor.consented && mentee.consented && mentor.person != met);
                prop_assert!(!mentor.avoid.contains(&met) && !mentee.avoid.contains(&mentor.person));
                prop_assert!(!cohort.bosses.contains(&Boss { boss: mentor.person, of: met }), "boss");
                prop_assert!(!cohort.bans.contains(&Couple { mentor: mentor.person, mentee: met }), "ban");
            }
        }
        for pin in &cohort.pins {
            let refused = plan.refused_pins.iter().any(|refused| refused.couple == *pin && !refused.stops.is_empty());
            prop_assert!(refused != plan.pairs.iter().any(|pair| pair.pinned && (pair.mentor, pair.mentee) == (pin.mentor, pin.mentee)));
        }
        let mut everybody: Vec<PersonId> = made.iter().map(|pair| pair.mentee).collect();
        everybody.extend(plan.unmatched.iter().map(|left| left.mentee));
        everybody.sort_unstable();
        prop_assert_eq!(everybody, cohort.mentees.iter().map(|mentee| mentee.person).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_of_the_banks_does_not_matter(cohort in cohort(), turn in 0_usize..9) {
        let mut turned = cohort.clone();
        turned.mentors.reverse();
        turned.mentees.reverse();
        turned.mentors.rotate_left(turn.min(cohort.mentors.len()));
        turned.mentees.rotate_right(turn.min(cohort.mentees.len()));
        prop_assert_eq!(matching(&turned).plan(), matching(&cohort).plan());
    }
}
