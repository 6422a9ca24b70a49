//! As a school year ends, the curators are asked about the next one: a line for the morning of an asking day.
//!
//! Only organisations whose year lies behind are looked at, and each once for an asking day.

use super::schools::Schools;
use super::staff::Staff;
use super::{Dealt, PORTION, Report};
use crate::domain::ids::OrganisationId;
use crate::domain::people::Role;
use crate::domain::reminder::{DigestLine, LineKind};
use crate::domain::roadmap::next_year;
use crate::domain::school_year::SchoolYear;
use crate::store::{Tx, digest_lines, marks, next_years};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// How far ahead of UTC a day begins where it begins first.
const EARLIEST_ZONE: TimeDelta = TimeDelta::hours(14);

pub(super) async fn deal(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<Dealt> {
    let due = list_due(tx, (now + EARLIEST_ZONE).date_naive()).await?;
    let schools = Schools::load(tx, due.iter().map(|(id, _)| *id)).await?;
    let ids: Vec<OrganisationId> = due.iter().map(|(id, _)| *id).collect();
    let staff = Staff::curators_and(tx, &ids, &[]).await?;
    let mut lines = Vec::new();
    for (organisation, asked_on) in &due {
        let Some(school) = schools.get(*organisation) else {
            continue;
        };
        let next = i64::from(school.organisation.school_year.0 + 1);
        for person in staff.holding(*organisation, Role::Curator) {
            let line = DigestLine {
                person,
                kind: LineKind::NewYear,
                subject: next,
                mark: asked_on.to_string(),
                owed_on: *asked_on,
            };
            // The day has begun somewhere; here it is told in the morning.
            lines.push((*organisation, line, school.opening(*asked_on)));
        }
    }
    digest_lines::insert_many(tx, &lines, now).await?;
    let asked: Vec<_> = due.iter().map(|(organisation, asked_on)| (*organisation, asked_on.to_string())).collect();
    marks::set_many(tx, marks::NEW_YEAR, &asked).await?;
    Ok(Dealt { looked: due.len(), report: Report::default() })
}

/// Whose curators are to be asked by this day, with the asking day: those in the year that ends or has just ended, and
/// those who are further behind.
async fn list_due(tx: &mut Tx, day: NaiveDate) -> anyhow::Result<Vec<(OrganisationId, NaiveDate)>> {
    let this = SchoolYear::containing(day);
    let ending = if next_year::is_time(this, day) { this } else { SchoolYear(this.0 - 1) };
    let before = SchoolYear(ending.0 - 1);
    let mut due = Vec::new();
    for (years, current) in [((before, ending), ending), ((SchoolYear(0), before), before)] {
        let Some(asked_on) = next_year::asking_day(current, day) else {
            continue;
        };
        let ids = next_years::list_unasked(tx, years, asked_on, PORTION).await?;
        due.extend(ids.into_iter().map(|id| (id, asked_on)));
    }
    Ok(due)
}
