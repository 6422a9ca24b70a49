//! Something owed to somebody: a reminder, a request for an answer, an announcement.

use crate::domain::consent::ConsentKind;
use crate::domain::ids::{HandoverId, OccurrenceId, OrganisationId, OutboxId, PairId, PersonId, PostId};
use crate::domain::pair::Side;
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

/// What is owed. Only identifiers: the words are made from the facts when it leaves, so a notice about
/// something that was settled meanwhile becomes obsolete instead of wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// The road map's due rows for one person on one day; `after` is the day of the reminders before these
    /// (there is a gap only when nothing could go out in between).
    Digest { person: PersonId, on: NaiveDate, after: Option<NaiveDate> },
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
    /// A bank as a table.
    BankTable { organisation: OrganisationId, questionnaire: String },
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
    /// To a curator: what waits for their word, once a day.
    Desk { person: PersonId, on: NaiveDate },
    /// Something went wrong on our side.
    Apology { incident: String },
    /// Too many messages at once.
    SlowDown,
}
