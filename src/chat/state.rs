//! Where a chat stands. The current screen can be drawn again from it at any time.

use super::banks::BankPlace;
use super::consents::ConsentPlace;
use super::evidence::EvidenceStep;
use super::form::FormPlace;
use super::matching::MatchingPlace;
use super::my_data::MyDataPlace;
use super::news::NewsPlace;
use super::pairs::PairsPlace;
use super::road_map::Rows;
use super::{Audience, Flow, SetupStep, Typed};
use crate::domain::ids::{ActivityId, OccurrenceId, PersonId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A place in the conversation; kept as JSON in the session row, so old names must stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// The menu, or for somebody unknown: how to get in.
    Home,
    /// The road map's document is wanted.
    RoadMapWanted,
    /// What was read in it: the summary.
    RoadMapRead,
    /// The rows that were read.
    RoadMapReadRows {
        page: u32,
    },
    /// One of them, counted from 0.
    RoadMapReadRow {
        row: u32,
    },
    /// A road map is in force: replace it?
    RoadMapReplace,
    /// What is due in a month, named by its first day.
    RoadMapMonth {
        month: NaiveDate,
        page: u32,
    },
    RoadMapRows {
        list: Rows,
        page: u32,
    },
    /// One row, and the list it was chosen from.
    RoadMapRow {
        activity: ActivityId,
        list: Rows,
        page: u32,
    },
    /// Another term for a row; what was typed waits for a yes.
    RoadMapTerm {
        activity: ActivityId,
        list: Rows,
        page: u32,
        phrase: Option<Typed>,
    },
    /// Who does a row: the staff list by page, or the names that hold `find`.
    RoadMapDuty {
        activity: ActivityId,
        list: Rows,
        page: u32,
        people: u32,
        find: Typed,
    },
    /// What one has to do.
    MyRows {
        page: u32,
    },
    /// One dated instance of a row.
    Occurrence {
        occurrence: OccurrenceId,
    },
    /// Open it again?
    Reopen {
        occurrence: OccurrenceId,
        version: i64,
    },
    /// What shows that it is done.
    Evidence {
        occurrence: OccurrenceId,
        version: i64,
        step: EvidenceStep,
    },
    Settings,
    /// A question about the organisation; `walk` while they are asked one after another for the first time.
    Setup {
        step: SetupStep,
        walk: bool,
        #[serde(default)]
        page: u32,
    },
    /// What the organisation's setup still lacks.
    SetupLeft,
    /// The staff list, or those whose name holds what was typed.
    Staff {
        page: u32,
        #[serde(default)]
        find: Typed,
    },
    StaffCard {
        person: PersonId,
    },
    /// Really free the name of this person?
    StaffRelease {
        person: PersonId,
    },
    /// Really take this person off the list?
    StaffArchive {
        person: PersonId,
    },
    /// Waits for a staff list.
    StaffFile,
    /// A staff list was read: apply it?
    StaffPreview,
    /// Somebody is added by hand: the name.
    StaffName,
    StaffPosition {
        name: Typed,
    },
    /// The link for the staff.
    Invite,
    /// Really make a new link, which ends the present one?
    InviteAnew,
    /// Choosing oneself from the staff list; `invitation` is the digest of the link's code.
    Join {
        invitation: String,
        page: u32,
        #[serde(default)]
        find: Typed,
    },
    JoinConfirm {
        invitation: String,
        person: PersonId,
    },
    /// What the bot is, for somebody who has just come in.
    Welcome,
    /// Among the consents.
    Consent(ConsentPlace),
    /// In a questionnaire.
    Form(FormPlace),
    /// The curator, in a bank.
    Bank(BankPlace),
    /// What is kept about oneself.
    MyData(MyDataPlace),
    /// The curator, at matching.
    Matching(MatchingPlace),
    /// Among the pairs, or at one's own.
    Pairs(PairsPlace),
    /// At the news.
    News(NewsPlace),
}

impl State {
    /// The conversation that draws the screen and takes what is typed.
    pub(super) fn flow(&self) -> Flow {
        match self {
            Self::RoadMapWanted
            | Self::RoadMapRead
            | Self::RoadMapReadRows { .. }
            | Self::RoadMapReadRow { .. }
            | Self::RoadMapReplace
            | Self::RoadMapMonth { .. }
            | Self::RoadMapRows { .. }
            | Self::RoadMapRow { .. }
            | Self::RoadMapTerm { .. }
            | Self::RoadMapDuty { .. } => Flow::RoadMap,
            Self::MyRows { .. }
            | Self::Occurrence { .. }
            | Self::Reopen { .. }
            | Self::Evidence { .. } => Flow::Evidence,
            Self::Home | Self::Settings => Flow::Home,
            Self::Setup { .. } | Self::SetupLeft => Flow::Setup,
            Self::Staff { .. }
            | Self::StaffCard { .. }
            | Self::StaffRelease { .. }
            | Self::StaffArchive { .. }
            | Self::StaffFile
            | Self::StaffPreview
            | Self::StaffName
            | Self::StaffPosition { .. } => Flow::Staff,
            Self::Invite | Self::InviteAnew => Flow::Invite,
            Self::Join { .. } | Self::JoinConfirm { .. } | Self::Welcome => Flow::Join,
            Self::Consent(_) => Flow::Consents,
            Self::Form(_) => Flow::Form,
            Self::Bank(_) => Flow::Banks,
            Self::MyData(_) => Flow::MyData,
            Self::Matching(_) => Flow::Matching,
            Self::Pairs(_) => Flow::Pairs,
            Self::News(_) => Flow::News,
        }
    }

    /// Who may be there; roles change while a chat stands still.
    pub(super) fn audience(&self) -> Audience {
        match self {
            Self::MyRows { .. } | Self::Occurrence { .. } | Self::Evidence { .. } => {
                Audience::Staff
            }
            Self::RoadMapWanted
            | Self::RoadMapRead
            | Self::RoadMapReadRows { .. }
            | Self::RoadMapReadRow { .. }
            | Self::RoadMapReplace
            | Self::RoadMapMonth { .. }
            | Self::RoadMapRows { .. }
            | Self::RoadMapRow { .. }
            | Self::RoadMapTerm { .. }
            | Self::RoadMapDuty { .. }
            | Self::Reopen { .. } => Audience::Curator,
            Self::Home | Self::Join { .. } | Self::JoinConfirm { .. } => Audience::Anyone,
            Self::Setup { .. }
            | Self::SetupLeft
            | Self::Staff { .. }
            | Self::StaffCard { .. }
            | Self::StaffRelease { .. }
            | Self::StaffArchive { .. }
            | Self::StaffFile
            | Self::StaffPreview
            | Self::StaffName
            | Self::StaffPosition { .. }
            | Self::Invite
            | Self::InviteAnew
            | Self::Bank(_) => Audience::Curator,
            Self::Consent(place) if place.is_curators() => Audience::Curator,
            Self::Settings | Self::Welcome | Self::Consent(_) | Self::Form(_) | Self::MyData(_) => {
                Audience::Staff
            }
            Self::Pairs(place) if place.is_curators() => Audience::Curator,
            Self::Matching(_) => Audience::Curator,
            Self::Pairs(_) | Self::News(_) => Audience::Staff,
        }
    }

    /// Whether a file sent now would be read, so that it is worth fetching.
    pub fn wants_file(&self) -> bool {
        matches!(
            self,
            Self::StaffFile | Self::StaffPreview | Self::RoadMapWanted | Self::RoadMapRead
        )
    }

    /// Whether something begun here is kept when the person leaves, so that they are told.
    pub(super) fn has_draft(&self) -> bool {
        let is_read = matches!(
            self,
            Self::StaffPreview
                | Self::RoadMapRead
                | Self::RoadMapReadRows { .. }
                | Self::RoadMapReadRow { .. }
                | Self::RoadMapReplace
        );
        is_read || super::form::paused(self).is_some()
    }
}
