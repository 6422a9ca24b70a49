//! What two people are to each other besides their answers: boss, wish, veto, the curator's ban.

use super::cohort::Cohort;
use crate::domain::ids::PersonId;

/// A set of facts about one mentor and one mentee.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Relation(u8);

impl Relation {
    pub(super) const SAME: Self = Self(1);
    pub(super) const BOSS: Self = Self(1 << 1);
    pub(super) const MENTOR_VETO: Self = Self(1 << 2);
    pub(super) const MENTEE_VETO: Self = Self(1 << 3);
    pub(super) const BANNED: Self = Self(1 << 4);
    pub(super) const MENTOR_WISH: Self = Self(1 << 5);
    pub(super) const MENTEE_WISH: Self = Self(1 << 6);

    const STOPS: Self = Self(Self::SAME.0 | Self::BOSS.0 | Self::MENTOR_VETO.0 | Self::MENTEE_VETO.0 | Self::BANNED.0);

    pub(super) fn has(self, fact: Self) -> bool {
        self.0 & fact.0 != 0
    }

    /// Whether the facts include a hard stop.
    pub(super) fn forbids(self) -> bool {
        self.has(Self::STOPS)
    }
}

/// The facts about every couple of a cohort whose banks are sorted by person: the few that exist are spread over a
/// table once, so that scoring a couple reads one byte.
pub(super) struct Relations {
    mentors: usize,
    cells: Vec<Relation>,
}

impl Relations {
    pub(super) fn of(cohort: &Cohort) -> Self {
        let mentors = cohort.mentors.len();
        let mut relations = Self { mentors, cells: vec![Relation::default(); mentors * cohort.mentees.len()] };
        for mentor in &cohort.mentors {
            relations.mark(cohort, mentor.person, mentor.person, Relation::SAME);
            for avoided in &mentor.avoid {
                relations.mark(cohort, mentor.person, *avoided, Relation::MENTOR_VETO);
            }
            for wished in &mentor.wish {
                relations.mark(cohort, mentor.person, *wished, Relation::MENTOR_WISH);
            }
        }
        for mentee in &cohort.mentees {
            for avoided in &mentee.avoid {
                relations.mark(cohort, *avoided, mentee.person, Relation::MENTEE_VETO);
            }
            for wished in &mentee.wish {
                relations.mark(cohort, *wished, mentee.person, Relation::MENTEE_WISH);
            }
        }
        for boss in &cohort.bosses {
            relations.mark(cohort, boss.boss, boss.of, Relation::BOSS);
        }
        for ban in &cohort.bans {
            relations.mark(cohort, ban.mentor, ban.mentee, Relation::BANNED);
        }
        relations
    }

    /// The facts about the mentor and the mentee with these places in their banks.
    pub(super) fn between(&self, mentor: usize, mentee: usize) -> Relation {
        self.cells[mentee * self.mentors + mentor]
    }

    /// Facts about people outside the banks do not matter.
    fn mark(&mut self, cohort: &Cohort, mentor: PersonId, mentee: PersonId, fact: Relation) {
        if let (Some(mentor), Some(mentee)) = (cohort.mentor_place(mentor), cohort.mentee_place(mentee)) {
            self.cells[mentee * self.mentors + mentor].0 |= fact.0;
        }
    }
}
