//! News: drafts, what waits for its time, what has come out.

use super::{Tx, facts, from_ms, to_date, to_ms};
use crate::domain::ids::{OrganisationId, PostId};
use crate::domain::post::{Post, PostState};
use anyhow::Context;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

#[derive(sqlx::FromRow)]
struct PostRow {
    id: i64,
    organisation: i64,
    author: i64,
    text: String,
    photo: String,
    event_on: String,
    state: String,
    publish_at: Option<i64>,
    version: i64,
}

impl TryFrom<PostRow> for Post {
    type Error = anyhow::Error;

    fn try_from(row: PostRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organisation: row.organisation.into(),
            author: row.author.into(),
            text: row.text,
            photo: row.photo,
            event_on: to_date(&row.event_on),
            state: PostState::from_code(&row.state).context("unknown state of a post")?,
            publish_at: row.publish_at.map(from_ms),
            version: row.version,
        })
    }
}

pub async fn insert(tx: &mut Tx, post: &Post, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO posts (id, organisation, author, text, photo, event_on, state, publish_at, version, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(post.id.0)
    .bind(post.organisation.0)
    .bind(post.author.0)
    .bind(&post.text)
    .bind(&post.photo)
    .bind(event_on(post))
    .bind(post.state.code())
    .bind(post.publish_at.map(to_ms))
    .bind(post.version)
    .bind(to_ms(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn event_on(post: &Post) -> String {
    post.event_on.map(|day| day.to_string()).unwrap_or_default()
}

/// Keeps a changed post whose version was `seen`; `false` when somebody has changed it meanwhile.
pub async fn save(tx: &mut Tx, post: &Post, seen: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "UPDATE posts SET text = $3, photo = $4, event_on = $5, state = $6, publish_at = $7, version = $8
         WHERE id = $1 AND version = $2",
    )
    .bind(post.id.0)
    .bind(seen)
    .bind(&post.text)
    .bind(&post.photo)
    .bind(event_on(post))
    .bind(post.state.code())
    .bind(post.publish_at.map(to_ms))
    .bind(post.version)
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes what became of a post that was on its way; its version stays, because that is what left.
pub async fn record(tx: &mut Tx, id: PostId, state: PostState, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::query("UPDATE posts SET state = $2 WHERE id = $1 AND state <> 'dropped'")
        .bind(id.0)
        .bind(state.code())
        .execute(&mut **tx)
        .await?;
    facts::touch_of_post(tx, id, now).await
}

pub async fn find(conn: &mut AnyConnection, id: PostId) -> anyhow::Result<Option<Post>> {
    let row: Option<PostRow> = sqlx::query_as(
        "SELECT id, organisation, author, text, photo, event_on, state, publish_at, version FROM posts WHERE id = $1",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    row.map(Post::try_from).transpose()
}

/// The posts of an organisation without the dropped ones: the next to come out first, then the newest.
pub async fn list(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<Vec<Post>> {
    let rows: Vec<PostRow> = sqlx::query_as(
        "SELECT id, organisation, author, text, photo, event_on, state, publish_at, version FROM posts
         WHERE organisation = $1 AND state <> 'dropped'
         ORDER BY CASE WHEN state = 'scheduled' THEN publish_at ELSE 0 END, id DESC",
    )
    .bind(organisation.0)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Post::try_from).collect()
}
