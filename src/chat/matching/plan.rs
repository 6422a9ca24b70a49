//! How matching came out, and who with whom.

use super::{Directory, current, scope};
use crate::chat::{Action, Pages, Screen, Talk, back, button, menu};
use crate::domain::matching::RefusedPin;
use crate::label;
use crate::store::matching_plans::Draft;
use crate::store::{pair_wishes, responses};
use crate::text::{Locale, Markup, reasons};
use crate::tr;

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((draft, version)) = current(talk).await? else {
        return show_before(talk).await;
    };
    let names = Directory::read(talk).await?;
    let scope = scope(talk)?;
    let wishes = pair_wishes::list(talk.tx, scope).await?.len();
    let (pairs, left) = counts(&draft);
    let mut text = tr!(locale, "matching-title").bold().line(&tr!(
        locale,
        "matching-result",
        pairs = pairs,
        of = pairs + left,
        left = left
    ));
    for refused in &draft.plan.refused_pins {
        text = text.paragraph(&refused_pin(locale, &names, refused));
    }
    let lists = [
        (pairs, label!(locale, "button-matching-pairs", count = pairs), Action::MatchingPairs { page: 0 }),
        (left, label!(locale, "button-matching-left", count = left), Action::MatchingLeft { page: 0 }),
        (wishes, label!(locale, "button-matching-wishes", count = wishes), Action::MatchingWishes { page: 0 }),
    ];
    let filled = lists.into_iter().filter(|(count, ..)| *count > 0);
    let again = button(label!(locale, "button-matching-again"), Action::MatchingRun { version });
    let ask = (pairs > 0).then(|| button(label!(locale, "button-matching-ask", count = pairs), Action::MatchingAsk));
    Ok(Screen::new(text)
        .grid(1, filled.map(|(_, label, action)| button(label, action)))
        .row([again])
        .row([menu(locale)].into_iter().chain(ask)))
}

/// Pairs, and mentees without one.
pub(super) fn counts(draft: &Draft) -> (usize, usize) {
    (draft.plan.pairs.len(), draft.plan.unmatched.len() + draft.set_aside.len())
}

/// Before the first run: who there is to be matched, and what is missing.
async fn show_before(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = scope(talk)?;
    let mentors = responses::list_finished(talk.tx, organisation, year, "mentor").await?.len();
    let mentees = responses::list_finished(talk.tx, organisation, year, "mentee").await?.len();
    let text =
        tr!(locale, "matching-title").bold().line(&tr!(locale, "matching-banks", mentors = mentors, mentees = mentees));
    let missing = match (mentors, mentees) {
        (0, _) => tr!(locale, "matching-no-mentors"),
        (_, 0) => tr!(locale, "matching-no-mentees"),
        _ => {
            let run = Action::MatchingRun { version: 0 };
            let start = button(label!(locale, "button-matching-run"), run);
            let text = text.paragraph(&tr!(locale, "matching-before"));
            return Ok(Screen::new(text).row([menu(locale), start]));
        }
    };
    Ok(Screen::new(text.paragraph(&missing)).row([menu(locale)]))
}

fn refused_pin(locale: Locale, names: &Directory, refused: &RefusedPin) -> Markup {
    let couple = names.couple(refused.couple.mentor, refused.couple.mentee);
    let why = refused.stops.first().map(|stop| reasons::stop(locale, *stop));
    tr!(locale, "matching-pin-refused", couple = couple, why = why.unwrap_or_default())
}

/// Who with whom, a page at a time.
pub(super) async fn show_pairs(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((draft, _)) = current(talk).await? else {
        return show_before(talk).await;
    };
    let names = Directory::read(talk).await?;
    let mut all = draft.plan.pairs;
    all.sort_by_cached_key(|pair| names.couple(pair.mentor, pair.mentee));
    let pages = Pages::new(&all, page);
    let lines = pages.shown.iter().map(|pair| {
        let couple = names.couple(pair.mentor, pair.mentee);
        let label = if pair.pinned { label!(locale, "matching-line-pinned", couple = couple) } else { couple };
        button(label, Action::MatchingCouple { mentee: pair.mentee })
    });
    Ok(Screen::new(tr!(locale, "matching-pairs-title", count = all.len()))
        .grid(1, lines)
        .row(pages.row(|page| Action::MatchingPairs { page }))
        .row([back(locale, Action::Matching)]))
}
