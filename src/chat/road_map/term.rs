//! Another term for a row: what the curator types is read like the document, shown, and confirmed.

use super::place::RoadMapPlace as Place;
use super::{own_row, plan, words};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn, Typed};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::typed_text;
use crate::store::{activities, audit, occurrences};
use crate::{label, tr};

/// The longest term, in characters.
const LONGEST_TERM: usize = 200;

pub(super) fn ask(place: Place) -> Turn {
    match place {
        Place::Row { row } => Turn::to(Place::Term { row, phrase: None }),
        other => Turn::to(other),
    }
}

/// What was typed waits for a yes.
pub(super) fn take(talk: &Talk<'_>, place: &Place, text: &str) -> Turn {
    let Place::Term { row, .. } = *place else {
        return Turn::stay();
    };
    match typed_text::clean_line(text, LONGEST_TERM) {
        Ok(phrase) => Turn::to(Place::Term { row, phrase: Some(Typed(phrase)) }),
        Err(_) => Turn::hint(tr!(talk.locale, "road-map-term-hint")),
    }
}

pub(super) async fn show(talk: &mut Talk<'_>, activity: ActivityId, phrase: Option<&str>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(Screen::new(tr!(locale, "road-map-row-gone")).row([back(locale, Action::RoadMapBack)]));
    };
    let head = tr!(
        locale,
        "road-map-term-ask",
        heading = words::short(&row.heading, words::IN_A_LIST),
        written = if row.term_text.is_empty() { "—" } else { row.term_text.as_str() },
    );
    let Some(phrase) = phrase else {
        return Ok(
            Screen::new(head.paragraph(&tr!(locale, "road-map-term-hint"))).row([back(locale, Action::RoadMapBack)])
        );
    };
    let version = row.version;
    let proposed = with_phrase(row, phrase);
    let calendar = &talk.calendar().await?;
    let Some(question) = proposed.term_question(calendar) else {
        let text = tr!(
            locale,
            "road-map-term-proposed",
            phrase = phrase,
            understood = words::understood(locale, &proposed, calendar),
        );
        return Ok(Screen::new(text).row([
            back(locale, Action::RoadMapBack),
            button(label!(locale, "button-road-map-accept"), Action::RoadMapTermAccept { version }),
        ]));
    };
    let text = tr!(locale, "road-map-term-unclear", phrase = phrase, question = words::question(locale, question));
    Ok(Screen::new(text.paragraph(&tr!(locale, "road-map-term-hint"))).row([back(locale, Action::RoadMapBack)]))
}

fn with_phrase(row: Activity, phrase: &str) -> Activity {
    Activity { term_own: phrase.to_owned(), term_choice: TermChoice::AsRead, ..row }
}

/// «Записать».
pub(super) async fn accept(talk: &mut Talk<'_>, place: Place, version: i64) -> anyhow::Result<Turn> {
    let Place::Term { row: listed, phrase: Some(Typed(phrase)) } = place else {
        return Ok(Turn::stay());
    };
    let Some(row) = own_row(talk, listed.activity).await? else {
        return Ok(Turn::stay());
    };
    let row = Activity { version, ..with_phrase(row, &phrase) };
    if row.term_question(&talk.calendar().await?).is_some() {
        return Ok(Turn::stay());
    }
    let note = tr!(talk.locale, "road-map-term-saved");
    let saved = || Turn::to(Place::Row { row: listed }).with_note(note);
    Ok(save(talk, row).await?.unwrap_or_else(saved))
}

/// The reading is right although the phrase left a doubt.
pub(super) async fn confirm(talk: &mut Talk<'_>, (activity, version): (ActivityId, i64)) -> anyhow::Result<Turn> {
    choose(talk, (activity, version), TermChoice::Confirmed).await
}

/// The row has no date.
pub(super) async fn without(talk: &mut Talk<'_>, (activity, version): (ActivityId, i64)) -> anyhow::Result<Turn> {
    choose(talk, (activity, version), TermChoice::Without).await
}

async fn choose(
    talk: &mut Talk<'_>,
    (activity, version): (ActivityId, i64),
    term_choice: TermChoice,
) -> anyhow::Result<Turn> {
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(Turn::stay());
    };
    let row = Activity { term_choice, version, ..row };
    save(talk, row).await.map(|saved| saved.unwrap_or_else(Turn::stay))
}

/// Keeps the row and plans it anew; the refusal when somebody else was quicker.
async fn save(talk: &mut Talk<'_>, row: Activity) -> anyhow::Result<Option<Turn>> {
    if !activities::save(talk.tx, &row).await? {
        return Ok(Some(Turn::hint(tr!(talk.locale, "road-map-row-changed"))));
    }
    let existing = occurrences::list_of(talk.tx, row.id).await?;
    let calendar = talk.calendar().await?;
    plan::plan(talk, &calendar, &row, &existing).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("term changed", &row.id.to_string()), talk.now).await?;
    Ok(None)
}
