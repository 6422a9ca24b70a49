//! Another term for a row: what the curator types is read like the document, shown, and confirmed.

use super::place::RoadMapPlace as Place;
use super::review::{self, Former, Settled};
use super::{own_row, plan, words};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn, Typed};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::ready_answers::with_phrase;
use crate::domain::typed_moment::read_day;
use crate::domain::typed_text;
use crate::store::{activities, audit, occurrences};
use crate::text::{Markup, row_question};
use crate::{label, tr};

/// The longest term, in characters.
const LONGEST_TERM: usize = 200;

pub(super) fn ask(place: Place) -> Turn {
    match place {
        Place::Row { row, .. } => Turn::to(Place::Term { row, phrase: None }),
        other => Turn::to(other),
    }
}

/// What was typed waits for a yes.
pub(super) fn take(talk: &Talk<'_>, place: &Place, text: &str) -> Turn {
    let Place::Term { row, .. } = *place else {
        return Turn::stay();
    };
    match typed_text::clean_line(text, LONGEST_TERM) {
        Ok(phrase) => {
            // «Вчера» is a day as people say it, and no term of a plan.
            let said = (!phrase.contains(char::is_numeric)).then(|| read_day(&phrase, talk.today())).flatten();
            let phrase = said.map_or(phrase, |day| day.format("%d.%m.%Y").to_string());
            Turn::to(Place::Term { row, phrase: Some(Typed(phrase)) })
        }
        Err(_) => Turn::hint(tr!(talk.locale, "road-map-term-hint")),
    }
}

pub(super) async fn show(talk: &mut Talk<'_>, activity: ActivityId, phrase: Option<&str>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(super::words::row_gone(locale));
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
    let text = tr!(locale, "road-map-term-unclear", phrase = phrase, question = row_question(locale, question));
    Ok(Screen::new(text.paragraph(&tr!(locale, "road-map-term-hint"))).row([back(locale, Action::RoadMapBack)]))
}

/// «Записать».
pub(super) async fn accept(talk: &mut Talk<'_>, place: Place, version: i64) -> anyhow::Result<Turn> {
    let Place::Term { row: listed, phrase: Some(Typed(phrase)) } = place else {
        return Ok(Turn::stay());
    };
    let Some(row) = own_row(talk, listed.activity).await? else {
        return Ok(Turn::stay());
    };
    let (before, former) = (Settled::before(&row), Former::before(&row));
    let row = Activity { version, ..with_phrase(row, &phrase) };
    if row.term_question(&talk.calendar().await?).is_some() {
        return Ok(Turn::stay());
    }
    let kept_aside = match save(talk, row).await? {
        Ok(kept_aside) => kept_aside,
        Err(refused) => return Ok(refused),
    };
    let note = tr!(talk.locale, "road-map-term-saved").line(&kept_aside);
    Ok(match listed.round {
        Some(round) => review::answered(talk, round, vec![before]).with_more(&kept_aside),
        None => Turn::to(Place::Row { row: listed, undo: Some(former) }).with_note(note),
    })
}

/// What a press on the card decides about the term: the reading is right although the phrase left a doubt, or the row
/// has no date.
pub(super) async fn choose(
    talk: &mut Talk<'_>,
    (place, activity, version): (&Place, ActivityId, i64),
    term_choice: TermChoice,
) -> anyhow::Result<Turn> {
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(Turn::stay());
    };
    let former = Former::before(&row);
    let row = Activity { term_choice, version, ..row };
    Ok(match (save(talk, row).await?, place) {
        (Ok(kept_aside), Place::Row { row, .. }) if row.activity == activity => {
            Turn::to(Place::Row { row: *row, undo: Some(former) }).with_note(kept_aside)
        }
        (Ok(kept_aside), _) => Turn::stay().with_note(kept_aside),
        (Err(refused), _) => refused,
    })
}

/// Keeps the row and plans it anew. Gives what became of dates that went although something was given for them; the
/// refusal when somebody else was quicker.
async fn save(talk: &mut Talk<'_>, row: Activity) -> anyhow::Result<Result<Markup, Turn>> {
    if !activities::save(talk.tx, &row).await? {
        return Ok(Err(Turn::hint(tr!(talk.locale, "road-map-row-changed"))));
    }
    let existing = occurrences::list_of(talk.tx, row.id).await?;
    let calendar = talk.calendar().await?;
    let begun = plan::plan(talk, &calendar, &row, &existing).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("term changed", &row.id.to_string()), talk.now).await?;
    Ok(Ok(plan::begun_in_words(talk.locale, begun)))
}
