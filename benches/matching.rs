//! How long matching takes: the solver alone and the whole way from answers to an explained plan.
//!
//! `cargo bench --bench matching`. The exact solver of the tests stands beside it for comparison.

use divan::{Bencher, black_box};
use nastavnik::domain::ids::PersonId;
use nastavnik::domain::matching::assignment::{Problem, Room, assign};
use nastavnik::domain::matching::{Cohort, Matching, Mentee, Mentor, Slot, Weights};
use pathfinding::prelude::{Matrix, kuhn_munkres};
use std::collections::BTreeSet;

fn main() {
    divan::main();
}

/// A small repeatable source of variety; how random it is does not matter here.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) % sides
    }

    fn codes(&mut self, of: u64, count: u64) -> BTreeSet<String> {
        (0..count).map(|_| self.roll(of).to_string()).collect()
    }
}

/// A dense problem with room for exactly everybody: `capacity` places at each mentor.
fn problem(people: usize, capacity: u32) -> Problem {
    let mut dice = Dice(88_172_645_463_325_252);
    let mentors = people / capacity as usize;
    let scores = (0..people * mentors).map(|_| i32::try_from(dice.roll(1000)).unwrap_or(0));
    let room = Room { left: capacity, held: 0 };
    Problem { rooms: vec![room; mentors], mentees: people, scores: scores.collect(), step: 6 }
}

/// A school district: 15 difficulties, 25 subjects, 30 parts of the week, five levels.
fn cohort(people: i64) -> Cohort {
    let mut dice = Dice(2_463_534_242);
    let slots = |dice: &mut Dice| -> BTreeSet<Slot> {
        let slot = |dice: &mut Dice| Slot { day: dice.roll(5).to_string(), part: dice.roll(6).to_string() };
        (0..6).map(|_| slot(dice)).collect()
    };
    let mentors = (0..people).map(|id| Mentor {
        consented: true,
        subjects: dice.codes(25, 2),
        levels: dice.codes(5, 2),
        helps_with: dice.codes(15, 5),
        kinds: dice.codes(7, 3),
        slots: slots(&mut dice),
        format: Some(dice.roll(3).to_string()),
        ..Mentor::new(PersonId(id), 1)
    });
    let mentors = mentors.collect();
    let mentees = (people..2 * people).map(|id| Mentee {
        consented: true,
        subjects: dice.codes(25, 1),
        levels: dice.codes(5, 1),
        difficulties: dice.codes(15, 4),
        main_difficulty: Some(dice.roll(15).to_string()),
        kinds: dice.codes(7, 2),
        slots: slots(&mut dice),
        format: Some(dice.roll(3).to_string()),
        ..Mentee::new(PersonId(id))
    });
    let mentees = mentees.collect();
    Cohort { mentors, mentees, ..Cohort::default() }
}

#[divan::bench(args = [(300, 1), (300, 3), (1000, 1), (1000, 2)])]
fn solver(bencher: Bencher, (people, capacity): (usize, u32)) {
    let problem = problem(people, capacity);
    bencher.bench_local(|| assign(black_box(&problem)));
}

#[divan::bench(args = [300], sample_count = 20)]
fn exact_solver_of_the_tests(bencher: Bencher, people: usize) {
    let problem = problem(people, 1);
    let table = Matrix::from_fn(people, people, |(mentee, mentor)| i64::from(problem.scores[mentee * people + mentor]));
    bencher.bench_local(|| kuhn_munkres(black_box(&table)));
}

/// Reading answers, hard stops, scores, the optimum, reasons.
#[divan::bench(args = [24, 300, 1000], sample_count = 20)]
fn plan(bencher: Bencher, people: i64) {
    let Ok(weights) = Weights::preset() else {
        return;
    };
    let cohort = cohort(people);
    bencher
        .with_inputs(|| (cohort.clone(), weights.clone()))
        .bench_local_values(|(cohort, weights)| Matching::new(cohort, weights).plan());
}
