//! Something owed to somebody: a reminder, a request for an answer, an announcement.

use crate::domain::consent::ConsentKind;
use crate::domain::ids::{HandoverId, OccurrenceId, OrganisationId, OutboxId, PairId, PersonId, PostId};
use crate::domain::pair::Side;
use crate::domain::reminder::{DigestLine, LineKind};
use crate::domain::roadmap::standing::TableFormat;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who goes first when the messenger's limits are short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Somebody waits for it.
    Answer = 0,
    /// Owed to one person.
    Notice = 1,
    /// For many people or for the channel.
    Broadcast = 2,
}

impl Lane {
    /// All of them, the first to go first.
    pub const ALL: [Self; 3] = [Self::Answer, Self::Notice, Self::Broadcast];
}

coded_enum! {
    /// What may be done when it is not known whether a message was sent (there is no idempotency key).
    pub enum Class {
        /// Sending again changes nothing: an edit.
        Idempotent = "idempotent",
        /// Sending again is a nuisance at most: a reminder.
        Repeatable = "repeatable",
        /// Sending again is a fault in public: a channel post. A person decides.
        NeverRepeat = "never_repeat",
    }
}

/// When a notice may reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// At once, at night too.
    AnyHour,
    /// At once by day; in quiet hours it waits for the recipient's next morning.
    ByDay,
    /// With the recipient's one message a day: see [`Notice::unasked`].
    Morning,
}

/// What is owed. Only identifiers: the words are made from the facts when it leaves, so a notice about
/// something that was settled meanwhile becomes obsolete instead of wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// All that one person is told on one day without having asked: see [`Notice::unasked`].
    Digest { person: PersonId, on: NaiveDate },
    /// Would you be a pair?
    PairAsked { pair: PairId, side: Side },
    /// The same, once more.
    PairNudged { pair: PairId, side: Side },
    /// To the curator: both agree, the order is next.
    PairAgreed { pair: PairId },
    /// To the curator: one side said no.
    PairDeclined { pair: PairId },
    /// To the curator: no answer.
    PairSilent { pair: PairId },
    /// To one side: nothing comes of the pair, or it has ended.
    PairOver { pair: PairId, side: Side },
    /// To each side: the pair is official.
    PairOfficial { pair: PairId, side: Side },
    /// To the channel: the pairs of one order are official.
    PairsAnnounced { pairs: Vec<PairId> },
    /// To the channel: a piece of news.
    PostPublished { post: PostId },
    /// To the author: the news is out.
    PostOut { post: PostId },
    /// To the curator: it is not known whether a public message went out, or it did not.
    PublicTrouble { outbox: OutboxId },
    /// To the curator: somebody took a consent back.
    ConsentWithdrawn { person: PersonId, kind: ConsentKind },
    /// To the curator: a mentee needs help now.
    UrgentRequest { person: PersonId },
    /// To a person: what is kept about them, as a document.
    PersonalData { person: PersonId },
    /// A bank as a table; `before` is how many school years ago.
    BankTable {
        organisation: OrganisationId,
        questionnaire: String,
        #[serde(default)]
        before: u8,
    },
    /// The invitation as a picture for the staff room.
    InvitationCard { organisation: OrganisationId, link: String },
    /// An example of a staff list, to be filled in.
    StaffSample { organisation: OrganisationId },
    /// The road map's state as a picture.
    RoadMapPicture { organisation: OrganisationId },
    /// The road map with what became of it, as a file for whoever checks.
    FinishedTable { organisation: OrganisationId, format: TableFormat },
    /// The road map as a table to correct; `table` names what it says (see `store::road_map_tables`).
    RoadMapTable { table: i64 },
    /// To a municipal centre: an organisation lets it see its numbers.
    MemberJoined { organisation: OrganisationId, centre: OrganisationId },
    /// To a municipal centre: an organisation does so no more.
    MemberLeft { organisation: OrganisationId, centre: OrganisationId },
    /// To an organisation's curators: the centre has taken it out of its list.
    MemberRemoved { organisation: OrganisationId, centre: OrganisationId },
    /// A centre's link, to be forwarded to one organisation's curator.
    MemberInvitation { organisation: OrganisationId, link: String },
    /// The organisations of a centre in numbers, as a workbook.
    RollUpTable { organisation: OrganisationId },
    /// A file given as evidence, shown back.
    EvidenceFile { file: String },
    /// To whoever closed a row: the curator has opened it again.
    RowReopened { occurrence: OccurrenceId },
    /// To whoever does a row from now on.
    RowGiven { handover: HandoverId },
    /// To whoever said that a row is not theirs: what became of it.
    RowSettled { handover: HandoverId },
    /// To whoever did a row until the curator gave it to somebody else.
    RowTaken { handover: HandoverId },
    /// To a curator: what waits for their word, once a day.
    Desk { person: PersonId, on: NaiveDate },
    /// Something went wrong on our side.
    Apology { incident: String },
    /// Too many messages at once.
    SlowDown,
}

impl Notice {
    /// What nobody has asked for and nobody waits for: it becomes a line of the person's one message a day. Gives
    /// the line's kind, its subject and a word that tells apart what the kind and the subject do not.
    /// Everything else goes at once, or as soon as it is day: [`Notice::timing`] says which and why.
    pub fn unasked(&self) -> Option<(LineKind, i64, String)> {
        match self {
            Self::PairAgreed { pair } => Some((LineKind::PairAgreed, pair.0, String::new())),
            Self::PairDeclined { pair } => Some((LineKind::PairDeclined, pair.0, String::new())),
            Self::PairSilent { pair } => Some((LineKind::PairSilent, pair.0, String::new())),
            Self::PairNudged { pair, side } => Some((LineKind::PairNudged, pair.0, side.code().to_owned())),
            Self::PairOver { pair, side } => Some((LineKind::PairOver, pair.0, side.code().to_owned())),
            Self::ConsentWithdrawn { person, kind } => {
                Some((LineKind::ConsentWithdrawn, person.0, kind.code().to_owned()))
            }
            Self::RowReopened { occurrence } => Some((LineKind::RowReopened, occurrence.0, String::new())),
            Self::RowGiven { handover } => Some((LineKind::RowGiven, handover.0, String::new())),
            Self::RowTaken { handover } => Some((LineKind::RowTaken, handover.0, String::new())),
            Self::Desk { person, on } => Some((LineKind::Desk, person.0, on.to_string())),
            Self::MemberJoined { organisation, centre } => {
                Some((LineKind::MemberJoined, organisation.0, centre.to_string()))
            }
            Self::MemberLeft { organisation, centre } => {
                Some((LineKind::MemberLeft, organisation.0, centre.to_string()))
            }
            Self::MemberRemoved { organisation, centre } => {
                Some((LineKind::MemberRemoved, organisation.0, centre.to_string()))
            }
            // Each of the others is listed in `timing`.
            _ => None,
        }
    }

    /// When it may go out, notice by notice. Whatever somebody gets who is at the bot this very moment (they pressed the
    /// button that caused it) goes at once anyway.
    #[expect(clippy::match_same_arms, reason = "one reason for each notice")]
    pub fn timing(&self) -> Timing {
        match self {
            // Made for the hour that the organisation chose, and too late before the evening.
            Self::Digest { .. } => Timing::AnyHour,
            // The curator waits for the answers, but whoever is asked does not wait for the question.
            Self::PairAsked { .. } => Timing::ByDay,
            // Both wait for the order, and sleep over it.
            Self::PairOfficial { .. } => Timing::ByDay,
            // They asked to be rid of the row and wait for an answer, not for one at night.
            Self::RowSettled { .. } => Timing::ByDay,
            // A post may come out late in the evening, long after the press that sent it off.
            Self::PostOut { .. } => Timing::ByDay,
            // The same, and nothing is sent again by itself meanwhile.
            Self::PublicTrouble { .. } => Timing::ByDay,
            // The question promised that the curator hears of it at once.
            Self::UrgentRequest { .. } => Timing::AnyHour,
            // The channel speaks at the hour that was chosen, and rings nobody's bell.
            Self::PairsAnnounced { .. } | Self::PostPublished { .. } => Timing::AnyHour,
            // A file that was asked for a moment ago.
            Self::PersonalData { .. }
            | Self::BankTable { .. }
            | Self::InvitationCard { .. }
            | Self::StaffSample { .. }
            | Self::RoadMapPicture { .. }
            | Self::FinishedTable { .. }
            | Self::RoadMapTable { .. }
            | Self::MemberInvitation { .. }
            | Self::RollUpTable { .. }
            | Self::EvidenceFile { .. } => Timing::AnyHour,
            // An answer to what somebody has just written.
            Self::Apology { .. } | Self::SlowDown => Timing::AnyHour,
            // Nothing to do tonight: it is read with the rest of the day.
            Self::PairNudged { .. }
            | Self::PairAgreed { .. }
            | Self::PairDeclined { .. }
            | Self::PairSilent { .. }
            | Self::PairOver { .. }
            | Self::ConsentWithdrawn { .. }
            | Self::MemberJoined { .. }
            | Self::MemberLeft { .. }
            | Self::MemberRemoved { .. }
            | Self::RowReopened { .. }
            | Self::RowGiven { .. }
            | Self::RowTaken { .. }
            | Self::Desk { .. } => Timing::Morning,
        }
    }

    /// The line that it becomes for a person; `key` makes it the same thing only once.
    pub fn line(&self, person: PersonId, key: &str, owed_on: NaiveDate) -> Option<DigestLine> {
        let (kind, subject, word) = self.unasked()?;
        Some(DigestLine { person, kind, subject, mark: format!("{word} {key}"), owed_on })
    }

    /// What a line says; `None` for lines about rows of the road map and about its next year.
    pub fn of_line(kind: LineKind, subject: i64, mark: &str) -> Option<Self> {
        let word = mark.split(' ').next().unwrap_or_default();
        let pair = PairId(subject);
        match kind {
            LineKind::PairAgreed => Some(Self::PairAgreed { pair }),
            LineKind::PairDeclined => Some(Self::PairDeclined { pair }),
            LineKind::PairSilent => Some(Self::PairSilent { pair }),
            LineKind::PairNudged => Some(Self::PairNudged { pair, side: Side::from_code(word)? }),
            LineKind::PairOver => Some(Self::PairOver { pair, side: Side::from_code(word)? }),
            LineKind::ConsentWithdrawn => {
                Some(Self::ConsentWithdrawn { person: PersonId(subject), kind: ConsentKind::from_code(word)? })
            }
            LineKind::RowReopened => Some(Self::RowReopened { occurrence: OccurrenceId(subject) }),
            LineKind::RowGiven => Some(Self::RowGiven { handover: HandoverId(subject) }),
            LineKind::RowTaken => Some(Self::RowTaken { handover: HandoverId(subject) }),
            LineKind::Desk => Some(Self::Desk { person: PersonId(subject), on: word.parse().ok()? }),
            LineKind::MemberJoined => Some(Self::MemberJoined {
                organisation: OrganisationId(subject),
                centre: OrganisationId(word.parse().ok()?),
            }),
            LineKind::MemberLeft => Some(Self::MemberLeft {
                organisation: OrganisationId(subject),
                centre: OrganisationId(word.parse().ok()?),
            }),
            LineKind::MemberRemoved => Some(Self::MemberRemoved {
                organisation: OrganisationId(subject),
                centre: OrganisationId(word.parse().ok()?),
            }),
            LineKind::Reminder
            | LineKind::Standing
            | LineKind::Unconnected
            | LineKind::LateForCurator
            | LineKind::LateForDirector
            | LineKind::Missed
            | LineKind::NewYear => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_waits_for_becomes_a_line_and_comes_back() {
        let pair = PairId(7);
        for notice in [
            Notice::PairAgreed { pair },
            Notice::PairDeclined { pair },
            Notice::PairSilent { pair },
            Notice::PairNudged { pair, side: Side::Mentee },
            Notice::PairOver { pair, side: Side::Mentor },
            Notice::ConsentWithdrawn { person: PersonId(3), kind: ConsentKind::Publication },
            Notice::RowReopened { occurrence: OccurrenceId(4) },
            Notice::RowGiven { handover: HandoverId(5) },
            Notice::RowTaken { handover: HandoverId(6) },
            Notice::Desk { person: PersonId(1), on: "2026-09-16".parse().unwrap() },
            Notice::MemberJoined { organisation: OrganisationId(8), centre: OrganisationId(9) },
            Notice::MemberLeft { organisation: OrganisationId(8), centre: OrganisationId(9) },
            Notice::MemberRemoved { organisation: OrganisationId(8), centre: OrganisationId(9) },
        ] {
            let line = notice.line(PersonId(1), "pair over:7:mentor", NaiveDate::MIN).unwrap();
            assert_eq!(notice.timing(), Timing::Morning);
            assert_eq!(Notice::of_line(line.kind, line.subject, &line.mark), Some(notice));
        }
        let asked = Notice::PairAsked { pair, side: Side::Mentor };
        assert_eq!(asked.timing(), Timing::ByDay);
        assert_eq!(Notice::UrgentRequest { person: PersonId(3) }.timing(), Timing::AnyHour, "that is what it is for");
        assert_eq!(
            asked.line(PersonId(1), "pair asked:7:mentor", NaiveDate::MIN),
            None,
            "somebody waits for the answer"
        );
    }

    #[test]
    fn a_letter_of_an_older_version_is_still_read() {
        let old = r#"{"notice":"digest","person":5,"on":"2026-09-16","after":null}"#;
        let read: Notice = serde_json::from_str(old).unwrap();
        assert_eq!(read, Notice::Digest { person: PersonId(5), on: "2026-09-16".parse().unwrap() });
    }
}
