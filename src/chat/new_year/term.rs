//! Another term for a row of the next year: typed, shown as understood, confirmed.

use super::{Place, carried_row, choose};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn, Typed};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::typed_text;
use crate::text::row_question;
use crate::{label, tr};

/// The longest term, in characters.
const LONGEST_TERM: usize = 200;

pub(super) fn take(talk: &Talk<'_>, row: ActivityId, text: &str) -> Turn {
    match typed_text::clean_line(text, LONGEST_TERM) {
        Ok(phrase) => Turn::to(Place::Term { row, phrase: Some(Typed(phrase)) }),
        Err(_) => Turn::hint(tr!(talk.locale, "road-map-term-hint")),
    }
}

pub(super) async fn show(talk: &mut Talk<'_>, id: ActivityId, phrase: Option<&str>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(one) = carried_row(talk, id).await? else {
        return super::rows::show(talk, 0).await;
    };
    let previous = back(locale, Action::NewYearBack);
    let heading = words::short(&one.row.heading, words::IN_A_LIST);
    let Some(phrase) = phrase else {
        let written = if one.row.phrase().is_empty() { "—" } else { one.row.phrase() };
        let text = tr!(locale, "road-map-term-ask", heading = heading, written = written);
        let as_before = button(label!(locale, "button-new-year-as-before"), Action::NewYearTermAsBefore { row: id });
        return Ok(Screen::new(text.paragraph(&tr!(locale, "road-map-term-hint"))).row([previous, as_before]));
    };
    let calendar = talk.calendar().await?;
    let proposed = Activity { term_own: phrase.to_owned(), term_choice: TermChoice::AsRead, ..one.row };
    let Some(question) = proposed.term_question(&calendar) else {
        let understood = words::understood(locale, &proposed, &calendar);
        let text = tr!(locale, "road-map-term-proposed", phrase = phrase, understood = understood);
        let accept = button(label!(locale, "button-road-map-accept"), Action::NewYearTermAccept);
        return Ok(Screen::new(text).row([previous, accept]));
    };
    let text = tr!(locale, "road-map-term-unclear", phrase = phrase, question = row_question(locale, question));
    Ok(Screen::new(text.paragraph(&tr!(locale, "road-map-term-hint"))).row([previous]))
}

pub(super) async fn accept(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    let Place::Term { row, phrase: Some(Typed(phrase)) } = place else {
        return Ok(Turn::stay());
    };
    choose(talk, |choices| choices.set_term(row, phrase)).await?;
    Ok(Turn::to(Place::Row { row }))
}

/// The old term again.
pub(super) async fn forget(talk: &mut Talk<'_>, row: ActivityId) -> anyhow::Result<Turn> {
    choose(talk, |choices| choices.set_term(row, String::new())).await?;
    Ok(Turn::to(Place::Row { row }))
}
