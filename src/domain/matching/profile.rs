//! Answers as bits: a cohort of 300 × 300 has 90,000 couples, so comparing two people must not touch a string.

use super::cohort::{Code, Cohort, Mentee, Mentor, Slot};
use super::weights::Weights;
use std::collections::BTreeSet;

/// What a mentor offers.
pub(super) struct Offer {
    pub(super) subjects: Mask,
    pub(super) levels: Mask,
    pub(super) helps_with: Mask,
    pub(super) names_help: bool,
    pub(super) kinds: Mask,
    pub(super) slots: Mask,
    pub(super) names_slots: bool,
    pub(super) format: Format,
    /// Points for the years of teaching, when said and listed.
    pub(super) experience: Option<i32>,
    pub(super) been_mentor: bool,
}

/// What a mentee asks for.
pub(super) struct Request {
    pub(super) subjects: Mask,
    pub(super) levels: Mask,
    pub(super) main_difficulty: Mask,
    pub(super) names_main: bool,
    pub(super) other_difficulties: Mask,
    pub(super) kinds: Mask,
    pub(super) slots: Mask,
    pub(super) names_slots: bool,
    pub(super) format: Format,
    pub(super) urgent: bool,
}

/// In person, at a distance, or either.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Unsaid,
    Flexible,
    /// The place of the format in a list.
    Only(usize),
}

/// A set of options, one bit each. A question seldom has more than 64, so those sit where no pointer leads away.
pub(super) struct Mask {
    first: u64,
    rest: Box<[u64]>,
}

impl Mask {
    /// Whether both sets have an option.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.common(other).any(|word| word != 0)
    }

    /// How many options both sets have.
    pub(super) fn shared(&self, other: &Self) -> u32 {
        self.common(other).map(u64::count_ones).sum()
    }

    fn common(&self, other: &Self) -> impl Iterator<Item = u64> {
        let rest = self.rest.iter().zip(&other.rest);
        std::iter::once(self.first & other.first).chain(rest.map(|(mine, theirs)| mine & theirs))
    }
}

/// The options that some mentor chose in one question; the place is the bit. What no mentor offers cannot be
/// shared, so it needs no bit.
struct Options<'a, T>(Vec<&'a T>);

impl<'a, T: Ord> Options<'a, T> {
    fn of(chosen: impl Iterator<Item = &'a T>) -> Self {
        Self(chosen.collect::<BTreeSet<_>>().into_iter().collect())
    }

    fn mask<'b>(&self, chosen: impl IntoIterator<Item = &'b T>) -> Mask
    where
        T: 'b,
    {
        let mut mask = Mask { first: 0, rest: vec![0; self.0.len() / 64].into_boxed_slice() };
        for bit in chosen.into_iter().filter_map(|option| self.0.binary_search(&option).ok()) {
            match bit / 64 {
                0 => mask.first |= 1 << bit,
                word => mask.rest[word - 1] |= 1 << (bit % 64),
            }
        }
        mask
    }
}

/// The questions of both questionnaires that are compared.
pub(super) struct Lexicon<'a> {
    weights: &'a Weights,
    subjects: Options<'a, Code>,
    levels: Options<'a, Code>,
    difficulties: Options<'a, Code>,
    kinds: Options<'a, Code>,
    slots: Options<'a, Slot>,
    formats: Options<'a, Code>,
}

impl<'a> Lexicon<'a> {
    pub(super) fn new(cohort: &'a Cohort, weights: &'a Weights) -> Self {
        let mentors = || cohort.mentors.iter();
        let mentees = || cohort.mentees.iter();
        Self {
            weights,
            subjects: Options::of(mentors().flat_map(|mentor| &mentor.subjects)),
            levels: Options::of(mentors().flat_map(|mentor| &mentor.levels)),
            difficulties: Options::of(mentors().flat_map(|mentor| &mentor.helps_with)),
            kinds: Options::of(mentors().flat_map(|mentor| &mentor.kinds)),
            slots: Options::of(mentors().flat_map(|mentor| &mentor.slots)),
            formats: Options::of(
                mentors().flat_map(|mentor| &mentor.format).chain(mentees().flat_map(|mentee| &mentee.format)),
            ),
        }
    }

    pub(super) fn offer(&self, mentor: &Mentor) -> Offer {
        Offer {
            subjects: self.subjects.mask(&mentor.subjects),
            levels: self.levels.mask(&mentor.levels),
            helps_with: self.difficulties.mask(&mentor.helps_with),
            names_help: !mentor.helps_with.is_empty(),
            kinds: self.kinds.mask(&mentor.kinds),
            slots: self.slots.mask(&mentor.slots),
            names_slots: !mentor.slots.is_empty(),
            format: self.format(mentor.format.as_ref()),
            experience: mentor.experience.as_ref().and_then(|code| self.weights.experience.get(code).copied()),
            been_mentor: mentor.been_mentor,
        }
    }

    pub(super) fn request(&self, mentee: &Mentee) -> Request {
        let main = mentee.first_difficulty();
        Request {
            subjects: self.subjects.mask(&mentee.subjects),
            levels: self.levels.mask(&mentee.levels),
            main_difficulty: self.difficulties.mask(main),
            names_main: main.is_some(),
            other_difficulties: self.difficulties.mask(mentee.other_difficulties()),
            kinds: self.kinds.mask(&mentee.kinds),
            slots: self.slots.mask(&mentee.slots),
            names_slots: !mentee.slots.is_empty(),
            format: self.format(mentee.format.as_ref()),
            urgent: mentee.urgent,
        }
    }

    fn format(&self, code: Option<&Code>) -> Format {
        match code {
            None => Format::Unsaid,
            Some(code) if self.weights.flexible_formats.contains(code) => Format::Flexible,
            Some(code) => self.formats.0.binary_search(&code).map_or(Format::Unsaid, Format::Only),
        }
    }
}
