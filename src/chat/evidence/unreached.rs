//! «Кому не дошло»: whom the bot cannot write to, and what they were owed.

use crate::chat::road_map::Answerer;
use crate::chat::screen::{Pages, button, menu};
use crate::chat::{Action, Screen, Talk};
use crate::domain::people::short_name;
use crate::store::accounts::{self, Unreached};
use crate::store::{activities, dated_rows, occurrences, pairs};
use crate::text::{Locale, Markup, dates};
use crate::{label, tr};
use chrono::{Days, NaiveDate};

/// Rows due so many days ahead count as owed.
const AHEAD: u64 = 14;

/// Somebody who cannot be written to, with what waits for them.
struct Owed {
    who: Unreached,
    rows: usize,
    asked: bool,
}

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (owed, idle): (Vec<Owed>, Vec<Owed>) = owed(talk).await?.into_iter().partition(|one| one.rows > 0 || one.asked);
    let today = talk.today();
    let pages = Pages::new(&owed, page);
    let mut text = tr!(locale, "unreached").bold();
    if owed.is_empty() {
        text = text.paragraph(&tr!(locale, "unreached-empty"));
    }
    let day = |one: &Owed| one.who.blocked_at.map(|at| dates::day(locale, talk.day_of(at), today));
    let lines = pages.shown.iter().fold(Markup::default(), |list, one| list.line(&line(locale, one, day(one))));
    text = text.paragraph(&lines);
    if !idle.is_empty() {
        text = text.paragraph(&tr!(locale, "unreached-idle", count = idle.len()));
    }
    if !owed.is_empty() {
        text = text.paragraph(&tr!(locale, "unreached-do"));
    }
    Ok(Screen::new(text)
        .row(pages.row(|page| Action::Unreached { page }))
        .row([menu(locale), button(label!(locale, "menu-invite"), Action::Invite)]))
}

/// «Ёлкин П. А. — бот остановлен 3 октября», then 2 rows and a question about a pair.
fn line(locale: Locale, one: &Owed, blocked_on: Option<String>) -> Markup {
    let name = short_name(&one.who.full_name);
    let who = match blocked_on {
        Some(day) => tr!(locale, "unreached-blocked", name = name, day = day),
        None => tr!(locale, "unreached-never", name = name),
    };
    let rows = (one.rows > 0).then(|| tr!(locale, "unreached-rows", count = one.rows));
    let asked = one.asked.then(|| tr!(locale, "unreached-asked"));
    rows.into_iter().chain(asked).fold(who, |line, what| line.line(&what))
}

async fn owed(talk: &mut Talk<'_>) -> anyhow::Result<Vec<Owed>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let curator = talk.person()?.clone();
    let answerer = Answerer::load(talk.tx, &curator).await?;
    let span: (NaiveDate, NaiveDate) = (year.first_day(), talk.today() + Days::new(AHEAD));
    let rows = activities::list_due(talk.tx, organisation, span).await?;
    let open = occurrences::list_open(talk.tx, organisation, span).await?;
    let open = dated_rows::with_rows(talk.tx, open, &rows).await?;
    let doers: Vec<_> = open.iter().flat_map(|(one, row)| answerer.doers(one, row)).collect();
    let asked = pairs::list(talk.tx, organisation, year).await?;
    let waits = |person| {
        asked.iter().any(|record| record.pair.awaited().into_iter().any(|side| record.pair.person(side) == person))
    };
    let unreached = accounts::list_unreached(talk.tx, organisation).await?;
    let owed = unreached.into_iter().map(|who| {
        let rows = doers.iter().filter(|doer| **doer == who.person).count();
        let asked = waits(who.person);
        Owed { who, rows, asked }
    });
    Ok(owed.collect())
}
