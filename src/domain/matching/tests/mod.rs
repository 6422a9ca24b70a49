mod factors;
mod optimum;
mod plans;
mod stops;

use super::*;
use std::collections::BTreeSet;

fn codes<const N: usize>(codes: [&str; N]) -> BTreeSet<Code> {
    codes.into_iter().map(str::to_owned).collect()
}

fn slot(day: &str, part: &str) -> Slot {
    Slot { day: day.to_owned(), part: part.to_owned() }
}

fn mentor(id: i64, capacity: u8) -> Mentor {
    Mentor { consented: true, ..Mentor::new(PersonId(id), capacity) }
}

fn mentee(id: i64) -> Mentee {
    Mentee { consented: true, ..Mentee::new(PersonId(id)) }
}

fn couple(mentor: i64, mentee: i64) -> Couple {
    Couple { mentor: PersonId(mentor), mentee: PersonId(mentee) }
}

fn matching(cohort: &Cohort) -> Matching {
    Matching::new(cohort.clone(), Weights::preset().unwrap())
}
