//! Open occurrences whose time has come: who is told what of them, and when they are looked at next.

use super::post::Post;
use super::schools::{School, Schools};
use super::staff::Staff;
use super::terms::Terms;
use super::{Dealt, PORTION, Report};
use crate::domain::ids::{ActivityId, OccurrenceId, OrganisationId, PersonId};
use crate::domain::people::Role;
use crate::domain::reminder::{self, Audience, LineKind, Mark, Played};
use crate::domain::roadmap::activity::Activity;
use crate::store::wakings::{self, Looked, Waking};
use crate::store::{Tx, activities, dated_rows, occurrences, snoozes};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::HashMap;

/// Until which day who has put which occurrence off.
type PutOff = HashMap<(OccurrenceId, PersonId), NaiveDate>;

/// An occurrence of which something is said today.
struct Spoken<'a> {
    one: &'a Waking,
    row: &'a Activity,
    school: &'a School,
    today: NaiveDate,
    played: Played,
}

pub(super) async fn deal(tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<Dealt> {
    let (waking, unreadable) = wakings::list_due(tx, now, PORTION).await?;
    let schools = Schools::load(tx, waking.iter().map(|one| one.organisation)).await?;
    let rows = rows(tx, &waking, &schools, now).await?;
    let paired = rows_of_pairs(tx, &waking, &rows).await?;
    let (spoken, mut looked) = play_all(&waking, (&rows, &paired), &schools, now);
    // Looked at again when somebody may have mended them; the others go on.
    looked.extend(unreadable.iter().map(|id| Looked { id: *id, at: Some(now + TimeDelta::days(1)), on: None }));
    let concerned: Vec<&Activity> = spoken.iter().map(|one| one.row).collect();
    let staff = Staff::load(tx, &concerned).await?;
    let ids: Vec<OccurrenceId> = spoken.iter().map(|one| one.one.id).collect();
    let put_off = snoozes::list_latest(tx, &ids).await?;
    let mut post = Post::new(now);
    let mut report = Report::default();
    for one in &spoken {
        report.missed += one.played.missed.len();
        for (person, kind, mark) in addressees(one, &staff, &put_off) {
            post.tell(one.school, (person, one.today), (kind, one.one.id.0, mark.to_string()));
        }
    }
    report.queued = post.send(tx, &schools, &staff).await?;
    wakings::record(tx, &looked).await?;
    Ok(Dealt { looked: waking.len() + unreadable.len(), report })
}

/// The rows of those that may be spoken of now.
async fn rows(
    tx: &mut Tx,
    waking: &[Waking],
    schools: &Schools,
    now: DateTime<Utc>,
) -> anyhow::Result<HashMap<ActivityId, Activity>> {
    let is_open = |one: &&Waking| schools.get(one.organisation).is_some_and(|school| school.open_today(now).is_some());
    let mut ids: Vec<ActivityId> = waking.iter().filter(is_open).map(|one| one.activity).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(activities::list_by_ids(tx, &ids).await?.into_iter().map(|row| (row.id, row)).collect())
}

/// A row that comes with the ends of pairs concerns, each time, one pair.
async fn rows_of_pairs(
    tx: &mut Tx,
    waking: &[Waking],
    rows: &HashMap<ActivityId, Activity>,
) -> anyhow::Result<HashMap<OccurrenceId, Activity>> {
    let mut ids: HashMap<OrganisationId, Vec<OccurrenceId>> = HashMap::new();
    for one in waking.iter().filter(|one| one.of_pair && rows.contains_key(&one.activity)) {
        ids.entry(one.organisation).or_default().push(one.id);
    }
    let mut found = HashMap::new();
    for (organisation, ids) in ids {
        let own: Vec<Activity> = rows.values().filter(|row| row.organisation == organisation).cloned().collect();
        let open = occurrences::list_by_ids(tx, &ids).await?;
        let with_rows = dated_rows::with_rows(tx, open, &own).await?;
        found.extend(with_rows.into_iter().map(|(one, row)| (one.id, row)));
    }
    Ok(found)
}

fn play_all<'a>(
    waking: &'a [Waking],
    (rows, paired): (&'a HashMap<ActivityId, Activity>, &'a HashMap<OccurrenceId, Activity>),
    schools: &'a Schools,
    now: DateTime<Utc>,
) -> (Vec<Spoken<'a>>, Vec<Looked>) {
    let mut terms = Terms::default();
    let (mut spoken, mut looked) = (Vec::new(), Vec::with_capacity(waking.len()));
    for one in waking {
        let open = schools.get(one.organisation).and_then(|school| Some((school, school.open_today(now)?)));
        let Some((school, today)) = open else {
            looked.push(Looked { id: one.id.0, at: Some(schools.next_opening(one.organisation, now)), on: None });
            continue;
        };
        let Some(row) = paired.get(&one.id).or_else(|| rows.get(&one.activity)) else {
            looked.push(Looked { id: one.id.0, at: Some(now + TimeDelta::days(1)), on: None });
            continue;
        };
        let known = terms.of(row, school);
        let days = (one.reminded_on, today);
        let played = reminder::play((known.days(one), known.kind), school.policy(), days, &|day| school.is_day(day));
        looked.push(Looked { id: one.id.0, at: played.next.map(|day| school.opening(day)), on: Some(today) });
        if !played.said.is_empty() || !played.missed.is_empty() {
            spoken.push(Spoken { one, row, school, today, played });
        }
    }
    (spoken, looked)
}

/// Whom an occurrence concerns today. The one place that decides it: whoever is to be left out is left out here.
fn addressees(spoken: &Spoken<'_>, staff: &Staff, put_off: &PutOff) -> Vec<(PersonId, LineKind, Mark)> {
    let organisation = spoken.school.organisation.id;
    let (responsible, others_far) = staff.responsible(spoken.school, spoken.row, Some(spoken.one.id));
    // Whoever cannot be written to has the line all the same: the record shows that it reached nobody.
    let beside = |role: Role| staff.all_holding(organisation, role).filter(|person| !responsible.contains(person));
    let mut told = Vec::new();
    for mark in spoken.played.said.iter().copied() {
        match mark.audience() {
            Audience::Responsible => {
                // Whoever has put it off has a line of its own on the chosen day.
                let sleeps = |person: &&PersonId| {
                    put_off.get(&(spoken.one.id, **person)).is_some_and(|until| *until > spoken.today)
                };
                let awake = responsible.iter().filter(|person| !sleeps(person));
                told.extend(awake.map(|person| (*person, LineKind::Reminder, mark)));
                if others_far {
                    let curators = staff.holding(organisation, Role::Curator);
                    told.extend(curators.map(|curator| (curator, LineKind::Unconnected, mark)));
                }
            }
            Audience::Curator => told.extend(beside(Role::Curator).map(|one| (one, LineKind::LateForCurator, mark))),
            Audience::Director => {
                told.extend(beside(Role::Director).map(|one| (one, LineKind::LateForDirector, mark)));
                if beside(Role::Director).any(|one| staff.chat(one).is_none()) {
                    let curators = staff.holding(organisation, Role::Curator);
                    told.extend(curators.map(|curator| (curator, LineKind::Unconnected, mark)));
                }
            }
        }
    }
    for (_, mark) in &spoken.played.missed {
        let curators = staff.holding(organisation, Role::Curator);
        told.extend(curators.map(|curator| (curator, LineKind::Missed, *mark)));
    }
    told
}
