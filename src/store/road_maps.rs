//! Road maps by school year, and documents that were read but not loaded yet.

use super::{Tx, facts, from_ms, to_ms};
use crate::domain::ids::OrganisationId;
use crate::domain::roadmap::document::Document;
use crate::domain::school_year::SchoolYear;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::borrow::Cow;

/// A road map that is in force.
pub struct RoadMap {
    pub title: String,
    /// Name of the file; '' for the built-in template and for text from the chat.
    pub source_name: String,
    pub loaded_at: DateTime<Utc>,
}

coded_enum! {
    /// Where a document came from.
    pub enum Source {
        File = "file",
        Typed = "typed",
        Template = "template",
    }
}

/// A document that was read and shown, but not loaded yet.
pub struct Draft {
    pub source: Source,
    pub source_name: String,
    pub document: Document,
}

/// The codes of a document's forms.
const TEXT: &str = "text";
const GRID: &str = "grid";

pub async fn find(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Option<RoadMap>> {
    let row: Option<(String, String, i64)> = sqlx::query_as(
        "SELECT title, source_name, loaded_at FROM road_maps WHERE organisation = $1 AND school_year = $2",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|(title, source_name, ms)| RoadMap { title, source_name, loaded_at: from_ms(ms) }))
}

pub async fn save(
    tx: &mut Tx,
    organisation: OrganisationId,
    year: SchoolYear,
    road_map: &RoadMap,
) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO road_maps (organisation, school_year, title, source_name, loaded_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation, school_year) DO UPDATE
         SET title = excluded.title, source_name = excluded.source_name, loaded_at = excluded.loaded_at",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(&road_map.title)
    .bind(&road_map.source_name)
    .bind(to_ms(road_map.loaded_at))
    .execute(&mut **tx)
    .await?;
    // Its rows may wait for what has long come true.
    facts::touch(tx, organisation, road_map.loaded_at).await
}

pub async fn find_draft(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    year: SchoolYear,
) -> anyhow::Result<Option<Draft>> {
    let row: Option<(String, String, String, String)> = sqlx::query_as(
        "SELECT source, source_name, form, document FROM road_map_drafts WHERE organisation = $1 AND school_year = $2",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .fetch_optional(conn)
    .await?;
    let Some((source, source_name, form, written)) = row else {
        return Ok(None);
    };
    let document = if form == GRID { Document::Grid(serde_json::from_str(&written)?) } else { Document::Text(written) };
    Ok(Source::from_code(&source).map(|source| Draft { source, source_name, document }))
}

/// Keeps the document to be loaded; an earlier one is forgotten.
pub async fn save_draft(
    tx: &mut Tx,
    organisation: OrganisationId,
    year: SchoolYear,
    draft: &Draft,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let (form, written) = match &draft.document {
        Document::Text(text) => (TEXT, Cow::Borrowed(text.as_str())),
        Document::Grid(cells) => (GRID, Cow::Owned(serde_json::to_string(cells)?)),
    };
    sqlx::query(
        "INSERT INTO road_map_drafts (organisation, school_year, source, source_name, form, document, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (organisation, school_year) DO UPDATE
         SET source = excluded.source, source_name = excluded.source_name, form = excluded.form,
             document = excluded.document, updated_at = excluded.updated_at",
    )
    .bind(organisation.0)
    .bind(i64::from(year.0))
    .bind(draft.source.code())
    .bind(&draft.source_name)
    .bind(form)
    .bind(written.as_ref())
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub async fn delete_draft(tx: &mut Tx, organisation: OrganisationId, year: SchoolYear) -> anyhow::Result<()> {
    sqlx::query("DELETE FROM road_map_drafts WHERE organisation = $1 AND school_year = $2")
        .bind(organisation.0)
        .bind(i64::from(year.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
