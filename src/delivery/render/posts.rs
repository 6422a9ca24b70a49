//! News: in the channel, and to the author that it is out.

use super::{Facts, Rendered, words};
use crate::domain::ids::PostId;
use crate::domain::post::PostState;
use crate::store::{organisations, posts};
use crate::text::{Sheet, publishing};
use crate::tr;

/// The post as the channel shows it; nothing once it was taken back or the channel is another one.
pub(super) async fn published(facts: &mut Facts<'_>, id: PostId) -> anyhow::Result<Rendered> {
    let Some(post) = posts::find(facts.db, id).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, post.organisation).await?;
    if post.state != PostState::Scheduled || organisation.channel != facts.chat {
        return Ok(None);
    }
    let text = publishing::post(facts.locale, &post, organisation.today(facts.now));
    let photo = (!post.photo.is_empty()).then_some(post.photo);
    let sheet = Sheet { text, photo, ..Sheet::default() };
    Ok(Some((sheet, None)))
}

/// To the author: the post is out.
pub(super) async fn out(facts: &mut Facts<'_>, id: PostId) -> anyhow::Result<Rendered> {
    let Some(post) = posts::find(facts.db, id).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, post.organisation).await?;
    let text = publishing::beginning(&post.text);
    let channel = &organisation.channel_title;
    Ok(Some(words(tr!(facts.locale, "notice-post-out", text = text, channel = channel))))
}
