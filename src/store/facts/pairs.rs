//! How far the pairs of the year have come.

use crate::domain::consent::Consents;
use crate::domain::ids::PairId;
use crate::domain::pair::{Order, PairState, Stage};
use crate::domain::roadmap::binding::{Fact, Finding, OrderRef};
use crate::store::organisations::Organisation;
use crate::store::pairs::{self, PairRecord};
use crate::store::responses::consents as consented;
use crate::store::{self};
use chrono::NaiveDate;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};

async fn of_year(conn: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<Vec<PairRecord>> {
    pairs::list(conn, organisation.id, organisation.school_year).await
}

fn in_states(records: &[PairRecord], states: &[PairState]) -> usize {
    records.iter().filter(|record| states.contains(&record.pair.state())).count()
}

/// Both sides of every pair said yes, and nobody in the bank of mentees is without a pair.
pub(super) async fn agreed(conn: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<Option<Finding>> {
    let records = of_year(conn, organisation).await?;
    let agreed = in_states(&records, &[PairState::Agreed, PairState::Ordered, PairState::Active, PairState::Completed]);
    let waiting = in_states(&records, &[PairState::Proposed]) + unpaired(conn, organisation).await?;
    let answered = records.iter().flat_map(|record| [record.pair.mentor_agreed_at, record.pair.mentee_agreed_at]);
    let on = answered.flatten().max().map(|at| organisation.today(at));
    Ok(Finding::new(Fact::PairsAgreed, (agreed, waiting), on))
}

/// The consents that an order needs, of everybody whom it names or will name.
pub(super) async fn consents(conn: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<Option<Finding>> {
    let records = of_year(conn, organisation).await?;
    let given = store::consents::list_staff(conn, organisation.id).await?;
    let nothing = Consents::default();
    let mut people: BTreeMap<_, bool> = BTreeMap::new();
    for pair in records.iter().map(|record| &record.pair) {
        if !matches!(pair.state(), PairState::Agreed | PairState::Ordered | PairState::Active) {
            continue;
        }
        let of = |person| given.get(&person).unwrap_or(&nothing);
        *people.entry(pair.mentor).or_insert(true) &= of(pair.mentor).may_be_ordered_as_mentor();
        *people.entry(pair.mentee).or_insert(true) &= of(pair.mentee).may_be_ordered_as_mentee();
    }
    let ready = people.values().filter(|ready| **ready).count();
    Ok(Finding::new(Fact::PairConsents, (ready, people.len() - ready), None))
}

/// Every pair has its order.
pub(super) async fn ordered(conn: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<Option<Finding>> {
    let records = of_year(conn, organisation).await?;
    let mut orders: BTreeSet<OrderRef> = BTreeSet::new();
    let mut count = 0;
    for order in records.iter().filter_map(|record| standing_order(&record.pair.stage)) {
        orders.insert(OrderRef { date: order.date, number: order.number.clone() });
        count += 1;
    }
    let waiting = in_states(&records, &[PairState::Proposed, PairState::Agreed]) + unpaired(conn, organisation).await?;
    let on = orders.last().map(|order| order.date);
    let found = Finding::new(Fact::PairsOrdered, (count, waiting), on);
    Ok(found.map(|found| Finding { orders: orders.into_iter().collect(), ..found }))
}

/// The order of a pair that it still stands in.
fn standing_order(stage: &Stage) -> Option<&Order> {
    match stage {
        Stage::Ordered { order } | Stage::Active { order, .. } | Stage::Completed { order, .. } => Some(order),
        _ => None,
    }
}

/// Every pair's programme is completed, or that of the one pair that is asked about.
pub(super) async fn completed(
    conn: &mut AnyConnection,
    organisation: &Organisation,
    only: Option<PairId>,
) -> anyhow::Result<Option<Finding>> {
    let mut records = of_year(conn, organisation).await?;
    records.retain(|record| only.is_none_or(|only| only == record.pair.id));
    let days: Vec<NaiveDate> = records
        .iter()
        .filter_map(|record| match record.pair.stage {
            Stage::Completed { on, .. } => Some(on),
            _ => None,
        })
        .collect();
    let waiting = records.iter().filter(|record| record.pair.state().is_open()).count();
    Ok(Finding::new(Fact::PairsCompleted, (days.len(), waiting), days.into_iter().max()))
}

/// Those in the bank of mentees whom nobody has been found for.
async fn unpaired(conn: &mut AnyConnection, organisation: &Organisation) -> anyhow::Result<usize> {
    let count: i64 = sqlx::query_scalar(concat!(
        "SELECT COUNT(*) FROM responses r JOIN people p ON p.id = r.person AND p.archived_at IS NULL
         WHERE r.organisation = $1 AND r.school_year = $2 AND r.questionnaire = 'mentee' AND r.state = 'finished' AND ",
        consented!(),
        " AND NOT EXISTS (SELECT 1 FROM pairs q WHERE q.mentee = p.id AND q.school_year = $2
                          AND q.state IN ('proposed', 'agreed', 'ordered', 'active', 'completed'))"
    ))
    .bind(organisation.id.0)
    .bind(i64::from(organisation.school_year.0))
    .fetch_one(conn)
    .await?;
    Ok(usize::try_from(count).unwrap_or(0))
}
