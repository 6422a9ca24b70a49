//! That something the bot knows has changed: noted in the unit of work that changed it, looked at soon after.
//!
//! Only added and deleted, so that nobody waits for anybody.

use crate::domain::ids::{OrganisationId, PairId, PersonId, PostId, ResponseId};
use crate::store::Tx;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// Notes a change of an organisation's facts.
pub async fn touch(tx: &mut Tx, organisation: OrganisationId, now: DateTime<Utc>) -> anyhow::Result<()> {
    tx.count_fact();
    sqlx::query("INSERT INTO fact_changes (id, organisation) VALUES ($1, $2)")
        .bind(tx.next_id(now))
        .bind(organisation.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

macro_rules! touch_of {
    ($($name:ident($id:ty) from $table:literal;)+) => {$(
        /// Notes a change of the facts of the organisation that this belongs to.
        pub(in crate::store) async fn $name(tx: &mut Tx, id: $id, now: DateTime<Utc>) -> anyhow::Result<()> {
            tx.count_fact();
            sqlx::query(concat!(
                "INSERT INTO fact_changes (id, organisation) SELECT $1, organisation FROM ", $table, " WHERE id = $2"
            ))
            .bind(tx.next_id(now))
            .bind(id.0)
            .execute(&mut **tx)
            .await?;
            Ok(())
        }
    )+};
}
touch_of! {
    touch_of_pair(PairId) from "pairs";
    touch_of_person(PersonId) from "people";
    touch_of_post(PostId) from "posts";
    touch_of_response(ResponseId) from "responses";
}

/// The organisations whose facts have changed since their rows were looked at.
pub async fn list_changed(conn: &mut AnyConnection) -> anyhow::Result<Vec<OrganisationId>> {
    let ids: Vec<i64> = sqlx::query_scalar("SELECT DISTINCT organisation FROM fact_changes ORDER BY organisation")
        .fetch_all(conn)
        .await?;
    Ok(ids.into_iter().map(OrganisationId).collect())
}

/// Forgets the changes that are looked at now; what another unit of work is about to note stays for the next time.
pub async fn forget(tx: &mut Tx, organisation: OrganisationId) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM fact_changes WHERE organisation = $1").bind(organisation.0).execute(&mut **tx).await?;
    Ok(())
}
