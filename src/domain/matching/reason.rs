//! Why a couple fits, and why it may not be. Reasons are data: the text room puts them into words.

use super::cohort::{Code, Slot};
use serde::{Deserialize, Serialize};

coded_enum! {
    /// What speaks for a couple, or against it. To add one: a variant, its rule in `score`, its weight.
    pub enum FactorKind {
        /// The mentor helps with what the mentee named as the main difficulty.
        MainDifficulty = "main_difficulty",
        /// The mentor named what they help with, and the main difficulty is not there.
        MainDifficultyMissed = "main_difficulty_missed",
        /// The mentor helps with other difficulties of the mentee.
        Difficulties = "difficulties",
        Subject = "subject",
        Level = "level",
        /// The mentor offers a kind of mentoring that the mentee prefers.
        Kind = "kind",
        /// Free at the same time.
        Slots = "slots",
        /// Both named their free time, and none of it is common.
        NoCommonSlots = "no_common_slots",
        Format = "format",
        /// One of the two is content with any format.
        FlexibleFormat = "flexible_format",
        DifferentFormats = "different_formats",
        Experience = "experience",
        BeenMentor = "been_mentor",
        /// The mentor would like this mentee. For the curator's eyes only.
        MentorWish = "mentor_wish",
        /// The mentee would like this mentor. For the curator's eyes only.
        MenteeWish = "mentee_wish",
        Urgent = "urgent",
        /// The mentor has other mentees; only in a plan.
        OtherMentees = "other_mentees",
    }
}

coded_enum! {
    /// What forbids a couple. No score outweighs it and no pin breaks it.
    pub enum HardStop {
        /// One of the two is not in this year's banks (any more).
        NotInBank = "not_in_bank",
        SamePerson = "same_person",
        /// The mentor is the mentee's direct boss: help must not depend on the one who assesses.
        DirectBoss = "direct_boss",
        /// The mentor asked not to work with the mentee. For the curator's eyes only.
        MentorVeto = "mentor_veto",
        /// The mentee asked not to work with the mentor. For the curator's eyes only.
        MenteeVeto = "mentee_veto",
        MentorConsent = "mentor_consent",
        MenteeConsent = "mentee_consent",
        /// The curator ruled this couple out.
        Banned = "banned",
        /// The mentee is pinned to another mentor.
        PinnedElsewhere = "pinned_elsewhere",
        /// The mentor has no room: taken by earlier mentees and by pins.
        NoRoom = "no_room",
    }
}

/// What exactly a factor is about. `Debug` shows no answers (guarantee I6).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// The kind says it all.
    Plain,
    /// Codes of questionnaire options, in order.
    Codes(Vec<Code>),
    Slots(Vec<Slot>),
    /// How many people.
    Count(u32),
}

impl std::fmt::Debug for Detail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Plain => f.write_str("Plain"),
            Self::Codes(codes) => write!(f, "Codes(×{})", codes.len()),
            Self::Slots(slots) => write!(f, "Slots(×{})", slots.len()),
            Self::Count(count) => write!(f, "Count({count})"),
        }
    }
}

/// One reason with its points; the points of all factors are the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factor {
    pub kind: FactorKind,
    pub points: i32,
    pub detail: Detail,
}
