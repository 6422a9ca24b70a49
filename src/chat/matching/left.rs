//! Who has nobody and why, and what the curator wished.

use super::{Directory, current, plan, scope};
use crate::chat::{Action, Pages, Screen, Talk, back, button};
use crate::domain::ids::PersonId;
use crate::domain::matching::WhyUnmatched;
use crate::label;
use crate::store::pair_wishes::{self, Wish};
use crate::text::{Locale, Markup, reasons};
use crate::tr;

/// One mentee without a mentor.
struct Left {
    mentee: PersonId,
    /// `None`: the curator left them out.
    why: Option<WhyUnmatched>,
}

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((draft, version)) = current(talk).await? else {
        return plan::show(talk).await;
    };
    let names = Directory::read(talk).await?;
    let aside = draft.set_aside.iter().map(|mentee| Left { mentee: *mentee, why: None });
    let unmatched = draft.plan.unmatched.into_iter().map(|one| Left { mentee: one.mentee, why: Some(one.why) });
    let mut all: Vec<_> = aside.chain(unmatched).collect();
    all.sort_by_cached_key(|left| names.short(left.mentee));
    let pages = Pages::new(&all, page);
    let mut text = tr!(locale, "matching-left-title", count = all.len()).bold();
    if all.is_empty() {
        text = text.paragraph(&tr!(locale, "matching-left-empty"));
    }
    for left in pages.shown {
        let name = Markup::plain(&names.short(left.mentee)).bold();
        text = text.paragraph(&name.line(&why(locale, &names, left.why.as_ref())));
    }
    let lines = pages.shown.iter().map(|left| {
        let mentee = left.mentee;
        let name = names.short(mentee);
        if left.why.is_none() {
            let action = Action::MatchingSetAside { mentee, on: false, version };
            return button(label!(locale, "button-matching-return", mentee = name), action);
        }
        let label = label!(locale, "button-matching-find", mentee = name);
        button(label, Action::MatchingOthers { mentee })
    });
    Ok(Screen::new(text)
        .grid(1, lines)
        .row(pages.row(|page| Action::MatchingLeft { page }))
        .row([back(locale, Action::Matching)]))
}

/// Why a mentee has nobody, and what can be done.
fn why(locale: Locale, names: &Directory, why: Option<&WhyUnmatched>) -> Markup {
    match why {
        None => tr!(locale, "matching-left-aside"),
        Some(WhyUnmatched::NotConsented) => tr!(locale, "matching-left-no-consent"),
        Some(WhyUnmatched::NoMentors) => tr!(locale, "matching-no-mentors"),
        Some(WhyUnmatched::NoRoom { best }) => {
            tr!(locale, "matching-left-no-room", mentors = names.list(best))
        }
        Some(WhyUnmatched::RuledOut { by }) => {
            let line = |(stop, count): &(_, u32)| {
                tr!(locale, "matching-left-stop", stop = reasons::stop(locale, *stop), count = *count)
            };
            let stops = by.iter().fold(Markup::default(), |all, one| all.line(&line(one)));
            tr!(locale, "matching-left-ruled-out").line(&stops)
        }
    }
}

/// The pins and bans; a press forgets one.
pub(super) async fn show_wishes(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let version = current(talk).await?.map_or(0, |(_, version)| version);
    let scope = scope(talk)?;
    let all = pair_wishes::list(talk.tx, scope).await?;
    let names = Directory::read(talk).await?;
    let pages = Pages::new(&all, page);
    let text = if all.is_empty() { tr!(locale, "matching-wishes-empty") } else { tr!(locale, "matching-wishes") };
    let lines = pages.shown.iter().map(|(couple, wish)| {
        let shown = names.couple(couple.mentor, couple.mentee);
        let label = match wish {
            Wish::Pin => label!(locale, "matching-line-pinned", couple = shown),
            Wish::Ban => label!(locale, "matching-line-banned", couple = shown),
        };
        let (mentor, mentee) = (couple.mentor, couple.mentee);
        button(label, Action::MatchingLift { mentor, mentee, version })
    });
    Ok(Screen::new(text)
        .grid(1, lines)
        .row(pages.row(|page| Action::MatchingWishes { page }))
        .row([back(locale, Action::Matching)]))
}
