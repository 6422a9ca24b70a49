//! The words and the photo of a piece of news.

use super::{NewsPlace, changed, find_own, to};
use crate::chat::{Action, Input, Screen, Talk, Turn, back, button};
use crate::domain::ids::PostId;
use crate::domain::post::{LONGEST_CAPTION, LONGEST_TEXT, Post, PostState};
use crate::domain::typed_text::{self, TextProblem};
use crate::label;
use crate::store::posts;
use crate::text::{Locale, Markup, publishing};
use crate::tr;

pub(super) async fn show(talk: &mut Talk<'_>, id: Option<PostId>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let post = match id {
        Some(id) => find_own(talk, id).await?.filter(Post::is_open),
        None => None,
    };
    let Some(post) = post else {
        return Ok(Screen::new(tr!(locale, "news-write")).row([back(locale, Action::News)]));
    };
    let text = if post.text.is_empty() {
        tr!(locale, "news-write-first")
    } else {
        tr!(locale, "news-rewrite", text = &post.text)
    };
    let clear = (!post.photo.is_empty() && !post.text.is_empty())
        .then(|| button(label!(locale, "button-news-no-photo"), Action::NewsClearPhoto { post: post.id }));
    let back = back(locale, Action::NewsOpen { post: post.id });
    Ok(Screen::new(text).row([back].into_iter().chain(clear)))
}

/// Takes a text, or a photo with or without one.
pub(super) async fn take(talk: &mut Talk<'_>, id: Option<PostId>, input: Input) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let post = match id {
        Some(id) => find_own(talk, id).await?.filter(Post::is_open),
        None => Some(new_draft(talk)?),
    };
    let Some(post) = post else {
        return Ok(id.map_or_else(Turn::stay, |id| changed(talk, id)));
    };
    let (words, photo) = match input {
        Input::Text(text) => (text, None),
        Input::Photo { file, caption } => (caption, Some(file)),
        Input::File(_) => return Ok(Turn::hint(tr!(locale, "news-needs-photo"))),
        Input::Press(_) => return Ok(Turn::stay()),
    };
    let mut draft = post.clone();
    if !(photo.is_some() && words.trim().is_empty()) {
        // The length is judged below, as the messenger counts it.
        match typed_text::clean(&words, usize::MAX) {
            Ok(words) => draft.text = words,
            Err(TextProblem::NotPlain) => return Ok(Turn::hint(tr!(locale, "news-not-plain"))),
            Err(_) => return Ok(Turn::hint(tr!(locale, "news-no-words"))),
        }
    }
    draft.photo = photo.unwrap_or(draft.photo);
    if let Some(hint) = too_long(talk, &draft) {
        return Ok(Turn::hint(hint));
    }
    keep(talk, id.is_some().then_some(post.version), draft).await
}

fn new_draft(talk: &Talk<'_>) -> anyhow::Result<Post> {
    let (organisation, author) = (talk.organisation()?.id, talk.person()?.id);
    let id = talk.tx.next_id(talk.now).into();
    Ok(Post::draft(id, organisation, author))
}

/// What to say when a post does not fit, and by how much.
pub(super) fn too_long(talk: &Talk<'_>, post: &Post) -> Option<Markup> {
    let shown = publishing::post(Locale::Ru, post, talk.today()).shown_len();
    if !post.photo.is_empty() && shown > LONGEST_CAPTION {
        let over = shown - LONGEST_CAPTION;
        return Some(tr!(talk.locale, "news-caption-too-long", over = over));
    }
    let text = post.text.encode_utf16().count();
    (text > LONGEST_TEXT).then(|| tr!(talk.locale, "news-too-long", over = text - LONGEST_TEXT))
}

/// Keeps a changed draft and shows it; `seen` is the version it had, `None` for a new one.
pub(super) async fn keep(talk: &mut Talk<'_>, seen: Option<i64>, mut post: Post) -> anyhow::Result<Turn> {
    let id = post.id;
    post.state = PostState::Draft;
    match seen {
        None => posts::insert(talk.tx, &post, talk.now).await?,
        Some(seen) => {
            post.version = seen + 1;
            if !posts::save(talk.tx, &post, seen).await? {
                return Ok(changed(talk, id));
            }
        }
    }
    Ok(to(if post.text.is_empty() { NewsPlace::Writing { post: Some(id) } } else { NewsPlace::Post { post: id } }))
}

pub(super) async fn clear_photo(talk: &mut Talk<'_>, id: PostId) -> anyhow::Result<Turn> {
    let Some(post) = find_own(talk, id).await?.filter(Post::is_open) else {
        return Ok(changed(talk, id));
    };
    let seen = post.version;
    keep(talk, Some(seen), Post { photo: String::new(), ..post }).await
}
