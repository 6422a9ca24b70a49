//! The pairs of the school year, by state.

use crate::chat::matching::Directory;
use crate::chat::{Action, Pages, Screen, Talk, back, button, menu};
use crate::domain::pair::PairState;
use crate::domain::post::PostState;
use crate::domain::school_year::SchoolYear;
use crate::label;
use crate::store::pairs::{self, PairRecord};
use crate::text::Locale;
use crate::tr;

pub(super) async fn all(talk: &mut Talk<'_>) -> anyhow::Result<Vec<PairRecord>> {
    let organisation = talk.organisation()?;
    let (organisation, year) = (organisation.id, organisation.school_year);
    pairs::list(talk.tx, organisation, year).await
}

/// The pairs of the year before, at work or over: they stay readable.
async fn before(talk: &mut Talk<'_>) -> anyhow::Result<(SchoolYear, Vec<PairRecord>)> {
    let organisation = talk.organisation()?;
    let (organisation, year) = (organisation.id, SchoolYear(organisation.school_year.0 - 1));
    let mut all = pairs::list(talk.tx, organisation, year).await?;
    all.retain(|record| record.pair.programme_end(year).is_some());
    Ok((year, all))
}

/// The official pairs of the year before.
pub(super) async fn show_before(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let names = Directory::read(talk).await?;
    let (year, mut all) = before(talk).await?;
    all.sort_by_cached_key(|record| names.couple(record.pair.mentor, record.pair.mentee));
    let text = tr!(locale, "pairs-title", year = year.to_string()).bold();
    let pages = Pages::new(&all, page);
    let cards = pages.shown.iter().map(|record| {
        let couple = names.couple(record.pair.mentor, record.pair.mentee);
        button(couple, Action::PairCard { pair: record.pair.id })
    });
    Ok(Screen::new(text)
        .grid(1, cards)
        .row(pages.row(|page| Action::PairsBefore { page }))
        .row([back(locale, Action::Pairs)]))
}

/// How many there are of each, and what is next.
pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let year = talk.organisation()?.school_year.to_string();
    let all = all(talk).await?;
    let count = |state: PairState| all.iter().filter(|record| record.pair.state() == state).count();
    let title = tr!(locale, "pairs-title", year = year).bold();
    let text = if all.is_empty() {
        title.paragraph(&tr!(locale, "pairs-none"))
    } else {
        title.line(&tr!(locale, "pairs-how"))
    };
    let states = PairState::ALL.iter().filter(|state| count(**state) > 0).map(|state| {
        let label = label!(locale, "pairs-state-count", state = state_label(locale, *state), count = count(*state));
        button(label, Action::PairsList { state: *state, page: 0 })
    });
    let order = (count(PairState::Agreed) > 0).then(|| {
        let label = label!(locale, "button-pairs-order", count = count(PairState::Agreed));
        button(label, Action::PairsOrder)
    });
    let quiet = all.iter().filter(|record| waits_for_channel(record)).count();
    let announce =
        (quiet > 0).then(|| button(label!(locale, "button-pairs-announce", count = quiet), Action::PairsAnnounce));
    let (year, old) = before(talk).await?;
    let old = (!old.is_empty()).then(|| {
        let label = label!(locale, "button-pairs-year", year = year.to_string());
        button(label, Action::PairsBefore { page: 0 })
    });
    let matching = button(label!(locale, "button-pairs-matching"), Action::Matching);
    Ok(Screen::new(text).grid(1, states).row(old).row(order).row(announce).row([menu(locale), matching]))
}

/// Whether the channel could hear of a pair and has not.
pub(super) fn waits_for_channel(record: &PairRecord) -> bool {
    record.pair.state() == PairState::Active && record.announced == PostState::Draft
}

pub(super) fn state_label(locale: Locale, state: PairState) -> String {
    crate::text::label(locale, &format!("pair-state-{state}"), &[])
}

/// The pairs in one state, a page at a time.
pub(super) async fn show_state(talk: &mut Talk<'_>, state: PairState, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let names = Directory::read(talk).await?;
    let mut all = all(talk).await?;
    all.retain(|record| record.pair.state() == state);
    all.sort_by_cached_key(|record| names.couple(record.pair.mentor, record.pair.mentee));
    let mut text = tr!(locale, "pairs-list", state = state_label(locale, state), count = all.len()).bold();
    if all.is_empty() {
        text = text.paragraph(&tr!(locale, "pairs-list-empty"));
    }
    let pages = Pages::new(&all, page);
    let lines = pages.shown.iter().map(|record| {
        let couple = names.couple(record.pair.mentor, record.pair.mentee);
        button(couple, Action::PairCard { pair: record.pair.id })
    });
    Ok(Screen::new(text)
        .grid(1, lines)
        .row(pages.row(|page| Action::PairsList { state, page }))
        .row([back(locale, Action::Pairs)]))
}
