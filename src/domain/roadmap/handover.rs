//! «Не моя задача»: who does a row after somebody has said that it is not theirs.

use super::activity::Activity;
use super::duty::PairedMentors;
use crate::domain::ids::{ActivityId, HandoverId, OccurrenceId, OrganisationId, PersonId};
use crate::domain::people::{Person, Role};

coded_enum! {
    /// Why somebody does not do a row.
    pub enum HandoverReason {
        /// It belongs to another post.
        NotMyRole = "not_my_role",
        /// They will not be there: only this time.
        OnLeave = "on_leave",
        /// A colleague does it already.
        SomebodyElse = "somebody_else",
        /// Nothing was said.
        Unsaid = "unsaid",
        /// They said nothing at all: the curator gave it to somebody else.
        CuratorsWord = "curators_word",
    }
}

impl HandoverReason {
    /// What people can say themselves.
    pub const SAID: [Self; 4] = [Self::NotMyRole, Self::OnLeave, Self::SomebodyElse, Self::Unsaid];

    /// Whether only the occurrence at hand is meant; otherwise all of the row.
    pub fn is_for_once(self) -> bool {
        self == Self::OnLeave
    }
}

/// What somebody said about a row, and what the curator did about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    pub id: HandoverId,
    pub organisation: OrganisationId,
    pub activity: ActivityId,
    /// The one occurrence that is meant; `None` for all of the row.
    pub occurrence: Option<OccurrenceId>,
    /// Who said it.
    pub person: PersonId,
    pub reason: HandoverReason,
    /// Who does it instead, once the curator has decided; the same person where it stayed theirs.
    pub given_to: Option<PersonId>,
}

/// All that was said in an organisation, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handovers(pub Vec<Handover>);

impl Handovers {
    /// As they hold while only these are there: what was given to somebody who has left waits for the curator again.
    #[must_use]
    pub fn among(mut self, is_there: impl Fn(PersonId) -> bool) -> Self {
        for one in &mut self.0 {
            one.given_to = one.given_to.filter(|given| is_there(*given));
        }
        self
    }

    /// What was said about an occurrence, oldest first.
    pub fn about(&self, activity: ActivityId, occurrence: OccurrenceId) -> impl Iterator<Item = &Handover> {
        let meant = move |one: &&Handover| one.occurrence.is_none_or(|one| one == occurrence);
        self.0.iter().filter(move |one| one.activity == activity).filter(meant)
    }

    /// Whether an occurrence is somebody's to do; `named` says whether its row makes them responsible. While the
    /// curator has not decided, it is the curator's.
    pub fn is_theirs(
        &self,
        (person, is_curator): (PersonId, bool),
        named: bool,
        (activity, occurrence): (ActivityId, OccurrenceId),
    ) -> bool {
        self.about(activity, occurrence).fold(named, |theirs, one| match one.given_to {
            Some(given) if given == person => true,
            None if one.person != person && is_curator => true,
            _ if one.person == person => false,
            _ => theirs,
        })
    }

    /// Those of a staff who do an occurrence: whom its row names, or the curators when it names nobody, and to whom
    /// it was given instead.
    pub fn doers<'s>(
        &self,
        (staff, paired): (&'s [Person], &PairedMentors),
        (row, occurrence): (&Activity, OccurrenceId),
    ) -> Vec<&'s Person> {
        let named: Vec<PersonId> = row.duty.people(staff, paired).into_iter().map(|person| person.id).collect();
        let theirs = |person: &&Person| {
            let who = (person.id, person.has(Role::Curator));
            self.is_theirs(who, named.contains(&person.id), (row.id, occurrence))
        };
        staff.iter().filter(theirs).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURATOR: PersonId = PersonId(1);
    const OLD: PersonId = PersonId(2);
    const NEW: PersonId = PersonId(3);
    const AUTUMN: OccurrenceId = OccurrenceId(10);
    const SPRING: OccurrenceId = OccurrenceId(20);

    fn said(occurrence: Option<OccurrenceId>, given_to: Option<PersonId>) -> Handovers {
        Handovers(vec![Handover {
            id: HandoverId(1),
            organisation: OrganisationId(1),
            activity: ActivityId(1),
            occurrence,
            person: OLD,
            reason: HandoverReason::Unsaid,
            given_to,
        }])
    }

    /// Who of the three does an occurrence of a row that names the old one.
    fn doers(said: &Handovers, occurrence: OccurrenceId) -> Vec<PersonId> {
        let theirs = |one: &PersonId| said.is_theirs((*one, *one == CURATOR), *one == OLD, (ActivityId(1), occurrence));
        [CURATOR, OLD, NEW].into_iter().filter(theirs).collect()
    }

    #[test]
    fn until_the_curator_decides_the_row_is_the_curators() {
        assert_eq!(doers(&Handovers::default(), AUTUMN), [OLD]);
        assert_eq!(doers(&said(None, None), AUTUMN), [CURATOR]);
        assert_eq!(doers(&said(None, Some(NEW)), AUTUMN), [NEW]);
        assert_eq!(doers(&said(None, Some(OLD)), AUTUMN), [OLD], "it was given back");
    }

    #[test]
    fn what_was_given_to_somebody_who_left_is_the_curators() {
        let left = said(None, Some(NEW)).among(|person| person != NEW);
        assert_eq!(doers(&left, AUTUMN), [CURATOR]);
        assert_eq!(doers(&said(None, Some(NEW)).among(|_| true), AUTUMN), [NEW]);
    }

    #[test]
    fn a_leave_is_for_once() {
        let once = said(Some(AUTUMN), Some(NEW));
        assert_eq!(doers(&once, AUTUMN), [NEW]);
        assert_eq!(doers(&once, SPRING), [OLD]);
    }
}
