//! Where one can stand at the municipal level.

use crate::chat::state::State;
use crate::domain::ids::OrganisationId;
use serde::{Deserialize, Serialize};

/// A place at the municipal level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum MunicipalityPlace {
    /// The centre, at the list of its organisations.
    Overview { page: u32 },
    /// The numbers of one of them.
    Card { organisation: OrganisationId, page: u32 },
    /// Really take it out of the list?
    Remove { organisation: OrganisationId, page: u32 },
    /// A curator, asked to join; `invitation` is the digest of the link's code.
    Offer { invitation: String },
    /// A curator, at what the centre sees.
    Membership,
    /// Really leave?
    Leave,
}

impl MunicipalityPlace {
    /// Whether it is the centre's side.
    pub(in crate::chat) fn is_centres(&self) -> bool {
        matches!(self, Self::Overview { .. } | Self::Card { .. } | Self::Remove { .. })
    }
}

impl From<MunicipalityPlace> for State {
    fn from(place: MunicipalityPlace) -> Self {
        Self::Municipality(place)
    }
}
