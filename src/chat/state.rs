//! Where a chat stands. The current screen can be drawn again from it at any time.

use super::banks::BankPlace;
use super::calendar::CalendarPlace;
use super::consents::ConsentPlace;
use super::evidence::EvidencePlace;
use super::form::FormPlace;
use super::matching::MatchingPlace;
use super::municipality::MunicipalityPlace;
use super::my_data::MyDataPlace;
use super::new_year::NewYearPlace;
use super::news::NewsPlace;
use super::pairs::PairsPlace;
use super::reminder_settings::ReminderWish;
use super::road_map::RoadMapPlace;
use super::{Audience, Flow, SetupStep, Typed};
use crate::domain::ids::PersonId;
use serde::{Deserialize, Serialize};

/// A place in the conversation; kept as JSON in the session row, so old names must stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// The menu, or for somebody unknown: how to get in.
    Home,
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
    /// A road map was sent in place of a staff list: read it as one?
    StaffRoadMap {
        name: Typed,
    },
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
    /// The curator, at the calendar.
    Calendar(CalendarPlace),
    /// The curator, at the next school year.
    NewYear(NewYearPlace),
    /// What is kept about oneself.
    MyData(MyDataPlace),
    /// The curator, at the road map.
    RoadMap(RoadMapPlace),
    /// The curator, at what is shown to those who check.
    Inspection,
    /// At a municipal centre's organisations, or at one's own membership.
    Municipality(MunicipalityPlace),
    /// At one's rows and what shows that they are done.
    Evidence(EvidencePlace),
    /// The curator, at matching.
    Matching(MatchingPlace),
    /// Among the pairs, or at one's own.
    Pairs(PairsPlace),
    /// At the news.
    News(NewsPlace),
    /// How the organisation wants to be reminded; `wish` while one thing is chosen.
    Reminders {
        wish: Option<ReminderWish>,
    },
}

impl State {
    /// The conversation that draws the screen and takes what is typed.
    pub(super) fn flow(&self) -> Flow {
        match self {
            Self::Home | Self::Settings => Flow::Home,
            Self::Setup { .. } | Self::SetupLeft => Flow::Setup,
            Self::Staff { .. }
            | Self::StaffCard { .. }
            | Self::StaffRelease { .. }
            | Self::StaffArchive { .. }
            | Self::StaffFile
            | Self::StaffPreview
            | Self::StaffRoadMap { .. }
            | Self::StaffName
            | Self::StaffPosition { .. } => Flow::Staff,
            Self::Invite | Self::InviteAnew => Flow::Invite,
            Self::Join { .. } | Self::JoinConfirm { .. } | Self::Welcome => Flow::Join,
            Self::Consent(_) => Flow::Consents,
            Self::Form(_) => Flow::Form,
            Self::Bank(_) => Flow::Banks,
            Self::Calendar(_) => Flow::Calendar,
            Self::NewYear(_) => Flow::NewYear,
            Self::MyData(_) => Flow::MyData,
            Self::RoadMap(_) => Flow::RoadMap,
            Self::Inspection => Flow::Inspection,
            Self::Municipality(_) => Flow::Municipality,
            Self::Evidence(_) => Flow::Evidence,
            Self::Matching(_) => Flow::Matching,
            Self::Pairs(_) => Flow::Pairs,
            Self::News(_) => Flow::News,
            Self::Reminders { .. } => Flow::Reminders,
        }
    }

    /// Who may be there; roles change while a chat stands still.
    pub(super) fn audience(&self) -> Audience {
        match self {
            Self::Home | Self::Join { .. } | Self::JoinConfirm { .. } => Audience::Anyone,
            Self::Municipality(place) if place.is_centres() => Audience::District,
            Self::Municipality(_)
            | Self::Setup { .. }
            | Self::SetupLeft
            | Self::Staff { .. }
            | Self::StaffCard { .. }
            | Self::StaffRelease { .. }
            | Self::StaffArchive { .. }
            | Self::StaffFile
            | Self::StaffPreview
            | Self::StaffRoadMap { .. }
            | Self::StaffName
            | Self::StaffPosition { .. }
            | Self::Invite
            | Self::InviteAnew
            | Self::Bank(_)
            | Self::Calendar(_)
            | Self::NewYear(_)
            | Self::RoadMap(_)
            | Self::Reminders { .. }
            | Self::Inspection
            | Self::Matching(_) => Audience::Curator,
            Self::Consent(place) if place.is_curators() => Audience::Curator,
            Self::Evidence(place) if place.is_curators() => Audience::Curator,
            Self::Pairs(place) if place.is_curators() => Audience::Curator,
            Self::Settings
            | Self::Welcome
            | Self::Consent(_)
            | Self::Form(_)
            | Self::MyData(_)
            | Self::Evidence(_)
            | Self::Pairs(_)
            | Self::News(_) => Audience::Staff,
        }
    }

    /// Whether a file sent now would be read, so that it is worth fetching.
    pub fn wants_file(&self) -> bool {
        match self {
            Self::Staff { .. } | Self::StaffFile | Self::StaffPreview | Self::StaffRoadMap { .. } => true,
            Self::RoadMap(place) => place.wants_document(),
            _ => false,
        }
    }

    /// Whether something begun here is kept when the person leaves, so that they are told.
    pub(super) fn has_draft(&self) -> bool {
        match self {
            Self::StaffPreview => true,
            Self::RoadMap(place) => place.is_draft(),
            _ => super::form::paused(self).is_some(),
        }
    }
}
