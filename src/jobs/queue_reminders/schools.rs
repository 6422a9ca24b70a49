//! The organisations of a portion: their zones, calendars and wishes.

use crate::domain::calendar::{CalendarSettings, WorkingDays};
use crate::domain::ids::OrganisationId;
use crate::domain::people::OrganisationKind;
use crate::domain::reminder::{ReminderPolicy, ReminderSettings};
use crate::store::organisations::{self, Organisation};
use crate::store::{calendars, reminder_settings};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sqlx::AnyConnection;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// One organisation as the reminders see it.
pub(super) struct School {
    pub(super) organisation: Organisation,
    settings: ReminderSettings,
    /// Shared by those that said nothing about their year.
    pub(super) calendar: Arc<WorkingDays>,
}

/// Those of a portion; one that cannot be read is not among them.
pub(super) struct Schools(HashMap<OrganisationId, School>);

impl Schools {
    pub(super) async fn load(
        db: &mut AnyConnection,
        ids: impl Iterator<Item = OrganisationId>,
    ) -> anyhow::Result<Self> {
        let ids: Vec<OrganisationId> = ids.collect::<BTreeSet<_>>().into_iter().collect();
        let own = calendars::list_by_ids(db, &ids).await?;
        let settings = reminder_settings::list(db, &ids).await?;
        let mut usual: HashMap<OrganisationKind, Arc<WorkingDays>> = HashMap::new();
        let mut schools = HashMap::with_capacity(ids.len());
        for organisation in organisations::list_by_ids(db, &ids).await? {
            let (id, kind) = (organisation.id, organisation.kind);
            let calendar = match own.get(&id) {
                Some(words) => Arc::new(words.working_days(kind)),
                None => usual
                    .entry(kind)
                    .or_insert_with(|| Arc::new(CalendarSettings::default().working_days(kind)))
                    .clone(),
            };
            let settings = settings.get(&id).copied().unwrap_or_default();
            schools.insert(id, School { organisation, settings, calendar });
        }
        Ok(Self(schools))
    }

    pub(super) fn get(&self, id: OrganisationId) -> Option<&School> {
        self.0.get(&id)
    }

    /// When to look again at what belongs to an organisation that is not to be disturbed now, or cannot be read.
    pub(super) fn next_opening(&self, id: OrganisationId, now: DateTime<Utc>) -> DateTime<Utc> {
        self.get(id).map_or(now + TimeDelta::hours(1), |school| school.next_opening(now))
    }
}

impl School {
    pub(super) fn is_day(&self, day: NaiveDate) -> bool {
        self.settings.is_day(day, self.calendar.is_reminder_day(day))
    }

    /// Today, if people here may be told something now.
    pub(super) fn open_today(&self, now: DateTime<Utc>) -> Option<NaiveDate> {
        let zone = self.organisation.zone;
        self.settings.is_open(now, zone, &|day| self.is_day(day)).then(|| self.organisation.today(now))
    }

    /// The next morning after `now` on which people here are told something.
    pub(super) fn next_opening(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let next = self.settings.next_opening(now, self.organisation.zone, &|day| self.is_day(day));
        // A calendar without working days may be mended.
        next.unwrap_or(now + TimeDelta::days(1))
    }

    /// When the message of a day goes out here.
    pub(super) fn opening(&self, day: NaiveDate) -> DateTime<Utc> {
        self.settings.opening(day, self.organisation.zone)
    }

    /// When the message of a day is too late here.
    pub(super) fn closing(&self, day: NaiveDate) -> DateTime<Utc> {
        self.settings.closing(day, self.organisation.zone)
    }

    pub(super) fn policy(&self) -> &'static ReminderPolicy {
        ReminderPolicy::at(self.settings.pace)
    }
}
