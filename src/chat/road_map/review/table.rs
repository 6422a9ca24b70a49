//! «Таблица для правки»: the rows as a workbook, remembered so that what comes back can be told from what changed
//! here meanwhile.

use super::place::ReviewPlace;
use crate::chat::road_map::place::RoadMapPlace;
use crate::chat::road_map::words;
use crate::chat::screen::back;
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::notice::Notice;
use crate::domain::roadmap::changes::{Cells, GivenRow};
use crate::store::road_map_tables::{self, GivenTable};
use crate::store::{activities, audit, pairs, people};
use crate::{label, tr};

pub(super) fn show(talk: &Talk<'_>) -> Screen {
    Screen::new(tr!(talk.locale, "review-table")).row([back(talk.locale, Action::RoadMapBack)])
}

/// Hands the table over; what it says is kept as the measure of what comes back.
pub(super) async fn hand_over(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let rows = activities::list(talk.tx, organisation, year).await?;
    let staff = people::list(talk.tx, organisation).await?;
    let paired = pairs::mentors(talk.tx, organisation, year).await?;
    let calendar = talk.calendar().await?;
    let mut given = Vec::with_capacity(rows.len());
    for row in &rows {
        let understood = match row.term_question(&calendar) {
            Some(question) => tr!(locale, "review-cell-asked", question = words::question(locale, question)),
            None => words::days(locale, row, &calendar),
        };
        given.push(GivenRow {
            id: row.id,
            cells: Cells::of(row),
            term_document: if row.term_own.is_empty() { String::new() } else { row.term_text.clone() },
            understood: understood.as_plain(),
            people: words::people(locale, row, &staff, &paired).as_plain(),
        });
    }
    let table = talk.tx.next_id(talk.now);
    let given = GivenTable { organisation, school_year: year, rows: serde_json::to_string(&given)? };
    road_map_tables::insert(talk.tx, table, &given, talk.now).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("road map taken as a table", &year.0.to_string()), talk.now).await?;
    talk.hand_over(&format!("road map table:{table}"), Notice::RoadMapTable { table }).await?;
    Ok(Turn::to(RoadMapPlace::from(ReviewPlace::Table)).with_toast(label!(locale, "toast-review-table")))
}
