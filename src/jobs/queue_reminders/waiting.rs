//! Lines that wait: what happened since the last morning, and what a message could not bring in time.

use super::post::Post;
use super::schools::Schools;
use super::staff::Staff;
use super::{Dealt, PORTION, Report};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::Role;
use crate::domain::reminder::{self, LineEnd, LineKind};
use crate::store::Tx;
use crate::store::digest_lines::{self, WaitingLine};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// How many reminder days late something may still be said that is not a reminder.
const NEWS_KEEP: usize = 10;

pub(super) async fn deal(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<Dealt> {
    let (waiting, unreadable) = digest_lines::list_waiting(tx, now, PORTION).await?;
    let schools = Schools::load(tx, waiting.iter().map(|one| one.organisation)).await?;
    let ids: BTreeSet<OrganisationId> = waiting.iter().map(|one| one.organisation).collect();
    let people: BTreeSet<PersonId> = waiting.iter().map(|one| one.line.person).collect();
    let (ids, people): (Vec<_>, Vec<_>) = (ids.into_iter().collect(), people.into_iter().collect());
    let staff = Staff::curators_and(tx, &ids, &people).await?;
    let mut post = Post::new(now);
    let mut sorted = Sorted::default();
    // Looked at again when somebody may have mended them; the others go on.
    sorted.again.extend(unreadable.iter().map(|id| (*id, now + TimeDelta::days(1))));
    for one in &waiting {
        sort(one, (&schools, &staff), now, (&mut post, &mut sorted));
    }
    digest_lines::end(tx, &sorted.missed, LineEnd::Missed, now).await?;
    digest_lines::end(tx, &sorted.unreachable, LineEnd::Unreachable, now).await?;
    digest_lines::postpone(tx, &sorted.again).await?;
    let queued = post.send(tx, &schools, &staff).await?;
    Ok(Dealt { looked: waiting.len() + unreadable.len(), report: Report { queued, missed: sorted.missed.len() } })
}

/// What becomes of the lines.
#[derive(Default)]
struct Sorted {
    again: Vec<(i64, DateTime<Utc>)>,
    missed: Vec<i64>,
    unreachable: Vec<i64>,
}

fn sort(
    one: &WaitingLine,
    (schools, staff): (&Schools, &Staff),
    now: DateTime<Utc>,
    (post, sorted): (&mut Post, &mut Sorted),
) {
    let open = schools.get(one.organisation).and_then(|school| Some((school, school.open_today(now)?)));
    // What has happened today waits for tomorrow's message.
    let Some((school, today)) = open.filter(|(_, today)| !one.is_new || one.line.owed_on < *today) else {
        sorted.again.push((one.id, schools.next_opening(one.organisation, now)));
        return;
    };
    let (line, is_reminder) = (&one.line, one.line.kind == LineKind::Reminder);
    let late = reminder::days_late(line.owed_on, today, &|day| school.is_day(day));
    let grace = if is_reminder { usize::from(school.policy().grace_days) } else { NEWS_KEEP };
    let reachable = staff.chat(line.person).is_some();
    if reachable && late <= grace {
        sorted.again.push((one.id, school.next_opening(now)));
        post.remember(school, line.person);
        return;
    }
    let (ended, kind) = if reachable {
        (&mut sorted.missed, LineKind::Missed)
    } else {
        (&mut sorted.unreachable, LineKind::Unconnected)
    };
    ended.push(one.id);
    if is_reminder {
        for curator in staff.holding(one.organisation, Role::Curator) {
            post.tell(school, (curator, today), (kind, line.subject, line.mark.clone()));
        }
    }
}
