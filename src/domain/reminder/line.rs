//! Lines of the one message a day: what a person is told without having asked.

use crate::domain::ids::PersonId;
use crate::domain::people::{Person, Role};
use chrono::NaiveDate;

coded_enum! {
    /// What a line speaks of. The subject of the first six is an occurrence or a row, then a pair, then a person.
    pub enum LineKind {
        /// To who does it: a mark of an occurrence.
        Reminder = "reminder",
        /// To who does it: a row without a day of its own; the subject is the row.
        Standing = "standing",
        /// To the curator: somebody who should hear of it has no chat with the bot.
        Unconnected = "unconnected",
        /// To the curator: late, and those who do it were reminded.
        LateForCurator = "late_for_curator",
        /// To the director: late, and the curator knows.
        LateForDirector = "late_for_director",
        /// To the curator: a reminder came too late to be sent.
        Missed = "missed",
        /// To the curator: both agree.
        PairAgreed = "pair_agreed",
        /// To the curator: one side said no.
        PairDeclined = "pair_declined",
        /// To the curator: no answer.
        PairSilent = "pair_silent",
        /// To one side, the mark: the question still waits for an answer.
        PairNudged = "pair_nudged",
        /// To one side, the mark: nothing comes of the pair, or it has ended.
        PairOver = "pair_over",
        /// To the curator: somebody, the subject, took a consent back; the mark is its kind.
        ConsentWithdrawn = "consent_withdrawn",
        /// To whoever closed an occurrence: the curator has opened it again.
        RowReopened = "row_reopened",
        /// To whoever does a row from now on; the subject is the handover.
        RowGiven = "row_given",
        /// To whoever did a row until the curator gave it to somebody else; the subject is the handover.
        RowTaken = "row_taken",
        /// To a curator, the subject: what waits for their word; the mark is the day.
        Desk = "desk",
        /// To a municipal centre, the mark: an organisation, the subject, has joined.
        MemberJoined = "member_joined",
        /// The same: it has left.
        MemberLeft = "member_left",
        /// To an organisation, the subject: the centre, the mark, has taken it out of its list.
        MemberRemoved = "member_removed",
        /// To the curator: it is time to think of the next school year, the subject; the mark is the asking day.
        NewYear = "new_year",
    }
}

coded_enum! {
    /// How a line ended.
    pub enum LineEnd {
        Told = "told",
        /// Done or decided before it could be said.
        Settled = "settled",
        /// Too late to be said.
        Missed = "missed",
        /// The person cannot be written to.
        Unreachable = "unreachable",
    }
}

impl LineKind {
    /// What is told of others' rows that are late.
    pub const LATE: [Self; 2] = [Self::LateForCurator, Self::LateForDirector];

    /// Those of them that somebody's roles let them hear.
    pub fn late_for(person: &Person) -> Vec<Self> {
        let curators = person.has(Role::Curator).then_some(Self::LateForCurator);
        let directors = person.has(Role::Director).then_some(Self::LateForDirector);
        curators.into_iter().chain(directors).collect()
    }

    /// Whether the subject is an occurrence.
    pub fn is_of_occurrence(self) -> bool {
        matches!(self, Self::Reminder | Self::Unconnected | Self::LateForCurator | Self::LateForDirector | Self::Missed)
    }

    /// Whether it names those who do a row to somebody else.
    pub fn names_others(self) -> bool {
        matches!(self, Self::Unconnected | Self::LateForCurator | Self::LateForDirector)
    }
}

/// One thing that one person is to be told.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DigestLine {
    pub person: PersonId,
    pub kind: LineKind,
    /// The occurrence, the row, the pair or the person that it speaks of.
    pub subject: i64,
    /// Which word about it: a mark's code, a side, a kind of consent.
    pub mark: String,
    /// Civil day from which it may be said.
    pub owed_on: NaiveDate,
}
