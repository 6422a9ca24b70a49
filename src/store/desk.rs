//! What waits for the curators, as keys: a new key is told once, the words are made when the message leaves.

use crate::domain::ids::OrganisationId;
use crate::domain::reminder::MOST_PUT_OFF;
use crate::store::{accounts, doubts, handovers, snoozes};
use chrono::NaiveDate;
use sqlx::AnyConnection;
use std::collections::BTreeSet;

/// The organisations where anything at all may wait.
pub async fn list_organisations(conn: &mut AnyConnection) -> anyhow::Result<Vec<OrganisationId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT organisation FROM doubts WHERE answer = ''
         UNION SELECT organisation FROM handovers WHERE settled_at IS NULL
         UNION SELECT o.organisation FROM snoozes s JOIN occurrences o ON o.id = s.occurrence AND o.state = 'open'
         UNION SELECT p.organisation FROM accounts a JOIN people p ON p.id = a.person
               WHERE a.unreachable_at IS NOT NULL AND p.archived_at IS NULL
         ORDER BY 1",
    )
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(OrganisationId).collect())
}

/// Everything that waits at one organisation on a day.
pub async fn list_keys(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    today: NaiveDate,
) -> anyhow::Result<BTreeSet<String>> {
    let mut keys = BTreeSet::new();
    keys.extend(doubts::list_asked(conn, organisation, today).await?.iter().map(|one| format!("d{}", one.id)));
    keys.extend(handovers::list_open(conn, organisation).await?.iter().map(|one| format!("h{}", one.id)));
    let often = snoozes::list_often(conn, organisation, MOST_PUT_OFF).await?;
    keys.extend(often.iter().map(|(one, person, _)| format!("s{one}:{person}")));
    let unreached = accounts::list_unreached(conn, organisation).await?;
    keys.extend(unreached.iter().filter(|one| one.blocked_at.is_some()).map(|one| format!("u{}", one.person)));
    Ok(keys)
}
