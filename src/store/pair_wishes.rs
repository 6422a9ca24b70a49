//! The curator's word on who must or must not be together.

use super::Tx;
use crate::domain::ids::OrganisationId;
use crate::domain::matching::Couple;
use crate::domain::school_year::SchoolYear;
use sqlx::AnyConnection;

coded_enum! {
    /// What the curator wants of a couple.
    pub enum Wish {
        /// They are together whatever they score.
        Pin = "pin",
        Ban = "ban",
    }
}

/// Keeps a wish in the place of an earlier one about the same couple.
pub async fn save(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    couple: Couple,
    wish: Wish,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO pair_wishes (organisation, school_year, mentor, mentee, wish) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation, school_year, mentor, mentee) DO UPDATE SET wish = excluded.wish",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(couple.mentor.0)
    .bind(couple.mentee.0)
    .bind(wish.code())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Forgets a wish.
pub async fn delete(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    couple: Couple,
) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM pair_wishes WHERE organisation = $1 AND school_year = $2 AND mentor = $3 AND mentee = $4")
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .bind(couple.mentor.0)
        .bind(couple.mentee.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Forgets with whom a mentee was to be: only one pin can hold.
pub async fn delete_pins(
    tx: &mut Tx,
    (organisation, year): (OrganisationId, SchoolYear),
    mentee: crate::domain::ids::PersonId,
) -> anyhow::Result<()> {
    sqlx::query(
        "DELETE FROM pair_wishes WHERE organisation = $1 AND school_year = $2 AND mentee = $3 AND wish = 'pin'",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(mentee.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// All wishes of a school year, by ids.
pub async fn list(
    conn: &mut AnyConnection,
    (organisation, year): (OrganisationId, SchoolYear),
) -> anyhow::Result<Vec<(Couple, Wish)>> {
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(
        "SELECT mentor, mentee, wish FROM pair_wishes WHERE organisation = $1 AND school_year = $2
         ORDER BY mentor, mentee",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_all(conn)
    .await?;
    let read = |(mentor, mentee, wish): (i64, i64, String)| {
        let couple = Couple { mentor: mentor.into(), mentee: mentee.into() };
        Wish::from_code(&wish).map(|wish| (couple, wish))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
