//! What the parts of a message are made from: the facts as they are when it leaves.

use super::super::{Facts, Lines};
use crate::chat::road_map::Answerer;
use crate::domain::ids::{ActivityId, OccurrenceId, PersonId};
use crate::domain::people::{Person, Role};
use crate::domain::reminder::{LineKind, ReminderKind};
use crate::domain::roadmap::activity::Activity;
use crate::domain::school_year::SchoolYear;
use crate::store::digest_lines::{self, WaitingLine};
use crate::store::occurrences::Occurrence;
use crate::store::organisations::{self, Organisation};
use crate::store::{activities, calendars, dated_rows, occurrences, people};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A dated row.
pub(super) type Row = (Occurrence, Activity);

/// A person's day.
pub(super) struct Day {
    pub(super) person: Person,
    pub(super) organisation: Organisation,
    pub(super) today: NaiveDate,
    pub(super) answerer: Answerer,
    pub(super) lines: Vec<WaitingLine>,
    /// The open occurrences that the lines name, the earliest due first.
    pub(super) open: Vec<Row>,
    /// The rows in force that the lines name, that are this person's to hear of and still have no day, in the
    /// order of the document.
    pub(super) standing: Vec<(ReminderKind, Activity)>,
}

impl Day {
    /// `None` for somebody who is not on the staff list any more.
    pub(super) async fn load(facts: &mut Facts<'_>, id: PersonId) -> anyhow::Result<Option<Self>> {
        let Some(person) = people::find(facts.db, id).await? else {
            return Ok(None);
        };
        let organisation = organisations::get(facts.db, person.organisation).await?;
        let today = organisation.today(facts.now);
        let lines = digest_lines::list_for(facts.db, id, today).await?;
        let of = |wanted: &dyn Fn(LineKind) -> bool| -> BTreeSet<i64> {
            lines.iter().filter(|one| wanted(one.line.kind)).map(|one| one.line.subject).collect()
        };
        let dated: Vec<OccurrenceId> = of(&LineKind::is_of_occurrence).into_iter().map(OccurrenceId).collect();
        let standing: Vec<ActivityId> = of(&|kind| kind == LineKind::Standing).into_iter().map(ActivityId).collect();
        let names_others = lines.iter().any(|one| one.line.kind.names_others());
        let mut found = occurrences::list_by_ids(facts.db, &dated).await?;
        found.retain(Occurrence::is_open);
        found.sort_by_key(|one| (one.due, one.id));
        found.dedup_by_key(|one| one.id);
        let ids: BTreeSet<ActivityId> = found.iter().map(|one| one.activity).collect();
        let rows = activities::list_by_ids(facts.db, &ids.into_iter().collect::<Vec<_>>()).await?;
        let open = dated_rows::with_rows(facts.db, found, &rows).await?;
        let mut answerer = Answerer::load(facts.db, &person).await?;
        if names_others {
            answerer = answerer.knowing_all(facts.db).await?;
        }
        let mut day = Self { person, organisation, today, answerer, lines, open, standing: Vec::new() };
        day.standing = day.still_standing(facts, &standing).await?;
        Ok(Some(day))
    }

    /// The rows among these of which something is still to be said.
    async fn still_standing(
        &self,
        facts: &mut Facts<'_>,
        ids: &[ActivityId],
    ) -> anyhow::Result<Vec<(ReminderKind, Activity)>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let calendar = calendars::of(facts.db, &self.organisation).await?;
        let mut rows = activities::list_in_force(facts.db, ids).await?;
        rows.sort_by_key(|row| (row.position, row.id));
        rows.dedup_by_key(|row| row.id);
        rows.retain(|row| row.planned(&calendar).is_empty());
        let with_kind = rows.into_iter().map(|row| (row.reminder_kind(&calendar), row));
        let is_theirs = |(kind, row): &(ReminderKind, Activity)| match kind {
            ReminderKind::Never => false,
            // Only the curator can enter the day of somebody else's plan.
            ReminderKind::ExternalPlan => self.person.has(Role::Curator),
            _ => self.answerer.answers(row),
        };
        Ok(with_kind.filter(is_theirs).collect())
    }

    /// The open rows that lines of a kind name.
    pub(super) fn of_kind(&self, kind: LineKind) -> impl Iterator<Item = &Row> {
        let named: BTreeSet<i64> =
            self.lines.iter().filter(|one| one.line.kind == kind).map(|one| one.line.subject).collect();
        self.open.iter().filter(move |(one, _)| named.contains(&one.id.0))
    }

    /// The lines of a kind about some subjects.
    pub(super) fn lines_of(&self, kind: LineKind, subjects: impl IntoIterator<Item = i64>) -> BTreeSet<i64> {
        let subjects: BTreeSet<i64> = subjects.into_iter().collect();
        let meant = |one: &&WaitingLine| one.line.kind == kind && subjects.contains(&one.line.subject);
        self.lines.iter().filter(meant).map(|one| one.id).collect()
    }

    /// Whether something of a kind is among what is told.
    pub(super) fn tells(&self, kind: LineKind, told: &BTreeSet<i64>) -> bool {
        self.lines.iter().any(|one| one.line.kind == kind && told.contains(&one.id))
    }

    /// The next school year, where the curator is asked about it and has not started it yet.
    pub(super) fn next_year(&self) -> Option<SchoolYear> {
        let next = SchoolYear(self.organisation.school_year.0 + 1);
        let is_asked = !self.lines_of(LineKind::NewYear, [i64::from(next.0)]).is_empty();
        (self.person.has(Role::Curator) && is_asked).then_some(next)
    }

    /// The rows that are this person's to do: somebody else may have been put in charge meanwhile.
    pub(super) fn mine(&self) -> Vec<&Row> {
        self.of_kind(LineKind::Reminder).filter(|(one, row)| self.answerer.answers_for(one, row)).collect()
    }

    /// What becomes of the lines: those that are neither told nor left for another message have nothing to say any
    /// more.
    pub(super) fn ended(&self, told: &BTreeSet<i64>, left: &BTreeSet<i64>) -> Lines {
        let rest = self.lines.iter().map(|one| one.id).filter(|id| !left.contains(id));
        let (told, settled) = rest.partition(|id| told.contains(id));
        Lines { told, settled }
    }
}
