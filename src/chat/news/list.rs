//! All news of an organisation, on three shelves.

use crate::chat::{Action, Pages, Screen, Talk, back, button, menu};
use crate::domain::post::{Post, PostState};
use crate::label;
use crate::store::posts;
use crate::text::{Locale, Markup, dates};
use crate::tr;

coded_enum! {
    /// Where a piece of news is found.
    pub enum Shelf {
        Drafts = "draft",
        Scheduled = "scheduled",
        /// What came out, and what should have.
        Past = "past",
    }
}

impl Shelf {
    pub(super) fn of(state: PostState) -> Self {
        match state {
            PostState::Draft | PostState::Dropped => Self::Drafts,
            PostState::Scheduled => Self::Scheduled,
            PostState::Published | PostState::Unknown | PostState::Failed => Self::Past,
        }
    }

    /// Where «back» from a card leads.
    pub(super) fn action(self, page: u32) -> Action {
        match self {
            Self::Drafts => Action::NewsDrafts { page },
            Self::Scheduled => Action::NewsScheduled { page },
            Self::Past => Action::NewsPast { page },
        }
    }
}

/// What there is, and «Новая новость».
pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.id;
    let all = posts::list(talk.tx, organisation).await?;
    let count = |shelf| all.iter().filter(|post| Shelf::of(post.state) == shelf).count();
    let troubled = all.iter().filter(|post| matches!(post.state, PostState::Unknown | PostState::Failed)).count();
    let (drafts, scheduled, past) = (count(Shelf::Drafts), count(Shelf::Scheduled), count(Shelf::Past));
    let text = summary(talk, (drafts, scheduled, past - troubled), troubled)?;
    let shelves = [
        (drafts, label!(locale, "button-news-drafts", count = drafts), Shelf::Drafts),
        (scheduled, label!(locale, "button-news-scheduled", count = scheduled), Shelf::Scheduled),
        (past, label!(locale, "button-news-past", count = past), Shelf::Past),
    ];
    let filled = shelves.into_iter().filter(|(count, ..)| *count > 0);
    Ok(Screen::new(text)
        .grid(1, filled.map(|(_, label, shelf)| button(label, shelf.action(0))))
        .row([menu(locale), button(label!(locale, "button-news-new"), Action::NewsNew)]))
}

/// How much there is, and what is wrong.
fn summary(
    talk: &Talk<'_>,
    (drafts, scheduled, published): (usize, usize, usize),
    troubled: usize,
) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let mut text = if drafts + scheduled + published + troubled == 0 {
        tr!(locale, "news-none")
    } else {
        tr!(locale, "news-home", drafts = drafts, scheduled = scheduled, published = published)
    };
    if troubled > 0 {
        text = text.paragraph(&tr!(locale, "news-trouble-count", count = troubled));
    }
    if !talk.organisation()?.has_channel() {
        text = text.paragraph(&tr!(locale, "news-no-channel"));
    }
    Ok(text)
}

/// One shelf, a page at a time.
pub(super) async fn show_shelf(talk: &mut Talk<'_>, shelf: Shelf, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.id;
    let mut all = posts::list(talk.tx, organisation).await?;
    all.retain(|post| Shelf::of(post.state) == shelf);
    let mut text = crate::text::markup(locale, &format!("news-list-{shelf}"), &[]).bold();
    if all.is_empty() {
        text = text.paragraph(&tr!(locale, "news-list-empty"));
    }
    let pages = Pages::new(&all, page);
    let lines: Vec<_> =
        pages.shown.iter().map(|post| button(line(talk, post), Action::NewsOpen { post: post.id })).collect();
    Ok(Screen::new(text)
        .grid(1, lines)
        .row(pages.row(|page| shelf.action(page)))
        .row([back(locale, Action::News), button(label!(locale, "button-news-new"), Action::NewsNew)]))
}

/// A post as a button: its time or a sign of trouble, and how it begins.
fn line(talk: &Talk<'_>, post: &Post) -> String {
    let locale = talk.locale;
    let text = beginning(locale, post);
    match (post.state, post.publish_at, &talk.organisation) {
        (PostState::Scheduled, Some(at), Some(organisation)) => {
            let when = dates::moment(locale, at, organisation.zone, talk.today());
            label!(locale, "news-line-scheduled", when = when, text = text)
        }
        (PostState::Unknown, ..) => label!(locale, "news-line-unknown", text = text),
        (PostState::Failed, ..) => label!(locale, "news-line-failed", text = text),
        _ => text,
    }
}

/// How a post begins, short enough for a button.
fn beginning(locale: Locale, post: &Post) -> String {
    if post.text.is_empty() {
        return label!(locale, "news-without-text");
    }
    crate::text::publishing::beginning(&post.text)
}
