//! The open rows around a day, and what they owe.

use crate::domain::calendar::WorkingDays;
use crate::domain::ids::PersonId;
use crate::domain::reminder::{self, OpenOccurrence, ReminderPolicy, Reminders};
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::organisations::Organisation;
use crate::store::{activities, calendars, dated_rows, occurrences};
use chrono::NaiveDate;
use sqlx::AnyConnection;

/// Open occurrences with their rows.
pub(super) struct OpenRows {
    rows: Vec<(Occurrence, Activity)>,
    calendar: WorkingDays,
}

impl OpenRows {
    /// Those that may owe something today, when the day dealt with before was `last`.
    pub(super) async fn load(
        db: &mut AnyConnection,
        organisation: &Organisation,
        (last, today): (Option<NaiveDate>, NaiveDate),
    ) -> anyhow::Result<Self> {
        let span = ReminderPolicy::default().window(last, today);
        Self::due(db, organisation, span).await
    }

    /// Those due in a stretch of days.
    pub(super) async fn due(
        db: &mut AnyConnection,
        organisation: &Organisation,
        span: (NaiveDate, NaiveDate),
    ) -> anyhow::Result<Self> {
        let rows = activities::list_due(db, organisation.id, span).await?;
        let open = occurrences::list_open(db, organisation.id, span).await?;
        let rows = dated_rows::with_rows(db, open, &rows).await?;
        Ok(Self { rows, calendar: calendars::of(db, organisation).await? })
    }

    /// As the reminder rules take them.
    pub(super) fn open(&self, responsible: impl Fn(&Activity) -> Vec<PersonId>) -> Vec<OpenOccurrence> {
        let one = |(one, row): &(Occurrence, Activity)| OpenOccurrence {
            id: one.id,
            activity: one.activity,
            due: one.due,
            rhythm: row.rhythm(),
            responsible: responsible(row),
        };
        self.rows.iter().map(one).collect()
    }

    /// What they owe today to those responsible.
    pub(super) fn owed(
        &self,
        responsible: impl Fn(&Activity) -> Vec<PersonId>,
        (last, today): (Option<NaiveDate>, NaiveDate),
    ) -> Reminders {
        let open = self.open(responsible);
        let policy = ReminderPolicy::default();
        reminder::reminders(&open, &policy, last, today, &|day| self.calendar.is_reminder_day(day))
    }

    /// Whether nobody is to be told anything today, whoever is responsible.
    pub(super) fn owe_nothing(&self, days: (Option<NaiveDate>, NaiveDate)) -> bool {
        let anybody = self.owed(|_| vec![PersonId(0)], days);
        anybody.digests.is_empty() && anybody.missed.is_empty()
    }
}
