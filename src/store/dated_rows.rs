//! Occurrences with their rows, as people see them: a row that comes with the pairs' ends stands there once for each
//! pair, with the pair on its line and the pair's mentor among those responsible.

use super::{activities, many};
use crate::domain::ids::{OrganisationId, PairId};
use crate::domain::pair::Pair;
use crate::domain::people::short_name;
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use anyhow::Context;
use sqlx::AnyConnection;
use std::collections::HashMap;

/// A pair with what its line is called: «Иванова М. П. → Петров И. С.».
type Couples = HashMap<PairId, (Pair, String)>;

/// Each occurrence with its row, in the order of the occurrences; those without a row among `rows` are left out.
pub async fn with_rows(
    conn: &mut AnyConnection,
    found: Vec<Occurrence>,
    rows: &[Activity],
) -> anyhow::Result<Vec<(Occurrence, Activity)>> {
    let with_pair = found.iter().find(|one| one.pair.is_some());
    let couples = match with_pair {
        Some(one) => couples(conn, one.organisation).await?,
        None => Couples::new(),
    };
    let by_id: HashMap<_, &Activity> = rows.iter().map(|row| (row.id, row)).collect();
    let with_row = |one: Occurrence| {
        let row = by_id.get(&one.activity)?;
        let row = as_it_concerns(row, one.pair.and_then(|pair| couples.get(&pair)));
        Some((one, row))
    };
    Ok(found.into_iter().filter_map(with_row).collect())
}

/// The row of one occurrence.
pub async fn row_of(conn: &mut AnyConnection, one: &Occurrence) -> anyhow::Result<Option<Activity>> {
    let row = activities::find(conn, one.activity).await?;
    let Some(pair) = one.pair else {
        return Ok(row);
    };
    let couples = couples(conn, one.organisation).await?;
    Ok(row.map(|row| as_it_concerns(&row, couples.get(&pair))))
}

fn as_it_concerns(row: &Activity, couple: Option<&(Pair, String)>) -> Activity {
    couple.map_or_else(|| row.clone(), |(pair, couple)| row.of_pair(pair, couple))
}

/// The pairs that occurrences of an organisation belong to.
async fn couples(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Couples> {
    let rows: Vec<(i64, String, String, String)> = sqlx::query_as(
        "SELECT p.id, p.pair, mentor.full_name, mentee.full_name FROM pairs p
         JOIN people mentor ON mentor.id = p.mentor JOIN people mentee ON mentee.id = p.mentee
         WHERE p.organisation = $1",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    let couple = |(pair, mentor, mentee): (String, String, String)| {
        let pair: Pair = serde_json::from_str(&pair).context("a stored pair cannot be read")?;
        Ok((pair.id, (pair, format!("{} → {}", short_name(&mentor), short_name(&mentee)))))
    };
    let rows = rows.into_iter().map(|(id, pair, mentor, mentee)| (id, (pair, mentor, mentee)));
    Ok(many::readable("pair", rows, couple).into_iter().collect())
}
