//! What a day owes by the policy, worked out from the tables and the calendar alone: the bot's own memory of what it
//! has sent is not asked.

use super::ledger::{Ledger, Owed};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::{OccurrenceId, PersonId};
use crate::domain::people::{Person, Role};
use crate::domain::reminder::{DueDays, OpenOccurrence, ReminderPolicy, Reminders, reminders};
use crate::domain::roadmap::activity::Activity;
use crate::sandbox::ChatId;
use crate::store::occurrences::Occurrence;
use crate::store::organisations::Organisation;
use crate::store::{accounts, activities, calendars, dated_rows, occurrences, pairs, people};
use chrono::{Days, NaiveDate};
use sqlx::AnyConnection;
use std::collections::{BTreeSet, HashMap};

/// Notes what `today` owes to whom; `false` when nothing to anybody.
pub(super) async fn note(
    db: &mut AnyConnection,
    organisation: &Organisation,
    today: NaiveDate,
    ledger: &mut Ledger,
) -> anyhow::Result<bool> {
    let calendar = calendars::of(db, organisation).await?;
    if !calendar.is_reminder_day(today) {
        return Ok(false);
    }
    let yesterday = calendar.previous_working_day(today - Days::new(1));
    // As far as marks and days off reach, and more.
    let span = (today - Days::new(90), today + Days::new(90));
    let open = occurrences::list_open(db, organisation.id, span).await?;
    let rows = activities::list_due(db, organisation.id, span).await?;
    let open = dated_rows::with_rows(db, open, &rows).await?;
    let owed = |responsible: &dyn Fn(OccurrenceId) -> Vec<PersonId>| -> Reminders {
        let open: Vec<OpenOccurrence> =
            open.iter().map(|(one, row)| as_open((one, row, &calendar), responsible)).collect();
        reminders(&open, ReminderPolicy::shipped(), (Some(yesterday), today), &|day| calendar.is_reminder_day(day))
    };
    // Most days owe nothing to anybody: then the staff is not read.
    if owed(&|_| vec![PersonId(0)]).digests.is_empty() {
        return Ok(false);
    }
    let circle = Circle::read(db, organisation, &open).await?;
    for digest in owed(&|one| circle.near(one)).digests {
        let Some(chat) = circle.chats.get(&digest.person) else {
            continue;
        };
        for line in digest.lines {
            let owed = Owed {
                person: digest.person,
                occurrence: line.occurrence,
                mark: line.mark,
                on: today,
                for_another: !circle.does(line.occurrence, digest.person),
            };
            ledger.owe(*chat, owed);
        }
    }
    Ok(true)
}

fn as_open(
    (one, row, calendar): (&Occurrence, &Activity, &WorkingDays),
    responsible: &dyn Fn(OccurrenceId) -> Vec<PersonId>,
) -> OpenOccurrence {
    OpenOccurrence {
        id: one.id,
        activity: one.activity,
        days: DueDays { due: one.due, start: row.window_start(one.official_due, calendar) },
        kind: row.reminder_kind(calendar),
        responsible: responsible(one.id),
    }
}

/// Who does what, and who can be written to.
struct Circle {
    doers: HashMap<OccurrenceId, BTreeSet<PersonId>>,
    curators: Vec<PersonId>,
    chats: HashMap<PersonId, ChatId>,
}

impl Circle {
    async fn read(
        db: &mut AnyConnection,
        organisation: &Organisation,
        open: &[(Occurrence, Activity)],
    ) -> anyhow::Result<Self> {
        let year = organisation.school_year;
        let reachable = accounts::list_reachable(db, organisation.id).await?;
        let staff = people::list(db, organisation.id).await?;
        let paired = pairs::mentors(db, organisation.id, year).await?;
        let doers = |row: &Activity| -> BTreeSet<PersonId> {
            let doers = row.duty.people(&staff, &paired);
            doers.iter().map(|person| person.id).collect()
        };
        let is_curator = |person: &&Person| person.has(Role::Curator);
        Ok(Self {
            doers: open.iter().map(|(one, row)| (one.id, doers(row))).collect(),
            curators: staff.iter().filter(is_curator).map(|one| one.id).collect(),
            chats: reachable.into_iter().filter_map(|(person, address)| Some((person, chat_of(&address)?))).collect(),
        })
    }

    fn does(&self, one: OccurrenceId, person: PersonId) -> bool {
        self.doers.get(&one).is_some_and(|doers| doers.contains(&person))
    }

    /// Those who do it and can be written to; the curators stand in for the others.
    fn near(&self, one: OccurrenceId) -> Vec<PersonId> {
        let doers = self.doers.get(&one).into_iter().flatten().copied();
        let (mut near, far): (Vec<PersonId>, Vec<PersonId>) = doers.partition(|person| self.chats.contains_key(person));
        if !far.is_empty() {
            near.extend(&self.curators);
        }
        near
    }
}

/// The sandbox's chat behind an address.
pub(super) fn chat_of(address: &str) -> Option<ChatId> {
    address.rsplit(':').next().and_then(|id| id.parse().ok()).map(ChatId)
}
