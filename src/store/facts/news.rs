//! News that came out in the channel.

use crate::domain::post::PostState;
use crate::domain::roadmap::binding::{Fact, Finding, Window};
use crate::store::organisations::Organisation;
use crate::store::posts;
use chrono::NaiveDate;
use sqlx::AnyConnection;

/// The news of some days.
pub(super) async fn find(
    conn: &mut AnyConnection,
    organisation: &Organisation,
    window: Window,
) -> anyhow::Result<Option<Finding>> {
    let posts = posts::list(conn, organisation.id).await?;
    let published = posts.into_iter().filter(|post| post.state == PostState::Published);
    let year = organisation.school_year;
    let days: Vec<NaiveDate> = published
        .filter_map(|post| post.publish_at.map(|at| organisation.today(at)))
        .filter(|day| year.contains(*day) && window.holds(Some(*day)))
        .collect();
    Ok(Finding::new(Fact::NewsOut, (days.len(), 0), days.iter().max().copied()))
}
