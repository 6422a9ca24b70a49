//! One row of the next year: what it says, when it would be due, whether it goes over.

use super::{Place, carried_row, choose};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::text::row_question;
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>, id: ActivityId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(one) = carried_row(talk, id).await? else {
        return super::rows::show(talk, 0).await;
    };
    let calendar = talk.calendar().await?;
    let row = &one.row;
    let written = if row.phrase().is_empty() { "—" } else { row.phrase() };
    let term = match row.term_question(&calendar) {
        Some(question) => row_question(locale, question),
        None => words::understood(locale, row, &calendar),
    };
    let mut text = words::row_text(row).paragraph(&tr!(locale, "new-year-row-term", written = written, term = term));
    if !one.is_yearly {
        text = text.paragraph(&tr!(locale, "new-year-row-single"));
    }
    let text =
        text.paragraph(&if one.is_kept { tr!(locale, "new-year-row-kept") } else { tr!(locale, "new-year-row-left") });
    let keep = if one.is_kept {
        button(label!(locale, "button-new-year-leave"), Action::NewYearKeep { row: id, on: false })
    } else {
        button(label!(locale, "button-new-year-keep"), Action::NewYearKeep { row: id, on: true })
    };
    let term = button(label!(locale, "button-new-year-term"), Action::NewYearTerm { row: id });
    Ok(Screen::new(text).row([term]).row([back(locale, Action::NewYearBack), keep]))
}

pub(super) async fn keep(talk: &mut Talk<'_>, (row, on): (ActivityId, bool)) -> anyhow::Result<Turn> {
    choose(talk, |choices| choices.keep(row, on)).await?;
    Ok(Turn::to(Place::Row { row }))
}
