//! Rows without a day of their own: a quiet line from time to time, and no date is made up.

use super::post::Post;
use super::schools::Schools;
use super::staff::Staff;
use super::terms::Terms;
use super::{Dealt, PORTION, Report};
use crate::domain::ids::{ActivityId, PersonId};
use crate::domain::people::Role;
use crate::domain::reminder::{self, LineKind, ReminderKind};
use crate::domain::roadmap::activity::Activity;
use crate::store::reminders;
use crate::store::wakings::Looked;
use crate::store::{Tx, activities};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;

pub(super) async fn deal(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<Dealt> {
    let waking = reminders::list_waking_rows(tx, now, PORTION).await?;
    let schools = Schools::load(tx, waking.iter().map(|one| one.organisation)).await?;
    let ids: Vec<ActivityId> = waking.iter().map(|one| one.id).collect();
    let rows = activities::list_by_ids(tx, &ids).await?;
    let rows: HashMap<ActivityId, &Activity> = rows.iter().map(|row| (row.id, row)).collect();
    let mut terms = Terms::default();
    let (mut spoken, mut looked) = (Vec::new(), Vec::with_capacity(waking.len()));
    for one in &waking {
        let (Some(school), Some(row)) = (schools.get(one.organisation), rows.get(&one.id)) else {
            looked.push(Looked { id: one.id.0, at: Some(now + TimeDelta::days(1)), on: None });
            continue;
        };
        let known = terms.of(row, school);
        let marks = school.policy().marks(known.kind);
        if known.has_days() || marks.on.is_empty() {
            looked.push(Looked { id: one.id.0, at: None, on: None });
            continue;
        }
        let Some(today) = school.open_today(now) else {
            looked.push(Looked { id: one.id.0, at: Some(school.next_opening(now)), on: None });
            continue;
        };
        let (said, next) = reminder::play_standing(marks, (one.reminded_on, today), &|day| school.is_day(day));
        looked.push(Looked { id: one.id.0, at: next.map(|day| school.opening(day)), on: Some(today) });
        // Next year's road map has rows of its own.
        if said && row.school_year.contains(today) {
            spoken.push((*row, school, today, known.kind));
        }
    }
    let concerned: Vec<&Activity> = spoken.iter().map(|(row, ..)| *row).collect();
    let staff = Staff::load(tx, &concerned).await?;
    let mut post = Post::new(now);
    for (row, school, today, kind) in spoken {
        // Only the curator can enter the day of somebody else's plan.
        let told: Vec<PersonId> = match kind {
            ReminderKind::ExternalPlan => staff.holding(school.organisation.id, Role::Curator).collect(),
            _ => staff.responsible(school, row, None).0,
        };
        for person in told {
            post.tell(school, (person, today), (LineKind::Standing, row.id.0, today.to_string()));
        }
    }
    let queued = post.send(tx, &schools, &staff).await?;
    reminders::record_rows(tx, &looked).await?;
    Ok(Dealt { looked: waking.len(), report: Report { queued, missed: 0 } })
}
