//! One piece of news as the channel will show it, and what can be done with it.

use super::list::Shelf;
use super::{NewsPlace, changed, find_own, to};
use crate::chat::{Action, Button, Screen, Talk, Turn, back, button};
use crate::domain::ids::PostId;
use crate::domain::notice::Notice;
use crate::domain::post::{LONGEST_CAPTION, Post, PostError, PostState};
use crate::label;
use crate::store::organisations::Organisation;
use crate::store::{outbox, posts};
use crate::text::{Locale, Markup, dates, publishing};
use crate::tr;
use chrono::{DateTime, Utc};

pub(super) async fn show(talk: &mut Talk<'_>, id: PostId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(post) = find_own(talk, id).await? else {
        let list = button(label!(locale, "button-news-list"), Action::News);
        return Ok(Screen::new(tr!(locale, "news-gone")).row([list]));
    };
    let organisation = talk.organisation()?.clone();
    let header = header(talk, &post, &organisation).await?;
    let screen = preview(talk, &post, &header);
    let to_list = back(locale, Shelf::of(post.state).action(0));
    Ok(match post.state {
        PostState::Draft | PostState::Failed => open_buttons(locale, &post, &organisation, screen),
        PostState::Scheduled if post.publish_at.is_some_and(|at| at > talk.now) => {
            let recall = Action::NewsRecall { post: post.id, version: post.version };
            screen.row([to_list, button(label!(locale, "button-news-cancel"), recall)])
        }
        PostState::Unknown => {
            let row = outbox::find_by_key(talk.tx, &post.outbox_key()).await?;
            let again = row.map(|row| unknown_buttons(locale, row.id)).unwrap_or_default();
            screen.row(again).row([to_list])
        }
        // On its way: by the time somebody goes back it is on another shelf.
        PostState::Scheduled => screen.row([back(locale, Action::News)]),
        PostState::Published | PostState::Dropped => screen.row([to_list]),
    })
}

/// The post exactly as the channel shows it; a line above says so where the messenger leaves room for it.
fn preview(talk: &Talk<'_>, post: &Post, header: &Markup) -> Screen {
    // The channel speaks Russian whoever looks.
    let body = publishing::post(Locale::Ru, post, talk.today());
    let whole = header.clone().paragraph(&body);
    let fits = post.photo.is_empty() || whole.shown_len() <= LONGEST_CAPTION;
    Screen::new(if fits { whole } else { body }).photo(&post.photo)
}

async fn header(talk: &mut Talk<'_>, post: &Post, organisation: &Organisation) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let channel = &organisation.channel_title;
    let at = post.publish_at.unwrap_or(talk.now);
    let when = dates::moment(locale, at, organisation.zone, talk.today());
    Ok(match post.state {
        PostState::Scheduled if at > talk.now => {
            tr!(locale, "news-scheduled-header", when = when, channel = channel)
        }
        PostState::Scheduled => tr!(locale, "news-leaving-header", channel = channel),
        PostState::Published => tr!(locale, "news-published-header", when = when, channel = channel),
        PostState::Unknown => tr!(locale, "news-unknown-header", channel = channel),
        PostState::Failed => {
            let row = outbox::find_by_key(talk.tx, &post.outbox_key()).await?;
            let reason = row.map(|row| publishing::why_not_out(locale, &row.state, &row.reason));
            tr!(locale, "news-failed-header", reason = reason.unwrap_or_default())
        }
        _ if organisation.has_channel() => tr!(locale, "news-preview-header", channel = channel),
        _ => tr!(locale, "news-preview-plain").line(&tr!(locale, "news-no-channel")),
    })
}

fn open_buttons(locale: Locale, post: &Post, organisation: &Organisation, screen: Screen) -> Screen {
    let (id, version) = (post.id, post.version);
    let screen = screen.row([
        button(label!(locale, "button-news-edit"), Action::NewsRewrite { post: id }),
        button(label!(locale, "button-news-day"), Action::NewsPickDay { post: id }),
    ]);
    let drop = button(label!(locale, "button-news-drop"), Action::NewsAskDrop { post: id });
    let to_list = back(locale, Shelf::of(post.state).action(0));
    if !organisation.has_channel() || post.text.is_empty() {
        return screen.row([to_list, drop]);
    }
    let time = button(label!(locale, "button-news-time"), Action::NewsPickTime { post: id });
    let publish = Action::NewsPublish { post: id, version };
    screen.row([drop, time]).row([to_list, button(label!(locale, "button-news-publish"), publish)])
}

fn unknown_buttons(locale: Locale, outbox: i64) -> Vec<Button> {
    let outbox = outbox.into();
    vec![
        button(label!(locale, "button-trouble-out"), Action::NewsSettle { outbox }),
        button(label!(locale, "button-trouble-again"), Action::NewsAgain { outbox }),
    ]
}

pub(super) async fn show_dropping(talk: &mut Talk<'_>, id: PostId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(post) = find_own(talk, id).await?.filter(Post::is_open) else {
        return show(talk, id).await;
    };
    let drop = Action::NewsDrop { post: id, version: post.version };
    let screen = preview(talk, &post, &tr!(locale, "news-ask-drop"));
    Ok(screen.row([
        button(label!(locale, "button-news-keep"), Action::NewsOpen { post: id }),
        button(label!(locale, "button-news-drop-now"), drop),
    ]))
}

/// Publishes at a time; `seen` is the version that the person looked at, if the button knew it.
pub(super) async fn send_off(
    talk: &mut Talk<'_>,
    (id, seen): (PostId, Option<i64>),
    at: DateTime<Utc>,
) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let Some(post) = find_own(talk, id).await? else {
        return Ok(changed(talk, id));
    };
    let before = post.version;
    if seen == Some(before - 1) && post.state == PostState::Scheduled {
        // The second tap of two in a hurry: it is on its way.
        return Ok(Turn::stay().with_toast(label!(locale, "news-toast-leaving")));
    }
    let channel = talk.organisation()?.channel.clone();
    if seen.is_some_and(|seen| seen != before) || channel.is_empty() || post.text.is_empty() {
        return Ok(changed(talk, id));
    }
    let post = match post.schedule(at, talk.now) {
        Ok(post) => post,
        Err(PostError::WrongState(_)) => return Ok(changed(talk, id)),
        Err(PostError::Past) => return Ok(Turn::hint(tr!(locale, "news-time-past"))),
        Err(PostError::TooFar) => return Ok(Turn::hint(tr!(locale, "news-time-far"))),
    };
    if !posts::save(talk.tx, &post, before).await? {
        return Ok(changed(talk, id));
    }
    let notice = Notice::PostPublished { post: id };
    talk.announce(&channel, &post.outbox_key(), notice, at).await?;
    let toast =
        if at > talk.now { label!(locale, "news-toast-scheduled") } else { label!(locale, "news-toast-leaving") };
    Ok(to(NewsPlace::Post { post: id }).with_toast(toast))
}

/// Takes a scheduled post back before its time.
pub(super) async fn recall(talk: &mut Talk<'_>, (id, seen): (PostId, i64)) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let Some(post) = find_own(talk, id).await?.filter(|post| post.version == seen) else {
        return Ok(changed(talk, id));
    };
    let key = post.outbox_key();
    let Ok(draft) = post.recall() else {
        return Ok(changed(talk, id));
    };
    if !outbox::withdraw(talk.tx, &key, "taken back by a person", talk.now).await? {
        return Ok(Turn::stay().with_toast(label!(locale, "news-toast-too-late")));
    }
    if !posts::save(talk.tx, &draft, seen).await? {
        anyhow::bail!("a post changed while its unit of work held it");
    }
    Ok(to(NewsPlace::Post { post: id }).with_toast(label!(locale, "news-toast-cancelled")))
}

/// Throws a draft away.
pub(super) async fn discard(talk: &mut Talk<'_>, (id, seen): (PostId, i64)) -> anyhow::Result<Turn> {
    let Some(post) = find_own(talk, id).await?.filter(|post| post.version == seen) else {
        return Ok(changed(talk, id));
    };
    let Ok(dropped) = post.discard() else {
        return Ok(changed(talk, id));
    };
    if !posts::save(talk.tx, &dropped, seen).await? {
        return Ok(changed(talk, id));
    }
    Ok(to(NewsPlace::Home).with_toast(label!(talk.locale, "news-toast-dropped")))
}
