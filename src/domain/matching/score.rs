//! The rules that turn two people's answers into points. Summing and explaining walk the same rules.

use super::cohort::{Mentee, Mentor};
use super::profile::{Format, Offer, Request};
use super::reason::{Detail, Factor, FactorKind};
use super::relation::Relation;
use super::weights::Weights;

/// Calls `each` with every factor of a couple and its points, in the order of [`FactorKind`].
pub(super) fn judge(
    weights: &Weights,
    offer: &Offer,
    request: &Request,
    relation: Relation,
    mut each: impl FnMut(FactorKind, i32),
) {
    judge_help(weights, offer, request, &mut each);
    if offer.subjects.meets(&request.subjects) {
        each(FactorKind::Subject, weights.subject);
    }
    if offer.levels.meets(&request.levels) {
        each(FactorKind::Level, weights.level);
    }
    if offer.kinds.meets(&request.kinds) {
        each(FactorKind::Kind, weights.kind);
    }
    judge_time_and_place(weights, offer, request, &mut each);
    if let Some(points) = offer.experience {
        each(FactorKind::Experience, points);
    }
    if offer.been_mentor {
        each(FactorKind::BeenMentor, weights.been_mentor);
    }
    if relation.has(Relation::MENTOR_WISH) {
        each(FactorKind::MentorWish, weights.mentor_wish);
    }
    if relation.has(Relation::MENTEE_WISH) {
        each(FactorKind::MenteeWish, weights.mentee_wish);
    }
    if request.urgent {
        each(FactorKind::Urgent, weights.urgent);
    }
}

fn judge_help(weights: &Weights, offer: &Offer, request: &Request, each: &mut impl FnMut(FactorKind, i32)) {
    if offer.helps_with.meets(&request.main_difficulty) {
        each(FactorKind::MainDifficulty, weights.main_difficulty);
    } else if request.names_main && offer.names_help {
        each(FactorKind::MainDifficultyMissed, weights.main_difficulty_missed);
    }
    let others = offer.helps_with.shared(&request.other_difficulties);
    if others > 0 {
        each(FactorKind::Difficulties, times(weights.difficulty, others, weights.difficulties_at_most));
    }
}

fn judge_time_and_place(weights: &Weights, offer: &Offer, request: &Request, each: &mut impl FnMut(FactorKind, i32)) {
    let common = offer.slots.shared(&request.slots);
    if common > 0 {
        each(FactorKind::Slots, times(weights.slot, common, weights.slots_at_most));
    } else if offer.names_slots && request.names_slots {
        each(FactorKind::NoCommonSlots, weights.no_common_slots);
    }
    match (offer.format, request.format) {
        (Format::Unsaid, _) | (_, Format::Unsaid) => {}
        (Format::Flexible, _) | (_, Format::Flexible) => {
            each(FactorKind::FlexibleFormat, weights.flexible_format);
        }
        (mine, theirs) if mine == theirs => each(FactorKind::Format, weights.format),
        _ => each(FactorKind::DifferentFormats, weights.different_formats),
    }
}

fn times(points: i32, count: u32, at_most: u8) -> i32 {
    // At most 255 is counted, so the conversion keeps the value.
    points * i32::try_from(count.min(u32::from(at_most))).unwrap_or(i32::from(at_most))
}

/// The factors of a couple with what exactly they are about.
pub(super) fn factors(
    weights: &Weights,
    (mentor, offer): (&Mentor, &Offer),
    (mentee, request): (&Mentee, &Request),
    relation: Relation,
) -> Vec<Factor> {
    let mut factors = Vec::new();
    judge(weights, offer, request, relation, |kind, points| {
        let detail = detail(kind, mentor, mentee);
        factors.push(Factor { kind, points, detail });
    });
    factors
}

fn detail(kind: FactorKind, mentor: &Mentor, mentee: &Mentee) -> Detail {
    match kind {
        FactorKind::MainDifficulty | FactorKind::MainDifficultyMissed => {
            Detail::Codes(mentee.first_difficulty().into_iter().cloned().collect())
        }
        FactorKind::Difficulties => {
            let helped = mentee.other_difficulties().filter(|code| mentor.helps_with.contains(*code));
            Detail::Codes(helped.cloned().collect())
        }
        FactorKind::Subject => Detail::Codes(mentor.subjects.intersection(&mentee.subjects).cloned().collect()),
        FactorKind::Level => Detail::Codes(mentor.levels.intersection(&mentee.levels).cloned().collect()),
        FactorKind::Kind => Detail::Codes(mentor.kinds.intersection(&mentee.kinds).cloned().collect()),
        FactorKind::Slots => Detail::Slots(mentor.slots.intersection(&mentee.slots).cloned().collect()),
        FactorKind::Format | FactorKind::FlexibleFormat | FactorKind::DifferentFormats => {
            Detail::Codes(mentor.format.iter().chain(&mentee.format).cloned().collect())
        }
        FactorKind::Experience => Detail::Codes(mentor.experience.iter().cloned().collect()),
        FactorKind::NoCommonSlots
        | FactorKind::BeenMentor
        | FactorKind::MentorWish
        | FactorKind::MenteeWish
        | FactorKind::Urgent
        | FactorKind::OtherMentees => Detail::Plain,
    }
}
