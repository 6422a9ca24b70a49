//! What matching reads: the two banks and what the curator and the staff list say about them.
//!
//! Answers come as the codes of the questionnaire's options. Matching only compares them, so a new subject,
//! difficulty or lesson slot is a change of the questionnaire alone.

use crate::domain::ids::PersonId;
use std::collections::BTreeSet;

/// The code of an option in a questionnaire.
pub type Code = String;

/// A part of the week when a person is free: a cell of the lesson grid.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Slot {
    /// The row of the grid: a weekday.
    pub day: Code,
    /// The column of the grid: a part of the day or a shift.
    pub part: Code,
}

/// A mentor's answers, as far as they matter for matching. Unanswered is empty or `None` and never counts against.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mentor {
    pub person: PersonId,
    /// Agreed to the use of personal data and to be a mentor.
    pub consented: bool,
    /// How many mentees the mentor will have at most.
    pub capacity: u8,
    /// How many the mentor has already, outside this cohort.
    pub busy_with: u8,
    pub subjects: BTreeSet<Code>,
    pub levels: BTreeSet<Code>,
    /// Codes of the same list as [`Mentee::difficulties`].
    pub helps_with: BTreeSet<Code>,
    /// Kinds of mentoring that suit.
    pub kinds: BTreeSet<Code>,
    pub slots: BTreeSet<Slot>,
    pub format: Option<Code>,
    pub experience: Option<Code>,
    pub been_mentor: bool,
    /// Will not work with these people. Only the curator may see it.
    pub avoid: BTreeSet<PersonId>,
    /// Would like to work with these people. Only the curator may see it.
    pub wish: BTreeSet<PersonId>,
}

/// A mentee's request, as far as it matters for matching. Unanswered is empty or `None` and never counts against.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mentee {
    pub person: PersonId,
    /// Agreed to the use of personal data.
    pub consented: bool,
    pub subjects: BTreeSet<Code>,
    pub levels: BTreeSet<Code>,
    pub difficulties: BTreeSet<Code>,
    /// The difficulty to be helped with first. Whoever named one difficulty only need not say it again.
    pub main_difficulty: Option<Code>,
    /// Kinds of mentoring preferred; empty when any will do.
    pub kinds: BTreeSet<Code>,
    pub slots: BTreeSet<Slot>,
    pub format: Option<Code>,
    /// Asked for help soon: served first when there are not enough mentors.
    pub urgent: bool,
    /// Will not work with these people. Only the curator may see it.
    pub avoid: BTreeSet<PersonId>,
    /// Would like to work with these people. Only the curator may see it.
    pub wish: BTreeSet<PersonId>,
}

/// One mentor with one mentee: a pin or a ban of the curator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Couple {
    pub mentor: PersonId,
    pub mentee: PersonId,
}

/// Somebody and the person to whom they answer directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Boss {
    pub boss: PersonId,
    pub of: PersonId,
}

/// Everything that one run of matching reads. The order of the lists does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cohort {
    pub mentors: Vec<Mentor>,
    pub mentees: Vec<Mentee>,
    pub bosses: BTreeSet<Boss>,
    /// Couples that the curator fixed: kept whatever they score.
    pub pins: BTreeSet<Couple>,
    /// Couples that the curator ruled out.
    pub bans: BTreeSet<Couple>,
}

impl Cohort {
    /// Puts both banks in the order of ids, one entry for each person: what follows cannot depend on the order
    /// in which they were read.
    pub(super) fn in_order(mut self) -> Self {
        self.mentors.sort_unstable();
        self.mentors.dedup_by_key(|mentor| mentor.person);
        self.mentees.sort_unstable();
        self.mentees.dedup_by_key(|mentee| mentee.person);
        self
    }

    /// The place of a mentor in the ordered bank.
    pub(super) fn mentor_place(&self, person: PersonId) -> Option<usize> {
        self.mentors.binary_search_by_key(&person, |mentor| mentor.person).ok()
    }

    /// The place of a mentee in the ordered bank.
    pub(super) fn mentee_place(&self, person: PersonId) -> Option<usize> {
        self.mentees.binary_search_by_key(&person, |mentee| mentee.person).ok()
    }
}

impl Mentor {
    /// A mentor who answered nothing and gave no consent yet.
    pub fn new(person: PersonId, capacity: u8) -> Self {
        Self {
            person,
            consented: false,
            capacity,
            busy_with: 0,
            subjects: BTreeSet::new(),
            levels: BTreeSet::new(),
            helps_with: BTreeSet::new(),
            kinds: BTreeSet::new(),
            slots: BTreeSet::new(),
            format: None,
            experience: None,
            been_mentor: false,
            avoid: BTreeSet::new(),
            wish: BTreeSet::new(),
        }
    }
}

impl Mentee {
    /// A mentee who answered nothing and gave no consent yet.
    pub fn new(person: PersonId) -> Self {
        Self {
            person,
            consented: false,
            subjects: BTreeSet::new(),
            levels: BTreeSet::new(),
            difficulties: BTreeSet::new(),
            main_difficulty: None,
            kinds: BTreeSet::new(),
            slots: BTreeSet::new(),
            format: None,
            urgent: false,
            avoid: BTreeSet::new(),
            wish: BTreeSet::new(),
        }
    }

    /// The difficulty to be helped with first: the one that was said to be, or the only one.
    pub(super) fn first_difficulty(&self) -> Option<&Code> {
        let only = self.difficulties.first().filter(|_| self.difficulties.len() == 1);
        self.main_difficulty.as_ref().or(only)
    }

    /// The difficulties without the main one.
    pub(super) fn other_difficulties(&self) -> impl Iterator<Item = &Code> {
        self.difficulties.iter().filter(|code| Some(*code) != self.first_difficulty())
    }
}

/// Shows no answers (guarantee I6).
impl std::fmt::Debug for Mentor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mentor").field("person", &self.person).finish_non_exhaustive()
    }
}

/// Shows no answers (guarantee I6).
impl std::fmt::Debug for Mentee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mentee").field("person", &self.person).finish_non_exhaustive()
    }
}
