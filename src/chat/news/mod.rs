//! News and events for the channel: written, looked at as the channel will show them, published now or at a time.
//!
//! `list` is the way in, `write` takes words and photos, `card` shows one piece and sends it off, `timing` asks for
//! days and times, `trouble` answers when it is not known whether something came out.

mod card;
mod list;
mod timing;
pub(super) mod trouble;
mod write;

use super::{Action, Input, Screen, State, Talk, Turn, menu};
use crate::domain::ids::PostId;
use crate::domain::people::Role;
use crate::domain::post::Post;
use crate::store::posts;
use crate::tr;

use list::Shelf;
use serde::{Deserialize, Serialize};
use trouble::Word;

/// Where a chat stands among the news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "news", rename_all = "snake_case")]
pub enum NewsPlace {
    /// What there is.
    Home,
    Shelf {
        shelf: Shelf,
        page: u32,
    },
    /// The words or the photo are awaited; `None` for a new piece.
    Writing {
        post: Option<PostId>,
    },
    /// One piece as the channel will show it.
    Post {
        post: PostId,
    },
    /// The day of the event is awaited.
    Day {
        post: PostId,
    },
    /// The time of publishing is awaited.
    Time {
        post: PostId,
    },
    /// Really delete it?
    Dropping {
        post: PostId,
    },
}

fn to(place: NewsPlace) -> Turn {
    Turn::to(State::News(place))
}

/// Draws the screen of a place.
pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    if !may_publish(talk) {
        let text = tr!(talk.locale, "news-not-yours");
        return Ok(Screen::new(text).row([menu(talk.locale)]));
    }
    let State::News(place) = state else {
        return list::show(talk).await;
    };
    match *place {
        NewsPlace::Home => list::show(talk).await,
        NewsPlace::Shelf { shelf, page } => list::show_shelf(talk, shelf, page).await,
        NewsPlace::Writing { post } => write::show(talk, post).await,
        NewsPlace::Post { post } => card::show(talk, post).await,
        NewsPlace::Day { post } => timing::show_day(talk, post).await,
        NewsPlace::Time { post } => timing::show_time(talk, post).await,
        NewsPlace::Dropping { post } => card::show_dropping(talk, post).await,
    }
}

/// Takes what a person did.
pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    if !may_publish(talk) {
        return Ok(Turn::to(State::Home));
    }
    let place = match state {
        State::News(place) => place,
        _ => NewsPlace::Home,
    };
    match (input, place) {
        (Input::Press(action), _) => press(talk, action).await,
        (input, NewsPlace::Writing { post }) => write::take(talk, post, input).await,
        (Input::Text(text), NewsPlace::Day { post }) => timing::type_day(talk, post, &text).await,
        (Input::Text(text), NewsPlace::Time { post }) => timing::type_time(talk, post, &text).await,
        (Input::Text(_) | Input::Photo { .. }, NewsPlace::Post { .. }) => {
            Ok(Turn::hint(tr!(talk.locale, "news-use-buttons")))
        }
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

async fn press(talk: &mut Talk<'_>, action: Action) -> anyhow::Result<Turn> {
    match action {
        Action::NewsDrafts { page } => Ok(to_shelf(Shelf::Drafts, page)),
        Action::NewsScheduled { page } => Ok(to_shelf(Shelf::Scheduled, page)),
        Action::NewsPast { page } => Ok(to_shelf(Shelf::Past, page)),
        Action::NewsNew => Ok(to(NewsPlace::Writing { post: None })),
        Action::NewsRewrite { post } => Ok(to(NewsPlace::Writing { post: Some(post) })),
        Action::NewsOpen { post } => Ok(to(NewsPlace::Post { post })),
        Action::NewsPickDay { post } => Ok(to(NewsPlace::Day { post })),
        Action::NewsSetDay { post, on } => timing::set_day(talk, post, Some(on)).await,
        Action::NewsClearDay { post } => timing::set_day(talk, post, None).await,
        Action::NewsClearPhoto { post } => write::clear_photo(talk, post).await,
        Action::NewsPickTime { post } => Ok(to(NewsPlace::Time { post })),
        Action::NewsPublish { post, version } => card::send_off(talk, (post, Some(version)), talk.now).await,
        Action::NewsSchedule { post, on, hour } => timing::press_time(talk, post, (on, hour)).await,
        Action::NewsRecall { post, version } => card::recall(talk, (post, version)).await,
        Action::NewsAskDrop { post } => Ok(to(NewsPlace::Dropping { post })),
        Action::NewsDrop { post, version } => card::discard(talk, (post, version)).await,
        Action::NewsAgain { outbox } => Ok(Turn::hint(trouble::answer(talk, outbox, Word::SendAgain).await?)),
        Action::NewsSettle { outbox } => Ok(Turn::hint(trouble::answer(talk, outbox, Word::Settled).await?)),
        _ => Ok(to(NewsPlace::Home)),
    }
}

/// The answers under the notice that something public went wrong.
pub(super) async fn turn_trouble(talk: &mut Talk<'_>, _state: State, input: Input) -> anyhow::Result<Turn> {
    trouble::turn(talk, input).await
}

fn to_shelf(shelf: Shelf, page: u32) -> Turn {
    to(NewsPlace::Shelf { shelf, page })
}

/// Curators, and those whom the curator made responsible for publishing.
fn may_publish(talk: &Talk<'_>) -> bool {
    talk.is(Role::Curator) || talk.is(Role::Publisher)
}

/// A post of this organisation; a button never gives access to another one's.
async fn find_own(talk: &mut Talk<'_>, id: PostId) -> anyhow::Result<Option<Post>> {
    let organisation = talk.organisation()?.id;
    let post = posts::find(talk.tx, id).await?;
    Ok(post.filter(|post| post.organisation == organisation))
}

/// What to say when a post is not there or is not as the screen showed it (F28).
fn changed(talk: &Talk<'_>, post: PostId) -> Turn {
    to(NewsPlace::Post { post }).with_note(tr!(talk.locale, "news-changed"))
}
