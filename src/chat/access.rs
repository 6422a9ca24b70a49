//! Who may be where and press what. Flows check the rest: whose pair, whose row.

use super::Talk;
use crate::domain::people::{OrganisationKind, Role};

/// Whom a place or a button is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// Also those who are not on the staff list yet.
    Anyone,
    /// Whoever chose themself from the staff list.
    Staff,
    /// Those who steer the programme.
    Curator,
    /// Those at a municipal centre who see the organisations around it.
    District,
}

impl Audience {
    pub(super) fn admits(self, talk: &Talk<'_>) -> bool {
        match self {
            Self::Anyone => true,
            Self::Staff => talk.person.is_some(),
            Self::Curator => talk.is(Role::Curator),
            Self::District => {
                let centre = talk.organisation.as_ref().is_some_and(|own| own.kind == OrganisationKind::Municipal);
                centre && (talk.is(Role::Curator) || talk.is(Role::DistrictCoordinator))
            }
        }
    }
}
