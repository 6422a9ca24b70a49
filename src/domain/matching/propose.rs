//! From a cohort to a plan.

use super::Matching;
use super::assignment::{self, FORBIDDEN, Problem, Room};
use super::plan::{Plan, Proposal, Spare, Unmatched, WhyUnmatched};
use super::reason::HardStop;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many mentors an explanation names.
const NAMED: usize = 3;

impl Matching {
    /// The best plan for the whole cohort.
    pub fn plan(&self) -> Plan {
        let chosen = self.choose();
        let mut pairs = self.proposals(&chosen);
        pairs.sort_unstable_by_key(|pair| (pair.mentor, pair.mentee));
        let unmatched = (0..chosen.len()).filter(|mentee| chosen[*mentee].is_none());
        Plan {
            pairs,
            unmatched: unmatched.map(|mentee| self.unmatched(mentee)).collect(),
            spare: self.spare(&chosen),
            refused_pins: self.refused_pins.clone(),
        }
    }

    /// For each mentee the mentor: pins as they are, the others by the optimum.
    fn choose(&self) -> Vec<Option<usize>> {
        let mut chosen = self.pinned.clone();
        let free: Vec<usize> = (0..chosen.len()).filter(|mentee| chosen[*mentee].is_none()).collect();
        let rooms =
            (0..self.offers.len()).map(|mentor| Room { left: u32::from(self.room[mentor]), held: self.held(mentor) });
        let scores = free.iter().flat_map(|mentee| (0..self.offers.len()).map(|mentor| self.cell(mentor, *mentee)));
        let problem = Problem {
            rooms: rooms.collect(),
            mentees: free.len(),
            scores: scores.collect(),
            step: self.weights.other_mentee,
        };
        for (mentee, mentor) in free.into_iter().zip(assignment::assign(&problem)) {
            chosen[mentee] = mentor;
        }
        chosen
    }

    /// How many mentees a mentor has before the solver starts: earlier ones and pins.
    fn held(&self, mentor: usize) -> u32 {
        let pins = self.pinned.iter().filter(|pin| **pin == Some(mentor)).count();
        u32::from(self.cohort.mentors[mentor].busy_with) + u32::try_from(pins).unwrap_or(u32::MAX)
    }

    /// Room is the solver's business; every other hard stop is a forbidden cell.
    fn cell(&self, mentor: usize, mentee: usize) -> i32 {
        let allowed = self.cohort.mentors[mentor].consented
            && self.cohort.mentees[mentee].consented
            && !self.relations.between(mentor, mentee).forbids();
        if allowed { self.score(mentor, mentee) } else { FORBIDDEN }
    }

    /// Each further mentee of a mentor pays for the earlier ones: pins first, then the better fit, then the lower id.
    fn proposals(&self, chosen: &[Option<usize>]) -> Vec<Proposal> {
        let mut by_mentor: BTreeMap<usize, Vec<Proposal>> = BTreeMap::new();
        for (mentee, mentor) in chosen.iter().enumerate() {
            if let Some(mentor) = *mentor {
                let pinned = self.pinned[mentee] == Some(mentor);
                let proposal = Proposal::new(self.couple(mentor, mentee), self.factors(mentor, mentee), pinned);
                by_mentor.entry(mentor).or_default().push(proposal);
            }
        }
        for (mentor, group) in &mut by_mentor {
            group.sort_by_key(|pair| (Reverse(pair.pinned), Reverse(pair.score), pair.mentee));
            for (pair, earlier) in group.iter_mut().zip(0..) {
                let others = u32::from(self.cohort.mentors[*mentor].busy_with) + earlier;
                pair.share_mentor(others, self.weights.other_mentee);
            }
        }
        by_mentor.into_values().flatten().collect()
    }

    fn unmatched(&self, mentee: usize) -> Unmatched {
        let person = &self.cohort.mentees[mentee];
        let why = if !person.consented {
            WhyUnmatched::NotConsented
        } else if self.offers.is_empty() {
            WhyUnmatched::NoMentors
        } else {
            self.why_left_out(mentee)
        };
        Unmatched { mentee: person.person, why }
    }

    fn why_left_out(&self, mentee: usize) -> WhyUnmatched {
        let fitting = (0..self.offers.len()).filter(|mentor| self.stops_besides_room(*mentor, mentee).is_empty());
        let best = self.best(fitting, mentee, NAMED);
        if !best.is_empty() {
            return WhyUnmatched::NoRoom {
                best: best.into_iter().map(|mentor| self.cohort.mentors[mentor].person).collect(),
            };
        }
        let mut by: BTreeMap<HardStop, u32> = BTreeMap::new();
        for stop in (0..self.offers.len()).flat_map(|mentor| self.stops_besides_room(mentor, mentee)) {
            *by.entry(stop).or_default() += 1;
        }
        WhyUnmatched::RuledOut { by: by.into_iter().collect() }
    }

    /// Mentors with room after the plan. Those without consent cannot take anybody.
    fn spare(&self, chosen: &[Option<usize>]) -> Vec<Spare> {
        let mut room = self.room.clone();
        for (mentee, mentor) in chosen.iter().enumerate() {
            if let Some(mentor) = *mentor
                && self.pinned[mentee].is_none()
            {
                room[mentor] -= 1;
            }
        }
        let mentors = self.cohort.mentors.iter().zip(room);
        mentors
            .filter(|(mentor, room)| *room > 0 && mentor.consented)
            .map(|(mentor, room)| Spare { mentor: mentor.person, room })
            .collect()
    }
}
