//! Matching: which mentor for which mentee, for the whole cohort at once.
//!
//! Hard stops come first, then the greatest number of people matched, then the greatest sum of scores. The answer
//! is the optimum, the same for the same people in any order, and every score is explained factor by factor. The
//! curator decides: pins and bans go in, another run comes out.
//!
//! To add a factor: a variant of [`FactorKind`], its rule in `score.rs`, its weight in `presets/matching.toml`.
//! To add a hard stop: a variant of [`HardStop`] and its check in [`Matching::stops`]; when it depends on two
//! people, a fact in `relation.rs`.

pub mod assignment;
mod cohort;
mod plan;
mod profile;
mod propose;
mod reason;
mod relation;
mod score;
mod search;
#[cfg(test)]
mod tests;
mod weights;

pub use cohort::{Boss, Code, Cohort, Couple, Mentee, Mentor, Slot};
pub use plan::{Plan, Proposal, RefusedPin, Spare, Unmatched, WhyUnmatched};
pub use reason::{Detail, Factor, FactorKind, HardStop};
pub use weights::{Weights, WeightsError};

use crate::domain::ids::PersonId;
use profile::{Lexicon, Offer, Request};
use relation::{Relation, Relations};

/// A cohort made ready for questions. Making it compares everybody once; asking is cheap.
pub struct Matching {
    cohort: Cohort,
    weights: Weights,
    /// In the order of `cohort.mentors`.
    offers: Vec<Offer>,
    /// In the order of `cohort.mentees`.
    requests: Vec<Request>,
    relations: Relations,
    /// For each mentee the mentor by pin.
    pinned: Vec<Option<usize>>,
    /// For each mentor how many more mentees fit besides the pinned ones.
    room: Vec<u8>,
    refused_pins: Vec<RefusedPin>,
}

impl Matching {
    pub fn new(cohort: Cohort, weights: Weights) -> Self {
        let cohort = cohort.in_order();
        let lexicon = Lexicon::new(&cohort, &weights);
        let offers = cohort.mentors.iter().map(|mentor| lexicon.offer(mentor)).collect();
        let requests = cohort.mentees.iter().map(|mentee| lexicon.request(mentee)).collect();
        let relations = Relations::of(&cohort);
        let pinned = vec![None; cohort.mentees.len()];
        let room = cohort.mentors.iter().map(|mentor| mentor.capacity.saturating_sub(mentor.busy_with)).collect();
        let mut matching =
            Self { cohort, weights, offers, requests, relations, pinned, room, refused_pins: Vec::new() };
        matching.place_pins();
        matching
    }

    /// The factors of one couple, or everything that forbids it. A pin of this mentee does not count, so that the
    /// curator can look at a change before making it; the room that other pins take does.
    pub fn explain(&self, mentor: PersonId, mentee: PersonId) -> Result<Vec<Factor>, Vec<HardStop>> {
        let (Some(mentor), Some(mentee)) = (self.cohort.mentor_place(mentor), self.cohort.mentee_place(mentee)) else {
            return Err(vec![HardStop::NotInBank]);
        };
        let stops = self.stops(mentor, mentee);
        if stops.is_empty() { Ok(self.factors(mentor, mentee)) } else { Err(stops) }
    }

    /// The mentors who may take a mentee, the best first, at most `most` of them. Only pins count as taken room.
    pub fn alternatives(&self, mentee: PersonId, most: usize) -> Vec<Proposal> {
        let Some(mentee) = self.cohort.mentee_place(mentee) else {
            return Vec::new();
        };
        let allowed = (0..self.offers.len()).filter(|mentor| self.stops(*mentor, mentee).is_empty());
        self.best(allowed, mentee, most)
            .into_iter()
            .map(|mentor| {
                let pinned = self.pinned[mentee] == Some(mentor);
                Proposal::new(self.couple(mentor, mentee), self.factors(mentor, mentee), pinned)
            })
            .collect()
    }

    /// The best of some mentors for a mentee: the highest score first, then the lowest id.
    fn best(&self, mentors: impl Iterator<Item = usize>, mentee: usize, most: usize) -> Vec<usize> {
        let mut ranked: Vec<_> = mentors.map(|mentor| (-self.score(mentor, mentee), mentor)).collect();
        ranked.sort_unstable();
        ranked.into_iter().take(most).map(|(_, mentor)| mentor).collect()
    }

    /// Keeps the pins that break no hard stop, in the order of ids, and remembers why the others were refused.
    fn place_pins(&mut self) {
        for couple in std::mem::take(&mut self.cohort.pins) {
            let places = (self.cohort.mentor_place(couple.mentor), self.cohort.mentee_place(couple.mentee));
            let (Some(mentor), Some(mentee)) = places else {
                self.refused_pins.push(RefusedPin { couple, stops: vec![HardStop::NotInBank] });
                continue;
            };
            let mut stops = self.stops(mentor, mentee);
            if self.pinned[mentee].is_some() {
                stops.push(HardStop::PinnedElsewhere);
            }
            if stops.is_empty() {
                self.pinned[mentee] = Some(mentor);
                self.room[mentor] -= 1;
            } else {
                self.refused_pins.push(RefusedPin { couple, stops });
            }
        }
    }

    /// Everything that forbids a couple, in the order of [`HardStop`].
    fn stops(&self, mentor: usize, mentee: usize) -> Vec<HardStop> {
        let mut stops = self.stops_besides_room(mentor, mentee);
        if self.room[mentor] == 0 && self.pinned[mentee] != Some(mentor) {
            stops.push(HardStop::NoRoom);
        }
        stops
    }

    fn stops_besides_room(&self, mentor: usize, mentee: usize) -> Vec<HardStop> {
        let relation = self.relations.between(mentor, mentee);
        [
            (relation.has(Relation::SAME), HardStop::SamePerson),
            (relation.has(Relation::BOSS), HardStop::DirectBoss),
            (relation.has(Relation::MENTOR_VETO), HardStop::MentorVeto),
            (relation.has(Relation::MENTEE_VETO), HardStop::MenteeVeto),
            (!self.cohort.mentors[mentor].consented, HardStop::MentorConsent),
            (!self.cohort.mentees[mentee].consented, HardStop::MenteeConsent),
            (relation.has(Relation::BANNED), HardStop::Banned),
        ]
        .into_iter()
        .filter_map(|(forbids, stop)| forbids.then_some(stop))
        .collect()
    }

    fn score(&self, mentor: usize, mentee: usize) -> i32 {
        let mut sum = 0;
        let relation = self.relations.between(mentor, mentee);
        score::judge(&self.weights, &self.offers[mentor], &self.requests[mentee], relation, |_, points| sum += points);
        sum
    }

    fn factors(&self, mentor: usize, mentee: usize) -> Vec<Factor> {
        let giver = (&self.cohort.mentors[mentor], &self.offers[mentor]);
        let asker = (&self.cohort.mentees[mentee], &self.requests[mentee]);
        score::factors(&self.weights, giver, asker, self.relations.between(mentor, mentee))
    }

    fn couple(&self, mentor: usize, mentee: usize) -> Couple {
        Couple { mentor: self.cohort.mentors[mentor].person, mentee: self.cohort.mentees[mentee].person }
    }
}
