//! Organisations.

use super::{Tx, many, to_ms};
use crate::domain::ids::OrganisationId;
use crate::domain::people::OrganisationKind;
use crate::domain::school_year::SchoolYear;
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sqlx::AnyConnection;

/// A school, a kindergarten, a centre: whose programme it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: String,
    pub kind: OrganisationKind,
    pub zone: Tz,
    pub school_year: SchoolYear,
    /// The channel's address; '' while there is none.
    pub channel: String,
    pub channel_title: String,
}

impl Organisation {
    /// The civil day at this organisation.
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.zone).date_naive()
    }

    pub fn has_channel(&self) -> bool {
        !self.channel.is_empty()
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct OrganisationRow {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) zone: String,
    pub(super) school_year: i64,
    pub(super) channel: String,
    pub(super) channel_title: String,
}

impl TryFrom<OrganisationRow> for Organisation {
    type Error = anyhow::Error;

    fn try_from(row: OrganisationRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id.into(),
            kind: OrganisationKind::from_code(&row.kind).context("unknown kind of organisation")?,
            zone: row.zone.parse().ok().context("unknown time zone")?,
            school_year: SchoolYear(i32::try_from(row.school_year)?),
            name: row.name,
            channel: row.channel,
            channel_title: row.channel_title,
        })
    }
}

pub async fn find(conn: &mut AnyConnection, id: OrganisationId) -> anyhow::Result<Option<Organisation>> {
    let row: Option<OrganisationRow> = sqlx::query_as(
        "SELECT id, name, kind, zone, school_year, channel, channel_title FROM organisations WHERE id = $1",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    row.map(Organisation::try_from).transpose()
}

pub async fn get(conn: &mut AnyConnection, id: OrganisationId) -> anyhow::Result<Organisation> {
    find(conn, id).await?.with_context(|| format!("no organisation {id}"))
}

pub async fn list(conn: &mut AnyConnection) -> anyhow::Result<Vec<Organisation>> {
    let rows: Vec<OrganisationRow> = sqlx::query_as(
        "SELECT id, name, kind, zone, school_year, channel, channel_title FROM organisations ORDER BY id",
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Organisation::try_from).collect()
}

/// Those among them that are there, by identifiers. One that cannot be read is left out and noted: its trouble must
/// not silence the others.
pub async fn list_by_ids(conn: &mut AnyConnection, ids: &[OrganisationId]) -> anyhow::Result<Vec<Organisation>> {
    let head = "SELECT id, name, kind, zone, school_year, channel, channel_title FROM organisations WHERE id";
    let rows: Vec<OrganisationRow> = many::select(conn, head, ids.iter().map(|id| id.0)).await?;
    let rows = rows.into_iter().map(|row| (row.id, row));
    Ok(many::readable("organisation", rows, Organisation::try_from))
}

/// Makes or changes an organisation.
pub async fn save(tx: &mut Tx, organisation: &Organisation, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO organisations (id, name, kind, zone, school_year, channel, channel_title, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE
         SET name = excluded.name, kind = excluded.kind, zone = excluded.zone,
             school_year = excluded.school_year, channel = excluded.channel,
             channel_title = excluded.channel_title",
    )
    .bind(organisation.id.0)
    .bind(&organisation.name)
    .bind(organisation.kind.code())
    .bind(organisation.zone.name())
    .bind(i64::from(organisation.school_year.0))
    .bind(&organisation.channel)
    .bind(&organisation.channel_title)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Lets nobody else change this organisation's staff until the unit of work ends.
pub async fn lock(tx: &mut Tx, id: OrganisationId) -> anyhow::Result<()> {
    sqlx::query("UPDATE organisations SET name = name WHERE id = $1").bind(id.0).execute(&mut **tx).await?;
    Ok(())
}
